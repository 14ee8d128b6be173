package template

import (
	"fmt"
	"strings"
	"testing"

	"lysark/config/diag"
	"lysark/report/locale"
)

// engine knows a share of 65 of 96, one of two years, and a hidden one.
func engine(t testing.TB) *Engine {
	t.Helper()
	l, _ := locale.For("nb")
	share := func(data string, count, base int) Figure {
		return Figure{Value: 100 * float64(count) / float64(base), Unit: Percent, Sources: []Source{{Data: data, Question: "har", Answers: []string{"Ja"}, Count: count, Base: base}}}
	}
	e := New(l, []Function{{
		Name: "share", Naming: true, Types: []any{new(func(string, ...string) Figure)},
		Call: func(args []any) (any, error) {
			if args[0] != "har" {
				return nil, &ArgError{Arg: 0, Rule: diag.UnknownQuestion, Text: fmt.Sprintf("no question %q", args[0]), Hint: "use har"}
			}
			return share("svar", 65, 96), nil
		},
	}, {
		Name: "words", Types: []any{new(func(Figure) string)},
		Call: func([]any) (any, error) { return "mange", nil },
	}})
	e.Define("har", From(share("svar", 65, 96), func(string) (Figure, error) { return share("forrige", 40, 80), nil }))
	e.Define("nei", share("svar", 5, 96))
	e.Define("skjult", Figure{Value: 50, Unit: Percent, Hidden: true, Sources: []Source{{Data: "svar", Question: "liten", Count: 2, Base: 4}}})
	e.Define("year", 2025)
	e.Define("antall", Figure{Value: 96, Unit: Number})
	e.Define("navn", "Finans Norge")
	return e
}

func text(s string) Text {
	return Text{S: s, Place: func(letter int) diag.Pos { return diag.Pos{File: "deck.toml", Line: 1, Col: letter + 1} }}
}

func TestFill(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"words stay as they are", "Bare ord", "Bare ord"},
		{"doubled braces are braces", "a {{b}} c", "a {b} c"},
		{"a figure is printed in the deck's language", "{har} har det", "68\u00a0% har det"},
		{"a number of the layout is printed without grouping", "i {year}", "i 2025"},
		{"a text is printed as it is", "{navn}!", "Finans Norge!"},
		{"a share from a plain number is a share", "{100 - har}", "32\u00a0%"},
		{"the sum of two shares is a share", "{har + nei}", "73\u00a0%"},
		{"the difference of two shares is in percentage points", "{har - nei}", "63\u00a0prosentpoeng"},
		{"a share of a number is a number", "{antall / 2}", "48"},
		{"the ratio of two shares has a decimal", "{har / nei}", "13,0"},
		{"what is reckoned with something hidden is hidden", "{100 - skjult} og {skjult}", "– og –"},
		{"braces and quotes within an expression", "{har > 50 ? '}' : \"{\"}", "}"},
		{"two expressions side by side", "{navn}{year}", "Finans Norge2025"},
		{"half the letters are not bytes", "æøå {year} – {har}", "æøå 2025 – 68\u00a0%"},
		{"a choice", "{har > 50 ? 'Flertallet' : 'Mindretallet'}", "Flertallet"},
		{"equal is what is printed alike", "{har == 68 ? 'ja' : 'nei'}{har != 68 ? 'ja' : 'nei'}{har == 67.7 ? 'ja' : 'nei'}", "janeija"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, list := engine(t).Fill(text(tt.text))
			if len(list) > 0 || got.String() != tt.want {
				t.Errorf("got %q, want %q (%v)", got.String(), tt.want, list)
			}
		})
	}
}

