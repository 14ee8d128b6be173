package survey

import (
	"iter"
	"slices"
	"strings"
)

// Holds tells whether every respondent of another file is one of this file's, as a group is part of all: rows are
// compared on the columns that both have. comparable is false when they have none in common.
func (t *Table) Holds(part *Table) (holds, comparable bool) {
	var mine, theirs []int
	for i, c := range t.Columns {
		if j, ok := part.Column(c.Name); ok {
			mine, theirs = append(mine, i), append(theirs, j)
		}
	}
	if len(mine) == 0 {
		return false, false
	}
	left := map[string]int{}
	for row := range t.eachRow(mine) {
		left[row]++
	}
	for row := range part.eachRow(theirs) {
		if left[row]--; left[row] < 0 {
			return false, true
		}
	}
	return true, true
}

// Same tells whether two files hold the same answers in the same order.
func (t *Table) Same(other *Table) bool {
	if t.Len() != other.Len() || !slices.Equal(t.cells.Names(), other.cells.Names()) {
		return false
	}
	var all []int
	for i := range t.Columns {
		all = append(all, i)
	}
	next, stop := iter.Pull(other.eachRow(all))
	defer stop()
	for row := range t.eachRow(all) {
		if theirs, _ := next(); theirs != row {
			return false
		}
	}
	return true
}

// eachRow is what some columns of each respondent say.
func (t *Table) eachRow(columns []int) iter.Seq[string] {
	return func(yield func(string) bool) {
		var b strings.Builder
		for i := range t.respondentRows() {
			b.Reset()
			codes := t.cells.Codes(i)
			for _, c := range columns {
				if c < len(codes) && codes[c] != 0 { // a column that is blank throughout has no texts
					b.WriteString(t.texts[c][codes[c]].s)
				}
				b.WriteByte(0)
			}
			if !yield(b.String()) {
				return
			}
		}
	}
}
