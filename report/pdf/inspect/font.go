package inspect

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"lysark/report/pdf/cos"
)

// font is one font dictionary with what is embedded for it.
type font struct {
	object     int
	dict       cos.Dict
	name       string // without the subset's tag
	subset     bool
	typ        string // "TrueType", "Type1", "CIDFontType2", …
	composite  bool   // Type 0: codes of several bytes, glyphs by CID
	descendant cos.Dict
	descriptor cos.Dict
	toUnicode  *cmap // nil: none
	encoding   *cmap // of a composite font, when its encoding is embedded
	identity   bool  // a composite font whose codes are its CIDs
	texts      [256]string
	names      [256]string // glyph names of Differences
	embedded   bool
	program    *program // nil when it is none that is read here
	damaged    bool     // its program is said to be TrueType, and cannot be read as such
	gids       []byte   // CIDToGIDMap; nil: identity
	placed     bool     // it is known which glyph a CID has
	wide       map[int]float64
	other      float64 // the width of those that have none of their own
	used       map[charCode]*use
	order      []charCode // of used, as they were met
	page       int        // the first that names it
}

// use is where a character of a font is shown first.
type use struct {
	page    int
	visible bool    // not only as invisible text
	text    string  // what it means; unknown where that is not known
	width   float64 // in thousandths of the size
}

const unknown = "\ufffd"

// symbolic tells by the descriptor's flags whether the font has an encoding of its own.
func (f *file) symbolic(ft *font) bool {
	flags, _ := f.pdf.Int(ft.descriptor["Flags"])
	return flags&4 != 0
}

// font is the font of a dictionary, read when it is first met.
func (f *file) font(o cos.Object, page int) *font {
	num := number(o)
	if ft := f.fontOf[num]; ft != nil && num != 0 {
		return ft
	}
	d := f.pdf.Dict(o)
	if d == nil {
		return nil
	}
	if len(f.fonts) >= mostFonts {
		f.cut("fonts")
		return nil
	}
	ft := &font{object: num, dict: d, page: page, used: map[charCode]*use{}, typ: f.word(d["Subtype"])}
	ft.name, ft.subset = withoutTag(f.word(d["BaseFont"]))
	ft.descriptor = f.pdf.Dict(d["FontDescriptor"])
	if ft.typ == "Type0" {
		f.composite(ft)
	} else {
		f.simple(ft)
	}
	if s := f.pdf.Stream(d["ToUnicode"]); s != nil {
		data, _ := f.pdf.Decode(s)
		ft.toUnicode = f.readCMap(data)
	}
	f.embedded(ft)
	f.fonts = append(f.fonts, ft)
	f.fontOf[num] = ft
	return ft
}

// withoutTag takes the tag of a subset off a font's name: six capitals and a plus (9.6.4).
func withoutTag(name string) (string, bool) {
	tag, rest, ok := strings.Cut(name, "+")
	if !ok || len(tag) != 6 || strings.Trim(tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return name, false
	}
	return rest, true
}

func (f *file) composite(ft *font) {
	ft.composite = true
	if list := f.pdf.Array(ft.dict["DescendantFonts"]); len(list) > 0 {
		ft.descendant = f.pdf.Dict(list[0])
	}
	ft.descriptor = f.pdf.Dict(ft.descendant["FontDescriptor"])
	if sub := f.word(ft.descendant["Subtype"]); sub != "" {
		ft.typ = sub
	}
	switch enc := f.pdf.Resolve(ft.dict["Encoding"]).(type) {
	case *cos.Stream:
		data, _ := f.pdf.Decode(enc)
		ft.encoding = f.readCMap(data)
	case cos.Name:
		ft.identity = strings.HasPrefix(string(enc), "Identity-")
	}
	if s := f.pdf.Stream(ft.descendant["CIDToGIDMap"]); s != nil {
		ft.gids, _ = f.pdf.Decode(s)
		if ft.gids == nil {
			ft.gids = []byte{}
		}
	}
	ft.placed = ft.gids != nil || f.pdf.Name(ft.descendant["CIDToGIDMap"]) == "Identity"
	f.cidWidths(ft)
}

