package survey

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"lysark/config/diag"
	"lysark/report/survey/letters"
	"lysark/report/survey/words"
)

// Tally is the count of the answers to one question. Without weights each respondent weighs 1. Numbers of respondents
// are whole and never weighted; weights have the unit of the file's column of weights.
type Tally struct {
	Question           Question
	Label              string // what people read of the question: the column's label, else its name in the layout
	Answers            []Answer
	Base               int  // respondents who answered; a blank cell is no part of it
	PositivelyWeighted int  // of them, those whose weight is above 0: all without weights
	Respondents        int  // all in the table
	MultipleResponse   bool // several answers per respondent: shares may pass 100

	Weighted            bool    // the respondents do not all weigh the same
	WeightedBase        float64 // sum of the weights of those who answered
	WeightedRespondents float64 // sum of the weights of all in the table
	Effective           float64 // respondents without weights who would be as certain (Kish): (Σw)²/Σw² of the base
	EffectiveOfAll      float64 // the same of all in the table

	labels labels
	at     map[string]int // where an answer stands, by its code
}

// Answer is one answer, how many gave it, and what they weigh.
type Answer struct {
	Code   string  // as the file has it, tidied
	Label  string  // what people read; the same, where the file has no other words for it
	Count  int     // respondents, whatever they weigh
	Weight float64 // sum of their weights; Count where all weigh the same
}

// Tally counts the answers to a question.
func (t *Table) Tally(q Question) (Tally, diag.List) {
	var list diag.List
	asked, ok := t.column(q, &list)
	if !ok {
		return Tally{Question: q, Label: q.Column, Respondents: t.Len(), MultipleResponse: q.Multiple != ""}, list
	}
	c := t.count(asked, q)
	out := c.Tally
	out.order(q.Answers, asked.offered)
	out.at = map[string]int{}
	for i, a := range out.Answers {
		if _, listedTwice := out.at[a.Code]; !listedTwice {
			out.at[a.Code] = i
		}
	}
	first := func(x text) diag.Pos { return t.atFirst(x, asked.column) }
	tellSeveral(c, first, &list)
	tellMissing(q, asked.labels, c.missing, c.given, first, &list)
	tellPieces(c, q, first, &list)
	tellJoined(c, first, &list)
	tellSpellings(t, c, asked, first, &list)
	strange := diag.Repeated{List: &list, File: t.File, What: "answers that are not among those that the layout lists"}
	given := enumerated(c.Labels())
	for _, a := range out.unexpected(q.Answers) {
		if strange.Next() {
			list.Errorf(first(c.first[a.Code]), diag.UnknownAnswer, newAnswer(a.Label, q.Answers),
				"%d answered %q to %q, which is not among the answers that the layout lists: %s; given were %s",
				a.Count, a.Label, q.Column, enumerated(q.Answers), given)
		}
	}
	strange.Rest(diag.UnknownAnswer)
	switch {
	case out.Base == 0:
		list.Errorf(q.Pos, diag.EmptyData, "take the chart out, or check the file",
			"nobody in %s answered %q", t.File, q.Column)
	case out.WeightedBase == 0: // there are no shares of nothing
		list.Errorf(q.Pos, diag.EmptyData, "look at the column of weights",
			"everybody who answered %q in %s has the weight 0", q.Column, t.File)
	}
	return out, list
}

