// Package survey reads answers and counts them: one row per respondent, one column per question, or a ready-made
// table of numbers.
//
// Read takes a file's bytes, whether CSV, XLSX or JSON; Tally counts the answers to one question; Range reads a block
// of cells. Members' answers are never printed: a problem names the place, and only answers that the layout itself
// names.
package survey

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lysark/config/diag"
)

// Options are what the layout says of a file. Empty means: find out.
type Options struct {
	Delimiter string   // ";", ",", "tab" or "|"
	Encoding  string   // "utf-8" or "windows-1252"
	Pos       diag.Pos // where the layout names the file
	Sheet     string   // of a spreadsheet; empty for the first that holds anything
	SheetPos  diag.Pos
	Weight    string // the column with each respondent's weight; empty when all weigh the same
	WeightPos diag.Pos
}

// Read reads a file of answers. The table is nil only when nothing of it can be used. It keeps data, to find again
// the places of cells; the caller must not change it.
func Read(name string, data []byte, opts Options) (*Table, diag.List) {
	return formatOf(name, data).answers(name, data, opts)
}

func (f format) answers(name string, data []byte, opts Options) (*Table, diag.List) {
	t := newTable(name)
	list, ok := f.fill(t, data, opts)
	if !ok {
		return nil, list
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

// Column is the index of the column with that name.
func (t *Table) Column(name string) (int, bool) {
	name = tidy(name)
	for i, c := range t.Columns {
		if c.Name == name && name != "" {
			return i, true
		}
	}
	return 0, false
}

// named are the names of the columns that can be asked for.
func (t *Table) named() []string {
	return slices.DeleteFunc(t.names(), func(name string) bool { return name == "" })
}

// names are the headings of all columns.
func (t *Table) names() []string {
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = c.Name
	}
	return out
}

// addColumn adds a column under its heading.
func (t *Table) addColumn(heading string) {
	t.Columns = append(t.Columns, Column{Name: heading, Label: heading})
}

// nameColumns takes the names from the row that holds them, and reports those that cannot be told apart.
func (t *Table) nameColumns(names []string, list *diag.List) {
	first := map[string]int{}
	twice := told{list: list, file: t.File, what: "columns with a name that another has"}
	for i, c := range names {
		t.addColumn(c)
		if c == "" {
			continue // a column without a name cannot be asked for
		}
		if j, dup := first[c]; !dup {
			first[c] = i
		} else if twice.next() {
			what := fmt.Sprintf(" %q", c)
			if t.asWritten { // a list without a first row of names has a member there
				what = ""
			}
			list.Errorf(t.places.at(len(t.above)-1, i), diag.Duplicate, "give each column its own name",
				"the columns %s and %s have the same name%s", columnName(j), columnName(i), what)
		}
	}
	twice.rest(diag.Duplicate)
}

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

// columnName is a column's letters, as spreadsheets count: A, B, … Z, AA.
func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}
