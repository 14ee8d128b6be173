package scale

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

func wholeNumbers(labels []string) Scale {
	return placedBy(Numbers, labels, func(label string) (span, bool) {
		n, err := strconv.Atoi(label)
		return point(float64(n)), err == nil && strconv.Itoa(n) == label
	})
}

var nothingButNumber = regexp.MustCompile(`^[-−]?(?:\d{1,3}(?:[ \x{a0}\x{202f}]\d{3})+|\d+)(?:[.,]\d+)?$`)

// Number reads a label that is a number and nothing else.
func Number(label string) (float64, bool) {
	if len(label) > 40 || !beginsLikeNumber(label) || !nothingButNumber.MatchString(label) {
		return 0, false
	}
	spaceless := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".", "−", "-")
	v, err := strconv.ParseFloat(spaceless.Replace(label), 64)
	return v, err == nil
}

func beginsLikeNumber(s string) bool {
	return s != "" && (s[0] == '-' || isDigit(s[0]) || strings.HasPrefix(s, "−"))
}

func endsLikeNumber(s string) bool { return s != "" && (s[len(s)-1] == ')' || isDigit(s[len(s)-1])) }

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// IsNumber tells a label that is a number and nothing else.
func IsNumber(label string) bool { _, ok := Number(label); return ok }

// rating is an answer that is a number on a scale, with words that say what it means.
type rating struct {
	value  float64
	words  string // in the file's own letters; empty for a number alone
	unit   bool   // nothing but a space stands between: the words may be what is counted
	listed bool   // as alternatives are numbered: "1. Kurs"
}

var (
	numberFirst = regexp.MustCompile(`^([-−]?\d{1,3}(?:[.,]\d)?)(\s*[.:;)=–—,]|\s+[-/]|\s*-\s+|\s*(?:\())?\s*(\D*)$`)
	numberLast  = regexp.MustCompile(`^(\D*\S)\s*(?:\(\s*(-?\d{1,3})\s*\)|\s+[=:–—-]\s*(-?\d{1,3}))$`)
)

// ratingOf reads "1 - Helt uenig", "5 (alltid)", "5. Enig", "10 = best", "0 Not at all likely", "Enig (5)", and "3".
func ratingOf(label string) (rating, bool) {
	if v, ok := Number(label); ok {
		return rating{value: v}, true
	}
	if len(label) > mostLetters {
		return rating{}, false
	}
	if !beginsLikeNumber(label) && !endsLikeNumber(label) { // most answers are spared the patterns
		return rating{}, false
	}
	if m := numberFirst.FindStringSubmatch(label); m != nil {
		words := strings.Trim(m[3], " ().,:;-–—=")
		v, ok := Number(m[1])
		mark := strings.TrimSpace(m[2])
		return rating{v, words, mark == "", mark == "." || mark == ")"},
			ok && words != "" && !isMore(words, mark != "") && !isMonth(words)
	}
	if m := numberLast.FindStringSubmatch(label); m != nil {
		v, ok := Number(m[2] + m[3])
		words := strings.Trim(m[1], " ().,:;-–—=")
		return rating{value: v, words: words}, ok && words != ""
	}
	return rating{}, false
}

// isMore tells words that make a number the end of a group: "3 eller flere", "65 og over". What stands behind a mark
// only does when it begins so.
func isMore(words string, marked bool) bool {
	for i, w := range wordsOf(words) {
		if marked && i > 0 {
			break
		}
		if _, ok := boundWord(w); ok {
			return true
		}
		switch w {
		case "eller", "or", "til", "till", "to", "og", "och", "and":
			if i == 0 {
				return true
			}
		}
	}
	return strings.ContainsAny(words, "+%<>")
}

// Values are the numbers of the answers that have one, with or without words. Words of one number have to be the same
// wherever it stands, and what is counted has to be the same thing; else only plain numbers have a value.
func Values(labels []string) map[string]float64 {
	out := map[string]float64{}
	words := map[float64]string{}
	unit, counts := "", 0
	for _, label := range labels {
		r, ok := ratingOf(label)
		if !ok || IsApart(label) {
			continue
		}
		if r.words != "" {
			if other, taken := words[r.value]; taken && other != fold(r.words) {
				return plainValues(labels)
			}
			words[r.value] = fold(r.words)
		}
		if r.unit && isMeasure(r.words) {
			if counts++; unit != "" && unit != stem(r.words) {
				return plainValues(labels)
			}
			unit = stem(r.words)
		}
		out[label] = r.value
	}
	return out
}

