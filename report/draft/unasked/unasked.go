// Package unasked tells the columns of a file of answers that ask nothing: those that a survey tool adds, personal
// data, points in time, numbers of respondents, weights.
//
// Why takes a column's heading and what was counted in it; a draft leaves the column out, and says why.
package unasked

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"lysark/report/survey"
	"lysark/report/survey/scale"
)

// Reason is why a column is no question.
type Reason string

const (
	Personal   Reason = "personal"
	Moment     Reason = "moment"
	Identifier Reason = "identifier"
	Weight     Reason = "weight"
	Technical  Reason = "technical"
	Place      Reason = "place"
	Consent    Reason = "consent"
)

// Why tells why a column is no question: it tells who answered or when, or how much an answer counts. The reason is
// empty when it may be one.
func Why(heading string, t survey.Tally) Reason {
	if why := toolColumn(heading, t); why != "" {
		return why
	}
	words := Words(heading)
	short := len(words) <= 4
	scattered := 2*len(t.Answers) > t.Base
	switch {
	case short && AnyOf(words, "vekt", "vekting", "vekter", "weight", "weights", "weighting", "wgt", "wt", "vægt",
		"vikt", "pweight") && most(t, scale.IsNumber) == t.Base:
		return Weight
	case slices.ContainsFunc(words, isConsentWord) && len(t.Answers) <= 2:
		return Consent
	case 2*most(t, isMoment) >= t.Base:
		return Moment
	case 2*most(t, HasContact) >= t.Base:
		return Personal
	case IsBox(t):
		return ""
	case short &&
		AnyOf(words, "tidspunkt", "tidsmerke", "tidsstempel", "timestamp", "starttidspunkt", "fullføringstidspunkt",
			"starttid", "sluttid", "innsendt", "submitted"):
		return Moment
	case slices.ContainsFunc(words, isNameWord), (short || scattered) && slices.ContainsFunc(words, isContactWord):
		return Personal
	case namesPeople(words, t):
		return Personal
	case short && scattered && slices.ContainsFunc(words, isNumberWord), isNumbered(words, t),
		2*most(t, uuid.MatchString) >= t.Base:
		return Identifier
	}
	return ""
}

func isConsentWord(w string) bool {
	for _, begin := range []string{"samtyk", "samtyck", "consent", "gdpr", "personvern"} {
		if strings.HasPrefix(w, begin) {
			return true
		}
	}
	return false
}

// most is how many gave an answer of that kind.
func most(t survey.Tally, kind func(string) bool) int {
	n := 0
	for _, a := range t.Answers {
		if kind(a.Label) {
			n += a.Count
		}
	}
	return n
}

// isNameWord: a heading that asks for a name is left out even when several gave the same one.
func isNameWord(w string) bool {
	for _, end := range []string{"navn", "navnet", "namn", "namnet", "name", "names", "kontaktperson"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

func isContactWord(w string) bool {
	for _, part := range []string{"e-post", "epost", "e-mail", "email", "telefon", "mobil", "tlf", "phone", "adresse", "address", "fødselsn", "fødselsd", "personn", "birth"} {
		if strings.Contains(w, part) {
			return true
		}
	}
	return w == "mail" || w == "ip"
}

func isNumberWord(w string) bool {
	for _, end := range []string{"nummer", "nr", "number", "kode", "code"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return AnyOf([]string{w}, "id", "guid", "uuid", "respondent", "respondentid", "svarid", "responseid", "token",
		"ref", "referanse", "zip")
}

var (
	addressOfOne = regexp.MustCompile(`\S@\S+\.\S|https?://|www\.`)
	longNumber   = regexp.MustCompile(`(\d[ \x{a0}.-]?){8}`)
	uuid         = regexp.MustCompile(`^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$`)
	dateOrTime   = regexp.MustCompile(`^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(\D|$)|^\d{1,2}:\d{2}`)
)

// HasContact tells whether a text holds an address of mail or web, or a number as long as a telephone's.
//
// Patterns are slow, and long answers many: most are told by what they lack.
func HasContact(s string) bool {
	digits := 0
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			digits++
		}
	}
	const ofNumber = 8
	return (strings.Contains(s, "@") || strings.Contains(s, "://") || strings.Contains(s, "www.")) &&
		addressOfOne.MatchString(s) || digits >= ofNumber && longNumber.MatchString(s)
}

func isMoment(s string) bool {
	return s != "" && '0' <= s[0] && s[0] <= '9' && dateOrTime.MatchString(s)
}

// isNumbered tells whether the column numbers its rows: no two are alike, each is one word with a digit, and as plain
// numbers they leave no gaps, or are large and close together. Of many, few gaps do: nobody's age is his own. Large
// numbers that are far apart may be amounts, where the heading says so.
func isNumbered(words []string, t survey.Tally) bool {
	const fewRows, manyRows, large = 5, 30, 1e4
	if len(t.Answers) != t.Base || t.Base < fewRows {
		return false
	}
	var values []float64
	for _, a := range t.Answers {
		if strings.ContainsFunc(a.Label, unicode.IsSpace) || !strings.ContainsFunc(a.Label, unicode.IsDigit) {
			return false
		}
		if v, ok := scale.Number(a.Label); ok && v == math.Trunc(v) {
			values = append(values, v)
		} else if ok {
			return false
		}
	}
	if len(values) == 0 {
		return true
	}
	slices.Sort(values)
	low, rows := values[0], float64(t.Base)
	span := values[len(values)-1] - low
	isAmount := slices.ContainsFunc(words, isAmountWord)
	return len(values) == t.Base && (span == rows-1 || low >= 1e6 || low >= large && span <= 100*rows ||
		t.Base >= manyRows && span <= 2*rows || values[len(values)/2] >= large && !isAmount)
}

// isAmountWord tells the words of a heading that asks how much.
func isAmountWord(w string) bool {
	for _, part := range []string{
		"inntekt", "indkomst", "inkomst", "lønn", "løn", "lön", "beløp", "belopp", "kron", "omsetning", "omsætning",
		"omsättning", "budsjett", "budget", "areal", "kostnad", "pris", "antal", "verdi", "income", "salar", "wage",
		"amount", "turnover", "revenue", "cost", "price", "number", "value", "total", "sum",
	} {
		if strings.HasPrefix(w, part) || strings.HasSuffix(w, part) {
			return true
		}
	}
	return AnyOf([]string{w}, "hvor", "kor", "hvad", "hva", "kva", "how", "kr", "nok", "dkk", "sek", "eur", "usd", "m2")
}

// Words are the words of a heading, in lower case.
func Words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-'
	})
}

// AnyOf tells whether one of the words is wanted.
func AnyOf(words []string, wanted ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(wanted, w) })
}
