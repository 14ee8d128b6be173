package report

import (
	"slices"

	"lysark/charts"
	"lysark/config"
	"lysark/config/diag"
	"lysark/report/template"
)

// figures works out a chart's categories and values from whichever source the author named.
func (r *resolver) figures(c config.Chart, out *charts.Chart) {
	sources := 0
	for _, set := range []bool{c.Question.Set, len(c.Questions) > 0, c.Range.Set, len(c.Labels) > 0 || len(c.Values) > 0 || len(c.Series) > 0} {
		if set {
			sources++
		}
	}
	switch {
	case sources == 0:
		r.list.Errorf(c.Pos, diag.Missing, `add question = "…", questions, range, or labels and values`, "the chart has no figures")
	case sources > 1:
		r.list.Errorf(c.Pos, diag.BadValue, "keep one of question, questions, range, and labels with values or series", "the chart takes its figures from %d places", sources)
	case c.Question.Set:
		r.fromQuestion(c, out)
	case len(c.Questions) > 0:
		r.fromQuestions(c, out)
	case c.Range.Set:
		r.fromRange(c, out)
	case len(c.Series) > 0:
		r.fromSeries(c, out)
	default:
		r.fromValues(c, out)
	}
}

// fromQuestion: one series, a category per answer.
func (r *resolver) fromQuestion(c config.Chart, out *charts.Chart) {
	t, ok := r.tally(c.Data, c.Question)
	if !ok {
		return
	}
	out.Categories = r.answersOf(c, []tallied{t})
	out.Series = []charts.Series{{Values: r.values(c, t, out.Categories)}}
	r.notParts(c, t)
}

// notParts: shares of several answers may pass 100 and are never the parts of a whole.
func (r *resolver) notParts(c config.Chart, t tallied) {
	kind := charts.Kind(c.Type.V)
	whole := kind == charts.Pie || kind == charts.Donut || (kind == charts.Stacked && c.Stack.Or("100") == "100")
	if t.Multi && whole {
		r.list.Errorf(c.Type.Pos, diag.NotParts, `take type = "bar"`,
			"the question %q allows several answers, so its shares are not the parts of a whole", t.Question.Name)
	}
}

// fromQuestions: a category per question, a series per answer.
func (r *resolver) fromQuestions(c config.Chart, out *charts.Chart) {
	var tallies []tallied
	for _, q := range c.Questions {
		t, ok := r.tally(c.Data, q.Question)
		if !ok {
			continue
		}
		label := r.text("chart label", q.Label).S
		if label == "" {
			label = t.Question.Column
		}
		tallies = append(tallies, t)
		out.Categories = append(out.Categories, label)
	}
	if len(tallies) == 0 {
		return
	}
	names := map[string]string{}
	for _, l := range c.Levels {
		names[l.Key.V] = r.text("chart level", l.Value).S
	}
	for _, answer := range r.answersOf(c, tallies) {
		s := charts.Series{Name: answer}
		if name, ok := names[answer]; ok {
			s.Name = name
		}
		for _, t := range tallies {
			s.Values = append(s.Values, r.value(c, t, answer))
		}
		out.Series = append(out.Series, s)
	}
}

// fromSeries: each series is written here or is a question of some data set, for example of another year.
func (r *resolver) fromSeries(c config.Chart, out *charts.Chart) {
	tallies := make([]*tallied, len(c.Series))
	var found []tallied
	for i, s := range c.Series {
		if !s.Question.Set {
			continue
		}
		data := s.Data
		if !data.Set {
			data = c.Data
		}
		if t, ok := r.tally(data, s.Question); ok {
			tallies[i] = &t
			found = append(found, t)
		}
	}
	for _, l := range r.texts("chart label", c.Labels) {
		out.Categories = append(out.Categories, l.S)
	}
	if len(c.Labels) == 0 && len(found) > 0 {
		out.Categories = r.answersOf(c, found)
	}
	for i, s := range c.Series {
		one := charts.Series{Name: r.text("chart series", s.Name).S}
		switch {
		case tallies[i] != nil:
			one.Values = r.values(c, *tallies[i], out.Categories)
		case !s.Question.Set:
			r.typedValues(s.Pos, s.Values)
			one.Values = typed(s.Values)
		default:
			continue // the question was not found, and reported
		}
		out.Series = append(out.Series, one)
	}
}

