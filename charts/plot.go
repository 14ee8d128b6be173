package charts

import (
	"fmt"

	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report/scene"
)

// plot is one drawing in the making: the chart, its style, the room that is left and what is drawn so far.
type plot struct {
	Chart
	Style
	box   scene.Rect // what is left to draw in; title and legend take from it
	items []scene.Item
	list  diag.List
}

func (p *plot) add(items ...scene.Item) { p.items = append(p.items, items...) }

// errorf notes a problem of this chart.
func (p *plot) errorf(rule diag.Rule, hint, format string, args ...any) {
	p.list.Errorf(p.Pos, rule, hint, format, args...)
}

// title draws the chart's title at the top left and takes its room from the box.
func (p *plot) title() {
	if p.Title == "" {
		return
	}
	f := p.font(scene.Semibold, p.TitleSize)
	lines := fonts.Wrap(p.Title, p.box.W, f.width, nil)
	lead := p.TitleSize * 1.25
	y := p.box.Y + f.ascent()
	for _, line := range lines {
		p.add(f.at(line.Text, p.box.X, y, p.Strong))
		y += lead
	}
	p.cutTop(lead*float64(len(lines)) + p.TitleSize*0.9)
}

// cutTop, cutBottom, cutLeft and cutRight take room from the box.
func (p *plot) cutTop(h float64)    { p.box.Y += h; p.box.H -= h }
func (p *plot) cutBottom(h float64) { p.box.H -= h }
func (p *plot) cutLeft(w float64)   { p.box.X += w; p.box.W -= w }
func (p *plot) cutRight(w float64)  { p.box.W -= w }

// reportClashes makes every clash left in the finished drawing an error that names the label.
func (p *plot) reportClashes(g scene.Group) {
	for _, c := range scene.Clashes(g) {
		p.errorf(diag.LabelOverlap, "give the chart more room, shorten the label, or take a bar chart",
			"the label %q touches %s", c.Label, c.With)
	}
}

// font is a face at a size, which measures and sets chart labels. They are unkerned: go-chart draws them so.
type font struct {
	face  *fonts.Face
	style scene.Style
	size  float64
}

func (s *Style) font(style scene.Style, size float64) font {
	return font{s.Fonts.Face(string(style)), style, size}
}

func (f font) width(s string) float64 { return f.face.AdvanceUnkerned(s, f.size) }
func (f font) cap() float64           { return f.face.Metrics().CapHeight * f.size }
func (f font) lead() float64          { return f.size * 1.22 }

// at sets s with its baseline starting at x, y.
func (f font) at(s string, x, y float64, color scene.Color) scene.Text {
	m := f.face.Metrics()
	return scene.Text{
		S: s, At: scene.Point{X: x, Y: y}, Width: f.width(s),
		Ascent: m.Ascender * f.size, Descent: m.Descender * f.size,
		Style: f.style, Size: f.size, Color: color, Unkerned: true,
	}
}

// middle is the baseline that centres capitals and figures on y.
func (f font) middle(y float64) float64 { return y + f.cap()/2 }

// atRight sets s so that it ends at x.
func (f font) atRight(s string, x, y float64, color scene.Color) scene.Text {
	return f.at(s, x-f.width(s), y, color)
}

// atCenter sets s centred on x.
func (f font) atCenter(s string, x, y float64, color scene.Color) scene.Text {
	return f.at(s, x-f.width(s)/2, y, color)
}

// on marks a label as lying on the mark of that name.
func on(t scene.Text, mark string) scene.Text {
	t.On = mark
	return t
}

// mark names the mark of a value, for Path.Mark and Text.On.
func mark(series, category string) string {
	if series == "" {
		return fmt.Sprintf("%q", category)
	}
	return fmt.Sprintf("%q, %q", series, category)
}
