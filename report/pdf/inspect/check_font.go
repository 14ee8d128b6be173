package inspect

import (
	"fmt"
	"slices"
	"strings"

	"lysark/report/pdf/cos"
)

// canMap tells whether a font without /ToUnicode says in another way what its characters are (ISO 14289-1, 7.21.7).
func (f *file) canMap(ft *font) bool {
	if !ft.composite {
		return ft.typ != "Type3" || len(f.pdf.Array(f.pdf.Dict(ft.dict["Encoding"])["Differences"])) > 0
	}
	if enc := f.pdf.Name(ft.dict["Encoding"]); enc != "" && !ft.identity {
		return true
	}
	info := f.pdf.Dict(ft.descendant["CIDSystemInfo"])
	ordering, _ := f.pdf.String(info["Ordering"])
	return slices.Contains([]string{"GB1", "CNS1", "Japan1", "Korea1"}, ordering)
}

// eachComposite visits the composite fonts with an encoding that is not Identity, and the systems of both.
func (c *checker) eachEncoded(visit func(ft *font, of, by cos.Dict)) {
	for _, ft := range c.fonts {
		if s := c.pdf.Stream(ft.dict["Encoding"]); ft.composite && s != nil {
			by := c.pdf.Dict(s.Dict["CIDSystemInfo"])
			if by == nil && ft.encoding != nil {
				by = ft.encoding.system
			}
			visit(ft, c.pdf.Dict(ft.descendant["CIDSystemInfo"]), by)
		}
	}
}

func otherRegistry(c *checker) { c.otherSystem("Registry") }

func otherOrdering(c *checker) { c.otherSystem("Ordering") }

func (c *checker) otherSystem(key cos.Name) {
	c.eachEncoded(func(ft *font, of, by cos.Dict) {
		a, _ := c.pdf.String(of[key])
		b, _ := c.pdf.String(by[key])
		if a != b {
			c.report(atFont(ft), "/%s of its characters is %q, of its encoding %q", key, printable(a), printable(b))
		}
	})
}

func otherSupplement(c *checker) {
	c.eachEncoded(func(ft *font, of, by cos.Dict) {
		a, _ := c.pdf.Int(of["Supplement"])
		b, _ := c.pdf.Int(by["Supplement"])
		if a < b {
			c.report(atFont(ft), "its encoding is of supplement %d, its characters of %d", b, a)
		}
	})
}

func wrongGlyphMap(c *checker) {
	for _, ft := range c.fonts {
		m := c.pdf.Resolve(ft.descendant["CIDToGIDMap"])
		if _, stream := m.(*cos.Stream); ft.typ == "CIDFontType2" && ft.embedded && m != nil && !stream &&
			m != cos.Object(cos.Name("Identity")) {
			c.report(atFont(ft), "/CIDToGIDMap is neither a stream nor /Identity")
		}
	}
}

func noGlyphMap(c *checker) {
	for _, ft := range c.fonts {
		if ft.typ == "CIDFontType2" && ft.embedded && !c.has(ft.descendant, "CIDToGIDMap") {
			c.report(atFont(ft), "there is no /CIDToGIDMap")
		}
	}
}

// predefined tells the encodings of ISO 32000-1, table 118, by their form: a reader has them all.
func predefined(name string) bool {
	if name == "Identity-H" || name == "Identity-V" {
		return true
	}
	for _, begin := range []string{"GB", "B5", "HK", "ET", "CNS", "83pv", "90ms", "90pv", "Add", "EUC", "Ext", "KSC", "Uni", "H", "V"} {
		if rest, ok := strings.CutPrefix(name, begin); ok &&
			(rest == "" || strings.HasSuffix(rest, "-H") || strings.HasSuffix(rest, "-V")) {
			return true
		}
	}
	return false
}

func foreignEncoding(c *checker) {
	for _, ft := range c.fonts {
		if enc := c.pdf.Name(ft.dict["Encoding"]); ft.composite && ft.encoding == nil && !predefined(string(enc)) {
			c.report(atFont(ft), "its encoding %q is neither predefined nor embedded", string(enc))
		}
	}
}

func twoDirections(c *checker) {
	for _, ft := range c.fonts {
		s := c.pdf.Stream(ft.dict["Encoding"])
		if s == nil || ft.encoding == nil {
			continue
		}
		if w, _ := c.pdf.Int(s.Dict["WMode"]); w != ft.encoding.wmode {
			c.report(atFont(ft), "/WMode is %d in the dictionary and %d in the encoding", w, ft.encoding.wmode)
		}
	}
}

