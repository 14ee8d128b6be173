package config

import (
	"regexp"
	"testing"

	"lysark/config/diag"
	"lysark/report/scene"
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
			if sight, delta := closest(a, b); delta < leastDelta {
				t.Errorf("%s and %s differ by only %.1f in %s", a, b, delta, sight)
			}
		}
	}
}

func TestColors(t *testing.T) {
	tests := []struct {
		name, text string
		want       scene.Color
		ok         bool
	}{
		{"six digits", "#13758A", scene.Color{R: 0x13, G: 0x75, B: 0x8A}, true},
		{"small letters", "#13758a", scene.Color{R: 0x13, G: 0x75, B: 0x8A}, true},
		{"three digits stand for each twice", "#1Af", scene.Color{R: 0x11, G: 0xAA, B: 0xFF}, true},
		{"without the number sign", "13758A", scene.Color{}, false},
		{"three letters of two bytes", "#æøå", scene.Color{}, false},
		{"signs and separators of numbers", "#+1_2_3", scene.Color{}, false},
		{"with an alpha", "#13758AFF", scene.Color{}, false},
		{"a name", "teal", scene.Color{}, false},
		{"a line end after it", "#13758A\n", scene.Color{}, false},
		{"nothing", "", scene.Color{}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, ok := ParseColor(tt.text); got != tt.want || ok != tt.ok {
				t.Errorf("ParseColor(%q) = %v, %v", tt.text, got, ok)
			}
			if regexp.MustCompile(colorPattern).MatchString(tt.text) != tt.ok {
				t.Errorf("the schema's pattern says otherwise of %q", tt.text)
			}
		})
	}
}

func TestEveryColorCanBeMadeReadableOnEveryGround(t *testing.T) {
	for ground := 0; ground < 256; ground += 5 {
		for fill := 0; fill < 256; fill += 51 {
			g := scene.Color{R: uint8(ground), G: uint8(ground), B: uint8(ground)}
			c := scene.Color{R: uint8(fill), G: uint8(255 - fill), B: 0}
			for _, least := range []float64{fillContrast, textContrast} {
				if got := readable(c, g, least); scene.Contrast(got, g) < least {
					t.Errorf("%s for %s on %s has contrast %.2f, wanted %.1f", got, c, g, scene.Contrast(got, g), least)
				}
			}
		}
	}
}

func TestColorBlindSightConfusesWhatItIsKnownToConfuse(t *testing.T) {
	hex := func(s string) scene.Color { c, _ := ParseColor(s); return c }
	tests := []struct {
		name, a, b string
		alike      bool
	}{
		{"red and green of the same brightness are alike to some", "#C0392B", "#6E6E00", true},
		{"blue and orange differ to all", "#13758A", "#C4761B", false},
		{"dark and light of one colour differ to all", "#0B2545", "#8FC1D4", false},
		{"a colour is like itself", "#D1495B", "#D1495B", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sight, delta := closest(hex(tt.a), hex(tt.b))
			if (delta < leastDelta) != tt.alike {
				t.Errorf("%s and %s differ by %.1f in %s", tt.a, tt.b, delta, sight)
			}
		})
	}
}
