package compare

import (
	"io"
	"strings"
	"testing"

	"lysark/report"
	"lysark/report/locale"
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
	if want := "0,title,har,73\u00a0%,73.09236947791165,percent,40,60,45.5,62.25,48.125,svar,ordning,Ordning?,Ja,false"; rows[1] != want {
		t.Errorf("got  %s\nwant %s", rows[1], want)
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
	list[0].Name = strings.Repeat("langt ", 40)
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
