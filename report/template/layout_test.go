package template

import (
	"errors"
	"strings"
	"testing"

	"lysark/report/locale"
)

// of is a question's source in a data set; named answers of a question that takes several can be given by one person.
func of(data, question string, count, base int, answers ...string) Source {
	return Source{
		Data: data, Question: question, Answers: answers, Count: count, Base: base, Respondents: 10,
		WeightedSum: float64(count), WeightedOf: float64(base),
	}
}

// several is the source of a question that takes several answers.
func several(data, question string, count, base int, answers ...string) Source {
	s := of(data, question, count, base, answers...)
	s.Multiple = true
	return s
}

func shareOf(s Source) Figure {
	return Figure{Value: 100 * s.WeightedSum / s.WeightedOf, Unit: Percent, Sources: []Source{s}}
}

func countOf(s Source) Figure {
	return Figure{Value: float64(s.Count), Unit: Number, Sources: []Source{s}}
}

// earlier has a figure stand for another in the data set before.
func earlier(now, before Figure) Figure {
	return From(now, func(data string) (Figure, error) {
		if data != "earlier" {
			return Figure{}, errors.New("there is no data set " + data)
		}
		return before, nil
	})
}

// layout is the figures of the manual's layout: ten answers now, and ten before.
func layout() map[string]Figure {
	hidden := shareOf(of("answers", "small", 2, 4, "Yes"))
	hidden.Hidden = true
	nobody := hidden
	nobody.Value = 0
	mean := Figure{Value: 11.0 / 3, Unit: Number, Decimals: 1, Sources: []Source{of("answers", "score", 9, 9)}}
	gap := Figure{Value: 50, Unit: Points, Sources: []Source{of("answers", "gap", 5, 10)}}
	return map[string]Figure{
		"happy":     earlier(shareOf(of("answers", "mood", 7, 10, "Happy")), shareOf(of("earlier", "mood", 4, 10, "Happy"))),
		"sad":       earlier(shareOf(of("answers", "mood", 2, 10, "Sad")), shareOf(of("earlier", "mood", 3, 10, "Sad"))),
		"third":     shareOf(of("answers", "third", 2, 3, "Yes")),
		"none":      shareOf(of("answers", "mood", 0, 10, "Angry")),
		"courses":   shareOf(several("answers", "offers", 5, 6, "Courses")),
		"advice":    shareOf(several("answers", "offers", 3, 6, "Advice")),
		"topics":    shareOf(several("answers", "topics", 1, 4, "Pay")),
		"before":    shareOf(several("earlier", "offers", 2, 5, "Courses")),
		"response":  shareOf(several("answers", "", 10, 40)),
		"offered":   countOf(several("answers", "offers", 5, 6, "Courses")),
		"advised":   countOf(several("answers", "offers", 3, 6, "Advice")),
		"all":       countOf(of("answers", "", 10, 10)),
		"mean":      mean,
		"gap":       gap,
		"nearly":    {Value: 99.6, Unit: Percent},
		"hardly":    {Value: 0.4, Unit: Percent},
		"exact":     {Value: 70.25, Unit: Percent, Decimals: 1},
		"typed":     {Value: 60, Unit: Percent},
		"plain":     {Value: 96, Unit: Number},
		"hidden":    hidden,
		"nobody":    nobody,
		"unknown":   {Unit: Percent, Unknown: true},
		"unmatched": earlier(shareOf(of("answers", "mood", 1, 10, "Tired")), Figure{}),
	}
}

// reckoner knows the figures of the layout, in English.
func reckoner(t testing.TB) *Engine {
	t.Helper()
	l, _ := locale.For("en")
	e := New(l, []Function{
		{Name: "value", Types: []any{new(func(Figure) float64)}, Call: func(a []any) (any, error) {
			return a[0].(Figure).Value, nil
		}},
		{Name: "words", Types: []any{new(func(Figure) string), new(func(int) string)}, Call: func([]any) (any, error) {
			return "many", nil
		}},
		{Name: "pct", Types: []any{new(func(int) Figure)}, Call: func(a []any) (any, error) {
			return Figure{Value: float64(a[0].(int)), Unit: Percent}, nil
		}},
		{Name: "top", Naming: true, Types: []any{new(func(string) string)}, Call: func(a []any) (any, error) {
			return "Happy", nil
		}},
		{Name: "answers", Naming: true, Types: []any{new(func(string) []string)}, Call: func(a []any) (any, error) {
			return []string{"Happy", "Sad"}, nil
		}},
		{Name: "short", Types: []any{new(func() Figure)}, Call: func([]any) (any, error) {
			return Figure{}, ErrReported
		}},
	})
	for name, f := range layout() {
		e.Define(name, f)
	}
	e.Define("year", 2025)
	e.Define("name", "Members")
	return e
}

// row is an expression and what it prints, or what is said of it.
type row struct{ name, expression, want string }

// printsAs works out each expression in braces and compares what is printed, its spaces as simple ones; "!" begins a
// part of a message.
func printsAs(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			filled, list := reckoner(t).Fill(text("{" + r.expression + "}"))
			printed := strings.ReplaceAll(filled.String(), "\u00a0", " ")
			message, refused := strings.CutPrefix(r.want, "!")
			switch {
			case refused && (len(list) != 1 || !strings.Contains(list[0].Message, message)):
				t.Errorf("%s prints %q and is told %v, want to be told %q", r.expression, printed, list, message)
			case !refused && (len(list) != 0 || printed != r.want):
				t.Errorf("%s prints %q and is told %v, want %q", r.expression, printed, list, r.want)
			}
		})
	}
}
