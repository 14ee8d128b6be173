package report

import (
	"regexp"
	"strings"

	"lysark/config"
	"lysark/config/diag"
)

// text is the author's text as it is printed: braces undone, a hard space between a number and its per cent sign.
func (r *resolver) text(s config.Str) Text {
	if !s.Set {
		return Text{Pos: s.Pos}
	}
	out := unbrace(s, &r.list)
	if r.deck.Locale.Tag != "en" {
		out = r.spacedPercent.ReplaceAllString(out, "$1\u00a0%")
	}
	t := Text{S: strings.TrimSpace(out), Pos: s.Pos}
	r.checkGlyphs(t)
	return t
}

func (r *resolver) texts(ss []config.Str) []Text {
	var out []Text
	for _, s := range ss {
		out = append(out, r.text(s))
	}
	return out
}

func spacedPercent() *regexp.Regexp { return regexp.MustCompile(`(\d) ?%`) }

// unbrace turns {{ and }} into single braces. A single brace begins an expression, which no text may hold yet.
func unbrace(s config.Str, list *diag.List) string {
	const mark = "\x00"
	out := strings.NewReplacer("{{", mark+"(", "}}", mark+")").Replace(s.V)
	if strings.ContainsAny(out, "{}") {
		list.Errorf(s.Pos, "syntax", "write {{ or }} for a brace in the text", "a single brace in %q", s.V)
	}
	return strings.NewReplacer(mark+"(", "{", mark+")", "}").Replace(out)
}

// checkGlyphs reports each character that the theme's faces cannot draw, once per text.
func (r *resolver) checkGlyphs(t Text) {
	if r.deck.Theme.Family.Regular == nil {
		return
	}
	seen := map[rune]bool{}
	for _, c := range t.S {
		if c == '\n' || c == '\u00ad' || seen[c] {
			continue
		}
		seen[c] = true
		if !r.drawable(c) {
			r.list.Errorf(t.Pos, "missing-glyph", "take the character out, or a font that has it",
				"the font %s has no character %q (U+%04X), which is in %q", r.deck.Theme.Family.Regular.Name, string(c), c, shorten(t.S))
		}
	}
}

func (r *resolver) drawable(c rune) bool {
	f := r.deck.Theme.Family
	return f.Regular.Has(c) && f.Semibold.Has(c) && f.Bold.Has(c)
}

// shorten keeps a text short enough for a message.
func shorten(s string) string {
	const most = 48
	letters := []rune(s)
	if len(letters) <= most {
		return s
	}
	return string(letters[:most-1]) + "…"
}
