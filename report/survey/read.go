// Package survey counts answers: one row per respondent, one column per question, or a ready-made table of numbers.
//
// Read takes a file's bytes, in any format that package cells reads; Tally counts the answers to one question; Range
// reads a block of cells. Members' answers are never printed: a problem names the place, and only answers that the
// layout itself names.
package survey

import (
	"lysark/config/diag"
	"lysark/report/survey/cells"
	"strconv"
)

// Options are what the layout says of a file.
type Options = cells.Options

// Read reads a file of answers. The table is nil only when nothing of it can be used. It keeps data, to find again
// the places of cells; the caller must not change it.
func Read(name string, data []byte, opts Options) (*Table, diag.List) {
	c, list := cells.Read(name, data, opts)
	if c == nil {
		return nil, list
	}
	t := newTable(c)
	t.weigh(opts, &list)
	return t, list
}

// Len is the number of respondents: rows with at least one answer.
func (t *Table) Len() int { return t.respondents }

// Found is what was found out about the rows of the file: which are headings, and which no respondents. Whoever counts
// respondents tells it; a ready-made table has none.
func (t *Table) Found() diag.List {
	var list diag.List
	for _, f := range t.cells.Found {
		list.Warnf(diag.Pos{File: t.File, Line: f.N, Col: 1}, diag.NoRespondent, f.Hint, "%s", f.Text)
	}
	return list
}

// Setting is a key of the layout for a file, and its value as it is written there.
type Setting struct{ Key, Value string }

// Settings are what the layout says so that the file is read as it was, and nothing of it told.
func (t *Table) Settings() (out []Setting) {
	if sheet := t.cells.Sheet; len(sheet.Others) > 0 && t.cells.Said.Sheet == "" {
		out = append(out, Setting{"sheet", strconv.Quote(sheet.Name)})
	}
	if t.cells.Encoding != "" {
		out = append(out, Setting{"encoding", strconv.Quote(t.cells.Encoding)})
	}
	for _, f := range t.cells.Found {
		if f.Key != "" {
			out = append(out, Setting{f.Key, f.Value})
		}
	}
	return out
}
