package compose

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report"
	"lysark/report/locale"
	"lysark/report/scene"
)

// A notes page is A4, to be printed: the slide above, its notes below.
const (
	paperW, paperH = 595.28, 841.89
	paperMargin    = 56.0
	paperBottom    = 770.0 // what is printed ends here
	paperFoot      = 797.0 // baseline of the footer
	notesSize      = 13.0
	notesFoot      = 9.5
	notesBelow     = 34.0 // from the slide to the notes' heading
	notesGap       = 0.8  // of the size, between paragraphs
	notesLine      = 28.0 // between two lines to write on
	notesLines     = 2    // fewer are not worth drawing
	notesAddress   = 10.0 // size of the addresses below notes
	addressGap     = 0.2  // of that, between two

	// NotesScale is how large slides are on notes pages, beside their own size.
	NotesScale = (paperW - 2*paperMargin) / pageW
)

// Notes puts each slide's page on paper: scaled, with the speaker's notes below it as text, on more pages where they
// are long, and lines to write on below them; a title slide is not written on. What notes link to is told at their end,
// as paper cannot be clicked. Data pages, which would be too small to read, stay as they are. The pages keep their
// numbers, so that links lead where they did; those that notes go on over have numbers after the last.
func Notes(deck *report.Deck, pages []scene.Page) ([]scene.Page, diag.List) {
	n := notes{composer: newComposer(deck), slides: map[int]report.Slide{}}
	for _, s := range deck.Slides {
		n.slides[s.Number] = s
	}
	for _, p := range pages {
		n.next = max(n.next, p.Number+1)
	}
	n.checkFoot()
	var out []scene.Page
	for _, p := range pages {
		out = append(out, n.sheets(p)...)
	}
	return out, n.list
}

// notes are the notes pages being set.
type notes struct {
	*composer
	slides map[int]report.Slide
	next   int // number of the next page that notes go on over
	list   diag.List
}

// sheets are the page on paper, and those that its notes go on over.
func (n *notes) sheets(p scene.Page) []scene.Page {
	slide, isSlide := n.slides[p.Number]
	if !isSlide {
		return []scene.Page{p}
	}
	w := writing{notes: n, slide: slide, on: p, sheets: []scene.Page{n.sheet(p)},
		y: paperMargin + NotesScale*pageH + notesBelow}
	if slide.Notes.S != "" {
		w.notesText()
	}
	if slide.Layout != report.TitleLayout {
		w.add(n.lines(w.y)...)
	}
	return w.sheets
}

// writing is the notes of a slide being set.
type writing struct {
	*notes
	slide  report.Slide
	on     scene.Page
	sheets []scene.Page
	y      float64 // where what follows begins
}

func (w *writing) add(items ...scene.Item) {
	last := &w.sheets[len(w.sheets)-1]
	last.Items = append(last.Items, items...)
}

// notesText sets the notes, and the addresses that they link to.
func (w *writing) notesText() {
	w.heading(w.deck.Locale.Word(locale.Notes))
	f := w.face(scene.Regular, notesSize, w.onPaper(w.theme.Colors.Text))
	if scene.Contrast(f.link, paper()) < textContrast {
		f.link = f.color
	}
	for _, text := range paragraphs(w.slide.Notes) {
		lines := fonts.Wrap(text.S, paperW-2*paperMargin, f.width, w.hyphensOf(text))
		w.checkWidth(w.slide, f, lines)
		w.paragraph(f, text, lines)
		w.y += notesGap * f.size
	}
	small := w.face(scene.Regular, notesAddress, w.onPaper(w.theme.Colors.Muted))
	for _, a := range addresses(w.slide.Notes) {
		w.paragraph(small, report.Text{Pos: w.slide.Notes.Pos}, small.addressed(a, paperW-2*paperMargin))
		w.y += addressGap * small.size
	}
}

// paragraph sets broken lines, on further pages where there is no more room.
func (w *writing) paragraph(f face, text report.Text, lines []fonts.Line) {
	for len(lines) > 0 {
		if w.y+f.capHeight() > paperBottom {
			w.sheets = append(w.sheets, w.another(w.on))
			w.y = paperMargin
			w.heading(fmt.Sprintf(w.deck.Locale.Word(locale.Continued), w.deck.Locale.Word(locale.Notes)))
		}
		fit := min(len(lines), int((paperBottom-w.y-f.capHeight())/f.lead())+1)
		w.add(scene.Group{Role: scene.P, Items: w.running(f, text, lines[:fit], paperMargin, w.y),
			Pos: w.slide.Notes.Pos})
		w.y += float64(fit) * f.lead()
		lines = lines[fit:]
	}
}

// heading stands over notes.
func (w *writing) heading(words string) {
	f := w.face(scene.Semibold, notesSize, w.onPaper(w.theme.Colors.Headline))
	w.add(scene.Group{Role: headingBelow(w.slide), Items: []scene.Item{f.at(words, paperMargin, w.y+f.capHeight())}})
	w.y += f.capHeight() + f.descent() + f.size
}

func (n *notes) checkWidth(slide report.Slide, f face, lines []fonts.Line) {
	if over := f.overflow(lines, paperW-2*paperMargin); over > 0 {
		var list diag.List
		list.Errorf(slide.Notes.Pos, diag.Overflow,
			"shorten the word, or put a soft hyphen (U+00AD) where it may break",
			"the notes have a word that is %s pt too wide for a notes page", points(over))
		n.list.Add(list.OnSlide(slide.Number))
	}
}

