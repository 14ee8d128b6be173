// Package locale writes numbers, fractions, changes, lists and fixed words in the deck's language: nb, nn or en. It
// also finds where a text states a number in words.
//
// Everything that is printed on a slide rounds and writes its numbers here, so that a chart's label and a
// sentence never disagree. Rules: Språkrådet, "Tall" (space before %, hard space as thousands separator, decimal
// comma). What Språkrådet has to say of a word or a form is named where the form is written.
package locale

import (
	"math"
	"strconv"
	"strings"
)

const (
	noBreak = "\u00a0"
	minus   = "\u2212"
)

// Locale is one language's way of writing. Get one from For.
type Locale struct {
	Tag     string // nb, nn or en, as in a PDF's /Lang
	Near    Near
	signs   bool
	decimal string
	group   string
	percent string // between the number and the sign
	words   map[Word]string
	senses  vocabulary
}

// Tags are the languages there are.
func Tags() []string { return []string{"nb", "nn", "en"} }

// For is the locale of a tag.
func For(tag string) (Locale, bool) {
	switch tag {
	case "nb":
		return Locale{Tag: tag, decimal: ",", group: noBreak, percent: noBreak, words: bokmal(),
			senses: norwegianVocabulary()}, true
	case "nn":
		return Locale{Tag: tag, decimal: ",", group: noBreak, percent: noBreak, words: nynorsk(),
			senses: norwegianVocabulary()}, true
	case "en":
		return Locale{Tag: tag, decimal: ".", group: ",", words: english(), senses: englishVocabulary()}, true
	}
	return Locale{}, false
}

// Round rounds half away from zero. A value that is a half but for the error of binary fractions counts as one.
func Round(v float64, decimals int) float64 {
	const noFraction, mostExact = 1 << 52, 1 << 53
	switch {
	case math.Abs(v) >= noFraction && decimals >= 0:
		return v
	case decimals < 0:
		step := math.Pow10(-decimals)
		return Round(v/step, 0) * step
	}
	p := math.Pow10(decimals)
	whole, part := math.Modf(v)
	part = math.Round(part*p + math.Copysign(halfError(math.Abs(v)*p), v))
	if math.Abs(whole*p) < mostExact {
		return (whole*p + part) / p // one division, so that the result is the very number that its decimals read as
	}
	return whole + part/p
}

// halfError is how far below a half a value may be, in units of its last decimal, and still be one: a sum of shares
// gathers an error of its size, which must stay far from a half when the value is large. The last bit alone is the
// error of 0.005 beside 9 digits; beyond 15 digits in all a double holds no half that could be missed.
func halfError(scaled float64) float64 {
	const digits, lastBit, most = 1e15, 0x1p-53, 1e-6
	if !(scaled < digits) {
		return 0
	}
	return min(scaled*1e-12+1e-12, max(most, scaled*lastBit))
}

// Number writes v with the given decimals; thousands are grouped from 10 000.
func (l Locale) Number(v float64, decimals int) string {
	v = Round(v, decimals)
	s := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, fraction, _ := strings.Cut(s, ".")
	if len(whole) > 4 || (l.Tag == "en" && len(whole) > 3) {
		whole = l.grouped(whole)
	}
	if fraction != "" {
		whole += l.decimal + fraction
	}
	if v < 0 {
		whole = minus + whole
	}
	return whole
}

// Percent writes v, which is already in percent, with its sign, as Share does.
func (l Locale) Percent(v float64, decimals int) string {
	return l.Share(v, decimals) + l.percent + "%"
}

func (l Locale) grouped(digits string) string {
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(l.group)
		}
		b.WriteRune(d)
	}
	return b.String()
}
