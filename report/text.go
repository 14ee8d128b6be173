package report

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"

	"lysark/config/diag"
)

func spacedPercent() *regexp.Regexp { return regexp.MustCompile(`\d ?%`) }

// spaced are the runs' texts with a hard space between a number of the author's and its per cent sign, also where a
// phrase begins or ends between the two.
func (r *resolver) spaced(runs []run) []string {
	texts := make([]string, len(runs))
	for i, p := range runs {
		texts[i] = p.Text
	}
	if r.deck.Locale.Tag == "en" {
		return texts
	}
	for from := 0; from < len(runs); {
		to := from
		for to < len(runs) && runs[to].Expr == "" {
			to++
		}
		r.spaceWords(texts[from:to])
		from = to + 1
	}
	return texts
}

// spaceWords puts hard spaces into the author's words, which stand side by side.
func (r *resolver) spaceWords(texts []string) {
	found := r.spacedPercent.FindAllStringIndex(strings.Join(texts, ""), -1)
	if len(found) == 0 {
		return
	}
	end := 0
	for i, text := range texts {
		var b strings.Builder
		for at := range len(text) {
			for len(found) > 0 && end+at >= found[0][1] {
				found = found[1:]
			}
			within := len(found) > 0 && end+at > found[0][0]
			alone := within && found[0][1]-found[0][0] == len("0%")
			switch {
			case within && text[at] == ' ':
				b.WriteString("\u00a0")
				continue
			case alone:
				b.WriteString("\u00a0")
			}
			b.WriteByte(text[at])
		}
		end += len(text)
		texts[i] = b.String()
	}
}

// Text is a text as it is to be printed, with the place it comes from.
type Text struct {
	S     string
	Marks []Mark // in order; none overlaps another
	Pos   diag.Pos
}

// Mark is a part of a text that leads somewhere, is in another language than the deck, or both. Parts of one phrase
// stand side by side: of a link with a foreign word in it, for example.
type Mark struct {
	From, To int    // bytes of the text
	URL      string // where a link leads; valid, and nothing but http, https and mailto
	Slide    int    // where a link within the deck leads, by number
	Lang     string // BCP 47
	Phrase   int    // which of the text's phrases, from 1
}

// Links tells whether the part leads anywhere.
func (m Mark) Links() bool { return m.URL != "" || m.Slide > 0 }

// Part is the bytes between two places of the text with their marks, such as a paragraph of it.
func (t Text) Part(from, to int) Text {
	out := Text{S: t.S[from:to], Pos: t.Pos}
	for _, m := range t.Marks {
		m.From, m.To = max(m.From, from)-from, min(m.To, to)-from
		if m.From < m.To {
			out.Marks = append(out.Marks, m)
		}
	}
	return out
}

// mark says of a part of the text that is being put together what it is marked with, if anything.
func (t *Text) mark(m Mark, from, to int) {
	if from == to || (!m.Links() && m.Lang == "") {
		return
	}
	m.From, m.To = from, to
	if n := len(t.Marks); n > 0 && t.Marks[n-1].To == from && t.Marks[n-1].like(m) {
		t.Marks[n-1].To = to
		return
	}
	t.Marks = append(t.Marks, m)
}

// like tells whether two parts differ in nothing but their places.
func (m Mark) like(o Mark) bool {
	m.From, m.To = o.From, o.To
	return m == o
}

// trimmed is the text without space at its ends.
func (t Text) trimmed() Text {
	begin := len(t.S) - len(strings.TrimLeftFunc(t.S, unicode.IsSpace))
	return t.Part(begin, max(begin, len(strings.TrimRightFunc(t.S, unicode.IsSpace))))
}

// OneLine is a text as it is written where it is not set: without line breaks, and without hyphens that only a line's
// end would show.
func OneLine(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "\u00ad", "")
}

// isBlank tells a text of which nothing can be seen.
func isBlank(s string) bool {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }) == ""
}

// checkUnseen reports what a title or an alternative text cannot hold: characters that XML, and so a PDF's metadata,
// cannot write, which may have come with the answers, and more than a PDF holds in one piece, 32,767 bytes (ISO 19005-2,
// 6.1.13). What is drawn is in pieces.
func (r *resolver) checkUnseen(t Text) {
	for _, c := range t.S {
		if unicode.IsControl(c) && !unicode.IsSpace(c) || c == '\ufffe' || c == '\uffff' {
			r.list.Errorf(t.Pos, diag.BadValue, "take it out of the answers, or them out of the text", "the text holds a control character (%U)", c)
			return
		}
	}
	const most = (32_767 - 2) / 2 // UTF-16 after a mark
	if n := len(utf16.Encode([]rune(t.S))); n > most {
		r.list.Errorf(t.Pos, diag.BadValue, "shorten it", "the text has %d characters, and a PDF holds %d in one piece", n, most)
	}
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
			r.undrawable[t.S] = true
			r.list.Errorf(t.Pos, diag.MissingGlyph, "take the character out, or a font that has it",
				"the font %s has no character %q (U+%04X), which is in %q%s", r.deck.Theme.Family.Regular.Name, string(c), c, diag.Shorten(t.S), r.onSlide())
		}
	}
}

// onSlide names the slide that is being resolved, if it is one.
func (r *resolver) onSlide() string {
	if r.slideNumber == 0 {
		return ""
	}
	return fmt.Sprintf(" on slide %d", r.slideNumber)
}

func (r *resolver) drawable(c rune) bool {
	f := r.deck.Theme.Family
	return f.Regular.Has(c) && f.Semibold.Has(c) && f.Bold.Has(c)
}
