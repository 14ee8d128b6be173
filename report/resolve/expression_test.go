package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"lysark/config/diag"
	"lysark/report"
)

// answers2 are two small surveys: seven of ten liked red in the newer one, and four answered the last question.
const (
	answers2 = "Farge;Tilbud;Enig?;Sjelden\n" +
		"Rød;Kurs;5;Ja\nRød;\"Kurs;Råd\";4;Ja\nRød;\"Kurs;Råd\";4;Nei\nRød;Råd;3;Ja\nRød;Kurs;2;\nRød;Kurs;1;\nRød;;5;\nBlå;;5;\nBlå;;4;\nGrønn mynte;;;\n"
	answers1 = "Farge;Tilbud;Enig?;Sjelden\n" +
		"Rød;Kurs;1;Ja\nRød;Kurs;2;Nei\nBlå;Råd;3;Ja\nBlå;Råd;4;Ja\nBlå;Kurs;5;Ja\n"
)

const years = `[deck]
title = "Prøve"
%s
[vars]
year = 2025
sted = "Oslo"
andel = 12.5
[figures]
rod = "share('farge', 'Rød')"
ikke = "100 - rod"
[data.svar]
file = "svar.csv"
population = 40
previous = "forrige"
[data.svar.questions]
farge = { column = "Farge", in_text = { "Grønn mynte" = "Grønn Mynte AS" } }
tilbud = { column = "Tilbud", multiple = ";" }
enig = "Enig?"
sjelden = "Sjelden"
[data.forrige]
file = "forrige.csv"
`

// inYears reads a deck of two surveys: deck is more of the table [deck], rest what follows the data.
func inYears(t *testing.T, deck, rest string) (*report.Deck, diag.List) {
	t.Helper()
	return resolved(t, "deck.toml", func(name string) ([]byte, error) {
		switch name {
		case "svar.csv":
			return []byte(answers2), nil
		case "other.csv":
			return []byte(strings.ReplaceAll(answers2, "\n", ";x\n")), nil
		case "forrige.csv":
			return []byte(answers1), nil
		}
		return []byte(fmt.Sprintf(years, deck) + rest), nil
	})
}

