package scale

import "slices"

// AboveMiddle tells of each answer of a scale with two ends whether it is on the side of the high one: agreement, yes.
// It is nil for what has no such ends.
func AboveMiddle(labels []string) []bool {
	s := Of(labels)
	twoEnds := []string{Agreement, "satisfied", "important", "likely", "positive", "easy", "better", "good", "true", YesOrNo}
	if !slices.Contains(twoEnds, s.Family) {
		return nil
	}
	out := make([]bool, len(labels))
	for i, label := range labels {
		out[i] = s.Places[label] > 0 == (s.Family != YesOrNo) && s.Places[label] != 0
	}
	return out
}

// MayGoOn tells whether numbers may be only the lower part of the scale they were given on: nobody chose the highest. A
// number that has words while others do not is an end.
func MayGoOn(labels []string) bool {
	high, low, words := 0.0, 0.0, 0
	var last rating
	for i, label := range labels {
		r, ok := ratingOf(label)
		if !ok {
			return false
		}
		if r.words != "" {
			words++
		}
		if i == 0 || r.value > high {
			high, last = r.value, r
		}
		low = min(low, r.value)
	}
	if len(labels) == 0 || last.words != "" {
		return false
	}
	if low < 0 && low == -high {
		return false // it has two ends alike
	}
	return words > 0 || !slices.Contains([]float64{3, 5, 7, 10, 100}, high)
}
