package compose

import (
	"strings"

	"lysark/fonts"
	"lysark/report"
	"lysark/report/scene"
)

const (
	bullet       = "•"
	bulletIndent = 1.1  // of the size
	bulletGap    = 0.72 // of the size, between paragraphs and bullets
)

// proseBox is where a slide's running text goes; false when its layout has none.
func proseBox(s report.Slide) (scene.Rect, bool) {
	if s.Prose.Empty() {
		return scene.Rect{}, false
	}
	if s.Layout == report.TextLayout {
		box := body()
		box.W = 680 // a longer measure is tiring to read
		return box, true
	}
	if s.Layout == report.NumberLayout {
		return besideText(), true
	}
	return textColumn(), true
}

// prose sets the slide's running text in its box, at the deck's common size if it fits.
func (p *page) prose() {
	box, ok := proseBox(p.slide)
	if !ok {
		return
	}
	ladder := p.theme.Sizes.Body
	step, a, ok := fit(ladder, p.sizes.body, func(size float64) attempt { return p.tryProse(p.slide.Prose, box, size) })
	if !ok {
		p.tooLong("the text", p.slide.Prose.First().Pos, ladder[step], a, proseLength(p.slide.Prose), box.H)
	}
	p.add(p.setProse(p.slide.Prose, box, ladder[step]).items...)
}

func proseLength(prose report.Prose) int {
	return characters(prose.Lead) + characters(prose.Paragraphs...) + characters(prose.Bullets...)
}

func (c *composer) tryProse(prose report.Prose, box scene.Rect, size float64) attempt {
	s := c.setProse(prose, box, size)
	return attempt{tall: s.bottom - box.Bottom(), wide: s.over, lead: size * 1.3}
}

// proseSetting is running text set at one size.
type proseSetting struct {
	items  []scene.Item
	bottom float64 // lowest point of its letters
	over   float64 // how much too wide its widest word is
}

func (c *composer) setProse(prose report.Prose, box scene.Rect, size float64) proseSetting {
	f := c.face(scene.Regular, size, c.theme.Colors.Text)
	s := proseSetting{}
	y := box.Y
	paragraph := func(f face, role scene.Role, t report.Text, x float64) scene.Group {
		lines := f.broken(t.S, box.Right()-x, c.hyphensOf(t))
		s.over = max(s.over, f.overflow(lines, box.Right()-x))
		g := scene.Group{Role: role, Items: c.running(f, t, lines, x, y), Pos: t.Pos}
		s.bottom = y + f.height(len(lines)) + f.descent()
		y += f.height(len(lines)) - f.capHeight() + f.lead() + bulletGap*size
		return g
	}
	if prose.Lead.S != "" {
		s.items = append(s.items,
			paragraph(c.face(scene.Semibold, size, c.theme.Colors.Headline), scene.P, prose.Lead, box.X))
	}
	paragraphs := func() {
		for _, t := range prose.Paragraphs {
			s.items = append(s.items, paragraph(f, scene.P, t, box.X))
		}
	}
	if !prose.BulletsFirst {
		paragraphs()
	}
	if len(prose.Bullets) > 0 {
		list := scene.Group{Role: scene.List}
		dot := c.face(scene.Bold, size, c.theme.Colors.Accent)
		for _, t := range prose.Bullets {
			label := scene.Group{Role: scene.Label, Items: []scene.Item{dot.at(bullet, box.X, y+f.capHeight())}}
			text := paragraph(f, scene.Body, t, box.X+bulletIndent*size)
			items := []scene.Item{label, text}
			list.Items = append(list.Items, scene.Group{Role: scene.ListItem, Items: items, Pos: t.Pos})
		}
		s.items = append(s.items, list)
	}
	if prose.BulletsFirst {
		paragraphs()
	}
	return s
}

// broken breaks running text: as full lines as fit, but balanced when the last line would be one lonely word.
func (f face) broken(s string, measure float64, h fonts.Hyphenator) []fonts.Line {
	lines := fonts.Wrap(s, measure, f.width, h)
	if n := len(lines); n > 1 && !strings.Contains(lines[n-1].Text, " ") {
		return fonts.Balance(s, measure, f.width, h)
	}
	return lines
}
