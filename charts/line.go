package charts

import (
	"math"
	"slices"

	"lysark/config/diag"
	"lysark/report/scene"
)

const (
	lineWidth    = 2.5
	leaderWidth  = 0.75
	markerRadius = 4.0
	endGap       = 10.0 // from a line's end to its label
	mostColored  = 5    // lines in full colour; the others are grey
	startGap     = 16.0 // of grid between a tick label and the first values, so that the two are not read as one
	endShare     = 0.4  // of the width, at most, for the labels at the lines' ends
)

// drawLine draws one line per series along the categories, with its name and last value at its end. The axis
// is always shown, since it need not start at zero. A missing value is a gap in the line.
func drawLine(p *plot) {
	a, whole := p.valueAxis(true), p.box
	p.leftAxisRoom(a)
	ends, ok := p.endLabels()
	if !ok {
		return
	}
	p.cutRight(broadest(ends) + endGap)
	starts := p.startFont()
	// From the left: tick labels, grid alone, first values, the lines, their names.
	plot := p.box
	if w := p.startWidth(starts); w > 0 {
		plot.X, plot.W = plot.X+w+startGap+endGap, plot.W-w-startGap-endGap
	}
	if !p.checkRoom(plot.W) {
		return
	}
	xs := pointsAlong(plot, len(p.Categories))
	labels, ok := p.pointLabels(xs, whole)
	if !ok {
		return
	}
	f := p.axisFont()
	above, below := f.cap()/2+f.descent()+2, f.cap()/2+f.descent()+3
	plot.Y, plot.H = plot.Y+above, plot.H-above-below-tallest(blocksOf(labels))
	y := scale{lo: a.lo, hi: a.hi, atLo: plot.Bottom(), atHi: plot.Y}
	if !p.checkRoom(plot.H) {
		return
	}
	p.leftGrid(a, y, p.gridded(plot))
	if a.lo <= 0 && a.hi >= 0 {
		p.zeroLine(y, p.gridded(plot))
	}
	for _, grey := range []bool{true, false} { // the lines in colour lie on top
		for s := range p.Series {
			if p.isGrey(s) == grey {
				p.drawSeries(s, xs, y)
			}
		}
	}
	for i, l := range labels {
		p.add(l.below(l.x, plot.Bottom()+below, p.Ink)...)
		if i == 0 {
			p.drawStarts(starts, xs, y, plot)
		}
	}
	p.drawEnds(ends, xs, y, plot)
}

// gridded is the plot together with the column of first values, which the grid runs behind.
func (p *plot) gridded(plot scene.Rect) scene.Rect {
	return scene.Rect{X: p.box.X, Y: plot.Y, W: plot.Right() - p.box.X, H: plot.H}
}

// isGrey tells whether a line is one of those behind the few in colour.
func (p *plot) isGrey(series int) bool {
	_, chosen := p.Colors[p.Series[series].Name]
	if len(p.Highlight) > 0 {
		return p.standsBack(series)
	}
	return !chosen && series >= mostColored
}

// lineInk is the colour of a line, labelInk that of the words and figures at its ends.
func (p *plot) lineInk(series int) scene.Color {
	if p.isGrey(series) && len(p.Highlight) == 0 {
		return mix(p.Muted, p.Page, 0.4)
	}
	return p.seriesFill(series)
}

func (p *plot) labelInk(series int) scene.Color {
	if p.isGrey(series) {
		return p.Muted
	}
	return p.textLike(p.lineInk(series))
}

// pointsAlong are the places of the categories across the plot.
func pointsAlong(plot scene.Rect, n int) []float64 {
	xs := make([]float64, n)
	for i := range xs {
		xs[i] = plot.Center().X
		if n > 1 {
			xs[i] = plot.X + plot.W*float64(i)/float64(n-1)
		}
	}
	return xs
}

// FirstAndLast are the first and the last value of the series that are there, or -1.
func (s Series) FirstAndLast() (first, last int) {
	there := func(v Value) bool { return !v.Missing }
	first, last = slices.IndexFunc(s.Values, there), len(s.Values)-1
	for last >= 0 && s.Values[last].Missing {
		last--
	}
	return first, last
}

// endLabels are the names and last values of the lines, in the order of the series.
func (p *plot) endLabels() ([]block, bool) {
	texts := make([]string, len(p.Series))
	for i, s := range p.Series {
		texts[i] = missing
		if _, last := s.FirstAndLast(); last >= 0 {
			texts[i] = p.value(s.Values[last].V)
		}
		if s.Name != "" {
			texts[i] = s.Name + " " + texts[i]
		}
	}
	ends, misfit := p.fit(setting{texts, scene.Semibold, p.LabelSize, p.box.W * endShare, atMost(3)})
	if misfit != "" {
		p.errorf(diag.Overflow, "shorten the name, or give the chart more room", "the label %q does not fit at the end of its line at %g pt", misfit, p.MinSize)
	}
	return ends, misfit == ""
}

