package pdf

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"unicode/utf8"

	"lysark/fonts"
	"lysark/report/scene"
)

// pdfFont is a face as the PDF knows it.
type pdfFont struct {
	face     *fonts.Face
	used     map[rune]bool
	hyphen   bool   // a soft hyphen is shown
	resource string // "/F…"
}

const softHyphen = '\u00ad'

// collect finds the pages' places, and the faces and characters that they use, and refuses those that fpdf would drop
// in silence or panic on: compose has reported them, so meeting one here is a fault of whoever called.
func (d *document) collect(pages []scene.Page) error {
	for i, p := range pages {
		if _, twice := d.numbers[p.Number]; !twice {
			d.numbers[p.Number] = i
		}
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
	f.used[' '] = true // may follow a line
	for _, r := range t.S {
		if r == softHyphen {
			continue
		}
		if r > math.MaxUint16 || !f.face.Has(r) {
			return fmt.Errorf("the font %s has no character %q (U+%04X) of the text %q", f.face.Name, string(r), r, t.S)
		}
		f.used[r] = true
	}
	return nil
}

// fontResource is the name of a font as a page calls it.
var fontResource = regexp.MustCompile(`/F[0-9a-f]+`)

// addFonts gives fpdf each face that is used. Text set in a template that no page shows marks its characters for
// the subset, and tells the name of the font's resource.
func (d *document) addFonts() {
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
		f.resource = string(fontResource.Find(unused.Bytes()))
	}
}

// text shows one line, kerned by pairs with TJ (ISO 32000-1, 9.4.3). fpdf's fonts are addressed by UTF-16 code.
func (s *sheet) text(t scene.Text, space bool) {
	if t.S == "" {
		return
	}
	f := s.fonts[t.Style]
	b := append(append(append(s.out, "BT "...), f.resource...), ' ')
	b = append(appendNumbers(b, t.Size), "Tf "...)
	b = append(appendColor(b, t.Color), "rg 1 0 0 1 "...)
	b = append(appendNumbers(b, t.At.X, s.Size.H-t.At.Y), "Tm "...)
	s.out = append(f.appendShown(b, t, space), " TJ ET\n"...)
}

// appendShown writes the line as hexadecimal strings with kerning between them, in thousandths of the em to the left.
// A hyphen that was added is shown by the soft hyphen's code, so that the word is whole when it is read or copied.
func (f *pdfFont) appendShown(b []byte, t scene.Text, space bool) []byte {
	b = append(b, "[<"...)
	last := rune(-1)
	for i, r := range t.S {
		if r == softHyphen {
			continue // marks where a word may break, and is seen only where it does
		}
		if last >= 0 && !t.Unkerned {
			if k := f.face.Kern(last, r); k != 0 {
				b = appendNumbers(append(b, '>'), -k*1000)
				b[len(b)-1] = '<'
			}
		}
		last = r
		if t.Hyphen && r == '-' && i == len(t.S)-1 {
			r, f.hyphen = softHyphen, true
		}
		b = appendCode(b, r)
	}
	if space {
		b = appendCode(b, ' ')
	}
	return append(b, ">]"...)
}

func appendCode(b []byte, r rune) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
}
