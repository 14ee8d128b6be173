package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Capital makes s begin a sentence: "halvparten" becomes "Halvparten". Opening quotes and brackets are passed over;
// what begins with a digit stays as it is.
func Capital(s string) string {
	at, first, size := firstLetter(s)
	if size == 0 {
		return s
	}
	return s[:at] + string(unicode.ToTitle(first)) + s[at+size:]
}

// Inner is how an answer reads inside a sentence: "Mellom ansatt og leder" becomes "mellom ansatt og leder". What looks
// like an abbreviation stays: "IT support", "HR-avdelingen", "T-bane", "C". A name such as "Oslo" cannot be told
// from another word and is lower-cased, so whoever calls this must let the author choose.
func (l Locale) Inner(s string) string {
	at, first, size := firstLetter(s)
	if size == 0 || l.keepsCapital(s[at:], size) {
		return s
	}
	return s[:at] + string(unicode.ToLower(first)) + s[at+size:]
}

// keepsCapital judges the word that s begins with, whose first letter has the given size.
func (l Locale) keepsCapital(s string, size int) bool {
	word := s
	if end := strings.IndexFunc(s, func(r rune) bool { return !isWordRune(r) && r != '-' }); end >= 0 {
		word = s[:end]
	}
	rest := word[size:]
	switch {
	case strings.ContainsFunc(rest, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }):
		return true // IT, HR-avdelingen, LinkedIn, B2B
	case strings.HasPrefix(rest, "-"):
		return word[:size] != "E" // T-bane and B-lag, but e-post
	case rest == "":
		return !l.isOneLetterWord(word) || !startsWithSpace(s[size:])
	}
	return false
}

// isOneLetterWord tells "I dag", "Å pendle" and "A lot" from the letters C and X and the pronoun I.
func (l Locale) isOneLetterWord(word string) bool {
	if l.Tag == "en" {
		return word == "A"
	}
	return word == "I" || word == "Å"
}

// firstLetter has the size 0 when s begins with anything but a letter.
func firstLetter(s string) (at int, letter rune, size int) {
	at = strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !isOpening(r) })
	if at < 0 {
		return 0, 0, 0
	}
	letter, size = utf8.DecodeRuneInString(s[at:])
	if !unicode.IsLetter(letter) {
		return 0, 0, 0
	}
	return at, letter, size
}

func isOpening(r rune) bool {
	return unicode.In(r, unicode.Ps, unicode.Pi) || strings.ContainsRune(`"'’`, r)
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func startsWithSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}
