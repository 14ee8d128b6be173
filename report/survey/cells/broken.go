package cells

import (
	"fmt"

	"lysark/config/diag"
	"lysark/report/survey/csv"
)

// broken follows rows that have fewer fields than there are columns. A line break within a cell that is not quoted
// makes two rows of one: together they have one field too many, and each answer behind the break stands in the wrong
// column.
type broken struct {
	short    int      // fields of the row before, if they are too few
	at       csv.Mark // where that row begins
	full     bool     // the row before has a field for each column
	rows, ok int      // rows, and those that have
	n        int      // rows that seem to be broken, with whole ones below
	first    csv.Mark
	last     int // rows that seem to be broken, or are notes at the end
}

func (b *broken) add(at csv.Mark, fields, columns int) {
	isHalf := b.short > 0 && b.short+fields == columns+1 && fields < columns || b.full && fields == 1 && columns > 2
	if isHalf {
		if b.last++; b.n+b.last == 1 {
			b.first = b.at
		}
	}
	b.rows++
	b.full = fields >= columns
	b.short, b.at = 0, at
	switch {
	case b.full:
		b.ok++
		b.n, b.last = b.n+b.last, 0
	case !isHalf:
		b.short = fields
	}
}

// tellBroken warns of rows that seem to be broken. Where many are shorter than the headings, as programs write them
// that leave empty fields out at the end, nobody can tell.
func (r *rows) tellBroken(list *diag.List) {
	b := r.broken
	if b.n == 0 || r.t.asWritten || 2*b.ok < b.rows-b.n {
		return
	}
	last := r.t.Said.Rows.LastRow
	if last.Set && b.first.Line >= last.N {
		return
	}
	list.Warnf(r.pos(b.first), diag.BadData, "put the whole cell in quotes, or take the line break out of it",
		"this row has too few fields and the next one the rest, as if a cell with a line break had no quotes; %s",
		halves(b.n))
}

func halves(n int) string {
	if n == 1 {
		return "both count as respondents"
	}
	return fmt.Sprintf("so it is %d times, and each half counts as a respondent", n)
}
