package template

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lysark/config/diag"
	"lysark/report/locale"
)

// TestWhatAnExpressionReads writes the names, the texts that name something, and "?" when something is asked.
func TestWhatAnExpressionReads(t *testing.T) {
	tests := []struct{ name, expression, want string }{
		{"a name", "name", "name"},
		{"names in order", "year + value(happy)", "year happy"},
		{"a name that is written twice", "name + name", "name"},
		{"a name that the expression gives", "let x = name; x", "name"},
		{"a function is no name", "words(7)", ""},
		{"a text", "'Members'", ""},
		{"a text that names something", "top('mood')", "top:mood"},
		{"a text that a function prints", "said('mood')", ""},
		{"a text that is worked out names nothing", "top('mo' + 'od')", ""},
		{"two that name something", "top('mood') + top('offers')", "top:mood top:offers"},
		{"a choice", "true ? 'a' : 'b'", "?"},
		{"a comparison", "name == ''", "name ?"},
		{"a comparison with a figure", "happy > 50", "happy ?"},
		{"one of two", "name ?? 'b'", "name ?"},
		{"both", "happy > 50 and sad < 50", "happy sad ?"},
		{"a comparison before a sum", "(name == '') == (1 + 1 == 2)", "name ?"},
		{"a sum with a question within", "[name == '', 1 + 1][0]", "name ?"},
		{"a sum", "1 + happy", "happy"},
		{"a difference", "happy - 1", "happy"},
		{"a product", "happy * 2", "happy"},
		{"a quotient", "happy / 2", "happy"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := reckoner(t)
			e.functions = append(e.functions, Function{
				Name: "said", Types: []any{new(func(string) string)}, Call: func(a []any) (any, error) { return a[0], nil },
			})
			ready, list := e.Prepare(text("words {" + tt.expression + "}"))
			uses := ready.Uses()
			if len(list) > 0 || len(uses) != 1 || uses[0].Letter != 7 {
				t.Fatalf("%+v, %v", uses, list)
			}
			if got := readBy(uses[0]); got != tt.want {
				t.Errorf("%s reads %q, want %q", tt.expression, got, tt.want)
			}
		})
	}
}

func readBy(u Use) string {
	words := slices.Clone(u.Names)
	for _, n := range u.Texts {
		words = append(words, n.Function+":"+n.S)
	}
	if u.Decides {
		words = append(words, "?")
	}
	return strings.Join(words, " ")
}

// TestWhatIsNoGoodIsToldOnceBeforeAnythingIsFilledIn: it prints as "…" for everybody, and reads nothing.
func TestWhatIsNoGoodIsToldOnceBeforeAnythingIsFilledIn(t *testing.T) {
	tests := []struct{ name, text, want, told string }{
		{"what cannot be read", "a {name +} b", "a … b", "1:9: the expression ends too soon"},
		{"a name that there is not", "a {nmae} b", "a … b", `1:4: there is no figure, variable or function "nmae"`},
		{"what cannot be added", "a {name + 5} b", "a … b", "1:9: text and number cannot be added"},
		{"what cannot be read, before its names", "{nmae +}", "…", "1:7: the expression ends too soon"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := reckoner(t)
			ready, list := e.Prepare(text(tt.text))
			if len(list) != 1 || fmt.Sprintf("%d:%d: %s", list[0].Line, list[0].Col, list[0].Message) != tt.told {
				t.Errorf("told %v", list)
			}
			if filled, more := e.FillReady(ready); filled.String() != tt.want || len(more) > 0 || len(ready.Uses()) > 0 {
				t.Errorf("%q, %v, it reads %+v", filled.String(), more, ready.Uses())
			}
		})
	}
}

// TestAReadyTextIsFilledInAsItsNamesStand fills one text for several members.
func TestAReadyTextIsFilledInAsItsNamesStand(t *testing.T) {
	e := reckoner(t)
	ready, list := e.Prepare(text("{name}: {100 - happy}, {happy / sad}"))
	if len(list) > 0 {
		t.Fatal(list)
	}
	tests := []struct {
		name, member string
		sad          float64
		want         string
		value        any // of the first expression
		told         int
	}{
		{"one member", "Bo", 20, "Bo: 30%, 3.5", "Bo", 0},
		{"another", "Ås", 35, "Ås: 30%, 2.0", "Ås", 0},
		{"one of whom something cannot be worked out", "Li", 0, "Li: 30%, …", "Li", 1},
		{"the next", "Bo", 70, "Bo: 30%, 1.0", "Bo", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e.Define("name", tt.member)
			e.Define("sad", Figure{Value: tt.sad, Unit: Percent, Sources: []Source{of("answers", "mood", 1, 10, "Sad")}})
			got, list := e.FillReady(ready)
			if got.String() != tt.want || got.Pieces[0].Value != tt.value || len(list) != tt.told {
				t.Errorf("%q, %v, %v, want %q", got.String(), got.Pieces[0].Value, list, tt.want)
			}
			if len(list) > 0 && (list[0].Col != 31 || !strings.Contains(list[0].Message, "divided by 0")) {
				t.Errorf("told in column %d: %s", list[0].Col, list[0].Message)
			}
		})
	}
}

// TestTheCallerSaysWhatMayBeMeantByAnExpressionThatIsNoGood: its hint goes before the language's.
func TestTheCallerSaysWhatMayBeMeantByAnExpressionThatIsNoGood(t *testing.T) {
	tests := []struct {
		name    string
		unknown Unknown
		text    string
		hint    string
	}{
		{"nothing is known of it", Unknown{}, "{nmae}", `did you mean "name"?`},
		{"nothing is near", Unknown{}, "{zzzzzz}", "give it a name under [figures] or [vars]"},
		{"nothing is near, in the caller's words", Unknown{Hint: "see the list"}, "{zzzzzz}", "see the list"},
		{"something comes to mind", Unknown{Instead: func(s string) string { return "not " + s }}, "{nmae}", "not nmae"},
		{"nothing comes to mind", Unknown{Instead: func(string) string { return "" }}, "{nmae}", `did you mean "name"?`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, _ := locale.For("en")
			e := New(l, nil)
			e.Define("name", "")
			e.Unknown = tt.unknown
			if _, list := e.Prepare(text(tt.text)); len(list) != 1 || list[0].Hint != tt.hint {
				t.Errorf("%+v", list)
			}
		})
	}
}

// TestAReadyTextTellsNothingOfWhatIsHidden: there, too, the outcome of a comparison would tell.
func TestAReadyTextTellsNothingOfWhatIsHidden(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"compared", "{hidden > 50 ? 'most' : 'some'}", "…"},
		{"compared from the other side", "{50 > hidden ? 'most' : 'some'}", "…"},
		{"held equal", "{hidden == happy ? 'alike' : 'not'}", "…"},
		{"held equal from the other side", "{happy == hidden ? 'alike' : 'not'}", "…"},
		{"printed", "{hidden}", Dash},
		{"what is shown is compared", "{happy > 50 ? 'most' : 'some'}", "most"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := reckoner(t)
			ready, _ := e.Prepare(text(tt.text))
			filled, list := e.FillReady(ready)
			refused := len(list) == 1 && list[0].Rule == diag.SmallGroup
			if filled.String() != tt.want || refused != (tt.want == "…") {
				t.Errorf("%q, %v, want %q", filled.String(), list, tt.want)
			}
		})
	}
}
