package template

import (
	"fmt"
	"strings"
	"testing"

	"lysark/config/diag"
	"lysark/report/locale"
)

// picky is an engine whose function refuses the argument that its first one counts to.
func picky(t testing.TB) *Engine {
	t.Helper()
	l, _ := locale.For("en")
	e := New(l, []Function{{
		Name: "refuse", Types: []any{new(func(int, ...int) string)},
		Call: func(a []any) (any, error) {
			return nil, &ArgError{Arg: a[0].(int), Text: "not this one", Hint: "take another"}
		},
	}, {
		Name: "range", Types: []any{new(func() string)},
		Call: func([]any) (any, error) { return nil, &ArgError{Rule: diag.ValueRange, Text: "out of range"} },
	}})
	e.Define("list", []int{1, 2, 3})
	return e
}

// TestAFaultIsToldAtItsPlace points at the argument that a function refuses, or at the call when there is none.
func TestAFaultIsToldAtItsPlace(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"the first argument", "a {refuse(0)}", "11 not this one: take another"},
		{"the second", "a {refuse(1, 5)}", "14 not this one: take another"},
		{"the last", "a {refuse(2, 5, 6)}", "17 not this one: take another"},
		{"one after the last", "a {refuse(2, 5)}", "4 not this one: take another"},
		{"the call as a whole", "a {refuse(-1)}", "4 not this one: take another"},
		{"of a call within another expression", "{'a' + refuse(1, 5)}", "18 not this one: take another"},
		{"a sum begins at its first part", "{refuse(1, 5 + 6)}", "12 not this one: take another"},
		{"a choice begins at its condition", "{refuse(1, true ? 5 : 6)}", "12 not this one: take another"},
		{"an entry begins at its list", "{refuse(1, list[0])}", "12 not this one: take another"},
		{"a rule of its own", "{range()}", "2 out of range: "},
		{"misspelt", "{refus(0)}", `2 there is no function "refus": did you mean "refuse"?`},
		{"a letter of two bytes is one", "æ {refuse(0)}", "11 not this one: take another"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := picky(t).Fill(text(tt.text))
			if len(list) != 1 {
				t.Fatalf("told %v", list)
			}
			if got := fmt.Sprintf("%d %s: %s", list[0].Col, list[0].Message, list[0].Hint); got != tt.want {
				t.Errorf("told %q, want %q", got, tt.want)
			}
			want := diag.BadExpression
			if strings.Contains(tt.text, "range") {
				want = diag.ValueRange
			}
			if list[0].Rule != want {
				t.Errorf("its rule is %v, want %v", list[0].Rule, want)
			}
		})
	}
}

// TestAFaultOfATextThatIsOneExpressionIsToldAtItsPlace: no brace stands in front of it.
func TestAFaultOfATextThatIsOneExpressionIsToldAtItsPlace(t *testing.T) {
	tests := []struct {
		name, expression string
		column           int
	}{
		{"at its beginning", "hapy > 50", 1},
		{"within it", "50 < hapy", 6},
		{"nothing is wrong", "50 < happy", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := reckoner(t)
			_, evaluated := e.Eval(text(tt.expression))
			_, _, claimed := e.Claim(text(tt.expression))
			for _, list := range []diag.List{evaluated, claimed} {
				if len(list) > 0 != (tt.column > 0) || len(list) > 0 && list[0].Col != tt.column {
					t.Errorf("told %+v, want column %d", list, tt.column)
				}
			}
		})
	}
}
