// Package pdf writes finished pages as a PDF. It takes []scene.Page and decides nothing: every point is fixed.
//
// fpdf subsets the fonts, embeds the images and holds the pages; the marks on them are our own operators
// (ISO 32000-1, clause 8 and 9), so that text is kerned and paths are exact.
package pdf

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/go-pdf/fpdf"

	"lysark/fonts"
	"lysark/report/scene"
)

// Info is what a PDF says of itself, and the faces its text is set in.
type Info struct {
	Title, Author, Subject string
	Lang                   string    // as in RFC 3066: "nb"
	Date                   time.Time // of creation and change; the same input gives the same bytes
	Fonts                  fonts.Family
}

// creator is the program that made the pages.
const creator = "lysark"

// Write writes the pages as one PDF.
func Write(w io.Writer, pages []scene.Page, info Info) error {
	if len(pages) == 0 {
		return errors.New("a PDF needs at least one page")
	}
	d := &document{info: info, fonts: map[scene.Style]*pdfFont{}, images: map[string]string{}}
	if err := d.collect(pages); err != nil {
		return err
	}
	d.open(pages[0].Size)
	for _, p := range pages {
		if err := d.page(p); err != nil {
			return fmt.Errorf("slide %d: %w", p.Number, err)
		}
	}
	if err := d.pdf.Output(w); err != nil {
		return fmt.Errorf("fpdf: %w", err)
	}
	return nil
}

// document is one PDF in the making.
type document struct {
	info   Info
	pdf    *fpdf.Fpdf
	fonts  map[scene.Style]*pdfFont
	images map[string]string // name in fpdf by content hash
	height float64           // of the page being written; PDF's y grows upwards
}

func (d *document) open(size scene.Rect) {
	d.pdf = fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: size.W, Ht: size.H}})
	d.pdf.SetAutoPageBreak(false, 0)
	d.pdf.SetMargins(0, 0, 0)
	d.pdf.SetCatalogSort(true)
	d.pdf.SetCreationDate(d.info.Date)
	d.pdf.SetModificationDate(d.info.Date)
	d.pdf.SetTitle(d.info.Title, true)
	d.pdf.SetAuthor(d.info.Author, true)
	d.pdf.SetSubject(d.info.Subject, true)
	d.pdf.SetCreator(creator, true)
	d.pdf.SetProducer(creator, true)
	d.pdf.SetLang(d.info.Lang)
	d.addFonts()
}

func (d *document) page(p scene.Page) error {
	d.height = p.Size.H
	d.pdf.AddPageFormat("", fpdf.SizeType{Wd: p.Size.W, Ht: p.Size.H})
	d.path(scene.Box(p.Size, p.Background))
	return d.items(p.Items, p.Background)
}

// items paints in reading order; the background is what pictures without one of their own stand on.
func (d *document) items(items []scene.Item, background scene.Color) error {
	for _, it := range items {
		switch it := it.(type) {
		case scene.Text:
			d.text(it)
		case scene.Path:
			d.path(it)
		case scene.Image:
			if err := d.image(it, background); err != nil {
				return err
			}
		case scene.Group:
			if err := d.items(it.Items, background); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *document) emit(format string, args ...any) { d.pdf.RawWriteStr(fmt.Sprintf(format, args...)) }
