package compare

import (
	"math"

	"lysark/report/template"
)

// Whether the change of a share is larger than chance: the two-proportion z-test with pooled variance, two-sided, at
// 5 %. With shares p and q of samples of the sizes n and m, and the pooled share r = (n·p + m·q) / (n + m),
//
//	z = (p − q) / √(r·(1 − r)·(f/n + g/m))
//
//   - n and m are effective sizes: without weights the number who answered, with weights Kish's (Σw)² / Σw².
//   - f and g are finite population corrections, 1 − respondents/population (W. G. Cochran, Sampling Techniques, 3rd
//     ed., 1977, section 2.6); 1 when the layout does not say how many were asked. Those who answered a question are
//     taken to be as large a part of those whom it concerns as the respondents are of all.
//   - When everybody answered, f is 0. When that holds of both samples there is no chance in it: any change is real.
//   - When the normal distribution is no fair likeness of the binomial, an expected count being under 5, the test is
//     not made.
//   - The samples are taken to be independent. Where the same members answer again, true chance is usually smaller.

// Chance is the answer to whether a change is larger than chance.
type Chance string

const (
	Larger   Chance = "yes"
	Within   Chance = "no"
	TooFew   Chance = "too few"
	Untested Chance = "–" // no simple share: a mean, a count, a difference, a sum of figures
)

const (
	surely        = 0.05 // a change is larger than chance when that happens more seldom by chance
	leastExpected = 5.0
)

// sample is a share found by asking.
type sample struct {
	share float64 // 0 to 1
	size  float64 // of an unweighted sample that would be as sure
	left  float64 // part of the population that was not heard: 1 − respondents/population; 1 when it is not known
}

// sampleOf is the sample behind a figure that is a simple share; false for all else, and for what is hidden.
func sampleOf(f template.Figure) (sample, bool) {
	if len(f.Sources) != 1 || f.Unit != template.Percent || f.Hidden || f.Unasked || f.Unknown {
		return sample{}, false
	}
	source := f.Sources[0]
	out := sample{share: source.WeightedSum / source.WeightedOf, size: float64(source.Base), left: 1}
	if source.Weighted {
		out.size = source.Effective
	}
	if source.Population > 0 {
		out.left = max(0, 1-float64(source.Respondents)/float64(source.Population))
	}
	const same = 1e-6 // in percent: the figure is the share itself and nothing reckoned from it
	simple := source.Question != "" && math.Abs(f.Value-100*out.share) < same
	return out, simple && out.size > 0 && out.share >= 0 && out.share <= 1
}

// test tells whether two shares differ by more than chance, and how often chance alone would make them differ as much.
func test(a, b sample) (Chance, float64) {
	if a.left == 0 && b.left == 0 {
		if a.share == b.share {
			return Within, 1
		}
		return Larger, 0
	}
	pooled := (a.size*a.share + b.size*b.share) / (a.size + b.size)
	for _, s := range []sample{a, b} {
		if s.size*min(pooled, 1-pooled) < leastExpected {
			return TooFew, math.NaN()
		}
	}
	z := (a.share - b.share) / math.Sqrt(pooled*(1-pooled)*(a.left/a.size+b.left/b.size))
	p := math.Erfc(math.Abs(z) / math.Sqrt2)
	if p < surely {
		return Larger, p
	}
	return Within, p
}
