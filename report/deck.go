package report

import (
	"time"

	"lysark/charts"
	"lysark/config"
	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report/locale"
	"lysark/report/template"
)

// Deck is the whole document, complete.
type Deck struct {
	Title, Subtitle, Author, Subject Text
	Locale                           locale.Locale
	Date                             time.Time
	Vector                           bool // charts go into the PDF as vectors instead of PNG
	DataPages                        bool // the deck ends with a table of each chart's figures
	Attached                         bool // the PDF carries those tables and the layout as files
	Theme                            Theme
	Slides                           []Slide
	Figures                          []Figure // every number that is printed, in the order of the slides
	Claims                           []Claim
	Typed                            []Typed
	Written                          File              // the layout as its author wrote it
	Sources                          []template.Source // of the charts' values, which know them by number
}

// SourceOf is what a chart's value rests on; false when it comes from no answers.
func (d *Deck) SourceOf(v charts.Value) (template.Source, bool) {
	if v.Ref == 0 {
		return template.Source{}, false
	}
	return d.Sources[v.Ref-1], true
}

// File is a file that the deck was made from.
type File struct {
	Name string
	Data []byte
}

// Theme is the brand: colours, sizes, logo as the theme file gives them, and the faces ready to measure.
type Theme struct {
	*config.Theme
	Family fonts.Family
}

// Slide is one slide. What its layout has no place for is empty.
type Slide struct {
	Number int // from 1
	ID     string
	Layout Layout
	Pos    diag.Pos
	Out    bool // not asked for: laid out, as it has a part in what slides share, but in no data page or attachment
	Broken bool // something of it could not be resolved, and was reported: it cannot be laid out

	Headline, Subtitle Text
	Prose              Prose
	Charts             []charts.Chart
	Table              *Table
	Image              *Image
	Quote              *Quote
	Big                *BigNumber
	Source, Notes      Text
}

// Prose is the running text of a slide: a lead, paragraphs, bullets, in this order unless the bullets come first.
type Prose struct {
	Lead         Text
	Paragraphs   []Text
	Bullets      []Text
	BulletsFirst bool // before the paragraphs
}

// First is the text that begins it; it must not be empty.
func (p Prose) First() Text {
	switch {
	case p.Lead.S != "":
		return p.Lead
	case len(p.Bullets) == 0 || len(p.Paragraphs) > 0 && !p.BulletsFirst:
		return p.Paragraphs[0]
	}
	return p.Bullets[0]
}

// Empty tells whether there is no text at all.
func (p Prose) Empty() bool { return p.Lead.S == "" && len(p.Paragraphs) == 0 && len(p.Bullets) == 0 }

// Table is a table of texts.
type Table struct {
	Columns []Text
	Rows    [][]Text
	Align   []Align // one per column
	Pos     diag.Pos
}

// Align is how a table's column is set.
type Align string

const (
	Left   Align = "left"
	Right  Align = "right"
	Middle Align = "center"
)

// Image is a picture in its own encoding.
type Image struct {
	Data         []byte
	Format       string // "png" or "jpeg"
	Name         string
	W, H         int // pixels
	Alt, Caption Text
	Decorative   bool // it says nothing, and has no Alt
	Pos          diag.Pos
}

// Quote is somebody's words.
type Quote struct{ Words, By Text }

// BigNumber is one figure that fills its half, and what it counts.
type BigNumber struct{ Value, Words Text }
