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
	if p.Vertical {
		p.stackUp()
		return
	}
	a := p.valueAxis(p.Axis)
	r, ok := p.rows(a, 1)
	if !ok {
		return
	}
	f, ok := p.barValues(rows{step: r.thick, bars: 1}, p.insideSize())
	if !ok {
		return
	}
	half := a.widest(p.axisFont()) / 2
	low, high := a.tickReach(half, half)
	high = append(high, p.totalsReach(func(v float64) float64 { return f.width(p.value(v)) + barEndGap })...)
	x := a.place(r.plot.X, r.plot.Right(), low, high)
	if !p.checkRoom(x.length()) {
		return
	}
	p.bottomGrid(a, x, r.plot)
	for i := range p.Categories {
		p.rowLabel(r, i)
		middle := r.middle(i)
		for _, s := range p.segments(i) {
			x0, x1 := s.between(x)
			box := scene.Rect{X: x0, Y: middle - r.thick/2, W: x1 - x0, H: r.thick}
			p.segment(s, box, f, segmentInset)
		}
		switch {
		case p.allMissing(i):
			p.addLabel(f.at(missing, x.at(0)+barEndGap, f.middle(middle), p.Muted))
		case p.hasTotals():
			p.addLabel(f.at(p.value(p.total(i)), x.at(p.total(i))+barEndGap, f.middle(middle), p.Strong))
		}
	}
	p.add(vline(x.at(0), r.plot.Y, r.plot.Bottom(), zeroWidth, p.zeroInk()))
}

// stackUp draws the bars upright.
func (p *plot) stackUp() {
	a := p.valueAxis(p.Axis)
	p.leftAxisRoom(a)
	step := p.box.W / float64(len(p.Categories))
	width := columnWidth(step, 1)
	labels, ok := p.categoryLabels(step)
	if !ok {
		return
	}
	f, ok := p.stackValues(step, width)
	if !ok {
		return
	}
	plot := p.box
	plot.H -= tallest(labels) + labelGap + 2
	_, high := a.tickReach(0, p.axisFont().ascent())
	high = append(high, p.totalsReach(func(float64) float64 { return labelGap + f.ascent() })...)
	y := a.place(plot.Bottom(), plot.Y, nil, high)
	if !p.checkRoom(y.length(), plot.W) {
		return
	}
	p.leftGrid(a, y, plot)
	c := columns{plot: plot, y: y, step: step, width: width, values: f}
	for i := range p.Categories {
		p.add(labels[i].below(c.middle(i), plot.Bottom()+labelGap+2, p.Ink)...)
		for _, s := range p.segments(i) {
			y1, y0 := s.between(y)
			p.segment(s, scene.Rect{X: c.left(0, 1, i), Y: y0, W: width, H: y1 - y0}, f, insideGap)
		}
		switch {
		case p.allMissing(i):
			p.addLabel(f.atCenter(missing, c.middle(i), y.at(0)-labelGap, p.Muted))
		case p.hasTotals():
			p.addLabel(f.atCenter(p.value(p.total(i)), c.middle(i), y.at(p.total(i))-labelGap, p.Strong))
		}
	}
	p.zeroLine(y, plot)
}

// stackValues is the font of values and totals in upright bars.
func (p *plot) stackValues(step, width float64) (font, bool) {
	label, w := "", 0.0
	f, ok := p.valueFont(p.insideSize(), func(f font) bool {
		label, w = p.widestValue(f)
		if p.hasTotals() {
			for i := range p.Categories {
				if t := p.value(p.total(i)); f.width(t) > step-4 {
					label, w = t, f.width(t)
					return false
				}
			}
		}
		return w+2*insideGap <= width
	})
	if !ok {
		p.errorf(diag.Overflow, `use orientation = "horizontal", or fewer decimals`, "the value label %q takes %.0f pt at %g pt type, but a column has %.0f pt", label, w, f.size, width)
	}
	return f, ok
}

// insideSize is the size of values inside segments: that of the other labels, so that more of them have room.
func (p *plot) insideSize() float64 { return math.Min(p.ValueSize, p.LabelSize) }

// totalsReach is the room that the totals take beyond the ends of their bars.
func (p *plot) totalsReach(room func(total float64) float64) []reach {
	var out []reach
	for i := range p.Categories {
		if t := p.total(i); p.hasTotals() {
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
func (p *plot) segments(category int) []part {
	share := 1.0
	if p.Full {
		share = 100 / p.total(category)
	}
	labels := p.labelsTogether(p.Across(category), p.Locale)
	var out []part
	at := 0.0
	for i, s := range p.Series {
		if v := s.Values[category]; !v.Missing && v.V > 0 {
			out = append(out, part{series: i, category: category, from: at * share, to: (at + v.V) * share, label: labels[i]})
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
func (p *plot) segment(s part, box scene.Rect, f font, inset float64) {
	fill := p.seriesFill(s.series)
	path := scene.Box(box, fill)
	path.Mark = mark(p.Series[s.series].Name, p.Categories[s.category])
	p.add(path)
	if f.width(s.label)+2*inset > box.W || f.cap()+2*math.Max(segmentInset, f.descent()) > box.H {
		return
	}
	c := box.Center()
	p.add(on(f.atCenter(s.label, c.X, f.middle(c.Y), p.textOn(fill)), path.Mark))
}
