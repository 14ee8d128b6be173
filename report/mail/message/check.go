package message

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The limits of RFC 5321, 4.5.3.1, in bytes. The whole address fits into a path of 256 with its brackets.
const (
	longestLocal   = 64
	longestDomain  = 255
	longestAddress = 254
	longestLabel   = 63 // RFC 1035, 2.3.4
)

// longestText is how many bytes a name or a subject may have; what is longer is a mistake in the list.
const longestText = 998

// CheckText tells whether a text may stand in a header field: one line of proper UTF-8 without control characters,
// angle brackets, or characters that turn the direction of writing. The error names the field and the place, not the
// text.
func CheckText(field, s string) error {
	if len(s) > longestText {
		return fmt.Errorf("%s has %d bytes, more than %d", field, len(s), longestText)
	}
	letter := 0
	for i, r := range s {
		letter++
		if why := unfit(r, s[i:]); why != "" {
			return fmt.Errorf("%s holds %s (character %d)", field, why, letter)
		}
	}
	return nil
}

// unfit is why a character, the first of rest, may not stand in a header field; empty when it may.
func unfit(r rune, rest string) string {
	switch {
	case r == utf8.RuneError && !strings.HasPrefix(rest, string(utf8.RuneError)):
		return "bytes that are not UTF-8"
	case r == '\r' || r == '\n' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return "a line break"
	case unicode.IsControl(r):
		return fmt.Sprintf("the control character U+%04X", r)
	case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069:
		return fmt.Sprintf("the character U+%04X, which turns the direction of writing", r)
	case r == '<' || r == '>':
		return "an angle bracket"
	}
	return ""
}

// checkBody tells whether a text may be the body of a message, where lines break and tabs stand.
func checkBody(field, s string) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("%s is not UTF-8", field)
	}
	line := 1
	for _, r := range s {
		switch {
		case r == '\n':
			line++
		case r == '\t' || r == '\r':
		case unicode.IsControl(r):
			return fmt.Errorf("%s holds the control character U+%04X (line %d)", field, r, line)
		}
	}
	return nil
}

// CheckAddress tells whether an address may stand between the angle brackets of a header field and of an SMTP command:
// a local part without quotes, and a domain as A-labels. A local part beyond ASCII is fine, though not every server
// takes it.
func CheckAddress(addr string) error {
	if err := CheckText("the address", addr); err != nil {
		return err
	}
	if len(addr) > longestAddress {
		return fmt.Errorf("the address has %d bytes, more than %d", len(addr), longestAddress)
	}
	switch strings.Count(addr, "@") {
	case 0:
		return errors.New("the address has no @")
	case 1:
	default:
		return errors.New("the address has more than one @")
	}
	local, domain, _ := strings.Cut(addr, "@")
	if err := checkLocal(local); err != nil {
		return err
	}
	return checkDomain(domain)
}

func checkLocal(local string) error {
	switch {
	case local == "":
		return errors.New("the address has nothing before the @")
	case len(local) > longestLocal:
		return fmt.Errorf("the address has %d bytes before the @, more than %d", len(local), longestLocal)
	case !isDotted(local):
		return errors.New("the address has a dot at the edge of its local part, or two in a row")
	}
	for _, r := range local {
		if r != '.' && !isAtom(r) && !isForeign(r) {
			return errors.New("the address holds a space, a quote or another character that needs quoting before the @")
		}
	}
	return nil
}

// checkDomain takes a single label, too: servers on the local machine have no other.
func checkDomain(domain string) error {
	switch {
	case domain == "":
		return errors.New("the address has nothing after the @")
	case len(domain) > longestDomain:
		return fmt.Errorf("the address has %d bytes after the @, more than %d", len(domain), longestDomain)
	case !isDotted(domain):
		return errors.New("the address has a dot at the edge of its domain, or two in a row")
	}
	for label := range strings.SplitSeq(domain, ".") {
		switch {
		case len(label) > longestLabel:
			return fmt.Errorf("the address has a part of %d bytes in its domain, more than %d", len(label),
				longestLabel)
		case strings.Trim(label, "-") != label:
			return errors.New("the address has a hyphen at the edge of a part of its domain")
		case strings.ContainsFunc(label, func(r rune) bool { return !isLetterOrDigit(r) && r != '-' }):
			return errors.New("the address has other characters than letters, digits and hyphens in its domain " +
				"(write it as A-labels)")
		}
	}
	return nil
}

// isDotted tells a text whose dots stand between other characters.
func isDotted(s string) bool {
	return s != "" && s[0] != '.' && s[len(s)-1] != '.' && !strings.Contains(s, "..")
}

func isLetterOrDigit(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// isAtom tells the characters of an atom (RFC 5322, 3.2.3).
func isAtom(r rune) bool {
	return isLetterOrDigit(r) || r < utf8.RuneSelf && strings.ContainsRune("!#$%&'*+-/=?^_`{|}~", r)
}

func isForeign(r rune) bool {
	return r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r))
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}
