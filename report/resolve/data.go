package resolve

import (
	"errors"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/figures"
	"lysark/report/locale"
	"lysark/report/template"
)

// tally counts the answers to a question that a chart names; false when it cannot, which is then told.
func (r *chartResolver) tally(data, question config.Str) (figures.Tally, bool) {
	d, ok := r.dataSet(data, question.Pos)
	if !ok {
		return figures.Tally{}, false
	}
	t, err := r.book.Tally(figures.Group{Data: d.Name.V}, question.V)
	r.tell(question.Pos, err)
	return t, err == nil
}

// grid reads a range of a ready-made table.
func (r *slideResolver) grid(data, ref config.Str) (figures.Grid, bool) {
	d, ok := r.dataSet(data, ref.Pos)
	if !ok {
		return figures.Grid{}, false
	}
	if r.file.Deck.MinBase.V > 0 && len(d.Questions) > 0 {
		r.list.Errorf(ref.Pos, diag.SmallGroup, "name a file that is a ready-made table",
			"a range of %q would show respondents one by one, and min_base is set", d.Name.V)
		return figures.Grid{}, false
	}
	grid, list := r.book.Range(d.Name.V, ref.V, ref.Pos)
	r.list.Add(list)
	return grid, !list.HasErrors()
}

// dataSet is the data set of that name, or the layout's first when none is named; false when there is none that could
// be read, which is then told.
func (r *slideResolver) dataSet(name config.Str, at diag.Pos) (config.Data, bool) {
	if name.Set && len(r.file.Data) > 0 {
		at = name.Pos
	}
	d, err := r.book.DataSet(name.V)
	r.tell(at, err)
	return d, err == nil
}

// tell reports what the book cannot count, unless that is told elsewhere.
func (r *slideResolver) tell(at diag.Pos, err error) {
	var wrong *template.ArgError
	if errors.As(err, &wrong) {
		r.list.Errorf(at, wrong.Rule, wrong.Hint, "%s", wrong.Text)
	}
}

// tableFromRange fills a slide's table from a ready-made table, numbers as the file has them in the deck's language.
func (r *slideResolver) tableFromRange(t *config.Table, out *report.Table) {
	grid, ok := r.grid(t.Data, t.Range)
	if !ok {
		return
	}
	if len(out.Columns) == 0 {
		out.Columns = append(out.Columns, report.Text{S: grid.Corner, Pos: t.Range.Pos})
		for _, s := range grid.Series {
			out.Columns = append(out.Columns, report.Text{S: s.Name, Pos: t.Range.Pos})
		}
	}
	for i, category := range grid.Categories {
		row := []report.Text{{S: category, Pos: t.Range.Pos}}
		for _, s := range grid.Series {
			row = append(row, report.Text{S: r.cell(s.Values[i].V, s.Values[i].Missing), Pos: t.Range.Pos})
		}
		out.Rows = append(out.Rows, row)
	}
}

// cell writes a number with as many decimals as it has, at most two.
func (r *slideResolver) cell(v float64, missing bool) string {
	if missing {
		return "–"
	}
	decimals := 0
	for decimals < 2 && locale.Round(v, decimals) != locale.Round(v, 2) {
		decimals++
	}
	return r.deck.Locale.Number(v, decimals)
}
