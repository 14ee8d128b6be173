package compose_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/compose"
	"lysark/report/figures"
	"lysark/report/golden"
	"lysark/report/pdf"
	"lysark/report/resolve"
	"lysark/report/scene"
	"lysark/report/survey"
)

const (
	reference = "../../decks/hjemmekontor/deck.toml"
	stress    = "testdata/stress/deck.toml"
	links     = "testdata/links/deck.toml"
	pictures  = "testdata/pictures/deck.toml"
)

// resolvedDeck reads a deck as the command does.
func resolvedDeck(t testing.TB, layout string, read func(string) ([]byte, error)) (*report.Deck, diag.List) {
	t.Helper()
	file, list := config.Read(layout, read)
	answers := map[string]*survey.Table{}
	for _, d := range file.Data {
		name := filepath.Join(filepath.Dir(layout), d.File.V)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		table, more := survey.Read(name, data, survey.Options{})
		list.Add(more)
		answers[d.Name.V] = table
	}
	deck, more := resolve.Deck(file, figures.New(file, answers), compose.Layouts(), pdf.Format().Limits)
	list.Add(more)
	if list.HasErrors() {
		t.Fatalf("%s: %v", layout, list)
	}
	return deck, list
}

// laidOut is the pages of a deck that must have no errors.
func laidOut(t testing.TB, layout string) []scene.Page {
	t.Helper()
	deck, _ := resolvedDeck(t, layout, os.ReadFile)
	pages, list := compose.Pages(deck)
	if list.HasErrors() {
		t.Fatalf("%s: %v", layout, list)
	}
	return pages
}

func TestPages(t *testing.T) {
	for name, layout := range map[string]string{"hjemmekontor": reference, "stress": stress, "links": links, "pictures": pictures} {
		t.Run(name, func(t *testing.T) {
			set := golden.New(t, filepath.Join("testdata", name+"-pages"))
			for _, p := range laidOut(t, layout) {
				set.Text(fmt.Sprintf("slide-%02d.txt", p.Number), scene.Dump(p))
			}
		})
	}
}

func TestNothingOnAPageTouchesOrLeavesIt(t *testing.T) {
	for _, layout := range []string{reference, stress, links, pictures} {
		for _, p := range laidOut(t, layout) {
			for _, c := range scene.Clashes(scene.Group{Box: p.Size, Items: p.Items}) {
				t.Errorf("%s, slide %d: %q touches %s", layout, p.Number, c.Label, c.With)
			}
		}
	}
}

func TestEqualThingsHaveEqualSizesAcrossSlides(t *testing.T) {
	headlines, bullets := map[float64][]int{}, map[float64][]int{}
	for _, p := range laidOut(t, reference) {
		walk(p.Items, func(g scene.Group) {
			for _, it := range g.Items {
				text, ok := it.(scene.Text)
				switch {
				case ok && g.Role == scene.H2:
					headlines[text.Size] = append(headlines[text.Size], p.Number)
				case ok && g.Role == scene.Body:
					bullets[text.Size] = append(bullets[text.Size], p.Number)
				}
			}
		})
	}
	if len(headlines) != 1 || len(bullets) != 1 {
		t.Errorf("headlines are set in %v, bullets in %v", headlines, bullets)
	}
}

func TestTextAndChartShareTheirTopLine(t *testing.T) {
	for _, p := range laidOut(t, reference) {
		var text, chart float64
		walk(p.Items, func(g scene.Group) {
			switch {
			case g.Role == scene.Body && text == 0:
				first := g.Items[0].(scene.Text)
				text = first.At.Y - 0.66*first.Size
			case g.Role == scene.P && text == 0 && len(g.Items) > 0 && p.Number > 1:
				if first := g.Items[0].(scene.Text); first.Size > 12 {
					text = first.At.Y - 0.66*first.Size
				}
			case g.Role == scene.Figure && chart == 0:
				chart = g.Box.Y
			}
		})
		if text != 0 && chart != 0 && (chart > text+0.5 || chart < text-2) {
			t.Errorf("slide %d: the text begins at %.1f, the chart at %.1f", p.Number, text, chart)
		}
	}
}

func walk(items []scene.Item, visit func(scene.Group)) {
	for _, it := range items {
		if g, ok := it.(scene.Group); ok {
			visit(g)
			walk(g.Items, visit)
		}
	}
}

func TestPagesDoNotDependOnTheOrderOfWork(t *testing.T) {
	dump := func() string {
		var b strings.Builder
		for _, p := range laidOut(t, stress) {
			b.WriteString(scene.Dump(p))
		}
		return b.String()
	}
	first := dump()
	for range 5 {
		if dump() != first {
			t.Fatal("the pages differ from one run to the next")
		}
	}
}

// TestTextThatDoesNotFitSaysByHowMuch: each case is one slide, and what is said of it.
func TestTextThatDoesNotFitSaysByHowMuch(t *testing.T) {
	long := strings.Repeat("Et langt punkt om medlemmenes hverdag og arbeid. ", 4)
	tests := []struct{ name, slide, want string }{
		{"too many bullets", `bullets = ["` + strings.TrimSpace(strings.Repeat(long+`", "`, 12)) + `"]` + "\nheadline = \"A\"", "the text is "},
		{"a headline of four lines", `headline = "` + strings.Repeat(long, 2) + `"` + "\ntext = \"a\"", "the headline is "},
		{"a source of three lines", "headline = \"A\"\ntext = \"a\"\nsource = \"" + strings.Repeat(long, 4) + `"`, "the source is "},
		{"a quote that fills the wall", "quote = { text = \"" + strings.Repeat(long, 6) + `" }`, "the quote is "},
		{"a number that is a sentence", "headline = \"A\"\nnumber = { value = \"en hel setning som ikke er noe tall, men fyller lysbildet\" }", "the number has a word"},
		{"a table of sixty rows", "headline = \"A\"\ntable = { columns = [\"a\", \"b\"], rows = [" + strings.Repeat(`["x", "1"], `, 60) + "] }", "the table with 60 rows is "},
		{"a subtitle of a page", "layout = \"section\"\nheadline = \"A\"\nsubtitle = \"" + strings.Repeat(long, 6) + `"`, "the subtitle is "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			toml := "[deck]\ntitle = \"Prøve\"\n[[slide]]\n" + tt.slide + "\n"
			deck, _ := resolvedDeck(t, "deck.toml", func(string) ([]byte, error) { return []byte(toml), nil })
			_, list := compose.Pages(deck)
			if len(list) != 1 || !strings.HasPrefix(list[0].Message, tt.want) || list[0].Rule != diag.Overflow || list[0].Line < 3 || list[0].Slide != 1 {
				t.Errorf("got %+v", list)
			}
		})
	}
}

func BenchmarkPages(b *testing.B) {
	deck, _ := resolvedDeck(b, reference, os.ReadFile)
	for b.Loop() {
		compose.Pages(deck)
	}
}
