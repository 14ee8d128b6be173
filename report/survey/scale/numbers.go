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

var nothingButNumber = regexp.MustCompile(`^[-−]?\d[\d \x{a0}\x{202f}]*([.,]\d+)?$`)

// Number reads a label that is a number and nothing else.
func Number(label string) (float64, bool) {
	if label == "" || len(label) > 40 || !nothingButNumber.MatchString(label) {
		return 0, false
	}
	spaceless := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".", "−", "-")
	v, err := strconv.ParseFloat(spaceless.Replace(label), 64)
	return v, err == nil
}

// IsNumber tells a label that is a number and nothing else.
func IsNumber(label string) bool { _, ok := Number(label); return ok }

// rating is an answer that is a number on a scale, with words that say what it means.
type rating struct {
	value float64
	words string // in the file's own letters; empty for a number alone
	unit  bool   // nothing but a space stands between: the words may be what is counted
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
	if m := numberFirst.FindStringSubmatch(label); m != nil {
		words := strings.Trim(m[3], " ().,:;-–—=")
		v, ok := Number(m[1])
		return rating{v, words, m[2] == ""}, ok && !isMore(words) && words != ""
	}
	if m := numberLast.FindStringSubmatch(label); m != nil {
		v, ok := Number(m[2] + m[3])
		words := strings.Trim(m[1], " ().,:;-–—=")
		return rating{v, words, false}, ok && words != ""
	}
	return rating{}, false
}

// isMore tells words that make a number the end of a group: "3 eller flere", "65 og over".
func isMore(words string) bool {
	for _, w := range wordsOf(words) {
		if _, ok := boundWord(w); ok {
			return true
		}
		switch w {
		case "eller", "or", "til", "till", "to", "og", "och", "and":
			return true
		}
	}
	return strings.ContainsAny(words, "+%<>")
}

// Ratings of answers: the number of each that has one, when the numbers are sure. Words of one number have to be the
// same wherever it stands, and what is counted has to be the same thing.
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
