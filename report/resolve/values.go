package resolve

import (
	"slices"

	"lysark/charts"
	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/figures"
	"lysark/report/template"
)

// figures works out a chart's categories and values from whichever source the author named.
func (r *chartResolver) figures() {
	sources := 0
	for _, set := range []bool{r.in.Question.Set, len(r.in.Questions) > 0, r.in.Range.Set, len(r.in.Labels) > 0 ||
		len(r.in.Values) > 0 || len(r.in.Series) > 0} {
		if set {
			sources++
		}
	}
	switch {
	case sources == 0:
		r.list.Errorf(r.in.Pos, diag.Missing, `add question = "…", questions, range, or labels and values`, "the chart has no figures")
	case sources > 1:
		r.list.Errorf(r.in.Pos, diag.BadValue,
			"keep one of question, questions, range, and labels with values or series", "the chart takes its "+
				"figures from %d places", sources)
	case r.in.Question.Set:
		r.fromQuestion()
	case len(r.in.Questions) > 0:
		r.fromQuestions()
	case r.in.Range.Set:
		r.fromRange()
	case len(r.in.Series) > 0:
		r.fromSeries()
	default:
		r.fromValues()
	}
}

// fromQuestion: one series, a category per answer.
func (r *chartResolver) fromQuestion() {
	t, ok := r.tally(r.in.Data, r.in.Question)
	if !ok {
		return
	}
	r.out.Categories = r.answersOf([]figures.Tally{t})
	r.out.Series = []charts.Series{{Values: r.values(t, r.out.Categories)}}
	r.notParts(t)
}

// notParts: shares of several answers may pass 100 and are never the parts of a whole.
func (r *chartResolver) notParts(t figures.Tally) {
	if t.MultipleResponse && r.out.IsWhole() {
		r.list.Errorf(r.in.Type.Pos, diag.NotParts, `take type = "bar"`,
			"the question %q allows several answers, so its shares are not the parts of a whole", t.Question.Name)
	}
}

// fromQuestions: a category per question, a series per answer.
func (r *chartResolver) fromQuestions() {
	var tallies []figures.Tally
	for _, q := range r.in.Questions {
		t, ok := r.tally(r.in.Data, q.Question)
		if !ok {
			continue
		}
		label := r.text("chart label", q.Label).S
		if label == "" {
			label = t.Label
		}
		tallies = append(tallies, t)
		r.out.Categories = append(r.out.Categories, label)
	}
	if len(tallies) == 0 {
		return
	}
	names := map[string]string{}
	for _, l := range r.in.Levels {
		names[labelOf(l.Key.V, tallies)] = r.text("chart level", l.Value).S
	}
	severalAnswers := func(t figures.Tally) bool { return t.MultipleResponse }
	if i := slices.IndexFunc(tallies, severalAnswers); i >= 0 && r.out.Percent {
		r.notParts(tallies[i])
	}
	r.holdOrder(tallies)
	r.listed = r.listsLevels() || slices.ContainsFunc(tallies, figures.Tally.IsListed)
	r.answers = r.answersOf(tallies)
	r.holdLength(tallies, r.answers)
	for _, answer := range r.answers {
		s := charts.Series{Name: answer}
		if name, ok := names[answer]; ok {
			s.Name = name
		}
		for _, t := range tallies {
			s.Values = append(s.Values, r.value(t, answer))
		}
		if figures.IsApart(answer) {
			r.apart = append(r.apart, len(r.out.Series))
		}
		r.out.Series = append(r.out.Series, s)
	}
}

// fromSeries: each series is written here or is a question of some data set, for example of another year.
func (r *chartResolver) fromSeries() {
	tallies := make([]*figures.Tally, len(r.in.Series))
	var found []figures.Tally
	for i, s := range r.in.Series {
		if !s.Question.Set {
			continue
		}
		data := s.Data
		if !data.Set {
			data = r.in.Data
		}
		if t, ok := r.tally(data, s.Question); ok {
			tallies[i] = &t
			found = append(found, t)
		}
	}
	for _, l := range r.texts("chart label", r.in.Labels) {
		r.out.Categories = append(r.out.Categories, r.answerOr(l, found))
	}
	if len(r.in.Labels) == 0 && len(found) > 0 {
		r.out.Categories = r.answersOf(found)
	}
	for i, s := range r.in.Series {
		one := charts.Series{Name: r.text("chart series", s.Name).S}
		switch {
		case tallies[i] != nil:
			one.Values = r.values(*tallies[i], r.out.Categories)
		case !s.Question.Set:
			r.typedValues(s.Pos, s.Values)
			one.Values = typed(s.Values)
		default:
			continue // the question was not found, and reported
		}
		r.out.Series = append(r.out.Series, one)
	}
}