// soft makes hard spaces visible as ordinary ones.
func soft(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestWhatExpressionsPrint(t *testing.T) {
	tests := []struct{ text, nb, nn, en string }{
		{"{rod} og {ikke}", "70 % og 30 %", "", "70% og 30%"},
		{"{share('farge', 'Rød', 'Blå')}", "90 %", "", "90%"},
		{"{share('tilbud', 'Kurs', 'Råd')}", "100 %", "", "100%"}, // who gave both counts once
		{"{share_of_all('tilbud', 'Kurs')} av alle, {share('tilbud', 'Kurs')} av de som svarte", "50 % av alle, 83 % av de som svarte", "", "50% av alle, 83% av de som svarte"},
		{"{count('farge', 'Blå')} av {base('farge')}", "2 av 10", "", ""},
		{"{respondents()} av {population()}: {response()}", "10 av 40: 25 %", "", "10 av 40: 25%"},
		{"{respondents('forrige')}", "5", "", ""},
		{"{mean('enig')}", "3,7", "", "3.7"},
		{"{mean('forrige.enig')}", "3,0", "", "3.0"},
		{"{fraction(rod)}, {fraction(rod, 10)}", "7 av 10, 7 av 10", "", "7 in 10, 7 in 10"},
		{"{fraction(share('tilbud', 'Råd'))}, {capital(fraction(share('tilbud', 'Råd')))}", "halvparten, Halvparten", "halvparten, Halvparten", "half, Half"},
		{"{words(fraction(rod))}, {capital(words(fraction(rod)))}", "sju av ti, Sju av ti", "sju av ti, Sju av ti", "seven in ten, Seven in ten"},
		{"{change(rod)}", "opp 30 prosentpoeng", "opp 30 prosentpoeng", "up 30 percentage points"},
		{"{change(ikke)}", "ned 30 prosentpoeng", "ned 30 prosentpoeng", "down 30 percentage points"},
		{"{change(rod, 'svar')}", "uendret", "uendra", "unchanged"},
		{"{change(mean('enig'))}", "opp 0,7", "opp 0,7", "up 0.7"},
		{"{was(rod)} da, {rod} nå", "40 % da, 70 % nå", "", "40% da, 70% nå"},
		{"{rod - was(rod)}", "30 prosentpoeng", "30 prosentpoeng", "30 percentage points"},
		{"{pct(share('tilbud', 'Kurs'), 1)}, {pct(12)}", "83,3 %, 12 %", "", "83.3%, 12%"},
		{"{num(rod)}, {num(12345)}, {num(1.25, 1)}", "70, 12 345, 1,3", "", "70, 12,345, 1.3"},
		{"{about(share('tilbud', 'Kurs'))}, {about(share('tilbud', 'Kurs'), 5)}", "80 %, 85 %", "", "80%, 85%"},
		{"{top('farge')}", "Rød", "", ""},
		{"{top('forrige.tilbud')}", "Kurs", "", ""},
		{"{rank('farge', 'Blå')}", "2", "", ""},
		{"{list('farge')}", "rød, blå og Grønn Mynte AS", "rød, blå og Grønn Mynte AS", "rød, blå and Grønn Mynte AS"},
		{"{list('farge', 2)}", "rød og blå", "rød og blå", "rød and blå"},
		{"{list(['a', 'b'])}, {list([rod, ikke])}", "a og b, 70 % og 30 %", "", "a and b, 70% and 30%"},
		{"{answers('farge', 1)[0]}: {share('farge', answers('farge', 1)[0])}", "Rød: 70 %", "", "Rød: 70%"},
		{"{year} i {sted}, {andel}", "2025 i Oslo, 12,5", "", "2025 i Oslo, 12.5"},
		{"{plain('95 %')}", "95 %", "", ""},
		{"{rod > 50 ? 'Flertallet' : 'Mindretallet'}", "Flertallet", "", ""},
		{"{round(value(share('tilbud', 'Kurs')))}", "83", "", ""},
	}
	for lang, want := range map[string]func(i int) string{
		"nb": func(i int) string { return tests[i].nb }, "nn": func(i int) string { return tests[i].nn }, "en": func(i int) string { return tests[i].en },
	} {
		for i, tt := range tests {
			deck, list := inYears(t, `lang = "`+lang+`"`, "[[slide]]\nheadline = \"A\"\ntext = \""+tt.text+"\"\n")
			if list.HasErrors() {
				t.Errorf("%s: %v", tt.text, list[0].Message)
				continue
			}
			expected := want(i)
			if expected == "" {
				expected = tt.nb
			}
			if got := soft(deck.Slides[0].Prose.Paragraphs[0].S); got != expected {
				t.Errorf("%s in %s: %q, want %q", tt.text, lang, got, expected)
			}
		}
	}
}

func TestATieIsTold(t *testing.T) {
	deck, list := inYears(t, "", "[[slide]]\nheadline = \"{top('forrige.sjelden')}\"\ntext = [\"{top('enig')}\", \"{list('enig', 1)}\", \"{rank('enig', '4')} og {rank('enig', '5')}\"]\n")
	if list.HasErrors() {
		t.Fatal(list)
	}
	for i, want := range []string{"4 og 5", "4 og 5", "1 og 1"} {
		if got := deck.Slides[0].Prose.Paragraphs[i].S; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestWhatExpressionsCannotSay(t *testing.T) {
	tests := []struct {
		text          string
		rule          diag.Rule
		message, hint string
		column        int // within the text, from 1
	}{
		{"{share('farve', 'Rød')}", diag.UnknownQuestion, `no question "farve"`, `did you mean "farge"?`, 8},
		{"{share('farge', 'Rod')}", diag.UnknownAnswer, `nobody in svar.csv answered "Rod" to "Farge"`, `did you mean "Rød"?`, 17},
		{"{share('farge', 'Rød', 'Blaa')}", diag.UnknownAnswer, `"Blaa"`, `use one of "Blå", "Grønn mynte", "Rød"`, 24},
		{"{share('farge')}", diag.BadExpression, "the share of which answer", "name it", 8},
		{"{shaer('farge', 'Rød')}", diag.BadExpression, `"shaer"`, `did you mean "share"?`, 2},
		{"{rodt}", diag.BadExpression, `"rodt"`, `did you mean "rod"?`, 2},
		{"{fraction(share('tilbud', 'Kurs') - 6)}", 0, "", "", 0},
		{"{fraction(96)}", diag.BadExpression, "fraction is called with too little, or with something else than it takes", "write it as fraction(figure) or fraction(figure, number)", 2},
		{"{fraction(100 - pct(5))}", diag.BadExpression, "within 3 points of 95,0", "print the share itself", 11},
		{"{fraction(rod, 1)}", diag.ValueRange, "a fraction of 1", "", 16},
		{"{mean('farge')}", diag.BadData, `"Rød" to "Farge" is no number`, `numbers = { "Rød" = … }`, 7},
		{"{change(rod, 'ifjor')}", diag.UnknownQuestion, `no data set "ifjor"`, "", 14},
		{"{change(100 - pct(5))}", diag.BadExpression, "comes from no data set", "", 9},
		{"{change(response())}", diag.Missing, `were asked for the data set "forrige"`, "add population", 9},
		{"{list('farge', 9)}", diag.ValueRange, "9 answers are asked for, and 3 were given", "", 16},
		{"{was(share('sjelden', 'Kanskje'))}", diag.UnknownAnswer, `"Kanskje"`, "", 23},
		{"{rod > 50}", diag.BadExpression, "gives true or false", "", 2},
		{"{respondents('svr')}", diag.UnknownQuestion, `no data set "svr"`, `did you mean "svar"?`, 2},
	}
	for _, tt := range tests {
		_, list := inYears(t, "", "[[slide]]\nheadline = \"A\"\ntext = \""+tt.text+"\"\n")
		if tt.rule == 0 {
			if list.HasErrors() {
				t.Errorf("%s: %v", tt.text, list[0].Message)
			}
			continue
		}
		const before = len(`text = "`)
		if len(list) != 1 || list[0].Rule != tt.rule || !strings.Contains(soft(list[0].Message), tt.message) || !strings.Contains(list[0].Hint, tt.hint) || list[0].Col != before+tt.column {
			t.Errorf("%s: got %+v", tt.text, list)
			for _, d := range list {
				t.Logf("   %d %s %q %q", d.Col-before, d.Rule, d.Message, d.Hint)
			}
		}
	}
}

func TestNamedFiguresMayRestOnEachOtherInAnyOrder(t *testing.T) {
	deck, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
		if name == "svar.csv" {
			return []byte(answers2), nil
		}
		return []byte(`[deck]
title = "Prøve"
[figures]
c = "a + b"
a = "100 - b"
b = "share('farge', 'Rød')"
[data.svar]
file = "svar.csv"
questions = { farge = "Farge" }
[[slide]]
headline = "{a} {b} {c}"
`), nil
	})
	if got := soft(deck.Slides[0].Headline.S); got != "30 % 70 % 100 %" || list.HasErrors() {
		t.Errorf("%q, %v", got, list)
	}
}

func TestWhatIsWrongWithNamesIsToldOnce(t *testing.T) {
	tests := []struct {
		name, figures string
		want          []string
	}{
		{"a circle", "a = \"b\"\nb = \"c\"\nc = \"a + 1\"", []string{`the figure "a" rests on itself: a → b → c → a`}},
		{"a figure that is wrong is not told again where it is used", "a = \"shre('farge', 'Rød')\"\nb = \"a + 1\"", []string{`there is no function "shre"`}},
		{"a function's name", "share = \"1\"", []string{`"share" is a word of the expressions themselves`}},
		{"a word of the language", "let = \"1\"", []string{`"let" is a word of the expressions themselves`}},
		{"a variable's name", "year = \"1\"", []string{`the name "year" is in [vars] already`}},
	}
	for _, tt := range tests {
		_, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
			if name == "svar.csv" {
				return []byte(answers2), nil
			}
			return []byte("[deck]\ntitle = \"P\"\n[vars]\nyear = 2025\n[figures]\n" + tt.figures + "\n[data.svar]\nfile = \"svar.csv\"\nquestions = { farge = \"Farge\" }\n[[slide]]\nheadline = \"A {" + map[bool]string{true: "a", false: "year"}[strings.HasPrefix(tt.figures, "a =")] + "}\"\n"), nil
		})
		var got []string
		for _, d := range list {
			got = append(got, d.Message)
		}
		if fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestEveryTextTakesExpressions(t *testing.T) {
	deck, list := inYears(t, `subtitle = "S {rod}"
author = "A {year}"`, `
[[slide]]
layout = "title"
headline = "H {rod}"
subtitle = "U {rod}"
notes = "N {rod}"
[[slide]]
headline = "H {rod}"
lead = "L {rod}"
bullets = ["B {rod}"]
text = "T {rod}"
source = "K {rod}"
[[slide.chart]]
type = "column"
title = "C {rod}"
alt = "D {rod}"
labels = ["E {year}", "F"]
series = [{ name = "G {year}", values = [1, 2] }]
highlight = "{top('farge') == 'Rød' ? 'F' : 'G'}"
[[slide]]
headline = "H"
[[slide.chart]]
type = "donut"
question = "farge"
rename = { "Blå" = "I {year}" }
center = "{rod}"
center_note = "J {year}"
[[slide]]
headline = "H"
table = { columns = ["K {year}", "L"], rows = [["M {rod}", "{rod}"]] }
[[slide]]
quote = { text = "O {rod}", by = "P {year}" }
[[slide]]
headline = "H"
number = { value = "{rod}", text = "Q {rod}" }
`)
	if list.HasErrors() {
		t.Fatal(list)
	}
	if all := fmt.Sprintf("%+v", *deck); strings.Contains(strings.ReplaceAll(all, "Name:rod", ""), "{rod}") || strings.Contains(all, "{year}") {
		t.Errorf("an expression was not filled in: %s", all)
	}
	if c := deck.Slides[1].Charts[0]; c.Title != "C 70\u00a0%" || c.Categories[0] != "E 2025" || c.Series[0].Name != "G 2025" || c.Highlight[0] != "F" {
		t.Errorf("%+v", c)
	}
}

func TestAFigureKnowsWhereItComesFrom(t *testing.T) {
	deck, _ := inYears(t, "", "[[slide]]\nheadline = \"{fraction(rod)} og {rod}\"\nbullets = [\"a\", \"{share('tilbud', 'Kurs', 'Råd')} i {top('farge')}\"]\nchart = [{ type = \"bar\", question = \"farge\" }]\n")
	var got []string
	for _, f := range deck.Figures {
		s := f.Sources[0]
		got = append(got, fmt.Sprintf("%d %s %s %q %.2f %s.%s %q %d/%d", f.Slide, f.Where, f.Name, soft(f.Text), f.Value, s.Data, s.Question, s.Answers, s.Count, s.Base))
	}
	want := []string{
		`1 headline fraction(rod) "7 av 10" 70.00 svar.farge ["Rød"] 7/10`,
		`1 headline rod "70 %" 70.00 svar.farge ["Rød"] 7/10`,
		`1 bullet 2 share('tilbud', 'Kurs', 'Råd') "100 %" 100.00 svar.tilbud ["Kurs" "Råd"] 6/6`,
		`1 bullet 2 top('farge') "Rød" 70.00 svar.farge ["Rød"] 7/10`,
		`1 chart 1 Blå "20 %" 20.00 svar.farge ["Blå"] 2/10`,
		`1 chart 1 Grønn mynte "10 %" 10.00 svar.farge ["Grønn mynte"] 1/10`,
		`1 chart 1 Rød "70 %" 70.00 svar.farge ["Rød"] 7/10`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
