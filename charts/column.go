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
	c, ok := p.columns(len(p.Series))
	if !ok {
		return
	}
	values, ok := c.valueFont()
	if !ok {
		return
	}
	y, ok := c.heights(a, values)
	if !ok {
		return
	}
	p.leftGrid(a, y, c.area)
	c.drawBars(y)
	p.zeroLine(y, c.area)
	for i := range p.Categories {
		c.drawLabel(i)
		c.drawValues(y, values, i)
	}
}

// columns is where the categories of a chart with upright bars stand.
type columns struct {
	*plot
	area        scene.Rect
	labels      []block
	step, width float64
	bars        int // in each category
}

// middle is the middle of a category's room.
func (c columns) middle(category int) float64 {
	return c.area.X + (float64(category)+0.5)*c.step
}

// left is the left edge of a column.
func (c columns) left(bar, category int) float64 {
	group := c.width*float64(c.bars) + insideGap*float64(c.bars-1)
	return c.middle(category) - group/2 + float64(bar)*(c.width+insideGap)
}

// columns shares the box out: one step per category, with its label below.
func (p *plot) columns(bars int) (columns, bool) {
	c := columns{plot: p, bars: bars, step: p.box.W / float64(len(p.Categories))}
	c.width = columnWidth(c.step, bars)
	var misfit string
	c.labels, misfit = p.fit(setting{p.Categories, scene.Regular, p.LabelSize, c.step - labelGap, atMost(3)})
	if misfit != "" {
		p.errorf(diag.Overflow, barHint+", which has more room for labels",
			"the label %q does not fit below its column at %g pt", misfit, p.MinSize)
		return c, false
	}
	c.area = p.box
	c.area.H -= tallest(c.labels) + labelGap + 2
	return c, true
}

// columnWidth is the width of one column: with a gap of half a column between single ones.
func columnWidth(step float64, series int) float64 {
	if series == 1 {
		return math.Min(columnCap, step*barShare)
	}
	return math.Min(columnCap, (step*groupShare-insideGap*float64(series-1))/float64(series))
}

// valueFont is the font of the value labels: each has to stay clear of its neighbours and their columns.
func (c columns) valueFont() (font, bool) {
	room := c.step - 4
	if len(c.Series) > 1 {
		room = c.width - insideGap
	}
	f, ok := c.plot.valueFont(c.ValueSize, func(f font) bool {
		_, w := c.widestValue(f)
		return w <= room
	})
	if !ok {
		label, w := c.widestValue(f)
		c.errorf(diag.Overflow, barHint+", or fewer decimals",
			"the value label %q takes %.0f pt at %g pt type, but a column has %.0f pt",
			label, w, f.size, math.Max(room, 0))
	}
	return f, ok
}

// heights is the scale of upright columns, with just the room above and below that their labels take.
func (c columns) heights(a axis, f font) (scale, bool) {
	low, high := a.tickReach(c.axisFont().cap()/2-labelGap, c.axisFont().ascent())
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v.shown() < 0 {
				low = append(low, reach{v.shown(), labelGap + f.cap() + f.descent()})
				continue
			}
			high = append(high, reach{v.shown(), labelGap + f.ascent()})
		}
	}
	line := reach{0, zeroWidth / 2}
	y := a.place(c.area.Bottom(), c.area.Y, append(low, line), append(high, line))
	return y, c.checkRoom(y.length(), c.area.W)
}

// checkRoom tells whether there is room left for a plot worth drawing.
func (p *plot) checkRoom(sides ...float64) bool {
	for _, s := range sides {
		if s < leastPlot {
			p.errorf(diag.Overflow, "give the chart more room, or shorten its labels",
				"labels and legend leave %.0f pt for the %s chart itself, which needs %.0f pt",
				math.Max(s, 0), p.Kind, leastPlot)
			return false
		}
	}
	return true
}

// drawBars draws the columns from the zero line, up or down, at their unrounded values.
func (c columns) drawBars(y scale) {
	for s, series := range c.Series {
		for i, v := range series.Values {
			if v.Missing {
				continue
			}
			y0, y1 := y.at(math.Max(v.V, 0)), y.at(math.Min(v.V, 0))
			bar := scene.Box(scene.Rect{X: c.left(s, i), Y: y0, W: c.width, H: y1 - y0}, c.barFill(s, i))
			bar.Mark = mark(series.Name, c.Categories[i])
			c.add(bar)
		}
	}
}

// drawLabel sets the label of a category below its columns.
func (c columns) drawLabel(category int) {
	c.add(c.labels[category].below(c.middle(category), c.area.Bottom()+labelGap+2, c.Ink)...)
}

// drawValues sets each value of a category beyond the end of its column: below a negative one.
func (c columns) drawValues(y scale, f font, category int) {
	for s, series := range c.Series {
		v := series.Values[category]
		end, ink := y.at(v.V)-labelGap, c.valueInk(s)
		switch {
		case v.Missing:
			end, ink = y.at(0)-labelGap, c.Muted
		case v.V < 0:
			end = y.at(v.V) + labelGap + f.cap()
		}
		middle := c.left(s, category) + c.width/2
		c.addLabel(f.atCenter(c.written(v), middle, end, ink))
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
