package survey

import (
	"math/rand/v2"
	"testing"
)

func TestTheOrderOfASumMakesNoDifference(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var weights []float64
	for range 5000 {
		weights = append(weights, []float64{0.1, 0.2, 0.3, 1.7, 12.25, 1e-7}[r.IntN(6)])
	}
	var first sum
	for _, w := range weights {
		first.add(w)
	}
	for range 20 {
		r.Shuffle(len(weights), func(i, j int) { weights[i], weights[j] = weights[j], weights[i] })
		var left, right, all sum
		for i, w := range weights {
			if i%3 == 0 {
				left.add(w)
			} else {
				right.add(w)
			}
		}
		all.addSum(right)
		all.addSum(left)
		if all.value() != first.value() {
			t.Fatalf("%v and %v", all.value(), first.value())
		}
	}
}
