package template

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"lysark/report/locale"
)

// operatorPrefix begins the names of the functions that stand for signs. Authors do not call them.
const operatorPrefix = "operator_"

// arithmetic lets figures be reckoned with and compared, with each other and with plain numbers.
func arithmetic() []Function {
	var out []Function
	for _, op := range operators() {
		out = append(out, Function{
			Name: op.function, Types: op.types(),
			Call: op.call,
		})
	}
	return out
}

// operator is one of the language's signs and the function that stands for it when a figure is involved.
type operator struct {
	sign, function string
	reckon         func(a, b Figure) (Figure, error) // or
	compare        func(a, b float64) bool
}

func operators() []operator {
	return []operator{
		{sign: "+", function: operatorPrefix + "plus", reckon: plus},
		{sign: "-", function: operatorPrefix + "minus", reckon: minus},
		{sign: "*", function: operatorPrefix + "times", reckon: times},
		{sign: "/", function: operatorPrefix + "by", reckon: by},
		{sign: "<", function: operatorPrefix + "less", compare: func(a, b float64) bool { return a < b }},
		{sign: "<=", function: operatorPrefix + "most", compare: func(a, b float64) bool { return a <= b }},
		{sign: ">", function: operatorPrefix + "more", compare: func(a, b float64) bool { return a > b }},
		{sign: ">=", function: operatorPrefix + "least", compare: func(a, b float64) bool { return a >= b }},
		{sign: "==", function: operatorPrefix + "equals", compare: func(a, b float64) bool { return a == b }},
		{sign: "!=", function: operatorPrefix + "differs", compare: func(a, b float64) bool { return a != b }},
	}
}

// types are the shapes of an operator: a figure on one side at least.
func (o operator) types() []any {
	if o.equality() {
		return append(operator{compare: o.compare}.types(), new(func(string, string) bool))
	}
	if o.compare != nil {
		return []any{
			new(func(Figure, Figure) bool), new(func(Figure, int) bool), new(func(int, Figure) bool),
			new(func(Figure, float64) bool), new(func(float64, Figure) bool),
		}
	}
	return []any{
		new(func(Figure, Figure) Figure), new(func(Figure, int) Figure), new(func(int, Figure) Figure),
		new(func(Figure, float64) Figure), new(func(float64, Figure) Figure),
	}
}

func (o operator) equality() bool { return o.sign == "==" || o.sign == "!=" }

func (o operator) call(args []any) (any, error) {
	a, text := args[0].(string)
	if !text {
		return o.apply(figureOf(args[0]), figureOf(args[1]))
	}
	// "2 av 3" is one text whether its spaces break or not
	b := args[1].(string)
	same := strings.ReplaceAll(a, "\u00a0", " ") == strings.ReplaceAll(b, "\u00a0", " ")
	return same == (o.sign == "=="), nil
}

func (o operator) apply(a, b Figure) (any, error) {
	if a.Unknown || b.Unknown {
		return nil, ErrReported
	}
	for _, f := range []Figure{a, b} {
		if f.Unasked {
			return nil, f.UnaskedError()
		}
	}
	if o.compare == nil {
		return o.reckoned(a, b)
	}
	if a.Hidden || b.Hidden {
		return false, errHidden // the answer would tell of the group
	}
	// sums of weights differ in their last digits when the same people are summed in another order
	const exact = 9
	x, y := locale.Round(a.Value, exact), locale.Round(b.Value, exact)
	if o.equality() {
		// equal is what is printed alike: a share is hardly ever 68 to the last digit
		decimals := max(a.Decimals, b.Decimals)
		x, y = a.rounded(decimals), b.rounded(decimals)
	}
	return o.compare(x, y), nil
}

// rounded is the number that is printed. A share of 99,6 % is not 100 %.
func (f Figure) rounded(decimals int) float64 {
	if f.Unit == Percent || f.Bare {
		return locale.RoundShare(f.Value, decimals)
	}
	return locale.Round(f.Value, decimals)
}

func (o operator) reckoned(a, b Figure) (Figure, error) {
	out, err := o.reckon(a, b)
	if err != nil {
		return Figure{}, err
	}
	out.Decimals = max(out.Decimals, a.Decimals, b.Decimals)
	out.Hidden = a.Hidden || b.Hidden
	out.Sources = merged(a.Sources, b.Sources)
	if a.again == nil && b.again == nil {
		return out, nil
	}
	return From(out, func(data string) (Figure, error) {
		x, err := a.elsewhere(data)
		if err != nil {
			return Figure{}, err
		}
		y, err := b.elsewhere(data)
		if err != nil {
			return Figure{}, err
		}
		return o.reckoned(x, y)
	}), nil
}

