package xlsx

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Block is a block of merged cells, all ends included, counted from 0. Only its first cell holds its text, so that the
// respondents below the first would lose their answer without a word.
type Block struct {
	Row0, Row1 int32
	Col0, Col1 int16
}

// merge takes in an element of the sheet. Only a made-up file has more blocks than are kept.
func (r *Findings) merge(e xml.StartElement) {
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
	if len(r.Merged) == most {
		r.TooManyMerged = true
		return
	}
	r.Merged = append(r.Merged, Block{
		Row0: int32(min(row0, row1) - 1), Row1: int32(max(row0, row1) - 1),
		Col0: int16(min(col0, col1) - 1), Col1: int16(max(col0, col1) - 1),
	})
}

func sortBlocks(blocks []Block) {
	slices.SortFunc(blocks, func(a, b Block) int {
		return cmp.Or(cmp.Compare(a.Row0, b.Row0), cmp.Compare(a.Col0, b.Col0), cmp.Compare(a.Row1, b.Row1))
	})
}

// String is the block's reference, such as A2:A4.
func (b Block) String() string {
	first, _ := excelize.CoordinatesToCellName(int(b.Col0)+1, int(b.Row0)+1)
	last, _ := excelize.CoordinatesToCellName(int(b.Col1)+1, int(b.Row1)+1)
	return first + ":" + last
}
