package compose_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lysark/charts"
	"lysark/config/diag"
	"lysark/report/compose"
	"lysark/report/golden"
	"lysark/report/scene"
)

const dataDeck = "testdata/data/deck.toml"

func TestDataPages(t *testing.T) {
	set := golden.New(t, filepath.Join("testdata", "data-pages"))
	for _, p := range laidOut(t, dataDeck) {
		if p.Number > 8 || p.Number == 3 || p.Number == 4 {
			set.Text(fmt.Sprintf("page-%02d.txt", p.Number), scene.Dump(p))
		}
	}
}

func TestNothingOnADataPageTouchesOrLeavesIt(t *testing.T) {
	for _, layout := range []string{dataDeck, reference, stress} {
		deck, _ := resolvedDeck(t, layout, os.ReadFile)
		deck.DataPages = true
		pages, list := compose.Pages(deck)
		if list.HasErrors() {
			t.Fatal(list)
		}
		for _, p := range pages {
			for _, c := range scene.Clashes(scene.Group{Box: p.Size, Items: p.Items}) {
				t.Errorf("%s, page %d: %q touches %s", layout, p.Number, c.Label, c.With)
			}
		}
	}
}

// texts are what a group says, its lines joined.
func texts(items []scene.Item) string {
	var b strings.Builder
	for _, it := range items {
		switch it := it.(type) {
		case scene.Text:
			s := it.S
			if it.Hyphen {
				s = strings.TrimSuffix(s, "-")
			}
			b.WriteString(s)
			if !it.Joined {
				b.WriteString(" ")
			}
		case scene.Group:
			b.WriteString(texts(it.Items))
		}
	}
	return b.String()
}

// cells are the texts of all cells of the pages' tables, heads apart.
func cells(pages []scene.Page) []string {
	var out []string
	for _, p := range pages {
		walk(p.Items, func(g scene.Group) {
			if g.Role == scene.Cell || g.Role == scene.Header && g.Scope == scene.OfRow {
				out = append(out, strings.TrimSpace(texts(g.Items)))
			}
		})
	}
	return out
}

// TestNoValueIsLost: whatever the shape of a table, each value is told once, and the names of rows as often as it has
// parts. Values are all different.
func TestNoValueIsLost(t *testing.T) {
	for _, shape := range [][2]int{{1, 1}, {2, 12}, {20, 12}, {30, 6}, {60, 1}, {1, 12}, {3, 8}} {
		t.Run(fmt.Sprintf("%d rows of %d values", shape[0], shape[1]), func(t *testing.T) {
			deck, _ := resolvedDeck(t, dataDeck, os.ReadFile)
			deck.Slides = deck.Slides[2:3]
			c := &deck.Slides[0].Charts[0]
			*c = charts.Chart{Kind: charts.Line, Name: "slide-03-1", Pos: c.Pos}
			var want []string
			for row := range shape[0] {
				c.Categories = append(c.Categories, fmt.Sprintf("Navnet på kategori nummer %d", row))
			}
			for col := range shape[1] {
				s := charts.Series{Name: fmt.Sprintf("Serie nummer %d", col)}
				for row := range shape[0] {
					v := float64(1000000 + col*1000 + row)
					s.Values = append(s.Values, charts.Value{V: v})
					want = append(want, deck.Locale.Number(v, 0))
				}
				c.Series = append(c.Series, s)
			}
			pages, list := compose.Pages(deck)
			for _, d := range list { // the chart itself may well be too much for a slide
				if strings.Contains(d.Message, "table") {
					t.Errorf("%s", d.Message)
				}
			}
			var got []string
			for _, s := range cells(pages[1:]) {
				if !strings.Contains(s, "nummer") {
					got = append(got, s)
				}
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%d values of %d are told", len(got), len(want))
			}
			for _, p := range pages[1:] {
				for _, c := range scene.Clashes(scene.Group{Box: p.Size, Items: p.Items}) {
					t.Errorf("page %d: %q touches %s", p.Number, c.Label, c.With)
				}
			}
		})
	}
}

