package survey

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lysark/config/diag"
)

// Raw are the cells of a table as they are written: for lists of members, where a line break in a cell is a mistake
// and not a space, and a quote at the wrong place is one, too. Rows count from 0, below the one with the columns'
// names.
type Raw struct {
	t     *Table
	names []string
}

// ReadRaw reads CSV or XLSX. The cells are nil only when nothing of the file can be used. It keeps data, as Read does.
func ReadRaw(name string, data []byte, opts Options) (*Raw, diag.List) {
	t := newTable(name, opts)
	t.asWritten = true
	list, ok := formatOf(name, data).fill(t, data, opts)
	if !ok {
		return nil, list
	}
	return &Raw{t, t.names()}, list
}

// Columns are the names of all columns, tidied; empty for one without a name.
func (c *Raw) Columns() []string { return c.names }

// Column is the index of the column with that name.
func (c *Raw) Column(name string) (int, bool) { return c.t.Column(name) }

// Len is the number of rows, blank ones included. Lines of CSV that hold nothing at all are no rows.
func (c *Raw) Len() int { return len(c.t.rows) }

// Text is a cell's text without the space around it, in Unicode NFC.
func (c *Raw) Text(row, col int) string {
	code := c.t.code(row, col)
	if code == 0 {
		return ""
	}
	return norm.NFC.String(strings.TrimFunc(c.t.dictionaries[col].texts[code].s, unicode.IsSpace))
}

// IsBlank tells whether the row holds nothing.
func (c *Raw) IsBlank(row int) bool { return !c.t.rows[row].filled }

// Line is the row's number as the file counts: its first line in CSV, its row in a spreadsheet.
func (c *Raw) Line(row int) int { return c.t.rows[row].line }

// At is the place of a cell.
func (c *Raw) At(row, col int) diag.Pos { return c.t.places.at(len(c.t.above)+row, col) }

// NameAt is the place of a column's name.
func (c *Raw) NameAt(col int) diag.Pos { return c.t.places.at(len(c.t.above)-1, col) }

// Sheet is the name of the sheet that was read; empty when the file is no spreadsheet.
func (c *Raw) Sheet() string { return c.t.facts.name }

// OtherSheets are those that are shown and hold rows, too, and that nobody reads; none when the sheet was named.
func (c *Raw) OtherSheets() []string { return c.t.facts.others }

// IsHidden tells whether a spreadsheet does not show the row.
func (c *Raw) IsHidden(row int) bool {
	_, found := slices.BinarySearch(c.t.facts.hidden, int32(c.Line(row)))
	return found
}
