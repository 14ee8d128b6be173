package charts

import (
	"math"

	"lysark/config/diag"
	"lysark/report/scene"
)

// entry is one line of a legend.
type entry struct {
	name string
	fill scene.Color
	ink  scene.Color
}

// seriesLegend explains the series' colours above the chart, in the order of the series.
func (p *plot) seriesLegend() {
	if len(p.Series) < 2 {
		return
	}
	pair, style := p.Kind.traits().series == sideBySide && len(p.Series) == 2, scene.Regular
	if pair {
		style = scene.Semibold
	}
	var entries []entry
	for i, s := range p.Series {
		e := entry{s.Name, p.seriesFill(i), p.Ink}
		switch {
		case pair && e.fill == p.Pale:
			e.ink = p.Muted
		case pair:
			e.ink = p.textLike(e.fill)
		}
		entries = append(entries, e)
	}
	p.legend(style, entries)
}

// legend sets swatches and names at the top left of the box and takes their room from it: in one row if
// somewhat smaller type allows it, else in as many as it takes.
func (p *plot) legend(style scene.Style, entries []entry) {
	f := p.legendFont(style, entries)
	k := keyOf(f)
	x, y := p.box.X, p.box.Y+math.Max(f.ascent(), (f.cap()+k.side)/2)
	for _, e := range entries {
		name, misfit := p.fit(setting{[]string{e.name}, style, f.size, p.box.W - k.indent, atMost(3)})
		if misfit != "" {
			p.errorf(diag.Overflow, "shorten the name",
				"the name %q does not fit in the legend at %g pt", misfit, p.MinSize)
			continue
		}
		b := name[0]
		if x > p.box.X && x+k.indent+b.wide() > p.box.Right() {
			x, y = p.box.X, y+f.size*1.5
		}
		p.add(scene.Box(scene.Rect{X: x, Y: y - f.cap()/2 - k.side/2, W: k.side, H: k.side}, e.fill))
		p.add(b.from(x+k.indent, y, e.ink)...)
		y += b.lead() * float64(len(b.lines)-1)
		x += k.indent + b.wide() + k.between
	}
	p.cutTop(y + f.descent() - p.box.Y + f.size)
}

// key is the size of a swatch and the room around it.
type key struct{ side, indent, between float64 }

func keyOf(f font) key {
	side := f.cap() * 1.15
	return key{side: side, indent: side + f.size*0.45, between: f.size * 1.2}
}

// legendFont is the largest font in which the legend is one row, or the usual one when none will do.
func (p *plot) legendFont(style scene.Style, entries []entry) font {
	for _, size := range p.sizes(p.LabelSize) {
		f := p.font(style, size)
		k := keyOf(f)
		row := -k.between
		for _, e := range entries {
			row += k.indent + f.width(e.name) + k.between
		}
		if row <= p.box.W && size >= slightly*p.LabelSize {
			return f
		}
	}
	return p.font(style, p.LabelSize)
}
