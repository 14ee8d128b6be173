package charts

import (
	"math"
	"slices"

	"lysark/report/scene"
)

// readable is the least contrast of text against what it stands on (WCAG 2.2, 1.4.3).
const readable = 4.5

// mix is a with the share t of b.
func mix(a, b scene.Color, t float64) scene.Color {
	blend := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	return scene.Color{R: blend(a.R, b.R), G: blend(a.G, b.G), B: blend(a.B, b.B)}
}

// textOn is the colour of a label on a fill: ink or page, whichever is easier to read.
func (s *Style) textOn(fill scene.Color) scene.Color {
	if scene.Contrast(s.Page, fill) > scene.Contrast(s.Ink, fill) {
		return s.Page
	}
	return s.Ink
}

// textLike is the fill's colour where text in it can be read on the page, else ink.
func (s *Style) textLike(fill scene.Color) scene.Color {
	if scene.Contrast(fill, s.Page) >= readable {
		return fill
	}
	return s.Ink
}

// barFill is the fill of one bar or column. A single series is coloured by category, several by series.
func (p *plot) barFill(series, category int) scene.Color {
	if len(p.Series) > 1 {
		return p.seriesFill(series)
	}
	accented := len(p.Highlight) == 0
	for _, name := range []string{p.Categories[category], p.Series[series].Name} {
		if c, ok := p.Colors[name]; ok {
			return c
		}
		accented = accented || slices.Contains(p.Highlight, name)
	}
	if !accented {
		return p.Pale
	}
	return p.Accent
}

// seriesFill is the fill of a series. It depends on the series' place alone, so that nothing changes colour
// when another series has no values.
func (p *plot) seriesFill(i int) scene.Color {
	name := p.Series[i].Name
	if c, ok := p.Colors[name]; ok {
		return c
	}
	switch {
	case len(p.Highlight) > 0 && slices.Contains(p.Highlight, name):
		return p.Accent
	case len(p.Highlight) > 0:
		return p.background(i)
	case len(p.Series) == 1:
		return p.Accent
	case len(p.Series) == 2 && p.Kind.traits().series == sideBySide:
		return [2]scene.Color{p.Pale, p.Accent}[i] // year over year: the newest comes last and stands out
	}
	return p.paletteColor(i)
}

// background is the fill of a series that is not highlighted: a shade of pale that tells it from the others.
func (p *plot) background(i int) scene.Color {
	before, all := 0, 0
	for k, s := range p.Series {
		if slices.Contains(p.Highlight, s.Name) {
			continue
		}
		all++
		if k < i {
			before++
		}
	}
	return mix(p.Pale, p.Muted, 0.7*float64(before)/float64(max(all, 1)))
}

// paletteColor is the i-th colour of the palette; past its end the colours come again, lighter.
func (s *Style) paletteColor(i int) scene.Color {
	if len(s.Palette) == 0 {
		return mix(s.Accent, s.Page, math.Min(0.15*float64(i), 0.8))
	}
	round := i / len(s.Palette)
	return mix(s.Palette[i%len(s.Palette)], s.Page, math.Min(0.45*float64(round), 0.8))
}

// valueInk is the colour of a value label beside its bar: muted for what stands back behind another series.
func (p *plot) valueInk(series int) scene.Color {
	if len(p.Series) > 1 && p.standsBack(series) {
		return p.Muted
	}
	return p.Strong
}

// standsBack tells whether a series is drawn so that others stand out.
func (p *plot) standsBack(series int) bool {
	if len(p.Highlight) > 0 {
		return !slices.Contains(p.Highlight, p.Series[series].Name)
	}
	return p.seriesFill(series) == p.Pale
}
