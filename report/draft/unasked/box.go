package unasked

import (
	"strings"

	"lysark/report/survey"
	"lysark/report/survey/words"
)

// IsBox tells whether the answers may be those of a box that was ticked or not: yes or no in any of the ways that tools
// write it, or one text where it was ticked. What nobody ticked may be one, too.
func IsBox(t survey.Tally) bool {
	if len(t.Answers) <= 1 {
		return true
	}
	for _, a := range t.Answers {
		if !words.IsNo(a.Label) && !words.IsYes(a.Label) {
			return len(t.Answers) == 2 && (saysNotChosen(t.Answers[0].Label) || saysNotChosen(t.Answers[1].Label))
		}
	}
	return len(t.Answers) == 2
}

// saysNotChosen tells the words that no question is answered by: they stand beside the text of an option.
func saysNotChosen(s string) bool { return words.IsNo(s) && strings.Contains(s, " ") }
