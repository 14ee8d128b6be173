package scene

import (
	"fmt"
	"math"
)

// Color is an opaque sRGB colour.
type Color struct{ R, G, B uint8 }

// String is the colour as authors write it: #RRGGBB.
func (c Color) String() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

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
