package template

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/report/locale"
)

// Figure is a number that knows where it comes from. Reckoning with figures gives figures, so that a difference or
// sum can be followed to the answers as well.
type Figure struct {
	Value    float64 // not rounded
	Unit     Unit
	Decimals int      // that it is printed with
	Hidden   bool     // it would tell of a group too small to be shown
	Unasked  bool     // its answers were not on offer, so that nobody could give them
	Unknown  bool     // it could not be worked out, which is told elsewhere
	Bare     bool     // a share that is printed without its sign
	Rest     bool     // what is left of a plain number: less a further share it is still a share
	Turned   bool     // a share taken from nothing: with another share it is a difference
	Sources  []Source // none for a number that comes from no answers
	again    func(data string) (Figure, error)
}

// Unit is what a figure counts in.
type Unit string

const (
	Percent Unit = "percent"
	Points  Unit = "points" // a difference of shares
	Number  Unit = "number"
)

// Source is where a figure comes from: some answers to a question of a data set.
type Source struct {
	Data        string // name of the data set
	Where       string // which of its respondents, in words; empty for all
	Multiple    bool   // respondents gave several answers
	Question    string // its short name; empty when the figure is about all respondents
	Column      string
	Answers     []string // empty for all
	Count       int      // respondents who gave one of the answers
	Base        int      // respondents the figure is a share of
	Weighted    bool
	WeightedSum float64 // of those counted; equal to Count without weights
	WeightedOf  float64 // of the base
	Effective   float64 // size of an unweighted sample that would be as sure; equal to Base without weights
	Respondents int     // all in the data set
	Population  int     // who were asked; 0 when it is not told
}

// Together are sources as one, where each respondent is counted in one of them at most.
func Together(sources []Source) []Source {
	if len(sources) == 0 {
		return nil
	}
	out := sources[0]
	out.Answers = slices.Clone(out.Answers)
	for _, s := range sources[1:] {
		same := s.Data == out.Data && s.Where == out.Where && s.Column == out.Column && s.Base == out.Base
		if !same || s.Multiple || len(s.Answers) == 0 {
			return sources
		}
		out.Answers = append(out.Answers, s.Answers...)
		out.Count, out.WeightedSum = out.Count+s.Count, out.WeightedSum+s.WeightedSum
	}
	return []Source{out}
}

// From is a figure that can be worked out again for another data set.
func From(f Figure, again func(data string) (Figure, error)) Figure {
	f.again = again
	return f
}

// Map is a figure changed in some way, in every data set alike.
func Map(f Figure, change func(Figure) Figure) Figure {
	again := f.again
	out := change(f)
	if again == nil {
		return out
	}
	return From(out, func(data string) (Figure, error) {
		other, err := again(data)
		return Map(other, change), err
	})
}

// In is the same figure of another data set.
func (f Figure) In(data string) (Figure, error) {
	if f.again == nil {
		return Figure{}, errors.New("the figure is no figure of a data set, so it has no counterpart in another")
	}
	return f.again(data)
}

// Same tells whether two figures are the same number from the same answers.
func (f Figure) Same(o Figure) bool {
	return f.Value == o.Value && f.Unit == o.Unit && f.Hidden == o.Hidden &&
		slices.EqualFunc(f.Sources, o.Sources, Source.equal)
}

// Share is what a figure counts that is the share of some answers and nothing else; false for any other.
func (f Figure) Share() (Source, bool) {
	if len(f.Sources) != 1 || f.Unit != Percent {
		return Source{}, false
	}
	s := f.Sources[0]
	return s, s.WeightedOf > 0 && math.Abs(f.Value-100*s.WeightedSum/s.WeightedOf) < 1e-9
}

// rests tells whether a figure rests on answers: a plain number that was given a unit does not.
func (f Figure) rests() bool { return len(f.Sources) > 0 || f.Unknown }

// Dash stands for what is not shown.
const Dash = "–"

// Print writes a value as it stands in a text.
func (e *Engine) Print(v any) (string, error) {
	switch v := v.(type) {
	case Figure:
		return printed(v, e.Locale)
	case string:
		return v, nil
	case int:
		return strconv.Itoa(v), nil // a year is not grouped; num(x) writes a large number
	case float64:
		return printed(Figure{Value: v, Unit: Number, Decimals: decimalsOf(v)}, e.Locale)
	case bool:
		return "", errors.New(`the expression gives true or false, which cannot be printed; write it as a ? "…" : "…"`)
	case nil:
		return "", errors.New("the expression gives nothing")
	}
	return "", fmt.Errorf("the expression gives %s, which cannot be printed", aKind(v))
}

func printed(f Figure, l locale.Locale) (string, error) {
	switch {
	case f.Unknown:
		return "", ErrReported
	case f.Hidden || f.Unasked:
		return Dash, nil
	case math.IsNaN(f.Value) || math.IsInf(f.Value, 0):
		return "", errors.New("the expression gives no number: is something divided by 0?")
	case f.Unit == Percent:
		return l.Percent(f.Value, f.Decimals), nil
	case f.Unit == Points:
		return l.Points(f.Value, f.Decimals), nil
	case f.Bare:
		return l.Share(f.Value, f.Decimals), nil
	}
	return l.Number(f.Value, f.Decimals), nil
}

// decimalsOf is how many decimals a plain number has, at most two.
func decimalsOf(v float64) int {
	d := 0
	for d < 2 && locale.Round(v, d) != locale.Round(v, 2) {
		d++
	}
	return d
}

// errHidden says that a figure would tell of a small group.
var errHidden = errors.New("hidden")

// HiddenError is what comparing a hidden figure gives: the answer would tell what is hidden.
func HiddenError() error { return errHidden }

// UnaskedError is what reckoning with a figure gives whose answers were not on offer.
func (f Figure) UnaskedError() error {
	s := f.Sources[0]
	return &ArgError{Arg: -1, Rule: diag.UnknownAnswer, Hint: "leave it out, or print it by itself: it is shown as –",
		Text: fmt.Sprintf("%s was not on offer to those in the data set %q, so there is no figure to reckon with",
			quotedAnswers(s.Answers), s.Data)}
}

func quotedAnswers(answers []string) string {
	out := make([]string, len(answers))
	for i, a := range answers {
		out[i] = strconv.Quote(a)
	}
	return strings.Join(out, " or ")
}

// merged is the sources of two figures, each once.
func merged(a, b []Source) []Source {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.ContainsFunc(out, s.equal) {
			out = append(out, s)
		}
	}
	return out
}

func (s Source) equal(o Source) bool {
	return s.Data == o.Data && s.Where == o.Where && s.Question == o.Question && s.Column == o.Column &&
		s.Base == o.Base && s.Count == o.Count && slices.Equal(s.Answers, o.Answers)
}
