package figures

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"lysark/config/diag"
	"lysark/report/survey"
	"lysark/report/template"
)

// top is the most given answer, or the answers when several were given equally often: a tie is told.
func (l *Language) top(question string) (string, error) {
	a, err := l.book.named(Group{}, question)
	if err != nil {
		return "", err
	}
	if l.book.Suppresses(a) {
		l.noteAnswers(a, nil, true)
		return template.Dash, nil
	}
	var first []string
	ranked := Ranked(a.Answers)
	for _, one := range ranked {
		if asMuch(one.Weight, ranked[0].Weight) {
			first = append(first, one.Label)
		}
	}
	l.noteAnswers(a, first, false)
	return l.Locale.List(first), nil
}

// noteAnswers says that a text rests on the shares of some answers.
func (l *Language) noteAnswers(a Tally, answers []string, hidden bool) {
	if hidden {
		l.Note(suppressed(template.Figure{Unit: template.Percent, Sources: []template.Source{a.Source()}}, true))
	}
	for _, answer := range answers {
		if f, err := l.book.Share(a.Group, a.Asked.Name.V, []string{answer}, false); err == nil {
			l.Note(f)
		}
	}
}

// Ranked are the answers that were given, the most given first, equals in the questionnaire's order.
func Ranked(answers []survey.Answer) []survey.Answer {
	out := slices.DeleteFunc(slices.Clone(answers), func(a survey.Answer) bool { return a.Count == 0 })
	slices.SortStableFunc(out, func(a, b survey.Answer) int { return Compare(b.Weight, a.Weight) })
	return out
}

// Compare orders shares and sums of weights. Two that differ only by the order in which the same weights were summed
// are equal, as 0.1 + 0.2 and 0.3 are.
func Compare(a, b float64) int {
	if asMuch(a, b) {
		return 0
	}
	return cmp.Compare(a, b)
}

func asMuch(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b)) }

// rank is an answer's place among the answers to its question: 1 for the most given. Equals share the better place.
func (l *Language) rank(question, answer string) (template.Figure, error) {
	a, err := l.book.named(Group{}, question)
	if err != nil {
		return template.Figure{}, err
	}
	s, err := l.book.gave(a, []string{answer})
	if err != nil {
		return template.Figure{}, err
	}
	if l.book.offers.unasked(a, []string{answer}) {
		return template.Figure{}, &template.ArgError{Arg: 1, Rule: diag.UnknownAnswer,
			Text: fmt.Sprintf("nobody in %s was offered %q as an answer to %q", a.table.File, answer, a.Asked.Column.V)}
	}
	before := 0
	for _, other := range a.Answers {
		if Compare(other.Weight, s.WeightedSum) > 0 {
			before++
		}
	}
	f := template.Figure{Value: float64(before + 1), Unit: template.Number, Sources: []template.Source{s}}
	return suppressed(f, l.book.Suppresses(a)), nil
}

// mostGiven are the n most given answers to a question, all when n is 0. A tie at the end is told: an answer that
// was given as often as the last one comes along.
func (l *Language) mostGiven(question string, n int) (Tally, []string, error) {
	a, err := l.book.named(Group{}, question)
	if err != nil {
		return a, nil, err
	}
	if l.book.Suppresses(a) {
		l.noteAnswers(a, nil, true)
		return a, []string{template.Dash}, nil
	}
	ranked := Ranked(a.Answers)
	if n < 0 || n > len(ranked) {
		return a, nil, &template.ArgError{Arg: 1, Rule: diag.ValueRange,
			Text: fmt.Sprintf("%d answers are asked for, and %d were given to %q", n, len(ranked), a.Asked.Column.V)}
	}
	var out []string
	for i, one := range ranked {
		if n == 0 || i < n || asMuch(one.Weight, ranked[n-1].Weight) {
			out = append(out, one.Label)
		}
	}
	l.noteAnswers(a, out, false)
	return a, out, nil
}

// listed are the n most given answers as a sentence names them: "samspill, kultur og kreativitet".
func (l *Language) listed(question string, n int) (string, error) {
	a, answers, err := l.mostGiven(question, n)
	if err != nil {
		return "", err
	}
	for i, answer := range answers {
		if text, told := a.InText(answer); told {
			answers[i] = text
			continue
		}
		answers[i] = l.Locale.Inner(answer)
	}
	return l.Locale.List(answers), nil
}
