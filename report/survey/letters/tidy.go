package letters

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Tidy makes texts comparable: one form of each letter (Unicode NFC), no outer space, single inner spaces.
func Tidy(s string) string {
	if isTidy(s) {
		return s
	}
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}

// isTidy spares most cells the work.
func isTidy(s string) bool {
	space := true // a space may not come first, after another, or last
	for _, r := range s {
		if r > unicode.MaxLatin1 || r != ' ' && unicode.IsSpace(r) || r == ' ' && space {
			return false
		}
		space = r == ' '
	}
	return s == "" || !space
}
