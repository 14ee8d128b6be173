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
	l := lineChart{p}
	a, whole := l.valueAxis(true), l.box
	l.leftAxisRoom(a)
	ends, ok := l.endLabels()
	if !ok {
		return
	}
	l.cutRight(broadest(ends) + endGap)
	starts := l.startFont()
	// From the left: tick labels, grid alone, first values, the lines, their names.
	plot := l.box
	if w := l.startWidth(starts); w > 0 {
		plot.X, plot.W = plot.X+w+startGap+endGap, plot.W-w-startGap-endGap
	}
	if !l.checkRoom(plot.W) {
		return
	}
	xs := pointsAlong(plot, len(l.Categories))
	labels, ok := l.pointLabels(xs, whole)
	if !ok {
		return
	}
	f := l.axisFont()
	above, below := f.cap()/2+f.descent()+2, f.cap()/2+f.descent()+3
	plot.Y, plot.H = plot.Y+above, plot.H-above-below-tallest(blocksOf(labels))
	y := scale{lo: a.lo, hi: a.hi, atLo: plot.Bottom(), atHi: plot.Y}
	if !l.checkRoom(plot.H) {
		return
	}
	l.leftGrid(a, y, l.gridded(plot))
	if a.lo <= 0 && a.hi >= 0 {
		l.zeroLine(y, l.gridded(plot))
	}
	for _, grey := range []bool{true, false} { // the lines in colour lie on top
		for s := range l.Series {
			if l.isGrey(s) == grey {
				l.drawSeries(s, xs, y)
			}
		}
	}
	for i, name := range labels {
		l.add(name.below(name.x, plot.Bottom()+below, l.Ink)...)
		if i == 0 {
			l.drawStarts(starts, xs, y, plot)
		}
	}
	l.drawEnds(ends, xs, y, plot)
}

// lineChart is a line chart being laid out.
type lineChart struct{ *plot }

// gridded is the plot together with the column of first values, which the grid runs behind.
func (l lineChart) gridded(plot scene.Rect) scene.Rect {
	return scene.Rect{X: l.box.X, Y: plot.Y, W: plot.Right() - l.box.X, H: plot.H}
}

// isGrey tells whether a line is one of those behind the few in colour.
func (l lineChart) isGrey(series int) bool {
	_, chosen := l.Colors[l.Series[series].Name]
	if len(l.Highlight) > 0 {
		return l.standsBack(series)
	}
	return !chosen && series >= mostColored
}

// lineInk is the colour of a line, labelInk that of the words and figures at its ends.
func (l lineChart) lineInk(series int) scene.Color {
	if l.isGrey(series) && len(l.Highlight) == 0 {
		return mix(l.Muted, l.Page, 0.4)
	}
	return l.seriesFill(series)
}

