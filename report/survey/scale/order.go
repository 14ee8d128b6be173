package scale

import (
	"slices"
	"strings"
	"unicode"
)

// month places January before February, in full or shortened.
func month(label string) (float64, string, bool) {
	word := strings.TrimSuffix(strings.ToLower(label), ".")
	for i, names := range []string{
		"januar january jan", "februar february feb", "mars march mar", "april apr", "mai may", "juni june jun", "juli july jul",
		"august aug", "september sept sep", "oktober october okt oct", "november nov", "desember december des dec",
	} {
		if slices.Contains(strings.Fields(names), word) {
			return float64(i + 1), Months, true
		}
	}
	return 0, "", false
}

// grade places the marks of schools, the best first.
func grade(label string) (float64, string, bool) {
	const marks = "ABCDEF"
	at := strings.Index(marks, label)
	return float64(at + 1), Grades, len(label) == 1 && at >= 0
}

// wordsOf are the words of an answer, in lower case.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-'
	})
}

func anyOf(words []string, wanted ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(wanted, w) })
}
