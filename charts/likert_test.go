package charts

import (
	"fmt"
	"math"
	"math/rand"
	"testing"

	"lysark/report/locale"
	"lysark/report/scene"
)

// agreement is a scale of n levels; each row of shares is one statement.
func agreement(statements []string, levels []string, rows ...[]float64) Chart {
	c := Chart{Kind: Likert, Percent: true, TopBox: 2, TopName: "Enig", BottomName: "Uenig", Categories: statements, Alt: "x"}
	for l, name := range levels {
		s := Series{Name: name}
		for _, r := range rows {
			s.Values = append(s.Values, Value{V: r[l]})
		}
		c.Series = append(c.Series, s)
	}
	return c
}

func fiveLevels() []string {
	return []string{"Helt uenig", "Uenig", "Verken eller", "Litt enig", "Helt enig"}
}

func TestTheTotalIsOfUnroundedValues(t *testing.T) {
	c := agreement([]string{"Samarbeidet er godt"}, fiveLevels(), []float64{20, 20, 19.2, 20.4, 20.4})
	label(t, drawn(t, c), "41 %") // 20.4 + 20.4 is 40.8; the rounded 20 + 20 would be 40
}

func TestLevelsFillTheBarFromLowToHigh(t *testing.T) {
	c := agreement([]string{"Samarbeidet er godt"}, fiveLevels(), []float64{10, 20, 40, 20, 10})
	b := bars(drawn(t, c))
	right := 0.0
	for _, l := range fiveLevels() {
		m, ok := b[mark(l, "Samarbeidet er godt")]
		if !ok {
			t.Fatalf("no mark of %q", l)
		}
		if m.X <= right {
			t.Errorf("%q begins at %.1f, left of the end of the one before, %.1f", l, m.X, right)
		}
		right = m.Right()
	}
}

func TestDivergingBarsHaveTheirNeutralLevelOnOneLine(t *testing.T) {
	c := agreement([]string{"A er bra", "B er bra"}, fiveLevels(), []float64{2, 9, 30, 43, 16}, []float64{10, 34, 32, 19, 5})
	c.Diverging = true
	b := bars(drawn(t, c))
	x, y := b[mark("Verken eller", "A er bra")].Center().X, b[mark("Verken eller", "B er bra")].Center().X
	if math.Abs(x-y) > 0.1 {
		t.Errorf("the neutral levels are centred on %.1f and %.1f", x, y)
	}
}

func TestBareNumbersUnderTheirHeadsNeedNoKey(t *testing.T) {
	c := agreement([]string{"A er bra"}, []string{"1", "2", "3", "4", "5"}, []float64{10, 20, 40, 20, 10})
	c.Diverging, c.TopName = true, "Enig"
	g := drawn(t, c)
	label(t, g, "← Uenig")
	label(t, g, "Enig →")
	if has(g, "3") {
		t.Error("the level 3 has a key")
	}
}

func TestAnExcludedLevelStandsOutsideOfTheBar(t *testing.T) {
	c := agreement([]string{"A er bra"}, []string{"Uenig", "Verken", "Enig", "Vet ikke"}, []float64{30, 40, 30, 12})
	c.Excluded, c.TopBox = "Vet ikke", 1
	g := drawn(t, c)
	label(t, g, "12 %")
	if _, ok := bars(g)[mark("Vet ikke", "A er bra")]; ok {
		t.Error("the excluded level is a part of the bar")
	}
}

func TestAnyScaleIsDrawnWellOrSaysWhyNot(t *testing.T) {
	if testing.Short() {
		t.Skip("it draws many charts, one after the other")
	}
	t.Parallel()
	random := rand.New(rand.NewSource(13))
	refused := 0
	const all = 800
	for i := range all {
		n := 3 + random.Intn(5)
		var rows [][]float64
		statements := randomNames(random, 1+random.Intn(9), 60)
		for range statements {
			rows = append(rows, randomShares(random, n))
		}
		c := agreement(statements, randomNames(random, n, 16), rows...)
		c.Diverging, c.TopBox = random.Intn(2) == 0, 1+random.Intn(2)
		box := scene.Rect{X: 10, Y: 20, W: 260 + random.Float64()*600, H: 320 + random.Float64()*60}
		g, list := Draw(c, box, houseStyle(t))
		name := fmt.Sprintf("%d: %s in %.0f x %.0f", i, describe(c), box.W, box.H)
		if list.HasErrors() {
			refused++
			if box.W > 800 {
				t.Errorf("%s: %s", name, list[0].Message)
			}
			continue
		}
		checkDrawing(t, name, g)
	}
	if refused > all/4 {
		t.Errorf("%d of %d were refused", refused, all)
	}
}

func randomShares(random *rand.Rand, n int) []float64 {
	out, total := make([]float64, n), 0.0
	for i := range out {
		out[i] = []float64{0, 0.4, 50 * random.Float64()}[random.Intn(3)]
		total += out[i]
	}
	out[0] += 1
	total++
	for i := range out {
		out[i] *= 100 / total
	}
	return out
}

// TestAnExcludedLevelLeavesTheOthersTheirShares: 10, 20 and 30 on the scale beside 40 who do not know stay what they are,
// also when labels are made to add up.
func TestAnExcludedLevelLeavesTheOthersTheirShares(t *testing.T) {
	c := Chart{Kind: Likert, Percent: true, Sum100: true, TopBox: 1, Excluded: "Vet ikke", Categories: []string{"A"}, Series: []Series{
		{Name: "1", Values: []Value{{V: 10}}}, {Name: "2", Values: []Value{{V: 20}}}, {Name: "3", Values: []Value{{V: 30}}}, {Name: "Vet ikke", Values: []Value{{V: 40}}},
	}}
	l, _ := locale.For("nb")
	if got, want := fmt.Sprint(ValueLabels(c, l)), "[[10\u00a0%] [20\u00a0%] [30\u00a0%] [40\u00a0%]]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
