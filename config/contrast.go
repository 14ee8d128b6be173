package config

import (
	"fmt"
	"math"
	"strings"

	"lysark/config/color"
	"lysark/config/diag"
	"lysark/config/keys"
)

// Least contrasts: WCAG 2.2, 1.4.3 (text, large text) and 1.4.11 (fills).
const (
	textContrast  = 4.5
	largeContrast = 3.0
	fillContrast  = 3.0
	leastDelta    = 10 // ΔE76 between two colours of the palette
	comparedFirst = 4  // of the palette: charts with more categories carry labels
)

// contrasts reports colours that cannot be read on what they stand on, and palette colours that look alike. A colour
// that the theme does not set is reported at the one it clashes with, or where the theme is named.
type contrasts struct {
	theme *Theme
	table *keys.Table // the theme's file
	named diag.Pos
}

func (c contrasts) check() {
	t, look := c.theme.Colors, c.theme.Title
	const ground = "colors.background"
	c.text("colors.headline", ground, "the headline colour", t.Headline, t.Background, textContrast)
	c.text("colors.text", ground, "the text colour", t.Text, t.Background, textContrast)
	c.text("colors.muted", ground, "the muted colour", t.Muted, t.Background, textContrast)
	c.text("title.color", "title.background", "the title's colour", look.Color, look.Background, largeContrast)
	c.text("title.subtitle", "title.background", "the subtitle's colour", look.Subtitle, look.Background, textContrast)
	c.fill("colors.accent", 0, "the accent", t.Accent)
	for i, fill := range t.Palette {
		c.fill("colors.palette", i, "the palette's colour", fill)
	}
	c.palette()
}

func (c contrasts) text(key, on, what string, ink, ground color.Color, least float64) {
	ratio := color.Contrast(ink, ground)
	if ratio >= least || c.refused(key) || c.refused(on) {
		return
	}
	c.table.Errorf(c.place(key, 0, on), diag.Contrast, "take "+color.Readable(ink, ground, least).String(),
		"%s %s has only %s:1 contrast on %s; it needs %.1f:1", what, ink, below(ratio), ground, least)
}

func (c contrasts) fill(key string, element int, what string, fill color.Color) {
	const on = "colors.background"
	ground := c.theme.Colors.Background
	ratio := color.Contrast(fill, ground)
	if ratio >= fillContrast || c.refused(key) || c.refused(on) {
		return
	}
	better := color.Readable(fill, ground, fillContrast)
	c.table.Warnf(c.place(key, element, on), diag.FillContrast,
		fmt.Sprintf("take %s, or silence the rule if every such area carries its own label", better),
		"%s %s has only %s:1 contrast on %s; an area needs %.1f:1", what, fill, below(ratio), ground, fillContrast)
}

// palette compares its first colours in normal and in colour-blind sight.
func (c contrasts) palette() {
	const key = "colors.palette"
	palette := c.theme.Colors.Palette
	palette = palette[:min(len(palette), comparedFirst)]
	for i, a := range palette {
		for _, b := range palette[:i] {
			if sight, delta := color.Closest(b, a); delta < leastDelta && !c.refused(key) {
				c.table.Warnf(c.place(key, i, ""), diag.PaletteSimilar, "make one of them lighter or darker",
					"the palette's colours %s and %s are hard to tell apart in %s (difference %s; it should be %d)",
					b, a, sight, below(delta), leastDelta)
			}
		}
	}
}

// refused tells of a colour that is none: what replaces it is not the author's.
func (c contrasts) refused(key string) bool {
	table, name, _ := strings.Cut(key, ".")
	return c.table.Sub(table).Refused(name)
}

// place is where a colour stands that the theme sets, or what it is seen on if that is a colour, or where the theme is
// named.
func (c contrasts) place(key string, element int, on string) diag.Pos {
	for _, one := range []struct {
		key     string
		element int
	}{{key, element}, {on, 0}} {
		table, name, _ := strings.Cut(one.key, ".")
		if pos, there := c.table.Sub(table).PosIn(name, one.element); there {
			return pos
		}
	}
	return c.named
}

// below writes a number rounded down, so that one that is just too small does not look large enough.
func below(x float64) string { return fmt.Sprintf("%.1f", math.Floor(x*10)/10) }
