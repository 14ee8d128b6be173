package xlsx

import (
	"encoding/xml"
	"strconv"
)

// order follows the numbers of rows and cells. One that says none is the next.
type order struct{ row, col int }

// open tells whether a row or cell comes after the one before.
func (o *order) open(e xml.StartElement) bool {
	before := *o
	switch e.Name.Local {
	case "row":
		o.row, o.col = o.row+1, 0
		if n, err := strconv.Atoi(attribute(e, "r")); err == nil && n > 0 {
			o.row = n
		}
		return o.row > before.row && o.row <= lastRow
	case "c":
		o.col++
		if col, row, ok := coordinates(attribute(e, "r")); ok {
			o.col = col
			return col > before.col && row == o.row
		}
		return o.col <= lastColumn
	}
	return true
}

const (
	lastRow    = 1 << 20
	lastColumn = 1 << 14
)

// coordinates are a cell's column and row by its reference, such as B7, counted from 1.
func coordinates(ref string) (col, row int, ok bool) {
	i := 0
	for ; i < len(ref) && col <= lastColumn; i++ {
		letter := ref[i] &^ 0x20 // a small letter's capital
		if letter < 'A' || letter > 'Z' {
			break
		}
		col = col*26 + int(letter-'A') + 1
	}
	row, err := strconv.Atoi(ref[i:])
	return col, row, err == nil && col > 0 && col <= lastColumn && row > 0 && row <= lastRow
}

// letters are a column's, counted from 1: A, B, … Z, AA.
func letters(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}
