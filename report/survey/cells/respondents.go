package cells

import (
	"fmt"
	"math"
	"slices"

	"lysark/report/survey/csv"
	"lysark/report/survey/heading"
	"lysark/report/survey/number"
)

// leaveOut takes out the rows that are no respondents. Their cells are kept for ready-made tables.
func leaveOut(t *Cells) {
	out := append(previews(t), headingsAgain(t)...)
	a, at := firstAndLast(t)
	numbers, told := a.Ends(t.Said.Rows)
	t.Found = append(t.Found, told...)
	for i, r := range a.Last {
		if slices.Contains(numbers, r.N) {
			out = append(out, at[i])
		}
	}
	dropRows(t, out)
}

// firstAndLast are the first and the last rows; the last ones are all below the last respondent, where the layout
// says it, and at is where they stand.
func firstAndLast(t *Cells) (a heading.Answers, at []int) {
	const enough = 500
	said := t.Said.Rows.LastRow
	i := len(t.Rows) - 1
	for ; i >= 0 && (len(at) < heading.MostEnds || said.Set && t.Rows[i].Line > said.N); i-- {
		if r := asRow(t, i); r.Filled() > 0 {
			a.Last, at = append(a.Last, r), append(at, i)
		}
	}
	for j := range min(i+1, enough) {
		if r := asRow(t, j); r.Filled() > 0 {
			a.First = append(a.First, r)
		}
	}
	slices.Reverse(a.Last)
	slices.Reverse(at)
	a.Named = func(col int) bool { return col < len(t.Columns) && t.Columns[col].Name != "" }
	a.IsSum = func(line, col int) bool { return isSum(t, line, col) }
	a.Count = func(col int, s string) int {
		n := 0
		for _, x := range t.Dictionaries[col].Texts {
			if x.S == s {
				n += x.Count
			}
		}
		return n
	}
	return a, at
}

// isSum tells whether a cell is the sum of four or more numbers above it, and nothing but numbers stands there.
func isSum(t *Cells, line, col int) bool {
	row, _ := slices.BinarySearchFunc(t.Rows, line, func(r Row, line int) int { return r.Line - line })
	as := number.Style{}
	if t.Typed {
		own := slices.Values([]string{t.Text(row, col)})
		as, _ = number.StyleOf(own, number.Said{Decimal: t.Said.Decimal, Lang: t.Said.Lang})
	}
	total, ok := as.Parse(t.Text(row, col))
	if !ok || total.V <= 0 {
		return false
	}
	sum, n := 0.0, 0
	for i := row - 1; i >= 0; i-- {
		v, ok := as.Parse(t.Text(i, col))
		if !ok || v.V < 0 || sum > 1.001*total.V {
			return false
		}
		if v.V > 0 {
			sum, n = sum+v.V, n+1
		}
	}
	return n >= 4 && math.Abs(sum-total.V) <= 1e-6*total.V
}

// asRow is a row with its texts.
func asRow(t *Cells, i int) heading.Row {
	row := heading.Row{N: t.Rows[i].Line, Gap: isBelowGap(t, i)}
	for col := range t.Codes(i) {
		row.Cells = append(row.Cells, t.Text(i, col))
	}
	return row
}

// isBelowGap tells whether an empty row stands above another one.
func isBelowGap(t *Cells, i int) bool {
	if i > 0 && !t.Rows[i-1].Filled {
		return true
	}
	r, isText := t.Places.(*rows)
	return isText && csv.IsBelowBlank(r.text, t.Rows[i].offset)
}

// previews are the rows of those who tried the survey out.
func previews(t *Cells) (out []int) {
	for _, p := range t.preset.Previews() {
		col := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == p.Column })
		if col < 0 || col >= len(t.Dictionaries) {
			continue
		}
		is := map[uint32]bool{}
		for code, x := range t.Dictionaries[col].Texts {
			if slices.Contains(p.Answers, x.S) {
				is[uint32(code)] = true
			}
		}
		for i := range t.Rows {
			if len(is) > 0 && is[t.Code(i, col)] {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	if len(out) > 0 && t.Said.Rows.Preset == "" {
		t.Found = append(t.Found, heading.Told{
			N: t.Rows[out[0]].Line, Text: from(len(out)) + " left out: the survey was tried out, and nobody asked",
			Hint: `write preset = "qualtrics" beside the file if that is so, preset = "plain" if not`,
			Key:  "preset", Value: `"qualtrics"`,
		})
	}
	return out
}

// headingsAgain are the rows that say what the headings say, as where files were put one below the other.
func headingsAgain(t *Cells) (out []int) {
	if len(t.Above) == 0 || t.Said.Rows.Preset == "plain" {
		return nil
	}
	codes, named := make([]uint32, 0, len(t.Columns)), 0
	for col, s := range t.Above[len(t.Above)-1] {
		i := slices.IndexFunc(t.Texts(col), func(x Text) bool { return x.S == s })
		if i < 0 {
			return nil
		}
		if codes = append(codes, uint32(i)); i > 0 {
			named++
		}
	}
	for i := range t.Rows {
		if named > 1 && slices.Equal(t.Codes(i), codes) {
			out = append(out, i)
		}
	}
	if len(out) > 0 {
		t.Found = append(t.Found, heading.Told{
			N: t.Rows[out[0]].Line, Text: from(len(out)) + " left out: the headings stand here again",
			Hint: `take it out of the file; preset = "plain" if it is a respondent`,
		})
	}
	return out
}

// from says how many rows there are from a place on.
func from(rows int) string {
	if rows == 1 {
		return "the row is"
	}
	return fmt.Sprintf("%d rows, of which this is the first, are", rows)
}

// dropRows makes rows blank. A text that stands nowhere else is no answer then, and the first of its kind may stand
// further down.
func dropRows(t *Cells, rows []int) {
	if len(rows) == 0 {
		return
	}
	touched := map[int]bool{}
	t.Aside = map[int][]string{}
	for _, i := range rows {
		t.Aside[i] = asRow(t, i).Cells
		for col, code := range t.Codes(i) {
			touched[col] = touched[col] || code != 0
		}
		clear(t.Codes(i))
		t.Rows[i].Filled = false
	}
	for col := range touched {
		if touched[col] {
			recode(t, col)
		}
	}
}

// recode lists the texts of a column anew.
func recode(t *Cells, col int) {
	was := t.Dictionaries[col].Texts
	now, codes := []Text{{}}, make([]uint32, len(was)) // the new code by the old one
	for i, r := range t.Rows {
		cells := t.Codes(i)
		if col >= len(cells) || cells[col] == 0 {
			continue
		}
		code := &codes[cells[col]]
		if *code == 0 {
			*code = uint32(len(now))
			now = append(now, Text{S: was[cells[col]].S, Code: *code, First: int32(i)})
		}
		now[*code].Count++
		t.codes[r.start+col] = *code
	}
	t.Dictionaries[col].Texts = now
}
