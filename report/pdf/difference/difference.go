// Package difference tells what differs between two PDFs: which slides came, went, moved or changed, and what changed
// on each: what is said first (headings, text, structure, alternative texts, links), then what is shown. It takes two
// Documents as report/pdf/inspect read them and gives a Difference, which is written as text, Markdown or JSON.
//
// The line: Compare ▶ pairs of pages ▶ the changes of each pair ▶ those of the document ▶ Difference. Lists are aligned
// in the same way whether they are of pages, texts, lines or words. What is beyond bounds is told as replaced.
package difference

import (
	"encoding/json"
	"io"
	"slices"

	"lysark/report/pdf/inspect"
)

// Difference is what differs between two PDFs.
type Difference struct {
	Old      Side     `json:"old"`
	New      Side     `json:"new"`
	Equal    bool     `json:"equal"`            // byte for byte
	Unread   []string `json:"unread,omitempty"` // why there may be more to tell
	Slides   []Slide  `json:"slides"`
	Document []Change `json:"document"`
	Bytes    []string `json:"bytes"` // of files that say and show the same: what is not the same in them
}

// Side is one of the two files.
type Side struct {
	File   string `json:"file"`
	Title  string `json:"title,omitempty"`
	Slides int    `json:"slides"`
	Bytes  int    `json:"bytes"`
}

// Slide is a page that differs. Old is nil for one that came, New for one that is gone.
type Slide struct {
	What    What     `json:"what"` // a page may have moved and changed: then it is Moved and has Changes
	Old     *Page    `json:"old,omitempty"`
	New     *Page    `json:"new,omitempty"`
	Heading string   `json:"heading,omitempty"`
	Changes []Change `json:"changes"`
}

// Page is a page's place in its file.
type Page struct {
	Number int    `json:"number"`
	Label  string `json:"label"`
}

// What is what happened to something.
type What string

// All that may have happened.
const (
	Changed What = "changed"
	Came    What = "new"
	Gone    What = "gone"
	Moved   What = "moved"
)

// Change is one thing that differs.
type Change struct {
	Part  Part   `json:"part"`
	What  What   `json:"what"`
	Name  string `json:"name,omitempty"` // which one: of texts its role, of attachments and fonts their name
	Row   string `json:"row,omitempty"`  // of a table's cell: what its row begins with
	Of    string `json:"of,omitempty"`   // what about it, when it is not the whole of it
	Count int    `json:"count,omitempty"`
	Old   string `json:"old,omitempty"`
	New   string `json:"new,omitempty"`
	Words []Edit `json:"words,omitempty"` // of texts that are much the same
	Lines []Line `json:"lines,omitempty"` // of attached texts
}

// Part is what a change is about.
type Part string

// The parts, in the order in which they are told.
const (
	Heading     Part = "heading"
	Text        Part = "text"
	Order       Part = "order"
	Role        Part = "role"
	Structure   Part = "structure"
	Language    Part = "language"
	Alt         Part = "alt text"
	Link        Part = "link"
	Decoration  Part = "decoration"
	Image       Part = "image"
	Drawing     Part = "drawing"
	Size        Part = "size"
	Information Part = "information"
	Label       Part = "label"
	Outline     Part = "outline"
	Font        Part = "font"
	Attachment  Part = "attachment"
	Problem     Part = "problem"
)

func order() []Part {
	return []Part{Heading, Text, Order, Role, Structure, Language, Alt, Link, Decoration, Image, Drawing, Size}
}

// Compare tells what differs between an old document and a new one.
func Compare(old, new *inspect.Document) Difference {
	out := Difference{Old: side(old), New: side(new), Slides: []Slide{}, Document: []Change{}, Bytes: []string{}}
	out.Equal = old.Traces.File == new.Traces.File
	if out.Equal {
		return out
	}
	samples := min(fewSamples+perByte*min(old.Bytes+new.Bytes, mostSamples/perByte), mostSamples)
	c := &comparer{old: old, new: new, room: mostCompared, samples: samples, seen: map[[2]string]compared{},
		images: [2]map[string]inspect.Image{byHash(old), byHash(new)}}
	c.new = c.recognised()
	c.pair()
	c.trees()
	out.Unread = unread(old, new)
	if !closed(old) && !closed(new) {
		out.Slides = append(out.Slides, c.slides()...)
		out.Document = append(out.Document, c.document()...)
	}
	if out.Same() {
		out.Bytes = traces(old, new)
	}
	return out
}

// Same tells whether nothing differs but what a file is called in its trailer and how it is written.
func (d Difference) Same() bool {
	return len(d.Slides)+len(d.Document)+len(d.Unread) == 0 && !slices.Contains(d.Bytes, metadata)
}

// comparer is two documents being compared.
type comparer struct {
	old, new *inspect.Document
	newOf    []int // index of the new page by the old one's, −1 for none
	oldOf    []int
	moved    []bool // of new pages
	shapes   [2]map[int]*shape
	room     int // comparisons left
	samples  int // bytes of pictures that may still be read
	images   [2]map[string]inspect.Image
	seen     map[[2]string]compared // by the hashes of both
}

func byHash(d *inspect.Document) map[string]inspect.Image {
	out := map[string]inspect.Image{}
	for _, i := range d.Images {
		out[i.Hash] = i
	}
	return out
}

func side(d *inspect.Document) Side {
	return Side{Title: d.Info.Title, Slides: len(d.Pages), Bytes: d.Bytes}
}

const metadata = "the XMP metadata"

// traces are what tells files apart that say and show the same.
func traces(old, new *inspect.Document) []string {
	var out []string
	if old.Traces.ID != new.Traces.ID {
		out = append(out, "the file's identifier")
	}
	if old.Traces.Metadata != new.Traces.Metadata {
		out = append(out, metadata)
	}
	if old.Bytes != new.Bytes || len(out) == 0 {
		out = append(out, "what nobody sees, such as the order, numbers and compression of objects")
	}
	return out
}

// JSON writes the difference for machines.
func (d Difference) JSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(d)
}
