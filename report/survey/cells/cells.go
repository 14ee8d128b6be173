package cells

import (
	"lysark/config/diag"
	"lysark/report/survey/heading"
)

// Cells are what a file holds: one row names the columns, each row below it is a respondent.
//
// A cell is a number, the code of its text in the column's own list of different texts, so that a large file takes
// four bytes per cell and a question is counted once per different text. Rows are ragged: a row holds codes up to its
// last filled cell. The place of a cell is not kept but found again in the file when a problem needs it.
type Cells struct {
	File         string // the name it was read under
	Columns      []Column
	Above        [][]string   // the rows down to the one with the names, that one included
	Rows         []Row        // the rows below
	Dictionaries []Dictionary // by column, up to the last that is filled
	Sets         []Set        // of columns, as the file declares them
	Places       Places
	Wide         int // fields in the widest row, empty ones included
	Respondents  int // rows with at least one answer

	Typed bool             // numbers are written as people write them, not as machines store them
	Said  Options          // what the layout says of the file
	Found []heading.Told   // of the rows
	Aside map[int][]string // cells of rows that are no respondents
	Sheet Sheet            // that was read, of a spreadsheet

	Encoding string // of the letters, where it was found out and is told

	asWritten bool // cells are neither tidied nor counted: see ReadRaw
	preset    heading.Preset
	codes     []uint32
}

// Row is one row below the names.
type Row struct {
	Filled bool // at least one cell holds something
	Line   int

	start  int // of its cells in codes
	offset int // of its first byte in the text, for those formats that have one
}

// Places finds the place of a cell; rows count from the first of Cells.Above.
type Places interface {
	At(row, column int) diag.Pos
}

// Code is the number of a cell's text in its column; 0 when the cell is blank.
func (t *Cells) Code(row, col int) uint32 {
	if codes := t.Codes(row); col < len(codes) {
		return codes[col]
	}
	return 0
}

// Codes are those of a row, up to its last filled cell.
func (t *Cells) Codes(row int) []uint32 {
	if row+1 < len(t.Rows) {
		return t.codes[t.Rows[row].start:t.Rows[row+1].start]
	}
	return t.codes[t.Rows[row].start:]
}

// Text is what a cell below the names holds; nothing beyond the last row.
func (t *Cells) Text(row, col int) string {
	if row >= len(t.Rows) {
		return ""
	}
	if code := t.Code(row, col); code != 0 {
		return t.Dictionaries[col].Texts[code].S
	}
	return ""
}

// Texts are the different texts of a column, the blank first; none of a column that is blank throughout.
func (t *Cells) Texts(col int) []Text {
	if col >= len(t.Dictionaries) {
		return nil
	}
	return t.Dictionaries[col].Texts
}

// startRow begins a row.
func (t *Cells) startRow(offset, line int) {
	t.Rows = append(t.Rows, Row{start: len(t.codes), offset: offset, Line: line})
}

// set fills a cell of the row that was begun last. A row's cells may come in any order.
func (t *Cells) set(col int, raw []byte) {
	if len(raw) == 0 {
		return
	}
	r := &t.Rows[len(t.Rows)-1]
	for col >= len(t.Dictionaries) {
		t.Dictionaries = append(t.Dictionaries, Dictionary{asWritten: t.asWritten})
	}
	code := t.Dictionaries[col].Code(raw, len(t.Rows)-1)
	if code == 0 {
		return
	}
	if missing := r.start + col + 1 - len(t.codes); missing > 0 {
		t.codes = append(t.codes, make([]uint32, missing)...)
	}
	t.codes[r.start+col] = code
	r.Filled = true
}

// height is the number of rows, those above the answers included.
func (t *Cells) height() int { return len(t.Above) + len(t.Rows) }

// isFull tells whether one more row might claim too much memory. Rows are filled out to their last cell, so that a
// small file whose rows each name a far column would otherwise become a large table; CSV writes each cell out.
func (t *Cells) isFull() bool {
	const most = 50_000_000
	return len(t.codes)+len(t.Columns) > most
}

// tellFull reports a file that is too large to be read.
func tellFull(t *Cells, list *diag.List) {
	list.Errorf(diag.Pos{File: t.File}, diag.TooMany, "take out columns that are not used, or save it as CSV (UTF-8)",
		"the file has more than 50 million cells")
}

// trim takes off the empty rows at the end, which spreadsheets leave behind.
func (t *Cells) trim() {
	if t.asWritten {
		return // whoever reads a list is told of them
	}
	for len(t.Rows) > 0 && !t.Rows[len(t.Rows)-1].Filled {
		t.Rows = t.Rows[:len(t.Rows)-1]
	}
}

// settle ends the reading.
func (t *Cells) settle() {
	for i := range t.Dictionaries {
		t.Dictionaries[i].codes = nil
	}
	for _, r := range t.Rows {
		if r.Filled {
			t.Respondents++
		}
	}
}
