package fonts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const softHyphen = "\u00ad"

// paragraph is text between forced breaks: its words with one space between, without soft hyphens, and the gaps
// where a line may end. The last gap is the paragraph's end.
type paragraph struct {
	text  string
	begin int // of its first word in the text as given
	gaps  []gap
}

type gap struct {
	end, next  int  // bytes: a line that ends here goes up to end, and the next one begins at next
	till, from int  // the same two places in the text as given
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
	at := 0
	for s := range strings.SplitSeq(text, "\n") {
		if p := b.paragraph(s, at); len(p.gaps) > 0 {
			out = append(out, p)
		}
		at += len(s) + 1
	}
	return out
}

// paragraph finds the words of s, which begins at a place of the text as given.
func (b breaker) paragraph(s string, at int) paragraph {
	var text strings.Builder
	p := paragraph{}
	for s != "" {
		rest := strings.TrimLeftFunc(s, isBreakingSpace)
		at += len(s) - len(rest)
		end := strings.IndexFunc(rest, isBreakingSpace)
		if end < 0 {
			end = len(rest)
		}
		p.add(&text, rest[:end], at, b.pieces(rest[:end], at))
		s, at = rest[end:], at+end
	}
	p.text = text.String()
	return p
}

// add takes a word in, with the gaps after its pieces.
func (p *paragraph) add(text *strings.Builder, word string, at int, pieces []piece) {
	if len(pieces) == 0 {
		return
	}
	n := len(p.gaps)
	if n == 0 {
		p.begin = pieces[0].at
	} else {
		text.WriteByte(' ')
		p.gaps[n-1].next, p.gaps[n-1].from, p.gaps[n-1].beforeDash = text.Len(), pieces[0].at, beginsNoLine(word)
	}
	for i, piece := range pieces {
		text.WriteString(piece.text)
		g := gap{end: text.Len(), next: text.Len(), till: piece.at + len(piece.text)}
		if i < len(pieces)-1 {
			g.joined, g.hyphen, g.from = true, piece.hyphen, pieces[i+1].at
		}
		p.gaps = append(p.gaps, g)
	}
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
	at     int // in the text as given
	hyphen bool
}

// pieces splits a word where it may break: at soft hyphens, and elsewhere as far as its width makes necessary.
func (b breaker) pieces(word string, at int) []piece {
	var out []piece
	for part := range strings.SplitSeq(word, softHyphen) {
		if part != "" {
			if n := len(out); n > 0 {
				out[n-1].hyphen = !strings.HasSuffix(out[n-1].text, "-")
			}
			out = append(out, b.split(part, at)...)
		}
		at += len(part) + len(softHyphen)
	}
	return out
}

// split splits a part of a word that is wider than the measure; one piece when it is not or cannot be split.
func (b breaker) split(part string, at int) []piece {
	if b.fits(part, b.measure) {
		return []piece{{text: part, at: at}}
	}
	var out []piece
	for _, s := range splitAfterMarks(part) {
		h := hyphenatorAt(b.h, at)
		if h == nil || b.fits(s, b.measure) {
			out = append(out, piece{text: s, at: at})
			at += len(s)
			continue
		}
		syllables := h.Hyphenate(s)
		for i, syllable := range syllables {
			out = append(out, piece{syllable, at, i < len(syllables)-1})
			at += len(syllable)
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
