package figures

import "math/bits"

// mostSubset is how many answers a question may have for sums of their shares to be looked at.
const mostSubset = 6

// Subsets are the answers one by one, then, when there are few, together: the fewest first, and never all.
func Subsets(answers []string) [][]string {
	var out [][]string
	for _, a := range answers {
		out = append(out, []string{a})
	}
	if len(answers) > mostSubset {
		return out
	}
	for size := 2; size < len(answers); size++ {
		for mask := range 1 << len(answers) {
			if bits.OnesCount(uint(mask)) != size {
				continue
			}
			var some []string
			for i, a := range answers {
				if mask>>i&1 == 1 {
					some = append(some, a)
				}
			}
			out = append(out, some)
		}
	}
	return out
}
