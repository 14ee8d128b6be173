package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"lysark/config/diag"
	"lysark/report"
)

func TestTypedNumbers(t *testing.T) {
	tests := []struct{ name, slide, want string }{
		{"a share of the slide's chart", `headline = "70 % liker rødt"`, "70 %: rod"},
		{"with a decimal", `headline = "83,3 % vil ha kurs"`, "83,3 %: pct(share('tilbud', 'Kurs'), 1)"},
		{"a fraction", `headline = "7 av 10"`, "7 av 10: fraction(rod)"},
		{"a fraction in words at the beginning", `headline = "Halvparten vil ha råd"`, "Halvparten: capital(fraction(share('tilbud', 'Råd')))"},
		{"a base", `source = "n = 6"`, "6: base('tilbud')"},
		{"a variable", `headline = "I 2025"`, "2025: year"},
		{"who was asked", `headline = "40 spurt"`, "40: population()"},
		{"a number from nowhere", `headline = "99 %"`, "99 %: "},
		{"what is listed as plain", `headline = "I 1999 og IT 2"`, ""},
		{"but not within another number", `headline = "I 19991"`, "19991: "},
		{"a number that is part of a word", `headline = "Covid-19, Q3 og A4-ark"`, ""},
		{"a count and its base are two numbers", `headline = "5 av 6 vil ha kurs, 3 av 16 ikke"`, "5 av 6: |3: |16: "},
		{"a quantity in words", `headline = "Sekstiåtte prosent, og dobbelt så mange som hver tredje"`, "Sekstiåtte prosent: |dobbelt så mange: |hver tredje: "},
		{"what is said to be meant", `headline = "{plain('99 %')}"`, ""},
		{"a number in an expression's text", `headline = "{rod > 50 ? '8 av 10' : 'få'}"`, "8 av 10: "},
		{"an answer's name in a call is none", `headline = "{share('enig', '5')}"`, ""},
		{"a link's words are looked at, not its target", `headline = "[I 2019](https://example.no/2018/70%25)"`, "2019: "},
		{"every text is looked at", "headline = \"A\"\nbullets = [\"b\", \"12\"]\nsource = \"13\"\nnotes = \"14\"", "12: |13: |14: "},
	}
	for _, tt := range tests {
		text := "[[slide]]\n" + tt.slide + "\n"
		if !strings.Contains(tt.slide, "headline") {
			text += "headline = \"A\"\n"
		}
		deck, list := inYears(t, `plain = ["1999", "IT 2"]`, text+"chart = [{ type = \"bar\", question = \"tilbud\" }]\n")
		var got []string
		for _, n := range deck.Typed {
			got = append(got, n.Number+": "+n.Replace)
		}
		if strings.Join(got, "|") != tt.want || list.HasErrors() || len(list) != len(got) {
			t.Errorf("%s: got %q, want %q (%v)", tt.name, strings.Join(got, "|"), tt.want, list)
		}
	}
}

func TestATypedNumbersTextIsToldWithoutMarkup(t *testing.T) {
	deck, list := inYears(t, "", "[[slide]]\nheadline = '{{x}} [i {year}](https://example.no/{year}) \\[a] og [2019 {rod}](lang:en)'\n")
	if len(deck.Typed) != 1 || deck.Typed[0].Text != "{{x}} i {year} [a] og 2019 {rod}" || deck.Typed[0].Pos.Col != 66 {
		t.Errorf("%+v %v", deck.Typed, list)
	}
}

func TestATypedNumbersPlaceIsItsOwn(t *testing.T) {
	_, list := inYears(t, "", "[[slide]]\nheadline = \"\"\"\nFor \\u00A0æ {rod}, 12 %\"\"\"\n")
	if len(list) != 1 || list[0].Line != 24 || list[0].Col != 20 {
		t.Errorf("%+v", list)
	}
}

func TestATypedAnswerIsToldAsAWhole(t *testing.T) {
	deck, _ := resolved(t, "deck.toml", func(name string) ([]byte, error) {
		if name == "svar.csv" {
			return []byte("Tid\n12 måneder\n12 måneder\n6 måneder\n"), nil
		}
		return []byte(`[deck]
title = "Prøve"
[data.svar]
file = "svar.csv"
questions = { tid = "Tid" }
[[slide]]
headline = "12 måneder er vanligst, 6 måneder sjeldnere"
bullets = ["Mest 12\u00A0måneder"]
chart = [{ type = "bar", question = "tid" }]
`), nil
	})
	var got []string
	for _, n := range deck.Typed {
		got = append(got, n.Number+": "+n.Replace)
	}
	if want := "12 måneder: top('tid')|6: |12 måneder: top('tid')"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}

