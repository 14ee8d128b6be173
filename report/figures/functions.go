package figures

import (
	"fmt"
	"strings"

	"lysark/config/diag"
	"lysark/report/locale"
	"lysark/report/template"
)

// figure is short for what most functions give.
type figure = template.Figure

// Language is the engine of a deck's expressions: it knows the functions that count its answers and write figures in
// words.
type Language struct {
	*template.Engine
	book *Book
}

// NewLanguage is the language of a deck whose answers are in the book.
func NewLanguage(b *Book, locale locale.Locale) *Language {
	l := &Language{book: b}
	l.Engine = template.New(locale, l.functions())
	l.Unknown.Meant = meantBy
	return l
}

// FunctionNames are the names that a layout cannot give to its own figures.
func FunctionNames() []string {
	var names []string
	for _, f := range (&Language{}).functions() {
		names = append(names, f.Name)
	}
	return names
}

// functions are what expressions may call. The manual is docs/expressions.md; a test holds it against this list.
func (l *Language) functions() []template.Function {
	return append(l.dataFunctions(), l.wordFunctions()...)
}

// dataFunctions count answers. Their texts name questions, answers and data sets.
func (l *Language) dataFunctions() []template.Function {
	type answersOf = func(string, ...string) figure
	type aboutData = func(...string) figure
	out := []template.Function{
		{Name: "share", Types: []any{new(answersOf)}, Call: func(a []any) (any, error) { return l.shareCall(a, false) }},
		{Name: "share_of_all", Types: []any{new(answersOf)}, Call: func(a []any) (any, error) { return l.shareCall(a, true) }},
		{Name: "count", Types: []any{new(answersOf)},
			Call: func(a []any) (any, error) { return l.book.Count(Group{}, a[0].(string), rest(a)) }},
		{Name: "base", Types: []any{new(func(string) figure)},
			Call: func(a []any) (any, error) { return l.book.Count(Group{}, a[0].(string), nil) }},
		{Name: "mean", Types: []any{new(answersOf)},
			Call: func(a []any) (any, error) { return l.book.Mean(Group{}, a[0].(string), rest(a)) }},
		{Name: "respondents", Types: []any{new(aboutData)}, Call: ofData(l.book.Respondents)},
		{Name: "response", Types: []any{new(aboutData)}, Call: ofData(l.book.Response)},
		{Name: "population", Types: []any{new(aboutData)}, Call: ofData(l.book.Population)},
		{Name: "top", Types: []any{new(func(string) string)},
			Call: func(a []any) (any, error) { return l.top(a[0].(string)) }},
		{Name: "rank", Types: []any{new(func(string, string) figure)},
			Call: func(a []any) (any, error) { return l.rank(a[0].(string), a[1].(string)) }},
		{Name: "answers", Types: []any{new(func(string) []string), new(func(string, int) []string)},
			Call: func(a []any) (any, error) {
				_, out, err := l.mostGiven(a[0].(string), number(a, 1, 0))
				return out, err
			}},
		{Name: "was", Types: []any{new(func(figure) figure), new(func(figure, string) figure)},
			Call: func(a []any) (any, error) { return l.was(a[0].(figure), word(a, 1)) }},
		{Name: "change", Types: []any{new(func(figure) string), new(func(figure, string) string)},
			Call: func(a []any) (any, error) { return l.change(a[0].(figure), word(a, 1)) }},
	}
	for i := range out {
		out[i].Naming = true
	}
	return out
}

