package compose_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lysark/config/diag"
	"lysark/report"
	"lysark/report/compose"
	"lysark/report/golden"
	"lysark/report/scene"
)

// noted are the notes pages of the reference deck, whose second and third slide get notes.
func noted(t *testing.T, second string) (*report.Deck, []scene.Page) {
	t.Helper()
	deck, _ := resolvedDeck(t, reference, os.ReadFile)
	deck.Slides = deck.Slides[:3]
	deck.Slides[1].Notes.S = second
	pages, _ := compose.Pages(deck)
	pages, list := compose.Notes(deck, pages)
	if len(list) > 0 {
		t.Fatal(list)
	}
	return deck, pages
}

func TestNotes(t *testing.T) {
	set := golden.New(t, filepath.Join("testdata", "notes-pages"))
	_, pages := noted(t, "Si hvor mange som svarte.\n\nSpør om noen savner en type:\n- forsikring\n- pensjon")
	for i, p := range pages[:2] {
		set.Text(fmt.Sprintf("page-%02d.txt", i+1), scene.Dump(p))
	}
}

func TestLongNotesGoOnOverMorePages(t *testing.T) {
	var long []string
	for i := range 40 {
		long = append(long, fmt.Sprintf("Avsnitt nummer %d, som er så langt at det må gå over to linjer på papiret, og ikke mister noe på veien dit.", i))
	}
	_, pages := noted(t, strings.Join(long, "\n\n"))
	if len(pages) < 5 {
		t.Fatalf("there are %d pages", len(pages))
	}
	var told []string
	numbers := map[int]bool{}
	for _, p := range pages {
		if numbers[p.Number] {
			t.Errorf("two pages have the number %d", p.Number)
		}
		numbers[p.Number] = true
		walk(p.Items, func(g scene.Group) {
			if g.Role == scene.P && strings.Contains(texts(g.Items), "på") {
				told = append(told, strings.TrimSpace(texts(g.Items)))
			}
		})
		for _, c := range scene.Clashes(scene.Group{Box: p.Size, Items: p.Items}) {
			t.Errorf("page %d: %q touches %s", p.Number, c.Label, c.With)
		}
	}
	if got, want := strings.Join(told, " "), strings.Join(long, " "); got != want {
		t.Errorf("the pages tell\n%s\nof\n%s", got, want)
	}
	over := pages[2]
	if over.Label != "2" || over.Outline.Level != 0 || over.Number <= 3 || !strings.Contains(texts(over.Items), "Notater (forts.)") {
		t.Errorf("the page that notes go on over is called %q, has number %d and begins with %q", over.Label, over.Number, texts(over.Items)[:40])
	}
}

func TestChartsStayWhereTheyAreFoundAndSayWhatTheyDid(t *testing.T) {
	deck, pages := noted(t, "")
	before, _ := compose.Pages(deck)
	figures := func(pages []scene.Page) (out []string) {
		for _, p := range pages {
			for _, it := range p.Items { // not below: that is where charts are drawn as pictures
				if g, ok := it.(scene.Group); ok && g.Role == scene.Figure && g.Name != "" {
					out = append(out, g.Name+g.Alt)
				}
			}
		}
		return out
	}
	if got, want := fmt.Sprint(figures(pages)), fmt.Sprint(figures(before)); got != want || len(figures(before)) != 3 {
		t.Errorf("got %s, want %s", got, want)
	}
	for i, p := range pages {
		if p.Number != i+1 || p.Title != before[i].Title || p.Outline != before[i].Outline {
			t.Errorf("page %d is called %q, %+v", p.Number, p.Title, p.Outline)
		}
	}
}

