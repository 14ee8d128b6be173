package survey

import (
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
	t.eachRow(mine, func(row string) { left[row]++ })
	holds = true
	part.eachRow(theirs, func(row string) {
		left[row]--
		holds = holds && left[row] >= 0
	})
	return holds, true
}

// Same tells whether two files hold the same answers in the same order.
func (t *Table) Same(other *Table) bool {
	if t.Len() != other.Len() || !slices.Equal(t.names(), other.names()) {
		return false
	}
	var rows []string
	all := make([]int, len(t.Columns))
	for i := range all {
		all[i] = i
	}
	t.eachRow(all, func(row string) { rows = append(rows, row) })
	same := true
	other.eachRow(all, func(row string) {
		same = same && len(rows) > 0 && rows[0] == row
		rows = rows[min(1, len(rows)):]
	})
	return same
}

// eachRow calls f with what some columns of each respondent say.
func (t *Table) eachRow(columns []int, f func(row string)) {
	var b strings.Builder
	for i := range t.respondentRows() {
		b.Reset()
		codes := t.codesIn(i)
		for _, c := range columns {
			if c < len(codes) && codes[c] != 0 { // a column that is blank throughout has no texts
				b.WriteString(t.dictionaries[c].texts[codes[c]].s)
			}
			b.WriteByte(0)
		}
		f(b.String())
	}
}
