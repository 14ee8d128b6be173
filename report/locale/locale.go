// Package locale writes numbers, fractions, changes, lists and fixed words in the deck's language: nb, nn or en.
//
// Everything that is printed on a slide rounds and writes its numbers here, so that a chart's label and a
// sentence never disagree. Rules: Språkrådet, "Tall" (space before %, hard space as thousands separator, decimal comma).
// What Språkrådet has to say of a word or a form is named where the form is written.
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
	decimal string
	group   string
	percent string // between the number and the sign
	words   map[Word]string
}

// Tags are the languages there are.
func Tags() []string { return []string{"nb", "nn", "en"} }

// For is the locale of a tag.
func For(tag string) (Locale, bool) {
	switch tag {
	case "nb":
		return Locale{Tag: tag, decimal: ",", group: noBreak, percent: noBreak, words: bokmal()}, true
	case "nn":
		return Locale{Tag: tag, decimal: ",", group: noBreak, percent: noBreak, words: nynorsk()}, true
	case "en":
		return Locale{Tag: tag, decimal: ".", group: ",", words: english()}, true
	}
	return Locale{}, false
}

// Round rounds half away from zero. A value that is a half but for the error of binary fractions counts as one.
func Round(v float64, decimals int) float64 {
	p := math.Pow10(decimals)
	scaled := v * p
	return math.Round(scaled+math.Copysign(math.Abs(scaled)*1e-12+1e-12, scaled)) / p
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

// Percent writes v, which is already in percent, with its sign.
func (l Locale) Percent(v float64, decimals int) string {
	return l.Number(v, decimals) + l.percent + "%"
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
