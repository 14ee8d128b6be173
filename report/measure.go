package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/survey"
	"lysark/report/template"
)

// asked is a question of a data set as an expression names it, counted.
type asked struct {
	tallied
	table *survey.Table
}

// ask finds the question that an expression names as "name" or "data.name". data is the data set to look in when
// the name says none; empty for the file's first.
func (r *resolver) ask(data, name string) (asked, error) {
	if before, after, dotted := strings.Cut(name, "."); dotted && r.hasData(before) {
		data, name = before, after // a question may have a dot in its own name
	}
	d, table, err := r.set(data)
	if err != nil {
		return asked{}, err
	}
	q, ok := r.declared(d, name)
	if !ok {
		return asked{}, &template.ArgError{Rule: diag.UnknownQuestion, Hint: r.questionHint(d, name), Text: fmt.Sprintf("the data set %q has no question %q", d.Name.V, name)}
	}
	tally, ok := r.count(d, table, q)
	if !ok {
		return asked{}, template.ErrReported
	}
	return asked{tally, table}, nil
}

// set is a data set by name, or the file's first. One whose file could not be read is told by whoever read it.
func (r *resolver) set(name string) (config.Data, *survey.Table, error) {
	if len(r.file.Data) == 0 {
		return config.Data{}, nil, &template.ArgError{Arg: -1, Rule: diag.Missing, Hint: `add a table [data.svar] with file = "…"`, Text: "the layout names no data"}
	}
	for _, d := range r.file.Data {
		if name != "" && d.Name.V != name {
			continue
		}
		if table := r.answers[d.Name.V]; table != nil {
			return d, table, nil
		}
		return d, nil, template.ErrReported
	}
	return config.Data{}, nil, &template.ArgError{Arg: -1, Rule: diag.UnknownQuestion, Hint: diag.DidYouMean(name, r.dataNames()), Text: fmt.Sprintf("there is no data set %q", name)}
}

func (r *resolver) hasData(name string) bool { return slices.Contains(r.dataNames(), name) }

func (r *resolver) dataNames() []string {
	var names []string
	for _, d := range r.file.Data {
		names = append(names, d.Name.V)
	}
	return names
}

// declared is a question of a data set, or else of another one, when its column is in this one's file, too: an
// earlier year need not declare again what has stayed the same.
func (r *resolver) declared(d config.Data, name string) (config.Question, bool) {
	for _, q := range d.Questions {
		if q.Name.V == name {
			return q, true
		}
	}
	for _, other := range r.file.Data {
		for _, q := range other.Questions {
			if _, there := r.answers[d.Name.V].Column(q.Column.V); q.Name.V == name && there {
				return q, true
			}
		}
	}
	return config.Question{}, false
}

func (r *resolver) questionHint(d config.Data, name string) string {
	var names []string
	for _, q := range d.Questions {
		names = append(names, q.Name.V)
	}
	return cmp.Or(diag.DidYouMean(name, names), "name it under [data."+d.Name.V+".questions]")
}

// sourceOf is what a figure of all who answered a question rests on.
func sourceOf(t tallied) template.Source {
	return template.Source{
		Data: t.data.Name.V, Multiple: t.Multi, Question: t.in.Name.V, Column: t.in.Column.V,
		Count: t.Base, Base: t.Base, Weighted: t.Weighted,
		WeightedSum: t.WeightedBase, WeightedOf: t.WeightedBase, Effective: t.Effective,
		Respondents: t.Respondents, Population: t.data.Population.V,
	}
}

// group counts those who gave one of the answers at least. Where there are several answers per respondent that is
// fewer than the sum.
func (r *resolver) group(a asked, answers []string) (template.Source, error) {
	s := sourceOf(a.tallied)
	if len(answers) == 0 {
		return s, nil
	}
	s.Answers = answers
	found, unknown := a.table.AnyOf(surveyQuestion(a.in), answers)
	untold := len(a.in.Answers) == 0 && r.small(a.tallied) // even which answers were given is not told
	if len(unknown) > 0 && !untold {
		return s, &template.ArgError{
			Arg: 1 + slices.Index(answers, unknown[0]), Rule: diag.UnknownAnswer,
			Hint: cmp.Or(diag.DidYouMean(unknown[0], r.tellable(a.tallied)), "list it among the answers of the question if it was on offer"),
			Text: fmt.Sprintf("nobody in %s answered %q to %q", a.table.File, unknown[0], a.in.Column.V),
		}
	}
	s.Count, s.WeightedSum = found.Count, found.Weight
	return s, nil
}

// hide takes out of a figure what is not to be shown, so that nothing later on can.
func hide(f template.Figure, hidden bool) template.Figure {
	if !hidden {
		return f
	}
	f.Value, f.Hidden = 0, true
	for i := range f.Sources {
		f.Sources[i].Count, f.Sources[i].WeightedSum = 0, 0
	}
	return f
}

