package compose

import (
	"lysark/charts"
	"lysark/report"
	"lysark/report/scene"
)

// chart draws the slide's i-th chart in the box.
func (p *page) chart(s report.Slide, i int, box scene.Rect) {
	group, list := charts.Draw(s.Charts[i], box, p.charts)
	p.list.Add(list)
	p.add(group)
}
