package fonts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraph is text between forced breaks: its words with one space between, without soft hyphens, and the gaps
// where a line may end. The last gap is the paragraph's end.
type paragraph struct {
	text string
	gaps []gap
}

type gap struct {
	end, next  int  // bytes: a line that ends here goes up to end, and the next one begins at next
	joined     bool // inside a word
	hyphen     bool // a hyphen is added to a line that ends here
	beforeDash bool // the next word begins no line if that can be avoided
}

// line is what is drawn from a place up to a gap.
func (p paragraph) line(from, gap int) string {
	text := p.text[from:p.gaps[gap].end]
	if p.gaps[gap].hyphen {
		text += "-"
	}
	return text
}

// paragraphs are those of the text that hold any word.
func (b breaker) paragraphs(text string) []paragraph {
	var out []paragraph
	for s := range strings.SplitSeq(text, "\n") {
		if p := b.paragraph(s); len(p.gaps) > 0 {
			out = append(out, p)
		}
	}
	return out
}

func (b breaker) paragraph(s string) paragraph {
	var text strings.Builder
	var gaps []gap
	for word := range strings.FieldsFuncSeq(s, isBreakingSpace) {
		pieces := b.pieces(word)
		if len(pieces) == 0 {
			continue
		}
		if n := len(gaps); n > 0 {
			text.WriteByte(' ')
			gaps[n-1].next, gaps[n-1].beforeDash = text.Len(), beginsNoLine(word)
		}
		for i, piece := range pieces {
			text.WriteString(piece.text)
			inside := i < len(pieces)-1
			gaps = append(gaps, gap{end: text.Len(), next: text.Len(), joined: inside, hyphen: inside && piece.hyphen})
		}
	}
	return paragraph{text.String(), gaps}
}

func isBreakingSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
}

// beginsNoLine tells whether the word belongs to the end of a line rather than to the beginning of the next.
func beginsNoLine(word string) bool {
	return slices.Contains([]string{"–", "—", "-", "−", "/", "%"}, word)
}

// piece is part of a word; a line may end after it, with a hyphen if hyphen is set.
type piece struct {
	text   string
	hyphen bool
}

// pieces splits a word where it may break: at soft hyphens, and elsewhere as far as its width makes necessary.
func (b breaker) pieces(word string) []piece {
	var out []piece
	for part := range strings.SplitSeq(word, "\u00ad") {
		if part == "" {
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].hyphen = !strings.HasSuffix(out[n-1].text, "-")
		}
		out = append(out, b.split(part)...)
	}
	return out
}

// split splits a part of a word that is wider than the measure; one piece when it is not or cannot be split.
func (b breaker) split(part string) []piece {
	if b.fits(part, b.measure) {
		return []piece{{text: part}}
	}
	var out []piece
	for _, s := range splitAfterMarks(part) {
		if b.h == nil || b.fits(s, b.measure) {
			out = append(out, piece{text: s})
			continue
		}
		syllables := b.h.Hyphenate(s)
		for i, syllable := range syllables {
			out = append(out, piece{syllable, i < len(syllables)-1})
		}
	}
	return out
}

// splitAfterMarks splits after each hyphen and slash that a letter follows and more than one letter precedes:
// "e-post" stays whole.
func splitAfterMarks(s string) []string {
	var out []string
	from := 0
	for i := range len(s) {
		if s[i] != '-' && s[i] != '/' {
			continue
		}
		_, first := utf8.DecodeRuneInString(s[from:])
		next, _ := utf8.DecodeRuneInString(s[i+1:])
		if unicode.IsLetter(next) && from+first < i {
			out = append(out, s[from:i+1])
			from = i + 1
		}
	}
	return append(out, s[from:])
}
