package compare

import (
	"io"
	"slices"
	"strings"
	"testing"

	"lysark/report"
	"lysark/report/locale"
	"lysark/report/survey"
	"lysark/report/template"
)

// weighted is a deck of one weighted share, as 40 of 60 who are worth 45.5 of 62.25.
func weighted(count int, sum float64) *report.Deck {
	l, _ := locale.For("nb")
	value := 100 * sum / 62.25
	source := template.Source{Data: "svar", Question: "ordning", Column: "Ordning?", Answers: []string{"Ja"}, Count: count, Base: 60, Weighted: true, WeightedSum: sum, WeightedOf: 62.25, Effective: 48.125, Respondents: 64}
	figure := template.Figure{Value: value, Unit: template.Percent, Sources: []template.Source{source}}
	return &report.Deck{Locale: l, Figures: []report.Figure{{Where: "title", Name: "har", Text: l.Percent(value, 0), Figure: figure}}}
}

func TestWeightedFiguresAreListedWithBothBases(t *testing.T) {
	list := List(weighted(40, 45.5))
	table := strings.Fields(strings.Split(written(t, func(w io.Writer) error { return list.Table(w, 0) }), "\n")[2])
	if got, want := strings.Join(table, " "), "deck title har 73 % 73.0924 percent 40 60 45.5 62.25 48.125 svar ordning Ja"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	rows := strings.Split(written(t, list.CSV), "\r\n")
	if want := "0;title;har;73\u00a0%;73,09236947791165;percent;40;60;45,5;62,25;48,125;;svar;ordning;Ordning?;Ja;false"; rows[1] != want {
		t.Errorf("got  %s\nwant %s", rows[1], want)
	}
}

// TestCountAndBaseStandOnlyWithTheirShare: what is reckoned from a share tells the share as its part.
func TestCountAndBaseStandOnlyWithTheirShare(t *testing.T) {
	tests := []struct{ expr, count, base, from string }{
		{"share('farge', 'Rød')", "40", "100", ""},
		{"fraction(share('farge', 'Rød', 'Blå'))", "100", "100", ""},
		{"top('farge')", "60", "100", ""},
		{"100 - share('farge', 'Rød')", "", "", "Rød: 40 of 100"},
		{"share('farge', 'Blå') - share('farge', 'Rød')", "", "", "Blå: 60 of 100; Rød: 40 of 100"},
		{"share('farge', 'Blå') - share('hus', 'Rød')", "", "", "farge Blå: 60 of 100; hus Rød: 40 of 100"},
		{"count('farge', 'Rød')", "", "", "Rød: 40 of 100"},
		{"base('farge')", "", "", "farge: 100 answered"},
		{"respondents()", "", "", "svar: 100 respondents"},
		{"population()", "", "", "svar: 100 of 200"},
		{"response()", "100", "200", ""},
	}
	for _, tt := range tests {
		layout := "[data.svar]\nfile = \"svar.csv\"\npopulation = 200\n[data.svar.questions]\nhus = \"Farge\"\n" + asks + "[[slide]]\nheadline = \"{" + tt.expr + "}\"\n"
		list := List(files(t, layout, map[string]string{"svar.csv": answers("Farge", "Rød", 40, "Blå", 60)}).Deck).All
		if len(list) != 1 {
			t.Fatalf("%s: %+v", tt.expr, list)
		}
		if f := list[0]; whole(f.Count) != tt.count || whole(f.Base) != tt.base || f.from(full) != tt.from {
			t.Errorf("%s: %s of %s, from %q", tt.expr, whole(f.Count), whole(f.Base), f.from(full))
		}
	}
}

func TestWeightedPartsAreToldWithTheirWeights(t *testing.T) {
	deck := weighted(40, 45.5)
	deck.Figures[0].Value = 100 - deck.Figures[0].Value
	rows := strings.Split(written(t, List(deck).CSV), "\r\n")
	if !strings.Contains(rows[1], ";percent;;;;;;Ja: 40 of 60, weighted 45,5 of 62,25;svar;") {
		t.Errorf("got %s", rows[1])
	}
}

// TestTheListIsReadBack reads the CSV of every language as answers are read.
func TestTheListIsReadBack(t *testing.T) {
	for _, tag := range locale.Tags() {
		deck := weighted(40, 45.5)
		deck.Locale, _ = locale.For(tag)
		deck.Figures = append(deck.Figures, deck.Figures[0])
		deck.Figures[1].Sources = append(deck.Figures[1].Sources, deck.Figures[0].Sources[0])
		deck.Figures[1].Name, deck.Figures[1].Sources[1].Data = "a;b,\"c\"", "æøå"
		list := List(deck)
		table, problems := survey.Read("figures.csv", []byte(written(t, list.CSV)), survey.Options{})
		if len(problems) > 0 || table == nil {
			t.Fatalf("%s: %v", tag, problems)
		}
		want := list.lines(fields(full))
		value := map[string]string{"nb": "73,09236947791165", "nn": "73,09236947791165", "en": "73.09236947791165"}[tag]
		isNamed := func(c survey.Column, name string) bool { return c.Name == name }
		if !slices.EqualFunc(table.Columns, want[0], isNamed) || table.Len() != 2 {
			t.Errorf("%s: %d rows of %v", tag, table.Len(), table.Columns)
		}
		for column, answer := range map[string]string{"value": value, "name": "a;b,\"c\"", "data": "svar; æøå"} {
			if tally, _ := table.Tally(survey.Question{Column: column}); !slices.ContainsFunc(tally.Answers, func(a survey.Answer) bool { return a.Label == answer }) {
				t.Errorf("%s: %s is %v, want %q among them", tag, column, tally.Answers, answer)
			}
		}
	}
}

