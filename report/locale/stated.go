package locale

import (
	"slices"
	"strings"
	"unicode"
)

// Stated is a fraction that a text states, at text[Start:End].
type Stated struct {
	Start, End             int
	Numerator, Denominator int
}

// Share is in percent, unrounded.
func (s Stated) Share() float64 { return percent(s.Numerator, s.Denominator) }

// FindFractions finds where text states a fraction of a whole, in figures or in words: "2 av 3", "ni av ti",
// "halvparten", "to tredeler". They are in order and do not overlap. It does not read the words around them:
// "over halvparten" is found as "halvparten".
func (l Locale) FindFractions(text string) []Stated {
	f := finder{locale: l, text: text, words: tokens(text), numbers: l.numbers(), parts: parts(l.Tag)}
	var found []Stated
	for i := 0; i < len(f.words); {
		numerator, denominator, used := f.at(i)
		if used == 0 {
			i++
			continue
		}
		found = append(found, Stated{f.words[i].start, f.words[i+used-1].end, numerator, denominator})
		i += used
	}
	return found
}

type finder struct {
	locale  Locale
	text    string
	words   []token
	numbers map[string]int // in words
	parts   map[string]int // denominator of "tredel"
}

// at is the fraction that begins with word i; used is how many words it has, 0 when there is none.
func (f finder) at(i int) (numerator, denominator, used int) {
	if slices.Contains(halves(f.locale.Tag), f.words[i].text) && !f.isOtherHalf(i) {
		return 1, 2, 1
	}
	if n, d, ok := f.hyphened(f.words[i].text); ok {
		return n, d, 1
	}
	n, ok := f.number(i)
	if f.isArticle(i) {
		n = 1
	}
	if d, ok := f.part(f.word(i, 1)); ok && 1 <= n && n < d && !f.isOrdinal(i, n) {
		return n, d, 2
	}
	if !ok || n < 1 {
		return 0, 0, 0
	}
	for _, link := range links(f.locale.Tag) {
		last := i + len(link) + 1
		if last >= len(f.words) || !f.follows(i, link) || f.word(last-1, 1) == "" {
			continue
		}
		if d, ok := f.number(last); ok && n < d {
			return n, d, last - i + 1
		}
	}
	return 0, 0, 0
}

// word is the one that comes steps after i with only space between all of them, or empty.
func (f finder) word(i, steps int) string {
	for range steps {
		if i+1 >= len(f.words) || strings.TrimSpace(f.text[f.words[i].end:f.words[i+1].start]) != "" {
			return ""
		}
		i++
	}
	return f.words[i].text
}

func (f finder) follows(i int, link []string) bool {
	for k, w := range link {
		if f.word(i, k+1) != w {
			return false
		}
	}
	return true
}

// number is that of word i, in figures or words, at most 100.
func (f finder) number(i int) (int, bool) {
	w := f.words[i]
	if strings.TrimLeft(w.text, "0123456789") == "" {
		return wholeNumber(f.text, w.start, w.end)
	}
	n, ok := f.numbers[w.text]
	return n, ok
}

// part is the denominator that "tredel" and "tredeler" name.
func (f finder) part(word string) (int, bool) {
	d, ok := f.parts[word]
	if !ok {
		d, ok = f.parts[strings.TrimSuffix(word, plural(f.locale.Tag))]
	}
	return d, ok
}

// hyphened is the fraction of one word that English has: "two-thirds".
func (f finder) hyphened(word string) (numerator, denominator int, ok bool) {
	before, after, cut := strings.Cut(word, "-")
	d, isPart := f.part(after)
	n, isNumber := f.numbers[before]
	return n, d, cut && isPart && isNumber && f.locale.Tag == "en" && 1 <= n && n < d
}

// isOtherHalf tells that the half at i is none of a whole: half an hour, the first half, one and a half, halvparten
// så mange.
func (f finder) isOtherHalf(i int) bool {
	if f.locale.Tag != "en" {
		return f.word(i, 1) == "så"
	}
	after := []string{"a", "an", "as", "past", "hour", "hours", "day", "days", "year", "time", "way"}
	before := []string{"first", "second", "last", "latter"}
	return slices.Contains(after, f.word(i, 1)) || slices.Contains(before, f.before(i)) ||
		f.before(i) == "a" && f.before(i-1) == "and"
}

// before is the word that stands right before i, or empty.
func (f finder) before(i int) string {
	if i == 0 || f.word(i-1, 1) == "" {
		return ""
	}
	return f.words[i-1].text
}

// isArticle tells "a third", where "a" counts: it does not in "vitamin a in 3 of them".
func (f finder) isArticle(i int) bool { return f.locale.Tag == "en" && f.words[i].text == "a" }

// isOrdinal tells "a third party" and "a quarter past" from a third of a whole; no other language mixes them.
func (f finder) isOrdinal(i, numerator int) bool {
	nouns := []string{"party", "parties", "person", "time", "option", "country", "reason", "way", "year", "day", "past", "to"}
	return f.locale.Tag == "en" && numerator == 1 && slices.Contains(nouns, f.word(i, 2))
}

type token struct {
	start, end int
	text       string // in lower case
}

// tokens are the words and numbers of a text; a hyphen inside a word is a part of it, so that "half-hearted" is no half.
func tokens(text string) []token {
	var out []token
	start := -1
	for i, r := range text + " " {
		inside := isWordRune(r) || r == '-' && start >= 0
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			out = append(out, token{start, i, strings.Map(unicode.ToLower, text[start:i])})
			start = -1
		}
	}
	return out
}
