// Package cells reads the file that answers come in: which cells there are, what the columns are called, and which rows
// are respondents. Each format fills the same Cells; package cells counts them.
//
// Members' answers are never printed: a problem names the place.
package cells

import (
	"lysark/config/diag"
	"lysark/report/survey/heading"
)

// Options are what the layout says of a file. Empty means: find out.
type Options struct {
	Delimiter string   // ";", ",", "tab" or "|"
	Encoding  string   // "utf-8" or one of one byte a letter: see package letters
	Decimal   string   // what stands before decimals in the numbers of CSV: "," or "."
	Pos       diag.Pos // where the layout names the file
	Sheet     string   // of a spreadsheet; empty for the first that holds anything
	SheetPos  diag.Pos
	SheetKey  string // by which the layout names it; empty for "sheet"
	Beside    string // another sheet that is read, too, as one with a codebook
	Weight    string // the column with each respondent's weight; empty when all weigh the same
	WeightPos diag.Pos
	Rows      heading.Said // which rows are headings, and which respondents
	Lang      string       // the deck's language; empty for nb
}

// Read reads a file of answers. The cells are nil only when nothing of it can be used. They keep data, to find again
// the places of cells; the caller must not change it.
func Read(name string, data []byte, opts Options) (*Cells, diag.List) {
	return formatOf(name, data).answers(name, data, opts)
}

func (f format) answers(name string, data []byte, opts Options) (*Cells, diag.List) {
	t := &Cells{File: name, Said: opts}
	list, ok := f.fill(t, data, opts)
	if !ok {
		return nil, list
	}
	if f.cells {
		leaveOut(t)
	}
	t.settle()
	if t.Respondents == 0 && !list.HasErrors() {
		list.Errorf(diag.Pos{File: name, Line: 1, Col: 1}, diag.EmptyData,
			"save the answers again, one row per respondent below the first",
			"the file has no answers, only a first row")
	}
	return t, list
}

// ReadRaw reads the cells as they are written, each row below the first that is filled: see survey.Raw.
func ReadRaw(name string, data []byte, opts Options) (*Cells, diag.List) {
	t := &Cells{File: name, Said: opts, asWritten: true}
	list, ok := formatOf(name, data).fill(t, data, opts)
	if !ok {
		return nil, list
	}
	return t, list
}

// fill reads the file; false when nothing of it can be used.
func (f format) fill(t *Cells, data []byte, opts Options) (list diag.List, ok bool) {
	if t.asWritten && !f.cells {
		list.Errorf(diag.Pos{File: t.File}, diag.BadFile, saveAsTable, "this is %s, not a table", f.name)
		return list, false
	}
	if !f.read(t, data, opts, &list) {
		return list, false
	}
	if opts.Sheet != "" && !f.sheets {
		list.Errorf(opts.SheetPos, diag.BadValue, "take the sheet out of the layout",
			"the file %s is no spreadsheet, so it has no sheets", t.File)
	}
	return list, true
}