func TestWhatCannotBeFilledInIsTold(t *testing.T) {
	tests := []struct {
		text          string
		rule          diag.Rule
		message, hint string
		column        int
	}{
		{"a } b", diag.Syntax, "a single brace", "write }} for", 3},
		{"ab {har", diag.Syntax, "a { without its }", "close it", 4},
		{"ab {}", diag.Syntax, "nothing between the braces", "write an expression", 4},
		{"æ {hra} b", diag.BadExpression, `there is no figure, variable or function "hra"`, `did you mean "har"?`, 4},
		{"{har > }", diag.BadExpression, "ends too soon", "", 7},
		{"{har + navn}", diag.BadExpression, "figure and text cannot be added", "put them side by side", 6},
		{"{har == navn ? 'a' : 'b'}", diag.BadExpression, "figure and text cannot be compared", "a figure is compared with a number", 6},
		{"{round(har)}", diag.BadExpression, "round takes a plain number, not a figure", "write round(value(x))", 2},
		{"{-har}", diag.BadExpression, "a figure cannot be negative", "write 0 - x", 2},
		{"{12,5}", diag.BadExpression, `"," is not expected here`, "decimals are written with a point", 4},
		{"{'abc}", diag.Syntax, "a text begins here and never ends", "close its quotation mark", 2},
		{"{1..99999999}", diag.BadExpression, "too long a list", "", 3},
		{"{shar('har')}", diag.BadExpression, `"shar"`, `did you mean "share"?`, 2},
		{"x {share('hra', 'Ja')}", diag.UnknownQuestion, `no question "hra"`, "use har", 10},
		{"{100 + share('hra')}", diag.UnknownQuestion, `no question "hra"`, "use har", 14},
		{"{share(3)}", diag.BadExpression, "share takes text here, not number", "write it as share(text, text, …)", 8},
		{"{har > 50}", diag.BadExpression, "gives true or false", "", 2},
		{"{har / 0}", diag.BadExpression, "divided by 0", "", 6},
		{"{skjult > 50 ? 'a' : 'b'}", diag.SmallGroup, "too few answers", "leave the comparison out", 9},
		{"{now()}", diag.BadExpression, `"now"`, "", 2},
		{"{filter([1], # > 0)}", diag.BadExpression, "gives a list", "", 2},
		{"{har.Value}", diag.BadExpression, "has no parts", "value(x)", 6},
		{"{1/0}", diag.BadExpression, "gives no number", "", 2},
	}
	for _, tt := range tests {
		_, list := engine(t).Fill(text(tt.text))
		if len(list) != 1 || list[0].Rule != tt.rule || !strings.Contains(list[0].Message, tt.message) || !strings.HasPrefix(list[0].Hint, tt.hint) || list[0].Col != tt.column {
			t.Errorf("%s: got %+v", tt.text, list)
		}
	}
}

func TestEveryMistakeOfATextIsTold(t *testing.T) {
	got, list := engine(t).Fill(text("{hra} og {nie} og {har}"))
	if len(list) != 2 || got.String() != "… og … og 68\u00a0%" {
		t.Errorf("%q, %v", got.String(), list)
	}
}

func TestAPieceKnowsWhatItRestsOn(t *testing.T) {
	tests := []struct {
		text    string
		figures int
		spoken  string
	}{
		{"{har}", 1, ""},
		{"{har + nei}", 2, ""},
		{"{words(har)}", 1, ""},
		{"{share('har', 'Ja')}", 1, ""},
		{"{har > 50 ? '8 av 10' : 'få' + ' av dem'}", 1, "8 av 10|få| av dem"},
		{"{year}", 0, ""},
	}
	for _, tt := range tests {
		got, list := engine(t).Fill(text(tt.text))
		if len(list) > 0 || len(got.Pieces[0].Figures) != tt.figures || strings.Join(got.Pieces[0].Spoken, "|") != tt.spoken {
			t.Errorf("%s: %d figures, spoken %q, %v", tt.text, len(got.Pieces[0].Figures), got.Pieces[0].Spoken, list)
		}
	}
}

func TestAFigureIsWorkedOutAgainForAnotherDataSet(t *testing.T) {
	e := engine(t)
	r, _ := e.Eval(text("100 - har * 1"))
	again, err := r.Value.(Figure).In("forrige")
	if err != nil || again.Value != 50 || again.Sources[0].Data != "forrige" {
		t.Errorf("%+v, %v", again, err)
	}
	if _, err := figureOf(3).In("forrige"); err == nil {
		t.Error("a plain number has a counterpart in another data set")
	}
}

func TestAClaimIsTrueOrFalse(t *testing.T) {
	e := engine(t)
	if holds, r, list := e.Claim(text("har > 50 and nei < 10")); !holds || len(r.Figures) != 2 || len(list) > 0 {
		t.Errorf("%v %+v %v", holds, r, list)
	}
	if _, _, list := e.Claim(text("har")); len(list) != 1 || !strings.Contains(list[0].Message, "true or false") {
		t.Errorf("%v", list)
	}
}

func FuzzFill(f *testing.F) {
	for _, s := range []string{"{har} {{x}}", "{har > 50 ? '}' : \"{\"}", "{[1,2,3][har]}", "{{{har}}}", "{1..9999999}", "{har - har / (nei - nei)}"} {
		f.Add(s)
	}
	e := engine(f)
	f.Fuzz(func(t *testing.T, s string) {
		got, list := e.Fill(text(s))
		if len(list) == 0 && strings.Contains(got.String(), "NaN") && !strings.Contains(s, "NaN") {
			t.Errorf("%q gives %q", s, got.String())
		}
	})
}

func BenchmarkFill(b *testing.B) {
	e := engine(b)
	for b.Loop() {
		e.Fill(text("{har} av dem, {100 - har} ikke"))
	}
}
