package charts

import (
	"math"
	"slices"
	"strings"
	"testing"

	"lysark/report/scene"
)

// TestTextsAreReadCategoryByCategory: who selects and copies a chart, or has it read out, gets its texts in the order in
// which they are drawn.
func TestTextsAreReadCategoryByCategory(t *testing.T) {
	ab := []string{"A", "B"}
	one, two := []Series{{"", row(60, 40)}}, []Series{{"x", row(61, 41)}, {"y", row(39, 59)}}
	scale := agreement([]string{"A er bra", "B er bra"}, []string{"Uenig", "Nja", "Enig", "Vet ikke"}, []float64{30, 30, 40, 5}, []float64{20, 35, 45, 6})
	scale.Excluded, scale.TopBox, scale.TopName = "Vet ikke", 1, "Sum"
	sides := scale
	sides.Diverging = true
	tests := []struct {
		name  string
		chart Chart
		want  string
	}{
		{"columns", Chart{Kind: Column, Title: "Tittel", Axis: true, Step: number(50), Max: number(100), Categories: ab, Series: one}, "Tittel 0 50 100 | A 60 | B 40"},
		{"columns side by side", Chart{Kind: Column, Categories: ab, Series: two}, "x y | A 61 39 | B 41 59"},
		{"columns that are missing or negative", Chart{Kind: Column, Categories: ab, Series: []Series{{"", row(-60, math.NaN())}}}, "A −60 | B –"},
		{"bars", Chart{Kind: Bar, Title: "Tittel", Axis: true, Step: number(50), Max: number(100), Categories: ab, Series: one}, "Tittel 0 50 100 | A 60 | B 40"},
		{"bars below each other", Chart{Kind: Bar, Categories: ab, Series: two}, "x y | A 61 39 | B 41 59"},
		{"bars to 100", Chart{Kind: Stacked, Full: true, Categories: ab, Series: two}, "x y | A 61 39 | B 41 59"},
		{"stacked bars with totals", Chart{Kind: Stacked, Totals: true, Categories: ab, Series: two}, "x y | A 61 39 100 | B 41 59 100"},
		{"stacked columns with totals", Chart{Kind: Stacked, Vertical: true, Totals: true, Categories: ab, Series: two}, "x y | A 61 39 100 | B 41 59 100"},
		{"a likert chart with sums and an excluded level", scale, "Uenig Nja Enig Sum Vet ikke | A er bra 30 30 40 40 % 5 % | B er bra 20 35 45 45 % 6 %"},
		{"a likert chart of two sides", sides, "Uenig Nja Enig ← Uenig Sum → Sum Vet ikke | A er bra 30 30 40 40 % 5 % | B er bra 20 35 45 45 % 6 %"},
		{"a pie with its names around", Chart{Kind: Pie, Categories: []string{"A", "B", "C", "D"}, Series: []Series{{"", row(40, 25, 31, 4)}}}, "A 40 | B 25 | C 31 | D 4"},
		{"a pie with a list tells the values inside once more", Chart{Kind: Pie, Categories: []string{strings.Repeat("Aa ", 45), "B"}, Series: []Series{{"", row(97, 3)}}}, strings.TrimSpace(strings.Repeat("Aa ", 45)) + " 97 97 | B 3"},
		{"a donut", Chart{Kind: Donut, Center: "60", CenterNote: "svarer A", Categories: ab, Series: one}, "60 svarer A | A 60 | B 40"},
		{"a line's first values, and its last with the name", Chart{Kind: Line, Step: number(50), Max: number(100), Categories: []string{"2023", "2024", "2025"}, Series: []Series{{"x", row(20, 50, 70)}, {"y", row(60, 45, 30)}}}, "0 50 100 | 2023 20 60 | 2024 | 2025 x 70 y 30"},
	}
	var kinds []Kind
	for _, tt := range tests {
		kinds = append(kinds, tt.chart.Kind)
		t.Run(tt.name, func(t *testing.T) {
			if got, want := read(drawn(t, tt.chart)), strings.ReplaceAll(tt.want, " | ", " "); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
	for _, k := range Kinds() {
		if !slices.Contains(kinds, k) {
			t.Errorf("no %s chart is read", k)
		}
	}
}

// read are a chart's texts one after the other.
func read(g scene.Group) string {
	var out []string
	for _, x := range texts(g) {
		out = append(out, strings.ReplaceAll(x.S, "\u00a0", " "))
	}
	return strings.Join(out, " ")
}
