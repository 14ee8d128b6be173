package diag

import (
	"slices"
	"strings"
	"testing"
)

func TestEveryRuleIsWholeAndNamedOnce(t *testing.T) {
	names := RuleNames()
	if !slices.IsSorted(names) || len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Errorf("not sorted or not unique: %q", names)
	}
	if last := Rule(len(rules()) - 1); last != WrongType {
		t.Errorf("the table ends with %q, and the list of constants with %q", last, WrongType)
	}
	for _, r := range Rules() {
		if strings.ToLower(r.String()) != r.String() || r.String() == "" || r.Text() == "" || strings.HasSuffix(r.Text(), ".") {
			t.Errorf("rule %d is called %q, and its text is %q", r, r, r.Text())
		}
		if got, ok := RuleNamed(r.String()); !ok || got != r {
			t.Errorf("the rule named %q is %q", r, got)
		}
		if !r.May(Error) && !r.May(Warning) {
			t.Errorf("the rule %q is neither an error nor a warning", r)
		}
	}
	for _, name := range []string{"", "Contrast"} {
		if r, ok := RuleNamed(name); ok {
			t.Errorf("%q is taken for the rule %q", name, r)
		}
	}
}

func TestALaterStageRepeatsNoMistake(t *testing.T) {
	about := func(slide, line int, r Rule) Diagnostic {
		return Diagnostic{Pos: at(line, 1), Severity: Error, Rule: r, Slide: slide}
	}
	earlier := List{about(1, 1, UnknownKey), about(2, 2, Expect), {Pos: at(3, 1), Severity: Warning, Rule: AltVague, Slide: 3}}
	for _, tt := range []struct {
		name  string
		later Diagnostic
		told  bool
	}{
		{"what follows from a slide that is wrong", about(1, 9, Missing), false},
		{"a slip on a slide that is wrong", about(1, 9, BadExpression), true},
		{"a slip where there is an error already", about(1, 1, BadExpression), false},
		{"a slide whose claim fails is whole", about(2, 9, Missing), true},
		{"so is one with a warning", about(3, 9, Missing), true},
		{"a warning hides nothing of its place", about(3, 3, Missing), true},
		{"what is about no slide", about(0, 9, Missing), true},
	} {
		if got := len(List{tt.later}.Following(earlier)) == 1; got != tt.told {
			t.Errorf("%s: told is %t, want %t", tt.name, got, tt.told)
		}
	}
}
