package survey

import (
	"iter"
	"slices"
	"sync"

	"lysark/config/diag"
)

// Rows are some of the rows of a file: respondents who have something in common.
type Rows struct {
	of *whole
	at []int32 // in their order
}

// Rows are those of the respondents who gave at least one of the answers, as AnyOf counts them. It also returns the
// answers that AnyOf does not know.
func (t *Table) Rows(q Question, wanted []string) (Rows, []string) {
	a, ok := t.column(q, &diag.List{})
	if !ok {
		return Rows{of: t.whole}, wanted
	}
	texts, unknown := t.holding(a, q, wanted)
	return Rows{t.whole, t.rowsWith(a.column, texts)}, unknown
}

func (t *Table) rowsWith(column int, texts []text) []int32 {
	if len(texts) == 0 {
		return nil
	}
	n, has := 0, make([]bool, len(t.texts[column])) // by code
	for _, x := range texts {
		n += x.count
		has[x.code] = true
	}
	out := make([]int32, 0, n)
	for i := range t.respondentRows() {
		if has[t.code(i, column)] {
			out = append(out, int32(i))
		}
	}
	return out
}

// Where is the part of the table with those rows: what is counted of it is what a file with these respondents alone
// gives, in the order in which its answers first occur there. The cells are shared, and a column is counted when it is
// first asked for. Columns stay those of the file, and so do the places of cells in messages. A part has a part of its
// own: t.Where(a).Where(b) are the respondents of both.
//
// Weights are not looked at anew: where all in the part weigh 0, Read would refuse the file, and Tally tells it here.
func (t *Table) Where(rows Rows) *Table {
	if rows.of != t.whole {
		panic("survey: rows of another file")
	}
	out := &Table{File: t.File, Columns: t.Columns, whole: t.whole, part: rows.at}
	switch {
	case rows.at == nil:
		out.part = []int32{} // nobody, not everybody
	case t.part != nil:
		out.part = both(t.part, rows.at)
	}
	out.respondents = len(out.part)
	var weighted, squared sum
	for _, i := range out.part {
		w := out.weight(i)
		weighted.add(w)
		squared.add(w * w)
	}
	out.weighted, out.squared = weighted.value(), squared.value()
	out.later = map[int][]text{}
	out.counts = make([]func() []text, len(t.fromFile()))
	for _, block := range t.blocks() {
		texts := sync.OnceValue(func() [][]text { return out.recount(block) })
		for i, col := range block {
			out.counts[col] = func() []text { return texts()[i] }
		}
	}
	return out
}

// fromFile are the texts of the file's columns.
func (w *whole) fromFile() [][]text {
	if len(w.beside) > 0 {
		return w.texts[:w.own]
	}
	return w.texts
}

// blocks are the columns that are counted together: as many as come from memory with one of them. A column of free text
// is counted alone, as it takes memory for each text and few ask for it.
func (w *whole) blocks() [][]int {
	const together, mostChoices = 16, 256
	var out [][]int
	var choices []int
	for col, c := range w.fromFile() {
		if len(c) > mostChoices {
			out = append(out, []int{col})
		} else {
			choices = append(choices, col)
		}
	}
	return slices.AppendSeq(out, slices.Chunk(choices, together))
}

// both are the rows that two parts share.
func both(a, b []int32) []int32 {
	out := make([]int32, 0, min(len(a), len(b)))
	for _, row := range a {
		for len(b) > 0 && b[0] < row {
			b = b[1:]
		}
		if len(b) > 0 && b[0] == row {
			out = append(out, row)
		}
	}
	return out
}

// counted are the texts of a column that there are in the part.
func (t *Table) counted(col int) []text {
	if col < len(t.counts) {
		return t.counts[col]()
	}
	if t.later[col] == nil && t.isMade(col) {
		t.later[col] = t.recountMade(col)
	}
	return t.later[col]
}

// recountMade counts the texts of a column that was made.
func (t *Table) recountMade(col int) (out []text) {
	at := make([]int, len(t.texts[col])) // by code: where in out it is counted, from 1
	for _, row := range t.part {
		code := t.code(int(row), col)
		if code == 0 {
			continue
		}
		if at[code] == 0 {
			known := t.texts[col][code]
			out = append(out, text{s: known.s, code: code, first: row})
			at[code] = len(out)
		}
		out[at[code]-1].add(t.weight(row))
	}
	return out
}

// recount counts the texts of some columns in a part.
func (t *Table) recount(columns []int) [][]text {
	out := make([][]text, len(columns))
	index := make([][]int32, len(columns)) // by column and code: where in out it is counted, from 1
	for i, col := range columns {
		index[i] = make([]int32, len(t.texts[col]))
	}
	for _, row := range t.part {
		w, codes := t.weight(row), t.cells.Codes(int(row))
		for i, col := range columns {
			if col >= len(codes) || codes[col] == 0 {
				continue
			}
			at := &index[i][codes[col]]
			if *at == 0 {
				known := t.texts[col][codes[col]]
				out[i] = append(out[i], text{s: known.s, code: known.code, first: row})
				*at = int32(len(out[i]))
			}
			out[i][*at-1].add(w)
		}
	}
	return out
}

// weight is what the respondent in a row weighs.
func (w *whole) weight(row int32) float64 {
	if w.weights == nil {
		return 1
	}
	return w.weights[row]
}

// respondentRows are the rows of those who are counted.
func (t *Table) respondentRows() iter.Seq[int] {
	return func(yield func(int) bool) {
		if t.part != nil {
			for _, i := range t.part {
				if !yield(int(i)) {
					return
				}
			}
			return
		}
		for i, r := range t.cells.Rows {
			if r.Filled && !yield(i) {
				return
			}
		}
	}
}
