package compose

import (
	"lysark/fonts"
	"lysark/report/scene"
)

// numberSlide: one figure on the left, as large as it goes, with what it counts; text or a chart beside it, never both.
func numberSlide(p *page) {
	p.frame()
	box := textColumn()
	if p.slide.Prose.Empty() && len(p.slide.Charts) == 0 {
		box.W = right - left
	}
	n := p.slide.Big
	var f face
	step, a, ok := fit(p.theme.Sizes.Number, 0, func(size float64) attempt {
		f = p.face(scene.Bold, size, p.theme.Colors.Accent)
		return attempt{wide: f.width(n.Value.S) - box.W, lead: f.lead()}
	})
	if !ok {
		p.tooLong("the number", n.Value.Pos, p.theme.Sizes.Number[step], a, characters(n.Value), box.W)
	}
	p.add(scene.Group{Role: scene.P, Items: []scene.Item{f.at(n.Value.S, box.X, box.Y+f.capHeight())},
		Pos: n.Value.Pos})
	below := box
	below.Y += f.capHeight() + 28
	below.H = box.Bottom() - below.Y
	p.numberWords(below)
	p.prose()
	p.drawCharts(besideText())
	p.footer()
}

func (p *page) numberWords(box scene.Rect) {
	words := p.slide.Big.Words
	if words.S == "" {
		return
	}
	ladder := p.theme.Sizes.Body
	box.W = min(box.W, 520)
	var f face
	var lines []fonts.Line
	step, a, ok := fit(ladder, p.sizes.body, func(size float64) attempt {
		f = p.face(scene.Regular, size, p.theme.Colors.Text)
		lines = f.broken(words.S, box.W, p.hyphensOf(words))
		return attempt{tall: f.height(len(lines)) + f.descent() - box.H, wide: f.overflow(lines, box.W), lead: f.lead()}
	})
	if !ok {
		p.tooLong("the number's text", words.Pos, ladder[step], a, characters(words), box.H)
	}
	p.add(scene.Group{Role: scene.P, Items: p.running(f, words, lines, box.X, box.Y), Pos: words.Pos})
}
