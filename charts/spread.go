package charts

import (
	"cmp"
	"math"
	"slices"
)

// spread moves blocks along a line, from lo to hi, so that none overlaps the next and all stay as near as
// can be (least squares) to where they want to begin. It tells whether they fit at all.
func spread(wanted, sizes []float64, lo, hi float64) ([]float64, bool) {
	order := make([]int, len(wanted))
	total := 0.0
	for i := range order {
		order[i] = i
		total += sizes[i]
	}
	if total > hi-lo {
		return nil, false
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(wanted[a]+sizes[a]/2, wanted[b]+sizes[b]/2)
	})
	out := make([]float64, len(wanted))
	before, next := 0.0, 0
	for _, q := range rising(order, wanted, sizes) {
		at := math.Min(math.Max(q.mean(), lo), hi-total)
		for range q.count {
			i := order[next]
			out[i] = at + before
			before += sizes[i]
			next++
		}
	}
	return out, true
}

// pool is a run of blocks that touch.
type pool struct {
	sum   float64
	count int
}

func (p pool) mean() float64 { return p.sum / float64(p.count) }

// rising pools the blocks that would overlap. With the sizes before each block taken off its place, "none
// overlaps" means "in rising order", and the least squares of that are the means of what is out of order.
func rising(order []int, wanted, sizes []float64) []pool {
	var pools []pool
	before := 0.0
	for _, i := range order {
		pools = append(pools, pool{wanted[i] - before, 1})
		before += sizes[i]
		for n := len(pools); n > 1 && pools[n-2].mean() > pools[n-1].mean(); n-- {
			pools = append(pools[:n-2], pool{pools[n-2].sum + pools[n-1].sum, pools[n-2].count + pools[n-1].count})
		}
	}
	return pools
}
