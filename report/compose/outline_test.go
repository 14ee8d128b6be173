package compose_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"lysark/report/compose"
	"lysark/report/scene"
)

// outlined is the outline of pages: a line per entry, indented below the one it belongs to.
func outlined(pages []scene.Page) string {
	var b strings.Builder
	for _, p := range pages {
		for _, o := range append([]scene.Outline{p.Outline}, p.Below...) {
			if o.Level > 0 {
				fmt.Fprintf(&b, "%s%d %s\n", strings.Repeat("  ", o.Level-1), p.Number, o.Title)
			}
		}
	}
	return b.String()
}

func TestOutline(t *testing.T) {
	const layout = `[deck]
title = "Prøve {1 + 1}"
lang = "%s"
[[slide]]
layout = "title"
[[slide]]
headline = "Før\nkapitlene"
text = "a"
[[slide]]
headline = "Kapittel"
[[slide]]
headline = "I kapit\u00ADlet"
text = "a"
[[slide]]
quote = { text = "Uten overskrift" }
[[slide]]
headline = "Neste kapittel"
[[slide]]
headline = "I det neste"
text = "a"
`
	tests := []struct {
		name, lang string
		out        []int
		want       string
	}{
		{"slides are below their section", "nb", nil, "1 Prøve 2\n2 Før kapitlene\n3 Kapittel\n  4 I kapitlet\n  5 Lysbilde 5\n6 Neste kapittel\n  7 I det neste\n"},
		{"without their section they stand alone", "nn", []int{1, 3, 7}, "2 Før kapitlene\n4 I kapitlet\n5 Lysbilete 5\n6 Neste kapittel\n"},
		{"a section that is left out does not leave its slides to the one before", "en", []int{1, 2, 6}, "3 Kapittel\n  4 I kapitlet\n  5 Slide 5\n7 I det neste\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			toml := fmt.Sprintf(layout, tt.lang)
			deck, _ := resolvedDeck(t, "deck.toml", func(string) ([]byte, error) { return []byte(toml), nil })
			left := map[int]bool{}
			for _, n := range tt.out {
				deck.Slides[n-1].Out, left[n] = true, true
			}
			pages, _ := compose.Pages(deck)
			var kept []scene.Page
			for _, p := range pages {
				if !left[p.Number] {
					kept = append(kept, p)
				}
			}
			if got := outlined(kept); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestOutlineOfDataPages(t *testing.T) {
	const want = `1 Datasider som er vanskelige å sette
2 Kapittel én: Lange tabeller
  3 Antall medlemmer per måned gjennom tre og et halvt år
  4 To diagrammer uten egne titler
5 Kapittel to: Brede tabeller
  6 Svarene i hver region
  7 Tolv tusen medlemmer har svart på spørsmålene om hverdagen sin, og det er flere enn noen gang før
  8 Likert
9 Tallgrunnlag
  9 Antall medlemmer per måned gjennom tre og et halvt år
  11 To diagrammer uten egne titler (1)
  11 To diagrammer uten egne titler (2)
  11 Svarene i hver region
  12 Tolv tusen medlemmer har svart på spørsmålene om hverdagen sin, og det er flere enn noen gang før
  12 Likert
`
	deck, _ := resolvedDeck(t, dataDeck, os.ReadFile)
	pages, _ := compose.Pages(deck)
	if got := outlined(pages); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
