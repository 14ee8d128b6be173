package report

import (
	"lysark/config"
	"lysark/config/diag"
	"lysark/report/locale"
	"lysark/report/survey"
)

// tally counts the answers to a question that a chart names; false when it cannot, which is then reported.
func (r *resolver) tally(data, question config.Str) (tallied, bool) {
	d, table, ok := r.dataSet(data, question.Pos)
	if !ok {
		return tallied{}, false
	}
	q, ok := r.declared(d, question.V)
	if !ok {
		r.list.Errorf(question.Pos, diag.UnknownQuestion, r.questionHint(d, question.V), "the data set %q has no question %q", d.Name.V, question.V)
		return tallied{}, false
	}
	return r.count(d, table, q)
}

// grid reads a range of a ready-made table.
func (r *resolver) grid(data, ref config.Str) (survey.Grid, bool) {
	d, table, ok := r.dataSet(data, ref.Pos)
	if !ok {
		return survey.Grid{}, false
	}
	if r.file.Deck.MinBase.V > 0 && len(d.Questions) > 0 {
		r.list.Errorf(ref.Pos, diag.SmallGroup, "name a file that is a ready-made table", "a range of %q would show respondents one by one, and min_base is set", d.Name.V)
		return survey.Grid{}, false
	}
	grid, list := table.Range(ref.V, ref.Pos)
	r.list.Add(list)
	return grid, !list.HasErrors()
}

// dataSet is the data set of that name, or the file's first when none is named. A set whose file could not be
// read is reported by whoever read it.
func (r *resolver) dataSet(name config.Str, at diag.Pos) (config.Data, *survey.Table, bool) {
	if len(r.file.Data) == 0 {
		r.list.Errorf(at, diag.Missing, "add a table [data.svar] with file = \"…\"", "the layout names no data")
		return config.Data{}, nil, false
	}
	d := r.file.Data[0]
	if name.Set {
		found, names := false, []string{}
		for _, one := range r.file.Data {
			names = append(names, one.Name.V)
			if one.Name.V == name.V {
				d, found = one, true
			}
		}
		if !found {
			r.list.Errorf(name.Pos, diag.UnknownQuestion, diag.DidYouMean(name.V, names), "there is no data set %q", name.V)
			return config.Data{}, nil, false
		}
	}
	table := r.answers[d.Name.V]
	return d, table, table != nil
}

// tableFromRange fills a slide's table from a ready-made table, numbers as the file has them in the deck's language.
func (r *resolver) tableFromRange(t *config.Table, out *Table) {
	grid, ok := r.grid(t.Data, t.Range)
	if !ok {
		return
	}
	if len(out.Columns) == 0 {
		out.Columns = append(out.Columns, Text{S: grid.Corner, Pos: t.Range.Pos})
		for _, s := range grid.Series {
			out.Columns = append(out.Columns, Text{S: s.Name, Pos: t.Range.Pos})
		}
	}
	for i, category := range grid.Categories {
		row := []Text{{S: category, Pos: t.Range.Pos}}
		for _, s := range grid.Series {
			row = append(row, Text{S: r.cell(s.Values[i]), Pos: t.Range.Pos})
		}
		out.Rows = append(out.Rows, row)
	}
}

// cell writes a number with as many decimals as it has, at most two.
func (r *resolver) cell(v survey.Value) string {
	if v.Missing {
		return "–"
	}
	decimals := 0
	for decimals < 2 && locale.Round(v.V, decimals) != locale.Round(v.V, 2) {
		decimals++
	}
	return r.deck.Locale.Number(v.V, decimals)
}
