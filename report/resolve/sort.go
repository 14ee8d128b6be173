package resolve

import (
	"cmp"
	"slices"

	"lysark/charts"
	"lysark/report/figures"
)

// sort orders the categories as the author asked. "Annet" and "Vet ikke" stay last, in whatever language: they are not
// part of a ranking.
func (r *chartResolver) sort() {
	var key func(category int) float64
	switch r.in.Sort.Or("given") {
	case "descending":
		key = func(i int) float64 { return -ranking(*r.out, i) }
	case "ascending":
		key = func(i int) float64 { return ranking(*r.out, i) }
	case "top":
		key = func(i int) float64 { return -r.out.TopBoxShare(i) }
	default:
		return
	}
	order := make([]int, len(r.out.Categories))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if last := cmp.Compare(tier(r.out.Categories[a]), tier(r.out.Categories[b])); last != 0 {
			return last
		}
		return figures.Compare(key(a), key(b))
	})
	reorder(r.out, order)
}

// tier is 1 for the answers that stay last, and 0 for all others.
func tier(category string) int {
	if figures.IsApart(category) {
		return 1
	}
	return 0
}

// ranking is the value that ranks a category: the last series', which is the newest.
func ranking(c charts.Chart, category int) float64 {
	if len(c.Series) == 0 || category >= len(c.Series[len(c.Series)-1].Values) {
		return 0
	}
	return c.Series[len(c.Series)-1].Values[category].V
}

func reorder(out *charts.Chart, order []int) {
	categories := slices.Clone(out.Categories)
	for to, from := range order {
		out.Categories[to] = categories[from]
	}
	for s := range out.Series {
		values := slices.Clone(out.Series[s].Values)
		if len(values) != len(order) {
			continue // Validate reports it
		}
		for to, from := range order {
			out.Series[s].Values[to] = values[from]
		}
	}
}
