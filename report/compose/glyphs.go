package compose

import (
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/scene"
)

// checkGlyphs reports the characters that a face cannot draw and that resolving could not know of: an italic without
// what regular has, the program's own dashes and hard spaces in a theme's font.
func (p *page) checkGlyphs() {
	p.checkGlyphsOf(p.items, p.slide.Pos, map[undrawable]bool{})
}

// undrawable is a character that a face does not have.
type undrawable struct {
	style scene.Style
	char  rune
}

func (p *page) checkGlyphsOf(items []scene.Item, pos diag.Pos, told map[undrawable]bool) {
	for _, it := range items {
		switch it := it.(type) {
		case scene.Group:
			at := pos
			if it.Pos != (diag.Pos{}) {
				at = it.Pos
			}
			p.checkGlyphsOf(it.Items, at, told)
		case scene.Text:
			if it.S != report.OneLine(p.theme.Footer.Text) { // it is told once, where the theme has it
				p.checkText(it, pos, told)
			}
		}
	}
}

func (p *page) checkText(t scene.Text, pos diag.Pos, told map[undrawable]bool) {
	face := p.family.Face(string(t.Style))
	for _, c := range t.S {
		lacks := undrawable{t.Style, c}
		if face.Has(c) || told[lacks] {
			continue
		}
		told[lacks] = true
		p.list.Errorf(pos, diag.MissingGlyph, "take the character out, or a font that has it",
			"the font %s has no character %q (U+%04X), which is in %q on slide %d",
			face.Name, string(c), c, diag.Shorten(t.S), p.slide.Number)
	}
}