// answerOr is a label that has to be an answer, as there are questions whose answers are counted by it.
func (r *chartResolver) answerOr(label report.Text, tallies []figures.Tally) string {
	if len(tallies) == 0 {
		return label.S
	}
	all, untold := r.offered(tallies)
	name := labelOf(label.S, tallies)
	if !slices.Contains(all, name) && !untold && label.S != "" {
		r.list.Errorf(label.Pos, diag.UnknownAnswer, diag.DidYouMean(label.S, all), "nobody answered %q to %q", label.S,
			tallies[0].Question.Column)
	}
	return name
}

// typedValues warns of a chart whose values are written in the layout of a deck that has data.
func (r *chartResolver) typedValues(at diag.Pos, values []config.Number64) {
	written := slices.ContainsFunc(values, func(v config.Number64) bool { return v.Set })
	if len(r.file.Data) > 0 && written {
		r.list.Warnf(at, diag.TypedNumber,
			"take them from a question or a range of a file, or silence the rule for this slide by its id",
			"the values of the chart are typed, and stay when the answers change")
	}
}

// fromValues: labels and values as typed.
func (r *chartResolver) fromValues() {
	for _, l := range r.texts("chart label", r.in.Labels) {
		r.out.Categories = append(r.out.Categories, l.S)
	}
	if len(r.in.Labels) != len(r.in.Values) {
		r.list.Errorf(r.in.Pos, diag.BadData, "give each label one value", "the chart has %d labels and %d values",
			len(r.in.Labels), len(r.in.Values))
	}
	r.typedValues(r.in.Pos, r.in.Values)
	r.out.Series = []charts.Series{{Values: typed(r.in.Values)}}
}

// fromRange: a ready-made table; its first row names the series, its first column the categories.
func (r *chartResolver) fromRange() {
	grid, ok := r.grid(r.in.Data, r.in.Range)
	if !ok {
		return
	}
	r.out.Categories = slices.Clone(grid.Categories)
	for _, s := range grid.Series {
		one := charts.Series{Name: s.Name}
		for _, v := range s.Values {
			one.Values = append(one.Values, charts.Value{V: v.V, Missing: v.Missing})
		}
		r.out.Series = append(r.out.Series, one)
	}
}

func typed(values []config.Number64) []charts.Value {
	out := make([]charts.Value, len(values))
	for i, v := range values {
		out[i] = charts.Value{V: v.V, Missing: v.Missing}
	}
	return out
}

// answersOf are the answers to show: those the author lists, the levels, else all that were given to any of the
// questions.
func (r *chartResolver) answersOf(tallies []figures.Tally) []string {
	all, untold := r.offered(tallies)
	listed := r.named(r.in.Answers)
	if len(listed) == 0 {
		for _, l := range r.in.Levels {
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
		label := labelOf(a.V, tallies)
		if !slices.Contains(all, label) && !untold {
			r.list.Errorf(a.Pos, diag.UnknownAnswer, diag.DidYouMean(a.V, all), "nobody answered %q to %q", a.V,
				tallies[0].Question.Column)
			continue
		}
		out = append(out, label)
	}
	return out
}

// labelOf is what people read of an answer that the layout names.
func labelOf(name string, tallies []figures.Tally) string {
	for _, t := range tallies {
		if label := t.Answer(name).Label; label != "" {
			return label
		}
	}
	return name
}

// offered are the answers that may be told of, in their order: those that were given, and those that a question lists.
// untold says that there is a question of which only the answers given are known, and too few gave them.
func (r *chartResolver) offered(tallies []figures.Tally) (all []string, untold bool) {
	levels := r.book.Levels(tallies, r.out.Kind.IsScale())
	return levels.Answers, levels.Untold
}

func (r *chartResolver) values(t figures.Tally, answers []string) []charts.Value {
	out := make([]charts.Value, len(answers))
	for i, a := range answers {
		out[i] = r.value(t, a)
	}
	return out
}

// value is one answer's figure: its share of those who answered, of all when base = "all", or its count.
func (r *chartResolver) value(t figures.Tally, answer string) charts.Value {
	f := r.book.Answer(t, answer, figures.Of{Count: r.in.Unit.V == "number", All: r.in.Base.V == "all"})
	r.deck.Sources = append(r.deck.Sources, f.Sources[0])
	return charts.Value{
		V: f.Value, Missing: f.Hidden || f.Unasked, Hidden: f.Hidden, Unasked: f.Unasked, Ref: len(r.deck.Sources),
	}
}
