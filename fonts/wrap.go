package fonts

import (
	"sort"
	"strings"
)

// How lines break:
//   - '\n' always breaks; empty lines are not kept. Spaces break, and several are drawn as one; U+00A0, U+202F and
//     U+2007 never break, nor does U+2011.
//   - A dash, minus, slash or per cent sign between spaces begins no line if that can be avoided.
//   - A soft hyphen (U+00AD) is the author's own break: it may be used whenever the word does not fit on the line.
//   - Otherwise a word breaks inside only when it alone is wider than the measure: after a hyphen or slash that
//     a letter follows, and in what is still too wide then, where the hyphenator allows.
//   - What cannot be broken and is too wide stays whole, and its line says Overflow.

// Line is one line of broken text as it is to be drawn.
type Line struct {
	Text     string // soft hyphens gone; ends in "-" when a word is broken here
	Hyphen   bool   // the hyphen at the end was added by breaking a word
	Joined   bool   // the line ends inside a word, with or without an added hyphen
	Overflow bool   // the line is wider than the measure, as it cannot be broken
	From, To int    // the bytes of the text as given that the line shows; see Cut
}

// Hyphenator gives the pieces of a word that a line may end after.
type Hyphenator interface {
	// Hyphenate splits the word where it may be broken; one piece when it may not.
	Hyphenate(word string) []string
}

// Wrap breaks text into lines no wider than the measure, each as full as it goes. A nil hyphenator hyphenates
// nothing. Text of spaces alone has no lines.
func Wrap(text string, measure float64, width func(string) float64, h Hyphenator) []Line {
	b := breaker{measure, width, h}
	return b.fill(b.paragraphs(text), measure)
}

// Balance breaks text into as many lines as Wrap does, of lengths as equal as they go and without a short word
// alone on the last one, where that can be had: for headlines and labels.
func Balance(text string, measure float64, width func(string) float64, h Hyphenator) []Line {
	b := breaker{measure, width, h}
	paragraphs := b.paragraphs(text)
	lines := b.narrow(paragraphs)
	if !b.endsInWidow(lines) || !joinLastWords(paragraphs) {
		return lines
	}
	together := b.narrow(paragraphs)
	if len(together) == len(lines) && faults(together) <= faults(lines) && b.widest(together) <= measure {
		return together
	}
	return lines
}

// breaker breaks one text. Lines may be filled to less than its measure, but words are broken by it.
type breaker struct {
	measure float64
	width   func(string) float64
	h       Hyphenator
}

// narrow finds the narrowest measure that takes as many lines, and no more faults, than the full one.
func (b breaker) narrow(paragraphs []paragraph) []Line {
	best := b.fill(paragraphs, b.measure)
	if len(best) < 2 {
		return best
	}
	tooNarrow, wide := 0.0, min(b.measure, b.widest(best))
	for range 10 { // finds it within a thousandth of the measure
		middle := (tooNarrow + wide) / 2
		lines := b.fill(paragraphs, middle)
		if w := b.widest(lines); len(lines) == len(best) && faults(lines) <= faults(best) && w <= middle {
			best, wide = lines, w
		} else {
			tooNarrow = middle
		}
	}
	return best
}

// endsInWidow tells whether the last line is one short word: less than half as wide as the widest line.
func (b breaker) endsInWidow(lines []Line) bool {
	n := len(lines)
	return n > 1 && !lines[n-2].Joined && !strings.Contains(lines[n-1].Text, " ") &&
		b.width(lines[n-1].Text) < b.widest(lines)/2
}

// joinLastWords takes away the last gap between words, so that no line can begin with the last word. It tells
// whether there was one.
func joinLastWords(paragraphs []paragraph) bool {
	p := &paragraphs[len(paragraphs)-1]
	n := len(p.gaps)
	if n < 2 || p.gaps[n-2].joined {
		return false
	}
	p.gaps[n-2] = p.gaps[n-1]
	p.gaps = p.gaps[:n-1]
	return true
}

// faults counts what makes lines worse, width apart: words broken, and lines that begin with a dash.
func faults(lines []Line) int {
	n := 0
	for _, l := range lines {
		if l.Joined {
			n++
		}
		if first, _, _ := strings.Cut(l.Text, " "); beginsNoLine(first) {
			n++
		}
	}
	return n
}

func (b breaker) widest(lines []Line) float64 {
	widest := 0.0
	for _, l := range lines {
		widest = max(widest, b.width(l.Text))
	}
	return widest
}

// fits is false for a width that is no number, too.
func (b breaker) fits(s string, measure float64) bool { return b.width(s) <= measure }

// fill sets the paragraphs into lines, each as full as it goes.
func (b breaker) fill(paragraphs []paragraph, measure float64) []Line {
	var lines []Line
	for _, p := range paragraphs {
		from, given := 0, p.begin
		for first := 0; first < len(p.gaps); {
			last := b.reach(p, from, first, measure)
			text := p.line(from, last)
			g := p.gaps[last]
			lines = append(lines,
				Line{Text: text, Hyphen: g.hyphen, Joined: g.joined, Overflow: !b.fits(text, measure), From: given,
					To: g.till})
			from, given, first = g.next, g.from, last+1
		}
	}
	return lines
}

// reach is the gap where a line that begins at from is to end: the last it can, the first when none fits.
func (b breaker) reach(p paragraph, from, first int, measure float64) int {
	last := b.farthest(p, from, first, measure)
	for last >= first && p.gaps[last].hyphen && !b.fits(p.line(from, last), measure) {
		last-- // there was room for the letters, but not for the hyphen
	}
	if last < first {
		return first
	}
	if !p.gaps[last].beforeDash {
		return last
	}
	earlier := last - 1
	for earlier >= first && p.gaps[earlier].beforeDash {
		earlier--
	}
	if earlier < first || !b.fits(p.line(from, earlier), measure) ||
		!b.fits(p.line(p.gaps[earlier].next, last+1), measure) {
		return last // the dash would still begin a line
	}
	return earlier
}

// farthest is the last gap up to which the text fits, hyphens apart; the one before first when none does. It
// doubles its steps and then halves them: measuring after each word would take quadratic time on long lines.
func (b breaker) farthest(p paragraph, from, first int, measure float64) int {
	fits := func(gap int) bool { return b.fits(p.text[from:p.gaps[gap].end], measure) }
	last, step := first-1, 1
	for last+step < len(p.gaps) && fits(last+step) {
		last += step
		step *= 2
	}
	between := min(step, len(p.gaps)-last) - 1
	return last + sort.Search(between, func(i int) bool { return !fits(last + 1 + i) })
}