// cidWidths reads /W: either a first CID and its widths in a list, or a first, a last and one width (9.7.4.3).
func (f *file) cidWidths(ft *font) {
	ft.wide, ft.other = map[int]float64{}, 1000
	if dw, ok := f.pdf.Number(ft.descendant["DW"]); ok {
		ft.other = dw
	}
	w := f.pdf.Array(ft.descendant["W"])
	for i := 0; i+1 < len(w); {
		first, ok := f.pdf.Int(w[i])
		if !ok {
			return
		}
		if list, isList := f.pdf.Resolve(w[i+1]).(cos.Array); isList {
			for j, o := range list {
				if !f.setWidth(ft, first+j, o) {
					return
				}
			}
			i += 2
			continue
		}
		last, ok := f.pdf.Int(w[i+1])
		if !ok || i+2 >= len(w) {
			return
		}
		for cid := first; cid <= last && cid < 1<<16; cid++ {
			if !f.setWidth(ft, cid, w[i+2]) {
				return
			}
		}
		i += 3
	}
}

// setWidth notes a width, and tells whether there may be more.
func (f *file) setWidth(ft *font, code int, o cos.Object) bool {
	if f.mapped <= 0 || !f.spend(1) {
		f.cut("characters of fonts")
		return false
	}
	if w, ok := f.pdf.Number(o); ok && code >= 0 && code < 1<<16 {
		if _, again := ft.wide[code]; !again {
			f.mapped--
		}
		ft.wide[code] = w
	}
	return true
}

func (f *file) simple(ft *font) {
	base := f.pdf.Name(ft.dict["Encoding"])
	enc := f.pdf.Dict(ft.dict["Encoding"])
	if enc != nil {
		base = f.pdf.Name(enc["BaseEncoding"])
	}
	standard := base != "" || ft.typ == "TrueType" && !f.symbolic(ft) || !f.symbolic(ft) && ft.typ != "Type3"
	if standard {
		ft.texts = baseEncoding(string(base))
	}
	code := 0
	f.eachKid(enc["Differences"], func(o cos.Object) {
		if n, ok := f.pdf.Int(o); ok {
			code = n
			return
		}
		if name := f.word(o); name != "" && code >= 0 && code < 256 {
			ft.names[code], ft.texts[code] = name, glyphText(name)
			code++
		}
	})
	ft.wide = map[int]float64{}
	first, _ := f.pdf.Int(ft.dict["FirstChar"])
	for i, o := range f.pdf.Array(ft.dict["Widths"]) {
		if i < 256 {
			f.setWidth(ft, first+i, o)
		}
	}
	ft.other, _ = f.pdf.Number(ft.descriptor["MissingWidth"])
}

func (f *file) embedded(ft *font) {
	for _, key := range []cos.Name{"FontFile", "FontFile2", "FontFile3"} {
		s := f.pdf.Stream(ft.descriptor[key])
		if s == nil {
			continue
		}
		ft.embedded = true
		if key == "FontFile2" || f.pdf.Name(s.Dict["Subtype"]) == "OpenType" {
			data, _ := f.pdf.Decode(s)
			ft.program = readProgram(data)
			ft.damaged = ft.program == nil || !ft.program.draws()
		}
		return
	}
	ft.embedded = ft.typ == "Type3" // its glyphs are in the file
}

// usedSum tells which characters are used, whatever their order.
func (ft *font) usedSum() string {
	return sum(fmt.Append(nil, ft.sortedCodes()))
}

func (ft *font) sortedCodes() []charCode {
	return slices.SortedFunc(maps.Keys(ft.used), func(a, b charCode) int {
		return cmp.Or(cmp.Compare(a.code, b.code), cmp.Compare(a.bytes, b.bytes))
	})
}

