package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"lysark/config/diag"
	"lysark/report"
)

// withVars resolves a deck of one slide that prints {sagt}, with a few answers.
func withVars(t *testing.T, deck, names, slide string) (*report.Deck, diag.List) {
	t.Helper()
	layout := "[deck]\ntitle = \"P\"\n" + deck + "[vars]\n" + names +
		"\n[data.svar]\nfile = \"svar.csv\"\nquestions = { farge = \"Farge\" }\n[[slide]]\n" + slide + "\n"
	return resolved(t, "deck.toml", func(name string) ([]byte, error) {
		if name == "svar.csv" {
			return []byte(answers2), nil
		}
		return []byte(layout), nil
	})
}

// TestBracesInVariablesAreWorkedOut lets a variable use others, and figures, in any order.
func TestBracesInVariablesAreWorkedOut(t *testing.T) {
	tests := []struct{ name, vars, want string }{
		{"another variable", "sagt = \"Sagt i {aar}\"\naar = 2031", "Sagt i 2031"},
		{"a figure of the answers", `sagt = "{share('farge', 'Rød')} sier rødt"`, "70 % sier rødt"},
		{"a named figure", "sagt = \"{rod} sier rødt\"\n[figures]\nrod = \"share('farge', 'Rød')\"", "70 % sier rødt"},
		{"a figure that uses a variable that uses a figure",
			"sagt = \"{a} og {nest}\"\na = \"{rod}\"\n[figures]\nnest = \"a == '70 %' ? 100 - rod : 0\"\nrod = \"share('farge', 'Rød')\"", "70 % og 30 %"},
		{"braces that are meant", `sagt = "{{ikke}}"`, "{ikke}"},
		{"no braces", `sagt = "bare ord"`, "bare ord"},
	}
	for _, tt := range tests {
		deck, list := withVars(t, "", tt.vars, `headline = "{sagt}"`)
		if got := soft(deck.Slides[0].Headline.S); got != tt.want || len(list) > 0 {
			t.Errorf("%s: got %q, want %q; told %v", tt.name, got, tt.want, list)
		}
	}
}

// TestWhatIsWrongInAVariableIsToldWhereItIs does so once, however often the variable is used.
func TestWhatIsWrongInAVariableIsToldWhereItIs(t *testing.T) {
	tests := []struct {
		name, vars string
		want       []string
	}{
		{"a name that there is not", `sagt = "ja, {ingen}"`, []string{`4:14: there is no figure, variable or function "ingen"`}},
		{"an answer that nobody gave", `sagt = "{share('farge', 'Gul')}"`, []string{`4:25: nobody in svar.csv answered "Gul" to "Farge"`}},
		{"a single brace", `sagt = "a } b"`, []string{`4:11: a single brace in "a } b"`}},
		{"a circle", "sagt = \"{to}\"\nto = \"({tre})\"\ntre = \"{to}\"", []string{`5:6: the variable "to" rests on itself: to → tre → to`}},
		{"itself", `sagt = "{sagt}"`, []string{`4:8: the variable "sagt" rests on itself: sagt → sagt`}},
		{"a circle with a figure", "sagt = \"{rod}\"\n[figures]\nrod = \"sagt == 'a' ? 1 : 2\"", []string{`6:7: the figure "rod" rests on itself: rod → sagt → rod`}},
	}
	for _, tt := range tests {
		_, list := withVars(t, "", tt.vars, "headline = \"{sagt}\"\nbullets = [\"{sagt}\"]")
		var got []string
		for _, d := range list {
			got = append(got, fmt.Sprintf("%d:%d: %s", d.Line, d.Col, d.Message))
		}
		if fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestAVariableIsFollowedToItsFigures keeps what a text rests on, and what hides it.
func TestAVariableIsFollowedToItsFigures(t *testing.T) {
	deck, _ := withVars(t, "", `sagt = "av {base('farge')}"`, `headline = "{sagt}"`)
	if f := deck.Figures; len(f) != 1 || f[0].Text != "av 10" || len(f[0].Sources) != 1 || f[0].Sources[0].Base != 10 {
		t.Errorf("the deck's figures are %+v, want one that rests on ten answers", f)
	}
	deck, list := withVars(t, "min_base = 50\n", `sagt = "{share('farge', 'Rød')}"`, `headline = "{sagt == '70 %' ? 'mye' : 'lite'}"`)
	if len(list) != 1 || list[0].Rule != diag.SmallGroup {
		t.Errorf("a hidden figure in a variable was compared: told %v, printed %q", list, deck.Slides[0].Headline.S)
	}
}

// TestTextAndBulletsComeInTheOrderOfTheFile looks at what the slide has, and at the deck's figures.
func TestTextAndBulletsComeInTheOrderOfTheFile(t *testing.T) {
	const bullets, text, lead = "bullets = [\"{aar} b\"]\n", "text = \"{aar} t\"\n", "lead = \"L\"\n"
	for _, tt := range []struct{ slide, first, order string }{
		{bullets + text, "2031 b", "bullet 1, text 1"},
		{text + bullets, "2031 t", "text 1, bullet 1"},
		{bullets + text + lead, "L", "bullet 1, text 1"},
		{bullets, "2031 b", "bullet 1"},
		{text, "2031 t", "text 1"},
	} {
		deck, list := withVars(t, "", "aar = 2031", "headline = \"H\"\n"+tt.slide)
		var order []string
		for _, f := range deck.Figures {
			order = append(order, f.Where)
		}
		if got := deck.Slides[0].Prose.First().S; got != tt.first || strings.Join(order, ", ") != tt.order || len(list) > 0 {
			t.Errorf("%q begins with %q and prints %v, want %q and %q; told %v", tt.slide, got, order, tt.first, tt.order, list)
		}
	}
}
