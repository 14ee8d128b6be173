package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey"
	"lysark/report/template"
)

// top is the most given answer, or the answers when several were given equally often: a tie is told.
func (r *resolver) top(question string) (string, error) {
	a, err := r.ask("", question)
	if err != nil {
		return "", err
	}
	if r.small(a.tallied) {
		r.noteAnswers(a, nil, true)
		return template.Dash, nil
	}
	var first []string
	ranked := byWeight(a.Answers)
	for _, one := range ranked {
		if asMuch(one.Weight, ranked[0].Weight) {
			first = append(first, one.Label)
		}
	}
	r.noteAnswers(a, first, false)
	return r.deck.Locale.List(first), nil
}

// noteAnswers says that a text rests on the shares of some answers.
func (r *resolver) noteAnswers(a asked, answers []string, hidden bool) {
	if hidden {
		r.engine.Note(hide(template.Figure{Unit: template.Percent, Sources: []template.Source{sourceOf(a.tallied)}}, true))
	}
	for _, answer := range answers {
		if f, err := r.share(a.data.Name.V, a.in.Name.V, []string{answer}, false); err == nil {
			r.engine.Note(f)
		}
	}
}

// byWeight is the answers that were given, the most given first, equals in the questionnaire's order.
func byWeight(answers []survey.Answer) []survey.Answer {
	out := slices.DeleteFunc(slices.Clone(answers), func(a survey.Answer) bool { return a.Count == 0 })
	slices.SortStableFunc(out, func(a, b survey.Answer) int {
		if asMuch(a.Weight, b.Weight) {
			return 0
		}
		return cmp.Compare(b.Weight, a.Weight)
	})
	return out
}

// asMuch tells whether two sums of weights are the same but for the order in which they were summed.
func asMuch(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(a, b) }

// place is an answer's place among the answers to its question: 1 for the most given. Equals share the better place.
func (r *resolver) place(question, answer string) (template.Figure, error) {
	a, err := r.ask("", question)
	if err != nil {
		return template.Figure{}, err
	}
	s, err := r.group(a, []string{answer})
	if err != nil {
		return template.Figure{}, err
	}
	before := 0
	for _, other := range a.Answers {
		if other.Weight > s.WeightedSum && !asMuch(other.Weight, s.WeightedSum) {
			before++
		}
	}
	f := template.Figure{Value: float64(before + 1), Unit: template.Number, Sources: []template.Source{s}}
	return hide(f, r.small(a.tallied)), nil
}

// mostGiven are the n most given answers to a question, all when n is 0. A tie at the end is told: an answer that
// was given as often as the last one comes along.
func (r *resolver) mostGiven(question string, n int) (asked, []string, error) {
	a, err := r.ask("", question)
	if err != nil {
		return a, nil, err
	}
	if r.small(a.tallied) {
		r.noteAnswers(a, nil, true)
		return a, []string{template.Dash}, nil
	}
	ranked := byWeight(a.Answers)
	if n < 0 || n > len(ranked) {
		return a, nil, &template.ArgError{Arg: 1, Rule: diag.ValueRange, Text: fmt.Sprintf("%d answers are asked for, and %d were given to %q", n, len(ranked), a.in.Column.V)}
	}
	var out []string
	for i, one := range ranked {
		if n == 0 || i < n || asMuch(one.Weight, ranked[n-1].Weight) {
			out = append(out, one.Label)
		}
	}
	r.noteAnswers(a, out, false)
	return a, out, nil
}

// listed are the n most given answers as a sentence names them: "samspill, kultur og kreativitet".
func (r *resolver) listed(question string, n int) (string, error) {
	a, answers, err := r.mostGiven(question, n)
	if err != nil {
		return "", err
	}
	for i, answer := range answers {
		answers[i] = r.deck.Locale.Inner(answer)
		for _, p := range a.in.InText {
			if p.Key.V == answer {
				answers[i] = p.Value.V
			}
		}
	}
	return r.deck.Locale.List(answers), nil
}

// checkInText reports the words for answers that there are not, and numbers in the words that are none of the answer's.
func (r *resolver) checkInText(a tallied) {
	for _, p := range a.in.InText {
		if _, given := a.Count(p.Key.V); !given {
			r.list.Errorf(p.Key.Pos, diag.UnknownAnswer, diag.DidYouMean(p.Key.V, r.tellable(a)), "nobody answered %q to %q", p.Key.V, a.in.Column.V)
		}
		for _, span := range r.numbersIn(p.Value.V) {
			if number := p.Value.V[span[0]:span[1]]; !strings.Contains(p.Key.V, number) {
				r.list.Warnf(p.Value.Pos, diag.TypedNumber, "call the answer by words", "%q is typed, and stays when the answers change", number)
			}
		}
	}
}