// elsewhere is the figure in another data set; a plain number is the same there.
func (f Figure) elsewhere(data string) (Figure, error) {
	if f.again == nil {
		return f, nil
	}
	return f.again(data)
}

// figureOf is a plain number as a figure that comes from nowhere.
func figureOf(v any) Figure {
	switch v := v.(type) {
	case Figure:
		return v
	case int:
		return Figure{Value: float64(v), Unit: Number}
	case float64:
		return Figure{Value: v, Unit: Number, Decimals: decimalsOf(v)}
	}
	panic(fmt.Sprintf("template: %T is no number", v)) // the types above let nothing else in
}

func (f Figure) plain() bool { return len(f.Sources) == 0 && f.Unit == Number }

// plus: shares of a question that takes several answers do not add up, as people would be counted twice.
func plus(a, b Figure) (Figure, error) {
	for _, s := range a.Sources {
		twice := func(o Source) bool {
			return s.Multiple && s.Data == o.Data && s.Question == o.Question && s.Question != ""
		}
		if a.Unit == Percent && b.Unit == Percent && slices.ContainsFunc(b.Sources, twice) {
			return Figure{}, &ArgError{Arg: -1, Text: "shares of a question that takes several answers cannot be added: who gave both would count twice",
				Hint: fmt.Sprintf("name the answers together: share('%s', …, …)", s.Question)}
		}
	}
	if err := unlike(a, b); err != nil {
		return Figure{}, err
	}
	out := Figure{Value: a.Value + b.Value, Unit: together(a, b), Rest: a.Rest || b.Rest}
	switch {
	case a.Unit != Percent || b.Unit != Percent || out.Rest:
	case a.Turned != b.Turned:
		out.Unit = Points
	default:
		out.Turned = a.Turned
	}
	return out, nil
}

// minus: the difference of two shares is in percentage points, what is left of a plain number is a share. What is left
// of the same number twice has that number no longer: 100 - a, less 100 - b, is a difference of two shares.
func minus(a, b Figure) (Figure, error) {
	if err := unlike(a, b); err != nil {
		return Figure{}, err
	}
	out := Figure{Value: a.Value - b.Value, Unit: together(a, b)}
	isNothing := a.plain() && a.Value == 0
	switch {
	case a.plain() && b.Unit == Percent:
		out.Rest, out.Turned = !isNothing && !b.Rest, isNothing && !b.Turned
	case a.Rest && !b.Rest:
		out.Rest = true
	case a.Unit != Percent || b.Unit != Percent:
	case a.Turned != b.Turned && !a.Rest && !b.Rest:
		out.Turned = a.Turned
	default:
		out.Unit = Points
	}
	return out, nil
}

// unlike reports a share and a number of respondents, which have no sum.
func unlike(a, b Figure) error {
	counts := func(f Figure) bool { return f.Unit == Number && !f.plain() }
	if counts(a) && b.Unit != Number || counts(b) && a.Unit != Number {
		return &ArgError{Arg: -1, Text: "a share and a number of respondents cannot be added or subtracted"}
	}
	return nil
}

// together is the unit of a sum.
func together(a, b Figure) Unit {
	switch {
	case a.Unit == Percent || b.Unit == Percent:
		return Percent
	case a.Unit == Points || b.Unit == Points:
		return Points
	}
	return Number
}

func times(a, b Figure) (Figure, error) {
	out := Figure{Unit: Number}
	switch {
	case b.plain():
		out = a.scaled(b.Value)
	case a.plain():
		out = b.scaled(a.Value)
	}
	out.Value = a.Value * b.Value
	return out, nil
}

func by(a, b Figure) (Figure, error) {
	if b.Value == 0 && !b.Hidden {
		return Figure{}, errors.New("something is divided by 0")
	}
	out := Figure{Unit: Number, Decimals: 1}
	if b.plain() {
		out = a.scaled(b.Value)
	}
	out.Value = a.Value / b.Value
	return out, nil
}

// scaled is what a figure counts in when it is multiplied by a plain number.
func (f Figure) scaled(number float64) Figure {
	isShare := f.Unit == Percent && !f.Rest
	return Figure{Unit: f.Unit, Rest: f.Rest, Turned: isShare && f.Turned != (number < 0)}
}
