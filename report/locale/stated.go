package locale

import (
	"slices"
	"strings"
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
// "over halvparten" is found as "halvparten". FindQuantities finds a few of them, too: whoever asks for both takes
// these first, as they have a value.
func (l Locale) FindFractions(text string) []Stated {
	if !l.mayState(text) {
		return nil
	}
	return finder{l, text, tokens(text)}.fractions()
}

// mayState is the quick way out for the many texts of a deck that have neither digits nor a word to begin with.
func (l Locale) mayState(text string) bool {
	for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
		if l.begins(strings.ToLower(text[start:end])) {
			return true
		}
	}
	return false
}

// begins tells whether what is stated may begin with a word.
func (l Locale) begins(word string) bool {
	const those = number | half | amount | each | alternate | times
	first, _, _ := strings.Cut(word, "-") // two-thirds
	return isDigit(word[0]) || l.senses[first].roles&those != 0 || l.isArticle(word)
}

// isArticle tells "a third", where "a" counts: it does not in "vitamin a in 3 of them".
func (l Locale) isArticle(word string) bool { return l.Tag == "en" && word == "a" }

// finder reads the words of a text.
type finder struct {
	locale Locale
	text   string
	words  []token
}

func (f finder) fractions() []Stated {
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

// at is the fraction that begins with word i; used is how many words it has, 0 when there is none.
func (f finder) at(i int) (numerator, denominator, used int) {
	if !f.locale.begins(f.words[i].text) {
		return 0, 0, 0
	}
	if f.is(f.words[i].text, half) && !f.isOtherHalf(i) {
		return 1, 2, 1
	}
	if n, d, ok := f.hyphened(f.words[i].text); ok {
		return n, d, 1
	}
	n, ok := f.number(i)
	if f.locale.isArticle(f.words[i].text) {
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
	if !f.is(w.text, number) {
		return 0, false
	}
	return f.locale.senses[w.text].n, true
}

// part is the denominator that "tredel" and "tredeler" name.
func (f finder) part(word string) (int, bool) { return f.locale.senses[word].n, f.is(word, part) }

// is tells whether a word has one of the roles.
func (f finder) is(word string, r role) bool { return f.locale.senses[word].roles&r != 0 }

// hyphened is the fraction of one word that English has: "two-thirds".
func (f finder) hyphened(word string) (numerator, denominator int, ok bool) {
	before, after, cut := strings.Cut(word, "-")
	if !cut || f.locale.Tag != "en" {
		return 0, 0, false
	}
	d, isPart := f.part(after)
	n := f.locale.senses[before].n
	return n, d, isPart && f.is(before, number) && 1 <= n && n < d
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

// isOrdinal tells "a third party" and "a quarter past" from a third of a whole; no other language mixes them.
func (f finder) isOrdinal(i, numerator int) bool {
	nouns := []string{"party", "parties", "person", "time", "option", "country", "reason", "way", "year", "day", "past", "to"}
	return f.locale.Tag == "en" && numerator == 1 && slices.Contains(nouns, f.word(i, 2))
}

// links are the words between numerator and denominator.
func links(tag string) [][]string {
	if tag == "en" {
		return [][]string{{"in"}, {"of"}, {"out", "of"}}
	}
	return [][]string{{"av"}}
}
