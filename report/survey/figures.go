package survey

import (
	"slices"

	"lysark/config/diag"
	"lysark/report/survey/letters"
	"lysark/report/survey/scale"
)

// AnyOf counts the respondents who gave at least one of the answers: with several answers per respondent, one who gave
// two of them counts once. It also returns those of the answers that nobody gave and the question does not list; of a
// column that the file does not have, that is all of them.
func (t *Table) AnyOf(q Question, wanted []string) (Answer, []string) {
	asked, ok := t.column(q, &diag.List{})
	if !ok {
		return Answer{}, wanted
	}
	var out Answer
	texts, unknown := t.holding(asked, q, wanted)
	var weight sum
	for _, x := range texts {
		out.Count += x.count
		weight.addSum(x.weight)
	}
	out.Weight = weight.value()
	return out, unknown
}

// holding are the texts of a column that hold at least one of the answers, and the answers that are unknown.
func (t *Table) holding(asked asked, q Question, wanted []string) (out []text, unknown []string) {
	code := func(name string) string { return asked.labels.code(letters.Tidy(name)) }
	found := map[string]bool{}
	for _, w := range wanted {
		found[code(w)] = false
	}
	given, _, cut := t.given(asked, q)
	for _, x := range given {
		if !cut.mayHold(x.s, found, asked.labels) {
			continue
		}
		gave := false
		for a := range cut.answers(x.s) {
			a = asked.labels.one(a)
			if _, isWanted := found[a]; isWanted {
				found[a], gave = true, true
			}
		}
		if gave {
			out = append(out, x)
		}
	}
	for _, listed := range slices.Concat(q.Answers, asked.offered) {
		found[code(listed)] = true
	}
	unknown = slices.DeleteFunc(slices.Clone(wanted), func(w string) bool { return found[code(w)] })
	return out, unknown
}

// Mean is the mean of the answers that are numbers.
type Mean struct {
	Mean   float64 // weighted, in the unit of the answers; 0 when no answer is a number
	Count  int     // answers that are numbers
	Weight float64 // sum of the weights of those who gave them
	Base   int     // respondents who answered, with a number or not
}

// Mean works out the mean of the answers that are numbers, with decimal comma or point, or points on a scale that have
// words, too, such as "1 - Helt uenig". It also returns the answers that are neither numbers nor among the exceptions,
// at most 20 of them. Of a respondent's several answers each counts.
func (t *Table) Mean(q Question, except []string) (Mean, []string) {
	asked, ok := t.column(q, &diag.List{})
	if !ok {
		return Mean{}, nil
	}
	var skipped []string
	for _, e := range except {
		skipped = append(skipped, asked.labels.code(letters.Tidy(e)))
	}
	tally := t.count(asked, q)
	out := Mean{Base: tally.Base}
	var strange []string
	var total, weight sum
	worded := scale.Points(codes(tally.Answers))
	read := reading{numbersOf(t, q, asked, nil), worded, scale.Values(tally.Labels())}
	for _, a := range tally.Answers {
		if slices.Contains(skipped, a.Code) {
			continue
		}
		v, ok, leftOut := numberOf(a, q, asked.labels, read)
		if !ok {
			if len(strange) < diag.MostTold && !leftOut {
				strange = append(strange, a.Label)
			}
			continue
		}
		total.add(v * a.Weight)
		out.Count += a.Count
		weight.add(a.Weight)
	}
	if out.Weight = weight.value(); out.Weight > 0 {
		out.Mean = total.value() / out.Weight
	}
	return out, strange
}

func codes(answers []Answer) []string {
	out := make([]string, len(answers))
	for i, a := range answers {
		out[i] = a.Code
	}
	return out
}