func TestExpressionsThatPrintWhatIsWrittenInThem(t *testing.T) {
	for text, want := range map[string]string{
		"{58}": "58", "{pct(58)}": "58\u00a0%", "{num(58)}": "58", "{about(pct(58))}": "60\u00a0%", "{words(58)}": "femtiåtte", "{capital('58 %')}": "58 %",
		"{fraction(pct(50))}": "halvparten", "{list(['58 %'])}": "58 %", "{join(['58 %'], '')}": "58 %", "{rod > 1 ? '58 %' : 'få'}": "58 %",
		"{plain('58 %')}": "", "{rod}": "", "{year}": "", "{year - 3}": "", "{100 - rod}": "", "{share('enig', '5')}": "", "{list('farge', 2)}": "", "{'ingen tall'}": "",
	} {
		deck, list := inYears(t, "", "[[slide]]\nheadline = \"A\"\ntext = \""+text+"\"\n")
		var got []string
		for _, n := range deck.Typed {
			got = append(got, n.Number)
		}
		if strings.Join(got, "|") != want || list.HasErrors() {
			t.Errorf("%s: %q, want %q (%v)", text, got, want, list)
		}
	}
}

// TestWhatIsSuggestedPrintsWhatWasTyped types every share of answers with odd names, and pastes what is suggested.
func TestWhatIsSuggestedPrintsWhatWasTyped(t *testing.T) {
	answers := []string{`Nei "aldri" nå`, `det 'er' sånn`, "tikk ` og 'takk'", `c:\ny`, "100 %", "a {b} c", "æøå; ja"}
	file := "Svar\n"
	for i, a := range answers {
		file += strings.Repeat(`"`+strings.ReplaceAll(a, `"`, `""`)+"\"\n", 1<<i)
	}
	deck := func(text string) (*report.Deck, diag.List) {
		return resolved(t, "deck.toml", func(name string) ([]byte, error) {
			if name == "svar.csv" {
				return []byte(file), nil
			}
			return []byte("[deck]\ntitle = \"P\"\n[data.svar]\nfile = \"svar.csv\"\ndelimiter = \",\"\nquestions = { q = \"Svar\" }\n[[slide]]\nheadline = \"" + text + "\"\nchart = [{ type = \"bar\", question = \"q\" }]\n"), nil
		})
	}
	for i := range answers {
		typed := strings.ReplaceAll(fmt.Sprintf("%.1f %%", 100*float64(int(1)<<i)/127), ".", ",")
		first, _ := deck(typed)
		if len(first.Typed) != 1 || first.Typed[0].Replace == "" {
			t.Fatalf("%s: %+v", typed, first.Typed)
		}
		again, list := deck("{" + first.Typed[0].Replace + "}")
		if got := soft(again.Slides[0].Headline.S); got != typed || list.HasErrors() {
			t.Errorf("%s suggests {%s}, which prints %q (%v)", typed, first.Typed[0].Replace, got, list)
		}
	}
}

// TestAPointOfAScaleIsNotTakenForAFigure proposes nothing for it that prints the same by chance: not the most given
// answer, nor how many answered.
func TestAPointOfAScaleIsNotTakenForAFigure(t *testing.T) {
	const answers = "Karakter\n2\n6\n6\n5\n6\n4\n"
	layout := "[deck]\ntitle = \"P\"\n[data.svar]\nfile = \"svar.csv\"\n[data.svar.questions]\n" +
		"karakter = { column = \"Karakter\", answers = [\"2\", \"4\", \"5\", \"6\"] }\n" +
		"[[slide]]\nheadline = \"50 % ga 6 eller 5\"\nchart = [{ type = \"bar\", question = \"karakter\" }]\n"
	deck, _ := resolved(t, "deck.toml", func(name string) ([]byte, error) {
		if name == "svar.csv" {
			return []byte(answers), nil
		}
		return []byte(layout), nil
	})
	var got []string
	for _, n := range deck.Typed {
		got = append(got, n.Number+": "+n.Replace)
	}
	const want = "50 %: share('karakter', '6')|6: |5: "
	if strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}
