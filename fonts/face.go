// Package fonts measures text and breaks it into lines, with the embedded faces or an author's own.
//
// Lengths are points at the given size unless said otherwise. What is measured here is what is drawn: the
// PDF kerns by the same pairs, and chart labels, which go-chart draws unkerned, are measured unkerned.
package fonts

import (
	"fmt"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Face is one static TrueType face. It is safe for use by many goroutines.
type Face struct {
	Name       string // as the font names itself: "Source Sans 3 Semibold"
	PostScript string // its name without spaces: "SourceSans3-Semibold"
	Bytes      []byte // the whole font file; never to be written to

	font    *sfnt.Font
	upem    fixed.Int26_6
	metrics Metrics

	mu     sync.Mutex // guards the rest; sfnt writes to the buffer as it reads
	buffer sfnt.Buffer
	glyphs map[rune]glyph
	kerns  map[pair]float64
}

// Metrics are a face's heights as shares of the em. Ascender and Descender are how far letters like d and g
// reach above and below the baseline (both positive): the ink, not the font's line spacing.
type Metrics struct{ Ascender, Descender, CapHeight, XHeight float64 }

type glyph struct {
	index   sfnt.GlyphIndex
	advance float64 // share of the em
}

type pair struct{ left, right sfnt.GlyphIndex }

// Parse reads a static TrueType font. Anything else is an error that says what it is and what to do.
func Parse(data []byte) (*Face, error) {
	if err := checkContainer(data); err != nil {
		return nil, err
	}
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("not a usable TrueType font: %w", err)
	}
	face := &Face{Bytes: data, font: f, upem: fixed.Int26_6(f.UnitsPerEm()), glyphs: map[rune]glyph{},
		kerns: map[pair]float64{}}
	if face.Name, err = f.Name(&face.buffer, sfnt.NameIDFull); err != nil {
		return nil, fmt.Errorf("font has no name: %w", err)
	}
	face.PostScript = face.postScriptName()
	m, err := f.Metrics(&face.buffer, face.upem, font.HintingNone)
	if err != nil {
		return nil, fmt.Errorf("font has no usable metrics: %w", err)
	}
	face.metrics = Metrics{face.top('d'), face.bottom('g'), face.em(m.CapHeight), face.em(m.XHeight)}
	return face, nil
}

// postScriptName is of the letters, digits and hyphens that a PostScript name may have, and as short (OpenType, name ID
// 6): PDF/A refuses long names. A font whose names have none of these is called by what it is.
func (f *Face) postScriptName() string {
	const longest = 63
	own, _ := f.font.Name(&f.buffer, sfnt.NameIDPostScript)
	for _, name := range []string{own, f.Name} {
		if name = plainName(name); name != "" {
			return name[:min(len(name), longest)]
		}
	}
	return "Font"
}

func plainName(name string) string {
	keep := func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}
	return strings.Map(keep, name)
}

// Metrics are the face's heights per em.
func (f *Face) Metrics() Metrics { return f.metrics }

// Has tells whether the face's character can be drawn, and read in the PDF. None above U+FFFF can, whatever the font
// holds: fpdf (utf8fontfile.go, generateCIDFontMap) indexes a table of 65,536 by the character and panics at an emoji.
// A byte-order mark may not stand in a PDF's text (ISO 14289-1, 7.21.7), and what a private character means nobody
// knows (ISO 19005-2, 6.2.11.7.3).
func (f *Face) Has(r rune) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	unreadable := r > 0xffff || r == '\ufeff' || r >= '\ue000' && r <= '\uf8ff'
	return !unreadable && f.glyph(r).index != 0
}

// Advance is the width of s with kerning.
func (f *Face) Advance(s string, size float64) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	width := 0.0
	var last glyph
	for i, r := range s {
		g := f.glyph(r)
		if i > 0 {
			width += f.kern(pair{last.index, g.index})
		}
		width += g.advance
		last = g
	}
	return width * size
}

// AdvanceUnkerned is the width of s as go-chart draws it.
func (f *Face) AdvanceUnkerned(s string, size float64) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	width := 0.0
	for _, r := range s {
		width += f.glyph(r).advance
	}
	return width * size
}

// Kern is the adjustment between two characters, as a share of the em.
func (f *Face) Kern(a, b rune) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.kern(pair{f.glyph(a).index, f.glyph(b).index})
}

func (f *Face) kern(p pair) float64 {
	if k, ok := f.kerns[p]; ok {
		return k
	}
	k := 0.0
	if v, err := f.font.Kern(&f.buffer, p.left, p.right, f.upem, font.HintingNone); err == nil {
		k = f.em(v)
	}
	f.kerns[p] = k
	return k
}

func (f *Face) glyph(r rune) glyph {
	if g, ok := f.glyphs[r]; ok {
		return g
	}
	var g glyph
	if index, err := f.font.GlyphIndex(&f.buffer, r); err == nil {
		g.index = index
	}
	if advance, err := f.font.GlyphAdvance(&f.buffer, g.index, f.upem, font.HintingNone); err == nil {
		g.advance = f.em(advance)
	}
	f.glyphs[r] = g
	return g
}

// top and bottom are how far a letter reaches above and below the baseline.
func (f *Face) top(r rune) float64    { return -f.em(f.ink(r).Min.Y) }
func (f *Face) bottom(r rune) float64 { return f.em(f.ink(r).Max.Y) }

func (f *Face) ink(r rune) fixed.Rectangle26_6 {
	bounds, _, err := f.font.GlyphBounds(&f.buffer, f.glyph(r).index, f.upem, font.HintingNone)
	if err != nil {
		return fixed.Rectangle26_6{}
	}
	return bounds
}

func (f *Face) em(v fixed.Int26_6) float64 { return float64(v) / float64(f.upem) }
