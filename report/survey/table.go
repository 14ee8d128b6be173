package survey

import (
	"lysark/config/diag"
	"lysark/report/survey/heading"
)

// Table is the answers of a file, or of a part of its respondents: see Where.
type Table struct {
	File    string // the name it was read under
	Columns []Column

	*cells

	part   []int32         // the rows of those who are counted; nil for all
	counts []func() []text // of a part, by column: the texts that there are in it
	later  map[int][]text  // the same of columns that were made since

	respondents int
	weighted    float64 // sum of the weights
	squared     float64 // sum of their squares
}

// Column is a column of a file.
type Column struct {
	Name  string // its heading, tidied, by which layouts name it; empty for one that cannot be asked for
	Label string // what people read: the heading, where the file has no other words for the question

	shared  string // the heading that it shares with the columns beside it; empty for none
	part    string // its own heading under that
	heading string // where other columns have it, too, and the name has the column's letters behind it
	labels  labels // of its answers
}

// cells are what a file holds, whoever is counted: one row names the columns, each row below it is a respondent.
//
// A cell is a number, the code of its text in the column's own list of different texts, so that a large file takes
// four bytes per cell and a question is counted once per different text. Rows are ragged: a row holds codes up to its
// last filled cell. The place of a cell is not kept but found again in the file when a problem needs it.
type cells struct {
	above   [][]string // the rows down to the one with the names, that one included
	rows    []row      // the rows below
	codes   []uint32
	wide    int // fields in the widest row, empty ones included
	places  places
	weights []float64 // of each row; nil when all weigh the same

	dictionaries []dictionary // by column, up to the last that is filled; then those that were made of several
	own          int          // of them, those of the file's columns, once others were made
	beside       [][]uint32   // by column that was made: the code of each row
	madeAt       []int        // and the first of the columns that it was made of
	made         map[string]asked

	sets      []set // of columns, as the file declares them
	asWritten bool  // cells are neither tidied nor counted: see Raw
	typed     bool  // numbers are written as people write them, not as machines store them
	said      Options
	preset    heading.Preset
	found     []heading.Told   // of the rows
	aside     map[int][]string // cells of rows that are no respondents
	facts     sheetFacts
}

func newTable(name string, said Options) *Table { return &Table{File: name, cells: &cells{said: said}} }

// row is one row below the names.
type row struct {
	start  int // of its cells in codes
	offset int // of its first byte in the text, for those formats that have one
	line   int
	filled bool // at least one cell holds something
}

// dictionary lists the different texts of a column in the order they first occur; the first is always the blank.
type dictionary struct {
	texts []text
	codes map[string]uint32 // of tidied and untidied texts, while reading
	last  uint32

	asWritten bool
}

// text is one of the different texts of a column.
type text struct {
	s        string // tidied
	code     uint32 // in its column
	first    int32  // row where it first occurs
	count    int
	positive int     // of them, those whose weight is above 0
	weight   float64 // sum of the weights of those who gave it
	square   float64 // sum of the squares
}

// add counts one respondent more.
func (x *text) add(weight float64) {
	x.count++
	if weight > 0 {
		x.positive++
	}
	x.weight += weight
	x.square += weight * weight
}

// places finds the place of a cell; rows count from the first of Table.above.
type places interface {
	at(row, column int) diag.Pos
}

// startRow begins a row.
func (t *cells) startRow(offset, line int) {
	t.rows = append(t.rows, row{start: len(t.codes), offset: offset, line: line})
}

// set fills a cell of the row that was begun last. A row's cells may come in any order.
func (t *cells) set(col int, raw []byte) {
	if len(raw) == 0 {
		return
	}
	r := &t.rows[len(t.rows)-1]
	for col >= len(t.dictionaries) {
		t.dictionaries = append(t.dictionaries, dictionary{asWritten: t.asWritten})
	}
	code := t.dictionaries[col].code(raw, len(t.rows)-1)
	if code == 0 {
		return
	}
	if missing := r.start + col + 1 - len(t.codes); missing > 0 {
		t.codes = append(t.codes, make([]uint32, missing)...)
	}
	t.codes[r.start+col] = code
	r.filled = true
}

// isFull tells whether one more row might claim too much memory. Rows are filled out to their last cell, so that a
// small file whose rows each name a far column would otherwise become a large table; CSV writes each cell out.
func (t *Table) isFull() bool {
	const most = 50_000_000
	return len(t.codes)+len(t.Columns) > most
}

