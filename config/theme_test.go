package config

import (
	"testing"

	"lysark/config/color"
	"lysark/config/diag"
	"lysark/config/keys"
)

func TestTheBuiltInThemePassesItsOwnChecks(t *testing.T) {
	theme, r := DefaultTheme(), keys.NewReader(nil)
	c := contrasts{theme: theme, table: r.Parse("theme.toml", nil, themeShape()), named: diag.Pos{File: "built-in"}}
	c.check()
	for _, d := range r.List() {
		t.Errorf("%s: %s", d.Severity, d.Message)
	}
	palette := theme.Colors.Palette
	for i, a := range palette {
		for _, b := range palette[:i] {
			if sight, delta := color.Closest(a, b); delta < leastDelta {
				t.Errorf("%s and %s differ by only %.1f in %s", a, b, delta, sight)
			}
		}
	}
}
