package survey

import (
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// sheetFacts are what a list of members has to know of its spreadsheet beside the cells.
type sheetFacts struct {
	name   string   // of the sheet that was read
	others []string // sheets that hold rows, too, and were not read
	hidden []int32  // rows that are not shown, as those that a filter takes out, counted from 1
}

// Sheet is the name of the sheet that was read; empty when the file is no spreadsheet.
func (c *Raw) Sheet() string { return c.t.facts.name }

// OtherSheets are those that are shown and hold rows, too, and that nobody reads; none when the sheet was named.
func (c *Raw) OtherSheets() []string { return c.t.facts.others }

// IsHidden tells whether a spreadsheet does not show the row.
func (c *Raw) IsHidden(row int) bool {
	_, found := slices.BinarySearch(c.t.facts.hidden, int32(c.Line(row)))
	return found
}

// withRows are those of the sheets that hold at least a row below another.
func withRows(f *excelize.File, names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !holdsRows(f, name) })
}

func holdsRows(f *excelize.File, name string) (holds bool) {
	defer func() {
		if recover() != nil { // excelize panics on some damage, which is nobody's business in a sheet that is not read
			holds = false
		}
	}()
	rows, err := f.Rows(name)
	if err != nil {
		return false // a sheet that is a chart
	}
	defer rows.Close()
	const enough = 1000 // rows; who begins further down is not looked for
	filled := 0
	for range enough {
		if !rows.Next() {
			return false
		}
		cells, err := rows.Columns()
		if err != nil {
			return false
		}
		if (sheetRow{cells: cells}).filled() > 0 {
			filled++
		}
		if filled == 2 {
			return true
		}
	}
	return false
}

// isHidden tells of a row's element that the row is not shown.
func isHidden(attribute string) bool {
	hidden, err := strconv.ParseBool(attribute)
	return err == nil && hidden
}
