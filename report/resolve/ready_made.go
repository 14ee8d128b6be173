package resolve

import (
	"math"

	"lysark/config"
	"lysark/report"
	"lysark/report/figures"
	"lysark/report/locale"
)

// tableFromRange fills a slide's table from a ready-made table: texts and dates as the file has them, numbers in the
// deck's language, with as many decimals down a column as the one that has most.
func (r *slideResolver) tableFromRange(t *config.Table, out *report.Table) {
	d, ok := r.readyMade(t.Data, t.Range)
	if !ok {
		return
	}
	shown, list := r.book.Shown(d.Name.V, t.Range.V, t.Range.Pos)
	if r.list.Add(list); list.HasErrors() {
		return
	}
	text := func(s string) report.Text {
		t := report.Text{S: s, Pos: t.Range.Pos}
		r.checkGlyphs(t)
		return t
	}
	if len(out.Columns) == 0 {
		for _, name := range shown.Names {
			out.Columns = append(out.Columns, text(name))
		}
	}
	rows := make([][]report.Text, len(shown.Columns[0]))
	for col, cells := range shown.Columns {
		numbers, percents := decimalsDown(cells, false), decimalsDown(cells, true)
		for i, c := range cells {
			decimals := numbers
			if c.Percent {
				decimals = percents
			}
			s := r.cell(c, decimals)
			if s == "" && col > 0 {
				s = "–"
			}
			rows[i] = append(rows[i], text(s))
		}
	}
	out.Rows = append(out.Rows, rows...)
}

// cell writes a cell with these decimals, if it is a number that has any.
func (r *slideResolver) cell(c figures.ShownCell, decimals int) string {
	if !c.IsNumber {
		return c.Text
	}
	if isCount(c) {
		decimals = 0
	}
	s := r.deck.Locale.Number(c.V, decimals)
	if c.Percent {
		s = r.deck.Locale.Percent(c.V, decimals)
	}
	if c.Plus {
		s = "+" + s
	}
	return s
}

// isCount tells a number that is no measure beside those with decimals, but how many there are.
func isCount(c figures.ShownCell) bool { return c.Decimals == 0 && !c.Percent && math.Abs(c.V) >= 1000 }

// decimalsDown are those that all percents of a column are written with, or all its other numbers.
func decimalsDown(cells []figures.ShownCell, percents bool) int {
	most := 0
	for _, c := range cells {
		if c.IsNumber && c.Percent == percents {
			most = max(most, decimalsOf(c))
		}
	}
	return most
}

// decimalsOf are those that the file shows. A number with more than four was worked out by a program and never meant to
// be read: two of them are enough, unless nothing would be left of it.
func decimalsOf(c figures.ShownCell) int {
	const readable, least, most = 4, 2, 6
	if c.Decimals <= readable {
		return c.Decimals
	}
	decimals := least
	for decimals < most && c.V != 0 && locale.Round(c.V, decimals) == 0 {
		decimals++
	}
	return decimals
}
