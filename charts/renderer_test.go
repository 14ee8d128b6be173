package charts

import (
	"fmt"
	"math"
	"math/rand"
	"testing"

	"lysark/report/scene"
)

// TestNothingInvalidReachesTheRenderer draws charts spoilt in every way a number, a name or a box can be:
// whatever is drawn holds finite coordinates only, since go-chart hangs on others (notes on go-chart, 16).
func TestNothingInvalidReachesTheRenderer(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(16))
	st := houseStyle(t)
	for i := range 2000 {
		c := randomChart(random, 1+random.Intn(5), 1+random.Intn(3), 20)
		c.Kind = Kinds()[random.Intn(len(Kinds()))]
		for range random.Intn(3) {
			spoil(random, &c)
		}
		box := scene.Rect{X: 10, Y: 10, W: oddLength(random), H: oddLength(random)}
		group, _ := Draw(c, box, st)
		for _, it := range group.Items {
			if !finite(it) {
				t.Fatalf("chart %d (%s) in %v: %+v\n%s", i, describe(c), box, it, inputs(c))
			}
		}
	}
}

func oddLength(random *rand.Rand) float64 {
	return []float64{0, 1, 20, 60, 200, 400, 900}[random.Intn(7)]
}

func spoil(random *rand.Rand, c *Chart) {
	odd := []float64{0, -1, 1e-300, -1e-9, 1e-6, 1, 99.5, 1e9, 1e12, -1e12, 1e13, math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64}
	pick := func() float64 { return odd[random.Intn(len(odd))] }
	series := random.Intn(len(c.Series))
	switch random.Intn(7) {
	case 0:
		v := c.Series[series].Values
		v[random.Intn(len(v))].V = pick()
	case 1:
		for i := range c.Series[series].Values {
			c.Series[series].Values[i].V = pick()
		}
	case 2:
		c.Min = number(pick())
	case 3:
		c.Max = number(pick())
	case 4:
		c.Step = number(pick())
	case 5:
		c.Categories[0] = []string{"", "\x00", "\xff", "\u00ad", "\u00a0", "–"}[random.Intn(6)]
	case 6:
		c.Decimals = random.Intn(9) - 1
	}
}

func finite(it scene.Item) bool {
	b := it.Bounds()
	numbers := []float64{b.X, b.Y, b.W, b.H}
	if p, ok := it.(scene.Path); ok {
		for _, s := range p.Segs {
			numbers = append(numbers, s.X, s.Y, s.R, s.Start, s.Sweep)
		}
	}
	for _, v := range numbers {
		if math.IsNaN(v) || math.Abs(v) > 1e6 {
			return false
		}
	}
	return true
}

func inputs(c Chart) string {
	limit := func(v *float64) any {
		if v == nil {
			return "unset"
		}
		return *v
	}
	return fmt.Sprint("min ", limit(c.Min), ", max ", limit(c.Max), ", step ", limit(c.Step), ", decimals ", c.Decimals, ", ", c.Series)
}