// typedValues warns of a chart whose values are written in the layout of a deck that has data.
func (r *resolver) typedValues(at diag.Pos, values []config.Number64) {
	written := slices.ContainsFunc(values, func(v config.Number64) bool { return v.Set })
	if len(r.file.Data) > 0 && written {
		r.list.Warnf(at, diag.TypedNumber, "take them from a question or a range of a file, or silence the rule for this slide by its id", "the values of the chart are typed, and stay when the answers change")
	}
}

// fromValues: labels and values as typed.
func (r *resolver) fromValues(c config.Chart, out *charts.Chart) {
	for _, l := range r.texts("chart label", c.Labels) {
		out.Categories = append(out.Categories, l.S)
	}
	if len(c.Labels) != len(c.Values) {
		r.list.Errorf(c.Pos, diag.BadData, "give each label one value", "the chart has %d labels and %d values", len(c.Labels), len(c.Values))
	}
	r.typedValues(c.Pos, c.Values)
	out.Series = []charts.Series{{Values: typed(c.Values)}}
}

// fromRange: a ready-made table; its first row names the series, its first column the categories.
func (r *resolver) fromRange(c config.Chart, out *charts.Chart) {
	grid, ok := r.grid(c.Data, c.Range)
	if !ok {
		return
	}
	out.Categories = slices.Clone(grid.Categories)
	for _, s := range grid.Series {
		one := charts.Series{Name: s.Name}
		for _, v := range s.Values {
			one.Values = append(one.Values, charts.Value{V: v.V, Missing: v.Missing})
		}
		out.Series = append(out.Series, one)
	}
}

func typed(values []config.Number64) []charts.Value {
	out := make([]charts.Value, len(values))
	for i, v := range values {
		out[i] = charts.Value{V: v.V, Missing: v.Missing}
	}
	return out
}

// answersOf are the answers to show: those the author lists, the levels, else all that were given to any of the questions.
func (r *resolver) answersOf(c config.Chart, tallies []tallied) []string {
	all, untold := r.offered(tallies)
	listed := r.named(c.Answers)
	if len(listed) == 0 {
		for _, l := range c.Levels {
			listed = append(listed, l.Key)
		}
	}
	if len(listed) == 0 && len(all) == 0 {
		return []string{template.Dash} // even which answers were given is not told
	}
	if len(listed) == 0 {
		return all
	}
	var out []string
	for _, a := range listed {
		if !slices.Contains(all, a.V) && !untold {
			r.list.Errorf(a.Pos, diag.UnknownAnswer, diag.DidYouMean(a.V, all), "nobody answered %q to %q", a.V, tallies[0].Question.Column)
			continue
		}
		out = append(out, a.V)
	}
	return out
}

// offered are the answers that may be told of: those that were given, and those that a question lists. untold says
// that there is a question of which only the answers given are known, and too few gave them.
func (r *resolver) offered(tallies []tallied) (all []string, untold bool) {
	for _, t := range tallies {
		if len(t.in.Answers) == 0 && r.small(t) {
			untold = true
			continue
		}
		for _, a := range t.Labels() {
			if !slices.Contains(all, a) {
				all = append(all, a)
			}
		}
	}
	return all, untold
}

func (r *resolver) values(c config.Chart, t tallied, answers []string) []charts.Value {
	out := make([]charts.Value, len(answers))
	for i, a := range answers {
		out[i] = r.value(c, t, a)
	}
	return out
}

// value is one answer's figure: its share of those who answered, of all when base = "all", or its count.
func (r *resolver) value(c config.Chart, t tallied, answer string) charts.Value {
	s := sourceOf(t)
	s.Answers = []string{answer}
	one := t.answer(answer) // one that nobody gave has the share 0
	s.Count, s.WeightedSum = one.Count, one.Weight
	v := charts.Value{V: float64(one.Count)}
	if c.Unit.V != "number" {
		if c.Base.V == "all" {
			s.Base, s.WeightedOf, s.Effective = t.Respondents, t.WeightedRespondents, t.EffectiveOfAll
		}
		v.V = 100 * s.WeightedSum / s.WeightedOf
	}
	if r.small(t) {
		v = charts.Value{Missing: true, Hidden: true}
		s.Count, s.WeightedSum = 0, 0
	}
	r.sources = append(r.sources, s)
	v.Ref = len(r.sources)
	return v
}
