package words

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Differing are the texts without the beginning and the end that they share, up to whole words.
func Differing(texts []string) []string {
	if len(texts) < 2 {
		return slices.Clone(texts)
	}
	begin, end := common(texts)
	var out []string
	for _, s := range texts {
		rest := strings.TrimPrefix(s, begin)
		rest = cmp.Or(strings.TrimSpace(strings.TrimSuffix(rest, end)), rest, s)
		if strings.Count(rest, "(") != strings.Count(rest, ")") {
			rest = strings.TrimPrefix(s, begin) // the end belongs to a bracket
		}
		out = append(out, rest)
	}
	return out
}

// common are the beginning and the end that all texts share, up to whole words.
func common(texts []string) (begin, end string) {
	begin, end = texts[0], texts[0]
	for _, s := range texts[1:] {
		for !strings.HasPrefix(s, begin) {
			_, size := utf8.DecodeLastRuneInString(begin)
			begin = begin[:len(begin)-size]
		}
		for !strings.HasSuffix(s, end) {
			_, size := utf8.DecodeRuneInString(end)
			end = end[size:]
		}
	}
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return strings.TrimRightFunc(begin, inWord), strings.TrimLeftFunc(end, inWord)
}

// Shared is the beginning that all texts share, without the marks at its end.
func Shared(texts []string) string {
	begin, _ := common(texts)
	return strings.TrimRight(begin, " /:_-.([")
}
