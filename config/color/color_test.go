package color

import (
	"math"
	"regexp"
	"testing"
)

func TestContrast(t *testing.T) {
	white, black := Color{255, 255, 255}, Color{}
	tests := []struct {
		name string
		a, b Color
		want float64
	}{
		{"black on white is the most there is", black, white, 21},
		{"a colour on itself is the least", Color{19, 117, 138}, Color{19, 117, 138}, 1},
		{"the greys on both sides of the WCAG limit: just readable", Color{0x76, 0x76, 0x76}, white, 4.54},
		{"the greys on both sides of the WCAG limit: just not", Color{0x77, 0x77, 0x77}, white, 4.48},
		{"pure red on white", Color{255, 0, 0}, white, 4.00},
		{"pure green on white", Color{0, 255, 0}, white, 1.37},
		{"pure blue on white", Color{0, 0, 255}, white, 8.59},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, got := range []float64{Contrast(tt.a, tt.b), Contrast(tt.b, tt.a)} {
				if math.Abs(got-tt.want) > 0.01 {
					t.Errorf("the contrast of %s and %s is %.3f, want %.2f both ways", tt.a, tt.b, got, tt.want)
				}
			}
		})
	}
}

func TestColorsAreWrittenAsAuthorsWriteThem(t *testing.T) {
	if got := (Color{1, 0xAB, 0xFF}).String(); got != "#01ABFF" {
		t.Errorf("got %s", got)
	}
}

func TestParse(t *testing.T) {
	tests := []struct {
		name, text string
		want       Color
		ok         bool
	}{
		{"six digits", "#13758A", Color{R: 0x13, G: 0x75, B: 0x8A}, true},
		{"small letters", "#13758a", Color{R: 0x13, G: 0x75, B: 0x8A}, true},
		{"three digits stand for each twice", "#1Af", Color{R: 0x11, G: 0xAA, B: 0xFF}, true},
		{"without the number sign", "13758A", Color{}, false},
		{"three letters of two bytes", "#æøå", Color{}, false},
		{"signs and separators of numbers", "#+1_2_3", Color{}, false},
		{"with an alpha", "#13758AFF", Color{}, false},
		{"a name", "teal", Color{}, false},
		{"a line end after it", "#13758A\n", Color{}, false},
		{"nothing", "", Color{}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, ok := Parse(tt.text); got != tt.want || ok != tt.ok {
				t.Errorf("Parse(%q) = %v, %v", tt.text, got, ok)
			}
			if regexp.MustCompile(Pattern).MatchString(tt.text) != tt.ok {
				t.Errorf("the schema's pattern says otherwise of %q", tt.text)
			}
		})
	}
}

func TestEveryColorCanBeMadeReadableOnEveryGround(t *testing.T) {
	for ground := 0; ground < 256; ground += 5 {
		for fill := 0; fill < 256; fill += 51 {
			g := Color{R: uint8(ground), G: uint8(ground), B: uint8(ground)}
			c := Color{R: uint8(fill), G: uint8(255 - fill), B: 0}
			for _, least := range []float64{3, 4.5} {
				if got := Readable(c, g, least); Contrast(got, g) < least {
					t.Errorf("%s for %s on %s has contrast %.2f, wanted %.1f", got, c, g, Contrast(got, g), least)
				}
			}
		}
	}
}

func TestColorBlindSightConfusesWhatItIsKnownToConfuse(t *testing.T) {
	hex := func(s string) Color { c, _ := Parse(s); return c }
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
			sight, delta := Closest(hex(tt.a), hex(tt.b))
			if (delta < 10) != tt.alike {
				t.Errorf("%s and %s differ by %.1f in %s", tt.a, tt.b, delta, sight)
			}
		})
	}
}
