package locale

import (
	"math"
	"slices"
	"strconv"
)

// within is how far, in points, a share may be from the fraction that is printed for it.
const within = 3

// Fraction writes a share in percent, unrounded, as the nearest fraction: "2 av 3", "halvparten". Without denominators
// the nearest of halves, thirds, quarters, fifths and tenths is chosen and stands in lowest terms; with some, only
// these are, and are kept ("8 av 10"). It is "ingen" for 0 and "alle" for 100 and for no other share, and not ok
// when no fraction is within 3 points. Its spaces do not break over lines.
func (l Locale) Fraction(share float64, denominators ...int) (string, bool) {
	share = Round(share, 9)
	switch {
	case share == 0:
		return l.Word(none), true
	case share == 100:
		return l.Word(all), true
	case !(share > 0 && share < 100): // NaN too
		return "", false
	}
	if len(denominators) == 0 {
		denominators = []int{2, 3, 4, 5, 10}
	}
	n, d := nearest(share, denominators)
	switch d {
	case 0:
		return "", false
	case 2:
		return l.Word(Half), true
	}
	return strconv.Itoa(n) + noBreak + l.Word(of) + noBreak + strconv.Itoa(d), true
}

// nearest is 0, 0 when no fraction is near enough. Of fractions equally near it is the one of the smaller denominator,
// so that 4 of 5 comes before 8 of 10.
func nearest(share float64, denominators []int) (numerator, denominator int) {
	const noise = 1e-9
	best := within + 2*noise
	for _, d := range slices.Sorted(slices.Values(denominators)) {
		if d < 2 {
			continue
		}
		n := min(max(int(Round(share*float64(d)/100, 0)), 1), d-1)
		if off := math.Abs(percent(n, d) - share); off < best-noise {
			best, numerator, denominator = off, n, d
		}
	}
	return numerator, denominator
}

func percent(numerator, denominator int) float64 {
	return 100 * float64(numerator) / float64(denominator)
}
