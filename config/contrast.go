package config

import (
	"fmt"
	"math"

	"lysark/config/diag"
	"lysark/report/scene"
)

// Least contrasts: WCAG 2.2, 1.4.3 (text, large text) and 1.4.11 (fills).
const (
	textContrast  = 4.5
	largeContrast = 3.0
	fillContrast  = 3.0
	leastDelta    = 10 // ΔE76 between two colours of the palette
	comparedFirst = 4  // of the palette: charts with more categories carry labels
)

// checkColors reports colours that cannot be read on what they stand on, and palette colours that look alike. A
// colour that the theme does not set is reported at the one it clashes with, or where the theme is named.
func (c *themeReader) checkColors(named diag.Pos) {
	t, look := c.theme.Colors, c.theme.Title
	c.checkText("headline", "background", "the headline colour", t.Headline, t.Background, textContrast, named)
	c.checkText("text", "background", "the text colour", t.Text, t.Background, textContrast, named)
	c.checkText("muted", "background", "the muted colour", t.Muted, t.Background, textContrast, named)
	c.checkText("title.color", "title.background", "the title's colour", look.Color, look.Background, largeContrast, named)
	c.checkText("title.subtitle", "title.background", "the subtitle's colour", look.Subtitle, look.Background, textContrast, named)
	c.checkFill("accent", "accent", "the accent", t.Accent, named)
	for i, color := range t.Palette {
		c.checkFill(fmt.Sprintf("palette%d", i), "palette", "the palette's colour", color, named)
	}
	c.checkPalette(named)
}

func (c *themeReader) checkText(key, on, what string, color, ground scene.Color, least float64, named diag.Pos) {
	ratio := scene.Contrast(color, ground)
	if ratio >= least || c.broken[key] || c.broken[on] {
		return
	}
	c.list.Errorf(c.place(named, key, on), diag.Contrast, "take "+readable(color, ground, least).String(),
		"%s %s has only %s:1 contrast on %s; it needs %.1f:1", what, color, below(ratio), ground, least)
}

func (c *themeReader) checkFill(key, list, what string, color scene.Color, named diag.Pos) {
	ground := c.theme.Colors.Background
	ratio := scene.Contrast(color, ground)
	if ratio >= fillContrast || c.broken[list] || c.broken["background"] {
		return
	}
	c.list.Warnf(c.place(named, key, "background"), diag.FillContrast,
		fmt.Sprintf("take %s, or silence the rule if every such area carries its own label", readable(color, ground, fillContrast)),
		"%s %s has only %s:1 contrast on %s; an area needs %.1f:1", what, color, below(ratio), ground, fillContrast)
}

// checkPalette compares the first colours in normal and in colour-blind sight.
func (c *themeReader) checkPalette(named diag.Pos) {
	palette := c.theme.Colors.Palette
	palette = palette[:min(len(palette), comparedFirst)]
	for i, a := range palette {
		for j := range i {
			if sight, delta := closest(palette[j], a); delta < leastDelta && !c.broken["palette"] {
				c.list.Warnf(c.place(named, fmt.Sprintf("palette%d", i)), diag.PaletteSimilar, "make one of them lighter or darker",
					"the palette's colours %s and %s are hard to tell apart in %s (difference %s; it should be %d)", palette[j], a, sight, below(delta), leastDelta)
			}
		}
	}
}

// place is where the first of the colours stands that the theme sets, or where the theme is named.
func (c *themeReader) place(named diag.Pos, keys ...string) diag.Pos {
	for _, key := range keys {
		if p, ok := c.places[key]; ok {
			return p
		}
	}
	return named
}

// below writes a number rounded down, so that one that is just too small does not look large enough.
func below(x float64) string { return fmt.Sprintf("%.1f", math.Floor(x*10)/10) }

// readable is the colour, darkened or lightened until it has the contrast.
func readable(c, ground scene.Color, least float64) scene.Color {
	target := 0.0
	if ground.Luminance() < 0.18 {
		target = 255
	}
	for step := range 101 {
		k := float64(step) / 100
		mix := func(v uint8) uint8 { return uint8(math.Round(float64(v)*(1-k) + target*k)) }
		if try := (scene.Color{R: mix(c.R), G: mix(c.G), B: mix(c.B)}); scene.Contrast(try, ground) >= least {
			return try
		}
	}
	return scene.Color{R: uint8(target), G: uint8(target), B: uint8(target)}
}

// closest is the kind of sight in which two colours look most alike, and their difference in it (CIE 1976, ΔE).
func closest(a, b scene.Color) (sight string, delta float64) {
	delta = math.Inf(1)
	for _, s := range sights() {
		if d := distance(lab(apply(s.matrix, a.Linear())), lab(apply(s.matrix, b.Linear()))); d < delta {
			sight, delta = s.name, d
		}
	}
	return sight, delta
}

type sightMatrix struct {
	name   string
	matrix [3][3]float64
}

// sights are normal sight and the three kinds of colour blindness at full severity: Machado, Oliveira and Fernandes,
// "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), on linear RGB.
func sights() []sightMatrix {
	return []sightMatrix{
		{"normal sight", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
		{"red-blind sight", [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
		{"green-blind sight", [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
		{"blue-blind sight", [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
	}
}

func apply(m [3][3]float64, v [3]float64) [3]float64 {
	var out [3]float64
	for i := range m {
		out[i] = math.Min(math.Max(m[i][0]*v[0]+m[i][1]*v[1]+m[i][2]*v[2], 0), 1)
	}
	return out
}

// lab is CIELAB of linear sRGB under D65.
func lab(v [3]float64) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*v[0] + 0.3575761*v[1] + 0.1804375*v[2]) / 0.95047)
	y := f(0.2126729*v[0] + 0.7151522*v[1] + 0.0721750*v[2])
	z := f((0.0193339*v[0] + 0.1191920*v[1] + 0.9503041*v[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}
