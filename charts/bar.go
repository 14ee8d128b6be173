package charts

import (
	"math"

	"lysark/config/diag"
	"lysark/report/scene"
)

const (
	barCap        = 60.0 // thickest single bar
	groupedBarCap = 34.0 // thickest bar beside others of its category
	labelShare    = 0.45 // of the width, at most, for the column of category labels
	rowLabelGap   = 14.0 // from a category label to the axis
	barEndGap     = 8.0  // from a bar's end to its value label
)

// drawBars draws lying bars, below each other in their category when there are several series. They start at
// the top of the box and are no thicker than looks well; what is left of the box stays empty.
func drawBars(p *plot) {
	p.seriesLegend()
	a := p.valueAxis(p.Axis)
	r, ok := p.rows(a, len(p.Series))
	if !ok {
		return
	}
	values, ok := r.valueFont(p.ValueSize)
	if !ok {
		return
	}
	x, ok := r.lengths(a, values)
	if !ok {
		return
	}
	r.grid(a, x)
	r.drawBars(x)
	r.zeroLine(x)
	for i := range p.Categories {
		r.drawLabel(i)
		r.drawValues(x, values, i)
	}
}

// rows is where the categories of a chart with lying bars stand.
type rows struct {
	*plot
	area        scene.Rect
	labels      []block
	step, thick float64
	bars        int // in each category
}

// middle is the middle of a category's room; top is the upper edge of one of its bars.
func (r rows) middle(category int) float64 {
	return r.area.Y + (float64(category)+0.5)*r.step
}

func (r rows) top(bar, category int) float64 {
	group := r.thick*float64(r.bars) + insideGap*float64(r.bars-1)
	return r.middle(category) - group/2 + float64(bar)*(r.thick+insideGap)
}

// rows shares the box out: category labels at the left, tick labels below, one row per category.
func (p *plot) rows(a axis, bars int) (rows, bool) {
	n := float64(len(p.Categories))
	if len(a.ticks) > 0 {
		p.cutBottom(p.axisFont().lead() + axisGap)
	}
	room := p.box.H / n
	measure := p.box.W*labelShare - rowLabelGap
	labels, misfit := p.fit(setting{p.Categories, scene.Regular, p.LabelSize, measure, func(b block) bool {
		return len(b.lines) <= 3 && b.around() <= room
	}})
	if misfit != "" {
		p.errorf(diag.Overflow, "shorten the label, or show fewer categories",
			"the label %q does not fit beside its bar at %g pt", misfit, p.MinSize)
		return rows{}, false
	}
	p.cutLeft(broadest(labels) + rowLabelGap)
	r := rows{plot: p, labels: labels, bars: bars}
	share := barShare
	r.thick = math.Min(barCap, room*share)
	if bars > 1 {
		share = groupShare
		r.thick = math.Min(groupedBarCap, (room*share-insideGap*float64(bars-1))/float64(bars))
	}
	// Capped bars draw together, but never closer than their labels allow.
	group := r.thick*float64(bars) + insideGap*float64(bars-1)
	r.step = math.Min(room, math.Max(group/share, greatest(labels, block.around)+labelGap))
	r.area = p.box
	r.area.H = r.step * n
	return r, p.checkRoom(r.area.H, r.area.W)
}

// valueFont is the font of the value labels: no higher than their bar and the gaps around it.
func (r rows) valueFont(from float64) (font, bool) {
	room := r.step - 2
	if r.bars > 1 {
		room = r.thick + insideGap
	}
	f, ok := r.plot.valueFont(from, func(f font) bool {
		return f.ascent()+f.descent() <= room && 2*f.descent()+f.cap() <= room+insideGap
	})
	if !ok {
		r.errorf(diag.Overflow, "show fewer categories or series, or give the chart more room",
			"bars %.0f pt thick are too thin for value labels of %g pt", math.Max(r.thick, 0), f.size)
	}
	return f, ok
}

// lengths is the scale of lying bars: the longest leave just the room that their value labels take.
func (r rows) lengths(a axis, f font) (scale, bool) {
	half := a.widest(r.axisFont()) / 2
	low, high := a.tickReach(half, half)
	for _, s := range r.Series {
		for _, v := range s.Values {
			end := reach{v.shown(), f.width(r.written(v)) + barEndGap}
			if end.v < 0 {
				low = append(low, end)
				continue
			}
			high = append(high, end)
		}
	}
	line := reach{0, zeroWidth / 2}
	x := a.place(r.area.X, r.area.Right(), append(low, line), append(high, line))
	return x, r.checkRoom(x.length())
}

// grid draws the grid down the plot and the tick labels below it.
func (r rows) grid(a axis, x scale) {
	f := r.axisFont()
	right := math.Inf(-1)
	for _, t := range a.ticks {
		at := x.at(t.v)
		r.add(vline(at, r.area.Y, r.area.Bottom(), gridWidth, r.Rule))
		label := f.atCenter(t.label, at, r.area.Bottom()+axisGap/2+f.ascent(), r.Muted)
		if label.At.X < right+axisGap/2 {
			continue // the grid is there; a crowded axis needs no number at each line
		}
		right = label.Bounds().Right()
		r.add(label)
	}
}

// zeroLine draws the line that lying bars begin at.
func (r rows) zeroLine(x scale) {
	r.add(vline(x.at(0), r.area.Y, r.area.Bottom(), zeroWidth, r.zeroInk()))
}

// drawBars draws the bars at their full values: rounding is for labels only.
func (r rows) drawBars(x scale) {
	for s, series := range r.Series {
		for i, v := range series.Values {
			if v.Missing {
				continue
			}
			x0, x1 := x.at(math.Min(v.V, 0)), x.at(math.Max(v.V, 0))
			bar := scene.Box(scene.Rect{X: x0, Y: r.top(s, i), W: x1 - x0, H: r.thick}, r.barFill(s, i))
			bar.Mark = mark(series.Name, r.Categories[i])
			r.add(bar)
		}
	}
}

// drawLabel sets a category's label, right-aligned to the axis.
func (r rows) drawLabel(category int) {
	r.add(r.labels[category].beside(r.area.X-rowLabelGap, r.middle(category), r.Ink)...)
}

// drawValues sets each value of a category beyond the end of its bar: at the left of a negative one.
func (r rows) drawValues(x scale, f font, category int) {
	for s, series := range r.Series {
		v := series.Values[category]
		y, ink := f.middle(r.top(s, category)+r.thick/2), r.valueInk(s)
		switch {
		case v.Missing:
			r.addLabel(f.at(missing, x.at(0)+barEndGap, y, r.Muted))
		case v.V < 0:
			r.addLabel(f.atRight(r.value(v.V), x.at(v.V)-barEndGap, y, ink))
		default:
			r.addLabel(f.at(r.value(v.V), x.at(v.V)+barEndGap, y, ink))
		}
	}
}
