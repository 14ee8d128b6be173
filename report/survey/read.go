// Package survey reads answers and counts them: one row per respondent, one column per question, or a ready-made
// table of numbers.
//
// Read takes a file's bytes, whether CSV, XLSX or JSON; Tally counts the answers to one question; Range reads a block
// of cells. Members' answers are never printed: a problem names the place, and only answers that the layout itself
// names.
package survey

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

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
	Weight    string // the column with each respondent's weight; empty when all weigh the same
	WeightPos diag.Pos
	Rows      heading.Said // which rows are headings, and which respondents
	Lang      string       // the deck's language; empty for nb
}

// Read reads a file of answers. The table is nil only when nothing of it can be used. It keeps data, to find again
// the places of cells; the caller must not change it.
func Read(name string, data []byte, opts Options) (*Table, diag.List) {
	return formatOf(name, data).answers(name, data, opts)
}

func (f format) answers(name string, data []byte, opts Options) (*Table, diag.List) {
	t := newTable(name, opts)
	list, ok := f.fill(t, data, opts)
	if !ok {
		return nil, list
	}
	if f.cells {
		leaveOut(t)
	}
	t.settle()
	if t.Len() == 0 && !list.HasErrors() {
		list.Errorf(diag.Pos{File: name, Line: 1, Col: 1}, diag.EmptyData,
			"save the answers again, one row per respondent below the first",
			"the file has no answers, only a first row")
	}
	t.weigh(opts, &list)
	return t, list
}

// fill reads the file into the table; false when nothing of it can be used.
func (f format) fill(t *Table, data []byte, opts Options) (list diag.List, ok bool) {
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

// Len is the number of respondents: rows with at least one answer.
func (t *Table) Len() int { return t.respondents }

// told counts problems of one kind, so that a file that is wrong in every row is not told row by row.
type told struct {
	list *diag.List
	file string
	what string
	n    int
}

// mostTold is how many problems of one kind are told one by one.
const mostTold = 20

// next counts one more problem; true when it is to be told.
func (t *told) next() bool {
	t.n++
	return t.n <= mostTold
}

// rest says how many problems were not told.
func (t *told) rest(rule diag.Rule) {
	if more := t.n - mostTold; more > 0 {
		t.list.Errorf(diag.Pos{File: t.file}, rule, "see to those that are named first", "%d more %s", more, t.what)
	}
}

// tidy makes texts comparable: one form of each letter (Unicode NFC), no outer space, single inner spaces.
func tidy(s string) string {
	if isTidy(s) {
		return s
	}
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}

// isTidy spares most cells the work.
func isTidy(s string) bool {
	space := true // a space may not come first, after another, or last
	for _, r := range s {
		if r > unicode.MaxLatin1 || r != ' ' && unicode.IsSpace(r) || r == ' ' && space {
			return false
		}
		space = r == ' '
	}
	return s == "" || !space
}
