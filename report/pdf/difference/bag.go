package difference

import (
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"unicode"
)

// bag is the words of a text, as numbers in their order, to tell how alike two texts are.
type bag []uint32

// mostWords are enough to know a text by.
const mostWords = 200

// bagOf counts a word with digits as it is and as some number, so that a text with other numbers is much the same.
func bagOf(texts ...string) bag {
	var out bag
	for _, t := range texts {
		for _, word := range strings.FieldsFunc(strings.ToLower(t), apart) {
			if len(out) >= mostWords {
				break
			}
			out = append(out, number(word))
			if strings.ContainsFunc(word, unicode.IsDigit) {
				out = append(out, number("#"))
			}
		}
	}
	slices.Sort(out)
	return out
}

func apart(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("\"“”«»().,:;–", r)
}

func number(word string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(word))
	return h.Sum32()
}

// weights are how telling words are: one that is everywhere is worth little. Words share a weight now and then.
type weights []float64

const mostWeights = 1 << 14

// weigh gives each word a weight by how many of the bags have it.
func weigh(bags ...[]bag) weights {
	out := make(weights, mostWeights)
	all := 0.0
	for _, list := range bags {
		for _, b := range list {
			all++
			for i, word := range b {
				if i == 0 || b[i-1] != word {
					out[word%mostWeights]++
				}
			}
		}
	}
	for i, n := range out {
		out[i] = math.Log(1 + all/max(n, 1))
	}
	return out
}

// even is a weight for every word alike.
func even() weights { return weights{1} }

// cost is what it takes to tell how alike two bags are, in simple comparisons.
func cost(a, b bag) int { return 1 + (len(a)+len(b))/8 }

// like is 1 for bags of the same words and 0 for such as have none in common.
func (w weights) like(a, b bag) float64 {
	both, all := 0.0, 0.0
	n := uint32(len(w))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			both += 2 * w[a[0]%n]
			all += 2 * w[a[0]%n]
			a, b = a[1:], b[1:]
		case a[0] < b[0]:
			all += w[a[0]%n]
			a = a[1:]
		default:
			all += w[b[0]%n]
			b = b[1:]
		}
	}
	for _, rest := range [2]bag{a, b} {
		for _, word := range rest {
			all += w[word%n]
		}
	}
	if all == 0 {
		return 0
	}
	return both / all
}
