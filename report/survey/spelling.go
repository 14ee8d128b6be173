package survey

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey/scale"
)

// tellSpellings warns of answers that differ only in how they are written, such as "Ja" and "ja": each has a share of
// its own. What the layout lists or labels is said by other rules, or is one answer already. The whole file is looked
// at, whichever part of the respondents is counted, so that a question's spellings are told in the same words.
func tellSpellings(t *Table, c counted, a asked, first func(text) diag.Pos, list *diag.List) {
	q := c.Question
	if len(q.Answers) > 0 || len(a.offered) > 0 {
		return
	}
	if t.part != nil {
		whole := *t
		whole.part, whole.counts = nil, nil
		c = whole.count(a, q)
	}
	if isFreeText(c.Tally) {
		return
	}
	problems := diag.Repeated{List: list, File: t.File, What: "answers that are written in several ways"}
	for _, same := range scale.Variants(c.Labels()) {
		slices.SortStableFunc(same, func(i, j int) int {
			a, b := c.Answers[i], c.Answers[j]
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Label, b.Label))
		})
		most, rarest := c.Answers[same[0]], c.Answers[same[len(same)-1]]
		var others, pairs []string
		for _, i := range same[1:] {
			others = append(others, c.Answers[i].Label)
			pairs = append(pairs, strconv.Quote(c.Answers[i].Code)+" = "+strconv.Quote(most.Label))
		}
		if problems.Next() {
			list.Warnf(first(c.first[rarest.Code]), diag.AnswerVariants,
				"if they are one answer, say so at the question: labels = { "+strings.Join(pairs, ", ")+" }",
				"%q has answers that differ only in how they are written: %s beside %q", q.Column, enumerated(others),
				most.Label)
		}
	}
	if more := problems.N - diag.MostTold; more > 0 {
		list.Warnf(diag.Pos{File: t.File}, diag.AnswerVariants, "see to those that are named first",
			"%q has %d more answers that are written in several ways", q.Column, more)
	}
}

// isFreeText tells answers that respondents wrote themselves: many, and few of each.
func isFreeText(t Tally) bool {
	const several, repeated = 30, 10
	return len(t.Answers) > several && t.Base < repeated*len(t.Answers)
}