// wordFunctions write figures and answers in words.
func (l *Language) wordFunctions() []template.Function {
	plainWord := []any{new(func(string) string)}
	return []template.Function{
		{Name: "fraction", Types: []any{new(func(figure) string), new(func(figure, int) string)},
			Call: func(a []any) (any, error) { return l.Fraction(a[0].(figure), number(a, 1, AnyFraction)) }},
		{Name: "pct", Types: withDecimals(), Call: func(a []any) (any, error) { return written(a, template.Percent) }},
		{Name: "num", Types: withDecimals(), Call: func(a []any) (any, error) { return written(a, template.Number) }},
		{Name: "about", Types: []any{new(func(figure) figure), new(func(figure, int) figure)},
			Call: func(a []any) (any, error) { return about(a[0].(figure), number(a, 1, 10)) }},
		{Name: "value", Types: []any{new(func(figure) float64)}, Call: plainValue},
		{Name: "words", Types: []any{new(func(string) string), new(func(figure) string), new(func(int) string)},
			Call: l.inWords},
		{Name: "list",
			Types: []any{new(func(string) string), new(func(string, int) string), new(func([]string) string),
				new(func([]any) string), new(func([]int) string)}, Call: l.listCall},
		{Name: "capital", Types: []any{new(func(string) string), new(func(figure) string)}, Call: func(a []any) (any, error) {
			text, err := l.Print(a[0])
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

func (l *Language) shareCall(a []any, ofAll bool) (figure, error) {
	answers := rest(a)
	if len(answers) == 0 {
		return figure{}, &template.ArgError{Text: fmt.Sprintf("the share of which answer to %q?", a[0]), Hint: "name it: share(" + Literal(a[0].(string), "…") + ")"}
	}
	return l.book.Share(Group{}, a[0].(string), answers, ofAll)
}

// ofData is a function that takes a data set's name or none.
func ofData(f func(Group) (figure, error)) func([]any) (any, error) {
	return func(a []any) (any, error) {
		if len(a) > 1 {
			return nil, &template.ArgError{Arg: 1, Text: "one data set can be named"}
		}
		return f(Group{Data: word(a, 0)})
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

// AnyFraction is the denominator of a fraction that is left to be chosen.
const AnyFraction = -1

// Fraction writes a share as "2 av 3"; of 10 when that is asked for.
func (l *Language) Fraction(f figure, of int) (string, error) {
	if f.Hidden || f.Unasked {
		return template.Dash, nil
	}
	var denominators []int
	if of != AnyFraction {
		if of < 2 || of > 10 {
			return "", &template.ArgError{Arg: 1, Rule: diag.ValueRange, Text: fmt.Sprintf("a fraction of %d is hard to see; 2 to 10 can be taken", of)}
		}
		denominators = []int{of}
	}
	if f.Unit != template.Percent {
		return "", &template.ArgError{Text: "a fraction is written of a share, and this is none", Hint: "share(…) works one out"}
	}
	text, ok := l.Locale.Fraction(f.Value, denominators...)
	if !ok {
		return "", &template.ArgError{Text: fmt.Sprintf("no such fraction is within 3 points of %s", l.Locale.Percent(f.Value, 1)), Hint: "print the share itself, or choose another denominator"}
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
	case isFigure && unit == template.Percent && f.Unit == template.Number && len(f.Sources) > 0 && !f.Bare:
		return f, &template.ArgError{Text: "a number of respondents is no share", Hint: "share(…) works one out"}
	}
	return template.Map(f, func(f figure) figure {
		f.Bare = unit == template.Number && (f.Unit == template.Percent || f.Bare)
		if !isFigure || unit == template.Number || f.Unit != template.Points {
			f.Unit = unit
		}
		f.Decimals = decimals
		return f
	}), nil
}

// about is a figure to the nearest ten, or to another step: "rundt 70 %". A share that would be all or nothing then,
// and is neither, stays what it is.
func about(f figure, step int) (figure, error) {
	if step < 1 {
		return f, &template.ArgError{Arg: 1, Rule: diag.ValueRange, Text: "a figure is rounded to a step of 1 or more"}
	}
	return template.Map(f, func(f figure) figure {
		rounded := locale.Round(f.Value/float64(step), 0) * float64(step)
		if f.Decimals = 0; f.Unit != template.Percent || rounded != 0 && rounded != 100 {
			f.Value = rounded
		}
		return f
	}), nil
}

// plainValue is a figure's bare number, for the language's own functions. Of a hidden figure there is none.
func plainValue(a []any) (any, error) {
	f := a[0].(figure)
	switch {
	case f.Hidden:
		return 0.0, template.HiddenError()
	case f.Unasked:
		return 0.0, f.UnaskedError()
	}
	return f.Value, nil
}

// inWords writes whole numbers in words: "åtte av ti".
func (l *Language) inWords(a []any) (any, error) {
	text, err := l.Print(a[0])
	return l.Locale.Words(text), err
}

func (l *Language) listCall(a []any) (any, error) {
	switch v := a[0].(type) {
	case string:
		return l.listed(v, number(a, 1, 0))
	case []string:
		return l.Locale.List(v), nil
	case []int:
		return listOf(l, v)
	case []any:
		return listOf(l, v)
	}
	panic(fmt.Sprintf("figures: there is no list of %T", a[0])) // the types above let nothing else in
}

// listOf writes out a list of numbers, figures and texts.
func listOf[T any](l *Language, values []T) (any, error) {
	var items []string
	for _, v := range values {
		text, err := l.Print(v)
		if err != nil {
			return nil, err
		}
		items = append(items, strings.TrimSpace(text))
	}
	return l.Locale.List(items), nil
}
