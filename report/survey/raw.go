package survey

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lysark/config/diag"
	"lysark/report/survey/cells"
)

// Raw are the cells of a table as they are written: for lists of members, where a line break in a cell is a mistake
// and not a space, and a quote at the wrong place is one, too. Rows count from 0, below the one with the columns'
// names.
type Raw struct {
	c     *cells.Cells
	names []string
}

// ReadRaw reads CSV or XLSX. The cells are nil only when nothing of the file can be used. It keeps data, as Read does.
func ReadRaw(name string, data []byte, opts Options) (*Raw, diag.List) {
	c, list := cells.ReadRaw(name, data, opts)
	if c == nil {
		return nil, list
	}
	return &Raw{c, c.Names()}, list
}

// Columns are the names of all columns, tidied; empty for one without a name.
func (r *Raw) Columns() []string { return r.names }

// Column is the index of the column with that name.
func (r *Raw) Column(name string) (int, bool) { return r.c.Column(name) }

// Len is the number of rows, blank ones included. Lines of CSV that hold nothing at all are no rows.
func (r *Raw) Len() int { return len(r.c.Rows) }

// Text is a cell's text without the space around it, in Unicode NFC.
func (r *Raw) Text(row, col int) string {
	return norm.NFC.String(strings.TrimFunc(r.c.Text(row, col), unicode.IsSpace))
}

// IsBlank tells whether the row holds nothing.
func (r *Raw) IsBlank(row int) bool { return !r.c.Rows[row].Filled }

// Line is the row's number as the file counts: its first line in CSV, its row in a spreadsheet.
func (r *Raw) Line(row int) int { return r.c.Rows[row].Line }

// At is the place of a cell.
func (r *Raw) At(row, col int) diag.Pos { return r.c.Places.At(len(r.c.Above)+row, col) }

// NameAt is the place of a column's name.
func (r *Raw) NameAt(col int) diag.Pos { return r.c.Places.At(len(r.c.Above)-1, col) }

// Sheet is the name of the sheet that was read; empty when the file is no spreadsheet.
func (r *Raw) Sheet() string { return r.c.Sheet.Name }

// OtherSheets are those that are shown and hold rows, too, and that nobody reads; none when the sheet was named.
func (r *Raw) OtherSheets() []string { return r.c.Sheet.Others }

// IsHidden tells whether a spreadsheet does not show the row.
func (r *Raw) IsHidden(row int) bool {
	return r.c.Sheet.IsHidden(r.Line(row))
}
