package survey

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey/cells"
	"lysark/report/survey/number"
	"lysark/report/survey/words"
)

// Grid is a ready-made table of numbers: its first row names the series, its first column the categories.
type Grid struct {
	Corner     string   // the cell where both meet
	Categories []string // the first column below the corner
	Series     []GridSeries
}

// GridSeries is one column of a Grid.
type GridSeries struct {
	Name   string
	Values []Value // one for each category
}

// Value is a number or nothing.
type Value = number.Value

// Range reads a block of cells by its spreadsheet reference, such as A1:C5, or A:C for whole columns from the row with
// their names. Row 1 is the file's first; in CSV blank lines do not count.
func (t *Table) Range(ref string, pos diag.Pos) (Grid, diag.List) {
	var list diag.List
	b, ok := t.block(ref, pos, &list)
	if !ok {
		return Grid{}, list
	}
	g := Grid{Corner: t.text(b.row0, b.col0)}
	for row := b.row0 + 1; row <= b.row1; row++ {
		g.Categories = append(g.Categories, t.text(row, b.col0))
	}
	bad := diag.Repeated{List: &list, File: t.File, What: "cells that are not numbers"}
	for col := b.col0 + 1; col <= b.col1; col++ {
		s := GridSeries{Name: t.text(b.row0, col)}
		as := numbersDown(t, b, col, &list)
		for row := b.row0 + 1; row <= b.row1; row++ {
			v, ok := as.Parse(t.text(row, col))
			ok = ok || words.IsNoAnswer(t.text(row, col))
			if at := t.inFile(row); !ok && bad.Next() {
				list.Errorf(t.cells.Places.At(at, col), diag.BadData, noNumber(t.text(row, col)),
					"the cell %s%d is not a number", cells.ColumnName(col), at+1)
			}
			s.Values = append(s.Values, v)
		}
		g.Series = append(g.Series, s)
	}
	bad.Rest(diag.BadData)
	return g, list
}

// numbersDown is how the numbers in a column of a block are written.
func numbersDown(t *Table, b block, col int, list *diag.List) number.Style {
	as, doubtful := styleOf(t, func(yield func(string) bool) {
		for row := b.row0 + 1; row <= b.row1; row++ {
			if !yield(t.text(row, col)) {
				return
			}
		}
	})
	for row := b.row0 + 1; row <= b.row1 && doubtful != ""; row++ {
		if t.text(row, col) == doubtful {
			what := fmt.Sprintf("from %s%d on", cells.ColumnName(col), t.inFile(row)+1)
			text, hint := as.Doubt(doubtful, what)
			list.Warnf(t.cells.Places.At(t.inFile(row), col), diag.DecimalMark, hint, "%s", text)
			break
		}
	}
	return as
}

// noNumber says what is wrong with a cell that is no number, and what to do, without saying what it holds.
func noNumber(cell string) string {
	const instead = "; to show texts and dates, make it a table: [slide.table] with the range"
	switch {
	case dateLike.MatchString(cell):
		return "it looks like a date, and a chart takes numbers alone: leave the column out of the range" + instead
	case numberAndMore.MatchString(cell):
		return "there is more than a number in it: write the number alone, such as 65,6" + instead
	}
	return "write a number such as 65,6 or leave the cell empty" + instead
}

var (
	dateLike      = regexp.MustCompile(`^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|^\d{1,2}\. \pL+ \d{4}`)
	numberAndMore = regexp.MustCompile(`^[-−+]?\d`)
)

const corner = `\s*([A-Za-z]{1,3})([0-9]{0,7})\s*`

// rangeOfCells is two corners or two columns.
var rangeOfCells = regexp.MustCompile(`^` + corner + `:` + corner + `$`)

// block is a rectangle of cells, all ends included, counted from 0.
type block struct{ row0, col0, row1, col1 int }

func (t *Table) block(ref string, pos diag.Pos, list *diag.List) (block, bool) {
	m := rangeOfCells.FindStringSubmatch(ref)
	if m == nil || (m[2] == "") != (m[4] == "") {
		list.Errorf(pos, diag.BadValue, "write two corners, such as A1:C5, or two columns, such as A:C",
			"%q is not a range of cells", ref)
		return block{}, false
	}
	b := block{col0: columnIndex(m[1]), col1: columnIndex(m[3]), row0: len(t.cells.Above) - 1, row1: t.height() - 1}
	if m[2] != "" {
		b.row0, _ = strconv.Atoi(m[2])
		b.row1, _ = strconv.Atoi(m[4])
		b.row0--
		b.row1--
	}
	switch {
	case b.row0 < 0 || b.row1 < b.row0+1 || b.col1 < b.col0+1:
		list.Errorf(pos, diag.BadValue, "start at the top left corner, with the names of series and categories",
			"the range %q holds no numbers: it needs two rows and two columns", ref)
		return block{}, false
	case b.row1 >= t.height() || b.col1 >= t.cells.Wide:
		list.Errorf(pos, diag.BadValue, "", "the range %q reaches beyond the file %s, which ends at %s%d",
			ref, t.File, cells.ColumnName(t.cells.Wide-1), t.height())
		return block{}, false
	}
	return b, true
}

// columnIndex counts a column's letters from 0: A is 0, AA is 26.
func columnIndex(letters string) int {
	n := 0
	for _, r := range strings.ToUpper(letters) {
		n = n*26 + int(r-'A') + 1
	}
	return n - 1
}
