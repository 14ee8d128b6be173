package resolve

import (
	"errors"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/figures"
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

// grid reads a range of a ready-made table of numbers.
func (r *slideResolver) grid(data, ref config.Str) (figures.Grid, bool) {
	d, ok := r.readyMade(data, ref)
	if !ok {
		return figures.Grid{}, false
	}
	grid, list := r.book.Range(d.Name.V, ref.V, ref.Pos)
	r.list.Add(list)
	return grid, !list.HasErrors()
}

// readyMade is the data set of which a range is shown; false when it may not be, which is then told.
func (r *slideResolver) readyMade(data, ref config.Str) (config.Data, bool) {
	d, ok := r.dataSet(data, ref.Pos)
	if ok && r.file.Deck.MinBase.V > 0 && len(d.Questions) > 0 {
		r.list.Errorf(ref.Pos, diag.SmallGroup, "name a file that is a ready-made table",
			"a range of %q would show respondents one by one, and min_base is set", d.Name.V)
		return d, false
	}
	return d, ok
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
