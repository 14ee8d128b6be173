package charts

import (
	"math"

	"lysark/config/diag"
	"lysark/report/scene"
)

// The measures of columns and bars, from the house's own decks.
const (
	columnCap  = 76.0 // widest column
	barShare   = 1 / 1.5
	groupShare = 0.74 // of the room of a category, for columns side by side
	insideGap  = 2.0  // between columns of one category
	labelGap   = 6.0  // from a column's end to the foot of its value label
	leastPlot  = 36.0 // with less height or length, columns show nothing
)

// drawColumns draws upright columns, side by side when there are several series.
func drawColumns(p *plot) {
	p.seriesLegend()
	a := p.valueAxis(p.Axis)
	p.leftAxisRoom(a)
	n := len(p.Series)
	step := p.box.W / float64(len(p.Categories))
	width := columnWidth(step, n)
	labels, ok := p.categoryLabels(step)
	if !ok {
		return
	}
	values, ok := p.columnValues(step, width)
	if !ok {
		return
	}
	plot := p.box
	plot.H -= tallest(labels) + labelGap + 2
	y, ok := p.heights(a, values, plot)
	if !ok {
		return
	}
	c := columns{plot: plot, y: y, step: step, width: width, values: values}
	p.leftGrid(a, y, plot)
	p.drawColumnBars(c)
	p.zeroLine(y, plot)
	for i, b := range labels {
		p.add(b.below(c.middle(i), plot.Bottom()+labelGap+2, p.Ink)...)
		p.drawColumnValues(c, i)
	}
}

// columns is where the columns of a chart stand.
type columns struct {
	plot        scene.Rect
	y           scale
	step, width float64
	values      font
}

// middle is the middle of a category's room.
func (c columns) middle(category int) float64 {
	return c.plot.X + (float64(category)+0.5)*c.step
}

// left is the left edge of a column.
func (c columns) left(series, of, category int) float64 {
	group := c.width*float64(of) + insideGap*float64(of-1)
	return c.middle(category) - group/2 + float64(series)*(c.width+insideGap)
}

// columnWidth is the width of one column: with a gap of half a column between single ones.
func columnWidth(step float64, series int) float64 {
	if series == 1 {
		return math.Min(columnCap, step*barShare)
	}
	return math.Min(columnCap, (step*groupShare-insideGap*float64(series-1))/float64(series))
}

// categoryLabels breaks the category labels to stand below their columns.
func (p *plot) categoryLabels(step float64) ([]block, bool) {
	labels, misfit := p.fit(setting{p.Categories, scene.Regular, p.LabelSize, step - labelGap, atMost(3)})
	if misfit != "" {
		p.errorf(diag.Overflow, barHint+", which has more room for labels", "the label %q does not fit below its column at %g pt", misfit, p.MinSize)
		return nil, false
	}
	return labels, true
}

// columnValues is the font of the value labels: each has to stay clear of its neighbours and their columns.
func (p *plot) columnValues(step, width float64) (font, bool) {
	room := step - 4
	if len(p.Series) > 1 {
		room = width - insideGap
	}
	f, ok := p.valueFont(p.ValueSize, func(f font) bool {
		_, w := p.widestValue(f)
		return w <= room
	})
	if !ok {
		label, w := p.widestValue(f)
		p.errorf(diag.Overflow, barHint+", or fewer decimals", "the value label %q takes %.0f pt at %g pt type, but a column has %.0f pt", label, w, f.size, math.Max(room, 0))
	}
	return f, ok
}

// heights is the scale of upright columns, with just the room above and below that their labels take.
func (p *plot) heights(a axis, f font, plot scene.Rect) (scale, bool) {
	low, high := a.tickReach(p.axisFont().cap()/2-labelGap, p.axisFont().ascent())
	for _, s := range p.Series {
		for _, v := range s.Values {
			if v.shown() < 0 {
				low = append(low, reach{v.shown(), labelGap + f.cap() + f.descent()})
				continue
			}
			high = append(high, reach{v.shown(), labelGap + f.ascent()})
		}
	}
	line := reach{0, zeroWidth / 2}
	y := a.place(plot.Bottom(), plot.Y, append(low, line), append(high, line))
	return y, p.checkRoom(y.length(), plot.W)
}

// checkRoom tells whether there is room left for a plot worth drawing.
func (p *plot) checkRoom(sides ...float64) bool {
	for _, s := range sides {
		if s < leastPlot {
			p.errorf(diag.Overflow, "give the chart more room, or shorten its labels", "labels and legend leave %.0f pt for the %s chart itself, which needs %.0f pt", math.Max(s, 0), p.Kind, leastPlot)
			return false
		}
	}
	return true
}

// drawColumnBars draws the columns from the zero line, up or down, at their unrounded values.
func (p *plot) drawColumnBars(c columns) {
	for s, series := range p.Series {
		for i, v := range series.Values {
			if v.Missing {
				continue
			}
			y0, y1 := c.y.at(math.Max(v.V, 0)), c.y.at(math.Min(v.V, 0))
			bar := scene.Box(scene.Rect{X: c.left(s, len(p.Series), i), Y: y0, W: c.width, H: y1 - y0}, p.barFill(s, i))
			bar.Mark = mark(series.Name, p.Categories[i])
			p.add(bar)
		}
	}
}

// drawColumnValues sets each value of a category beyond the end of its column: below a negative one.
func (p *plot) drawColumnValues(c columns, category int) {
	for s, series := range p.Series {
		v := series.Values[category]
		end, ink := c.y.at(v.V)-labelGap, p.valueInk(s)
		switch {
		case v.Missing:
			end, ink = c.y.at(0)-labelGap, p.Muted
		case v.V < 0:
			end = c.y.at(v.V) + labelGap + c.values.cap()
		}
		middle := c.left(s, len(p.Series), category) + c.width/2
		p.addLabel(c.values.atCenter(p.written(v), middle, end, ink))
	}
}

// addLabel sets a value label, clear of the grid behind it.
func (p *plot) addLabel(t scene.Text) {
	if p.Axis {
		p.add(p.knockOut(t))
	}
	p.add(t)
}

// leftAxisRoom takes the room of the tick labels at the left of the box.
func (p *plot) leftAxisRoom(a axis) {
	if len(a.ticks) > 0 {
		p.cutLeft(a.widest(p.axisFont()) + axisGap)
	}
}

// leftGrid draws the grid across the plot and the tick labels at its left.
func (p *plot) leftGrid(a axis, y scale, plot scene.Rect) {
	f := p.axisFont()
	for _, t := range a.ticks {
		at := y.at(t.v)
		p.add(hline(plot.X, plot.Right(), at, gridWidth, p.Rule))
		p.add(f.atRight(t.label, plot.X-axisGap, f.middle(at), p.Muted))
	}
}

// zeroLine draws the line that upright columns stand on.
func (p *plot) zeroLine(y scale, plot scene.Rect) {
	p.add(hline(plot.X, plot.Right(), y.at(0), zeroWidth, p.zeroInk()))
}
