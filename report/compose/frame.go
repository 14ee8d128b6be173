package compose

import (
	"bytes"
	"image"
	_ "image/jpeg" // the logo may be either
	_ "image/png"
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report"
	"lysark/report/scene"
)

const (
	headlineBase  = 74 // baseline of a one-line headline
	headlineLast  = 91 // baseline of the last of two lines
	headlineLines = 2
	footGap       = 24 // between the parts of the footer
)

// frame draws what every slide but title and section has: accent bar, headline, footer.
func (p *page) frame() {
	p.add(artifact(scene.Box(scene.Rect{W: edge, H: pageH}, p.theme.Colors.Accent)))
	p.headline()
}

func artifact(items ...scene.Item) scene.Group {
	return scene.Group{Role: scene.Artifact, Items: items}
}

func (p *page) headline() {
	h := p.slide.Headline
	if h.S == "" {
		return
	}
	ladder := p.theme.Sizes.Headline
	var lines []fonts.Line
	var f face
	step, a, ok := fit(ladder, 0, func(size float64) attempt {
		f = p.face(scene.Bold, size, p.theme.Colors.Headline)
		f.leading = 1.12
		lines = fonts.Balance(h.S, right-left, f.width, p.hyphensOf(h))
		return attempt{tall: float64(len(lines)-headlineLines) * f.lead(), wide: f.overflow(lines, right-left),
			lead: f.lead()}
	})
	if !ok {
		p.tooLong("the headline", h.Pos, ladder[step], a, characters(h), headlineLines*f.lead())
	}
	base := float64(headlineBase)
	if len(lines) > 1 {
		base = headlineLast - float64(len(lines)-1)*f.lead()
	}
	p.add(scene.Group{Role: scene.H2, Items: p.running(f, h, lines, left, base-f.capHeight()), Pos: h.Pos})
}

// footer draws source, logo and slide number.
func (p *page) footer() {
	foot := p.theme.Footer
	small := p.face(scene.Regular, p.theme.Sizes.Source, p.theme.Colors.Muted)
	var decoration []scene.Item
	if foot.Rule {
		decoration = append(decoration,
			scene.Box(scene.Rect{X: left, Y: footRule, W: right - left, H: 0.75}, p.theme.Colors.Rule))
	}
	x := float64(right)
	if foot.Number {
		n := strconv.Itoa(p.slide.Number)
		decoration = append(decoration, small.at(n, right-small.width(n), footBase))
		x -= 46
	}
	if words := report.OneLine(foot.Text); words != "" {
		strong := p.face(scene.Semibold, p.theme.Sizes.Source, p.theme.Colors.Headline)
		x -= strong.width(words)
		decoration = append(decoration, strong.at(words, x, footBase))
		x -= 6
	}
	logo, there := p.logo(x, footBase-small.capHeight()/2)
	if there {
		x = logo.Box.X
	}
	if x < left {
		p.footerTooWide(left - x)
		x = right // the source is not to blame
	}
	links, x := p.tableLinks(small, x-footGap)
	p.source(small, x)
	p.add(links...)
	switch {
	case there && p.tellsLogo():
		p.add(scene.Group{Role: scene.Figure, Alt: p.theme.Logo.Alt, Box: logo.Box, Items: []scene.Item{logo},
			Pos: p.slide.Pos})
	case there:
		decoration = append(decoration, logo)
	}
	p.add(artifact(decoration...))
}

// footerTooWide tells once of a theme whose text and logo reach over the page's left margin.
func (p *page) footerTooWide(over float64) {
	if !p.isFirstFooter() {
		return
	}
	pos := p.theme.Footer.Pos
	if p.theme.Footer.Text == "" {
		pos = p.theme.Logo.Name.Pos
	}
	p.list.Errorf(pos, diag.Overflow, "shorten the footer's text, or take a logo that is less wide",
		"the footer's text and logo are %s pt too wide", points(over))
}

// logo sets the logo so that it ends at x, centred on y.
func (p *page) logo(x, y float64) (scene.Image, bool) {
	logo := p.theme.Logo
	if logo == nil {
		return scene.Image{}, false
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(logo.Data))
	if err != nil || size.Height == 0 {
		return scene.Image{}, false // config has checked it and reported what is wrong
	}
	h := logo.Height
	w := h * float64(size.Width) / float64(size.Height)
	return scene.Image{Box: scene.Rect{X: x - w, Y: y - h/2, W: w, H: h}, Data: logo.Data, Format: logo.Format,
		Name: logo.Name.V}, true
}

// tellsLogo tells whether those who cannot see the logo hear of it on this slide: once in the deck, on the first slide
// that has a footer.
func (p *page) tellsLogo() bool {
	return strings.TrimSpace(p.theme.Logo.Alt) != "" && p.isFirstFooter()
}

// isFirstFooter tells whether no slide before this one has a footer, of those that are built.
func (p *page) isFirstFooter() bool {
	for _, s := range p.deck.Slides {
		if !s.Out && s.Layout != report.TitleLayout && s.Layout != report.SectionLayout {
			return s.Number == p.slide.Number
		}
	}
	return false
}

// source sets the source line, on one or two lines that end before x.
func (p *page) source(f face, x float64) {
	s := p.slide.Source
	if s.S == "" {
		return
	}
	f.leading = 1.2
	lines := fonts.Wrap(s.S, x-left, f.width, p.hyphensOf(s))
	a := attempt{tall: float64(len(lines)-2) * f.lead(), wide: f.overflow(lines, x-left), lead: f.lead()}
	if !a.fits() {
		p.tooLong("the source", s.Pos, f.size, a, characters(s), 2*f.lead())
	}
	y := footBase - f.capHeight()
	if len(lines) > 1 {
		y -= 0.3 * f.lead()
	}
	p.add(scene.Group{Role: scene.P, Items: p.running(f, s, lines, left, y), Pos: s.Pos})
}

// textSlide: headline and running text over the whole width.
func textSlide(p *page) {
	p.frame()
	p.prose()
	p.footer()
}

// chartSlide: one chart, or two, over the whole width.
func chartSlide(p *page) {
	p.frame()
	p.drawCharts(body())
	p.footer()
}

// textChartSlide: text on the left, one or two charts on the right.
func textChartSlide(p *page) {
	p.frame()
	p.prose()
	p.drawCharts(besideText())
	p.footer()
}

func (p *page) drawCharts(box scene.Rect) {
	for i, b := range columns(box, max(len(p.slide.Charts), 1)) {
		if i < len(p.slide.Charts) {
			p.chart(p.slide, i, b)
		}
	}
}
