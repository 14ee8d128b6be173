package charts

import (
	"testing"

	"lysark/report/scene"
)

func TestTextOnAFillIsTheMoreReadable(t *testing.T) {
	p := &plot{Style: houseStyle(t)}
	if got := p.textOn(p.Accent); got != p.Page {
		t.Errorf("on the dark accent: %v, want the page's colour", got)
	}
	if got := p.textOn(p.Pale); got != p.Ink {
		t.Errorf("on pale: %v, want ink", got)
	}
	if got := p.textLike(p.Pale); got != p.Ink {
		t.Errorf("text like pale on the page: %v, want ink", got)
	}
}

func TestFills(t *testing.T) {
	red := scene.Color{R: 200}
	two, three := named("2022", "2025"), named("a", "b", "c")
	st := houseStyle(t)
	tests := []struct {
		name  string
		chart Chart
		want  []scene.Color // by category for one series, else by series
	}{
		{"one series is all accent", Chart{Series: named("")}, []scene.Color{st.Accent, st.Accent}},
		{"a highlight makes the others pale", Chart{Series: named(""), Highlight: []string{"Nei"}}, []scene.Color{st.Pale, st.Accent}},
		{"the author's colour wins over the highlight", Chart{Series: named(""), Highlight: []string{"Nei"}, Colors: map[string]scene.Color{"Nei": red}}, []scene.Color{st.Pale, red}},
		{"of two years the newest stands out", Chart{Series: two}, []scene.Color{st.Pale, st.Accent}},
		{"three series take the palette in order", Chart{Series: three}, st.Palette[:3]},
		{"a colour for one leaves the others theirs", Chart{Series: three, Colors: map[string]scene.Color{"a": red}}, []scene.Color{red, st.Palette[1], st.Palette[2]}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.chart.Kind, tt.chart.Categories = Column, []string{"Ja", "Nei"}
			p := &plot{Chart: tt.chart, Style: st}
			for i, want := range tt.want {
				series, category := i, 0
				if len(tt.chart.Series) == 1 {
					series, category = 0, i
				}
				if got := p.barFill(series, category); got != want {
					t.Errorf("fill %d is %v, want %v", i, got, want)
				}
			}
		})
	}
}

func TestSeriesBehindAHighlightCanStillBeToldApart(t *testing.T) {
	p := &plot{Chart: Chart{Kind: Line, Series: named("a", "b", "c", "d"), Highlight: []string{"c"}}, Style: houseStyle(t)}
	seen := map[scene.Color]int{}
	for i := range p.Series {
		if before, ok := seen[p.seriesFill(i)]; ok {
			t.Errorf("series %d and %d have the same colour", before, i)
		}
		seen[p.seriesFill(i)] = i
	}
}

func TestMoreSeriesThanThePaletteHasDoNotShareAColour(t *testing.T) {
	p := &plot{Style: houseStyle(t)}
	seen := map[scene.Color]int{}
	for i := range mostSeries {
		if before, ok := seen[p.paletteColor(i)]; ok {
			t.Errorf("series %d and %d have the same colour", before, i)
		}
		seen[p.paletteColor(i)] = i
	}
}

// named makes series without values.
func named(names ...string) []Series {
	var out []Series
	for _, n := range names {
		out = append(out, Series{Name: n})
	}
	return out
}
