package compose

import (
	"slices"

	"lysark/charts"
	"lysark/charts/alt"
	"lysark/report"
	"lysark/report/scene"
	"lysark/report/tables"
)

// chart draws the slide's i-th chart in the box.
func (p *page) chart(s report.Slide, i int, box scene.Rect) {
	// letters like d reach above the capitals that share the text's top line
	m := p.family.Semibold.Metrics()
	rise := (m.Ascender - m.CapHeight) * p.charts.TitleSize
	box.Y, box.H = box.Y-rise, box.H+rise
	c := s.Charts[i]
	group, list := charts.Draw(c, box, p.charts)
	if group.Alt == "" && !list.HasErrors() {
		group.Alt = alt.Text(c, p.charts.Locale)
	}
	p.list.Add(list)
	group.Shows = p.figuresOf(s.Charts[i].Name)
	p.add(group)
}

// figuresOf is what the chart of that name shows; nil for one of a slide that cannot be drawn.
func (c *composer) figuresOf(chart string) *scene.Figures {
	if i := slices.IndexFunc(c.figures, func(t tables.Table) bool { return t.Name == chart }); i >= 0 {
		return c.figures[i].Figures()
	}
	return nil
}
