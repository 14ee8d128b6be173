package survey

import (
	"lysark/config/diag"
	"lysark/report/survey/cells"
)

// Table is the answers of a file, or of a part of its respondents: see Where.
type Table struct {
	File    string // the name it was read under
	Columns []Column

	*whole

	part   []int32         // the rows of those who are counted; nil for all
	counts []func() []text // of a part, by column: the texts that there are in it
	later  map[int][]text  // the same of columns that were made since

	respondents int
	weighted    float64 // sum of the weights
	squared     float64 // sum of their squares
}

// Column is a column of a file.
type Column = cells.Column

// whole is what a file holds, whoever is counted, and the columns that were made of several.
type whole struct {
	cells   *cells.Cells
	texts   [][]text  // by column, the blank first; nil where all is blank
	weights []float64 // of each row; nil when all weigh the same

	own    int        // columns that are the file's own, once others were made
	beside [][]uint32 // by column that was made: the code of each row
	madeAt []int      // and the first of the columns that it was made of
	made   map[string]asked
}

func newTable(c *cells.Cells) *Table {
	t := &Table{File: c.File, Columns: c.Columns, whole: &whole{cells: c, made: map[string]asked{}}}
	t.respondents, t.weighted, t.squared = c.Respondents, float64(c.Respondents), float64(c.Respondents)
	for i := range c.Dictionaries {
		t.texts = append(t.texts, equal(c.Texts(i)))
	}
	return t
}

// text is one of the different texts of a column, and who gave it.
type text struct {
	s        string // tidied
	code     uint32 // in its column
	first    int32  // row where it first occurs
	count    int
	positive int // of them, those whose weight is above 0
	weight   sum // of the weights of those who gave it
	square   sum // of the squares
}

// equal are the texts of a column where all weigh the same.
func equal(texts []cells.Text) []text {
	if texts == nil {
		return nil
	}
	out := make([]text, len(texts))
	for i, x := range texts {
		out[i] = text{
			s: x.S, code: x.Code, first: x.First, count: x.Count,
			positive: x.Count, weight: sum{high: float64(x.Count)}, square: sum{high: float64(x.Count)},
		}
	}
	return out
}

// add counts one respondent more.
func (x *text) add(weight float64) {
	x.count++
	if weight > 0 {
		x.positive++
	}
	x.weight.add(weight)
	x.square.add(weight * weight)
}

// height is the number of rows, those above the answers included.
func (t *Table) height() int {
	if t.part != nil {
		return len(t.cells.Above) + len(t.part)
	}
	return len(t.cells.Above) + len(t.cells.Rows)
}

// text is what a cell holds; rows count from the first of those above.
func (t *Table) text(row, col int) string {
	if row < len(t.cells.Above) {
		if col < len(t.cells.Above[row]) {
			return t.cells.Above[row][col]
		}
		return ""
	}
	if row >= t.height() {
		return ""
	}
	below := t.inFile(row) - len(t.cells.Above)
	if s := t.cells.Text(below, col); s != "" {
		return shown(s)
	}
	if cells := t.cells.Aside[below]; col < len(cells) {
		return cells[col]
	}
	return ""
}

// inFile is the row of the file that is a row of the table; both count from the first of those above.
func (t *Table) inFile(row int) int {
	if below := row - len(t.cells.Above); t.part != nil && below >= 0 {
		return len(t.cells.Above) + int(t.part[below])
	}
	return row
}

// code is that of a cell; 0 when it is blank.
func (w *whole) code(row, col int) uint32 {
	if w.isMade(col) {
		return w.beside[col-w.own][row]
	}
	return w.cells.Code(row, col)
}

// isMade tells a column that was made of several.
func (w *whole) isMade(col int) bool { return len(w.beside) > 0 && col >= w.own }

// textsOf are the different texts of a column in the order they first occur, without the blank.
func (t *Table) textsOf(col int) []text {
	switch {
	case col >= len(t.texts) || len(t.texts[col]) == 0:
		return nil
	case t.part != nil:
		return t.counted(col)
	}
	return t.texts[col][1:]
}

// atFirst is the place where a text of the column first occurs.
func (t *Table) atFirst(c text, col int) diag.Pos {
	if t.isMade(col) {
		col = t.madeAt[col-t.own]
	}
	return t.cells.Places.At(len(t.cells.Above)+int(c.first), col)
}
