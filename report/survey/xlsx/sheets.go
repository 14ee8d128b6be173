package xlsx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// WithRows are those of the sheets that hold at least a row below another.
func (w *Workbook) WithRows(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !holdsRows(w.file, name) })
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
		if isFilled(cells) {
			filled++
		}
		if filled == 2 {
			return true
		}
	}
	return false
}

func isFilled(cells []string) bool {
	return slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

// isHidden tells of a row's element that the row is not shown.
func isHidden(attribute string) bool {
	hidden, err := strconv.ParseBool(attribute)
	return err == nil && hidden
}
