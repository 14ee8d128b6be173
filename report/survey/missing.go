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

// given are the texts of a column with answers, what stands there where nobody answered, alone or in a list, and how
// its cells are cut. What that is shows the whole file, whichever part of the respondents is counted.
func (t *Table) given(a asked, q Question) (given, missing []text, cut splitter) {
	texts := t.textsOf(a.column)
	if len(texts) == 0 || t.isMade(a.column) {
		return texts, nil, q.splitter(a.labels) // it was made of answers
	}
	cut = q.splitter(a.labels)
	cut.none = noneOf(t.texts[a.column][1:], a.labels, q)
	given, missing = parted(texts, cut)
	return given, missing, cut
}

// noneOf are the texts that stand where there is no answer.
func noneOf(texts []text, l labels, q Question) map[string]bool {
	none := q.Missing
	if q.Found {
		none = noAnswers(q.splitter(l).parts(texts), l, q)
	}
	is := map[string]bool{}
	for _, m := range none {
		is[letters.Tidy(m)] = true
	}
	return is
}

// parted tells cells with answers from what stands where there is none. That may stand beside answers in a list.
func parted(texts []text, cut splitter) (given, missing []text) {
	if len(cut.none) == 0 {
		return texts, nil
	}
	at, all := map[string]int{}, cut
	all.none = nil
	for n, x := range texts {
		if !cut.mayHoldNone(x.s) {
			if given != nil {
				given = append(given, x)
			}
			continue
		}
		if given == nil {
			given = append(make([]text, 0, len(texts)), texts[:n]...)
		}
		isGiven := isList(x.s)
		for part := range all.answers(x.s) {
			if !cut.none[part] {
				isGiven = true
				continue
			}
			isGiven = isGiven && x.s != between+part
			i, known := at[part]
			if !known {
				i = len(missing)
				at[part] = i
				missing = append(missing, text{s: part, code: x.code, first: x.first})
			}
			missing[i].count += x.count
		}
		if isGiven {
			given = append(given, x)
		}
	}
	if given == nil {
		given = texts
	}
	return given, missing
}

// mayHoldNone is false for most cells, which are spared the cutting.
func (s splitter) mayHoldNone(cell string) bool {
	if s.separator == "" && !isList(cell) {
		return s.none[cell]
	}
	for none := range s.none {
		if strings.Contains(cell, none) {
			return true
		}
	}
	return false
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
	n, ok := words.Whole(code)
	label := l.of(code)
	return ok && n < 0 && label != code && words.IsRefusal(label)
}

// tellMissing tells of what was found out to be no answer, and of what may be.
func tellMissing(q Question, l labels, missing, given []text, at func(text) diag.Pos, list *diag.List) {
	if !q.Found {
		tellUnsaid(q, l, given, at, list)
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
	if far := farBelow(given); len(far) > 0 {
		list.Warnf(at(far[0]), diag.NoAnswer, "if it is: "+sayMissing(far)+"; else missing = []",
			"%d answered %s to %q, far below all others: it may be a code for no answer",
			far[0].count, quotedTexts(far[:1], ""), q.Column)
	}
	for _, odd := range [][]text{nineties(given), belowOne(given, l, q)} {
		if len(odd) > 0 {
			list.Warnf(at(odd[0]), diag.NoAnswer, "if it is: "+sayMissing(odd)+"; else missing = []",
				"%d answered %s to %q, whose other answers are from 0 to 11: it may be a code for no answer",
				odd[0].count, quotedTexts(odd[:1], ""), q.Column)
		}
	}
}

// tellUnsaid tells of what tools write where nobody answered, and the layout, which says what else is none, does not.
func tellUnsaid(q Question, l labels, given []text, at func(text) diag.Pos, list *diag.List) {
	if len(q.Missing) == 0 {
		return
	}
	var counted []text
	found := noAnswers(given, l, q)
	for _, x := range given {
		if slices.Contains(found, x.s) {
			counted = append(counted, x)
		}
	}
	if len(counted) == 0 {
		return
	}
	n, said := 0, []text{}
	for _, m := range q.Missing {
		said = append(said, text{s: m})
	}
	for _, x := range counted {
		n += x.count
	}
	list.Warnf(at(counted[0]), diag.NoAnswer,
		fmt.Sprintf("if it is none: missing = [%s]; if it is one, list it among the question's answers, or say what "+
			"its label is", quotedTexts(append(said, counted...), ",")),
		"%s of %q with %s: counted as an answer, as the layout does not say that it is none", inCells(n), q.Column,
		quotedTexts(counted, "or"))
}

// farBelow are codes of no answer beside numbers of which some are below 0, too, but come nowhere near.
func farBelow(texts []text) (out []text) {
	const near = 3
	if !slices.ContainsFunc(texts, func(x text) bool { return words.IsCode(x.s) }) {
		return nil // open texts are many, and none is a code
	}
	others, most := 0, 0.0
	for _, x := range texts {
		if v, ok := number.Parse(x.s); ok && !v.Missing && !words.IsCode(x.s) {
			others, most = others+1, max(most, math.Abs(v.V))
		}
	}
	for _, x := range texts {
		if n, ok := words.Whole(x.s); ok && others > 1 && words.IsCode(x.s) && float64(-n) >= near*most {
			out = append(out, x)
		}
	}
	return out
}

func inCells(n int) string {
	if n == 1 {
		return "1 cell"
	}
	return fmt.Sprintf("%d cells", n)
}

// belowOne are the numbers below 0 that have no label, beside others that all are from 1 to 11: they go to no scale.
func belowOne(texts []text, l labels, q Question) (out []text) {
	others := 0
	for _, x := range texts {
		n, ok := words.Whole(x.s)
		switch {
		case !ok || n < 0 && (l.of(x.s) != x.s || isListed(x.s, l, q)):
		case n < -9 || n == 0 || n > 11:
			return nil
		case n < 0:
			out = append(out, x)
		default:
			others++
		}
	}
	if others < 2 {
		return nil
	}
	return out
}

// nineties are the answers 97 to 99 and 997 to 999 to a question that has no others above 11.
func nineties(texts []text) (out []text) {
	small := 0
	for _, x := range texts {
		n, ok := words.Whole(x.s)
		switch {
		case !ok:
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
	labels map[string]float64 // of what people read
}

// numberOf is what an answer counts for in a mean; false when it is no number. A code is none where its label says that
// there is no answer, or another number.
func numberOf(a Answer, q Question, l labels, r reading) (v float64, ok, leftOut bool) {
	if len(q.Numbers) == 0 {
		n, isNumber := r.as.Parse(a.Code)
		if !isNumber {
			v, ok = r.worded[a.Code]
			return v, ok && !scale.IsNumber(a.Code), false
		}
		read, isRead := r.labels[a.Label]
		switch {
		case a.Label == a.Code:
		case scale.IsApart(a.Label), isRead && read != n.V && !scale.IsNumber(a.Label):
			return 0, false, false
		case isRead:
			return read, true, false
		}
		return n.V, !n.Missing, false
	}
	for _, n := range q.Numbers {
		if l.one(l.code(letters.Tidy(n.Answer))) == a.Code {
			return n.Value, !math.IsNaN(n.Value), math.IsNaN(n.Value)
		}
	}
	return 0, false, scale.IsApart(a.Label)
}
