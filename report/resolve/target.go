package resolve

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/template"
)

// target is what stands in a phrase's parentheses.
type target struct {
	written string // expressions and all: for messages, as what is filled in may be an answer
	filled  string
	blank   bool // the author wrote a space or a line end in it
	unknown bool // an expression in it could not be worked out, which is told elsewhere
}

func targetOf(written []rune, letters []letter, pieces []template.Piece) target {
	t := target{written: string(written)}
	var filled strings.Builder
	for _, l := range letters {
		if !l.expression {
			t.blank = t.blank || unicode.IsSpace(l.r)
			filled.WriteRune(l.r)
			continue
		}
		p := pieces[l.piece]
		t.unknown = t.unknown || (p.Text == "…" && p.Value != "…")
		filled.WriteString(p.Text)
	}
	t.filled = filled.String()
	return t
}

const langPrefix = "lang:"

// speaks tells whether the target is the language of its phrase, and not where it leads.
func (t target) speaks() bool { return strings.HasPrefix(t.filled, langPrefix) }

// follow gives the mark its target, or reports what is wrong with it at its place.
func (r *textResolver) follow(m *report.Mark, t target, at func() diag.Pos) {
	switch {
	case t.unknown:
	case t.speaks():
		r.speak(m, t, at)
	case strings.HasPrefix(t.filled, "#"):
		r.leadToSlide(m, t, at)
	default:
		r.leadToAddress(m, t, at)
	}
}

func (r *textResolver) speak(m *report.Mark, t target, at func() diag.Pos) {
	tag, err := language.Parse(strings.TrimPrefix(t.filled, langPrefix))
	if err != nil || tag == language.Und {
		r.list.Errorf(at(), diag.BadLink, "write its code as in BCP 47, such as lang:en, lang:de or lang:se",
			"%q names no language", diag.Shorten(t.written))
		return
	}
	m.Lang = tag.String()
	if m.Lang == r.deck.Locale.Tag {
		m.Lang = ""
	}
}

func (r *textResolver) leadToSlide(m *report.Mark, t target, at func() diag.Pos) {
	id := strings.TrimPrefix(t.filled, "#")
	if m.Slide = r.slideCalled(id); m.Slide > 0 {
		return
	}
	var ids []string
	for _, s := range r.file.Slides {
		if s.ID.Set {
			ids = append(ids, "#"+s.ID.V)
		}
	}
	hint := diag.DidYouMean(t.filled, ids)
	if hint == "" {
		hint = `give the slide it leads to an id = "…"`
	}
	r.list.Errorf(at(), diag.BadLink, hint, "there is no slide for %q", diag.Shorten(t.written))
}

// slideCalled is the number of the slide with an id, or 0.
func (r *resolver) slideCalled(id string) int {
	return 1 + slices.IndexFunc(r.file.Slides, func(s config.Slide) bool { return s.ID.Set && s.ID.V == id })
}

// How a scheme (RFC 3986, 3.1) and a percent-encoded byte (2.1) are written.
var (
	schemeForm    = regexp.MustCompile(`^[a-z][a-z0-9+.-]*$`)
	percentEscape = regexp.MustCompile(`^%[0-9A-Fa-f]{2}`)
)

func (r *textResolver) leadToAddress(m *report.Mark, t target, at func() diag.Pos) {
	wrong := func(hint, format string) { r.list.Errorf(at(), diag.BadLink, hint, format, diag.Shorten(t.written)) }
	address := percentEncoded(t.filled)
	scheme, _, found := strings.Cut(strings.ToLower(strings.TrimSpace(t.filled)), ":")
	found = found && schemeForm.MatchString(scheme)
	known := scheme == "http" || scheme == "https" || scheme == "mailto"
	switch {
	case found && known && t.blank:
		wrong("take it out, or write %20 for it", "the address %q has a space in it")
	case found && known && r.limits.Address > 0 && len(address) > r.limits.Address:
		wrong("shorten it", "the address %q is longer than "+r.limits.Of+" can hold")
	case found && known && !isWhole(address):
		wrong("write it whole, such as https://example.no or mailto:post@example.no", "the address %q is not whole")
	case found && known:
		m.URL = address
	case found:
		wrong("link to a web page (https://…), a mail address (mailto:…) or a slide (#slide-id)",
			"a link may not lead to %q")
	case strings.HasPrefix(t.filled, "www."):
		wrong("begin it with https://", "the address %q is not whole")
	case r.slideCalled(t.filled) > 0:
		wrong("write # before the slide's id", "%q is no target of a link")
	default:
		wrong(`a target is https://…, http://…, mailto:…, #slide-id or lang:en; write \[ for a plain bracket ("\\[" in double quotes)`, "%q is no target of a link")
	}
}

// isWhole tells whether an address names a host, or a mailbox.
func isWhole(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "mailto" {
		return err == nil && u.Hostname() != ""
	}
	name, host, _ := strings.Cut(u.Opaque, "@")
	return name != "" && host != ""
}

// percentEncoded is an address with what it may not hold (RFC 3986, 2) written as %XX. It may hold brackets around a
// host that is a number, which no deck links to.
func percentEncoded(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c == '%' && !percentEscape.MatchString(s[i:]):
			b.WriteString("%25")
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9',
			strings.IndexByte("-._~:/?#@!$&'()*+,;=%", c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