// Points are the values of answers that are points on a scale, and no alternatives that somebody numbered or amounts of
// something: some are plain numbers, or their words are known to rise or fall with the numbers.
func Points(labels []string) map[string]float64 {
	values := Values(labels)
	var worded []string
	numbered, plain := false, false
	for _, label := range labels {
		r, _ := ratingOf(label)
		if _, ok := values[label]; !ok || r.words == "" {
			plain = plain || ok
			continue
		}
		numbered = numbered || r.listed || r.unit
		worded = append(worded, label)
	}
	if !numbered || plain || follows(worded, values) {
		return values
	}
	return plainValues(labels)
}

// follows tells whether the words of numbers are in an order that goes with them, or against them.
func follows(labels []string, values map[string]float64) bool {
	labels = slices.Clone(labels)
	slices.SortFunc(labels, func(a, b string) int { return cmp.Compare(values[a], values[b]) })
	var words []string
	for _, label := range labels {
		r, _ := ratingOf(label)
		words = append(words, r.words)
	}
	s := Of(words)
	if !s.IsOrdered() {
		return false
	}
	upwards := func(a, b string) int { return cmp.Compare(s.Places[a], s.Places[b]) }
	downwards := func(a, b string) int { return upwards(b, a) }
	return slices.IsSortedFunc(words, upwards) || slices.IsSortedFunc(words, downwards)
}

// Falls tells numbers whose words say that the lowest means most: "1 = Helt enig" to "5 = Helt uenig".
func Falls(labels []string) bool {
	values := Values(labels)
	var worded []string
	for _, label := range labels {
		if r, _ := ratingOf(label); r.words != "" {
			worded = append(worded, label)
		}
	}
	if len(worded) == 0 || len(values) < len(labels) {
		return false
	}
	byValue := func(a, b string) int { return cmp.Compare(values[a], values[b]) }
	lowest, highest := slices.MinFunc(labels, byValue), slices.MaxFunc(labels, byValue)
	bottom, top := sideOf(lowest), sideOf(highest)
	return bottom > 0 && top <= 0 || top < 0 && bottom >= 0
}

// sideOf is the end of its scale that the words of a number are of: 1 for agreement and the like, -1 for its opposite.
func sideOf(label string) int {
	r, _ := ratingOf(label)
	p, ok := phraseOf(r.words)
	if !ok {
		return 0
	}
	for _, f := range families() {
		if s, own, ok := f.place(p); ok && own {
			return cmp.Compare(s.middle(), 0)
		}
	}
	return 0
}

// ArePoints tells numbers on a scale from alternatives that somebody numbered: "1. valg".
func ArePoints(labels []string) bool { return len(Points(labels)) == len(labels) }

func plainValues(labels []string) map[string]float64 {
	out := map[string]float64{}
	for _, label := range labels {
		if v, ok := Number(label); ok {
			out[label] = v
		}
	}
	return out
}

// ratings places numbers with words by their numbers.
func ratings(labels []string) Scale {
	values := Values(labels)
	if len(values) < len(labels) || !slices.ContainsFunc(labels, func(l string) bool { return !IsNumber(l) }) {
		return Scale{}
	}
	counted := 0
	for _, label := range labels {
		if r, _ := ratingOf(label); r.unit {
			counted++
		}
	}
	name := Ratings
	if counted > 0 && counted >= len(labels)-1 && alike(labels) {
		name = Counts // "1 dag", "2 dager"
	}
	return placedBy(name, labels, func(label string) (span, bool) { return point(values[label]), true })
}

// alike tells whether the words of all numbers count the same.
func alike(labels []string) bool {
	var stems []string
	for _, label := range labels {
		if r, _ := ratingOf(label); r.words != "" {
			stems = append(stems, stem(r.words))
		}
	}
	slices.SortFunc(stems, cmp.Compare[string])
	return len(slices.Compact(stems)) == 1
}

// stem is the beginning of a word, which its plural shares.
func stem(words string) string {
	letters := []rune(strings.ToLower(words))
	return string(letters[:min(len(letters), 2)])
}