// share is the share of those who gave one of the answers, among those who answered the question, or among all.
func (r *resolver) share(data, question string, answers []string, ofAll bool) (template.Figure, error) {
	a, err := r.ask(data, question)
	if err != nil {
		return template.Figure{}, err
	}
	s, err := r.group(a, answers)
	if err != nil {
		return template.Figure{}, err
	}
	if ofAll {
		s.Base, s.WeightedOf, s.Effective = a.Respondents, a.WeightedRespondents, a.EffectiveOfAll
	}
	f := template.Figure{Value: 100 * s.WeightedSum / s.WeightedOf, Unit: template.Percent, Sources: []template.Source{s}}
	return template.From(hide(f, r.small(a.tallied)), func(data string) (template.Figure, error) {
		return r.share(data, r.bare(question), answers, ofAll)
	}), nil
}

// counted is how many gave one of the answers; all who answered when none is named.
func (r *resolver) counted(data, question string, answers []string) (template.Figure, error) {
	a, err := r.ask(data, question)
	if err != nil {
		return template.Figure{}, err
	}
	s, err := r.group(a, answers)
	if err != nil {
		return template.Figure{}, err
	}
	f := template.Figure{Value: float64(s.Count), Unit: template.Number, Sources: []template.Source{s}}
	return template.From(hide(f, len(answers) > 0 && r.small(a.tallied)), func(data string) (template.Figure, error) { return r.counted(data, r.bare(question), answers) }), nil
}

// mean is the mean of the answers that are numbers. The others have to be excepted by name.
func (r *resolver) mean(data, question string, except []string) (template.Figure, error) {
	a, err := r.ask(data, question)
	if err != nil {
		return template.Figure{}, err
	}
	m, words := a.table.Mean(surveyQuestion(a.in), except)
	switch {
	case len(words) > 0 && r.small(a.tallied):
		return template.Figure{}, &template.ArgError{Rule: diag.BadData, Text: fmt.Sprintf("an answer to %q is no number, so it has no mean", a.in.Column.V)}
	case len(words) > 0:
		return template.Figure{}, &template.ArgError{
			Rule: diag.BadData, Hint: "leave it out: mean(" + literal(question, words[0]) + ")",
			Text: fmt.Sprintf("the answer %q to %q is no number, so it has no mean", words[0], a.in.Column.V),
		}
	case m.Weight == 0:
		return template.Figure{}, &template.ArgError{Rule: diag.EmptyData, Text: fmt.Sprintf("nobody in %s gave a number to %q", a.table.File, a.in.Column.V)}
	}
	s := sourceOf(a.tallied)
	s.Count, s.Base, s.WeightedSum, s.WeightedOf = m.Count, m.Count, m.Weight, m.Weight
	f := template.Figure{Value: m.Mean, Unit: template.Number, Decimals: 1, Sources: []template.Source{s}}
	few := m.Count < r.file.Deck.MinBase.V // fewer than answered, when some said that they do not know
	return template.From(hide(f, few || r.small(a.tallied)), func(data string) (template.Figure, error) { return r.mean(data, r.bare(question), except) }), nil
}

// respondents is how many are in a data set; share tells it of those who were asked.
func (r *resolver) respondents(data string, share bool) (template.Figure, error) {
	d, table, err := r.set(data)
	if err != nil {
		return template.Figure{}, err
	}
	s := template.Source{Data: d.Name.V, Count: table.Len(), Base: table.Len(), Respondents: table.Len(), Population: d.Population.V}
	s.WeightedSum, s.WeightedOf, s.Effective = float64(s.Count), float64(s.Base), float64(s.Base)
	f := template.Figure{Value: float64(s.Count), Unit: template.Number}
	if share {
		if !d.Population.Set {
			return f, &template.ArgError{Arg: -1, Rule: diag.Missing, Hint: "add population = … to [data." + d.Name.V + "]", Text: fmt.Sprintf("the layout does not say how many were asked for the data set %q", d.Name.V)}
		}
		s.Base, s.WeightedOf, s.Effective = d.Population.V, float64(d.Population.V), float64(d.Population.V)
		f.Value, f.Unit = 100*float64(s.Count)/float64(s.Base), template.Percent
	}
	f.Sources = []template.Source{s}
	return template.From(f, func(data string) (template.Figure, error) { return r.respondents(data, share) }), nil
}

// population is how many were asked.
func (r *resolver) population(data string) (template.Figure, error) {
	f, err := r.respondents(data, true)
	if err != nil {
		return f, err
	}
	f.Value, f.Unit = float64(f.Sources[0].Population), template.Number
	return template.From(f, func(data string) (template.Figure, error) { return r.population(data) }), nil
}

// bare is a question's name without its data set.
func (r *resolver) bare(question string) string {
	if before, after, dotted := strings.Cut(question, "."); dotted && r.hasData(before) {
		return after
	}
	return question
}

// tellable are the answers that messages may name: none of a group too small to be shown.
func (r *resolver) tellable(t tallied) []string {
	if r.small(t) {
		return nil
	}
	return t.Labels()
}
