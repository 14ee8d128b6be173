// Package scale knows which order answers have by themselves: the words of the scales that surveys use, Numbers, months,
// groups by age and size. It knows no table and no layout.
package scale

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// Scale is an order that answers have by themselves. The zero Scale is none.
type Scale struct {
	// what it measures: "number", "agree" …; "count" and the like for an order that is no scale
	Family string
	Places map[string]float64 // of each answer
}

// What a scale measures, as far as somebody asks.
const (
	Numbers   = "number"
	Counts    = "count"
	Months    = "month"
	Grades    = "grade"
	Agreement = "agree"
)

// IsOrdered tells whether there is an order.
func (s Scale) IsOrdered() bool { return s.Places != nil }

// IsNumbers tells whether all answers are plain numbers.
func (s Scale) IsNumbers() bool { return s.Family == Numbers }

// IsRated tells a scale that statements are judged on from an order that answers merely have.
func (s Scale) IsRated() bool {
	return s.IsOrdered() && s.Family != Counts && s.Family != Months && s.Family != Grades
}

// Of finds the order of the answers: plain Numbers, words of a known scale, months, marks, or numbers with words
// to them, such as "1 dag" and "18–29 år".
func Of(labels []string) Scale {
	for _, try := range []func(string) (float64, string, bool){wholeNumber, degree, month, grade, firstNumber} {
		if s, ok := placed(labels, try); ok {
			return s
		}
	}
	return Scale{}
}

// placed puts each answer in a place of its own; false when that cannot be.
func placed(labels []string, place func(string) (float64, string, bool)) (Scale, bool) {
	s := Scale{Places: map[string]float64{}}
	taken := map[float64]bool{}
	for _, label := range labels {
		at, family, ok := place(label)
		if !ok || taken[at] || (family != "" && s.Family != "" && family != s.Family) {
			return Scale{}, false
		}
		if family != "" {
			s.Family = family
		}
		s.Places[label], taken[at] = at, true
	}
	return s, len(labels) > 1 && s.Family != "" && (s.Family != Counts || alikeUnits(labels))
}

func wholeNumber(label string) (float64, string, bool) {
	n, err := strconv.Atoi(label)
	return float64(n), Numbers, err == nil && strconv.Itoa(n) == label
}

var (
	nothingButNumber = regexp.MustCompile(`^[-−]?\d[\d ]*([.,]\d+)?$`)
	numberWithin     = regexp.MustCompile(`\d+(?:[ \x{a0}]\d{3}\b)*(?:[.,]\d+)?`)
)

// Number reads a label that is a number and nothing else.
func Number(label string) (float64, bool) {
	if !nothingButNumber.MatchString(label) {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.NewReplacer(" ", "", ",", ".", "−", "-").Replace(label), 64)
	return v, err == nil
}

// IsNumber tells a label that is a number and nothing else.
func IsNumber(label string) bool { _, ok := Number(label); return ok }

// firstNumber places "Under 18" before "18–29", and "Ingen" at nought.
func firstNumber(label string) (float64, string, bool) {
	words := wordsOf(label)
	found := numberWithin.FindString(label)
	if found == "" {
		return 0, Counts, anyOf(words, "ingen", "aldri", "null", "none", "never", "zero")
	}
	v, err := strconv.ParseFloat(strings.NewReplacer(" ", "", "\u00a0", "", ",", ".").Replace(found), 64)
	switch {
	case err != nil:
		return 0, "", false
	case anyOf(words, "under", "mindre", "færre", "less", "fewer", "below") || strings.HasPrefix(label, "<"):
		v -= 0.5
	case anyOf(words, "over", "more", "above", "mer", "meir", "flere", "fleire") || strings.HasPrefix(label, ">"):
		v += 0.5
	}
	return v, Counts, true
}

// alikeUnits tells whether the numbers count the same: "2 uker" and "1 måned" are in no order of their numbers.
func alikeUnits(labels []string) bool {
	unit := ""
	for _, label := range labels {
		at := strings.LastIndexFunc(label, unicode.IsDigit)
		for _, w := range wordsOf(label[at+1:]) {
			if anyOf([]string{w}, "eller", "og", "or", "and", "mer", "meir", "flere", "fleire", "more", "fewer",
				"færre", "mindre", "less", "-") {
				continue
			}
			letters := []rune(w)
			begin := string(letters[:min(len(letters), 2)])
			if at >= 0 && unit != "" && begin != unit {
				return false
			}
			if at >= 0 {
				unit = begin
			}
			break
		}
	}
	return true
}

// degree places the words of the usual scales: a pole such as "enig" or "misfornøyd", and how strongly.
func degree(label string) (float64, string, bool) {
	words := wordsOf(label)
	text := " " + strings.Join(words, " ") + " "
	for _, w := range fixedDegrees() {
		if text == " "+w.words+" " {
			return w.place, w.family, true
		}
	}
	if anyOf(words, "verken", "hverken", "korkje", "neither", "nøytral", "neutral", "undecided") {
		return 0, "", true
	}
	strength := 2.0
	switch {
	case anyOf(words, "helt", "heilt", "svært", "veldig", "meget", "strongly", "completely", "totally", "very",
		"extremely"):
		strength = 3
	case anyOf(words, "ganske", "nokså", "quite", "fairly", "mostly"):
		strength = 1.5
	case anyOf(words, "litt", "delvis", "noe", "noko", "somewhat", "slightly", "partly"):
		strength = 1
	}
	for _, p := range poles() {
		if !anyOf(words, p.words...) {
			continue
		}
		switch {
		case anyOf(words, "lite"):
			strength = 0.25 - strength/2 // less than satisfied, yet not dissatisfied
		case anyOf(words, "ikke", "ikkje", "not"):
			strength = -2.5
		}
		return p.sign * strength, p.family, len(words) <= 5
	}
	return 0, "", false
}

