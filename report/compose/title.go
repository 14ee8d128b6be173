package compose

import (
	"math"

	"lysark/fonts"
	"lysark/report"
	"lysark/report/scene"
)

const (
	titleLeft      = 64
	titleMeasure   = 520 // leaves the right third to the motif
	sectionMeasure = 760
	titleLines     = 4
	signature      = 482 // baseline of the author
)

// titleSlide: the deck's title, subtitle and author on the title colour, with the theme's motif.
func titleSlide(p *page) {
	p.dark = true
	look := p.theme.Title
	p.add(artifact(scene.Box(scene.Rect{W: edge, H: pageH}, look.Accent)), artifact(p.motif()...))
	p.display(scene.H1, p.theme.Sizes.Title, titleMeasure, 290)
	p.author()
}

// sectionSlide: a pause between parts of the deck.
func sectionSlide(p *page) {
	p.dark = true
	p.add(artifact(scene.Box(scene.Rect{W: edge, H: pageH}, p.theme.Title.Accent)))
	p.display(scene.H2, p.theme.Sizes.Section, sectionMeasure, pageH/2+10)
	small := p.face(scene.Regular, p.theme.Sizes.Source, p.theme.Title.Subtitle)
	p.source(small, right)
}

// display sets headline and subtitle, large, with the headline's last line on base.
func (p *page) display(role scene.Role, ladder []float64, measure, base float64) {
	h := p.slide.Headline
	var f face
	var lines []fonts.Line
	step, a, ok := fit(ladder, 0, func(size float64) attempt {
		f = p.face(scene.Bold, size, p.theme.Title.Color)
		f.leading = 1.15
		lines = fonts.Balance(h.S, measure, f.width, p.hyphensOf(h))
		return attempt{tall: float64(len(lines)-titleLines) * f.lead(), wide: f.overflow(lines, measure),
			lead: f.lead()}
	})
	if !ok {
		p.tooLong("the headline", h.Pos, ladder[step], a, characters(h), titleLines*f.lead())
	}
	top := base - f.height(len(lines))
	p.add(scene.Group{Role: role, Items: p.running(f, h, lines, titleLeft, top), Pos: h.Pos})
	p.subtitle(base + f.descent() + 18)
}

// subtitle sets the subtitle below y.
func (p *page) subtitle(y float64) {
	s := p.slide.Subtitle
	if s.S == "" {
		return
	}
	room := signature - 40 - y
	var f face
	var lines []fonts.Line
	step, a, ok := fit(p.theme.Sizes.Subtitle, 0, func(size float64) attempt {
		f = p.face(scene.Regular, size, p.theme.Title.Subtitle)
		lines = fonts.Wrap(s.S, titleMeasure, f.width, p.hyphensOf(s))
		return attempt{tall: f.height(len(lines)) - room, wide: f.overflow(lines, titleMeasure), lead: f.lead()}
	})
	if !ok {
		p.tooLong("the subtitle", s.Pos, p.theme.Sizes.Subtitle[step], a, characters(s), room)
	}
	p.add(scene.Group{Role: scene.P, Items: p.running(f, s, lines, titleLeft, y), Pos: s.Pos})
}

// author sets the deck's author at the foot.
func (p *page) author() {
	a := p.deck.Author
	name := report.OneLine(a.S)
	if name == "" {
		return
	}
	f := p.face(scene.Semibold, 15, p.theme.Title.Color)
	if over := f.width(name) - titleMeasure; over > 0 {
		p.tooLong("the author", a.Pos, f.size, attempt{tall: f.lead(), lead: f.lead()}, characters(a), f.lead())
	}
	p.add(scene.Group{Role: scene.P, Items: []scene.Item{f.at(name, titleLeft, signature)}, Pos: a.Pos})
}

// motif is the picture on the title slide: the brand's, not a figure.
func (p *page) motif() []scene.Item {
	look := p.theme.Title
	switch look.Motif {
	case "ring":
		c := scene.Point{X: 770, Y: 270}
		const inner, outer, twoThirds = 92, 150, 4 * math.Pi / 3
		return []scene.Item{
			scene.Sector(c, inner, outer, -math.Pi/2, 2*math.Pi, look.Shape),
			scene.Sector(c, inner, outer, -math.Pi/2, twoThirds, p.theme.Colors.Accent),
		}
	case "bars":
		var bars []scene.Item
		for i, h := range []float64{90, 150, 300, 210} {
			color := look.Shape
			if i == 2 {
				color = p.theme.Colors.Accent
			}
			bars = append(bars, scene.Box(scene.Rect{X: 636 + 72*float64(i), Y: 420 - h, W: 52, H: h}, color))
		}
		return bars
	}
	return nil
}

// quoteSlide: somebody's words, large, and whose they are.
func quoteSlide(p *page) {
	p.frame()
	q := p.slide.Quote
	box := body()
	if p.slide.Headline.S == "" {
		box.Y -= 30
		box.H += 30
	}
	box.X += 40
	box.W = 700
	by := p.face(scene.Regular, 16, p.theme.Colors.Muted)
	room := box.H - 2*by.lead()
	var f face
	var lines []fonts.Line
	step, a, ok := fit(p.theme.Sizes.Quote, 0, func(size float64) attempt {
		f = p.face(scene.Italic, size, p.theme.Colors.Headline)
		lines = fonts.Balance(q.Words.S, box.W, f.width, p.hyphensOf(q.Words))
		return attempt{tall: f.height(len(lines)) + f.descent() - room, wide: f.overflow(lines, box.W), lead: f.lead()}
	})
	if !ok {
		p.tooLong("the quote", q.Words.Pos, p.theme.Sizes.Quote[step], a, characters(q.Words), room)
	}
	y := box.Y + (room-f.height(len(lines)))*0.38
	p.add(artifact(scene.Box(scene.Rect{X: left, Y: y - 4, W: 5, H: f.height(len(lines)) + f.descent() + 8},
		p.theme.Colors.Accent)))
	p.add(scene.Group{Role: scene.BlockQuote, Items: p.running(f, q.Words, lines, box.X, y), Pos: q.Words.Pos})
	p.attribution(by, q.By, box.X, y+f.height(len(lines))+f.descent()+22)
	p.footer()
}

func (p *page) attribution(f face, by report.Text, x, y float64) {
	if by.S == "" {
		return
	}
	lines := fonts.Wrap(by.S, right-x, f.width, p.hyphensOf(by))
	p.add(scene.Group{Role: scene.P, Items: p.running(f, by, lines, x, y), Pos: by.Pos})
}
