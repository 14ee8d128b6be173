package survey

import (
	"fmt"
	"iter"
	"slices"

	"lysark/config/diag"
	"lysark/report/survey/number"
)

// styleOf is how numbers of the file are written, and the first that can be read in two ways.
func styleOf(t *Table, texts iter.Seq[string]) (as number.Style, doubtful string) {
	if !t.cells.Typed {
		return number.Style{}, ""
	}
	return number.StyleOf(texts, number.Said{Decimal: t.cells.Said.Decimal, Lang: t.cells.Said.Lang})
}

// Doubts are the numbers of a question that can be read in two ways, and how they are read.
func (t *Table) Doubts(q Question) diag.List {
	var list diag.List
	if a, ok := t.column(q, &diag.List{}); ok && len(q.Numbers) == 0 {
		numbersOf(t, q, a, &list)
	}
	return list
}

// numbersOf is how the numbers of a question are written, by whoever they come from. What is doubtful is told where
// there is a list.
func numbersOf(t *Table, q Question, a asked, list *diag.List) number.Style {
	if a.column >= len(t.texts) || len(t.texts[a.column]) == 0 {
		return number.Style{}
	}
	texts, cut := t.texts[a.column][1:], q.splitter(a.labels)
	as, doubtful := styleOf(t, func(yield func(string) bool) {
		for _, x := range texts {
			for one := range cut.answers(x.s) {
				if !yield(one) {
					return
				}
			}
		}
	})
	for _, x := range texts {
		if list != nil && doubtful != "" && slices.Contains(slices.Collect(cut.answers(x.s)), doubtful) {
			text, hint := as.Doubt(doubtful, fmt.Sprintf("of %q", q.Column))
			list.Warnf(t.atFirst(x, a.column), diag.DecimalMark, hint, "%s", text)
			break
		}
	}
	return as
}
