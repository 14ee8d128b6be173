package scene

import (
	"math"
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