// TestLinksLeadToTheTableAndBack: from each slide with a chart to the page its table begins on, and from each part of
// a table to its slide.
func TestLinksLeadToTheTableAndBack(t *testing.T) {
	deck, _ := resolvedDeck(t, reference, os.ReadFile)
	deck.DataPages = true
	pages, _ := compose.Pages(deck)
	there, back := map[int][]int{}, map[int][]int{}
	for _, p := range pages {
		walk(p.Items, func(g scene.Group) {
			switch {
			case g.Role != scene.Link:
			case g.Alt == "" || g.To.Page == 0:
				t.Errorf("page %d has a link that says %q and leads to page %d", p.Number, g.Alt, g.To.Page)
			case p.Number <= len(deck.Slides):
				there[p.Number] = append(there[p.Number], g.To.Page)
			default:
				back[p.Number] = append(back[p.Number], g.To.Page)
			}
		})
	}
	for _, s := range deck.Slides {
		if len(s.Charts) > 0 != (len(there[s.Number]) > 0) {
			t.Errorf("slide %d has %d charts and links to pages %v", s.Number, len(s.Charts), there[s.Number])
		}
		for _, page := range there[s.Number] {
			if !slices.Contains(back[page], s.Number) {
				t.Errorf("slide %d links to page %d, which links back to %v", s.Number, page, back[page])
			}
		}
	}
}

