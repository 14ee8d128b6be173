package inspect

import (
	"lysark/config/diag"
	"lysark/report/pdf/cos"
)

// Document is what there is in a PDF.
type Document struct {
	Bytes        int          `json:"bytes"`
	Version      string       `json:"version"`
	Claims       []string     `json:"claims"` // "PDF/UA-1", "PDF/A-2a", as the XMP metadata say
	Tagged       bool         `json:"tagged"`
	DisplayTitle bool         `json:"display_title"`
	Layers       string       `json:"-"` // how many there are, and which are hidden at first
	Info         Info         `json:"info"`
	Pages        []Page       `json:"pages"`
	Fonts        []Font       `json:"fonts"`
	Images       []Image      `json:"images"`
	Attachments  []Attachment `json:"attachments"`
	Outline      []Entry      `json:"outline"`
	Roles        []Count      `json:"roles"` // of structure elements, after role mapping, in order of first use
	Structure    []*Element   `json:"structure"`
	Problems     []Problem    `json:"problems"`
	Traces       Traces       `json:"-"`
}

// Info is what the document says of itself. Dates are as in ISO 8601 where they can be read as dates, else as written.
type Info struct {
	Title    string `json:"title,omitempty"`
	Author   string `json:"author,omitempty"`
	Subject  string `json:"subject,omitempty"`
	Keywords string `json:"keywords,omitempty"`
	Lang     string `json:"lang,omitempty"`
	Creator  string `json:"creator,omitempty"`
	Producer string `json:"producer,omitempty"`
	Created  string `json:"created,omitempty"`
	Modified string `json:"modified,omitempty"`
}

// Page is one page, with its text in the order of the structure.
type Page struct {
	Number int     `json:"number"`
	Label  string  `json:"label"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	// what else tells how the page is shown, such as "turned by 180 degrees"; mostly empty
	Frame     string   `json:"-"`
	Heading   string   `json:"heading,omitempty"` // text of the first heading
	Blocks    []Block  `json:"blocks"`
	Artifacts []string `json:"artifacts"` // text of what is decoration, such as page numbers, in the order of painting
	Links     []Link   `json:"links"`
	Images    int      `json:"images"`  // how often one is painted
	Painted   string   `json:"painted"` // hash of all that is painted, whatever its objects and resources are called
	Marks     []Mark   `json:"-"`
	Pictures  []Placed `json:"-"` // in the order of painting
	Partly    bool     `json:"-"` // there are more marks
	Ground    uint64   `json:"-"` // hash of all marks but the text of artifacts
}

// Block is a piece of text or a picture with a role, such as a heading, a list item's body or a figure.
type Block struct {
	Role  string `json:"role"` // empty: neither tagged nor an artifact
	Text  string `json:"text,omitempty"`
	Alt   string `json:"alt,omitempty"`
	Lang  string `json:"lang,omitempty"` // empty: that of the document
	Level int    `json:"level"`          // how many elements it is in
}

// Link is a link on a page. It leads to an address or a page.
type Link struct {
	Text     string `json:"text,omitempty"`
	URL      string `json:"url,omitempty"`
	Page     int    `json:"page,omitempty"`
	Contents string `json:"contents,omitempty"`
}

// Font is a font that is named by a page.
type Font struct {
	Name       string `json:"name"` // without the subset's tag
	Type       string `json:"type"`
	Embedded   bool   `json:"embedded"`
	Subset     bool   `json:"subset"`
	Unicode    bool   `json:"unicode"` // has a ToUnicode map
	Characters int    `json:"characters"`
	Used       string `json:"-"` // hash of these
	Glyphs     string `json:"-"` // hash of what is embedded to draw them
}

// Image is one image, however often it is painted.
type Image struct {
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Bytes  int    `json:"bytes"`
	Page   int    `json:"page"` // the first that paints it
	Hash   string `json:"hash"`
	file   *file
	source *cos.Stream
}

// Placed is an image where it is painted.
type Placed struct {
	Hash string     // the image's
	Alt  string     // of the figure that it is a part of
	At   [6]float64 // from the unit square to the page
}

// Attachment is a file within the file.
type Attachment struct {
	Name         string `json:"name"`
	Bytes        int    `json:"bytes"`
	Type         string `json:"type,omitempty"` // MIME
	Relationship string `json:"relationship,omitempty"`
	Description  string `json:"description,omitempty"`
	Hash         string `json:"hash"`
	Content      string `json:"-"` // of a text that is not too long
}

// Entry is one line of the outline. Level counts from 1.
type Entry struct {
	Title string `json:"title"`
	Page  int    `json:"page,omitempty"`
	Level int    `json:"level"`
}

// Count is how many elements have a role.
type Count struct {
	Role  string `json:"role"`
	Count int    `json:"count"`
}

// Element is one structure element. Text is its own, without that of its kids.
type Element struct {
	Role       string     `json:"role"`           // after role mapping
	Type       string     `json:"type,omitempty"` // as written, when that is another
	Title      string     `json:"title,omitempty"`
	Text       string     `json:"text,omitempty"`
	Alt        string     `json:"alt,omitempty"`
	Lang       string     `json:"lang,omitempty"`
	Page       int        `json:"page,omitempty"`
	Kids       []*Element `json:"kids,omitempty"`
	Attributes string     `json:"-"` // hash of those that are not about where it stands
}

// Problem is a broken rule. Rule is the failure condition of the Matterhorn Protocol 1.1, such as "13-004", or, where
// it has none, the clause and test of PDF/A, such as "A 6.1.3-1".
type Problem struct {
	Severity diag.Severity `json:"severity"`
	Rule     string        `json:"rule"`
	Clause   string        `json:"clause"`
	Page     int           `json:"page,omitempty"`
	Where    string        `json:"where,omitempty"`
	Message  string        `json:"message"`
	Hint     string        `json:"hint"`
}
