package compose

import (
	"lysark/charts"
	"lysark/report"
	"lysark/report/scene"
)

// chart draws the slide's i-th chart in the box.
func (p *page) chart(s report.Slide, i int, box scene.Rect) {
	// letters like d reach above the capitals that share the text's top line
	m := p.family.Semibold.Metrics()
	rise := (m.Ascender - m.CapHeight) * p.charts.TitleSize
	box.Y, box.H = box.Y-rise, box.H+rise
	group, list := charts.Draw(s.Charts[i], box, p.charts)
	p.list.Add(list)
	p.add(group)
}
