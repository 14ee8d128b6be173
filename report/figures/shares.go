package figures

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey"
	"lysark/report/template"
)

// Share is the share of those who gave one of the answers, among those who answered the question, or among all. The
// question may be named with its data set, as "data.question"; so everywhere below.
func (b *Book) Share(g Group, question string, answers []string, ofAll bool) (template.Figure, error) {
	t, s, err := b.someOf(g, question, answers)
	if err != nil {
		return template.Figure{}, err
	}
	if ofAll {
		s.Base, s.WeightedOf, s.Effective = t.Respondents, t.WeightedRespondents, t.EffectiveOfAll
	} else {
		tellTick(b, t)
	}
	f := template.Figure{
		Value: 100 * s.WeightedSum / s.WeightedOf, Unit: template.Percent, Sources: []template.Source{s},
		Unasked: b.offers.unasked(t, answers),
	}
	return template.From(suppressed(f, b.Suppresses(t)), func(data string) (template.Figure, error) {
		return b.Share(g.in(data), b.bare(question), answers, ofAll)
	}), nil
}

// Of says what a figure of an answer is: a share of those who answered the question or of all, or a count.
type Of struct{ Count, All bool }

// Answer is the figure of one answer, also of one that nobody gave.
func (b *Book) Answer(t Tally, answer string, of Of) template.Figure {
	s := t.Source()
	s.Answers = []string{answer}
	one := t.Answer(answer)
	s.Count, s.WeightedSum = one.Count, one.Weight
	f := template.Figure{Value: float64(one.Count), Unit: template.Number}
	if !of.Count {
		if of.All {
			s.Base, s.WeightedOf, s.Effective = t.Respondents, t.WeightedRespondents, t.EffectiveOfAll
		} else {
			tellTick(b, t)
		}
		f.Value, f.Unit = 100*s.WeightedSum/s.WeightedOf, template.Percent
	}
	f.Sources, f.Unasked = []template.Source{s}, t.offer(answer) == notOffered
	b.offers.doubt(t, answer)
	return suppressed(f, b.Suppresses(t))
}

// tellTick warns of the share of an option in a column of its own among those who ticked it.
func tellTick(b *Book, t Tally) {
	mark, alone := t.IsTickAlone()
	if !alone || b.Suppresses(t) {
		return
	}
	var list diag.List
	list.Warnf(t.Asked.Column.Pos, diag.NoAnswer, "make one question of all such columns: columns = [\"…\"]; or "+
		"take the share of all respondents: share_of_all() in texts, base = \"all\" in charts",
		"nobody answered anything but %q to %q: of those who answered it is always all", mark, t.Asked.Column.V)
	b.tellOnce(list)
}

// Count is how many gave one of the answers; all who answered when none is named.
func (b *Book) Count(g Group, question string, answers []string) (template.Figure, error) {
	t, s, err := b.someOf(g, question, answers)
	if err != nil {
		return template.Figure{}, err
	}
	f := template.Figure{
		Value: float64(s.Count), Unit: template.Number, Sources: []template.Source{s},
		Unasked: b.offers.unasked(t, answers),
	}
	return template.From(suppressed(f, len(answers) > 0 && b.Suppresses(t)),
		func(data string) (template.Figure, error) {
			return b.Count(g.in(data), b.bare(question), answers)
		}), nil
}

// Mean is the mean of the answers that are numbers. The others have to be excepted by name.
func (b *Book) Mean(g Group, question string, except []string) (template.Figure, error) {
	t, err := b.named(g, question)
	if err != nil {
		return template.Figure{}, err
	}
	b.tellOnce(t.table.Doubts(Asked(t.Set, t.Asked)))
	m, words := t.table.Mean(Asked(t.Set, t.Asked), except)
	column := t.Asked.Column.V
	switch {
	case len(words) > 0 && b.Suppresses(t):
		return template.Figure{}, &template.ArgError{
			Rule: diag.BadData, Text: fmt.Sprintf("an answer to %q is no number, so it has no mean", column),
		}
	case len(words) > 0:
		word := tellingOf(words)
		return template.Figure{}, &template.ArgError{
			Rule: diag.BadData, Hint: noNumberHint(question, word),
			Text: fmt.Sprintf("the answer %q to %q is no number, so it has no mean", word, column),
		}
	case m.Weight == 0:
		return template.Figure{}, &template.ArgError{
			Rule: diag.EmptyData, Text: fmt.Sprintf("nobody in %s gave a number to %q", t.table.File, column),
		}
	}
	s := t.Source()
	s.Count, s.Base, s.WeightedSum, s.WeightedOf = m.Count, m.Count, m.Weight, m.Weight
	f := template.Figure{Value: m.Mean, Unit: template.Number, Decimals: 1, Sources: []template.Source{s}}
	few := m.Count < b.threshold // fewer than answered, when some said that they do not know
	return template.From(suppressed(f, few || b.Suppresses(t)), func(data string) (template.Figure, error) {
		return b.Mean(g.in(data), b.bare(question), except)
	}), nil
}

