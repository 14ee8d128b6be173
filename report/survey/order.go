package survey

import (
	"cmp"
	"slices"
	"strings"

	"lysark/report/survey/scale"
)

// inOrder are the answers in the order of those offered, else in an order of their own.
//
// Texts of people's own are many, in no order that is worth the time: theirs is that of their letters.
func inOrder(answers []Answer, offered []string) []Answer {
	const mostOrdered = 10_000
	out := make([]Answer, len(answers))
	if len(answers) > mostOrdered {
		copy(out, answers)
		slices.SortFunc(out, func(a, b Answer) int { return strings.Compare(a.Code, b.Code) })
		return out
	}
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
