package resolve

import (
	"fmt"
	"time"

	"lysark/config"
	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report"
	"lysark/report/figures"
	"lysark/report/locale"
	"lysark/report/scene"
)

// Deck makes the deck: defaults filled in, layouts chosen, figures worked out. book counts the layout's
// answers, layouts are those that a slide may have, limits say what the format cannot hold that the deck is for. The
// deck is complete when the list holds no error, and never nil.
func Deck(
	file *config.File, book *figures.Book, layouts []report.Arrangement, limits scene.Limits,
) (*report.Deck, diag.List) {
	r := &resolver{
		file: file, layouts: layouts, limits: limits,
		deck: &report.Deck{Written: report.File{Name: file.Name, Data: file.Source}},
		book: book,
	}
	r.locale()
	own := r.texts(0)
	r.theme(own)
	r.language = figures.NewLanguage(r.book, r.deck.Locale)
	r.contracts()
	r.names()
	r.headings(own)
	r.list.Add(own.list)
	for i, s := range file.Slides {
		r.deck.Slides = append(r.deck.Slides, r.slide(i+1, s))
	}
	r.claims()
	r.list.Add(r.book.Told())
	return r.deck, r.list
}

// headings fills in what the deck says of itself.
func (r *resolver) headings(own *textResolver) {
	d := r.file.Deck
	r.deck.Title, r.deck.Subtitle = own.unseen("title", d.Title), own.text("subtitle", d.Subtitle)
	// drawn by title slides alone
	r.deck.Author, r.deck.Subject = own.unseen("author", d.Author), own.unseen("subject", d.Subject)
	if d.Title.Set && isBlank(r.deck.Title.S) {
		own.list.Errorf(d.Title.Pos, diag.BadValue, "write something that is there whatever the figures",
			"title of [deck] is empty")
	}
	r.deck.Date = d.Date.Or(undated())
	r.deck.Vector = d.Charts.Or("png") == "vector"
	r.deck.DataPages, r.deck.Attached = d.DataPages.V, d.Attachments.V
}

// undated is the date of a deck that names none: a fixed one, so that the same input gives the same bytes.
func undated() time.Time { return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) }

// resolver is the state of one Deck.
type resolver struct {
	file     *config.File
	layouts  []report.Arrangement
	limits   scene.Limits
	deck     *report.Deck
	list     diag.List
	book     *figures.Book
	language *figures.Language
}

// locale is the deck's language.
func (r *resolver) locale() {
	l, ok := locale.For(r.file.Deck.Lang.Or("nb"))
	if !ok {
		// config has reported it; go on in bokmål
		l, _ = locale.For("nb")
	}
	if r.file.Deck.NearAll.V == "words" {
		l.Near = locale.NearWords
	}
	r.deck.Locale = l
}

// theme parses the theme's faces. A face that cannot be used is reported and replaced by the embedded one.
func (r *resolver) theme(own *textResolver) {
	r.deck.Theme.Theme = r.file.Theme
	family, err := fonts.SourceSans()
	if err != nil {
		panic(fmt.Sprintf("resolve: the embedded fonts do not parse: %v", err))
	}
	files := r.file.Theme.Fonts
	if files.Regular != nil {
		regular := r.face(files.Regular, family.Regular)
		bold := r.face(files.Bold, regular)
		family = fonts.Family{
			Regular: regular, Bold: bold,
			Semibold: r.face(files.Semibold, bold), Italic: r.face(files.Italic, regular),
		}
	}
	r.deck.Theme.Family = family
	own.checkGlyphs(report.Text{S: r.file.Theme.Footer.Text, Pos: r.file.Theme.Footer.Pos})
	if logo := r.file.Theme.Logo; logo != nil {
		own.checkUnseen(report.Text{S: logo.Alt, Pos: logo.Name.Pos})
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
