package report

import (
	"fmt"
	"strings"

	"lysark/config/diag"
	"lysark/report/locale"
	"lysark/report/template"
)

// figure is short for what most functions give.
type figure = template.Figure

// functions are what expressions may call. The manual is docs/expressions.md; a test holds it against this list.
func (r *resolver) functions() []template.Function {
	return append(r.dataFunctions(), r.wordFunctions()...)
}

// dataFunctions count answers. Their texts name questions, answers and data sets.
func (r *resolver) dataFunctions() []template.Function {
	type answersOf = func(string, ...string) figure
	type ofData = func(...string) figure
	out := []template.Function{
		{Name: "share", Types: []any{new(answersOf)}, Call: func(a []any) (any, error) { return r.shareCall(a, false) }},
		{Name: "share_of_all", Types: []any{new(answersOf)}, Call: func(a []any) (any, error) { return r.shareCall(a, true) }},
		{Name: "count", Types: []any{new(answersOf)}, Call: func(a []any) (any, error) { return r.counted("", a[0].(string), rest(a)) }},
		{Name: "base", Types: []any{new(func(string) figure)}, Call: func(a []any) (any, error) { return r.counted("", a[0].(string), nil) }},
		{Name: "mean", Types: []any{new(answersOf)}, Call: func(a []any) (any, error) { return r.mean("", a[0].(string), rest(a)) }},
		{Name: "respondents", Types: []any{new(ofData)}, Call: r.ofData(func(data string) (figure, error) { return r.respondents(data, false) })},
		{Name: "response", Types: []any{new(ofData)}, Call: r.ofData(func(data string) (figure, error) { return r.respondents(data, true) })},
		{Name: "population", Types: []any{new(ofData)}, Call: r.ofData(r.population)},
		{Name: "top", Types: []any{new(func(string) string)}, Call: func(a []any) (any, error) { return r.top(a[0].(string)) }},
		{Name: "rank", Types: []any{new(func(string, string) figure)}, Call: func(a []any) (any, error) { return r.place(a[0].(string), a[1].(string)) }},
		{Name: "answers", Types: []any{new(func(string) []string), new(func(string, int) []string)}, Call: func(a []any) (any, error) {
			_, out, err := r.mostGiven(a[0].(string), number(a, 1, 0))
			return out, err
		}},
		{Name: "was", Types: []any{new(func(figure) figure), new(func(figure, string) figure)}, Call: func(a []any) (any, error) { return r.was(a[0].(figure), word(a, 1)) }},
		{Name: "change", Types: []any{new(func(figure) string), new(func(figure, string) string)}, Call: func(a []any) (any, error) { return r.change(a[0].(figure), word(a, 1)) }},
	}
	for i := range out {
		out[i].Naming = true
	}
	return out
}

// wordFunctions write figures and answers in words.
func (r *resolver) wordFunctions() []template.Function {
	plainWord := []any{new(func(string) string)}
	return []template.Function{
		{Name: "fraction", Types: []any{new(func(figure) string), new(func(figure, int) string)}, Call: func(a []any) (any, error) { return r.fraction(a[0].(figure), number(a, 1, anyFraction)) }},
		{Name: "pct", Types: withDecimals(), Call: func(a []any) (any, error) { return written(a, template.Percent) }},
		{Name: "num", Types: withDecimals(), Call: func(a []any) (any, error) { return written(a, template.Number) }},
		{Name: "about", Types: []any{new(func(figure) figure), new(func(figure, int) figure)}, Call: func(a []any) (any, error) { return about(a[0].(figure), number(a, 1, 10)) }},
		{Name: "value", Types: []any{new(func(figure) float64)}, Call: plainValue},
		{Name: "words", Types: []any{new(func(string) string), new(func(figure) string), new(func(int) string)}, Call: r.inWords},
		{Name: "list", Types: []any{new(func(string) string), new(func(string, int) string), new(func([]string) string), new(func([]any) string), new(func([]int) string)}, Call: r.listCall},
		{Name: "capital", Types: []any{new(func(string) string), new(func(figure) string)}, Call: func(a []any) (any, error) {
			text, err := r.engine.Print(a[0])
			return locale.Capital(text), err
		}},
		{Name: "plain", Naming: true, Types: plainWord, Call: func(a []any) (any, error) { return a[0], nil }},
	}
}

func withDecimals() []any {
	return []any{
		new(func(figure) figure), new(func(figure, int) figure), new(func(int) figure), new(func(int, int) figure),
		new(func(float64) figure), new(func(float64, int) figure),
	}
}

// functionNames are the names that the layout cannot give to its own figures.
func functionNames() []string {
	var names []string
	for _, f := range (&resolver{}).functions() {
		names = append(names, f.Name)
	}
	return names
}