// glyphSum tells what a font draws with, and how far apart.
func (f *file) glyphSum(ft *font) string {
	var b strings.Builder
	for _, c := range ft.sortedCodes() {
		fmt.Fprint(&b, ft.used[c].width, " ")
	}
	for _, key := range []cos.Name{"FontFile", "FontFile2", "FontFile3"} {
		f.spell(&b, ft.descriptor[key], 0)
	}
	for _, key := range []cos.Name{"CharProcs", "FontMatrix", "Encoding", "Resources"} {
		if ft.typ == "Type3" {
			f.spell(&b, ft.dict[key], 0)
		}
	}
	return sum([]byte(b.String()))
}

// use is how a font uses a character, noted when it is first shown. What is too much is not noted.
func (f *file) use(ft *font, c charCode, page int) *use {
	u := ft.used[c]
	if u != nil {
		return u
	}
	u = &use{page: page, text: unknown}
	u.width, _ = ft.width(c)
	if text, ok := ft.text(c); ok {
		u.text = text
	}
	if f.mapped <= 0 {
		f.cut("characters of fonts")
		return u
	}
	f.mapped--
	ft.used[c] = u
	ft.order = append(ft.order, c)
	return u
}

// next is the first code of a string.
func (ft *font) next(s string) charCode {
	switch {
	case !ft.composite:
		return charCode{uint32(s[0]), 1}
	case ft.encoding != nil:
		return ft.encoding.next(s)
	case len(s) == 1:
		return charCode{uint32(s[0]), 1}
	}
	return charCode{uint32(s[0])<<8 | uint32(s[1]), 2}
}

// text is what a code means; false when that cannot be known.
func (ft *font) text(c charCode) (string, bool) {
	if ft.toUnicode != nil {
		if s, ok := ft.toUnicode.unicode[c]; ok {
			return s, true
		}
	}
	if ft.composite || c.code > 255 {
		return "", false
	}
	s := ft.texts[c.code]
	return s, s != ""
}

// cid is a code's character in a composite font; false where it cannot be known.
func (ft *font) cid(c charCode) (int, bool) {
	switch {
	case ft.encoding != nil:
		return ft.encoding.cid(c), true
	case ft.identity:
		return int(c.code), true
	}
	return 0, false
}

// glyph is the glyph that a code shows; false when the font program does not tell here.
func (f *file) glyph(ft *font, c charCode) (int, bool) {
	switch {
	case ft.program == nil:
		return 0, false
	case !ft.composite:
		return f.simpleGlyph(ft, c)
	}
	cid, ok := ft.cid(c)
	switch {
	case !ok || !ft.placed || ft.typ != "CIDFontType2":
		return 0, false
	case ft.gids == nil:
		return cid, true
	case cid*2+1 < len(ft.gids):
		return int(ft.gids[cid*2])<<8 | int(ft.gids[cid*2+1]), true
	}
	return 0, true
}

// simpleGlyph is the glyph of a code in a TrueType font with an encoding of one byte (9.6.6.4).
func (f *file) simpleGlyph(ft *font, c charCode) (int, bool) {
	p := ft.program
	if ft.typ != "TrueType" || c.code > 255 {
		return 0, false
	}
	if f.symbolic(ft) {
		if t := p.table(3, 0); t != nil {
			for _, high := range []uint32{0xf000, 0, 0xf100, 0xf200} {
				if g := t.glyph(high + c.code); g != 0 {
					return g, true
				}
			}
			return 0, true
		}
		t := p.table(1, 0)
		return t.glyph(c.code), t != nil
	}
	text := []rune(ft.texts[c.code])
	if t := p.table(3, 1); t != nil && len(text) == 1 {
		return t.glyph(uint32(text[0])), true
	}
	return 0, false // by a Mac table or glyph names, which are not read here
}

// width is what the font dictionary says of a code.
func (ft *font) width(c charCode) (float64, bool) {
	code := int(c.code)
	if ft.composite {
		cid, ok := ft.cid(c)
		if !ok {
			return 0, false
		}
		code = cid
	}
	if w, ok := ft.wide[code]; ok {
		return w, true
	}
	return ft.other, true
}