// paragraphs are the parts of a text between empty lines.
func paragraphs(t report.Text) []report.Text {
	var out []report.Text
	from, at := 0, 0 // where the paragraph and the line begin
	for line := range strings.SplitSeq(t.S+"\n\n", "\n") {
		if strings.TrimSpace(line) == "" {
			if from < at {
				out = append(out, t.Part(from, at-1))
			}
			from = at + len(line) + 1
		}
		at += len(line) + 1
	}
	return out
}

// sheet is a page of paper with the slide on it. The page's colour stays the slide's, which its pictures stand on, and
// white is painted around it.
func (n *notes) sheet(p scene.Page) scene.Page {
	box := scene.Rect{X: paperMargin, Y: paperMargin, W: NotesScale * p.Size.W, H: NotesScale * p.Size.H}
	frame := scene.Line(0.75, n.onPaper(n.theme.Colors.Rule),
		scene.Point{X: box.X, Y: box.Y}, scene.Point{X: box.Right(), Y: box.Y}, scene.Point{X: box.Right(),
			Y: box.Bottom()}, scene.Point{X: box.X, Y: box.Bottom()})
	frame.Segs = append(frame.Segs, scene.Seg{Op: scene.Close})
	out := p
	out.Size = scene.Rect{W: paperW, H: paperH}
	out.Items = []scene.Item{artifact(scene.Box(out.Size, paper()), scene.Box(box, p.Background))}
	out.Items = append(out.Items, scene.Scale(p.Items, NotesScale, box.X, box.Y)...)
	out.Items = append(out.Items, artifact(frame), n.foot(p.Number))
	return out
}

// another is a page that the notes of a slide go on over.
func (n *notes) another(p scene.Page) scene.Page {
	out := scene.Page{
		Number: n.next, Title: p.Title, Label: strconv.Itoa(p.Number), Pos: p.Pos,
		Size: scene.Rect{W: paperW, H: paperH}, Background: paper(), Items: []scene.Item{n.foot(p.Number)},
	}
	n.next++
	return out
}

// headingBelow is the role of a heading below the slide's own. No level may be left out (ISO 14289-1, 7.4.2): below the
// deck's title, and where the slide has no headline, it is the second.
func headingBelow(s report.Slide) scene.Role {
	if s.Layout == report.TitleLayout || s.Headline.S == "" {
		return scene.H2
	}
	return scene.H3
}

// foot is the deck's title and the slide's number; a long title takes more lines, upwards.
func (n *notes) foot(number int) scene.Item {
	f := n.face(scene.Regular, notesFoot, n.onPaper(n.theme.Colors.Muted))
	digits := strconv.Itoa(number)
	right := paperW - paperMargin - f.width(digits)
	lines := n.titleLines(f, digits)
	items := f.lines(lines, paperMargin, paperFoot-f.height(len(lines)))
	return artifact(append(items, f.at(digits, right, paperFoot))...)
}

func (n *notes) titleLines(f face, digits string) []fonts.Line {
	return fonts.Balance(n.deck.Title.S, n.titleRoom(f, digits), f.width, n.hyphens)
}

func (n *notes) titleRoom(f face, digits string) float64 {
	return paperW - 2*paperMargin - f.width(digits) - 2*footGap
}

// checkFoot tells of a title that would grow into the notes or off the paper.
func (n *notes) checkFoot() {
	const widest = "000" // as many slides as anyone shows
	f := n.face(scene.Regular, notesFoot, n.theme.Colors.Muted)
	lines := n.titleLines(f, widest)
	if f.height(len(lines)) > paperFoot-paperBottom || f.overflow(lines, n.titleRoom(f, widest)) > 0 {
		n.list.Errorf(n.deck.Title.Pos, diag.Overflow, "shorten it",
			"the deck's title does not fit at the foot of the notes")
	}
}

// lines are to be written on: in the same places on every page, as far up as there is room. Where there is hardly any
// there are none.
func (n *notes) lines(top float64) []scene.Item {
	var rules []scene.Item
	for y := paperBottom; y >= top+notesLine/2; y -= notesLine {
		rules = append(rules,
			scene.Box(scene.Rect{X: paperMargin, Y: y, W: paperW - 2*paperMargin, H: 0.5},
				n.onPaper(n.theme.Colors.Rule)))
	}
	if len(rules) < notesLines {
		return nil
	}
	slices.Reverse(rules)
	return []scene.Item{artifact(rules...)}
}

func paper() scene.Color { return scene.Color{R: 255, G: 255, B: 255} }

// onPaper is the theme's colour where it can be seen on white as well as on the theme's own background, else a grey.
func (n *notes) onPaper(c scene.Color) scene.Color {
	if scene.Contrast(n.theme.Colors.Background, paper()) < 1.5 {
		return c
	}
	const textual = 2 // of a colour that is more than a hairline, on its own background
	if scene.Contrast(c, n.theme.Colors.Background) < textual {
		return scene.Color{R: 204, G: 204, B: 204}
	}
	return scene.Color{R: 51, G: 51, B: 51}
}
