// Package pdf writes finished pages as a PDF that everyone can read, archives accept, and that is the same bytes every
// time: PDF/UA-1 (ISO 14289-1) and PDF/A-2a, or 3a with attachments (ISO 19005). It takes []scene.Page and decides
// nothing: every point is fixed.
//
// fpdf subsets the fonts, embeds the images and holds the pages. What is painted is our own operators, so that text is
// kerned, paths are exact, and everything is either tagged or an artifact (content.go). fpdf has no tags, no archive
// and no order that can be relied on, so what it wrote is taken apart again and put together anew with the structure
// tree, links, outline, metadata and attachments (assemble.go).
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/go-pdf/fpdf"

	"lysark/report/output"
	"lysark/report/scene"
)

// Format is PDF, for whoever asks for a file by its ending.
func Format() output.Format { return output.Format{Ending: ".pdf", Limits: limits(), Write: Write} }

// limits are those of an archive's PDF: a text is one piece of at most 32,767 bytes (ISO 19005-2, 6.1.13), which it
// takes two of per UTF-16 unit, after a mark; an address leaves room for the words that say where the link leads.
func limits() scene.Limits {
	return scene.Limits{Of: "a PDF", Text: (32_767 - 2) / 2, Address: 32_000}
}

// creator is the program that made the pages.
const creator = "lysark"

// Write writes the pages as one PDF.
func Write(w io.Writer, pages []scene.Page, info output.Info) error {
	if len(pages) == 0 {
		return errors.New("a PDF needs at least one page")
	}
	d := &document{info: info, fonts: map[scene.Style]*pdfFont{}, images: map[string]string{}, numbers: map[int]int{}}
	if err := d.collect(pages); err != nil {
		return err
	}
	d.open(pages[0].Size)
	for i, p := range pages {
		if err := d.page(i, p); err != nil {
			return fmt.Errorf("slide %d: %w", p.Number, err)
		}
	}
	var raw bytes.Buffer
	if err := d.pdf.Output(&raw); err != nil {
		return fmt.Errorf("fpdf: %w", err)
	}
	return assemble(w, raw.Bytes(), d)
}

// document is one PDF in the making.
type document struct {
	info     output.Info
	pdf      *fpdf.Fpdf
	fonts    map[scene.Style]*pdfFont
	images   map[string]string // name in fpdf by content hash
	numbers  map[int]int       // of pages to their places in the file, from 0
	root     element
	headings headings
	sheets   []*sheet
}

func (d *document) open(size scene.Rect) {
	d.pdf = fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: size.W, Ht: size.H}})
	d.pdf.SetAutoPageBreak(false, 0)
	d.pdf.SetMargins(0, 0, 0)
	d.pdf.SetCatalogSort(true)
	d.pdf.SetCreationDate(d.info.Date)
	d.pdf.SetModificationDate(d.info.Date)
	d.root = element{role: "Document", page: -1}
	d.addFonts()
}

// page writes the page's background, and its items below a section of their own.
func (d *document) page(index int, p scene.Page) error {
	d.pdf.AddPageFormat("", fpdf.SizeType{Wd: p.Size.W, Ht: p.Size.H})
	s := &sheet{document: d, Page: p, index: index}
	d.sheets = append(d.sheets, s)
	section := d.root.add("Sect")
	s.artifact([]scene.Item{scene.Box(p.Size, p.Background)})
	for _, it := range p.Items {
		s.group(grouped(it), section)
	}
	s.flush()
	return s.err
}

// grouped is the item in a group: a text by itself is a paragraph, anything else has no meaning of its own.
func grouped(it scene.Item) scene.Group {
	switch it := it.(type) {
	case scene.Group:
		return it
	case scene.Text:
		return scene.Group{Role: scene.P, Items: []scene.Item{it}}
	}
	return scene.Group{Role: scene.Artifact, Items: []scene.Item{it}}
}
