package address

import (
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// LooksLikeAnother tells whether a domain can be taken for another one: a label of it mixes scripts whose letters look
// alike, or has nothing but letters that look like Latin ones under an ending that is Latin.
func LooksLikeAnother(domain string) bool {
	if isPlainASCII(domain) {
		return false
	}
	shown, err := idna.Punycode.ToUnicode(domain)
	if err != nil {
		return true
	}
	parts := strings.Split(shown, ".")
	latin := !strings.ContainsFunc(parts[len(parts)-1],
		func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
	for _, p := range parts {
		if scripts(p) > 1 || latin && isDisguised(p) {
			return true
		}
	}
	return false
}

// scripts counts the scripts of a label, of those that share shapes of letters.
func scripts(label string) int {
	n := 0
	for _, s := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian,
		unicode.Cherokee, unicode.Georgian} {
		if strings.ContainsFunc(label, func(r rune) bool { return unicode.Is(s, r) }) {
			n++
		}
	}
	return n
}

// isDisguised tells of a label of Cyrillic letters that all look like Latin ones.
func isDisguised(label string) bool {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, label)
	return letters != "" && strings.Trim(letters, "асԁеһіјӏорԛѕԝхуѵү") == ""
}
