package scale

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Order is the order in which answers are shown, whoever gave them first, and what is known of it.
type Order struct {
	Scale        // of those that are not apart
	Apart []bool // by answer: it stands last, outside of the scale
	rank  []int
}

// Answer is what there is to order an answer by.
type Answer struct {
	Code  string // as the file has it
	Label string // what people read
}

// OrderOf finds the order of the answers: along the scale they are on; else numbers by size, before what is in
// alphabetical order; always last what is apart. The file's codes are an order where the words are not.
func OrderOf(answers []Answer) Order {
	o := Order{Apart: make([]bool, len(answers)), rank: make([]int, len(answers))}
	var labels []string
	for i, a := range answers {
		o.rank[i] = apart(a.Label)
		if o.Apart[i] = o.rank[i] > 0; !o.Apart[i] {
			labels = append(labels, a.Label)
		}
	}
	o.Scale = Of(labels)
	return o
}

// Sorted are the numbers of the answers, in their order.
func Sorted(answers []Answer) []int {
	o := OrderOf(answers)
	keys := o.keys(answers)
	order := make([]int, len(answers))
	for i := range order {
		order[i] = i
	}
	byName := alphabet(answers)
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(o.rank[a], o.rank[b]), cmp.Compare(keys[a].tier, keys[b].tier),
			cmp.Compare(keys[a].at, keys[b].at), byName(a, b),
		)
	})
	return order
}

// key is where an answer stands before names decide: what has a number, before what has none.
type key struct {
	tier int
	at   float64
}

func (o Order) keys(answers []Answer) []key {
	out := make([]key, len(answers))
	codes, coded := codesOf(answers)
	var labels []string
	for i, a := range answers {
		if !o.Apart[i] {
			labels = append(labels, a.Label)
		}
	}
	values := Values(labels)
	for i, a := range answers {
		value, isNumber := values[a.Label]
		switch {
		case o.Apart[i]:
		case o.IsOrdered():
			out[i].at = o.Places[a.Label]
		case isNumber:
			out[i].at = value
		case coded:
			out[i].at = codes[i]
		default:
			out[i].tier = 1
		}
	}
	return out
}

// codesOf are the answers' codes where the file has numbers for words.
func codesOf(answers []Answer) ([]float64, bool) {
	out := make([]float64, len(answers))
	worded := false
	for i, a := range answers {
		v, ok := Number(a.Code)
		if !ok {
			return nil, false
		}
		out[i], worded = v, worded || a.Code != a.Label
	}
	return out, worded
}

// alphabet compares answers by name as Norwegians sort: æ, ø and å last, numbers within a name by size. Of very many
// answers nobody looks for one by its name, so that they are spared the work.
func alphabet(answers []Answer) func(a, b int) int {
	const most = 2000
	plain := func(a, b int) int { return strings.Compare(answers[a].Label, answers[b].Label) }
	if len(answers) > most {
		return plain
	}
	// x/text has the same order for nb, but looks for it in vain: collate.New(nb) sorts as if for no language.
	c := collate.New(language.MustParse("nn"), collate.Numeric)
	var buffer collate.Buffer
	keys := make([][]byte, len(answers))
	for i, a := range answers {
		keys[i] = c.KeyFromString(&buffer, beginning(a.Label))
	}
	return func(a, b int) int {
		return cmp.Or(slices.Compare(keys[a], keys[b]), plain(a, b))
	}
}

// beginning is as much of a text as is looked at to sort it.
func beginning(s string) string {
	const most = 4 * mostLetters
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "")
}
