package locale

import (
	"fmt"
	"math"
	"testing"
)

func TestFractionIsTheNearestWithin3Points(t *testing.T) {
	tests := []struct {
		name         string
		tag          string
		share        float64
		denominators []int
		want         string // _ is a space that does not break; empty when there is none
	}{
		{"two thirds", "nb", 67.7, nil, "2_av_3"},
		{"nine tenths", "nb", 89.2, nil, "9_av_10"},
		{"a share under a tenth's half step", "nb", 93.6, nil, ""},
		{"exactly 3 points away is within", "nb", 93, nil, "9_av_10"},
		{"a little more than 3 points away is not", "nb", 93.001, nil, ""},
		{"lowest terms", "nb", 80, nil, "4_av_5"},
		{"a fifth", "nn", 20, nil, "1_av_5"},
		{"equally near: the smaller denominator", "nb", 77.5, nil, "3_av_4"},
		{"a half has a word", "nb", 50, nil, "halvparten"},
		{"a half has a word", "nn", 48, nil, "halvparten"},
		{"a half has a word", "en", 51, nil, "half"},
		{"English counts in", "en", 67.7, nil, "2_in_3"},
		{"the denominator that is asked for", "nb", 77.08, []int{10}, "8_av_10"},
		{"the denominator that is asked for", "nb", 31.25, []int{10}, "3_av_10"},
		{"the denominator that is asked for is kept", "nb", 50, []int{10}, "5_av_10"},
		{"the denominator that is asked for is kept", "nb", 50, []int{4}, "2_av_4"},
		{"a half that is asked for", "nb", 52, []int{2}, "halvparten"},
		{"several, in any order", "nb", 50, []int{10, 2}, "halvparten"},
		{"several, in any order", "nb", 77.08, []int{10, 4}, "3_av_4"},
		{"an asked-for denominator too far off", "nb", 60, []int{2}, ""},
		{"exactly none", "nb", 0, nil, "ingen"},
		{"exactly none, whatever is asked for", "nn", 0, []int{10}, "ingen"},
		{"exactly none", "en", 0, nil, "none"},
		{"exactly all", "nb", 100, nil, "alle"},
		{"exactly all", "nn", 100, []int{3}, "alle"},
		{"exactly all", "en", 100, nil, "all"},
		{"nearly all is not all", "nb", 98.5, nil, ""},
		{"nearly all may have a fraction", "nb", 98.5, []int{100}, "99_av_100"},
		{"nearly none is not none", "nb", 1.5, nil, ""},
		{"no denominator that divides", "nb", 50, []int{1, 0, -4}, ""},
		{"a share below 0", "nb", -1, []int{100}, ""},
		{"a share over 100", "nb", 101, []int{100}, ""},
		{"not a number", "nb", math.NaN(), nil, ""},
		{"infinite", "nb", math.Inf(1), nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, _ := For(tt.tag)
			got, ok := l.Fraction(tt.share, tt.denominators...)
			if want := hard(tt.want); got != want || ok != (want != "") {
				t.Errorf("%s: Fraction(%v, %v) = %q, %v, want %q", tt.tag, tt.share, tt.denominators, got, ok, want)
			}
		})
	}
}

func TestFractionLeavesTheDenominatorsAsTheyWere(t *testing.T) {
	l, _ := For("nb")
	given := []int{10, 4, 2}
	l.Fraction(50, given...)
	if fmt.Sprint(given) != "[10 4 2]" {
		t.Errorf("sorted in place: %v", given)
	}
}

func TestAPrintedFractionIsFoundAgainWithin3Points(t *testing.T) {
	for _, tag := range Tags() {
		l, _ := For(tag)
		for permille := 1; permille < 1000; permille++ {
			share := float64(permille) / 10
			for _, denominators := range [][]int{nil, {10}, {3, 7}, {50}} {
				text, ok := l.Fraction(share, denominators...)
				if !ok {
					continue
				}
				for _, printed := range []string{text, l.Words(text), Capital(l.Words(text))} {
					found := l.FindFractions(printed)
					if len(found) != 1 || found[0].Start != 0 || found[0].End != len(printed) {
						t.Fatalf("%s: %q is found as %v", tag, printed, found)
					}
					if off := math.Abs(found[0].Share() - share); off > 3+1e-6 {
						t.Errorf("%s: %q is printed for %v, which is %v away", tag, printed, share, off)
					}
				}
			}
		}
	}
}

func ExampleLocale_Fraction() {
	nb, _ := For("nb")
	har, _ := nb.Fraction(67.7)
	oker, _ := nb.Fraction(77.08, 10)
	fmt.Printf("%s har retningslinjer\n%s vil ha mer\n", har, Capital(nb.Words(oker)))
	// Output:
	// 2 av 3 har retningslinjer
	// Åtte av ti vil ha mer
}