func TestNoLevelOfHeadingsIsLeftOut(t *testing.T) {
	toml := "[deck]\ntitle = \"Prøve\"\n[[slide]]\nlayout = \"title\"\nnotes = \"a\"\n[[slide]]\nquote = { text = \"b\" }\nnotes = \"c\"\n[[slide]]\nheadline = \"d\"\ntext = \"e\"\nnotes = \"f\"\n"
	deck, _ := resolvedDeck(t, "deck.toml", func(string) ([]byte, error) { return []byte(toml), nil })
	pages, _ := compose.Pages(deck)
	pages, _ = compose.Notes(deck, pages)
	var got []scene.Role
	for _, p := range pages {
		walk(p.Items, func(g scene.Group) {
			if strings.HasPrefix(string(g.Role), "H") {
				got = append(got, g.Role)
			}
		})
	}
	if want := fmt.Sprint([]scene.Role{scene.H1, scene.H2, scene.H2, scene.H2, scene.H3}); fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestDataPagesAreNoNotesPages(t *testing.T) {
	deck, _ := resolvedDeck(t, dataDeck, os.ReadFile)
	pages, _ := compose.Pages(deck)
	notes, _ := compose.Notes(deck, pages)
	for i, p := range notes {
		if isData := i >= len(deck.Slides); isData != (p.Size == pages[i].Size) {
			t.Errorf("page %d is %v", p.Number, p.Size)
		}
	}
}

func TestAWordTooWideForPaperIsTold(t *testing.T) {
	deck, _ := resolvedDeck(t, reference, os.ReadFile)
	deck.Slides[1].Notes.S = strings.Repeat("x", 200)
	pages, _ := compose.Pages(deck)
	_, list := compose.Notes(deck, pages)
	if len(list) != 1 || list[0].Rule != diag.Overflow || list[0].Slide != 2 {
		t.Errorf("got %v", list)
	}
}

// TestAddressesOfLinksAreToldBelowTheNotes: paper cannot be clicked. Long ones are broken without a hyphen.
func TestAddressesOfLinksAreToldBelowTheNotes(t *testing.T) {
	long := "https://example.no/" + strings.Repeat("langt_ledd/", 15)
	tests := []struct{ name, notes, want string }{
		{"a web page", "Les [rapporten](https://example.no/rapport).", "rapporten: https://example.no/rapport"},
		{"an address that is printed", "Les [example.no](https://www.example.no/).", ""},
		{"mail", "Skriv til [oss](mailto:post@example.no?subject=Hei).", "oss: post@example.no"},
		{"twice", "[Her](https://example.no), og [Her](https://example.no).", "Her: https://example.no"},
		{"in two languages", "Les [the [årlige](lang:nb) report](https://example.no/r).", "the årlige report: https://example.no/r"},
		{"a slide", "Se [neste](#to).", ""},
		{"a long one", "Les [alt](" + long + ").", "alt: " + long},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			toml := "[deck]\ntitle = \"Prøve\"\n[[slide]]\nid = \"to\"\nheadline = \"A\"\ntext = \"b\"\nnotes = \"" + tt.notes + "\"\n"
			deck, list := resolvedDeck(t, "deck.toml", func(string) ([]byte, error) { return []byte(toml), nil })
			if list.HasErrors() {
				t.Fatal(list[0].Message)
			}
			pages, _ := compose.Pages(deck)
			pages, list = compose.Notes(deck, pages)
			var got []string
			walk(pages[0].Items, func(g scene.Group) {
				if len(g.Items) > 0 && g.Role == scene.P {
					if first, ok := g.Items[0].(scene.Text); ok && first.Size == 10 {
						got = append(got, strings.TrimSpace(texts(g.Items)))
					}
				}
			})
			if s := strings.Join(got, " | "); s != tt.want || len(list) > 0 {
				t.Errorf("got %q, want %q; %v", s, tt.want, list)
			}
		})
	}
}

// TestLinesToWriteOnFillTheRoomThatNotesLeave: they stand in the same places on every page, and a title slide has none.
func TestLinesToWriteOnFillTheRoomThatNotesLeave(t *testing.T) {
	_, pages := noted(t, "Kort notat.")
	last := func(p scene.Page) (lines int, first float64) {
		g, ok := p.Items[len(p.Items)-1].(scene.Group)
		if !ok || g.Role != scene.Artifact {
			return 0, 0
		}
		for _, it := range g.Items {
			path, ok := it.(scene.Path)
			if !ok {
				return 0, 0
			}
			if b := path.Bounds(); lines == 0 {
				first = b.Y
			}
			lines++
		}
		return lines, first
	}
	if n, _ := last(pages[0]); n > 0 {
		t.Errorf("the title slide has %d lines below it", n)
	}
	with, from := last(pages[1])
	without, above := last(pages[2])
	if with == 0 || without != with+int((from-above)/28) {
		t.Errorf("there are %d lines from %v below notes, %d from %v without", with, from, without, above)
	}
}
