package compose_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"lysark/report/compose"
	"lysark/report/scene"
	"lysark/report/tables"
)

// TestPagesCarryWhatOtherFormatsNeed holds what pages carry beside what is drawn against the deck they are made of.
func TestPagesCarryWhatOtherFormatsNeed(t *testing.T) {
	for _, layout := range []string{reference, stress, dataDeck} {
		deck, _ := resolvedDeck(t, layout, os.ReadFile)
		deck.Slides[0].Notes.S = "Vent til alle sitter.\n\nSi velkommen."
		pages, _ := compose.Pages(deck)
		if got := pages[0].Notes; !slices.Equal(got, []string{"Vent til alle sitter.", "Si velkommen."}) {
			t.Errorf("%s: the notes of the first page are %q", layout, got)
		}
		shown := map[string]*scene.Figures{}
		for _, p := range pages {
			eachGroup(p.Items, func(g scene.Group) {
				if g.Name != "" && g.Role == scene.Figure {
					shown[g.Name] = g.Shows
				}
			})
		}
		for _, table := range tables.OfCharts(deck) {
			got := shown[table.Name]
			if got == nil {
				t.Errorf("%s: %s carries no figures", layout, table.Name)
				continue
			}
			for row, category := range table.Categories {
				want := []string{category}
				for _, c := range table.Columns {
					want = append(want, c.Texts[row])
				}
				if !slices.Equal(got.Rows[row], want) || len(got.Head) != len(want) {
					t.Errorf("%s: row %d of %s is %q under %q, want %q", layout, row+1, table.Name, got.Rows[row], got.Head, want)
				}
			}
			delete(shown, table.Name)
		}
		for name := range shown {
			t.Errorf("%s: %s is drawn, and has no table", layout, name)
		}
	}
}

func eachGroup(items []scene.Item, visit func(scene.Group)) {
	for _, it := range items {
		if g, ok := it.(scene.Group); ok {
			visit(g)
			eachGroup(g.Items, visit)
		}
	}
}

// TestEveryLayoutIsWhole holds the table of layouts against the manual, the schema and the decks that tests draw.
func TestEveryLayoutIsWhole(t *testing.T) {
	manual, err := os.ReadFile("../../docs/layout.md")
	if err != nil {
		t.Fatal(err)
	}
	schema, err := os.ReadFile("../../docs/schema/layout.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	_, rows, _ := strings.Cut(string(manual), "| `layout` | holds |")
	rows, _, _ = strings.Cut(rows, "\n\n")
	drawn := map[string]bool{}
	for _, layout := range []string{reference, stress, links, pictures} {
		deck, _ := resolvedDeck(t, layout, os.ReadFile)
		for _, s := range deck.Slides {
			drawn[string(s.Layout)] = true
		}
	}
	var names []string
	for _, l := range compose.Layouts() {
		name := string(l.Layout)
		names = append(names, `"`+name+`"`)
		if !strings.Contains(rows, "`"+name+"`") && !strings.Contains(rows, "`\""+name+"\"`") {
			t.Errorf("docs/layout.md does not tell in its table of layouts what %q holds", name)
		}
		if !drawn[name] {
			t.Errorf("no slide of the decks that are compared with golden files has the layout %q", name)
		}
	}
	_, list, _ := strings.Cut(string(schema), `"enum": [`)
	for !strings.Contains(list[:strings.Index(list, "]")], `"title"`) {
		_, list, _ = strings.Cut(list, `"enum": [`)
	}
	var known []string
	for name := range strings.SplitSeq(list[:strings.Index(list, "]")], ",") {
		known = append(known, strings.TrimSpace(name))
	}
	if names = slices.Compact(names); !slices.Equal(known, names) {
		t.Errorf("the configuration knows the layouts %s, and those that are drawn are %s", known, names)
	}
}
