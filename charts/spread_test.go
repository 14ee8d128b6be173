package charts

import (
	"math"
	"math/rand"
	"testing"
)

func TestSpread(t *testing.T) {
	tests := []struct {
		name          string
		wanted, sizes []float64
		lo, hi        float64
		want          []float64
	}{
		{"blocks with room stay where they are", []float64{10, 50}, []float64{10, 10}, 0, 100, []float64{10, 50}},
		{"two that touch move apart equally", []float64{50, 50}, []float64{10, 10}, 0, 100, []float64{45, 55}},
		{"the order of the places is kept, not that of the list", []float64{52, 50}, []float64{10, 10}, 0, 100, []float64{56, 46}},
		{"nothing leaves the low end", []float64{0, 0, 0}, []float64{10, 10, 10}, 0, 100, []float64{0, 10, 20}},
		{"nothing leaves the high end", []float64{95, 95}, []float64{10, 10}, 0, 100, []float64{80, 90}},
		{"what just fits fits", []float64{3, 3}, []float64{50, 50}, 0, 100, []float64{0, 50}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := spread(tt.wanted, tt.sizes, tt.lo, tt.hi)
			if !ok {
				t.Fatal("they do not fit")
			}
			for i := range got {
				if math.Abs(got[i]-tt.want[i]) > 1e-9 {
					t.Errorf("got %v, want %v", got, tt.want)
					break
				}
			}
		})
	}
	if _, ok := spread([]float64{0, 0}, []float64{60, 60}, 0, 100); ok {
		t.Error("120 pt of blocks fit in 100 pt")
	}
}

func TestSpreadNeverOverlapsOrLeaves(t *testing.T) {
	random := rand.New(rand.NewSource(3))
	for range 5000 {
		n := 1 + random.Intn(8)
		wanted, sizes := make([]float64, n), make([]float64, n)
		for i := range n {
			wanted[i], sizes[i] = random.Float64()*120-10, 1+random.Float64()*12
		}
		got, ok := spread(wanted, sizes, 0, 100)
		if !ok {
			t.Fatalf("%v did not fit", sizes)
		}
		for i := range n {
			if got[i] < -1e-9 || got[i]+sizes[i] > 100+1e-9 {
				t.Fatalf("%v of %v leaves 0 to 100", got[i], sizes[i])
			}
			for j := range i {
				if got[i] < got[j]+sizes[j]-1e-9 && got[j] < got[i]+sizes[i]-1e-9 {
					t.Fatalf("blocks %d and %d overlap: %v, sizes %v", i, j, got, sizes)
				}
			}
		}
	}
}

func TestLargestRemainder(t *testing.T) {
	tests := []struct {
		name     string
		values   []float64
		decimals int
		want     []float64
	}{
		{"thirds", []float64{1, 1, 1}, 0, []float64{34, 33, 33}},
		{"the largest loss is made good", []float64{9.4, 30.4, 60.2}, 0, []float64{10, 30, 60}},
		{"with a decimal", []float64{1, 1, 1}, 1, []float64{33.4, 33.3, 33.3}},
		{"whole shares stay", []float64{20, 30, 50}, 0, []float64{20, 30, 50}},
		{"something is at least one", []float64{99.6, 0.4}, 0, []float64{99, 1}},
		{"a unit for the smallest comes from the one that lost least", []float64{60.5, 39.3, 0.2}, 0, []float64{60, 39, 1}},
		{"nothing stays nothing", []float64{99.6, 0, 0.4}, 0, []float64{99, 0, 1}},
		{"shares that were rounded before", []float64{33, 33, 33}, 0, []float64{34, 33, 33}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := largestRemainder(row(tt.values...), 100, tt.decimals)
			if !ok {
				t.Errorf("a part is off by a whole unit: %v", got)
			}
			total := 0.0
			for i := range got {
				total += got[i]
				if math.Abs(got[i]-tt.want[i]) > 1e-9 {
					t.Errorf("got %v, want %v", got, tt.want)
				}
			}
			if math.Abs(total-100) > 1e-9 {
				t.Errorf("%v add up to %v", got, total)
			}
		})
	}
}
