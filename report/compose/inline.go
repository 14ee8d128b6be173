package compose

import (
	"fmt"
	"net/url"
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"lysark/fonts"
	"lysark/report"
	"lysark/report/scene"
)

const (
	underlineBelow = 0.12 // of the size: the line's middle, below the baseline
	underlineThick = 0.05
)

// running sets a text's broken lines below each other like face.lines, its links and foreign phrases as groups. A
// group goes on over line ends.
func (c *composer) running(f face, t report.Text, lines []fonts.Line, x, y float64) []scene.Item {
	if len(t.Marks) == 0 {
		return f.lines(lines, x, y)
	}
	return c.runningFrom(f, t, lines, y, func(float64) float64 { return x })
}

// runningFrom is running for lines that begin where their width says.
func (c *composer) runningFrom(f face, t report.Text, lines []fonts.Line, y float64,
	begin func(width float64) float64) []scene.Item {
	marks := c.shownMarks(t.Marks)
	var pieces []piece
	for i, l := range lines {
		pieces = append(pieces, f.pieces(l, t.S, marksOn(l, marks), y+f.capHeight()+float64(i)*f.lead(), begin)...)
	}
	return c.links(f, pieces)
}

// marksOn are those that a line shows something of.
func marksOn(l fonts.Line, marks []report.Mark) []report.Mark {
	first := sort.Search(len(marks), func(i int) bool { return marks[i].To > l.From })
	last := sort.Search(len(marks), func(i int) bool { return marks[i].From >= l.To })
	return marks[first:max(first, last)]
}

// shownMarks are the marks without links to slides that are left out.
func (c *composer) shownMarks(marks []report.Mark) []report.Mark {
	var out []report.Mark
	for _, m := range marks {
		if m.Slide > 0 && c.deck.Slides[m.Slide-1].Out {
			m.Slide = 0
		}
		if m.Links() || m.Lang != "" {
			out = append(out, m)
		}
	}
	return out
}

// piece is a part of a line under one mark.
type piece struct {
	scene.Text
	mark report.Mark
}

// pieces cuts a line where marks begin and end.
func (f face) pieces(l fonts.Line, text string, marks []report.Mark, baseline float64,
	begin func(width float64) float64) []piece {
	var places []int
	for _, m := range marks {
		places = append(places, m.From, m.To)
	}
	var out []piece
	width := 0.0
	for i, s := range l.Cut(text, places) {
		if s == "" {
			continue
		}
		p := piece{Text: f.at(s, width, baseline)}
		p.Joined = true // a space between words on one line is part of a piece
		if i%2 == 1 {
			p.mark = marks[i/2]
		}
		width += p.Width
		out = append(out, p)
	}
	x := begin(width)
	for i := range out {
		out[i].At.X += x
	}
	if n := len(out); n > 0 {
		out[n-1].Joined, out[n-1].Hyphen = l.Joined, l.Hyphen
	}
	return out
}

// links puts the pieces of each link together.
func (c *composer) links(f face, pieces []piece) []scene.Item {
	var items []scene.Item
	for len(pieces) > 0 {
		first := pieces[0].mark
		n := 1
		for n < len(pieces) && sameLink(pieces[n].mark, first) {
			n++
		}
		if !first.Links() {
			items = append(items, c.phrases(pieces[:n])...)
		} else {
			items = append(items, c.link(f, pieces[:n]))
		}
		pieces = pieces[n:]
	}
	return items
}

func sameLink(a, b report.Mark) bool {
	if !a.Links() || !b.Links() {
		return a.Links() == b.Links()
	}
	return a.Phrase == b.Phrase && a.URL == b.URL && a.Slide == b.Slide
}

func (c *composer) link(f face, pieces []piece) scene.Group {
	m := pieces[0].mark
	g := scene.Group{Role: scene.Link, Alt: c.leads(m), To: scene.Target{URL: m.URL, Page: m.Slide}}
	for i := range pieces {
		pieces[i].Color = f.link
	}
	g.Items = c.phrases(pieces)
	var lines []scene.Item
	for i := 0; i < len(pieces); {
		from, y := pieces[i].At.X, pieces[i].At.Y
		to := from
		for ; i < len(pieces) && pieces[i].At.Y == y; i++ {
			to = pieces[i].At.X + pieces[i].Width
		}
		lines = append(lines, f.underline(from, to, y))
	}
	g.Items = append(g.Items, artifact(lines...))
	return g
}

