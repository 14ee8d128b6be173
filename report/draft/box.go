package draft

import (
	"strings"

	"lysark/report/survey"
	"lysark/report/survey/scale"
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

func saysYes(s string) bool {
	return contains("1 ja yes y x true sann sand sant wahr oui si sí checked selected valgt vald quoted on ✓ ✔", strings.ToLower(s))
}

func saysNo(s string) bool {
	return contains("0 nei nej no n false usann falsk falskt nein non off", strings.ToLower(s)) || saysNotChosen(s)
}

// saysNotChosen tells the words that no question is answered by.
func saysNotChosen(s string) bool {
	switch strings.Join(strings.Fields(strings.ToLower(s)), " ") {
	case "not selected", "not checked", "unchecked", "unselected", "not quoted", "not chosen", "ikke valgt", "ikkje vald",
		"ikkje valt", "ej vald", "inte vald", "ikke avkrysset", "ikke krysset av", "ikkje kryssa av":
		return true
	}
	return false
}