func TestChartsWhoseTablesBeginOnTwoPagesHaveTwoLinks(t *testing.T) {
	deck, _ := resolvedDeck(t, dataDeck, os.ReadFile)
	deck.Slides[3].Charts[1].Kind = charts.Column
	long := &deck.Slides[3].Charts[0]
	*long = charts.Chart{Kind: charts.Line, Name: long.Name, Title: "Lang", Series: []charts.Series{{}}}
	for i := range 40 {
		long.Categories = append(long.Categories, fmt.Sprint("k", i))
		long.Series[0].Values = append(long.Series[0].Values, charts.Value{V: float64(i)})
	}
	pages, _ := compose.Pages(deck)
	var got []string
	walk(pages[3].Items, func(g scene.Group) {
		if g.Role == scene.Link {
			got = append(got, strings.TrimSpace(texts(g.Items))+" → "+g.Alt)
		}
	})
	want := []string{
		"Tallgrunnlag, side\u00a011 → Tallgrunnlag, side\u00a011: Lang",
		"side\u00a013 → Tallgrunnlag, side\u00a013: To diagrammer uten egne titler",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDataPagesTellOfTheChosenSlidesAlone(t *testing.T) {
	deck, _ := resolvedDeck(t, reference, os.ReadFile)
	deck.DataPages = true
	for i := range deck.Slides {
		deck.Slides[i].Out = i+1 != 7
	}
	pages, _ := compose.Pages(deck)
	data := pages[len(deck.Slides):]
	if len(data) != 1 || data[0].Number != 19 {
		t.Fatalf("there are %d data pages", len(data))
	}
	if got, want := strings.Join(cells(data), " "), "1 dag 9 % 6 % 2 dager 76 % 81 % 3 dager 15 % 13 %"; strings.ReplaceAll(got, "\u00a0", " ") != want {
		t.Errorf("the page tells %q, want %q", got, want)
	}
	if text := texts(pages[2].Items); strings.Contains(text, "Tallgrunnlag") {
		t.Error("a slide that is left out has a link to a table")
	}
}

func TestATableThatDoesNotFitAPageSaysSo(t *testing.T) {
	word := strings.Repeat("x", 200)
	toml := "[deck]\ntitle = \"Prøve\"\ndata_pages = true\n[[slide]]\nheadline = \"A\"\n[[slide.chart]]\ntype = \"pie\"\nlabels = [\"a\", \"" + word + "\"]\nvalues = [40, 60]\n"
	deck, _ := resolvedDeck(t, "deck.toml", func(string) ([]byte, error) { return []byte(toml), nil })
	_, list := compose.Pages(deck)
	for _, d := range list {
		if d.Rule == diag.Overflow && strings.HasPrefix(d.Message, "the chart's table has a word that is ") && d.Slide == 1 && d.Line == 6 {
			return
		}
	}
	t.Errorf("got %v", list)
}

// TestTablesKeepTheOrderOfTheSlidesAndShareThePages: column by column, and no page with a single small table left over.
func TestTablesKeepTheOrderOfTheSlidesAndShareThePages(t *testing.T) {
	deck, _ := resolvedDeck(t, reference, os.ReadFile)
	deck.DataPages = true
	pages, _ := compose.Pages(deck)
	var slides, tables []int
	for _, p := range pages[len(deck.Slides):] {
		n := 0
		walk(p.Items, func(g scene.Group) {
			switch g.Role {
			case scene.Link:
				slides = append(slides, g.To.Page)
			case scene.Table:
				n++
			}
		})
		tables = append(tables, n)
	}
	if !slices.IsSorted(slides) || len(slides) != 18 {
		t.Errorf("the tables are of the slides %v", slides)
	}
	if got, want := fmt.Sprint(tables), "[4 4 4 1 2 3]"; got != want {
		t.Errorf("the pages have %s tables, want %s", got, want)
	}
}

func TestTablesBelowEachOtherEndAtOneEdge(t *testing.T) {
	deck, _ := resolvedDeck(t, reference, os.ReadFile)
	deck.DataPages = true
	pages, _ := compose.Pages(deck)
	for _, p := range pages[len(deck.Slides):] {
		ends := map[float64]float64{} // by where a table begins
		walk(p.Items, func(g scene.Group) {
			if g.Role != scene.Table {
				return
			}
			var box scene.Rect
			walk(g.Items, func(rule scene.Group) {
				if path, ok := rule.Items[0].(scene.Path); ok && rule.Role == scene.Artifact {
					box = path.Bounds()
				}
			})
			if end, there := ends[box.X]; there && math.Abs(end-box.Right()) > 0.01 {
				t.Errorf("page %d: tables below each other end at %v and %v", p.Number, end, box.Right())
			}
			ends[box.X] = box.Right()
		})
	}
}

// TestOneBaseOfAllRowsIsToldOnce: over the rows, and in a column where they differ.
func TestOneBaseOfAllRowsIsToldOnce(t *testing.T) {
	deck, _ := resolvedDeck(t, reference, os.ReadFile)
	deck.DataPages = true
	pages, _ := compose.Pages(deck)
	var heads []string
	walk(pages[21].Items, func(g scene.Group) {
		if g.Role == scene.Header && g.Scope == scene.OfColumn {
			heads = append(heads, strings.ReplaceAll(strings.TrimSpace(texts(g.Items)), "\u00a0", " "))
		}
	})
	if got, want := strings.Join(heads, ", "), "Utsagn (n = 96), Helt uenig, Litt uenig, Verken eller, Litt enig, Helt enig, Enig"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAHeadingThatTheFontCannotDrawIsTold(t *testing.T) {
	deck, _ := resolvedDeck(t, dataDeck, os.ReadFile)
	deck.Slides[2].Charts[0].About = "Liker du 象 best?"
	_, list := compose.Pages(deck)
	for _, d := range list {
		if d.Rule == diag.MissingGlyph && d.Pos == deck.Slides[2].Charts[0].Pos {
			return
		}
	}
	t.Errorf("got %v", list)
}

// TestWordsTooWideForAColumnMakeTheTableWide: of a source, which has more room on the slide; of a heading, which may be
// on no slide at all.
func TestWordsTooWideForAColumnMakeTheTableWide(t *testing.T) {
	address := "https://example.no/" + strings.Repeat("abcdefghij", 9)
	for _, source := range []bool{true, false} {
		deck, _ := resolvedDeck(t, reference, os.ReadFile)
		deck.DataPages = true
		deck.Slides = deck.Slides[:2]
		slide := &deck.Slides[1]
		if slide.Source.S = "Kilde: " + address; !source {
			slide.Source.S, slide.Charts[0].About = "", address
		}
		pages, list := compose.Pages(deck)
		for _, c := range scene.Clashes(scene.Group{Box: pages[2].Size, Items: pages[2].Items}) {
			t.Errorf("%q touches %s", c.Label, c.With)
		}
		if len(list) > 0 {
			t.Errorf("got %v", list[0].Message)
		}
		if slide.Charts[0].About = strings.Repeat("x", 200); !source {
			if _, list = compose.Pages(deck); len(list) != 1 || list[0].Rule != diag.Overflow || list[0].Slide != 2 {
				t.Errorf("of a word that no page has room for, got %v", list)
			}
		}
	}
}