// underline is the line below a link on the baseline y.
func (f face) underline(from, to, y float64) scene.Path {
	y += underlineBelow * f.size
	return scene.Line(underlineThick*f.size, f.link, scene.Point{X: from, Y: y}, scene.Point{X: to, Y: y})
}

// linked sets the program's own words as a link that looks like those in texts.
func (f face) linked(s string, x, baseline float64) []scene.Item {
	t := f.at(s, x, baseline)
	t.Color = f.link
	return []scene.Item{t, artifact(f.underline(x, x+t.Width, baseline))}
}

// phrases puts the pieces of each foreign phrase together.
func (c *composer) phrases(pieces []piece) []scene.Item {
	var items []scene.Item
	last := report.Mark{}
	for _, p := range pieces {
		switch {
		case p.mark.Lang == "":
			items = append(items, p.Text)
		case p.mark.Lang == last.Lang:
			span := items[len(items)-1].(scene.Group)
			span.Items = append(span.Items, p.Text)
			items[len(items)-1] = span
		default:
			items = append(items, scene.Group{Role: scene.Span, Lang: p.mark.Lang, Items: []scene.Item{p.Text}})
		}
		last = p.mark
	}
	return items
}

// leads says where a link leads, for those who cannot see what it stands in.
func (c *composer) leads(m report.Mark) string {
	w := linkWordsOf(c.deck.Locale.Tag)
	if mail, ok := strings.CutPrefix(m.URL, "mailto:"); ok {
		mailbox, _, _ := strings.Cut(mail, "?")
		return w.mail + ": " + readable(mailbox)
	}
	if m.URL != "" {
		return w.web + ": " + readable(m.URL)
	}
	headline := report.OneLine(c.deck.Slides[m.Slide-1].Headline.S)
	if headline == "" {
		return fmt.Sprintf("%s %d", w.slide, m.Slide)
	}
	return fmt.Sprintf("%s %d: %s%s%s", w.slide, m.Slide, w.open, headline, w.shut)
}

// encodedLetters are bytes beyond ASCII in an address.
var encodedLetters = regexp.MustCompile(`(%[89A-Fa-f][0-9A-Fa-f])+`)

// readable is an address with its letters as they are read, å and not %C3%A5. All else stays encoded.
func readable(address string) string {
	return encodedLetters.ReplaceAllStringFunc(address, func(encoded string) string {
		s, err := url.PathUnescape(encoded)
		if err != nil || !utf8.ValidString(s) ||
			strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
			return encoded
		}
		return s
	})
}

// linkWords are the words for where links lead, in one language.
type linkWords struct{ web, mail, slide, open, shut string }

func linkWordsOf(tag string) linkWords {
	if tag == "en" {
		return linkWords{"Web page", "E-mail", "To page", "“", "”"}
	}
	return linkWords{"Nettside", "E-post", "Til side", "«", "»"} // the same in nynorsk
}

// hyphensOf hyphenates the text's foreign phrases by their own language, or not at all.
func (c *composer) hyphensOf(t report.Text) fonts.Hyphenator {
	l := fonts.Languages{Otherwise: c.hyphens}
	for _, m := range t.Marks {
		if m.Lang == "" {
			continue
		}
		base, _, _ := strings.Cut(m.Lang, "-")
		h, known := c.languages[base]
		if !known {
			h = fonts.ForLanguage(base)
		}
		l.Parts = append(l.Parts, fonts.Part{From: m.From, To: m.To, Hyphenator: h})
	}
	if len(l.Parts) == 0 {
		return c.hyphens
	}
	return l
}

// languages are the hyphenators that more than one text may need: they load their patterns once.
func languages(deck string, own fonts.Hyphenator) map[string]fonts.Hyphenator {
	norwegian := own
	if deck == "en" {
		norwegian = fonts.ForLanguage("nb")
	}
	return map[string]fonts.Hyphenator{"nb": norwegian, "nn": norwegian, "no": norwegian, deck: own}
}
