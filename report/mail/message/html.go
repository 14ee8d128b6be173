package message

import (
	"fmt"
	"html"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

// CheckHTML tells what mail readers would not show, or would ask the member about, each with its line: pictures that
// are not among the CIDs or that are loaded from somewhere, scripts, frames and forms. It quotes nothing but CIDs.
func CheckHTML(body string, cids []string) []string {
	if !utf8.ValidString(body) {
		return []string{"the HTML is not UTF-8"}
	}
	c := htmlCheck{body: body, cids: cids, used: map[string]bool{}}
	c.scan()
	for _, cid := range cids {
		if !c.used[cid] {
			c.problems = append(c.problems,
				fmt.Sprintf("the picture %q is shown nowhere; write <img src=\"cid:%s\">", cid, cid))
		}
	}
	return c.problems
}

type htmlCheck struct {
	body     string
	cids     []string
	used     map[string]bool
	problems []string
	at       int // where the tag that is looked at begins
}

func (c *htmlCheck) report(format string, args ...any) {
	line := 1 + strings.Count(c.body[:c.at], "\n")
	c.problems = append(c.problems, fmt.Sprintf("line %d: ", line)+fmt.Sprintf(format, args...))
}

// scan looks at every tag, those in the conditional comments that Outlook reads among them.
func (c *htmlCheck) scan() {
	for i := 0; i < len(c.body); {
		step := strings.IndexByte(c.body[i:], '<')
		if step < 0 {
			return
		}
		i += step
		rest := c.body[i:]
		switch {
		case strings.HasPrefix(rest, "<!--[if"):
			i += len("<!--[if")
		case strings.HasPrefix(rest, "<!--"):
			i += through(rest, "-->")
		case len(rest) > 1 && isLetterOrDigit(rune(rest[1])):
			c.at = i
			t, n := readTag(rest)
			c.tag(t)
			i += n
			if t.name == "style" {
				n = through(c.body[i:], "</style")
				c.css(c.body[i : i+n])
				i += n
			}
		default:
			i++
		}
	}
}

func (c *htmlCheck) tag(t tag) {
	switch t.name {
	case "script", "iframe", "object", "embed", "applet", "form", "base", "link":
		c.report("<%s> is taken out by mail readers", t.name)
	case "meta":
		if cs := strings.ToLower(t.attributes["charset"] + t.attributes["content"]); strings.Contains(cs, "iso-8859") ||
			strings.Contains(cs, "windows-") {
			c.report("<meta> names another character set than UTF-8, which the message is sent in")
		}
	case "img":
		if _, ok := t.attributes["alt"]; !ok {
			c.report("<img> has no alt text for those who do not see the picture; write alt=\"what it shows\", or " +
				"alt=\"\" if it shows nothing")
		}
	}
	for _, name := range t.order {
		c.attribute(t, name, t.attributes[name])
	}
}

func (c *htmlCheck) attribute(t tag, name, value string) {
	switch {
	case strings.HasPrefix(name, "on"):
		c.report("<%s %s> is a script, which mail readers take out", t.name, name)
	case name == "href" || name == "action":
		if s := scheme(value); s == "javascript" || s == "vbscript" || s == "data" {
			c.report("<%s %s> is a script or holds its own page, which mail readers take out", t.name, name)
		}
	case name == "srcset":
		for one := range strings.SplitSeq(value, ",") {
			address, _, _ := strings.Cut(strings.TrimSpace(one), " ")
			c.source(t, name, address)
		}
	case name == "src" || name == "background" || name == "poster" || name == "data":
		c.source(t, name, value)
	case name == "style":
		c.css(value)
	}
}

// source looks at the address of something that is shown.
func (c *htmlCheck) source(t tag, name, address string) {
	address = strings.TrimSpace(address)
	switch s := scheme(address); s {
	case "cid":
		c.cid(address[len("cid:"):])
	case "":
		if strings.HasPrefix(address, "//") || strings.HasPrefix(address, `\\`) {
			c.report("<%s %s> is loaded from the web, which mail readers ask about or refuse; put it in as a "+
				"picture with a cid", t.name, name)
			return
		}
		c.report("<%s %s> names a file that the member does not have; put it in as a picture with a cid", t.name, name)
	case "data":
		c.report("<%s %s> holds the picture itself, which Outlook and Gmail do not show; put it in with a cid", t.name,
			name)
	default:
		c.report("<%s %s> is loaded from the web, which mail readers ask about or refuse; put it in as a picture "+
			"with a cid", t.name, name)
	}
}

// cid takes the address percent-decoded, as RFC 2392 wants it.
func (c *htmlCheck) cid(address string) {
	cid, err := url.PathUnescape(address)
	if err != nil || !slices.Contains(c.cids, cid) {
		c.report("no picture has the cid %q", address)
		return
	}
	c.used[cid] = true
}

func (c *htmlCheck) css(style string) {
	lower := strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, style)
	if strings.Contains(lower, "@import") {
		c.report("@import loads a style from the web, which mail readers refuse")
	}
	for i := 0; ; {
		i += through(lower[i:], "url(")
		if i == len(lower) {
			return
		}
		address := strings.Trim(style[i:i+until(style[i:], ")")], " \t\r\n'\"")
		if scheme(address) == "cid" {
			c.cid(address[len("cid:"):])
			continue
		}
		c.report("url() in a style is loaded from elsewhere, which mail readers ask about or refuse")
	}
}

// scheme is what stands before the colon of an address, in lower case and without what browsers leave out.
func scheme(address string) string {
	address = strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, address)
	s, _, found := strings.Cut(address, ":")
	if !found || strings.ContainsAny(s, "/?#") {
		return ""
	}
	return strings.ToLower(s)
}

type tag struct {
	name       string
	attributes map[string]string
	order      []string
}

// readTag reads the tag that s begins with, and tells how long it is.
func readTag(s string) (tag, int) {
	t := tag{attributes: map[string]string{}}
	i := 1 + until(s[1:], " \t\r\n\f/>")
	t.name = strings.ToLower(s[1:i])
	for i < len(s) {
		i += len(s[i:]) - len(strings.TrimLeft(s[i:], " \t\r\n\f/"))
		if i == len(s) || s[i] == '>' {
			break
		}
		from := i
		i += 1 + until(s[i+1:], " \t\r\n\f/>=")
		name := strings.ToLower(s[from:i])
		value, n := readValue(s[i:])
		i += n
		if _, again := t.attributes[name]; !again {
			t.attributes[name] = html.UnescapeString(value)
			t.order = append(t.order, name)
		}
	}
	return t, min(i+1, len(s))
}

// readValue reads what follows an attribute's name: an equals sign and a value, or nothing.
func readValue(s string) (string, int) {
	rest := strings.TrimLeft(s, " \t\r\n\f")
	if !strings.HasPrefix(rest, "=") {
		return "", 0
	}
	rest = strings.TrimLeft(rest[1:], " \t\r\n\f")
	before := len(s) - len(rest)
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		n := 1 + through(rest[1:], rest[:1])
		return strings.TrimSuffix(rest[1:n], rest[:1]), before + n
	}
	n := until(rest, " \t\r\n\f>")
	return rest[:n], before + n
}

// through is how many bytes reach to the end of the mark, or to the end of the text without one.
func through(s, mark string) int {
	if i := strings.Index(s, mark); i >= 0 {
		return i + len(mark)
	}
	return len(s)
}

// until is how many bytes come before the first of the characters, or all without one.
func until(s, chars string) int {
	if i := strings.IndexAny(s, chars); i >= 0 {
		return i
	}
	return len(s)
}
