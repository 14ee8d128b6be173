package pdf

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"lysark/fonts"
	"lysark/report/scene"
)

// pdfFont is a face as the PDF knows it.
type pdfFont struct {
	face     *fonts.Face
	used     map[rune]bool
	resource string // "/F…"
}

// collect finds the faces and characters that the pages use, and refuses those that fpdf would drop in silence or
// panic on: compose has reported them, so meeting one here is a fault of whoever called.
func (d *document) collect(pages []scene.Page) error {
	for _, p := range pages {
		if err := d.collectItems(p.Items); err != nil {
			return fmt.Errorf("slide %d: %w", p.Number, err)
		}
	}
	return nil
}

func (d *document) collectItems(items []scene.Item) error {
	for _, it := range items {
		switch it := it.(type) {
		case scene.Group:
			if err := d.collectItems(it.Items); err != nil {
				return err
			}
		case scene.Text:
			if err := d.collectText(it); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *document) collectText(t scene.Text) error {
	if !utf8.ValidString(t.S) {
		return fmt.Errorf("the text %q is not UTF-8", t.S)
	}
	f := d.fonts[t.Style]
	if f == nil {
		face := d.info.Fonts.Face(string(t.Style))
		if face == nil {
			return fmt.Errorf("there is no face for the style %s", t.Style)
		}
		f = &pdfFont{face: face, used: map[rune]bool{}}
		d.fonts[t.Style] = f
	}
	for _, r := range t.S {
		if r > math.MaxUint16 || !f.face.Has(r) {
			return fmt.Errorf("the font %s has no character %q (U+%04X) of the text %q", f.face.Name, string(r), r, t.S)
		}
		f.used[r] = true
	}
	return nil
}

// addFonts gives fpdf each face that is used. Text set in a template that no page shows marks its characters for
// the subset, and tells the name of the font's resource.
func (d *document) addFonts() {
	resource := regexp.MustCompile(`/F[0-9a-f]+`)
	for _, style := range []scene.Style{scene.Regular, scene.Italic, scene.Semibold, scene.Bold} {
		f := d.fonts[style]
		if f == nil {
			continue
		}
		d.pdf.AddUTF8FontFromBytes(string(style), "", slices.Clone(f.face.Bytes)) // fpdf may write to them
		chars := make([]rune, 0, len(f.used))
		for r := range f.used {
			chars = append(chars, r)
		}
		slices.Sort(chars)
		d.pdf.SetFont(string(style), "", 10)
		unused := d.pdf.CreateTemplate(func(t *fpdfTemplate) {
			t.SetFont(string(style), "", 10)
			t.Text(0, 0, string(chars))
		})
		f.resource = string(resource.Find(unused.Bytes()))
	}
}

// text shows one line, kerned by pairs with TJ (ISO 32000-1, 9.4.3). fpdf's fonts are addressed by UTF-16 code.
func (d *document) text(t scene.Text) {
	if t.S == "" {
		return
	}
	f := d.fonts[t.Style]
	d.emit("BT %s %s Tf %s rg 1 0 0 1 %s %s Tm [%s] TJ ET",
		f.resource, number(t.Size), rgb(t.Color), number(t.At.X), number(d.height-t.At.Y), f.shown(t))
}

// shown is the line as hexadecimal strings with kerning between them, in thousandths of the em to the left.
func (f *pdfFont) shown(t scene.Text) string {
	var b strings.Builder
	b.WriteByte('<')
	last := rune(-1)
	for _, r := range t.S {
		if last >= 0 && !t.Unkerned {
			if k := f.face.Kern(last, r); k != 0 {
				fmt.Fprintf(&b, ">%s<", number(-k*1000))
			}
		}
		fmt.Fprintf(&b, "%04X", r)
		last = r
	}
	b.WriteByte('>')
	return b.String()
}
