package report

import (
	"errors"
	"fmt"
	"slices"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/template"
)

// was is a figure as it was in another data set; in the one before when none is named.
func (r *resolver) was(f template.Figure, data string) (template.Figure, error) {
	if len(f.Sources) == 0 {
		return f, &template.ArgError{Text: "the figure comes from no data set, so it has no earlier value"}
	}
	if data == "" {
		var err error
		if data, err = r.before(f.Sources[0].Data); err != nil {
			return f, err
		}
	} else if !r.hasData(data) {
		return f, &template.ArgError{Arg: 1, Rule: diag.UnknownQuestion, Hint: diag.DidYouMean(data, r.dataNames()), Text: fmt.Sprintf("there is no data set %q", data)}
	}
	then, err := f.In(data)
	var inner *template.ArgError
	if errors.As(err, &inner) { // it is not about an argument of this call
		return then, &template.ArgError{Rule: inner.Rule, Text: inner.Text, Hint: inner.Hint}
	}
	then.Decimals = f.Decimals
	return then, err
}

// before is the data set that a data set's changes are told against: the one it names, or, for the deck's own answers,
// which come first, the only other one.
func (r *resolver) before(data string) (string, error) {
	var others []string
	for _, d := range r.file.Data {
		if d.Name.V == data && d.Previous.Set {
			return d.Previous.V, nil
		}
		if d.Name.V != data {
			others = append(others, d.Name.V)
		}
	}
	if len(others) == 1 && data == r.file.Data[0].Name.V {
		return others[0], nil
	}
	hint := fmt.Sprintf("add previous = %q to [data.%s]", "…", data)
	if len(others) > 0 {
		hint += ", or name it: change(x, " + literal(others[0]) + ")"
	}
	return "", &template.ArgError{Arg: -1, Rule: diag.Missing, Hint: hint, Text: fmt.Sprintf("the layout does not say which data set comes before %q", data)}
}

// change tells how far a figure has moved: "opp 5 prosentpoeng". It is worked out from unrounded values and rounded
// once, so it may differ by one from the difference of two printed figures.
func (r *resolver) change(f template.Figure, data string) (string, error) {
	then, err := r.was(f, data)
	if err != nil {
		return "", err
	}
	r.engine.Note(then)
	if f.Hidden || then.Hidden {
		return template.Dash, nil
	}
	return r.deck.Locale.Change(f.Value-then.Value, f.Decimals, f.Unit != template.Number), nil
}

// checkPrevious reports data sets that come after one there is not, or after themselves.
func (r *resolver) checkPrevious() {
	for _, d := range r.file.Data {
		if d.Previous.Set && (!r.hasData(d.Previous.V) || d.Previous.V == d.Name.V) {
			others := slices.DeleteFunc(r.dataNames(), func(name string) bool { return name == d.Name.V })
			r.list.Errorf(d.Previous.Pos, diag.UnknownQuestion, diag.DidYouMean(d.Previous.V, others), "there is no other data set %q", d.Previous.V)
		}
		r.checkWeights(d)
	}
}

// checkWeights warns of a year with weights that is compared with one without.
func (r *resolver) checkWeights(d config.Data) {
	before, err := r.before(d.Name.V)
	i := slices.IndexFunc(r.file.Data, func(o config.Data) bool { return o.Name.V == before })
	if err != nil || i < 0 || r.file.Data[i].Weight.Set == d.Weight.Set || len(d.Questions) == 0 {
		return
	}
	with, without := d, r.file.Data[i]
	if !d.Weight.Set {
		with, without = without, with
	}
	r.list.Warnf(without.Name.Pos, diag.Contract, fmt.Sprintf("add weight = %q to [data.%s] if its answers have weights", with.Weight.V, without.Name.V),
		"the answers of %q are weighted and those of %q, which they are compared with, are not", with.Name.V, without.Name.V)
}
