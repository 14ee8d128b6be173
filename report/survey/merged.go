package survey

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"lysark/config/diag"
)

// merges are the blocks of a sheet whose cells are merged downwards. Only a block's first cell holds its text, so that
// the respondents below the first would lose their answer without a word.
type merges struct {
	blocks []merged
	full   bool // there are more than can be kept
}

// merged is a block of merged cells, all ends included, counted from 0.
type merged struct {
	row0, row1 int32
	col0, col1 int16
}

// add takes in an element of the sheet. Only a made-up file has more blocks than are kept.
func (m *merges) add(e xml.StartElement) {
	const most = 1_000_000
	if e.Name.Local != "mergeCell" {
		return
	}
	first, last, isBlock := strings.Cut(attribute(e, "ref"), ":")
	col0, row0, err0 := excelize.CellNameToCoordinates(first)
	col1, row1, err1 := excelize.CellNameToCoordinates(last)
	if !isBlock || err0 != nil || err1 != nil || row0 == row1 {
		return
	}
	if len(m.blocks) == most {
		m.full = true
		return
	}
	m.blocks = append(m.blocks, merged{
		row0: int32(min(row0, row1) - 1), row1: int32(max(row0, row1) - 1),
		col0: int16(min(col0, col1) - 1), col1: int16(max(col0, col1) - 1),
	})
}

// tell reports the blocks that begin among the answers and hold a text. Names and titles may be merged, and so may what
// stands beside the table.
func (m *merges) tell(t *Table, list *diag.List) {
	if m.full {
		list.Errorf(diag.Pos{File: t.File}, diag.TooMany, "unmerge them and fill in each row",
			"the sheet has more than a million blocks of merged cells")
		return
	}
	beside := t.besideNames()
	slices.SortFunc(m.blocks, func(a, b merged) int {
		return cmp.Or(cmp.Compare(a.row0, b.row0), cmp.Compare(a.col0, b.col0), cmp.Compare(a.row1, b.row1))
	})
	found := told{list: list, file: t.File, what: "blocks of merged cells"}
	for _, b := range m.blocks {
		row, col := int(b.row0), int(b.col0)
		if row < len(t.above) || col >= beside || t.text(row, col) == "" {
			continue
		}
		if t.text(row+1, col) != "" { // a program wrote each row's answer below the merged cell, and all are read
			continue
		}
		if found.next() {
			list.Errorf(t.places.at(row, col), diag.BadData, "unmerge them and fill in each row",
				"the cells %s are merged, so only the first row has their text", b)
		}
	}
	found.rest(diag.BadData)
}

func (b merged) String() string {
	return fmt.Sprintf("%s%d:%s%d", columnName(int(b.col0)), b.row0+1, columnName(int(b.col1)), b.row1+1)
}

// besideNames is the first column that stands beside the table: none from there on has a name.
func (t *Table) besideNames() int {
	for i := len(t.Columns); i > 0; i-- {
		if t.Columns[i-1].Name != "" {
			return i
		}
	}
	return 0
}
