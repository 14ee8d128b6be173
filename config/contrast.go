package config

import (
	"fmt"
	"math"

	"lysark/config/color"
	"lysark/config/diag"
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
	for i, fill := range t.Palette {
		c.checkFill(fmt.Sprintf("palette%d", i), "palette", "the palette's colour", fill, named)
	}
	c.checkPalette(named)
}

func (c *themeReader) checkText(key, on, what string, ink, ground color.Color, least float64, named diag.Pos) {
	ratio := color.Contrast(ink, ground)
	if ratio >= least || c.broken[key] || c.broken[on] {
		return
	}
	c.list.Errorf(c.place(named, key, on), diag.Contrast, "take "+color.Readable(ink, ground, least).String(),
		"%s %s has only %s:1 contrast on %s; it needs %.1f:1", what, ink, below(ratio), ground, least)
}

func (c *themeReader) checkFill(key, list, what string, fill color.Color, named diag.Pos) {
	ground := c.theme.Colors.Background
	ratio := color.Contrast(fill, ground)
	if ratio >= fillContrast || c.broken[list] || c.broken["background"] {
		return
	}
	c.list.Warnf(c.place(named, key, "background"), diag.FillContrast,
		fmt.Sprintf("take %s, or silence the rule if every such area carries its own label", color.Readable(fill, ground, fillContrast)),
		"%s %s has only %s:1 contrast on %s; an area needs %.1f:1", what, fill, below(ratio), ground, fillContrast)
}

// checkPalette compares the first colours in normal and in colour-blind sight.
func (c *themeReader) checkPalette(named diag.Pos) {
	palette := c.theme.Colors.Palette
	palette = palette[:min(len(palette), comparedFirst)]
	for i, a := range palette {
		for j := range i {
			if sight, delta := color.Closest(palette[j], a); delta < leastDelta && !c.broken["palette"] {
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
