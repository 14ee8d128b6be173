package charts

import (
	"math"

	"lysark/report/scene"
)

const (
	gridWidth  = 0.75
	zeroWidth  = 1.0
	fewSteps   = 4 // intervals of a round axis
	manySteps  = 8
	axisGap    = 8.0 // between an axis label and the plot area
	labelFloor = 1e-9
)

// axis is the value axis: its ends and, when it is shown, its ticks.
type axis struct {
	lo, hi float64
	ticks  []tick
}

// tick is one labelled value of the axis.
type tick struct {
	v     float64
	label string
}

// extent is the smallest and largest value that has to fit on the value axis; for stacks, of their totals.
func (c Chart) extent() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	stacked := c.Kind.StacksSeries()
	take := func(v float64) { lo, hi = math.Min(lo, v), math.Max(hi, v) }
	for i := range c.Categories {
		total := 0.0
		for _, s := range c.Series {
			if x := s.Values[i]; !x.Missing {
				total += x.V
				if !stacked {
					take(x.V)
				}
			}
		}
		if stacked {
			take(total)
		}
	}
	if lo > hi {
		return 0, 0
	}
	return lo, hi
}

// span is what the value axis has to cover: the values, zero for bars, and the ends that the author set. Lines
// start at zero only when they come near it.
func (c Chart) span() (lo, hi float64) {
	if c.IsWhole() {
		return 0, 100
	}
	lo, hi = c.extent()
	if c.Kind.traits().fromZero || (lo > 0 && lo < hi/2) {
		lo, hi = math.Min(lo, 0), math.Max(hi, 0)
	}
	if c.Min != nil {
		lo = *c.Min
	}
	if c.Max != nil {
		hi = *c.Max
	}
	return widen(lo, hi)
}

// valueAxis is the axis over the span. When it is shown, it has ticks, and ends that the author has not set
// lie on them; when not, it ends where the values do.
func (p *plot) valueAxis(shown bool) axis {
	lo, hi := p.span()
	if !shown {
		return axis{lo: lo, hi: hi}
	}
	s := niceStep(lo, hi)
	if p.Step != nil && !p.IsWhole() {
		s = givenStep(*p.Step)
	}
	first, last := s.around(lo, hi)
	if p.Min == nil || p.IsWhole() {
		lo = s.times(first)
	}
	if p.Max == nil || p.IsWhole() {
		hi = s.times(last)
	}
	return axis{lo: lo, hi: hi, ticks: p.ticks(s, lo, hi)}
}

// widen makes room around a single value, or values so close that no axis can tell them apart.
func widen(lo, hi float64) (float64, float64) {
	size := math.Max(math.Abs(lo), math.Abs(hi))
	switch {
	case size < labelFloor:
		return 0, 1
	case hi-lo > size*labelFloor:
		return lo, hi
	case lo > 0:
		return lo * 0.9, hi * 1.1
	}
	return lo * 1.1, hi * 0.9
}

// ticks are the multiples of the step that lie on the axis; the author's ends may lie between two.
func (p *plot) ticks(s step, lo, hi float64) []tick {
	var out []tick
	first, last := s.around(lo, hi)
	slack := (hi - lo) * labelFloor
	for k := first; k <= last; k++ {
		v := s.times(k)
		if v < lo-slack || v > hi+slack {
			continue
		}
		label := p.Locale.Number(v, s.decimals())
		if p.Percent {
			label = p.Locale.Percent(v, s.decimals())
		}
		out = append(out, tick{v, label})
	}
	return out
}

// step is the distance of two ticks, figure × 10^exp. It is kept in whole numbers, so that the third of
// three steps of 0.1 is 0.3 and not 0.30000000000000004.
type step struct {
	figure int64
	exp    int
}

// times is the value of k steps.
func (s step) times(k int64) float64 {
	if s.exp < 0 {
		return float64(k*s.figure) / math.Pow10(-s.exp)
	}
	return float64(k*s.figure) * math.Pow10(s.exp)
}

// decimals is how many are needed to write every multiple of the step.
func (s step) decimals() int {
	d, figure := -s.exp, s.figure
	for d > 0 && figure%10 == 0 {
		d, figure = d-1, figure/10
	}
	return max(d, 0)
}

// around is the first and last multiple of the step that enclose lo and hi.
func (s step) around(lo, hi float64) (first, last int64) {
	size := s.times(1)
	return int64(math.Floor(lo/size + labelFloor)), int64(math.Ceil(hi/size - labelFloor))
}

