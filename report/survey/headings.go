package survey

import "slices"

// sheetRow is a row and its number, counted from 1.
type sheetRow struct {
	n     int
	cells []string
}

// filled counts the cells that hold something.
func (r sheetRow) filled() int {
	n := 0
	for _, c := range r.cells {
		if tidy(c) != "" {
			n++
		}
	}
	return n
}

const (
	mostTitles = 50 // filled rows there may be above the names
	enoughRows = 20 // filled rows that show which columns are in use
)

// header is the index of the row with the columns' names: the first with at least two filled cells that is followed by
// answers and names more than half of the columns in use below it. A column is in use when at least half of the next
// 20 filled rows fill it. Titles, dates and logos above a table are narrower than that. When no row is such, as in a
// table of one column, it is the first that is filled.
func header(lead []sheetRow) int {
	for i, l := range lead[:min(len(lead)-1, mostTitles)] {
		below := lead[i+1 : min(len(lead), i+1+enoughRows)]
		if l.filled() >= 2 && namesMost(l, below) {
			return i
		}
	}
	return 0
}

func namesMost(l sheetRow, below []sheetRow) bool {
	filled := map[int]int{}
	for _, b := range below {
		for col, c := range b.cells {
			if tidy(c) != "" {
				filled[col]++
			}
		}
	}
	used, named := 0, 0
	for col, n := range filled {
		if 2*n < len(below) {
			continue
		}
		used++
		if col < len(l.cells) && tidy(l.cells[col]) != "" {
			named++
		}
	}
	return 2*named > used || used == 0
}

// names are the columns' names: the last of the rows above the answers, and where it is empty, what stands directly
// above, as in a cell that is merged over two rows. A row with one filled cell is a title.
func names(above [][]string) []string {
	out := slices.Clone(above[len(above)-1])
	for i := len(above) - 2; i >= 0; i-- {
		row := sheetRow{cells: above[i]}
		if row.filled() < 2 {
			break
		}
		for col, c := range row.cells {
			if col < len(out) && out[col] == "" {
				out[col] = c
			}
		}
	}
	return out
}

func tidied(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = tidy(c)
	}
	return out
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
