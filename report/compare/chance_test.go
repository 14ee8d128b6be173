package compare

import (
	"math"
	"math/rand/v2"
	"testing"

	"lysark/report/template"
)

// share is an unweighted sample of whom a number gave the answer; left is 1 when the population is not known.
func share(count, size int, left float64) sample {
	return sample{share: float64(count) / float64(size), size: float64(size), left: left}
}

// The values of p were worked out apart from this program: in Python with fractions, by the shortcut formula
// χ² = N(ad − bc)² / (row and column sums), which is z² without a correction, and the tail of the normal distribution by
// Simpson's rule. R's prop.test(c(15, 25), c(50, 50), correct = FALSE) gives the first, 0.04123.
func TestWhetherAChangeIsLargerThanChance(t *testing.T) {
	tests := []struct {
		name string
		a, b sample
		want Chance
		p    float64
	}{
		{"a large change in small samples", share(15, 50, 1), share(25, 50, 1), Larger, 0.041227},
		{"a change that chance gives often enough", share(65, 96, 1), share(60, 104, 1), Within, 0.143806},
		{"samples of unequal size", share(40, 60, 1), share(33, 70, 1), Larger, 0.025321},
		{"the same when most of those asked have answered", share(40, 60, 1.0/3), share(33, 70, 2.0/9), Larger, 0.000025},
		{"only one population is known", share(56, 80, 0.5), share(48, 80, 1), Within, 0.125740},
		{"one of the two is a census", share(650, 1000, 0), share(600, 1000, 1), Larger, 0.001091},
		{"large samples, small change", share(480, 1000, 1), share(520, 1000, 1), Within, 0.073638},
		{"no change", share(30, 60, 1), share(35, 70, 1), Within, 1},
		{"fewer than five expected", share(2, 20, 1), share(6, 20, 1), TooFew, math.NaN()},
		{"fewer than five expected to answer otherwise", share(18, 20, 1), share(14, 20, 1), TooFew, math.NaN()},
		{"just five expected", share(2, 20, 1), share(8, 20, 1), Larger, 0.028460},
		{"nobody in either", share(0, 60, 1), share(0, 70, 1), TooFew, math.NaN()},
		{"two censuses: any change is real", share(3, 9, 0), share(4, 9, 0), Larger, 0},
		{"two censuses without a change", share(3, 9, 0), share(3, 9, 0), Within, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, p := test(tt.a, tt.b)
			if got != tt.want || math.IsNaN(p) != math.IsNaN(tt.p) || math.Abs(p-tt.p) > 1e-6 {
				t.Errorf("got %s, p = %.6f; want %s, p = %.6f", got, p, tt.want, tt.p)
			}
		})
	}
}

func TestTheTestIsSymmetricAndTheSurerTheLargerTheChange(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		n, m := 1+random.IntN(500), 1+random.IntN(500)
		left, right := random.Float64(), random.Float64()
		first := random.IntN(n + 1)
		last := math.Inf(1)
		for count := range m + 1 { // from no difference upwards
			a, b := share(first, n, left), share(count, m, right)
			if b.share < a.share {
				continue
			}
			got, p := test(a, b)
			back, q := test(b, a)
			if got != back || p != q && !(math.IsNaN(p) && math.IsNaN(q)) {
				t.Fatalf("%+v and %+v: %s %g one way, %s %g the other", a, b, got, p, back, q)
			}
			if math.IsNaN(p) {
				continue
			}
			if p < 0 || p > 1 || p > last {
				t.Fatalf("%+v and %+v: p = %g after %g", a, b, p, last)
			}
			last = p
		}
	}
}

func TestWhichFiguresAreSimpleShares(t *testing.T) {
	source := template.Source{Data: "svar", Question: "ordning", Answers: []string{"Ja"}, Count: 30, Base: 60, WeightedSum: 30, WeightedOf: 60, Effective: 60, Respondents: 60}
	weighted := source
	weighted.Weighted, weighted.WeightedSum, weighted.WeightedOf, weighted.Effective = true, 45, 75, 41.5
	asked := source
	asked.Respondents, asked.Population = 60, 80
	census := asked
	census.Population = 60
	whole := source
	whole.Question = ""
	figure := func(value float64, sources ...template.Source) template.Figure {
		return template.Figure{Value: value, Unit: template.Percent, Sources: sources}
	}
	hidden, number := figure(50, source), figure(50, source)
	hidden.Hidden, number.Unit = true, template.Number
	tests := []struct {
		name string
		f    template.Figure
		want sample
		ok   bool
	}{
		{"a share", figure(50, source), sample{0.5, 60, 1}, true},
		{"a weighted share is as sure as its effective size", figure(60, weighted), sample{0.6, 41.5, 1}, true},
		{"of a known population", figure(50, asked), sample{0.5, 60, 0.25}, true},
		{"everybody answered", figure(50, census), sample{0.5, 60, 0}, true},
		{"a hidden one is no sample", hidden, sample{}, false},
		{"a count", number, sample{}, false},
		{"twice a share", figure(100, source), sample{}, false},
		{"a sum of two", figure(100, source, weighted), sample{}, false},
		{"how many of those asked answered", figure(50, whole), sample{}, false},
		{"a typed number", figure(50), sample{}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := sampleOf(tt.f)
			if ok != tt.ok || ok && (math.Abs(got.share-tt.want.share)+math.Abs(got.size-tt.want.size)+math.Abs(got.left-tt.want.left) > 1e-12) {
				t.Errorf("got %+v, %v; want %+v, %v", got, ok, tt.want, tt.ok)
			}
		})
	}
}
