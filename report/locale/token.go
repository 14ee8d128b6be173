package locale

import (
	"strings"
	"unicode/utf8"
)

type token struct {
	start, end int
	text       string // in lower case
}

// tokens are the words and numbers of a text; a hyphen inside a word is a part of it, so that "half-hearted" is no
// half.
func tokens(text string) []token {
	const letters = 6 // of a word with its space
	out := make([]token, 0, len(text)/letters+1)
	for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
		out = append(out, token{start, end, strings.ToLower(text[start:end])})
	}
	return out
}

// nextWord is empty when there are no more.
func nextWord(text string, from int) (start, end int) {
	start = -1
	for i := from; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		inside := isWordRune(r) || r == '-' && start >= 0
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			return start, i
		}
		i += size
	}
	if start < 0 {
		return len(text), len(text)
	}
	return start, len(text)
}
