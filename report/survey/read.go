// Package survey reads answers and counts them: one row per respondent, one column per question, or a ready-made
// table of numbers.
//
// Read takes a file's bytes; Tally counts the answers to one question; Range reads a block of cells. Members'
// answers are never printed: a problem names the place, and only answers that the layout itself names.
package survey

import (
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
}

// Table is a file of answers: the first row names the columns.
type Table struct {
	File    string
	Columns []string // as shown in the file, tidied

	records [][]cell // the header first; ragged as in the file
}

// cell is one field with its place.
type cell struct {
	text      string // tidied: trimmed, normalised, inner space collapsed
	line, col int
}

// Read reads a file of answers. The table is nil only when nothing of it can be used.
func Read(name string, data []byte, opts Options) (*Table, diag.List) {
	var list diag.List
	text, ok := decode(name, data, opts, &list)
	if !ok {
		return nil, list
	}
	text, sep := splitSepLine(text)
	comma := delimiter(text, opts.Delimiter, sep)
	records := parse(name, text, comma, &list)
	if len(records) == 0 {
		list.Errorf(diag.Pos{File: name, Line: 1, Col: 1}, "empty-data", "save the answers again, with the names of the questions in the first row", "the file is empty")
		return nil, list
	}
	t := &Table{File: name, records: records}
	t.header(&list)
	t.checkWidth(&list)
	if t.Len() == 0 && !list.HasErrors() {
		list.Errorf(diag.Pos{File: name, Line: 1, Col: 1}, "empty-data", "save the answers again, one row per respondent below the first", "the file has no answers, only a first row")
	}
	return t, list
}

// header names the columns and reports those that cannot be told apart.
func (t *Table) header(list *diag.List) {
	first := map[string]int{}
	for i, c := range t.records[0] {
		t.Columns = append(t.Columns, c.text)
		if c.text == "" {
			continue // a column without a name cannot be asked for
		}
		if j, dup := first[c.text]; dup {
			list.Errorf(t.at(c), "duplicate", "give each column its own name", "the columns %s and %s have the same name %q", columnName(j), columnName(i), c.text)
			continue
		}
		first[c.text] = i
	}
}

// checkWidth reports rows that reach beyond the header.
func (t *Table) checkWidth(list *diag.List) {
	for _, record := range t.records[1:] {
		for i := len(t.Columns); i < len(record); i++ {
			if record[i].text != "" {
				list.Errorf(t.at(record[i]), "bad-data", "look for a delimiter inside an answer that is not quoted", "the row has %d fields, the first row has %d", len(record), len(t.Columns))
				break
			}
		}
	}
}

// Len is the number of respondents: rows with at least one answer.
func (t *Table) Len() int {
	n := 0
	for _, record := range t.records[1:] {
		if !empty(record) {
			n++
		}
	}
	return n
}

// Column is the index of the column with that name.
func (t *Table) Column(name string) (int, bool) {
	name = tidy(name)
	for i, c := range t.Columns {
		if c == name && c != "" {
			return i, true
		}
	}
	return 0, false
}

func (t *Table) at(c cell) diag.Pos { return diag.Pos{File: t.File, Line: c.line, Col: c.col} }

func empty(record []cell) bool {
	for _, c := range record {
		if c.text != "" {
			return false
		}
	}
	return true
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
