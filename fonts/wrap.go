package fonts

import (
	"strings"
	"unicode"
)

// How lines break:
//   - '\n' always breaks. Spaces break, but not U+00A0, U+202F and U+2007. A lone dash stays on its word's line.
//   - A soft hyphen (U+00AD) is the author's own break: it may be used whenever the word does not fit on the line.
//   - Otherwise a word breaks inside only when it is wider than the measure: after a hyphen or slash in it, else
//     where the hyphenator allows. A piece that is still wider stays whole and its line says Overflow.

// Line is one line of broken text as it is to be drawn.
type Line struct {
	Text     string // soft hyphens gone; ends in "-" when a word is broken here
	Hyphen   bool   // the hyphen at the end was added by breaking a word
	Joined   bool   // the line ends inside a word, with or without an added hyphen
	Overflow bool   // a piece that cannot be broken is wider than the measure
}

// Hyphenator gives the pieces of a word that a line may end after.
type Hyphenator interface {
	// Hyphenate splits the word where it may be broken; one piece when it may not.
	Hyphenate(word string) []string
}

// Wrap breaks text into lines no wider than the measure, each as full as it goes. A nil hyphenator hyphenates
// nothing. Text of spaces alone has no lines.
func Wrap(text string, measure float64, width func(string) float64, h Hyphenator) []Line {
	return breaker{measure, width, h}.wrap(text, measure)
}

// Balance breaks text into as few lines as Wrap does, of lengths as equal as they go: for headlines and labels.
func Balance(text string, measure float64, width func(string) float64, h Hyphenator) []Line {
	b := breaker{measure, width, h}
	best := b.wrap(text, measure)
	if len(best) < 2 {
		return best
	}
	narrow, wide := measure/float64(len(best))*0.5, measure
	for range 12 {
		middle := (narrow + wide) / 2
		lines := b.wrap(text, middle)
		if len(lines) == len(best) && broken(lines) <= broken(best) {
			best, wide = lines, middle
		} else {
			narrow = middle
		}
	}
	for i := range best {
		best[i].Overflow = width(best[i].Text) > measure
	}
	return best
}

// broken counts what makes lines worse: words broken or too wide.
func broken(lines []Line) int {
	n := 0
	for _, l := range lines {
		if l.Joined {
			n++
		}
		if l.Overflow {
			n++
		}
	}
	return n
}

type breaker struct {
	measure float64 // decides which words must be broken inside
	width   func(string) float64
	h       Hyphenator
}

// piece is part of a word; a line may end after it, with a hyphen if hyphen is set.
type piece struct {
	text   string
	hyphen bool
}

func (b breaker) wrap(text string, measure float64) []Line {
	var lines []Line
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = append(lines, b.fill(words(paragraph), measure)...)
	}
	return lines
}

// words splits at spaces that may break. A dash between spaces goes with the word before it.
func words(paragraph string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(paragraph, breakable) {
		if len(out) > 0 && (w == "–" || w == "-" || w == "—") {
			out[len(out)-1] += " " + w
			continue
		}
		out = append(out, w)
	}
	return out
}

func breakable(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
}

// fill sets the words into lines, greedily.
func (b breaker) fill(words []string, measure float64) []Line {
	var lines []Line
	cur := ""
	end := func(l Line) {
		l.Overflow = b.width(l.Text) > measure
		lines, cur = append(lines, l), ""
	}
	for _, w := range words {
		rest := b.pieces(w)
		for len(rest) > 0 {
			start := cur
			if start != "" {
				start += " "
			}
			if whole := start + joined(rest); b.width(whole) <= measure {
				cur, rest = whole, nil
				continue
			}
			n, line := b.prefix(start, rest, measure)
			switch {
			case n > 0:
				end(Line{Text: line, Hyphen: rest[n-1].hyphen, Joined: true})
				rest = rest[n:]
			case cur != "":
				end(Line{Text: cur})
			default: // even the first piece alone is too wide
				end(Line{Text: shown(rest[0], len(rest) > 1), Hyphen: rest[0].hyphen && len(rest) > 1, Joined: len(rest) > 1})
				rest = rest[1:]
			}
		}
	}
	if cur != "" {
		end(Line{Text: cur})
	}
	return lines
}

// prefix is how many pieces, but not all, fit on the line after start, and the line they make.
func (b breaker) prefix(start string, pieces []piece, measure float64) (n int, line string) {
	text := start
	for i, p := range pieces[:len(pieces)-1] {
		if try := text + shown(p, true); b.width(try) <= measure {
			n, line = i+1, try
		} else if b.width(text+p.text) > measure {
			break
		}
		text += p.text
	}
	return n, line
}

func shown(p piece, lineEnds bool) string {
	if p.hyphen && lineEnds {
		return p.text + "-"
	}
	return p.text
}

func joined(pieces []piece) string {
	var s strings.Builder
	for _, p := range pieces {
		s.WriteString(p.text)
	}
	return s.String()
}

const softHyphen = "\u00ad"

// pieces splits a word where it may break.
func (b breaker) pieces(word string) []piece {
	var out []piece
	parts := strings.Split(word, softHyphen)
	for i, part := range parts {
		if part == "" {
			continue
		}
		inner := b.split(part)
		inner[len(inner)-1].hyphen = i < len(parts)-1
		out = append(out, inner...)
	}
	return out
}

// split splits a part of a word that is wider than the measure.
func (b breaker) split(part string) []piece {
	if b.width(part) <= b.measure {
		return []piece{{text: part}}
	}
	var out []piece
	for _, s := range splitAfterMarks(part) {
		if b.h == nil || b.width(s) <= b.measure {
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

// splitAfterMarks splits after each hyphen and slash that stands between letters.
func splitAfterMarks(s string) []string {
	var out []string
	letters := []rune(s)
	from := 0
	for i := 1; i < len(letters)-1; i++ {
		if (letters[i] == '-' || letters[i] == '/') && unicode.IsLetter(letters[i+1]) && i-from > 1 {
			out = append(out, string(letters[from:i+1]))
			from = i + 1
		}
	}
	return append(out, string(letters[from:]))
}
