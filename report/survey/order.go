package survey

import (
	"cmp"
	"slices"

	"lysark/report/survey/scale"
)

// inOrder are the answers in the order of those offered, else in an order of their own.
func inOrder(answers []Answer, offered []string) []Answer {
	out := make([]Answer, len(answers))
	for n, i := range scale.Sorted(ToOrder(answers)) {
		out[n] = answers[i]
	}
	if len(offered) > 0 {
		place := map[string]int{}
		for i, option := range offered {
			place[option] = i - len(offered)
		}
		slices.SortStableFunc(out, func(a, b Answer) int { return cmp.Compare(place[a.Code], place[b.Code]) })
	}
	return out
}

// ToOrder are the answers as what there is to order them by.
func ToOrder(answers []Answer) []scale.Answer {
	out := make([]scale.Answer, len(answers))
	for i, a := range answers {
		out[i] = scale.Answer{Code: a.Code, Label: a.Label}
	}
	return out
}
