// Package scene is a finished page as plain data: text, paths and images at fixed points, in groups that carry
// meaning (role, alternative text, place in the author's file).
//
// compose and charts make it; pdf and charts/raster read it; tests dump it as text. Units are points
// (1/72 inch), the origin is the top left corner, y grows downwards. Nothing here measures or decides.
package scene

import (
	"math"

	"lysark/config/diag"
)

// Point is a place on a page.
type Point struct{ X, Y float64 }

// Rect is a box: X, Y its top left corner.
type Rect struct{ X, Y, W, H float64 }

// Right and Bottom are the far edges.
func (r Rect) Right() float64  { return r.X + r.W }
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Center is the middle point.
func (r Rect) Center() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// Inset is the box made smaller by d on every side.
func (r Rect) Inset(d float64) Rect { return Rect{r.X + d, r.Y + d, r.W - 2*d, r.H - 2*d} }

// Contains tells whether o lies inside r, with slack for rounding.
func (r Rect) Contains(o Rect) bool {
	const slack = 0.01
	return o.X >= r.X-slack && o.Y >= r.Y-slack && o.Right() <= r.Right()+slack && o.Bottom() <= r.Bottom()+slack
}

// Intersects tells whether the two boxes share an area; touching edges do not count.
func (r Rect) Intersects(o Rect) bool {
	const slack = 0.01
	return r.X+slack < o.Right() && o.X+slack < r.Right() && r.Y+slack < o.Bottom() && o.Y+slack < r.Bottom()
}

// Union is the smallest box around both; an empty box counts as nothing.
func (r Rect) Union(o Rect) Rect {
	if r == (Rect{}) {
		return o
	}
	if o == (Rect{}) {
		return r
	}
	x, y := math.Min(r.X, o.X), math.Min(r.Y, o.Y)
	return Rect{x, y, math.Max(r.Right(), o.Right()) - x, math.Max(r.Bottom(), o.Bottom()) - y}
}

// Style names a face of the deck's font family.
type Style string

const (
	Regular  Style = "regular"
	Italic   Style = "italic"
	Semibold Style = "semibold"
	Bold     Style = "bold"
)

// Role is what a group means to a reader who cannot see it. The names are those of PDF's standard
// structure types (ISO 32000-1, 14.8.4).
type Role string

const (
	Artifact   Role = "Artifact" // decoration: read by nobody
	H1         Role = "H1"
	H2         Role = "H2"
	P          Role = "P"
	List       Role = "L"
	ListItem   Role = "LI"
	Label      Role = "Lbl"
	Body       Role = "LBody"
	Figure     Role = "Figure"
	Caption    Role = "Caption"
	BlockQuote Role = "BlockQuote"
	Table      Role = "Table"
	Row        Role = "TR"
	Header     Role = "TH"
	Cell       Role = "TD"
	H3         Role = "H3"
	Link       Role = "Link" // leads to the group's Target
	Span       Role = "Span" // a phrase in the group's Lang
)

// Scope tells which cells a header heads (ISO 32000-1, table 349).
type Scope string

const (
	OfColumn Scope = "Column"
	OfRow    Scope = "Row"
)

// Target is where a link leads: to an address, or to the page with a number. The zero Target leads nowhere.
type Target struct {
	URL  string
	Page int // the Number of a Page
}

// Outline is a page's entry in the document's outline.
type Outline struct {
	Title string
	Level int // 1, or 2 for a page below the last one of level 1; 0 for no entry
}

// Page is one finished slide.
type Page struct {
	Number     int    // from 1
	ID         string // the author's name for the slide, may be empty
	Title      string // the headline as plain text
	Label      string // what the page is called beside its place in the file; empty for its number
	Outline    Outline
	Below      []Outline // more entries that lead to the page, after Outline: one for each table of a data page
	Notes      []string  // for the speaker, a paragraph each; what draws pages leaves them out
	Size       Rect
	Background Color
	Items      []Item // in reading order, painted in this order
	Pos        diag.Pos
}

// Item is one of Text, Path, Image, Group.
type Item interface {
	// Bounds is the box the item takes on the page.
	Bounds() Rect
}

// Text is one line in one style. At is the left end of the baseline; Width is the advance as measured by
// whoever set it; Ascent and Descent bound the line's letters above and below the baseline.
type Text struct {
	S               string
	At              Point
	Width           float64
	Ascent, Descent float64
	Style           Style
	Size            float64
	Color           Color
	On              string // the mark whose area this label may lie on; see Clashes
	Unkerned        bool   // Width was measured without kerning, and the line is to be drawn so
	// the next Text goes on without a space: a word broken at a hyphen, or a line cut where a link begins
	Joined bool
	Hyphen bool // the hyphen at the end is no part of the word: it was added by breaking it
}

// Bounds is the box from ascent to descent.
func (t Text) Bounds() Rect { return Rect{t.At.X, t.At.Y - t.Ascent, t.Width, t.Ascent + t.Descent} }

// Path is a filled or stroked outline. A nil Fill or Stroke is not painted.
type Path struct {
	Segs   []Seg
	Fill   *Color
	Stroke *Color
	Width  float64   // of the stroke
	Dash   []float64 // lengths of dash and gap, positive; empty for a solid line
	Mark   string    // name of the value it shows; "" for rules, grid and decoration, which labels may cross
}

// Image is a picture in its own encoding, stretched over Box.
type Image struct {
	Box    Rect
	Data   []byte
	Format string // "png" or "jpeg"
	Name   string // where it came from, for messages and dumps
}

// Bounds is the image's box.
func (i Image) Bounds() Rect { return i.Box }

// Group holds items that mean something together.
type Group struct {
	Role  Role
	Alt   string // for figures: what the picture says; for links: where they lead, in words
	Name  string // of a chart: "slide-03-1"; empty otherwise
	Lang  string // when it differs from the deck's
	Span  int    // columns that a table cell takes, 0 meaning 1
	Scope Scope  // of a header cell; empty means of its column
	To    Target // of a link
	Box   Rect   // the room the group was given; its items lie inside
	Items []Item
	Pos   diag.Pos
	Shows *Figures // of a chart, for formats that can be more than a picture; nil otherwise
}

// Figures are what a chart shows as a table, written as the chart writes them.
type Figures struct {
	Title string
	Head  []string // of the columns; the first is that of the categories
	// a category each, as many cells as there are columns; a dash where a value is not there or not shown
	Rows [][]string
}

// Bounds is the room the group was given, or else the box around its items.
func (g Group) Bounds() Rect {
	if g.Box != (Rect{}) {
		return g.Box
	}
	var box Rect
	for _, it := range g.Items {
		box = box.Union(it.Bounds())
	}
	return box
}