func foreignBase(c *checker) {
	for _, ft := range c.fonts {
		if ft.encoding == nil {
			continue
		}
		if base := ft.encoding.uses; base != "" && !predefined(base) {
			c.report(atFont(ft), "its encoding builds on %q, which is not predefined", printable(base))
		}
	}
}

// visible tells whether any character of a font is shown other than as invisible text.
func (ft *font) visible() bool {
	return slices.ContainsFunc(ft.order, func(code charCode) bool { return ft.used[code].visible })
}

func notEmbedded(c *checker) {
	for _, ft := range c.fonts {
		switch {
		case !ft.visible():
		case !ft.embedded:
			c.report(atFont(ft), "the font program is not embedded")
		case ft.damaged:
			c.report(atFont(ft), "the font program is damaged")
		}
	}
}

func absentGlyph(c *checker) {
	c.glyphs("are not in the font program",
		func(ft *font, _ charCode, glyph int) bool { return glyph >= ft.program.glyphs })
}

func missingGlyph(c *checker) {
	c.glyphs("are shown as the box for a missing glyph",
		func(_ *font, _ charCode, glyph int) bool { return glyph == 0 })
}

func otherWidth(c *checker) {
	c.glyphs("are not as wide in the font program as in /W or /Widths", func(ft *font, code charCode, glyph int) bool {
		said, ok := ft.width(code)
		is, known := ft.program.width(glyph)
		return ok && known && glyph < ft.program.glyphs && glyph != 0 && abs(said-is) > 1.01 // both are rounded
	})
}

// glyphs tells of the characters whose glyph is wrong, one problem for each font.
func (c *checker) glyphs(message string, wrong func(ft *font, code charCode, glyph int) bool) {
	for _, ft := range c.fonts {
		var codes []string
		count, page := 0, 0
		for _, code := range ft.order {
			glyph, ok := c.glyph(ft, code)
			if !ok || !ft.used[code].visible || !wrong(ft, code, glyph) {
				continue
			}
			if count++; count == 1 {
				page = ft.used[code].page
			}
			if count <= 5 {
				codes = append(codes, character(ft, code))
			}
		}
		if count > 5 {
			codes = append(codes, "…")
		}
		if count > 0 {
			c.report(place{page, "font " + ft.name}, "%d of its characters %s: %s", count, message, strings.Join(codes, " "))
		}
	}
}

// character names a character by what it means, else by its code.
func character(ft *font, code charCode) string {
	if text, ok := ft.text(code); ok && strings.TrimSpace(printable(text)) != "" {
		return printable(text)
	}
	return fmt.Sprintf("<%0*X>", 2*code.bytes, code.code)
}

func incompleteSet(c *checker) {
	for _, ft := range c.fonts {
		s := c.pdf.Stream(ft.descriptor["CIDSet"])
		if s == nil {
			continue
		}
		set, _ := c.pdf.Decode(s)
		for _, code := range ft.order {
			if cid, ok := ft.cid(code); ok && (cid/8 >= len(set) || set[cid/8]&(0x80>>(cid%8)) == 0) {
				c.report(atFont(ft), "/CIDSet lacks the character %s", character(ft, code))
				break
			}
		}
	}
}

func noUnicode(c *checker) {
	for _, ft := range c.fonts {
		if ft.toUnicode == nil && len(ft.order) > 0 && !c.canMap(ft) {
			c.report(atFont(ft), "the font does not say what its characters are")
		}
	}
}

func zeroUnicode(c *checker) {
	for _, ft := range c.fonts {
		if ft.toUnicode != nil && ft.toUnicode.zero && !ft.wrongRange() {
			c.report(atFont(ft), "its /ToUnicode maps a character to U+0000 or to nothing")
		}
	}
}

// wrongRange tells of a map of all codes at once, which is told by the characters that it does not map.
func (ft *font) wrongRange() bool { return len(ft.toUnicode.crossing) > 0 }

func markUnicode(c *checker) {
	for _, ft := range c.fonts {
		if ft.toUnicode != nil && ft.toUnicode.mark {
			c.report(atFont(ft), "its /ToUnicode maps a character to U+FEFF or U+FFFE")
		}
	}
}
