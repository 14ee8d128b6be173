package charts

import (
	"fmt"
	"math"
	"math/rand"
	"strings"
	"sync"
	"testing"

	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report/locale"
	"lysark/report/scene"
)

// TestAnyChartIsDrawnWellOrSaysWhyNot draws random charts in random boxes: what comes without an error has no
// label on another, nothing outside its box, and no coordinate that is not a number.
func TestAnyChartIsDrawnWellOrSaysWhyNot(t *testing.T) {
	if testing.Short() {
		t.Skip("it draws many charts, one after the other")
	}
	t.Parallel()
	random := rand.New(rand.NewSource(20251103))
	st := houseStyle(t)
	refused := 0
	const all = 1500
	for i := range all {
		c := randomChart(random, 1+random.Intn(8), 1+random.Intn(4), 60)
		box := scene.Rect{X: 40, Y: 90, W: 250 + random.Float64()*610, H: 200 + random.Float64()*180}
		group, list := Draw(c, box, st)
		for _, d := range list {
			if d.Rule == diag.LabelOverlap {
				t.Fatalf("chart %d (%s) in %.0f x %.0f: %s", i, describe(c), box.W, box.H, d.Message)
			}
		}
		if list.HasErrors() {
			refused++
			continue
		}
		checkDrawing(t, fmt.Sprintf("chart %d (%s) in %.0f x %.0f", i, describe(c), box.W, box.H), group)
	}
	t.Logf("%d of %d charts were refused", refused, all)
	if share := float64(refused) / all; share > 0.25 {
		t.Errorf("%d of %d charts were refused", refused, all)
	}
}

func TestReasonableChartsAreNeverRefused(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(7))
	st := houseStyle(t)
	box := scene.Rect{X: 500, Y: 100, W: 400, H: 370}
	for i := range 1000 {
		categories := 1 + random.Intn(6)
		series := 1 + random.Intn(3)
		c := randomChart(random, categories, series, 25)
		if c.Kind == Column && series*categories > 6 {
			continue // side by side in half a slide: that is what lying bars are for
		}
		if group, list := Draw(c, box, st); list.HasErrors() {
			t.Errorf("chart %d (%s): %s", i, describe(c), list[0].Message)
		} else {
			checkDrawing(t, fmt.Sprintf("chart %d (%s)", i, describe(c)), group)
		}
	}
}

func checkDrawing(t *testing.T, name string, g scene.Group) {
	t.Helper()
	for _, c := range scene.Clashes(g) {
		t.Fatalf("%s: %q touches %s", name, c.Label, c.With)
	}
	texts := 0
	for _, it := range g.Items {
		b := it.Bounds()
		for _, v := range []float64{b.X, b.Y, b.W, b.H} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Fatalf("%s: %+v has a coordinate that is not a number", name, it)
			}
		}
		if b.W < 0 || b.H < 0 || !g.Box.Contains(b) {
			t.Fatalf("%s: %+v at %+v leaves the box %+v", name, it, b, g.Box)
		}
		if _, ok := it.(scene.Text); ok {
			texts++
		}
	}
	if texts == 0 {
		t.Fatalf("%s: not a single label was drawn", name)
	}
}

func describe(c Chart) string {
	return fmt.Sprintf("%s, %d series, vertical %v, full %v, axis %v, %q", c.Kind, len(c.Series), c.Vertical, c.Full, c.Axis, c.Categories)
}

// randomChart is a valid chart of one of the kinds with axes.
func randomChart(random *rand.Rand, categories, series, longest int) Chart {
	kinds := []Kind{Column, Bar, Stacked, Line}
	c := Chart{Kind: kinds[random.Intn(len(kinds))], Percent: true, Decimals: random.Intn(2), Axis: random.Intn(3) == 0, Alt: "x"}
	if c.Kind == Stacked {
		c.Full, c.Vertical, c.Totals = random.Intn(2) == 0, random.Intn(3) == 0, random.Intn(2) == 0
		c.Totals = c.Totals && !c.Full
	}
	c.Categories = randomNames(random, categories, longest)
	for _, name := range randomNames(random, series, min(longest, 30)) {
		s := Series{Name: name}
		for range categories {
			s.Values = append(s.Values, randomValue(random, c))
		}
		c.Series = append(c.Series, s)
	}
	if c.Full {
		fillUp(c)
	}
	if !hasValue(c) {
		c.Series[0].Values[0] = Value{V: 50}
	}
	return c
}

