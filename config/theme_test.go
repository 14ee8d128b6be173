package config

import (
	"testing"

	"lysark/config/color"
	"lysark/config/diag"
)

func TestTheBuiltInThemePassesItsOwnChecks(t *testing.T) {
	c := &themeReader{reader: &reader{}, theme: DefaultTheme()}
	c.checkColors(diag.Pos{File: "built-in"})
	for _, d := range c.list {
		t.Errorf("%s: %s", d.Severity, d.Message)
	}
	palette := c.theme.Colors.Palette
	for i, a := range palette {
		for _, b := range palette[:i] {
			if sight, delta := color.Closest(a, b); delta < leastDelta {
				t.Errorf("%s and %s differ by only %.1f in %s", a, b, delta, sight)
			}
		}
	}
}
