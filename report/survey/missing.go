package survey

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey/letters"
	"lysark/report/survey/number"
	"lysark/report/survey/scale"
	"lysark/report/survey/words"
)

// given are the texts of a column that are answers, and what stands there where nobody answered.
func (t *Table) given(a asked, q Question) (given, missing []text) {
	texts := t.textsOf(a.column)
	if t.isMade(a.column) {
		return texts, nil // it was made of answers
	}
	return parted(texts, a.labels, q)
}

// parted tells answers from what stands where there is none.
func parted(texts []text, l labels, q Question) (given, missing []text) {
	none := q.Missing
	if q.Found {
		none = noAnswers(texts, l, q)
	}
	if len(none) == 0 {
		return texts, nil
	}
	is := map[string]bool{}
	for _, m := range none {
		is[letters.Tidy(m)] = true
	}
	for _, x := range texts {
		if is[x.s] {
			missing = append(missing, x)
		} else {
			given = append(given, x)
		}
	}
	return given, missing
}

// noAnswers are the texts that tools write where nobody answered: words that are no answer to any question, codes that
// are negative beside numbers that are not, and negative codes whose label says it. What the layout lists as an answer
// is one.
func noAnswers(texts []text, l labels, q Question) (out []string) {
	isCode := func(x text) bool { return words.IsCode(x.s) }
	negative := slices.ContainsFunc(texts, isCode) && codesBelow(texts) // open texts are many, and none is a code
	for _, x := range texts {
		isNone := words.IsNoAnswer(x.s) || negative && words.IsCode(x.s) || isRefused(x.s, l)
		if isNone && !isListed(x.s, l, q) {
			out = append(out, x.s)
		}
	}
	return out
}

func isListed(s string, l labels, q Question) bool {
	same := func(listed string) bool { return l.code(letters.Tidy(listed)) == l.one(s) }
	named := func(own Label) bool { return letters.Tidy(own.Code) == s }
	return slices.ContainsFunc(q.Answers, same) || slices.ContainsFunc(q.Labels, named)
}

// codesBelow tells whether all numbers of a column are 0 or more but for codes of no answer, with none near below 0.
func codesBelow(texts []text) bool {
	numbers := 0
	for _, x := range texts {
		v, ok := number.Parse(x.s)
		switch {
		case !ok || v.Missing || words.IsCode(x.s):
		case v.V < 0:
			return false
		default:
			numbers++
		}
	}
	return numbers > 0
}

// isRefused tells a negative code that the file labels as a refusal.
func isRefused(code string, l labels) bool {
	if len(l) == 0 {
		return false
	}
	n, err := strconv.Atoi(code)
	label := l.of(code)
	return err == nil && n < 0 && label != code && words.IsRefusal(label)
}

// tellMissing tells of what was found out to be no answer, and of what may be.
func tellMissing(q Question, missing, given []text, at func(text) diag.Pos, list *diag.List) {
	if !q.Found {
		return
	}
	if len(missing) > 0 {
		n := 0
		for _, x := range missing {
			n += x.count
		}
		list.Warnf(at(missing[0]), diag.NoAnswer, sayMissing(missing)+", or missing = [] where it is an answer",
			"%s of %q with %s: taken for no answer", inCells(n), q.Column, quotedTexts(missing, "or"))
	}
	if odd := nineties(given); len(odd) > 0 {
		list.Warnf(at(odd[0]), diag.NoAnswer, "if it is: "+sayMissing(odd)+"; else missing = []",
			"%d answered %s to %q, whose other answers are from 0 to 11: it may be a code for no answer",
			odd[0].count, quotedTexts(odd[:1], ""), q.Column)
	}
}

func inCells(n int) string {
	if n == 1 {
		return "1 cell"
	}
	return fmt.Sprintf("%d cells", n)
}

// nineties are the answers 97 to 99 and 997 to 999 to a question that has no others above 11.
func nineties(texts []text) (out []text) {
	small := 0
	for _, x := range texts {
		n, err := strconv.Atoi(x.s)
		switch {
		case err != nil:
		case n >= 97 && n <= 99, n >= 997 && n <= 999:
			out = append(out, x)
		case n > 11:
			return nil
		default:
			small++
		}
	}
	if small < 2 {
		return nil
	}
	return out
}

func sayMissing(texts []text) string {
	return fmt.Sprintf("say it beside the question, or for all: missing = [%s]", quotedTexts(texts, ","))
}

// quotedTexts names texts in quotes with a word between them.
func quotedTexts(texts []text, between string) string {
	var out strings.Builder
	for i, x := range texts {
		switch {
		case i > 0 && between == ",":
			out.WriteString(", ")
		case i > 0:
			out.WriteString(" " + between + " ")
		}
		out.WriteString(strconv.Quote(x.s))
	}
	return out.String()
}

// reading is how the answers of a question are read as numbers, and the numbers of those that have words, too.
type reading struct {
	as     number.Style
	worded map[string]float64
}

// numberOf is what an answer counts for in a mean; false when it is no number.
func numberOf(a Answer, q Question, l labels, r reading) (v float64, ok, leftOut bool) {
	if len(q.Numbers) == 0 {
		if n, isNumber := r.as.Parse(a.Code); isNumber {
			return n.V, !n.Missing, false
		}
		v, ok = r.worded[a.Code]
		return v, ok && !scale.IsNumber(a.Code), false
	}
	for _, n := range q.Numbers {
		if l.one(l.code(letters.Tidy(n.Answer))) == a.Code {
			return n.Value, !math.IsNaN(n.Value), false
		}
	}
	return 0, false, true
}
