package scene

import "lysark/config/color"

// Color is an opaque sRGB colour.
type Color = color.Color

// Contrast is the ratio of two colours' luminance, from 1 to 21.
func Contrast(a, b Color) float64 { return color.Contrast(a, b) }
