package difference

import "slices"

// How many comparisons are made. What is beyond is told as replaced, not in detail.
const (
	mostCompared = 1 << 24 // in all
	mostCells    = 1 << 18 // of one table: 512 by 512
)

// aligner finds the items of one list again in another, both in their order.
type aligner struct {
	old, new [][]string             // each item's keys, the most telling first; an empty one is none
	exact    int                    // how many keys tell items alike; the others do if nothing else has them
	like     func(i, j int) float64 // how alike two items are whose keys are not, 0 for not at all
	found    []int                  // index of the new item by the old one's, −1 for none
	room     *int                   // comparisons left
}

// align fills in found.
func (a *aligner) align() []int {
	n, m := len(a.old[0]), len(a.new[0])
	a.found = slices.Repeat([]int{-1}, n)
	a.within(0, 0, n, 0, m)
	return a.found
}

// within aligns old[i:n] with new[j:m]: first what is the same at both ends, then what only one item of each list has,
// with what lies between (patience diff), then by the next key, at last by likeness.
func (a *aligner) within(level, i, n, j, m int) {
	if i >= n || j >= m || !a.spend(n-i+m-j) {
		return
	}
	if level == len(a.old) {
		a.similar(i, n, j, m)
		return
	}
	old, new := a.old[level], a.new[level]
	if level < a.exact {
		for i < n && j < m && old[i] == new[j] && old[i] != "" {
			a.found[i] = j
			i, j = i+1, j+1
		}
		for i < n && j < m && old[n-1] == new[m-1] && old[n-1] != "" {
			n, m = n-1, m-1
			a.found[n] = m
		}
	}
	anchors := rising(unique(old[i:n], new[j:m]))
	if len(anchors) == 0 {
		a.within(level+1, i, n, j, m)
		return
	}
	from, to := i, j
	for _, p := range anchors {
		a.found[i+p[0]] = j + p[1]
		a.within(level, from, i+p[0], to, j+p[1])
		from, to = i+p[0]+1, j+p[1]+1
	}
	a.within(level, from, n, to, m)
}

func (a *aligner) spend(n int) bool {
	*a.room -= n
	return *a.room >= 0
}

// unique are the pairs of items that no other item of their list has the key of, in the order of the old list.
func unique(old, new []string) [][2]int {
	const several = -2
	at := map[string]int{}
	for j, k := range new {
		if _, seen := at[k]; seen {
			j = several
		}
		at[k] = j
	}
	count := map[string]int{}
	for _, k := range old {
		count[k]++
	}
	var out [][2]int
	for i, k := range old {
		if j, there := at[k]; there && k != "" && j != several && count[k] == 1 {
			out = append(out, [2]int{i, j})
		}
	}
	return out
}

// rising is the longest part of the pairs in which both numbers rise.
func rising(pairs [][2]int) [][2]int {
	var ends []int // index of the pair that ends the best run of each length
	before := make([]int, len(pairs))
	for i, p := range pairs {
		k, _ := slices.BinarySearchFunc(ends, p[1], func(e, n int) int { return pairs[e][1] - n })
		before[i] = -1
		if k > 0 {
			before[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	if len(ends) == 0 {
		return nil
	}
	out := make([][2]int, len(ends))
	at := ends[len(ends)-1]
	for k := len(out) - 1; k >= 0; k-- {
		out[k] = pairs[at]
		at = before[at]
	}
	return out
}

// similar aligns so that all pairs together are as alike as can be. Lists that are too long for a table are halved.
func (a *aligner) similar(i, n, j, m int) {
	rows, columns := n-i, m-j
	if rows <= 0 || columns <= 0 || a.like == nil {
		return
	}
	if rows*columns > mostCells {
		if rows > 1 && columns > 1 {
			a.similar(i, i+rows/2, j, j+columns/2)
			a.similar(i+rows/2, n, j+columns/2, m)
		}
		return
	}
	if !a.spend(rows * columns) {
		return
	}
	best := make([]float64, (rows+1)*(columns+1)) // of what begins at a row and a column
	at := func(r, c int) int { return r*(columns+1) + c }
	likes := make([]float64, rows*columns)
	for r := rows - 1; r >= 0; r-- {
		for c := columns - 1; c >= 0; c-- {
			like := a.like(i+r, j+c)
			likes[r*columns+c] = like
			best[at(r, c)] = max(best[at(r+1, c)], best[at(r, c+1)], like+best[at(r+1, c+1)])
		}
	}
	for r, c := 0, 0; r < rows && c < columns; {
		like := likes[r*columns+c]
		switch {
		case like > 0 && best[at(r, c)] == like+best[at(r+1, c+1)]:
			a.found[i+r] = j + c
			r, c = r+1, c+1
		case best[at(r, c)] == best[at(r+1, c)]:
			r++
		default:
			c++
		}
	}
}

// reversed is the other way round: the index of the old item by the new one's.
func reversed(found []int, n int) []int {
	out := slices.Repeat([]int{-1}, n)
	for i, j := range found {
		if j >= 0 {
			out[j] = i
		}
	}
	return out
}
