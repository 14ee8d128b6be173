package survey

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"lysark/config/diag"
)

// Question is a column under a short name.
type Question struct {
	Name     string
	Column   string
	Multiple string   // separator between several answers in one cell; empty for one answer
	Answers  []string // the answers there may be, in the order they are shown; empty for those there are
	Pos      diag.Pos // in the layout
}

// Tally is the count of the answers to one question. Without weights each respondent weighs 1.
type Tally struct {
	Question    Question
	Answers     []Answer
	Base        int  // respondents who answered; a blank cell is no part of it
	Heard       int  // of them, those who have a weight above 0: all without weights
	Respondents int  // all in the file
	Multi       bool // several answers per respondent: shares may pass 100

	Weighted            bool    // the respondents do not all weigh the same
	WeightedBase        float64 // weight of those who answered
	WeightedRespondents float64 // weight of all in the file
	Effective           float64 // base without weights that would be as certain as this one (Kish): (Σw)²/Σw²
	EffectiveOfAll      float64 // the same of all respondents
}

// Answer is one answer, how many gave it, and what they weigh.
type Answer struct {
	Label  string
	Count  int
	Weight float64
}

// Tally counts the answers to a question.
func (t *Table) Tally(q Question) (Tally, diag.List) {
	var list diag.List
	column, ok := t.Column(q.Column)
	if !ok {
		list.Errorf(q.Pos, diag.UnknownColumn, diag.DidYouMean(q.Column, t.named()), "the file %s has no column %q", t.File, q.Column)
		return Tally{Question: q, Respondents: t.Len(), Multi: q.Multiple != ""}, list
	}
	c := t.count(column, q)
	out := c.Tally
	out.order(q.Answers)
	t.tellSeveral(c, column, &list)
	strange := told{list: &list, file: t.File, what: "answers that are not among those that the layout lists"}
	given := enumerated(c.Labels())
	for _, a := range out.unexpected(q.Answers) {
		if strange.next() {
			list.Errorf(t.atFirst(c.first[a.Label], column), diag.UnknownAnswer, newAnswer(a.Label, q.Answers),
				"%d answered %q to %q, which is not among the answers that the layout lists: %s; given were %s", a.Count, a.Label, q.Column, enumerated(q.Answers), given)
		}
	}
	strange.rest(diag.UnknownAnswer)
	switch {
	case out.Base == 0:
		list.Errorf(q.Pos, diag.EmptyData, "take the chart out, or check the file", "nobody in %s answered %q", t.File, q.Column)
	case out.WeightedBase == 0: // there are no shares of nothing
		list.Errorf(q.Pos, diag.EmptyData, "look at the column of weights", "everybody who answered %q in %s has the weight 0", q.Column, t.File)
	}
	return out, list
}

// newAnswer is the hint for an answer that the layout does not list: it may be misspelt, or new.
func newAnswer(label string, listed []string) string {
	if near := diag.Nearest(label, listed); near != "" {
		return fmt.Sprintf("if it means %q, correct the file; if the survey offers it now, add it to the question's answers", near)
	}
	return "if the survey offers it now, add it to the question's answers; else correct the file"
}

// enumerated writes answers in a message: the first of them, and the beginnings of long ones.
func enumerated(answers []string) string {
	const most, longest = 8, 40
	var out []string
	for _, a := range answers[:min(len(answers), most)] {
		if letters := []rune(a); len(letters) > longest {
			a = string(letters[:longest-1]) + "…"
		}
		out = append(out, strconv.Quote(a))
	}
	if left := len(answers) - most; left > 0 {
		out = append(out, fmt.Sprintf("and %d more", left))
	}
	return strings.Join(out, ", ")
}

// tellSeveral reports cells that hold a list, as JSON can, in a question that takes one answer.
func (t *Table) tellSeveral(c counted, column int, list *diag.List) {
	if c.Multi || len(c.several) == 0 {
		return
	}
	n := 0
	for _, x := range c.several {
		n += x.count
	}
	list.Errorf(t.atFirst(c.several[0], column), diag.BadData, `write multiple = ";" beside the column`,
		"%d gave several answers to %q, which takes one", n, c.Question.Column)
}

// counted is a tally with what is needed to complain of it.
type counted struct {
	Tally
	first   map[string]text // by answer, where it first occurs
	several []text          // cells that hold a list of several
}

