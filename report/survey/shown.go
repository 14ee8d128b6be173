package survey

import (
	"math"
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey/number"
	"lysark/report/survey/words"
)

// Shown is a part of a ready-made table as its file shows it, column by column; the first row names the columns.
type Shown struct {
	Names   []string
	Columns [][]ShownCell
}

// ShownCell is a cell of a ready-made table: a number, a text, or neither.
type ShownCell struct {
	Text     string // as it stands in the file; empty where the cell is blank, or says that there is nothing
	IsNumber bool
	V        float64 // the number as it is shown: 65.6 for "65,6 %"
	Decimals int     // that it is shown with
	Percent  bool    // it has a per cent sign
	Plus     bool    // it has the sign of what is above 0
}

// Shown reads a block of cells as Range does, whatever they hold.
func (t *Table) Shown(ref string, pos diag.Pos) (Shown, diag.List) {
	var list diag.List
	b, ok := t.block(ref, pos, &list)
	if !ok {
		return Shown{}, list
	}
	var out Shown
	for col := b.col0; col <= b.col1; col++ {
		out.Names = append(out.Names, t.text(b.row0, col))
		out.Columns = append(out.Columns, shownDown(t, b, col, &list))
	}
	return out, list
}

// shownDown are the cells of a column of a block. The first column of a table says what its rows are, as years do: it
// is shown letter by letter, and so are columns with a number that no one would reckon with, such as a postal code.
func shownDown(t *Table, b block, col int, list *diag.List) []ShownCell {
	var out []ShownCell
	var as number.Style
	isText := col == b.col0
	if !isText {
		as = numbersDown(t, b, col, list)
	}
	for row := b.row0 + 1; row <= b.row1; row++ {
		c := shownCell(t.text(row, col), as)
		isText = isText || c.IsNumber && isCodeOfDigits(c.Text)
		out = append(out, c)
	}
	for i := range out {
		out[i].IsNumber = out[i].IsNumber && !isText
	}
	return out
}

func shownCell(s string, as number.Style) ShownCell {
	v, ok := as.Parse(s)
	switch {
	case ok && v.Missing, words.IsNoAnswer(s):
		return ShownCell{}
	case !ok || strings.ContainsAny(s, "eE"):
		return ShownCell{Text: s}
	}
	return ShownCell{
		Text: s, IsNumber: true, V: v.V, Decimals: decimalsOf(s, v.V),
		Percent: strings.HasSuffix(s, "%"), Plus: strings.HasPrefix(s, "+"),
	}
}

// isCodeOfDigits tells digits that begin with one that a number would not have: 0123.
func isCodeOfDigits(s string) bool { return len(s) > 1 && s[0] == '0' && s[1] >= '0' && s[1] <= '9' }

// decimalsOf are those that the text of a number has, whether a point or a comma stands before them.
func decimalsOf(s string, v float64) int {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	i := strings.LastIndexAny(s, ".,")
	whole, err := strconv.ParseFloat(digits, 64)
	if i < 0 || err != nil {
		return 0
	}
	n := len(strings.TrimFunc(s[i+1:], func(r rune) bool { return r < '0' || r > '9' }))
	if math.Abs(whole/math.Pow10(n)-math.Abs(v)) > 1e-9*math.Abs(v) {
		return 0 // it stands between thousands
	}
	return n
}
