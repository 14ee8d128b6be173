package resolve

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"

	"lysark/config/diag"
	"lysark/report"
)

// textResolver writes the texts of one slide, or those of the deck itself.
type textResolver struct {
	*resolver
	number     int // of the slide; 0 for the deck's own texts
	list       diag.List
	hides      bool            // a figure is not shown
	unasked    bool            // a figure is of answers that were not on offer
	undrawable map[string]bool // texts with a character that the fonts do not have
}

func (r *resolver) texts(number int) *textResolver {
	return &textResolver{resolver: r, number: number, undrawable: map[string]bool{}}
}

var spacedPercent = regexp.MustCompile(`\d ?%`)

// spaced are the runs' texts with a hard space between a number of the author's and its per cent sign, also where a
// phrase begins or ends between the two.
func (r *textResolver) spaced(runs []run) []string {
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
func (r *textResolver) spaceWords(texts []string) {
	found := spacedPercent.FindAllStringIndex(strings.Join(texts, ""), -1)
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

// mark says of a part of the text that is being put together what it is marked with, if anything.
func mark(t *report.Text, m report.Mark, from, to int) {
	if from == to || (!m.Links() && m.Lang == "") {
		return
	}
	m.From, m.To = from, to
	if n := len(t.Marks); n > 0 && t.Marks[n-1].To == from && like(t.Marks[n-1], m) {
		t.Marks[n-1].To = to
		return
	}
	t.Marks = append(t.Marks, m)
}

// like tells whether two parts differ in nothing but their places.
func like(m, o report.Mark) bool {
	m.From, m.To = o.From, o.To
	return m == o
}

// isBlank tells a text of which nothing can be seen.
func isBlank(s string) bool {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }) == ""
}

// checkUnseen reports what a title or an alternative text cannot hold: characters that XML, and so a PDF's metadata,
// cannot write, which may have come with the answers, and more than the format holds in one piece. What is drawn
// is in pieces.
func (r *textResolver) checkUnseen(t report.Text) {
	for _, c := range t.S {
		if unicode.IsControl(c) && !unicode.IsSpace(c) || c == '\ufffe' || c == '\uffff' {
			r.list.Errorf(t.Pos, diag.BadValue, "take it out of the answers, or them out of the text",
				"the text holds a control character (%U)", c)
			return
		}
	}
	if n := len(utf16.Encode([]rune(t.S))); r.limits.Text > 0 && n > r.limits.Text {
		r.list.Errorf(t.Pos, diag.BadValue, "shorten it", "the text has %d characters, and %s holds %d in one piece", n,
			r.limits.Of, r.limits.Text)
	}
}

// checkGlyphs reports each character that the theme's faces cannot draw, once per text.
func (r *textResolver) checkGlyphs(t report.Text) {
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
				"the font %s has no character %q (U+%04X), which is in %q%s",
				r.deck.Theme.Family.Regular.Name, string(c), c, diag.Shorten(t.S), r.onSlide())
		}
	}
}

// onSlide names the slide that is being resolved, if it is one.
func (r *textResolver) onSlide() string {
	if r.number == 0 {
		return ""
	}
	return fmt.Sprintf(" on slide %d", r.number)
}

func (r *textResolver) drawable(c rune) bool {
	f := r.deck.Theme.Family
	return f.Regular.Has(c) && f.Semibold.Has(c) && f.Bold.Has(c)
}