// startFont is the font of the first values, that of the labels at the lines' ends.
func (p *plot) startFont() font { return p.font(scene.Semibold, p.LabelSize) }

// startWidth is the width of the column of first values, 0 when there is none.
func (p *plot) startWidth(f font) float64 {
	w := 0.0
	if len(p.Categories) < 2 {
		return w
	}
	for _, s := range p.startsShown() {
		w = math.Max(w, f.width(p.value(p.Series[s].Values[0].V)))
	}
	return w
}

// startsShown are the lines whose first value is printed: those in colour that begin at the first category.
func (p *plot) startsShown() []int {
	var out []int
	for i, s := range p.Series {
		if !p.isGrey(i) && !s.Values[0].Missing {
			out = append(out, i)
		}
	}
	return out
}

// drawSeries draws one line, in pieces where values are missing, with markers at its ends and at points
// that have no neighbour.
func (p *plot) drawSeries(series int, xs []float64, y scale) {
	s, ink := p.Series[series], p.lineInk(series)
	first, last := s.FirstAndLast()
	var run []scene.Point
	flush := func(lastOfRun int) {
		if len(run) > 1 {
			p.add(scene.Line(lineWidth, ink, run...))
		} else if len(run) == 1 && lastOfRun != first && lastOfRun != last {
			p.marker(series, lastOfRun, run[0], ink)
		}
		run = nil
	}
	for i, v := range s.Values {
		if v.Missing {
			flush(i - 1)
			continue
		}
		run = append(run, scene.Point{X: xs[i], Y: y.at(v.V)})
	}
	flush(len(s.Values) - 1)
	for _, i := range slices.Compact([]int{first, last}) {
		if i >= 0 {
			p.marker(series, i, scene.Point{X: xs[i], Y: y.at(s.Values[i].V)}, ink)
		}
	}
}

// marker draws the dot of one value.
func (p *plot) marker(series, category int, at scene.Point, ink scene.Color) {
	d := scene.Disc(at, markerRadius, ink)
	d.Mark = mark(p.Series[series].Name, p.Categories[category])
	p.add(d)
}

// drawStarts prints the first values at the left of the lines.
func (p *plot) drawStarts(f font, xs []float64, y scale, plot scene.Rect) {
	if p.startWidth(f) == 0 {
		return
	}
	shown := p.startsShown()
	var wanted, heights []float64
	for _, s := range shown {
		wanted = append(wanted, y.at(p.Series[s].Values[0].V)-f.cap()/2-(f.ascent()-f.cap()))
		heights = append(heights, f.ascent()+f.descent())
	}
	tops, ok := spread(wanted, heights, p.box.Y, plot.Bottom()+p.axisFont().cap()/2+p.axisFont().descent())
	if !ok {
		return // the axis tells the values; the labels at the ends report the lack of room
	}
	for i, s := range shown {
		t := f.atRight(p.value(p.Series[s].Values[0].V), xs[0]-endGap, tops[i]+f.ascent(), p.labelInk(s))
		p.add(p.knockOut(t), t)
	}
}

// drawEnds sets the lines' names at their ends, moved apart where they would touch.
func (p *plot) drawEnds(ends []block, xs []float64, y scale, plot scene.Rect) {
	var wanted, heights []float64
	for i, b := range ends {
		at := plot.Bottom()
		if _, last := p.Series[i].FirstAndLast(); last >= 0 {
			at = y.at(p.Series[i].Values[last].V)
		}
		wanted = append(wanted, at-(b.high()-b.descent()-(b.ascent()-b.cap()))/2-(b.ascent()-b.cap()))
		heights = append(heights, b.high()+b.size*0.15)
	}
	tops, ok := spread(wanted, heights, p.box.Y, plot.Bottom()+p.axisFont().cap()/2+p.axisFont().descent())
	if !ok {
		p.errorf(diag.Overflow, "show fewer series, shorten their names, or give the chart more room", "the labels of %d lines do not fit below each other", len(ends))
		return
	}
	for i, b := range ends {
		// A label that had to move away gets a hairline from the end of its line.
		ink := p.lineInk(i)
		x := plot.Right() + endGap
		if _, last := p.Series[i].FirstAndLast(); last == len(xs)-1 && len(xs) > 1 && math.Abs(tops[i]-wanted[i]) > b.size/3 {
			from := scene.Point{X: xs[last], Y: y.at(p.Series[i].Values[last].V)}
			p.add(scene.Line(leaderWidth, ink, from, scene.Point{X: x - 2, Y: from.Y + tops[i] - wanted[i]}))
		}
		p.add(b.from(x, tops[i]+b.ascent(), p.labelInk(i))...)
	}
}
