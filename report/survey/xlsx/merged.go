package xlsx

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// Block is a block of merged cells, all ends included, counted from 0.
type Block struct {
	Row0, Row1 int32
	Col0, Col1 int16
}

// String is the block's reference, such as B2:C3.
func (b Block) String() string {
	return fmt.Sprintf("%s%d:%s%d", letters(int(b.Col0)+1), b.Row0+1, letters(int(b.Col1)+1), b.Row1+1)
}

// merge takes in a block, if it is merged downwards: only its first cell holds its text, so that the respondents below
// the first would lose their answer without a word. Only a made-up file has more blocks than are kept.
func (f *Findings) merge(e xml.StartElement) {
	const most = 1_000_000
	first, last, isBlock := strings.Cut(attribute(e, "ref"), ":")
	col0, row0, ok0 := coordinates(first)
	col1, row1, ok1 := coordinates(last)
	if !isBlock || !ok0 || !ok1 || row0 == row1 {
		return
	}
	if len(f.Merged) == most {
		f.TooManyMerged = true
		return
	}
	f.Merged = append(f.Merged, Block{
		Row0: int32(min(row0, row1) - 1), Row1: int32(max(row0, row1) - 1),
		Col0: int16(min(col0, col1) - 1), Col1: int16(max(col0, col1) - 1),
	})
}