func randomValue(random *rand.Rand, c Chart) Value {
	v := Value{V: random.Float64() * 100}
	switch random.Intn(8) {
	case 0:
		v.V = 0.4
	case 1:
		v.V = 0
	case 2:
		v.Missing = !c.Full
	case 3:
		if c.Kind != Stacked {
			v.V = -v.V
		}
	}
	return v
}

// fillUp makes the last series what the others leave of 100.
func fillUp(c Chart) {
	for i := range c.Categories {
		total := 0.0
		for _, s := range c.Series {
			total += s.Values[i].V
		}
		for _, s := range c.Series {
			if total == 0 {
				s.Values[i].V = 100 / float64(len(c.Series))
				continue
			}
			s.Values[i].V *= 100 / total
		}
	}
}

func hasValue(c Chart) bool {
	for _, s := range c.Series {
		for _, v := range s.Values {
			if !v.Missing {
				return true
			}
		}
	}
	return false
}

func randomNames(random *rand.Rand, n, longest int) []string {
	words := strings.Fields("Ja Nei og i av på Vet ikke Annet bedre dårligere hjemmekontor medarbeidersamtale arbeidsmiljø " +
		"rekruttering fleksibilitet virksomheten tillitsbasert egenrapportering avdelingsnivå konsernnivå retningslinjer " +
		"produktivitet samarbeid kompetanseutvikling ledelse arbeidsmiljøundersøkelsen medarbeidertilfredshet 2025 §")
	seen := map[string]bool{}
	var out []string
	for len(out) < n {
		name := words[random.Intn(len(words))]
		for range random.Intn(6) {
			if next := name + " " + words[random.Intn(len(words))]; len([]rune(next)) <= longest {
				name = next
			}
		}
		if len([]rune(name)) <= longest && !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}

// houseStyle is a style like the reference deck's.
func houseStyle(t testing.TB) Style {
	t.Helper()
	return styleOf(houseFamily(t))
}

// sourceSans and norwegian are read once for all tests: fonts and patterns take longer than to draw a chart.
var (
	sourceSans = sync.OnceValues(fonts.SourceSans)
	norwegian  = sync.OnceValue(func() fonts.Hyphenator { return fonts.ForLanguage("nb") })
)

func houseFamily(t testing.TB) fonts.Family {
	t.Helper()
	family, err := sourceSans()
	if err != nil {
		t.Fatal(err)
	}
	return family
}

func styleOf(family fonts.Family) Style {
	nb, _ := locale.For("nb")
	rgb := func(hex uint32) scene.Color {
		return scene.Color{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex)}
	}
	return Style{
		Fonts: family, Locale: nb, Hyphens: norwegian(),
		Page: rgb(0xFFFFFF), Ink: rgb(0x1F2D3D), Strong: rgb(0x0B2545), Muted: rgb(0x5B6B80), Rule: rgb(0xE3E8EC),
		Accent: rgb(0x13758A), Pale: rgb(0xC9D1D9),
		Palette:   []scene.Color{rgb(0x13758A), rgb(0xD1602B), rgb(0x7A8793), rgb(0x1B8A6B), rgb(0x8E5A9B), rgb(0xB08400)},
		Scale:     []scene.Color{rgb(0xB4451F), rgb(0xE59F7C), rgb(0xD5DADF), rgb(0x7FB2C9), rgb(0x0B5A7D)},
		TitleSize: 16, LabelSize: 14, ValueSize: 16, MinSize: 10,
	}
}
