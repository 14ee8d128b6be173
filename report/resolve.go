package report

import (
	"fmt"
	"regexp"
	"time"

	"lysark/config"
	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report/locale"
	"lysark/report/survey"
	"lysark/report/template"
)

// Resolve makes the deck: defaults filled in, layouts chosen, figures worked out. answers holds the read
// data sets by name. The deck is complete when the list holds no error, and never nil.
func Resolve(file *config.File, answers map[string]*survey.Table) (*Deck, diag.List) {
	r := &resolver{
		file: file, answers: answers, deck: &Deck{file: file}, spacedPercent: spacedPercent(), typedNumber: typedNumber(),
		tallies: map[string]tallied{}, remainders: map[string][]string{}, undrawable: map[string]bool{},
	}
	r.language()
	r.theme()
	r.engine = template.New(r.deck.Locale, r.functions())
	r.contracts()
	r.names()
	d := file.Deck
	r.deck.Title, r.deck.Subtitle = r.unseen("title", d.Title), r.text("subtitle", d.Subtitle)
	r.deck.Author, r.deck.Subject = r.unseen("author", d.Author), r.unseen("subject", d.Subject) // drawn by title slides alone
	if d.Title.Set && isBlank(r.deck.Title.S) {
		r.list.Errorf(d.Title.Pos, diag.BadValue, "write something that is there whatever the figures", "title of [deck] is empty")
	}
	r.deck.Date = d.Date.Or(undated())
	r.deck.Vector = d.Charts.Or("png") == "vector"
	r.deck.DataPages, r.deck.Attached = d.DataPages.V, d.Attachments.V
	for i, s := range file.Slides {
		r.deck.Slides = append(r.deck.Slides, r.slide(i+1, s))
	}
	r.deck.sources = r.sources
	r.claims()
	return r.deck, r.list
}

// undated is the date of a deck that names none: a fixed one, so that the same input gives the same bytes.
func undated() time.Time { return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) }

// resolver is the state of one Resolve.
type resolver struct {
	file          *config.File
	answers       map[string]*survey.Table
	deck          *Deck
	list          diag.List
	spacedPercent *regexp.Regexp
	typedNumber   *regexp.Regexp

	engine     *template.Engine
	tallies    map[string]tallied  // by data set and question
	remainders map[string][]string // by question: data sets that would tell of a small group
	sources    []template.Source   // of the charts' values, which know them by number

	undrawable  map[string]bool // texts with a character that the fonts do not have, on the slide being resolved
	slideNumber int             // being resolved; 0 for the deck's own texts
	hides       bool            // the slide being resolved has a figure that is not shown
}

func (r *resolver) language() {
	l, ok := locale.For(r.file.Deck.Lang.Or("nb"))
	if !ok {
		// config has reported it; go on in bokmål
		l, _ = locale.For("nb")
	}
	r.deck.Locale = l
}

// theme parses the theme's faces. A face that cannot be used is reported and replaced by the embedded one.
func (r *resolver) theme() {
	r.deck.Theme.Theme = r.file.Theme
	family, err := fonts.SourceSans()
	if err != nil {
		panic(fmt.Sprintf("report: the embedded fonts do not parse: %v", err))
	}
	own := r.file.Theme.Fonts
	if own.Regular != nil {
		regular := r.face(own.Regular, family.Regular)
		bold := r.face(own.Bold, regular)
		family = fonts.Family{
			Regular: regular, Bold: bold,
			Semibold: r.face(own.Semibold, bold), Italic: r.face(own.Italic, regular),
		}
	}
	r.deck.Theme.Family = family
	r.checkGlyphs(Text{S: r.file.Theme.Footer.Text, Pos: r.file.Theme.Footer.Pos})
	if logo := r.file.Theme.Logo; logo != nil {
		r.checkUnseen(Text{S: logo.Alt, Pos: logo.Name.Pos})
	}
}

func (r *resolver) face(asset *config.Asset, otherwise *fonts.Face) *fonts.Face {
	if asset == nil { // not given, or not readable, which has been told
		return otherwise
	}
	err := fonts.Check(asset.Data)
	if err == nil {
		var face *fonts.Face
		if face, err = fonts.Parse(asset.Data); err == nil {
			return face
		}
	}
	r.list.Errorf(asset.Name.Pos, diag.BadFile, "", "the font %q: %v", asset.Name.V, err)
	return otherwise
}
