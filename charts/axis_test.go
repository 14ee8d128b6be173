package charts

import (
	"math"
	"math/rand"
	"slices"
	"testing"
)

func tickValues(a axis) (out []float64) {
	for _, t := range a.ticks {
		out = append(out, t.v)
	}
	return out
}

func tickLabels(a axis) (out []string) {
	for _, t := range a.ticks {
		out = append(out, t.label)
	}
	return out
}

// axisOver is the shown axis of a chart with two values.
func axisOver(t *testing.T, c Chart, lo, hi float64) axis {
	t.Helper()
	c.Categories, c.Series = []string{"a", "b"}, []Series{{"", row(lo, hi)}}
	return (&plot{Chart: c, Style: houseStyle(t)}).valueAxis(true)
}

func TestTicksAreRound(t *testing.T) {
	tests := []struct {
		name   string
		lo, hi float64
		want   []string
	}{
		{"59 per cent ends at 60", 0, 59, []string{"0", "10", "20", "30", "40", "50", "60"}},
		{"the reference deck's axis ends at 70", 0, 68, []string{"0", "10", "20", "30", "40", "50", "60", "70"}},
		{"an end that is a tick gets no spare step", 0, 80, []string{"0", "20", "40", "60", "80"}},
		{"a hundred is cut in quarters", 0, 100, []string{"0", "25", "50", "75", "100"}},
		{"tenths are written as tenths", 0, 0.8, []string{"0,0", "0,2", "0,4", "0,6", "0,8"}},
		{"a step of a quarter shows two decimals", 0, 1, []string{"0,00", "0,25", "0,50", "0,75", "1,00"}},
		{"zero lies on a tick between negatives and positives", -31, 17, []string{"−40", "−30", "−20", "−10", "0", "10", "20"}},
		{"only negatives end at zero", -8, 0, []string{"−8", "−6", "−4", "−2", "0"}},
		{"large values are grouped", 0, 200000, []string{"0", "50\u00a0000", "100\u00a0000", "150\u00a0000", "200\u00a0000"}},
		{"nothing at all makes an axis to one", 0, 0, []string{"0,00", "0,25", "0,50", "0,75", "1,00"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tickLabels(axisOver(t, Chart{Kind: Column}, tt.lo, tt.hi)); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTicksOfAThirdOfATenthAreExact(t *testing.T) {
	want := []float64{0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7}
	var got []float64
	for k := range int64(8) {
		got = append(got, step{10, -2}.times(k))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v: binary fractions have crept in", got, want)
	}
}

func TestAuthorsLimitsHold(t *testing.T) {
	num := func(v float64) *float64 { return &v }
	tests := []struct {
		name           string
		min, max, step *float64
		want           []float64
	}{
		{"a step of ten, as in the reference deck", nil, nil, num(10), []float64{0, 10, 20, 30, 40, 50, 60}},
		{"max is the end", nil, num(100), nil, []float64{0, 25, 50, 75, 100}},
		{"max between two ticks leaves the last tick below it", nil, num(70), num(20), []float64{0, 20, 40, 60}},
		{"min below zero", num(-20), num(60), num(20), []float64{-20, 0, 20, 40, 60}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := axisOver(t, Chart{Kind: Column, Min: tt.min, Max: tt.max, Step: tt.step}, 0, 59)
			if got := tickValues(a); !slices.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
			if tt.max != nil && a.hi != *tt.max {
				t.Errorf("the axis ends at %v, not at max, %v", a.hi, *tt.max)
			}
		})
	}
}

func TestEveryAxisHasFourToEightIntervalsAroundItsValues(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	st := houseStyle(t)
	for range 20000 {
		size := math.Pow(10, random.Float64()*18-6)
		lo, hi := (random.Float64()*2-1)*size, (random.Float64()*2-1)*size
		if lo > hi {
			lo, hi = hi, lo
		}
		c := Chart{Kind: Line, Categories: []string{"a", "b"}, Series: []Series{{"", row(lo, hi)}}}
		a := (&plot{Chart: c, Style: st}).valueAxis(true)
		if n := len(a.ticks) - 1; n < fewSteps || n > manySteps {
			t.Fatalf("%v to %v: %d intervals, %q", lo, hi, n, tickLabels(a))
		}
		if slack := (hi - lo) * 1e-6; a.lo > lo+slack || a.hi < hi-slack {
			t.Fatalf("%v to %v does not lie on the axis from %v to %v", lo, hi, a.lo, a.hi)
		}
		if labels := tickLabels(a); len(slices.Compact(labels)) != len(a.ticks) {
			t.Fatalf("%v to %v: two ticks have the same label: %q", lo, hi, labels)
		}
	}
}

func TestLinesStartAtZeroOnlyWhenTheyComeNear(t *testing.T) {
	for _, tt := range []struct {
		name string
		low  float64
		want float64
	}{{"far from zero", 40, 40}, {"near zero", 12, 0}} {
		t.Run(tt.name, func(t *testing.T) {
			p := &plot{Chart: Chart{Kind: Line, Categories: []string{"a", "b"}, Series: []Series{{"", []Value{{V: tt.low}, {V: 60}}}}}, Style: houseStyle(t)}
			if a := p.valueAxis(true); a.lo != tt.want {
				t.Errorf("the axis starts at %v, want %v", a.lo, tt.want)
			}
		})
	}
}

func TestPlaceLeavesRoomForLabelsBeyondTheirValues(t *testing.T) {
	a := axis{lo: -10, hi: 90}
	s := a.place(100, 500, []reach{{-10, 30}}, []reach{{90, 50}, {80, 200}})
	if got := s.at(-10) - 30; got < 100-1e-6 {
		t.Errorf("the low label begins at %v, before 100", got)
	}
	for _, r := range []reach{{90, 50}, {80, 200}} {
		if got := s.at(r.v) + r.room; got > 500+1e-6 {
			t.Errorf("the label at %v ends at %v, beyond 500", r.v, got)
		}
	}
	if gap := 500 - (s.at(80) + 200); gap > 1e-3 {
		t.Errorf("%v pt stay unused", gap)
	}
}
