package config

import (
	"math"
	"time"

	"lysark/config/diag"
	"lysark/config/keys"
)

// layoutForms are how the values of layouts are written that are more than text, numbers and dates.
func layoutForms() []keys.Form {
	return []keys.Form{
		keys.FormOf(readScalar, scalarSchema),
		keys.FormOf(readRows, rowsSchema),
		keys.FormOf(func(k keys.Key, to *Words) { *to = Words{k.FilledTexts(), true} }, wordsSchema),
		keys.FormOf(func(k keys.Key, to *[]Number64) { *to, _ = numbers(k) }, numbersSchema),
		keys.ValueOf(readSpan, spanSchema),
	}
}

// readScalar reads a text, a number, or a truth.
func readScalar(k keys.Key, to *Scalar) {
	const want = "text, a number, or true or false"
	switch v := k.Value.(type) {
	case string:
		to.Text = k.Text()
		to.V = to.Text.V
		return
	case int64:
		to.V = int(v)
		return
	case bool:
		to.V = v
		return
	case float64:
		if number, ok := k.Finite(); ok {
			to.V = number
			return
		}
	case time.Time:
		k.Wrong("put it in quotes", want)
	default:
		k.Wrong("", want)
	}
	k.Refuse()
}

func scalarSchema(*keys.Field) *keys.Schema {
	return &keys.Schema{Type: keys.Types{"string", "number", "boolean"}}
}

func readRows(k keys.Key, to *[][]Str) {
	const want = "a list of rows, each a list of texts"
	for _, row := range k.Items(want) {
		var cells []Str
		for _, cell := range row.Items(want) {
			cells = append(cells, cell.Text())
		}
		*to = append(*to, cells)
	}
}

func rowsSchema(f *keys.Field) *keys.Schema {
	row := &keys.Schema{Type: keys.Types{"array"}, Items: f.TextSchema()}
	return &keys.Schema{Type: keys.Types{"array"}, Items: row}
}

// numbers is a list of numbers; "" and nan stand for a missing one. ok is false when there is anything else in it.
func numbers(k keys.Key) (out []Number64, ok bool) {
	ok = k.IsList()
	for _, one := range k.Items("a list of numbers") {
		n, fine := amount(one)
		ok = ok && fine
		out = append(out, n)
	}
	return out, ok
}

func amount(k keys.Key) (n Number64, ok bool) {
	const hint = `write a number, or "" for one that is missing`
	missing := Number64{Val: Val[float64]{Pos: k.Pos}, Missing: true}
	switch v := k.Value.(type) {
	case int64:
		return Number64{Val: Val[float64]{V: float64(v), Pos: k.Pos, Set: true}}, true
	case float64:
		if math.IsInf(v, 0) {
			k.Errorf(diag.BadValue, hint, "holds an infinite number")
			return missing, false
		}
		if !math.IsNaN(v) {
			v, ok = k.Finite()
			return Number64{Val: Val[float64]{V: v, Pos: k.Pos, Set: ok}, Missing: !ok}, ok
		}
	case string:
		if v != "" {
			k.Errorf(diag.WrongType, hint, "holds the text %q where a number belongs", v)
			return missing, false
		}
	default:
		k.Wrong("", "a list of numbers")
		return missing, false
	}
	return missing, true
}

// numbersSchema allows for what editors read from nan: null.
func numbersSchema(*keys.Field) *keys.Schema {
	amount := &keys.Schema{Type: keys.Types{"number", "string", "null"}, MaxLength: new(int)}
	return &keys.Schema{Type: keys.Types{"array"}, Items: amount}
}

// readSpan reads a number, which allows for the rounding of shares, or a list of the least and the most.
func readSpan(k keys.Key) (Span, bool) {
	const rounding = 1
	if !k.IsList() {
		sum, ok := k.Finite()
		return Span{sum - rounding, sum + rounding}, ok
	}
	var ends []float64
	for _, item := range k.Items("") {
		end, ok := item.Finite()
		if !ok {
			return Span{}, false
		}
		ends = append(ends, end)
	}
	if len(ends) != 2 || ends[0] > ends[1] {
		k.Errorf(diag.BadValue, "write one number, or [least, most]", "has to be a number or two in order")
		return Span{}, false
	}
	return Span{ends[0], ends[1]}, true
}

func spanSchema(f *keys.Field) *keys.Schema {
	return &keys.Schema{Type: keys.Types{"number", "array"}, Items: f.NumberSchema("number"), MinItems: 2, MaxItems: 2}
}

func wordsSchema(f *keys.Field) *keys.Schema { return keys.OneOrMore(f.TextSchema()) }
