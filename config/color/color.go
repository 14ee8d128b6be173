// Package color is what a colour is: how authors write it, how bright it is, and how well it is told from another, by
// all kinds of sight. The theme is checked with it, and everything that is drawn has such colours.
package color

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Color is an opaque sRGB colour.
type Color struct{ R, G, B uint8 }

// String is the colour as authors write it: #RRGGBB.
func (c Color) String() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// Pattern is how colours are written: what Parse reads.
const Pattern = `^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$`

// Parse reads #RRGGBB or #RGB.
func Parse(s string) (Color, bool) {
	digits, marked := strings.CutPrefix(s, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	if !marked || len(digits) != 6 || strings.Trim(digits, "0123456789ABCDEFabcdef") != "" {
		return Color{}, false
	}
	v, _ := strconv.ParseUint(digits, 16, 32)
	return Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v)}, true
}

// Luminance is how bright the colour is, from 0 to 1 (WCAG 2.2, "relative luminance").
func (c Color) Luminance() float64 {
	l := c.Linear()
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

// Linear undoes the sRGB transfer curve (IEC 61966-2-1): red, green and blue as amounts of light, from 0 to 1.
func (c Color) Linear() [3]float64 {
	var out [3]float64
	for i, v := range [3]uint8{c.R, c.G, c.B} {
		x := float64(v) / 255
		if x <= 0.04045 {
			out[i] = x / 12.92
		} else {
			out[i] = math.Pow((x+0.055)/1.055, 2.4)
		}
	}
	return out
}

// Contrast is the ratio of two colours' luminance, from 1 to 21 (WCAG 2.2, "contrast ratio").
func Contrast(a, b Color) float64 {
	x, y := a.Luminance(), b.Luminance()
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// Readable is the colour, darkened or lightened until it has the contrast.
func Readable(c, ground Color, least float64) Color {
	target := 0.0
	if ground.Luminance() < 0.18 {
		target = 255
	}
	for step := range 101 {
		k := float64(step) / 100
		mix := func(v uint8) uint8 { return uint8(math.Round(float64(v)*(1-k) + target*k)) }
		if try := (Color{R: mix(c.R), G: mix(c.G), B: mix(c.B)}); Contrast(try, ground) >= least {
			return try
		}
	}
	return Color{R: uint8(target), G: uint8(target), B: uint8(target)}
}