// newAnswer is the hint for an answer that the layout does not list: it may be misspelt, or new.
func newAnswer(label string, listed []string) string {
	if near := diag.Nearest(label, listed); near != "" {
		return fmt.Sprintf("if it means %q, correct the file; if the survey offers it now, "+
			"add it to the question's answers", near)
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
func tellSeveral(c counted, at func(text) diag.Pos, list *diag.List) {
	if c.MultipleResponse || len(c.several) == 0 || len(c.Question.Columns) > 0 {
		return
	}
	n := 0
	for _, x := range c.several {
		n += x.count
	}
	list.Errorf(at(c.several[0]), diag.BadData, `write multiple = ";" beside the column`,
		"%d gave several answers to %q, which takes one", n, c.Question.Column)
}

// counted is a tally with what is needed to complain of it.
type counted struct {
	Tally
	first          map[string]text // by an answer's code, where it first occurs
	several        []text          // cells that hold a list of several
	given, missing []text          // cells with answers, and those that say that there is none
}

// count counts the answers in the order they first occur. A text is split once, however many gave it.
func (t *Table) count(asked asked, q Question) counted {
	out := counted{first: map[string]text{}, Tally: Tally{
		Question: q, Label: asked.heading, Respondents: t.Len(), MultipleResponse: asked.multiple,
		Weighted: t.weights != nil, WeightedRespondents: t.weighted, labels: asked.labels,
	}}
	var cut splitter
	out.given, out.missing, cut = t.given(asked, q)
	index := map[string]int{}
	var last []int // by answer, the text that held it last: the same answer twice in a cell counts once
	var base, square sum
	var weights []sum // by answer
	for n, x := range out.given {
		given := 0
		for a := range cut.answers(x.s) {
			given++
			a = asked.labels.one(a)
			i, known := index[a]
			if !known {
				i = len(out.Answers)
				index[a], out.first[a] = i, x
				out.Answers = append(out.Answers, Answer{Code: a, Label: asked.labels.of(a)})
				last, weights = append(last, -1), append(weights, sum{})
			}
			if last[i] != n {
				last[i] = n
				out.Answers[i].Count += x.count
				weights[i].addSum(x.weight)
			}
		}
		if given > 0 || isList(x.s) {
			out.Base += x.count
			out.PositivelyWeighted += x.positive
			base.addSum(x.weight)
			square.addSum(x.square)
		}
		if given > 1 && isList(x.s) {
			out.several = append(out.several, x)
		}
	}
	for i := range weights {
		out.Answers[i].Weight = weights[i].value()
	}
	out.WeightedBase = base.value()
	for _, option := range asked.offered {
		if _, given := index[option]; !given {
			out.Answers = append(out.Answers, Answer{Code: option, Label: option})
		}
	}
	if t.squared > 0 {
		out.EffectiveOfAll = t.weighted * t.weighted / t.squared
	}
	if square.value() > 0 {
		out.Effective = out.WeightedBase * out.WeightedBase / square.value()
	}
	return out
}

// order puts the answers in the order of the layout's list, those nobody gave included; without a list, in the order of
// the columns that offer them, or in one that does not depend on who answered first: see scale.Sorted.
func (t *Tally) order(listed, offered []string) {
	if len(listed) == 0 {
		t.Answers = inOrder(t.Answers, offered)
		return
	}
	var out []Answer
	for _, name := range listed {
		a, given := t.Answer(name)
		if !given {
			a.Code = t.labels.code(letters.Tidy(name))
			a.Label = t.labels.of(a.Code)
		}
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
		expected[t.labels.code(letters.Tidy(l))] = true
	}
	var out []Answer
	for _, a := range t.Answers {
		if !expected[a.Code] {
			out = append(out, a)
		}
	}
	return out
}

// IsTickAlone is the mark of a column that holds nothing else, as one of several options does: its share of those who
// answered is all, whoever ticked it.
func (t Tally) IsTickAlone() (string, bool) {
	if len(t.Answers) != 1 || len(t.Question.Columns) > 0 || t.Base == t.Respondents {
		return "", false
	}
	mark := t.Answers[0].Code
	_, isNumber := words.Whole(mark)
	return mark, words.IsYes(mark) && (isNumber || utf8.RuneCountInString(mark) == 1 || !words.IsSpoken(mark))
}

// Labels are what people read of the answers.
func (t Tally) Labels() []string {
	out := make([]string, len(t.Answers))
	for i, a := range t.Answers {
		out[i] = a.Label
	}
	return out
}

// Answer is the one that the layout names so, by its label or its code; false when it is neither given nor listed.
// Space in the name does not count.
func (t Tally) Answer(name string) (Answer, bool) {
	code := t.labels.code(letters.Tidy(name))
	if t.at != nil {
		i, ok := t.at[code]
		if !ok {
			return Answer{}, false
		}
		return t.Answers[i], true
	}
	for _, a := range t.Answers {
		if a.Code == code {
			return a, true
		}
	}
	return Answer{}, false
}

// Count is how many gave the answer; false when it is neither given nor listed.
func (t Tally) Count(name string) (int, bool) {
	a, ok := t.Answer(name)
	return a.Count, ok
}

// Share is the answer's share of those who answered, in percent of their weight, not rounded.
func (t Tally) Share(name string) (float64, bool) {
	a, ok := t.Answer(name)
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
