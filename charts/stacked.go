package charts

import (
	"math"

	"lysark/config/diag"
	"lysark/report/scene"
)

const (
	segmentGap   = 1.0 // between two segments, in the page's colour
	segmentInset = 3.5 // on both sides of a label inside a segment
)

// drawStacked draws one bar per category, made of the series end to end, lying or upright.
//
// A segment carries its value only where the label has 3.5 pt to spare to its neighbours; elsewhere the label
// is left out, never shrunk or laid over another. The figure is still in the alternative text.
func drawStacked(p *plot) {
	p.seriesLegend()
	if s := (stack{p}); p.Vertical {
		s.drawUpright()
	} else {
		s.drawLying()
	}
}

// stack is a chart of bars made of several series.
type stack struct{ *plot }

func (s stack) drawLying() {
	a := s.valueAxis(s.Axis)
	r, ok := s.rows(a, 1)
	if !ok {
		return
	}
	f, ok := rows{plot: s.plot, step: r.thick, thick: r.thick, bars: 1}.valueFont(s.insideSize())
	if !ok {
		return
	}
	half := a.widest(s.axisFont()) / 2
	low, high := a.tickReach(half, half)
	high = append(high, s.totalsReach(func(v float64) float64 { return f.width(s.value(v)) + barEndGap })...)
	x := a.place(r.area.X, r.area.Right(), low, high)
	if !s.checkRoom(x.length()) {
		return
	}
	r.grid(a, x)
	for i := range s.Categories {
		r.drawLabel(i)
		middle := r.middle(i)
		for _, part := range s.segments(i) {
			x0, x1 := part.between(x)
			s.segment(part, scene.Rect{X: x0, Y: middle - r.thick/2, W: x1 - x0, H: r.thick}, f, segmentInset)
		}
		switch {
		case s.allMissing(i):
			s.addLabel(f.at(missing, x.at(0)+barEndGap, f.middle(middle), s.Muted))
		case s.hasTotals():
			s.addLabel(f.at(s.value(s.total(i)), x.at(s.total(i))+barEndGap, f.middle(middle), s.Strong))
		}
	}
	r.zeroLine(x)
}

func (s stack) drawUpright() {
	a := s.valueAxis(s.Axis)
	s.leftAxisRoom(a)
	c, ok := s.columns(1)
	if !ok {
		return
	}
	f, ok := s.uprightFont(c)
	if !ok {
		return
	}
	_, high := a.tickReach(0, s.axisFont().ascent())
	high = append(high, s.totalsReach(func(float64) float64 { return labelGap + f.ascent() })...)
	y := a.place(c.area.Bottom(), c.area.Y, nil, high)
	if !s.checkRoom(y.length(), c.area.W) {
		return
	}
	s.leftGrid(a, y, c.area)
	for i := range s.Categories {
		c.drawLabel(i)
		for _, part := range s.segments(i) {
			y1, y0 := part.between(y)
			s.segment(part, scene.Rect{X: c.left(0, i), Y: y0, W: c.width, H: y1 - y0}, f, insideGap)
		}
		switch {
		case s.allMissing(i):
			s.addLabel(f.atCenter(missing, c.middle(i), y.at(0)-labelGap, s.Muted))
		case s.hasTotals():
			s.addLabel(f.atCenter(s.value(s.total(i)), c.middle(i), y.at(s.total(i))-labelGap, s.Strong))
		}
	}
	s.zeroLine(y, c.area)
}

// uprightFont is the font of values and totals in upright bars.
func (s stack) uprightFont(c columns) (font, bool) {
	label, w := "", 0.0
	f, ok := s.valueFont(s.insideSize(), func(f font) bool {
		label, w = s.widestValue(f)
		if s.hasTotals() {
			for i := range s.Categories {
				if t := s.value(s.total(i)); f.width(t) > c.step-4 {
					label, w = t, f.width(t)
					return false
				}
			}
		}
		return w+2*insideGap <= c.width
	})
	if !ok {
		s.errorf(diag.Overflow, `use orientation = "horizontal", or fewer decimals`,
			"the value label %q takes %.0f pt at %g pt type, but a column has %.0f pt", label, w, f.size, c.width)
	}
	return f, ok
}

// insideSize is the size of values inside segments: that of the other labels, so that more of them have room.
func (s stack) insideSize() float64 { return math.Min(s.ValueSize, s.LabelSize) }

// totalsReach is the room that the totals take beyond the ends of their bars.
func (s stack) totalsReach(room func(total float64) float64) []reach {
	var out []reach
	for i := range s.Categories {
		if t := s.total(i); s.hasTotals() {
			out = append(out, reach{t, room(t)})
		}
	}
	return out
}

// part is one segment of a bar: what it shows and where it lies along the value axis.
type part struct {
	series, category int
	from, to         float64
	first, last      bool
	label            string
}

// segments are the parts of a category's bar that are not missing. To 100 %, they fill the bar whatever
// rounding their sum has suffered.
func (s stack) segments(category int) []part {
	share := 1.0
	if s.Full {
		share = 100 / s.total(category)
	}
	values := s.Across(category)
	labels := s.labelsTogether(values, s.Locale)
	var out []part
	at := 0.0
	for i, v := range values {
		if !v.Missing && v.V > 0 {
			one := part{series: i, category: category, from: at * share, to: (at + v.V) * share, label: labels[i]}
			out = append(out, one)
			at += v.V
		}
	}
	if len(out) > 0 {
		out[0].first, out[len(out)-1].last = true, true
	}
	return out
}

// between is the segment's place along the scale, less its half of the gaps to its neighbours.
func (s part) between(along scale) (from, to float64) {
	from, to = along.at(s.from), along.at(s.to)
	gap := math.Min(segmentGap/2, math.Abs(to-from)/4)
	if to < from {
		gap = -gap
	}
	if !s.first {
		from += gap
	}
	if !s.last {
		to -= gap
	}
	return from, to
}

// segment draws one part and, where it has room, its label.
func (s stack) segment(one part, box scene.Rect, f font, inset float64) {
	fill := s.seriesFill(one.series)
	path := scene.Box(box, fill)
	path.Mark = mark(s.Series[one.series].Name, s.Categories[one.category])
	s.add(path)
	if f.width(one.label)+2*inset > box.W || f.cap()+2*math.Max(segmentInset, f.descent()) > box.H {
		return
	}
	c := box.Center()
	s.add(on(f.atCenter(one.label, c.X, f.middle(c.Y), s.textOn(fill)), path.Mark))
}