type pole struct {
	family string
	sign   float64
	words  []string
}

func poles() []pole {
	return []pole{
		{Agreement, 1, []string{"enig", "einig", "samd", "agree"}},
		{Agreement, -1, []string{"uenig", "ueinig", "usamd", "disagree"}},
		{"satisfied", 1, []string{"fornøyd", "nøgd", "tilfreds", "satisfied"}},
		{"satisfied", -1, []string{"misfornøyd", "misnøgd", "utilfreds", "dissatisfied", "unsatisfied"}},
		{"good", 1, []string{"god", "godt", "bra", "good", "well"}},
		{"good", -1, []string{"dårlig", "dårleg", "poor", "bad", "poorly", "badly"}},
		{"important", 1, []string{"viktig", "important"}},
		{"important", -1, []string{"uviktig", "unimportant"}},
		{"likely", 1, []string{"sannsynlig", "sannsynleg", "truleg", "likely"}},
		{"likely", -1, []string{"usannsynlig", "usannsynleg", "utruleg", "unlikely"}},
		{"positive", 1, []string{"positiv", "positivt", "positive"}},
		{"positive", -1, []string{"negativ", "negativt", "negative"}},
		{"extent", 1, []string{"stor", "great", "large"}},
		{"extent", -1, []string{"liten", "small"}},
		{"often", 1, []string{"ofte", "often"}},
		{"often", -1, []string{"sjelden", "sjeldan", "seldom", "rarely"}},
	}
}

type fixedDegree struct {
	words  string
	family string
	place  float64
}

// fixedDegrees are answers that mean what they mean as a whole.
func fixedDegrees() []fixedDegree {
	return []fixedDegree{
		{"aldri", "often", -4}, {"never", "often", -4}, {"alltid", "often", 4}, {"always", "often", 4},
		{"av og til", "often", 0}, {"noen ganger", "often", 0}, {"nokre gonger", "often", 0}, {"iblant", "often", 0}, {"sometimes", "often", 0},
		{"sjeldnere", "often", -3}, {"sjeldnare", "often", -3}, {"less often", "often", -3}, {"årlig", "often", -1}, {"årleg", "often", -1}, {"yearly", "often", -1},
		{"månedlig", "often", 1}, {"månadleg", "often", 1}, {"hver måned", "often", 1}, {"kvar månad", "often", 1}, {"monthly", "often", 1},
		{"ukentlig", "often", 2.2}, {"vekentleg", "often", 2.2}, {"hver uke", "often", 2.2}, {"kvar veke", "often", 2.2}, {"weekly", "often", 2.2},
		{"daglig", "often", 3.5}, {"dagleg", "often", 3.5}, {"hver dag", "often", 3.5}, {"kvar dag", "often", 3.5}, {"daily", "often", 3.5}, {"every day", "often", 3.5},
		{"i noen grad", "extent", 0}, {"i nokon grad", "extent", 0}, {"to some extent", "extent", 0},
		{"ikke i det hele tatt", "", -4}, {"ikkje i det heile", "", -4}, {"not at all", "", -4},
		{"både og", "", 0}, {"middels", "", 0}, {"passe", "", 0},
	}
}

// IsApart tells the answers that are none: they stand last, and outside of a scale.
func IsApart(label string) bool {
	words := wordsOf(label)
	text := strings.Join(words, " ")
	if len(words) > 0 && len(words) <= 4 && anyOf(words[:1], "annet", "anna", "annen", "andre", "other", "others") {
		return true
	}
	for _, known := range []string{
		"vet ikke", "veit ikkje", "don t know", "dont know", "do not know", "vet ikke ikke relevant",
		"ikke relevant", "ikkje relevant", "not relevant", "not applicable", "ikke aktuelt", "ikkje aktuelt", "ønsker ikke å svare",
		"ønskjer ikkje å svare", "prefer not to say", "ingen formening", "inga meining", "ingen mening", "no opinion", "ubesvart",
	} {
		if text == known {
			return true
		}
	}
	return false
}

// YesNo is the order of yes and no, before and after which nothing else stands.
func YesNo(label string) int {
	switch strings.ToLower(label) {
	case "ja", "yes", "true", "sann":
		return -2
	case "nei", "no", "false", "usann":
		return -1
	}
	return 0
}

// IsKnown tells answers that are everybody's: they tell nothing of who gave them.
func IsKnown(label string) bool {
	if _, _, ok := degree(label); ok {
		return true
	}
	v, ok := Number(label)
	return IsApart(label) || YesNo(label) != 0 || (ok && v >= 0 && v <= 10)
}

// IsHigh tells an answer of the high end of its scale: agreement, satisfaction and the like.
func IsHigh(label string) bool {
	at, _, _ := degree(label)
	return at > 0
}

// IsBoolean tells the answers of a box that is ticked or not, as spreadsheets and JSON write them.
func IsBoolean(label string) bool {
	return anyOf([]string{strings.ToLower(label)}, "true", "false", "sann", "usann")
}
