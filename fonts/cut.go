package fonts

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Cut cuts the line where parts of the text begin and end, such as links: text is the one the line was broken from,
// and places are bytes of it, in order. The pieces, one more than places, are together the line as it is drawn; those
// that lie outside of it are empty. A space belongs to the piece that its first one in the text belongs to.
func (l Line) Cut(text string, places []int) []string {
	out := make([]string, len(places)+1)
	var b strings.Builder
	piece, spaced := 0, false
	for at := l.From; at < l.To; {
		for piece < len(places) && places[piece] <= at {
			out[piece] = b.String()
			b.Reset()
			piece++
		}
		r, size := utf8.DecodeRuneInString(text[at:l.To])
		switch {
		case r == '\u00ad':
		case !isBreakingSpace(r):
			b.WriteString(text[at : at+size])
			spaced = false
		case !spaced: // several are drawn as one
			b.WriteByte(' ')
			spaced = true
		}
		at += size
	}
	if l.Hyphen {
		b.WriteByte('-')
	}
	out[piece] = b.String()
	return out
}

// Languages hyphenates each part of one text by its own language, for Wrap and Balance to ask.
type Languages struct {
	Otherwise Hyphenator // outside of the parts
	Parts     []Part     // in order
}

// Part is the bytes of a text that another hyphenator is for; a nil one hyphenates nothing.
type Part struct {
	From, To int
	Hyphenator
}

// Hyphenate splits a word whose place in the text is not known.
func (l Languages) Hyphenate(word string) []string { return l.Otherwise.Hyphenate(word) }

// hyphenatorAt is the one for the word at a place of the text.
func hyphenatorAt(h Hyphenator, at int) Hyphenator {
	l, several := h.(Languages)
	if !several {
		return h
	}
	i := sort.Search(len(l.Parts), func(i int) bool { return at < l.Parts[i].To })
	if i == len(l.Parts) || at < l.Parts[i].From {
		return l.Otherwise
	}
	return l.Parts[i].Hyphenator
}
