package charts

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"testing"

	"lysark/report/scene"
)

func round(kind Kind, names []string, values ...float64) Chart {
	c := Chart{Kind: kind, Percent: true, Categories: names, Series: []Series{{}}}
	for _, v := range values {
		c.Series[0].Values = append(c.Series[0].Values, Value{V: v})
	}
	return c
}

func TestShortNamesStandAroundAPieAndValuesInside(t *testing.T) {
	g := drawn(t, round(Pie, []string{"Ja", "Nei"}, 89.2, 10.8))
	if got := label(t, g, "89 %"); got.On != `"Ja"` {
		t.Errorf("the value lies on %q", got.On)
	}
	ja, nei := label(t, g, "Ja"), label(t, g, "Nei")
	pie := bars(g)[`"Ja"`].Union(bars(g)[`"Nei"`])
	for _, l := range []scene.Text{ja, nei} {
		if pie.Inset(20).Intersects(l.Bounds()) && l.On == "" && math.Hypot(l.At.X-pie.Center().X, l.At.Y-pie.Center().Y) < pie.W/2 {
			t.Errorf("the name %q lies in the pie", l.S)
		}
	}
}

func TestASmallSliceHasItsValueBesideItsName(t *testing.T) {
	c := round(Pie, []string{"Ja", "Nei"}, 99.6, 0.4)
	c.Decimals = 1
	g := drawn(t, c)
	if got := label(t, g, "0,4 %"); got.On != "" {
		t.Errorf("0,4 %% stands in its slice, which has no room")
	}
}

func TestLongNamesGoToAListWithEveryValue(t *testing.T) {
	c := round(Pie, []string{"Ja, konsern-/virksomhetsnivå med unntak for noen grupper av ansatte", "Nei, men praksis", "Nei", "Ja"}, 65.6, 27.1, 5.2, 2.1)
	c.Decimals = 1
	g, list := Draw(c, scene.Rect{W: 208, H: 350}, houseStyle(t))
	if len(list) > 0 {
		t.Fatal(list)
	}
	for _, want := range []string{"5,2 %", "2,1 %"} {
		label(t, g, want)
	}
	n := 0
	for _, x := range texts(g) {
		if x.S == "65,6\u00a0%" {
			n++
		}
	}
	if n != 2 {
		t.Errorf("65,6 %% stands %d times; want once in its slice and once in the list", n)
	}
}

func TestPiesInEqualBoxesAreOfEqualSize(t *testing.T) {
	short := drawn(t, round(Pie, []string{"Ja", "Nei"}, 50, 50))
	long := drawn(t, round(Pie, []string{"Ja, hele virksomheten og alle dens avdelinger i inn- og utland", "Ja, med noen unntak for enkelte", "Annet"}, 78, 12, 10))
	width := func(g scene.Group) float64 {
		var all scene.Rect
		for _, b := range bars(g) {
			all = all.Union(b)
		}
		return all.W
	}
	if a, b := width(short), width(long); math.Abs(a-b) > 1 {
		t.Errorf("%.1f and %.1f pt wide", a, b)
	}
}

func TestAnAnswerNobodyGaveIsListedAndDrawsNothing(t *testing.T) {
	g := drawn(t, round(Donut, []string{"Ja", "Nei", "Vet ikke"}, 70, 30, 0))
	label(t, g, "Vet ikke")
	label(t, g, "0 %")
	if _, ok := bars(g)[`"Vet ikke"`]; ok {
		t.Error("a slice of nothing is drawn")
	}
}

func TestOneAnswerIsAWholeDisc(t *testing.T) {
	g := drawn(t, round(Pie, []string{"Ja"}, 100))
	if b := bars(g)[`"Ja"`]; math.Abs(b.W-b.H) > 0.1 || b.W < 100 {
		t.Errorf("the disc is %v", b)
	}
	label(t, g, "100 %")
}

func TestADonutHasAFigureInItsHole(t *testing.T) {
	c := round(Donut, []string{"Ja", "Nei", "Vet ikke"}, 25, 61.5, 13.5)
	c.Center, c.CenterNote = "61 %", "svarer nei"
	g := drawn(t, c)
	hole := label(t, g, "svarer nei")
	big := slices.MaxFunc(texts(g), func(a, b scene.Text) int { return int(a.Size - b.Size) })
	if big.S != "61 %" || big.At.Y >= hole.At.Y {
		t.Errorf("the figure %q at %v, its note at %v", big.S, big.At, hole.At)
	}
	c.Center = "en hel setning i hullet som aldri kan få plass der uansett"
	if _, list := Draw(c, scene.Rect{W: 208, H: 350}, houseStyle(t)); !list.HasErrors() {
		t.Error("a sentence in the hole is not reported")
	}
}

func TestAnyRoundChartIsDrawnWellOrSaysWhyNot(t *testing.T) {
	if testing.Short() {
		t.Skip("it draws many charts, one after the other")
	}
	t.Parallel()
	random := rand.New(rand.NewSource(8))
	refused, reasonable := 0, 0
	const all = 1200
	for i := range all {
		n := 1 + random.Intn(8)
		c := round([]Kind{Pie, Donut}[random.Intn(2)], randomNames(random, n, 60))
		c.Decimals, c.Sum100, c.Alt = random.Intn(2), random.Intn(2) == 0, "x"
		for range n {
			c.Series[0].Values = append(c.Series[0].Values, Value{V: []float64{0, 0.4, 1, 10 * random.Float64(), 100 * random.Float64()}[random.Intn(5)]})
		}
		c.Series[0].Values[0].V++
		scaleTo100(c)
		box := scene.Rect{X: 10, Y: 20, W: 200 + random.Float64()*660, H: 260 + random.Float64()*110}
		g, list := Draw(c, box, houseStyle(t))
		name := fmt.Sprintf("%d: %s in %.0f x %.0f", i, describe(c), box.W, box.H)
		if list.HasErrors() {
			refused++
			if n <= 5 && box.W > 400 {
				reasonable++
				t.Errorf("%s: %s", name, list[0].Message)
			}
			continue
		}
		checkDrawing(t, name, g)
	}
	if refused > all/10 {
		t.Errorf("%d of %d were refused", refused, all)
	}
}

func scaleTo100(c Chart) {
	total := sum(c.Series[0].Values)
	for i := range c.Series[0].Values {
		c.Series[0].Values[i].V *= 100 / total
	}
}