func (l lineChart) labelInk(series int) scene.Color {
	if l.isGrey(series) {
		return l.Muted
	}
	return l.textLike(l.lineInk(series))
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
func (l lineChart) endLabels() ([]block, bool) {
	texts := make([]string, len(l.Series))
	for i, s := range l.Series {
		texts[i] = missing
		if _, last := s.FirstAndLast(); last >= 0 {
			texts[i] = l.value(s.Values[last].V)
		}
		if s.Name != "" {
			texts[i] = s.Name + " " + texts[i]
		}
	}
	ends, misfit := l.fit(setting{texts, scene.Semibold, l.LabelSize, l.box.W * endShare, atMost(3)})
	if misfit != "" {
		l.errorf(diag.Overflow, "shorten the name, or give the chart more room",
			"the label %q does not fit at the end of its line at %g pt", misfit, l.MinSize)
	}
	return ends, misfit == ""
}

// startFont is the font of the first values, that of the labels at the lines' ends.
func (l lineChart) startFont() font { return l.font(scene.Semibold, l.LabelSize) }

// startWidth is the width of the column of first values, 0 when there is none.
func (l lineChart) startWidth(f font) float64 {
	w := 0.0
	if len(l.Categories) < 2 {
		return w
	}
	for _, s := range l.startsShown() {
		w = math.Max(w, f.width(l.value(l.Series[s].Values[0].V)))
	}
	return w
}

// startsShown are the lines whose first value is printed: those in colour that begin at the first category.
func (l lineChart) startsShown() []int {
	var out []int
	for i, s := range l.Series {
		if !l.isGrey(i) && !s.Values[0].Missing {
			out = append(out, i)
		}
	}
	return out
}

// drawSeries draws one line, in pieces where values are missing, with markers at its ends and at points
// that have no neighbour.
func (l lineChart) drawSeries(series int, xs []float64, y scale) {
	s, ink := l.Series[series], l.lineInk(series)
	first, last := s.FirstAndLast()
	var run []scene.Point
	flush := func(lastOfRun int) {
		if len(run) > 1 {
			l.add(scene.Line(lineWidth, ink, run...))
		} else if len(run) == 1 && lastOfRun != first && lastOfRun != last {
			l.marker(series, lastOfRun, run[0], ink)
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
			l.marker(series, i, scene.Point{X: xs[i], Y: y.at(s.Values[i].V)}, ink)
		}
	}
}

// marker draws the dot of one value.
func (l lineChart) marker(series, category int, at scene.Point, ink scene.Color) {
	d := scene.Disc(at, markerRadius, ink)
	d.Mark = mark(l.Series[series].Name, l.Categories[category])
	l.add(d)
}

// drawStarts prints the first values at the left of the lines.
func (l lineChart) drawStarts(f font, xs []float64, y scale, plot scene.Rect) {
	if l.startWidth(f) == 0 {
		return
	}
	shown := l.startsShown()
	var wanted, heights []float64
	for _, s := range shown {
		wanted = append(wanted, y.at(l.Series[s].Values[0].V)-f.cap()/2-(f.ascent()-f.cap()))
		heights = append(heights, f.ascent()+f.descent())
	}
	tops, ok := spread(wanted, heights, l.box.Y, plot.Bottom()+l.axisFont().cap()/2+l.axisFont().descent())
	if !ok {
		return // the axis tells the values; the labels at the ends report the lack of room
	}
	for i, s := range shown {
		t := f.atRight(l.value(l.Series[s].Values[0].V), xs[0]-endGap, tops[i]+f.ascent(), l.labelInk(s))
		l.add(l.knockOut(t), t)
	}
}

// drawEnds sets the lines' names at their ends, moved apart where they would touch.
func (l lineChart) drawEnds(ends []block, xs []float64, y scale, plot scene.Rect) {
	var wanted, heights []float64
	for i, b := range ends {
		at := plot.Bottom()
		if _, last := l.Series[i].FirstAndLast(); last >= 0 {
			at = y.at(l.Series[i].Values[last].V)
		}
		wanted = append(wanted, at-(b.high()-b.descent()-(b.ascent()-b.cap()))/2-(b.ascent()-b.cap()))
		heights = append(heights, b.high()+b.size*0.15)
	}
	tops, ok := spread(wanted, heights, l.box.Y, plot.Bottom()+l.axisFont().cap()/2+l.axisFont().descent())
	if !ok {
		l.errorf(diag.Overflow, "show fewer series, shorten their names, or give the chart more room",
			"the labels of %d lines do not fit below each other", len(ends))
		return
	}
	for i, b := range ends {
		// A label that had to move away gets a hairline from the end of its line.
		ink := l.lineInk(i)
		x := plot.Right() + endGap
		moved := math.Abs(tops[i]-wanted[i]) > b.size/3
		if _, last := l.Series[i].FirstAndLast(); last == len(xs)-1 && len(xs) > 1 && moved {
			from := scene.Point{X: xs[last], Y: y.at(l.Series[i].Values[last].V)}
			l.add(scene.Line(leaderWidth, ink, from, scene.Point{X: x - 2, Y: from.Y + tops[i] - wanted[i]}))
		}
		l.add(b.from(x, tops[i]+b.ascent(), l.labelInk(i))...)
	}
}
