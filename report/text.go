package report

import (
	"strings"
	"unicode"

	"lysark/config/diag"
)

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

// Trimmed is the text without space at its ends.
func (t Text) Trimmed() Text {
	begin := len(t.S) - len(strings.TrimLeftFunc(t.S, unicode.IsSpace))
	return t.Part(begin, max(begin, len(strings.TrimRightFunc(t.S, unicode.IsSpace))))
}

// OneLine is a text as it is written where it is not set: without line breaks, and without hyphens that only a line's
// end would show.
func OneLine(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "\u00ad", "")
}
