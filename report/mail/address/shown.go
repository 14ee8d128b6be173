package address

import (
	"strings"

	"golang.org/x/net/idna"
)

// Shown is an address as people read and write it, with letters in its domain where String has A-labels. A domain stays
// as it is sent when its letters would not be read as exactly that again, could be taken for others, or are not seen.
func Shown(s string) string {
	at := strings.LastIndexByte(s, '@')
	return s[:at+1] + shownDomain(s[at+1:])
}

func shownDomain(ascii string) string {
	if isPlainASCII(ascii) || LooksLikeAnother(ascii) {
		return ascii
	}
	shown, err := idna.Lookup.ToUnicode(ascii)
	if err != nil || strings.ContainsFunc(shown, isUnseen) {
		return ascii
	}
	if again, fault := Domain(shown); fault != nil || again != ascii {
		return ascii
	}
	return shown
}

// isUnseen tells of the joiners, too, which domains of some scripts may hold.
func isUnseen(r rune) bool { return Unprintable(r) || r == '\u200c' || r == '\u200d' }

// DomainOf is the domain of an address.
func DomainOf(s string) string { return strings.ToLower(s[strings.LastIndexByte(s, '@')+1:]) }

// Hidden is an address as it may be told where others read it: only where it belongs.
func Hidden(s string) string {
	_, domain, _ := strings.Cut(s, "@")
	return "…@" + domain
}
