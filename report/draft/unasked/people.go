package unasked

import (
	"slices"
	"strings"
	"unicode"

	"lysark/report/survey"
)

// namesPeople tells whether a column asks who, and most answers look like the names of persons. A name that many
// gave is one all the same: employees have few managers.
func namesPeople(words []string, t survey.Tally) bool {
	return slices.ContainsFunc(words, asksWho) && 2*most(t, isPersonsName) >= t.Base
}

func asksWho(w string) bool {
	for _, end := range []string{"leder", "leiar", "sjef", "lederen", "leiaren", "sjefen", "ansvarlig", "ansvarleg", "kontakt", "kontakten", "person", "manager", "supervisor", "boss", "mentor"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return isNameWord(w) ||
		AnyOf([]string{w}, "hvem", "kven", "who", "whom", "whose", "heter", "heiter", "kollega", "colleague", "contact")
}

// isPersonsName tells whether each of the persons that an answer may list is two or three words with capitals.
// "Mellom ansatt og leder" and "Line Manager" are none.
func isPersonsName(answer string) bool {
	listed := strings.NewReplacer(" og ", ";", " and ", ";", "|", ";", "/", ";", "\n", ";").Replace(answer)
	persons := 0
	for part := range strings.SplitSeq(listed, ";") {
		words := strings.FieldsFunc(part, func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
		if len(words) == 0 {
			continue
		}
		const mostWords = 3
		severalByCommas := strings.Contains(part, ",") && len(words)%2 == 0
		if len(words) < 2 || (len(words) > mostWords && !severalByCommas) || slices.ContainsFunc(words, isNoName) {
			return false
		}
		persons++
	}
	return persons > 0
}

// isNoName tells a word that a person is hardly called: without a capital, with a digit, or a post or department.
func isNoName(word string) bool {
	letters := []rune(word)
	other := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("-.'’", r)
	}
	if !unicode.IsUpper(letters[0]) &&
		!AnyOf([]string{word}, "von", "van", "de", "der", "af", "av", "el", "al", "bin") {
		return true
	}
	return strings.ContainsFunc(word, other) || AnyOf([]string{strings.ToLower(word)},
		"manager", "leader", "lead", "team", "department", "director", "board", "staff", "human", "resources", "office",
		"union", "employee", "employees",
		"employer", "management", "leder", "leiar", "ledelse", "ledelsen", "leiing", "leiinga", "sjef", "direktør",
		"avdeling", "avdelinga", "styret", "styre", "ansatt",
		"ansatte", "tilsett", "tilsette", "hr", "bank", "forsikring", "norge", "noreg")
}
