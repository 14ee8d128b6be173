package xlsx

import (
	"cmp"
	"slices"
	"strings"
)

// Findings are what is in a sheet beside its cells, and what is wrong with it.
type Findings struct {
	Broken   bool    // it ends without a word where the XML is broken, as by a control character in an answer
	Mixed    bool    // rows or cells do not come in their order
	Merged   []Block // of cells that are merged downwards, by their first row
	Unworked []Cell  // with a formula whose result was not saved, at most 20
	More     int     // such cells beside those
	Hidden   []int32 // rows that are not shown, as those that a filter takes out, counted from 1

	TooManyMerged bool // there are more than can be kept
}

// Cell is a cell by its row and column, counted from 1.
type Cell struct{ Row, Col int }

// cells are cells of one kind.
type cells struct {
	first []Cell // at most 20
	more  int
}

func (c *cells) add(at order) {
	const most = 20
	if len(c.first) == most {
		c.more++
		return
	}
	c.first = append(c.first, Cell{at.row, at.col})
}

func sortBlocks(blocks []Block) {
	slices.SortFunc(blocks, func(a, b Block) int {
		return cmp.Or(cmp.Compare(a.Row0, b.Row0), cmp.Compare(a.Col0, b.Col0), cmp.Compare(a.Row1, b.Row1))
	})
}

// WithRows are those of the sheets that hold at least a row below another.
func (w *Workbook) WithRows(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !w.holdsRows(name) })
}

func (w *Workbook) holdsRows(name string) (holds bool) {
	defer func() {
		if recover() != nil { // excelize panics on some formats, which is nobody's business in a sheet that is not read
			holds = false
		}
	}()
	s, ok := w.Sheet(name)
	if !ok {
		return false
	}
	defer s.stop()
	const enough = 1000 // rows; who begins further down is not looked for
	filled := 0
	for range enough {
		_, cells, ok := s.Next()
		if !ok {
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
