package draft

import (
	"lysark/report/survey"
	"lysark/report/survey/scale"
	"lysark/report/survey/words"
	"slices"
	"strings"
)

// ticked is the text that stands where a box was ticked; empty for a mark, such as X or 1.
func ticked(t survey.Tally) string {
	for _, a := range t.Answers {
		if !words.IsYes(a.Label) && !words.IsNo(a.Label) && !scale.IsNumber(a.Label) {
			return a.Label
		}
	}
	return ""
}

// nameTicks calls the marks of a box that stands alone what they mean: nobody can read 0 and 1, or X and a dash.
func (c *column) nameTicks(table *survey.Table, say phrases) {
	isMark := func(a survey.Answer) bool { return isDash(a.Label) || strings.Contains("01xX✓", a.Label) }
	if c.why != "" || c.options != nil || len(c.answers) != 2 || !c.isBox ||
		!isMark(c.answers[0]) || !isMark(c.answers[1]) {
		return
	}
	yes, no := c.answers[0].Label, c.answers[1].Label
	if !words.IsYes(yes) {
		yes, no = no, yes
	}
	c.codes = []survey.Label{{Code: yes, Text: say.yes}, {Code: no, Text: say.no}}
	tally, _ := table.Tally(c.asked())
	c.close(tally.Answers)
}

// isCoded tells answers that are numbers and hardly mean numbers: two, or with one below nought. Those of a scale or of
// an amount are more.
func (c *column) isCoded() bool {
	isNumber := func(a survey.Answer) bool { return scale.IsNumber(a.Label) && a.Code == a.Label }
	isBelow := func(a survey.Answer) bool { return strings.HasPrefix(a.Label, "-") }
	for _, a := range c.answers {
		if !isNumber(a) {
			return false
		}
	}
	return c.options == nil && c.shape != amount && (len(c.answers) == 2 || slices.ContainsFunc(c.answers, isBelow))
}
