package survey

import (
	"fmt"
	"slices"

	"lysark/report/survey/csv"
	"lysark/report/survey/heading"
)

// leaveOut takes out the rows that are no respondents. Their cells are kept for ready-made tables.
func (t *Table) leaveOut() {
	out := t.previews()
	a, at := t.answers()
	numbers, told := a.Ends(t.said.Rows)
	t.found = append(t.found, told...)
	for i, r := range a.Last {
		if slices.Contains(numbers, r.N) {
			out = append(out, at[i])
		}
	}
	t.drop(out)
}

// answers are the first and the last rows; the last ones are all below the last respondent, where the layout says it,
// and at is where they stand.
func (t *Table) answers() (a heading.Answers, at []int) {
	const enough = 500
	said := t.said.Rows.LastRow
	i := len(t.rows) - 1
	for ; i >= 0 && (len(at) < heading.MostEnds || said.Set && t.rows[i].line > said.N); i-- {
		if r := t.asRow(i); r.Filled() > 0 {
			a.Last, at = append(a.Last, r), append(at, i)
		}
	}
	for j := range min(i+1, enough) {
		if r := t.asRow(j); r.Filled() > 0 {
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
func (t *Table) asRow(i int) heading.Row {
	row := heading.Row{N: t.rows[i].line, Gap: t.isBelowGap(i)}
	for col := range t.codesIn(i) {
		row.Cells = append(row.Cells, cell(t, i, col))
	}
	return row
}

// isBelowGap tells whether an empty row stands above another one.
func (t *Table) isBelowGap(i int) bool {
	if i > 0 && !t.rows[i-1].filled {
		return true
	}
	r, isText := t.places.(*rows)
	return isText && csv.IsBelowBlank(r.text, t.rows[i].offset)
}

// previews are the rows of those who tried the survey out.
func (t *Table) previews() (out []int) {
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
			N: t.rows[out[0]].line, Text: fmt.Sprintf("%s left out: the survey was tried out, and nobody asked", from(len(out))),
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

// drop makes rows blank. A text that stands nowhere else is no answer then, and the first of its kind may stand further
// down.
func (t *Table) drop(rows []int) {
	if len(rows) == 0 {
		return
	}
	touched := map[int]bool{}
	t.aside = map[int][]string{}
	for _, i := range rows {
		t.aside[i] = t.asRow(i).Cells
		for col, code := range t.codesIn(i) {
			touched[col] = touched[col] || code != 0
		}
		clear(t.codesIn(i))
		t.rows[i].filled = false
	}
	for col := range touched {
		if touched[col] {
			t.recode(col)
		}
	}
}

// recode lists the texts of a column anew.
func (t *Table) recode(col int) {
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
