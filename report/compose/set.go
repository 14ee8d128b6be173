package compose

import (
	"lysark/fonts"
	"lysark/report/scene"
)

// textContrast is the least between text and what it stands on: WCAG 2.2, 1.4.3.
const textContrast = 4.5

// face is a style at a size and colour: it measures and sets kerned text.
type face struct {
	*fonts.Face
	style   scene.Style
	size    float64
	color   scene.Color
	leading float64 // as a share of the size
	link    scene.Color
}

func (c *composer) face(style scene.Style, size float64, color scene.Color) face {
	f := face{Face: c.family.Face(string(style)), style: style, size: size, color: color, leading: 1.3, link: color}
	if scene.Contrast(c.theme.Colors.Accent, c.theme.Colors.Background) >= textContrast {
		f.link = c.theme.Colors.Accent
	}
	return f
}

// face is one whose links, on the title colour, look like the text around them.
func (p *page) face(style scene.Style, size float64, color scene.Color) face {
	f := p.composer.face(style, size, color)
	if p.dark {
		f.link = color
	}
	return f
}

func (f face) width(s string) float64 { return f.Advance(s, f.size) }
func (f face) lead() float64          { return f.size * f.leading }
func (f face) capHeight() float64     { return f.Metrics().CapHeight * f.size }
func (f face) descent() float64       { return f.Metrics().Descender * f.size }

// at sets s with its baseline starting at x, y.
func (f face) at(s string, x, y float64) scene.Text {
	m := f.Metrics()
	return scene.Text{
		S: s, At: scene.Point{X: x, Y: y}, Width: f.width(s), Ascent: m.Ascender * f.size,
		Descent: m.Descender * f.size,
		Style:   f.style, Size: f.size, Color: f.color,
	}
}

// lines sets broken lines below each other, the capitals of the first touching y from below.
func (f face) lines(lines []fonts.Line, x, y float64) []scene.Item {
	items := make([]scene.Item, len(lines))
	for i, l := range lines {
		t := f.at(l.Text, x, y+f.capHeight()+float64(i)*f.lead())
		t.Joined, t.Hyphen = l.Joined, l.Hyphen
		items[i] = t
	}
	return items
}

// height is from the first line's capitals to the last line's baseline.
func (f face) height(n int) float64 {
	if n == 0 {
		return 0
	}
	return f.capHeight() + float64(n-1)*f.lead()
}

// overflow tells by how much the widest unbreakable piece is too wide, 0 when all fit.
func (f face) overflow(lines []fonts.Line, measure float64) float64 {
	over := 0.0
	for _, l := range lines {
		if l.Overflow {
			over = max(over, f.width(l.Text)-measure)
		}
	}
	return over
}
