package scale

import (
	"strings"
	"unicode"
)

// phrase is an answer as its words in lower case, with a space between them.
type phrase struct {
	text   string
	starts []int // of each word in the text
}

// How long an answer of a scale is at most: longer ones are spared the look.
const (
	mostLetters = 100
	mostWords   = 10
)

func isLong(label string) bool { return len(label) > mostLetters }

// phraseOf is false for what is too long to be an answer of a scale.
func phraseOf(label string) (phrase, bool) {
	if label == "" || isLong(label) {
		return phrase{}, false
	}
	var p phrase
	words := wordsOf(label)
	if len(words) == 0 || len(words) > mostWords {
		return phrase{}, false
	}
	at := 0
	for _, w := range words {
		p.starts = append(p.starts, at)
		at += len(w) + 1
	}
	p.text = strings.Join(words, " ")
	return p, true
}

// from is the text of n words from the i-th.
func (p phrase) from(i, n int) string {
	if i+n >= len(p.starts) {
		return p.text[p.starts[i]:]
	}
	return p.text[p.starts[i] : p.starts[i+n]-1]
}

// senses are those of the words; false when one of them is not known.
func (p phrase) senses(known func(string) (sense, bool)) ([]sense, bool) {
	senses, strange := p.look(known)
	return senses, len(strange) == 0
}

// look looks the words up, as many together as are known, and also returns those that are not known.
func (p phrase) look(known func(string) (sense, bool)) ([]sense, []string) {
	const longest = 5
	var out []sense
	var strange []string
	for i := 0; i < len(p.starts); {
		n := min(longest, len(p.starts)-i)
		for ; n > 0; n-- {
			if s, ok := known(p.from(i, n)); ok {
				out = append(out, s)
				break
			}
		}
		if n == 0 {
			strange = append(strange, p.from(i, 1))
		}
		i += max(n, 1)
	}
	return out, strange
}

// wordsOf are the words of an answer, in lower case.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-'
	})
}