// TestANumberFromNoAnswersSaysSo, in the list, and is held against the old one like any other.
func TestANumberFromNoAnswersSaysSo(t *testing.T) {
	typed := func(n float64) Side {
		s := inline(t, asks+"[[slide]]\nheadline = \"A\"\n", answers("Farge", "Rød", 40))
		text := s.Deck.Locale.Percent(n, 0)
		figure := template.Figure{Value: n, Unit: template.Percent}
		s.Deck.Figures = append(s.Deck.Figures, report.Figure{Slide: 1, Where: "headline", Name: "andel", Text: text, Figure: figure})
		s.Deck.Typed = append(s.Deck.Typed, report.Typed{Slide: 1, Where: "headline", Number: text, Text: "{andel}"})
		return s
	}
	old, now := typed(58), typed(60)
	list := List(now.Deck)
	table := strings.Fields(strings.Split(written(t, func(w io.Writer) error { return list.Table(w, 0) }), "\n")[2])
	if got, want := strings.Join(table, " "), "1 headline andel 60 % 60 percent (by hand)"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := written(t, list.JSON); !strings.Contains(got, "\"by_hand\": true,\n    \"sources\": []") {
		t.Errorf("got %s", got)
	}
	r := Compare(old, now)
	if len(r.Moved) != 1 || r.Moved[0].change() != "+2.0 points" || r.Moved[0].Chance != Untested || r.Moved[0].answered() != template.Dash {
		t.Errorf("got %+v", r.Moved)
	}
	if len(r.Typed) != 1 || r.Typed[0].Number != "60\u00a0%" || r.Typed[0].State != loose {
		t.Errorf("got %+v", r.Typed)
	}
	gone := Compare(old, inline(t, asks+"[[slide]]\nheadline = \"A\"\n", answers("Farge", "Rød", 40)))
	if got, want := moved(gone), "old 1 headline andel: 58 %, it is not on the slide there"; strings.Join(got, "") != want {
		t.Errorf("got %q", got)
	}
}

func TestWeightedSharesAreTestedWithTheirEffectiveSize(t *testing.T) {
	old, now := weighted(40, 45.5), weighted(38, 34.5)
	l := old.Locale
	m := move(matched{&origined{Figure: old.Figures[0]}, &origined{Figure: now.Figures[0]}}, l, l)
	a, b := sample{45.5 / 62.25, 48.125, 1}, sample{34.5 / 62.25, 48.125, 1}
	if chance, p := test(a, b); m.Chance != chance || *m.P != p || *m.New.Sources[0].Base != 60 {
		t.Errorf("got %s, p = %g; want %s, p = %g", m.Chance, *m.P, chance, p)
	}
}

// TestWhatOthersWroteIsShownAsItIs: an answer that looks like code stays text in every form.
func TestWhatOthersWroteIsShownAsItIs(t *testing.T) {
	const answer = "<script>alert(1)</script> a|b *c* \x1b[31m"
	layout := asks + "[[slide]]\nheadline = \"A\"\nchart = [{ type = \"bar\", question = \"farge\" }]\n"
	r := Compare(inline(t, layout, answers("Farge", answer, 40, "Blå", 20)), inline(t, layout, answers("Farge", answer, 20, "Blå", 40)))
	if len(r.Moved) != 2 {
		t.Fatalf("got %q", moved(r))
	}
	want := map[string]string{
		"html": "&lt;script&gt;alert(1)&lt;/script&gt; a|b *c*", "md": `&lt;script&gt;alert(1)&lt;/script&gt; a\|b \*c\*`,
		"txt": "<script>alert(1)</script> a|b *c*", "json": "<script>alert(1)</script> a|b *c*",
	}
	for ext, write := range forms() {
		got := written(t, func(w io.Writer) error { return write(r, w) })
		if !strings.Contains(got, want[ext]) || ext == "html" && strings.Contains(got, "<script>") || ext != "html" && strings.Contains(got, "\x1b") {
			t.Errorf("%s: the answer does not stand there as %q", ext, want[ext])
		}
	}
}

func TestALongTableIsCutToTheWidthOfTheTerminal(t *testing.T) {
	list := List(weighted(40, 45.5))
	list.All[0].Name = strings.Repeat("langt ", 40)
	for _, width := range []int{140, 160} {
		got := written(t, func(w io.Writer) error { return list.Table(w, width) })
		if !strings.Contains(got, "…") || !strings.Contains(got, "73.0924") || !strings.Contains(got, "in a file they are whole") {
			t.Errorf("at %d characters nothing says that the name was cut: %s", width, got)
		}
		for line := range strings.Lines(got) {
			if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > width {
				t.Errorf("a line has %d characters, of %d", n, width)
			}
		}
	}
	if got := written(t, func(w io.Writer) error { return list.Table(w, 0) }); strings.Contains(got, "…") {
		t.Errorf("cut although it is no terminal: %s", got)
	}
}