// tellFull reports a table that is too large to be read.
func tellFull(t *Table, list *diag.List) {
	list.Errorf(diag.Pos{File: t.File}, diag.TooMany, "take out columns that are not used, or save it as CSV (UTF-8)",
		"the file has more than 50 million cells")
}

// trim takes off the empty rows at the end, which spreadsheets leave behind.
func (t *cells) trim() {
	if t.asWritten {
		return // whoever reads a list is told of them
	}
	for len(t.rows) > 0 && !t.rows[len(t.rows)-1].filled {
		t.rows = t.rows[:len(t.rows)-1]
	}
}

// code is the text's number in the column, with one respondent more who gave it.
func (d *dictionary) code(raw []byte, row int) uint32 {
	if d.texts == nil {
		d.texts = []text{{}}
		d.codes = map[string]uint32{"": 0}
	}
	if d.texts[d.last].s != string(raw) {
		code, known := d.codes[string(raw)]
		if !known {
			code = d.add(string(raw), row)
		}
		d.last = code
	}
	d.texts[d.last].count++
	return d.last
}

// add enters a text as the file writes it, and tidied.
func (d *dictionary) add(raw string, row int) uint32 {
	s := tidy(raw)
	if d.asWritten && s != "" {
		s = raw
	}
	code, known := d.codes[s]
	if !known {
		code = uint32(len(d.texts))
		d.texts = append(d.texts, text{s: s, code: code, first: int32(row)})
		d.codes[s] = code
	}
	d.codes[raw] = code
	return code
}

// settle ends the reading.
func (t *Table) settle() {
	for i := range t.dictionaries {
		t.dictionaries[i].codes = nil
	}
	t.made = map[string]asked{}
	for _, r := range t.rows {
		if r.filled {
			t.respondents++
		}
	}
	t.weighted, t.squared = float64(t.respondents), float64(t.respondents)
	for i := range t.dictionaries {
		for j := range t.dictionaries[i].texts {
			c := &t.dictionaries[i].texts[j]
			c.positive, c.weight, c.square = c.count, float64(c.count), float64(c.count)
		}
	}
}

// height is the number of rows, those above the answers included.
func (t *Table) height() int {
	if t.part != nil {
		return len(t.above) + len(t.part)
	}
	return len(t.above) + len(t.rows)
}

// text is what a cell holds; rows count from the first of above.
func (t *Table) text(row, col int) string {
	if row < len(t.above) {
		if col < len(t.above[row]) {
			return t.above[row][col]
		}
		return ""
	}
	if row >= t.height() {
		return ""
	}
	below := t.inFile(row) - len(t.above)
	if code := t.code(below, col); code != 0 {
		return shown(t.dictionaries[col].texts[code].s)
	}
	if cells := t.aside[below]; col < len(cells) {
		return cells[col]
	}
	return ""
}

// inFile is the row of the file that is a row of the table; both count from the first of above.
func (t *Table) inFile(row int) int {
	if below := row - len(t.above); t.part != nil && below >= 0 {
		return len(t.above) + int(t.part[below])
	}
	return row
}

// code is that of a cell; 0 when it is blank.
func (t *cells) code(row, col int) uint32 {
	if t.isMade(col) {
		return t.beside[col-t.own][row]
	}
	if codes := t.codesIn(row); col < len(codes) {
		return codes[col]
	}
	return 0
}

// isMade tells a column that was made of several.
func (t *cells) isMade(col int) bool { return len(t.beside) > 0 && col >= t.own }

// codesIn are the codes of a row, up to its last filled cell.
func (t *cells) codesIn(i int) []uint32 {
	if i+1 < len(t.rows) {
		return t.codes[t.rows[i].start:t.rows[i+1].start]
	}
	return t.codes[t.rows[i].start:]
}

// texts are the different texts of a column in the order they first occur, without the blank.
func (t *Table) texts(col int) []text {
	switch {
	case col >= len(t.dictionaries) || len(t.dictionaries[col].texts) == 0:
		return nil
	case t.part != nil:
		return t.counted(col)
	}
	return t.dictionaries[col].texts[1:]
}

// atFirst is the place where a text of the column first occurs.
func (t *Table) atFirst(c text, col int) diag.Pos {
	if t.isMade(col) {
		col = t.madeAt[col-t.own]
	}
	return t.places.at(len(t.above)+int(c.first), col)
}
