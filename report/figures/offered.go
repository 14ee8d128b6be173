package figures

import (
	"fmt"
	"slices"
	"strconv"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/survey"
)

// What was not asked is not nothing. An answer that nobody gave was on offer when the data set's own question lists
// it, and was not when the question has a list without it. Without a list of its own nobody knows.

// offers tells what was on offer in a book's data sets.
type offers struct {
	*Book
	told map[tallyKey]bool // by question and answer: that an answer may not have been on offer
}

// offer is whether the respondents of a data set could give an answer.
type offer int

const (
	isOffered offer = iota
	notOffered
	mayBeOffered
)

func (t Tally) offer(answer string) offer {
	one, known := t.Tally.Answer(answer)
	inColumns := len(t.Asked.Columns) > 0 && len(t.Asked.Answers) == 0 // the year's file has one for each option
	switch {
	case one.Count > 0 || inColumns && known:
		return isOffered
	case inColumns:
		return notOffered
	case t.listsItself() && known:
		return isOffered
	case t.listsItself():
		return notOffered
	}
	return mayBeOffered
}

// listsItself tells whether the data set lists the answers that its question offered, and does not only share a list
// with another year.
func (t Tally) listsItself() bool {
	q, own := t.own()
	return own && len(q.Answers) > 0
}

// own is the question as the data set itself declares it.
func (t Tally) own() (config.Question, bool) {
	for _, q := range t.Set.Questions {
		if q.Name.V == t.Asked.Name.V {
			return q, true
		}
	}
	return config.Question{}, false
}

// unasked tells whether none of the answers was on offer, though each was so to the same question in another data set:
// an answer that no data set knows is a slip of the author's.
func (o offers) unasked(t Tally, answers []string) bool {
	for _, a := range answers {
		if t.offer(a) != notOffered || !o.knownElsewhere(t, a) {
			return false
		}
	}
	return len(answers) > 0
}

func (o offers) knownElsewhere(t Tally, answer string) bool {
	return slices.ContainsFunc(o.DataNames(), func(data string) bool {
		other, err := o.Tally(Group{Data: data}, t.Asked.Name.V)
		if err != nil || data == t.Set.Name.V || o.Untold(other) {
			return false
		}
		_, known := other.Tally.Answer(answer)
		return known
	})
}

// doubt warns, once for each answer, that a year's nought may be no answer that nobody gave but one that nobody was
// asked for. Of a small group it would tell what the few answered.
func (o offers) doubt(t Tally, answer string) {
	if t.offer(answer) != mayBeOffered || !o.isYear(t.Set.Name.V) || o.Suppresses(t) || onlyNumbers(t.Answers) {
		return
	}
	key := tallyKey{t.Group, t.Asked.Name.V + "\x00" + answer}
	if o.told[key] {
		return
	}
	o.told[key] = true
	at := t.Set.Name.Pos
	if q, own := t.own(); own {
		at = q.Column.Pos
	}
	hint := fmt.Sprintf("list what was on offer there, as answers of %s under [data.%s.questions]: what the list "+
		"leaves out is shown as –", t.Asked.Name.V, t.Set.Name.V)
	o.Book.told.Warnf(at, diag.NotOffered, hint,
		"nobody in %s answered %q to %q, and the layout does not say whether it was on offer: it is shown as 0",
		t.table.File, answer, t.Asked.Column.V)
}

// isYear tells whether a data set is compared with that of another year.
func (o offers) isYear(data string) bool {
	return slices.ContainsFunc(o.sets, func(d config.Data) bool {
		before, err := o.Previous(d.Name.V)
		return err == nil && (before == data || d.Name.V == data)
	})
}

// onlyNumbers: any step of a scale may go unused.
func onlyNumbers(answers []survey.Answer) bool {
	return !slices.ContainsFunc(answers, func(a survey.Answer) bool {
		_, err := strconv.Atoi(a.Code)
		return err != nil
	})
}
