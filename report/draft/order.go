package draft

import (
	"slices"
	"strings"

	"lysark/report/survey"
)

// month places January before February, in full or shortened.
func month(label string) (float64, string, bool) {
	word := strings.TrimSuffix(strings.ToLower(label), ".")
	for i, names := range []string{
		"januar january jan", "februar february feb", "mars march mar", "april apr", "mai may", "juni june jun", "juli july jul",
		"august aug", "september sept sep", "oktober october okt oct", "november nov", "desember december des dec",
	} {
		if slices.Contains(strings.Fields(names), word) {
			return float64(i + 1), months, true
		}
	}
	return 0, "", false
}

// grade places the marks of schools, the best first.
func grade(label string) (float64, string, bool) {
	const marks = "ABCDEF"
	at := strings.Index(marks, label)
	return float64(at + 1), grades, len(label) == 1 && at >= 0
}

// isBoolean tells whether the column is a box to tick.
func (c *column) isBoolean() bool {
	return slices.ContainsFunc(c.answers, func(a survey.Answer) bool { return isBoolean(a.Label) })
}

// isBoolean tells the answers of a box that is ticked or not, as spreadsheets and JSON write them.
func isBoolean(label string) bool {
	return anyOf([]string{strings.ToLower(label)}, "true", "false", "sann", "usann")
}
