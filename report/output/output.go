// Package output is what is between finished pages and the writers of the kinds of files that a deck can be: what a
// writer is told beside the pages, what it cannot hold, and what is asked of it. Each writer is a package of its own.
package output

import (
	"io"
	"time"

	"lysark/fonts"
	"lysark/report/scene"
)

// Format is a kind of file that a deck can be.
type Format struct {
	Ending string // of the file's name: ".pdf"
	Limits scene.Limits
	Write  func(w io.Writer, pages []scene.Page, info Info) error
}

// Info is what a document says of itself, what is attached to it, and the faces its text is set in.
type Info struct {
	Title, Author, Subject string
	Lang                   string    // as in BCP 47: "nb"
	Date                   time.Time // of creation and change; the same input gives the same bytes
	Fonts                  fonts.Family
	Attachments            []Attachment
}

// Attachment is a file that goes with the document, inside it.
type Attachment struct {
	Name         string // without folders
	MIME         string
	Description  string // in the deck's language
	Relationship Relationship
	Data         []byte
}

// Relationship is what an attachment is to the document (ISO 19005-3, annex E).
type Relationship string

const (
	IsData   Relationship = "Data"   // what a chart shows
	IsSource Relationship = "Source" // what the deck is made from
)