func (r *resolver) shareCall(a []any, ofAll bool) (figure, error) {
	answers := rest(a)
	if len(answers) == 0 {
		return figure{}, &template.ArgError{Text: fmt.Sprintf("the share of which answer to %q?", a[0]), Hint: "name it: share(" + literal(a[0].(string), "…") + ")"}
	}
	return r.share("", a[0].(string), answers, ofAll)
}

// ofData is a function that takes a data set's name or none.
func (r *resolver) ofData(f func(data string) (figure, error)) func([]any) (any, error) {
	return func(a []any) (any, error) {
		if len(a) > 1 {
			return nil, &template.ArgError{Arg: 1, Text: "one data set can be named"}
		}
		return f(word(a, 0))
	}
}

func rest(args []any) []string {
	var out []string
	for _, a := range args[1:] {
		out = append(out, a.(string))
	}
	return out
}

// word is an argument that is a text, or "" when it is left out.
func word(args []any, i int) string {
	if i >= len(args) {
		return ""
	}
	return args[i].(string)
}

func number(args []any, i, otherwise int) int {
	if i >= len(args) {
		return otherwise
	}
	return args[i].(int)
}

// anyFraction is the denominator of a fraction that is left to be chosen.
const anyFraction = -1

// fraction writes a share as "2 av 3"; of 10 when that is asked for.
func (r *resolver) fraction(f figure, of int) (string, error) {
	if f.Hidden {
		return template.Dash, nil
	}
	var denominators []int
	if of != anyFraction {
		if of < 2 || of > 10 {
			return "", &template.ArgError{Arg: 1, Rule: diag.ValueRange, Text: fmt.Sprintf("a fraction of %d is hard to see; 2 to 10 can be taken", of)}
		}
		denominators = []int{of}
	}
	if f.Unit != template.Percent {
		return "", &template.ArgError{Text: "a fraction is written of a share, and this is none", Hint: "share(…) works one out"}
	}
	text, ok := r.deck.Locale.Fraction(f.Value, denominators...)
	if !ok {
		return "", &template.ArgError{Text: fmt.Sprintf("no such fraction is within 3 points of %s", r.deck.Locale.Percent(f.Value, 1)), Hint: "print the share itself, or choose another denominator"}
	}
	return text, nil
}

// mostPrinted is how many decimals a number can be printed with.
const mostPrinted = 3

// written is a number as a figure of a unit, with the decimals that are asked for.
func written(a []any, unit template.Unit) (figure, error) {
	f, isFigure := a[0].(figure)
	switch v := a[0].(type) {
	case int:
		f = figure{Value: float64(v)}
	case float64:
		f = figure{Value: v}
	}
	decimals := number(a, 1, f.Decimals)
	switch {
	case decimals < 0 || decimals > mostPrinted:
		return f, &template.ArgError{Arg: 1, Rule: diag.ValueRange, Text: fmt.Sprintf("a figure is printed with 0 to %d decimals, not %d", mostPrinted, decimals)}
	case isFigure && unit == template.Percent && f.Unit == template.Number && len(f.Sources) > 0:
		return f, &template.ArgError{Text: "a number of respondents is no share", Hint: "share(…) works one out"}
	}
	return template.Map(f, func(f figure) figure {
		if !isFigure || unit == template.Number || f.Unit != template.Points {
			f.Unit = unit
		}
		f.Decimals = decimals
		return f
	}), nil
}

// about is a figure to the nearest ten, or to another step: "rundt 70 %".
func about(f figure, step int) (figure, error) {
	if step < 1 {
		return f, &template.ArgError{Arg: 1, Rule: diag.ValueRange, Text: "a figure is rounded to a step of 1 or more"}
	}
	return template.Map(f, func(f figure) figure {
		f.Value, f.Decimals = locale.Round(f.Value/float64(step), 0)*float64(step), 0
		return f
	}), nil
}

// plainValue is a figure's bare number, for the language's own functions. Of a hidden figure there is none.
func plainValue(a []any) (any, error) {
	f := a[0].(figure)
	if f.Hidden {
		return 0.0, template.HiddenError()
	}
	return f.Value, nil
}

// inWords writes whole numbers in words: "åtte av ti".
func (r *resolver) inWords(a []any) (any, error) {
	text, err := r.engine.Print(a[0])
	return r.deck.Locale.Words(text), err
}

func (r *resolver) listCall(a []any) (any, error) {
	switch v := a[0].(type) {
	case string:
		return r.listed(v, number(a, 1, 0))
	case []string:
		return r.deck.Locale.List(v), nil
	case []int:
		return listOf(r, v)
	case []any:
		return listOf(r, v)
	}
	panic(fmt.Sprintf("report: there is no list of %T", a[0])) // the types above let nothing else in
}

// listOf writes out a list of numbers, figures and texts.
func listOf[T any](r *resolver, values []T) (any, error) {
	var items []string
	for _, v := range values {
		text, err := r.engine.Print(v)
		if err != nil {
			return nil, err
		}
		items = append(items, strings.TrimSpace(text))
	}
	return r.deck.Locale.List(items), nil
}