// count counts the answers in the order they first occur. A text is split once, however many gave it.
func (t *Table) count(column int, q Question) counted {
	out := counted{Tally: Tally{Question: q, Respondents: t.Len(), Multi: q.Multiple != "", Weighted: t.weights != nil, WeightedRespondents: t.weighted}}
	out.first = map[string]text{}
	index := map[string]int{}
	var last []int // by answer, the text that held it last: the same answer twice in a cell counts once
	square := 0.0
	for n, x := range t.texts(column) {
		given := 0
		for a := range answers(x.s, q.Multiple) {
			given++
			i, known := index[a]
			if !known {
				i = len(out.Answers)
				index[a], out.first[a] = i, x
				out.Answers = append(out.Answers, Answer{Label: a})
				last = append(last, -1)
			}
			if last[i] != n {
				last[i] = n
				out.Answers[i].Count += x.count
				out.Answers[i].Weight += x.weight
			}
		}
		if given > 0 {
			out.Base += x.count
			out.Heard += x.positive
			out.WeightedBase += x.weight
			square += x.square
		}
		if given > 1 && isList(x.s) {
			out.several = append(out.several, x)
		}
	}
	if t.squared > 0 {
		out.EffectiveOfAll = t.weighted * t.weighted / t.squared
	}
	if square > 0 {
		out.Effective = out.WeightedBase * out.WeightedBase / square
	}
	return out
}

// between stands before each answer of a cell that holds a list of them, as JSON can: the unit separator of ASCII,
// which no answer holds. Such a cell needs no separator of the layout's, and one in an answer does not split it.
const between = "\x1f"

func isList(s string) bool { return strings.HasPrefix(s, between) }

// shown is the text of a cell for reading.
func shown(s string) string {
	if !isList(s) {
		return s
	}
	return strings.ReplaceAll(s[len(between):], between, "; ")
}

// answers are the answers in one cell, in their order; one that is given twice comes twice.
func answers(s, multiple string) iter.Seq[string] {
	if isList(s) {
		multiple = between
	}
	return func(yield func(string) bool) {
		if multiple == "" {
			yield(s)
			return
		}
		for part := range strings.SplitSeq(s, multiple) {
			if part = tidy(part); part != "" && !yield(part) {
				return
			}
		}
	}
}

// order puts the answers in the order of the layout's list, those nobody gave included; without a list, numbers
// by size, all else as they first occur.
func (t *Tally) order(listed []string) {
	if len(listed) == 0 {
		if !slices.ContainsFunc(t.Answers, func(a Answer) bool { _, err := strconv.ParseFloat(a.Label, 64); return err != nil }) {
			slices.SortStableFunc(t.Answers, func(a, b Answer) int {
				x, _ := strconv.ParseFloat(a.Label, 64)
				y, _ := strconv.ParseFloat(b.Label, 64)
				return cmp.Compare(x, y)
			})
		}
		return
	}
	var out []Answer
	for _, label := range listed {
		a, _ := t.answer(label)
		a.Label = tidy(label)
		out = append(out, a)
	}
	t.Answers = append(out, t.unexpected(listed)...)
}

// unexpected are the answers that are not on the layout's list.
func (t *Tally) unexpected(listed []string) []Answer {
	if len(listed) == 0 {
		return nil
	}
	expected := map[string]bool{}
	for _, l := range listed {
		expected[tidy(l)] = true
	}
	var out []Answer
	for _, a := range t.Answers {
		if !expected[a.Label] {
			out = append(out, a)
		}
	}
	return out
}

// Labels are the answers without their counts.
func (t Tally) Labels() []string {
	out := make([]string, len(t.Answers))
	for i, a := range t.Answers {
		out[i] = a.Label
	}
	return out
}

// Count is how many gave the answer; false when it is neither given nor listed.
func (t Tally) Count(label string) (int, bool) {
	a, ok := t.answer(label)
	return a.Count, ok
}

func (t Tally) answer(label string) (Answer, bool) {
	label = tidy(label)
	for _, a := range t.Answers {
		if a.Label == label {
			return a, true
		}
	}
	return Answer{}, false
}

// Share is the answer's share of those who answered, in percent of their weight, not rounded.
func (t Tally) Share(label string) (float64, bool) {
	a, ok := t.answer(label)
	share, answered := t.ShareOf(a)
	return share, ok && answered
}

// ShareOf is the share of those who answered that gave one of several answers, as AnyOf counts them; false when nobody
// answered.
func (t Tally) ShareOf(a Answer) (float64, bool) { return percent(a.Weight, t.WeightedBase) }

func percent(part, whole float64) (float64, bool) {
	if whole == 0 {
		return 0, false
	}
	return 100 * part / whole, true
}