// niceStep is the 1, 2, 2.5 or 5 × 10^k that cuts lo to hi into 4 to 8 intervals with the least room
// left over, the larger one when two are as good.
func niceStep(lo, hi float64) step {
	best, least := step{10, int(math.Floor(math.Log10(hi-lo))) - 1}, math.Inf(1)
	for exp := int(math.Floor(math.Log10(hi-lo))) - 2; exp <= int(math.Ceil(math.Log10(hi-lo))); exp++ {
		for _, figure := range [4]int64{10, 20, 25, 50} {
			s := step{figure, exp}
			first, last := s.around(lo, hi)
			if n := last - first; n < fewSteps || n > manySteps {
				continue
			}
			if spare := s.times(last) - s.times(first) - (hi - lo); spare <= least+(hi-lo)*1e-6 {
				best, least = s, math.Min(spare, least)
			}
		}
	}
	return best
}

// givenStep is the author's step, to the sixth decimal.
func givenStep(v float64) step { return step{int64(math.Round(v / smallestStep)), -6} }

// scale maps values to points along one direction.
type scale struct {
	lo, hi     float64
	atLo, atHi float64
}

func (s scale) at(v float64) float64 {
	return s.atLo + (v-s.lo)/(s.hi-s.lo)*(s.atHi-s.atLo)
}

// length is the room between the ends of the axis.
func (s scale) length() float64 { return math.Abs(s.atHi - s.atLo) }

// reach is the room that a label takes beyond its value.
type reach struct{ v, room float64 }

// place lays the axis between two points, from being its low side, as long as can be while every label that
// reaches beyond its value, to the low or the high side, stays between them.
func (a axis) place(from, to float64, low, high []reach) scale {
	span, room := a.hi-a.lo, math.Abs(to-from)
	ends := func(unit float64) (lo, hi float64) {
		for _, r := range low {
			lo = math.Max(lo, r.room-(r.v-a.lo)*unit)
		}
		for _, r := range high {
			hi = math.Max(hi, r.room-(a.hi-r.v)*unit)
		}
		return lo, hi
	}
	small, large := 0.0, room/span
	for range 60 { // halving the doubt: what is drawn longer, with its labels, never takes less room
		unit := (small + large) / 2
		if lo, hi := ends(unit); lo+hi+span*unit <= room {
			small = unit
		} else {
			large = unit
		}
	}
	lo, _ := ends(small)
	sign := 1.0
	if to < from {
		sign = -1
	}
	return scale{lo: a.lo, hi: a.hi, atLo: from + sign*lo, atHi: from + sign*(lo+span*small)}
}

// hline and vline are hairlines as filled boxes, which stay crisp in a picture.
func hline(x0, x1, y, width float64, color scene.Color) scene.Path {
	return scene.Box(scene.Rect{X: x0, Y: y - width/2, W: x1 - x0, H: width}, color)
}

func vline(x, y0, y1, width float64, color scene.Color) scene.Path {
	return scene.Box(scene.Rect{X: x - width/2, Y: y0, W: width, H: y1 - y0}, color)
}

// zeroInk is the colour of the line that bars stand on: between the labels' and the grid's.
func (s *Style) zeroInk() scene.Color { return mix(s.Muted, s.Rule, 0.4) }

// knockOut hides the grid behind a label.
func (p *plot) knockOut(t scene.Text) scene.Path {
	r := t.Bounds()
	left, right := math.Max(r.X-2, p.box.X), math.Min(r.Right()+2, p.box.Right())
	return scene.Box(scene.Rect{X: left, Y: r.Y, W: right - left, H: r.H}, p.Page)
}

// axisFont is the font of axis labels.
func (s *Style) axisFont() font { return s.font(scene.Regular, math.Max(s.MinSize, s.LabelSize*0.9)) }

// widest is the width of the widest tick label.
func (a axis) widest(f font) float64 {
	w := 0.0
	for _, t := range a.ticks {
		w = math.Max(w, f.width(t.label))
	}
	return w
}

// tickReach is the room that tick labels take to the low and the high side of their ticks.
func (a axis) tickReach(low, high float64) (lows, highs []reach) {
	for _, t := range a.ticks {
		lows, highs = append(lows, reach{t.v, low}), append(highs, reach{t.v, high})
	}
	return lows, highs
}
