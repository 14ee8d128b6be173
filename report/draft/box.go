package draft

import (
	"strings"

	"lysark/report/survey"
	"lysark/report/survey/scale"
	"lysark/report/survey/words"
)

// isBox tells whether the answers may be those of a box that was ticked or not: yes or no in any of the ways that tools
// write it, or one text where it was ticked. What nobody ticked may be one, too.
func isBox(t survey.Tally) bool {
	if len(t.Answers) <= 1 {
		return true
	}
	for _, a := range t.Answers {
		if !saysNo(a.Label) && !saysYes(a.Label) {
			return len(t.Answers) == 2 && (saysNotChosen(t.Answers[0].Label) || saysNotChosen(t.Answers[1].Label))
		}
	}
	return len(t.Answers) == 2
}

// ticked is the text that stands where a box was ticked; empty for a mark, such as X or 1.
func ticked(t survey.Tally) string {
	for _, a := range t.Answers {
		if !saysYes(a.Label) && !saysNo(a.Label) && !scale.IsNumber(a.Label) {
			return a.Label
		}
	}
	return ""
}

func saysYes(s string) bool { return words.IsYes(s) }

func saysNo(s string) bool { return words.IsNo(s) }

// saysNotChosen tells the words that no question is answered by: they stand beside the text of an option.
func saysNotChosen(s string) bool { return words.IsNo(s) && strings.Contains(s, " ") }

// nameTicks calls the codes of a box that stands alone what they mean: nobody can read 0 and 1.
func (c *column) nameTicks(table *survey.Table, say phrases) {
	isCode := func(a survey.Answer) bool { return a.Label == "0" || a.Label == "1" }
	if c.why != "" || c.options != nil || len(c.answers) != 2 || !isCode(c.answers[0]) || !isCode(c.answers[1]) {
		return
	}
	c.codes = []survey.Label{{Code: "1", Text: say.yes}, {Code: "0", Text: say.no}}
	tally, _ := table.Tally(c.asked())
	c.close(tally.Answers)
}
