package submission

import (
	"strings"
	"unicode/utf8"
)

// addressProblem is why an address cannot go into a command, without the address. The list of members has been
// checked long before; this is the last look, as the client writes into the line what it is given.
func addressProblem(address string) string {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return "has no @"
	}
	local, domain := address[:at], address[at+1:]
	switch {
	case len(address) > 254: // RFC 5321, 4.5.3.1.3, less the angle brackets
		return "is longer than 254 bytes"
	case local == "" || len(local) > 64:
		return "has nothing before its @, or more than 64 bytes"
	case !utf8.ValidString(local) || strings.ContainsFunc(local, forbidden):
		return "holds a character that it may not"
	case strings.HasPrefix(local, ".") || strings.HasSuffix(local, ".") || strings.Contains(local, ".."):
		return "has a dot where it may have none"
	case !isDomain(domain):
		return "has no domain in ASCII after its @"
	}
	return ""
}

// forbidden holds for all but atext and the dot (RFC 5322, 3.2.3), and letters beyond ASCII (RFC 6531, 3.3).
func forbidden(r rune) bool {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
		return false
	case r < utf8.RuneSelf:
		return !strings.ContainsRune("!#$%&'*+-/=?^_`{|}~.", r)
	}
	return r < 0xA0 || r == 0x2028 || r == 0x2029 // C1 and what some take for line ends
}

func isDomain(domain string) bool {
	for _, label := range strings.Split(domain, ".") {
		if label == "" || len(label) > 63 || strings.HasPrefix(label, "-") || strings.HasSuffix(label, "-") {
			return false
		}
		if strings.ContainsFunc(label, func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-')
		}) {
			return false
		}
	}
	return true
}

func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}
