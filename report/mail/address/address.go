// Package address reads e-mail addresses and takes only those that can stand in an SMTP command and in a header as they
// are.
//
// The layout, the list of members and the command line judge an address alike because all of them call Parse. What is
// wrong with one is told without the address: it is somebody's.
package address

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"
)

// Address is an address that can be sent to: RFC 5321 without quoted local parts, comments and address literals.
type Address struct {
	Local  string // as written, in NFC
	Domain string // lower case, as A-labels (IDNA 2008)
}

// Fault says why a text is no address. It never holds the text.
type Fault struct {
	Why  string // goes on from "the address …"
	Hint string // may be empty
}

// String is the address as SMTP and headers write it.
func (a Address) String() string { return a.Local + "@" + a.Domain }

// Key is the same for all ways to write one mailbox: case does not count. Dots and what follows a plus do, as only some
// servers pass over them.
func (a Address) Key() string {
	return norm.NFC.String(strings.ToLower(a.Local)) + "@" + a.Domain
}

// International tells whether the local part has letters that only servers with SMTPUTF8 (RFC 6531) take.
func (a Address) International() bool {
	return strings.IndexFunc(a.Local, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0
}

// Parse reads an address; the space around it does not count. The fault is nil when it is one.
func Parse(s string) (Address, *Fault) {
	s = strings.TrimSpace(s)
	if f := outline(s); f != nil {
		return Address{}, f
	}
	at := strings.LastIndexByte(s, '@')
	local, f := localPart(s[:at])
	if f != nil {
		return Address{}, f
	}
	domain, f := Domain(s[at+1:])
	if f != nil {
		return Address{}, f
	}
	const most = 254 // RFC 3696, erratum 1690
	if len(local)+1+len(domain) > most {
		return Address{}, &Fault{"is too long", "an address has at most 254 characters"}
	}
	return Address{Local: local, Domain: domain}, nil
}

// Mailbox reads an address that may follow a name: Foreningen <post@forening.example>.
func Mailbox(s string) (name string, a Address, f *Fault) {
	s = strings.TrimSpace(s)
	open := strings.LastIndexByte(s, '<')
	if open < 0 || !strings.HasSuffix(s, ">") {
		if name, last := cutLast(s); strings.Count(s, "@") == 1 && name != "" && strings.Contains(last, "@") {
			return "", Address{}, &Fault{"has a name beside it, and no angle brackets", "write it as Name <name@example.org>"}
		}
		a, f = Parse(s)
		return "", a, f
	}
	name = strings.TrimSpace(s[:open])
	if bare, quoted := strings.CutPrefix(name, `"`); quoted && len(bare) > 0 && strings.HasSuffix(bare, `"`) {
		name = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(bare[:len(bare)-1])
	}
	if strings.ContainsFunc(name, func(r rune) bool { return r == '<' || r == '>' || Unprintable(r) }) {
		return "", Address{}, &Fault{"has a name with a bracket or a control character", "write it as Name <name@example.org>"}
	}
	a, f = Parse(s[open+1 : len(s)-1])
	return norm.NFC.String(name), a, f
}

// cutLast cuts a text before its last word.
func cutLast(s string) (before, last string) {
	i := strings.LastIndexFunc(s, unicode.IsSpace)
	return strings.TrimSpace(s[:i+1]), strings.TrimSpace(s[i+1:])
}

// Unprintable tells of a character that no name or address holds but by mistake or malice: controls, line ends, what
// turns the direction of text, what is not seen, and the mark of a letter that was lost.
func Unprintable(r rune) bool {
	switch {
	case unicode.IsControl(r), r == '\u2028', r == '\u2029', r == utf8.RuneError:
		return true
	case r == '\u200b', r == '\u2060', r == '\ufeff', r == '\u200e', r == '\u200f', r == '\u061c':
		return true
	}
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// outline finds what is wrong with the text as a whole.
func outline(s string) *Fault {
	const single = "give each address a row of its own"
	at := strings.Count(s, "@")
	switch {
	case s == "":
		return &Fault{"is empty", "write one, or take it out"}
	case strings.ContainsFunc(s, Unprintable) || !utf8.ValidString(s):
		return &Fault{"holds a line break, control character or invisible sign", "write it anew by hand"}
	case strings.ContainsAny(s, "<>"):
		return &Fault{"stands in angle brackets, or beside a name", "leave the address alone here; a name goes elsewhere"}
	case len(s) > 7 && strings.EqualFold(s[:7], "mailto:"):
		return &Fault{"begins with mailto:", "take mailto: off"}
	case at > 1 && strings.ContainsAny(s, ",; "):
		return &Fault{"is more than one", single}
	case strings.HasPrefix(s, `"`):
		return &Fault{"has quotes before the @", "take the quotes off; an address that needs them cannot be sent to from here"}
	case strings.ContainsFunc(s, unicode.IsSpace):
		return &Fault{"holds a space", "take the space out"}
	case at == 0:
		return &Fault{"has no @", "write it as name@example.org"}
	case at > 1:
		return &Fault{"has more than one @", single}
	}
	return nil
}

// localPart is what stands before the @: the dot-atom of RFC 5321, and of RFC 6531 for letters beyond ASCII.
func localPart(s string) (string, *Fault) {
	s = norm.NFC.String(s)
	const most = 64
	switch {
	case s == "":
		return "", &Fault{"has nothing before the @", "write it as name@example.org"}
	case len(s) > most:
		return "", &Fault{"has more than 64 characters before the @", ""}
	case s[0] == '.' || s[len(s)-1] == '.' || strings.Contains(s, ".."):
		return "", &Fault{"has a dot at the wrong place before the @", "take the dot out"}
	case strings.ContainsFunc(s, func(r rune) bool { return !isLocal(r) && r != '.' }):
		return "", &Fault{"holds a character before the @ that addresses do not have", "look for a bracket, comma, colon or quote"}
	}
	return s, nil
}

func isLocal(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' ||
			strings.ContainsRune("!#$%&'*+-/=?^_`{|}~", r)
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// Domain reads a domain of at least two labels and returns it in lower case and as A-labels.
func Domain(s string) (string, *Fault) {
	switch {
	case s == "":
		return "", &Fault{"has nothing after the @", "write it as name@example.org"}
	case s[0] == '[':
		return "", &Fault{"has a number instead of a domain", "write the domain's name"}
	}
	ascii := strings.ToLower(s)
	if !isPlainASCII(ascii) {
		var err error
		if ascii, err = idna.Lookup.ToASCII(s); err != nil || !isIDNA2008(ascii) {
			return "", &Fault{"has a domain that is none", "look for a typing mistake after the @"}
		}
	}
	if f := labels(ascii); f != nil {
		return "", f
	}
	return ascii, nil
}

// isPlainASCII tells whether nothing has to be turned into A-labels, nor checked that claims to be one.
func isPlainASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 && !strings.Contains(s, "xn--")
}

// isIDNA2008 tells whether the labels have letters, marks and digits alone. The library goes by UTS 46, which lets
// symbols pass as they once were registered.
func isIDNA2008(ascii string) bool {
	shown, err := idna.Lookup.ToUnicode(ascii)
	return err == nil && !strings.ContainsFunc(shown, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) &&
			!strings.ContainsRune("-.·・\u200c\u200d", r)
	})
}

// labels checks the parts of a domain in ASCII.
func labels(domain string) *Fault {
	const mostDomain, mostLabel = 253, 63
	parts := strings.Split(domain, ".")
	last := parts[len(parts)-1]
	switch {
	case last == "":
		return &Fault{"ends with a dot", "take the dot off"}
	case len(domain) > mostDomain:
		return &Fault{"has a domain of more than 253 characters", ""}
	case len(parts) < 2:
		return &Fault{"has a domain without a dot", "write all of it, such as example.org"}
	case len(last) < 2 || strings.Trim(last, "0123456789") == "":
		return &Fault{"has a domain without an ending such as .org", "look for a typing mistake after the @"}
	}
	for _, p := range parts {
		if p == "" {
			return &Fault{"has two dots in its domain, or one before it", "take one dot out"}
		}
		if len(p) > mostLabel || p[0] == '-' || p[len(p)-1] == '-' ||
			strings.ContainsFunc(p, func(r rune) bool { return !isHost(r) }) {
			return &Fault{"has a domain that is none", "look for a typing mistake after the @"}
		}
	}
	return nil
}

func isHost(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' }
