package survey

import (
	"fmt"
	"slices"

	"lysark/report/survey/csv"
	"lysark/report/survey/heading"
)

// leaveOut takes out the rows that are no respondents. Their cells are kept for ready-made tables.
func leaveOut(t *Table) {
	out := previews(t)
	a, at := firstAndLast(t)
	numbers, told := a.Ends(t.said.Rows)
	t.found = append(t.found, told...)
	for i, r := range a.Last {
		if slices.Contains(numbers, r.N) {
			out = append(out, at[i])
		}
	}
	dropRows(t, out)
}

// firstAndLast are the first and the last rows; the last ones are all below the last respondent, where the layout
// says it, and at is where they stand.
func firstAndLast(t *Table) (a heading.Answers, at []int) {
	const enough = 500
	said := t.said.Rows.LastRow
	i := len(t.rows) - 1
	for ; i >= 0 && (len(at) < heading.MostEnds || said.Set && t.rows[i].line > said.N); i-- {
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
	a.Count = func(col int, s string) int {
		n := 0
		for _, x := range t.dictionaries[col].texts {
			if x.s == s {
				n += x.count
			}
		}
		return n
	}
	return a, at
}

// asRow is a row with its texts.
func asRow(t *Table, i int) heading.Row {
	row := heading.Row{N: t.rows[i].line, Gap: isBelowGap(t, i)}
	for col := range t.codesIn(i) {
		row.Cells = append(row.Cells, cell(t, i, col))
	}
	return row
}

// isBelowGap tells whether an empty row stands above another one.
func isBelowGap(t *Table, i int) bool {
	if i > 0 && !t.rows[i-1].filled {
		return true
	}
	r, isText := t.places.(*rows)
	return isText && csv.IsBelowBlank(r.text, t.rows[i].offset)
}

// previews are the rows of those who tried the survey out.
func previews(t *Table) (out []int) {
	for _, p := range t.preset.Previews() {
		col := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == p.Column })
		if col < 0 || col >= len(t.dictionaries) {
			continue
		}
		is := map[uint32]bool{}
		for code, x := range t.dictionaries[col].texts {
			if slices.Contains(p.Answers, x.s) {
				is[uint32(code)] = true
			}
		}
		for i := range t.rows {
			if len(is) > 0 && is[t.code(i, col)] {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	if len(out) > 0 && t.said.Rows.Preset == "" {
		t.found = append(t.found, heading.Told{
			N: t.rows[out[0]].line, Text: from(len(out)) + " left out: the survey was tried out, and nobody asked",
			Hint: `write preset = "qualtrics" beside the file if that is so, preset = "plain" if not`,
			Key:  "preset", Value: `"qualtrics"`,
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
func dropRows(t *Table, rows []int) {
	if len(rows) == 0 {
		return
	}
	touched := map[int]bool{}
	t.aside = map[int][]string{}
	for _, i := range rows {
		t.aside[i] = asRow(t, i).Cells
		for col, code := range t.codesIn(i) {
			touched[col] = touched[col] || code != 0
		}
		clear(t.codesIn(i))
		t.rows[i].filled = false
	}
	for col := range touched {
		if touched[col] {
			recode(t, col)
		}
	}
}

// recode lists the texts of a column anew.
func recode(t *Table, col int) {
	was := t.dictionaries[col].texts
	now, codes := []text{{}}, make([]uint32, len(was)) // the new code by the old one
	for i, r := range t.rows {
		cells := t.codesIn(i)
		if col >= len(cells) || cells[col] == 0 {
			continue
		}
		code := &codes[cells[col]]
		if *code == 0 {
			*code = uint32(len(now))
			now = append(now, text{s: was[cells[col]].s, code: *code, first: int32(i)})
		}
		now[*code].count++
		t.codes[r.start+col] = *code
	}
	t.dictionaries[col].texts = now
}
