// Package words knows what survey tools write in cells and headings beside people's answers: marks of what was ticked,
// words and codes where nobody answered, and beginnings that the headings of one question share.
package words

import (
	"slices"
	"strconv"
	"strings"
)

// IsYes tells what survey tools write where an option was ticked.
func IsYes(word string) bool {
	return slices.Contains([]string{
		"1", "1.0", "x", "y", "yes", "ja", "j", "jo", "true", "sann", "sant", "selected", "checked", "ticked", "chosen",
		"valgt", "vald", "valt", "avkrysset", "kryssa av", "krysset av", "markert", "afkrydset", "markerad", "on",
		"quoted", "mentioned", "nevnt", "oui", "sí", "✓", "✔", "☑", "☒", "●",
	}, strings.ToLower(word))
}

// IsSpoken tells marks that people say, too.
func IsSpoken(word string) bool {
	return slices.Contains([]string{"yes", "ja", "jo", "true", "sann", "sant"}, strings.ToLower(word))
}

// IsNo tells what they write where it was not.
func IsNo(word string) bool {
	return slices.Contains([]string{
		"0", "0.0", "n", "no", "nei", "nej", "nein", "non", "false", "usann", "usant", "falsk", "falskt",
		"not selected", "unselected", "unchecked", "not checked", "not ticked", "not chosen",
		"ikke valgt", "ikkje valt", "ikkje vald", "ikke avkrysset",
		"ikke krysset av", "ikke markert", "ikkje markert", "ikke afkrydset", "ej vald", "inte vald", "ej markerad",
		"off", "not quoted", "not mentioned", "ikke nevnt", "ikkje nemnd", "☐", "○", "-", "–",
	}, strings.ToLower(word))
}

// IsNoAnswer tells what R, SPSS, spreadsheets, Python and databases write.
func IsNoAnswer(s string) bool {
	return slices.Contains([]string{"NA", "N/A", "n/a", "#N/A", "#NULL!", ".", "NaN", "nan", "<NA>", "NULL", "#I/T"}, s)
}

// IsCode tells the numbers that stand for no answer in files of codes.
func IsCode(s string) bool {
	s = strings.Replace(s, "−", "-", 1)
	if !strings.HasPrefix(s, "-") { // open texts are many, and an error for each takes time
		return false
	}
	n, ok := Whole(s)
	if !ok {
		return false
	}
	return slices.Contains([]int{-8, -9, -66, -77, -88}, n) || n >= -99 && n <= -95 || n >= -999 && n <= -995 ||
		n >= -9999 && n <= -9995
}

// Whole reads a whole number, also with the decimals that programs write beside it: -99.0.
func Whole(s string) (int, bool) {
	if s == "" || s[0] > '9' && !strings.HasPrefix(s, "−") { // open texts are many, and an error for each takes time
		return 0, false
	}
	if i := strings.IndexAny(s, ".,"); i > 0 && len(s) > i+1 && strings.Trim(s[i+1:], "0") == "" && len(s)-i <= 3 {
		s = s[:i]
	}
	n, err := strconv.Atoi(strings.Replace(s, "−", "-", 1))
	return n, err == nil
}

// IsRefusal tells labels of codes that stand for no answer.
func IsRefusal(label string) bool {
	label = strings.ToLower(label)
	for _, word := range []string{
		"refus", "no answer", "not asked", "not answered", "missing", "skipped", "inapplicable", "not applicable",
		"ubesvart", "ikke svar", "ikkje svar", "ikke spurt", "ikkje spurt", "nekter", "vil ikke svare", "ønsker ikke",
		"ønskjer ikkje", "mangler", "uoppgitt", "intet svar", "inget svar", "ej svar", "don't know", "don’t know",
		"vet ikke", "veit ikkje", "ved ikke", "vet ej", "vet inte",
	} {
		if strings.Contains(label, word) {
			return true
		}
	}
	return false
}
