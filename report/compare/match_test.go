package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const asks = "farge = \"Farge\"\n"

// moved is a report's moved figures and those only in one, in one line each.
func moved(r Report) []string {
	var out []string
	for _, m := range r.Moved {
		out = append(out, fmt.Sprintf("%d→%d %s %s: %s→%s", m.OldSlide, m.Slide, m.Where, m.Name, plain(m.Old.Text), plain(m.New.Text)))
	}
	for _, o := range r.Only {
		out = append(out, fmt.Sprintf("%s %d %s %s: %s, %s", o.Side, o.Figure.Slide, o.Figure.Where, o.Figure.Name, plain(o.Figure.Text), o.Reason))
	}
	return out
}

func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestFiguresAreFoundAgain(t *testing.T) {
	const red, both = `{share('farge', 'Rød')}`, `{share('farge', 'Rød', 'Blå')}`
	slide := func(headline string, bullets ...string) string {
		out := fmt.Sprintf("[[slide]]\nheadline = %q\n", headline)
		if len(bullets) > 0 {
			out += "bullets = ["
			for _, b := range bullets {
				out += fmt.Sprintf("%q, ", b)
			}
			out += "]\n"
		}
		return out
	}
	chart := func(name string) string {
		return fmt.Sprintf("[[slide]]\nheadline = \"Farger\"\nchart = [{ type = \"column\", series = [{ name = %q, question = \"farge\" }], answers = [\"Rød\"] }]\n", name)
	}
	tests := []struct {
		name, old, new string
		want           []string
	}{
		{"in its place", slide("A", red), slide("A", red), []string{"1→1 bullet 1 share('farge', 'Rød'): 40 %→60 %"}},
		{"on a slide behind one that was put in", slide("A", red), slide("Ny") + slide("A", red), []string{"1→2 bullet 1 share('farge', 'Rød'): 40 %→60 %"}},
		{"on a slide behind one that was taken out", slide("Ny", "ord") + slide("A", red), slide("A", red), []string{"2→1 bullet 1 share('farge', 'Rød'): 40 %→60 %"}},
		{"on a slide with another headline", slide("X", "ord") + slide("A", red), slide("X", "ord") + slide("Ny", "ord") + slide("B", red), []string{"2→3 bullet 1 share('farge', 'Rød'): 40 %→60 %"}},
		{"on a slide that moved and has an id", "[[slide]]\nid = \"a\"\nheadline = \"A " + red + "\"\n" + slide("B"), slide("B") + "[[slide]]\nid = \"a\"\nheadline = \"Nytt " + red + "\"\n",
			[]string{"1→2 headline share('farge', 'Rød'): 40 %→60 %"}},
		{"on slides that changed places", slide("A", red) + slide("B", both), slide("B", both) + slide("A", red),
			[]string{"1→2 bullet 1 share('farge', 'Rød'): 40 %→60 %"}},
		{"on the first of three that stand the other way round", slide("A", red) + slide("B", "ord") + slide("C", both), slide("C", both) + slide("B", "ord") + slide("A", red),
			[]string{"1→3 bullet 1 share('farge', 'Rød'): 40 %→60 %"}},
		{"on a slide that moved and has another headline", slide("A", red) + slide("B", "ord") + slide("C", "ord"), slide("B", "ord") + slide("C", "ord") + slide("Ny", red),
			[]string{"1→3 bullet 1 share('farge', 'Rød'): 40 %→60 %"}},
		{"not on another slide that happens to tell how many answered", slide("A", red, "{respondents()}") + slide("B", "ord"), slide("B", "ord") + slide("C", "{respondents()}"),
			[]string{"new 2 bullet 1 respondents(): 100, the slide is not there", "old 1 bullet 1 share('farge', 'Rød'): 40 %, the slide is not there", "old 1 bullet 2 respondents(): 100, the slide is not there"}},
		{"in a bullet that moved down", slide("A", red), slide("A", "ord", red), []string{"1→1 bullet 2 share('farge', 'Rød'): 40 %→60 %"}},
		{"the right one of two that changed places", slide("A", red, both), slide("A", both, red), []string{"1→1 bullet 2 share('farge', 'Rød'): 40 %→60 %"}},
		{"under a series that has another name", chart("2025"), chart("2026"), []string{"1→1 chart 1 2026: Rød: 40 %→60 %"}},
		{"another expression is another figure", slide("A", red), slide("A", "{share('farge', 'Blå')}"),
			[]string{"new 1 bullet 1 share('farge', 'Blå'): 40 %, it is not on the slide there", "old 1 bullet 1 share('farge', 'Rød'): 40 %, it is not on the slide there"}},
		{"on a slide that is gone", slide("A", "ord") + slide("B", red), slide("A", "ord"), []string{"old 2 bullet 1 share('farge', 'Rød'): 40 %, the slide is not there"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			old := inline(t, asks+tt.old, answers("Farge", "Rød", 40, "Blå", 60))
			now := inline(t, asks+tt.new, answers("Farge", "Rød", 60, "Blå", 40))
			if got := moved(Compare(old, now)); !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// A series called {year} and one of the year before: in the new layout last year's name is the other series'.
func TestASeriesIsKnownByItsDataSetAndNotByItsYear(t *testing.T) {
	layout := func(year int) string {
		return asks + fmt.Sprintf("[data.forrige]\nfile = \"svar.csv\"\n[vars]\nyear = %d\n[[slide]]\nheadline = \"A\"\nchart = [{ type = \"column\", answers = [\"Rød\"], series = [{ name = \"{year - 1}\", data = \"forrige\", question = \"farge\" }, { name = \"{year}\", question = \"farge\" }] }]\n", year)
	}
	r := Compare(inline(t, layout(2025), answers("Farge", "Rød", 40, "Blå", 60)), inline(t, layout(2026), answers("Farge", "Rød", 60, "Blå", 40)))
	r.Moved = slices.DeleteFunc(r.Moved, func(m Move) bool { return len(m.New.Sources) == 0 }) // the years themselves
	for _, m := range r.Moved {
		if m.Old.Sources[0].Data != m.New.Sources[0].Data || m.Old.Name == m.New.Name {
			t.Errorf("%s of %s is held against %s of %s", m.New.Name, m.New.Sources[0].Data, m.Old.Name, m.Old.Sources[0].Data)
		}
	}
	if len(r.Moved) != 2 || len(r.Only) != 0 {
		t.Errorf("got %q", moved(r))
	}
}

func TestWhatAChangeIs(t *testing.T) {
	tests := []struct{ name, text, change string }{
		{"of a share in points, from unrounded shares", "{share('farge', 'Rød')}", "+20.0 points"},
		{"of a fraction: that of the share", "{fraction(share('farge', 'Rød'), 10)}", "+20.0 points"},
		{"of a difference", "{share('farge', 'Rød') - share('farge', 'Blå')}", "+40.0 points"},
		{"of a count", "{count('farge', 'Rød')}", "+20"},
		{"the most given answer is another one now", "{top('farge')}", "–"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			layout := asks + "[[slide]]\nheadline = \"" + tt.text + "\"\n"
			r := Compare(inline(t, layout, answers("Farge", "Rød", 40, "Blå", 60)), inline(t, layout, answers("Farge", "Rød", 60, "Blå", 40)))
			if len(r.Moved) != 1 || r.Moved[0].change() != tt.change {
				t.Errorf("got %+v", r.Moved)
			}
		})
	}
}
