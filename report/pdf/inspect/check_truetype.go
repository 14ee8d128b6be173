package inspect

import "lysark/report/pdf/cos"

// eachTrueType visits the TrueType fonts with an encoding of one byte that are symbolic, or are not.
func (c *checker) eachTrueType(symbolic bool, visit func(*font)) {
	for _, ft := range c.fonts {
		if ft.typ == "TrueType" && !ft.composite && c.symbolic(ft) == symbolic && len(ft.order) > 0 {
			visit(ft)
		}
	}
}

func noCharacterTable(c *checker) {
	c.eachTrueType(false, func(ft *font) {
		if p := ft.program; p != nil && p.table(3, 1) == nil && p.table(1, 0) == nil && p.table(0, -1) == nil {
			c.report(atFont(ft), "the font program has no table of characters for its encoding")
		}
	})
}

func noEncoding(c *checker) {
	c.eachTrueType(false, func(ft *font) {
		if !c.has(ft.dict, "Encoding") {
			c.report(atFont(ft), "there is no /Encoding")
		}
	})
}

// encodingOf is the name of a font's encoding, or of the one its dictionary builds on.
func (c *checker) encodingOf(ft *font) (name cos.Name, d cos.Dict) {
	if d = c.pdf.Dict(ft.dict["Encoding"]); d != nil {
		return c.pdf.Name(d["BaseEncoding"]), d
	}
	return c.pdf.Name(ft.dict["Encoding"]), nil
}

func noBaseEncoding(c *checker) {
	c.eachTrueType(false, func(ft *font) {
		if name, d := c.encodingOf(ft); d != nil && name == "" {
			c.report(atFont(ft), "/Encoding has no /BaseEncoding")
		}
	})
}

func otherEncoding(c *checker) {
	c.eachTrueType(false, func(ft *font) {
		if name, _ := c.encodingOf(ft); name != "" && name != "WinAnsiEncoding" && name != "MacRomanEncoding" {
			c.report(atFont(ft), "its encoding is %q", string(name))
		}
	})
}

func unlistedNames(c *checker) {
	c.eachTrueType(false, func(ft *font) {
		for _, code := range ft.order {
			if code.code < 256 && ft.names[code.code] != "" && ft.texts[code.code] == "" {
				c.report(atFont(ft), "there is no character %q", ft.names[code.code])
				return
			}
		}
	})
}

func namesWithoutTable(c *checker) {
	c.eachTrueType(false, func(ft *font) {
		if _, d := c.encodingOf(ft); d != nil && c.has(d, "Differences") && ft.program != nil &&
			ft.program.table(3, 1) == nil {
			c.report(atFont(ft), "the font program has no Unicode table for the names of /Differences")
		}
	})
}

func symbolicEncoding(c *checker) {
	c.eachTrueType(true, func(ft *font) {
		if c.has(ft.dict, "Encoding") {
			c.report(atFont(ft), "the font is symbolic and has an /Encoding")
		}
	})
}

func symbolicWithoutTable(c *checker) {
	c.eachTrueType(true, func(ft *font) {
		if ft.program != nil && len(ft.program.cmaps) == 0 {
			c.report(atFont(ft), "the font program has no table of characters")
		}
	})
}

func symbolicTables(c *checker) {
	c.eachTrueType(true, func(ft *font) {
		if p := ft.program; p != nil && len(p.cmaps) > 1 && p.table(3, 0) == nil {
			c.report(atFont(ft), "the font program has %d tables of characters and none of symbols", len(p.cmaps))
		}
	})
}