// tellingOf is the one of several answers that tells most of why they have no mean.
func tellingOf(words []string) string {
	for _, w := range words {
		if !IsApart(w) {
			return w
		}
	}
	return words[0]
}

// noNumberHint is what to do about an answer that is no number. One that is a point of the scale must not be left out:
// the mean would be another.
func noNumberHint(question, word string) string {
	if IsApart(word) {
		return "leave it out: mean(" + Literal(question, word) + ")"
	}
	return fmt.Sprintf("say at the question what each answer counts for: numbers = { %q = … }", word)
}

// Respondents is how many are in a group.
func (b *Book) Respondents(g Group) (template.Figure, error) {
	s, err := b.everybody(g)
	if err != nil {
		return template.Figure{}, err
	}
	f := template.Figure{Value: float64(s.Count), Unit: template.Number, Sources: []template.Source{s}}
	return template.From(f, func(data string) (template.Figure, error) { return b.Respondents(g.in(data)) }), nil
}

// Response is the share of those who were asked that answered.
func (b *Book) Response(g Group) (template.Figure, error) {
	s, err := b.everybody(g)
	if err != nil {
		return template.Figure{}, err
	}
	if s.Population == 0 {
		return template.Figure{Value: float64(s.Count), Unit: template.Number}, &template.ArgError{
			Arg: -1, Rule: diag.Missing, Hint: "add population = … to [data." + s.Data + "]",
			Text: fmt.Sprintf("the layout does not say how many were asked for the data set %q", s.Data),
		}
	}
	s.Base, s.WeightedOf, s.Effective = s.Population, float64(s.Population), float64(s.Population)
	f := template.Figure{
		Value: 100 * float64(s.Count) / float64(s.Base), Unit: template.Percent, Sources: []template.Source{s},
	}
	return template.From(f, func(data string) (template.Figure, error) { return b.Response(g.in(data)) }), nil
}

// Population is how many were asked.
func (b *Book) Population(g Group) (template.Figure, error) {
	f, err := b.Response(g)
	if err != nil {
		return f, err
	}
	f.Value, f.Unit = float64(f.Sources[0].Population), template.Number
	return template.From(f, func(data string) (template.Figure, error) { return b.Population(g.in(data)) }), nil
}

// in is the group of another data set for which the same is asked.
func (g Group) in(data string) Group {
	g.Data = data
	return g
}

// everybody is what a figure of all in a group rests on.
func (b *Book) everybody(g Group) (template.Source, error) {
	d, table, err := b.table(g)
	if err != nil {
		return template.Source{}, err
	}
	n := table.Len()
	return template.Source{
		Data: d.Name.V, Where: g.Where.String(), Count: n, Base: n, Respondents: n, Population: d.Population.V,
		WeightedSum: float64(n), WeightedOf: float64(n), Effective: float64(n),
	}, nil
}

// someOf counts those who gave one of the answers at least. Where there are several answers per respondent that is
// fewer than the sum.
func (b *Book) someOf(g Group, question string, answers []string) (Tally, template.Source, error) {
	t, err := b.named(g, question)
	if err != nil {
		return t, template.Source{}, err
	}
	s, err := b.gave(t, answers)
	return t, s, err
}

// gave is what a figure of those who gave one of the answers rests on; of all who answered when none is named.
func (b *Book) gave(t Tally, answers []string) (template.Source, error) {
	s := t.Source()
	if len(answers) == 0 {
		return s, nil
	}
	s.Answers = answers
	found, unknown := t.anyOf(answers)
	if len(unknown) > 0 && !b.Untold(t) && !b.offers.unasked(t, answers) {
		hint := "list it among the answers of the question if it was on offer"
		return s, &template.ArgError{
			Arg: 1 + slices.Index(answers, unknown[0]), Rule: diag.UnknownAnswer,
			Hint: cmp.Or(diag.DidYouMean(unknown[0], b.Tellable(t)), hint),
			Text: fmt.Sprintf("nobody in %s answered %q to %q", t.table.File, unknown[0], t.Asked.Column.V),
		}
	}
	for _, a := range answers {
		b.offers.doubt(t, a)
	}
	s.Count, s.WeightedSum = found.Count, found.Weight
	return s, nil
}

// anyOf counts those who gave one of the answers at least: one alone has been counted already.
func (t Tally) anyOf(answers []string) (survey.Answer, []string) {
	if len(answers) == 1 {
		if counted, ok := t.Tally.Answer(answers[0]); ok {
			return counted, nil
		}
	}
	return t.table.AnyOf(Asked(t.Set, t.Asked), answers)
}

// named is the tally of a question that an expression names, alone or with its data set.
func (b *Book) named(g Group, question string) (Tally, error) {
	if data, name, dotted := strings.Cut(question, "."); dotted && b.HasData(data) {
		g.Data, question = data, name // a question may have a dot in its own name
	}
	return b.Tally(g, question)
}

// bare is a question's name without its data set.
func (b *Book) bare(question string) string {
	if data, name, dotted := strings.Cut(question, "."); dotted && b.HasData(data) {
		return name
	}
	return question
}
