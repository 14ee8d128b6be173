package inspect

import (
	"strings"

	"lysark/report/pdf/cos"
)

// encoded gives the first font an embedded encoding that is Identity, as it should be.
func (e *edited) encoded(d cos.Dict, extra string) *cos.Stream {
	s := &cos.Stream{Dict: cos.Dict{"Type": cos.Name("CMap"), "CMapName": cos.Name("Egen"), "CIDSystemInfo": e.dict(e.descendant()["CIDSystemInfo"])}}
	for k, v := range d {
		s.Dict[k] = v
	}
	s.Data = []byte("begincmap\n" + extra + "\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 begincidrange <0000> <FFFF> 0 endcidrange\nendcmap")
	e.fonts()[0]["Encoding"] = e.b.Add(s)
	return s
}

func system(registry, ordering string, supplement int) cos.Dict {
	return cos.Dict{"Registry": cos.String(registry), "Ordering": cos.String(ordering), "Supplement": supplement}
}

func fontBreakages() []breakage {
	toUnicode := func(old, new string) func(*edited) {
		return func(e *edited) { e.stream(e.fonts()[0]["ToUnicode"].(cos.Ref), old, new) }
	}
	return []breakage{
		{"an embedded encoding is right", "", func(e *edited) { e.encoded(nil, "") }, nil},
		{"an encoding of another registry", "31-001", func(e *edited) { e.encoded(cos.Dict{"CIDSystemInfo": system("Annen", "UCS", 0)}, "") }, nil},
		{"an encoding of another ordering", "31-002", func(e *edited) { e.encoded(cos.Dict{"CIDSystemInfo": system("Adobe", "Annen", 0)}, "") }, nil},
		{"an encoding of a later supplement", "31-003", func(e *edited) { e.encoded(cos.Dict{"CIDSystemInfo": system("Adobe", "UCS", 1)}, "") }, nil},
		{"a map of glyphs with another name", "31-004", func(e *edited) { e.descendant()["CIDToGIDMap"] = cos.Name("Annen") }, nil},
		{"an encoding that nobody has", "31-006", func(e *edited) {
			e.fonts()[0]["Encoding"] = cos.Name("Annen-H")
		}, nil},
		{"an encoding that says two directions", "31-007", func(e *edited) { e.encoded(cos.Dict{"WMode": 1}, "") }, nil},
		{"an encoding that builds on one nobody has", "31-008", func(e *edited) { e.encoded(nil, "/Annen usecmap") }, nil},
		{"a font that is not embedded", "31-009", func(e *edited) { delete(e.dict(e.descendant()["FontDescriptor"]), "FontFile2") }, nil},
		{"a font for invisible text need not be embedded", "", func(e *edited) {
			e.use("Font", "Usynlig", cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type1"), "BaseFont": cos.Name("Helvetica"), "Encoding": cos.Name("WinAnsiEncoding")})
			e.paint("q BT 3 Tr /Usynlig 10 Tf (skjult) Tj ET Q")
		}, nil},
		{"a glyph that the font program lacks", "31-011", func(e *edited) { e.glyph('S', 0xfff0) }, nil},
		{"a glyph that is a box", "31-030", func(e *edited) { e.glyph('S', 0) }, nil},
		{"a list of characters that lacks one", "31-014", func(e *edited) {
			e.dict(e.descendant()["FontDescriptor"])["CIDSet"] = e.b.Add(&cos.Stream{Dict: cos.Dict{}, Data: []byte{0x80}})
		}, nil},
		{"a width that is not the glyph's", "31-016", func(e *edited) {
			e.descendant()["W"] = cos.Array{0x41, cos.Array{1234}}
			e.descendant()["DW"] = 653
		}, nil},
		{"a font program that is none", "31-009", func(e *edited) {
			e.stream(e.dict(e.descendant()["FontDescriptor"])["FontFile2"].(cos.Ref), "\x00\x01\x00\x00", "\x00\x01\x00\x00\xff\xff")
		}, nil},
		{"no map of glyphs", "31-005", func(e *edited) { delete(e.descendant(), "CIDToGIDMap") }, nil},
		{"a font that does not say what its characters are", "31-027", func(e *edited) { delete(e.fonts()[0], "ToUnicode") }, nil},
		{"a character mapped to nothing", "31-028", toUnicode("<0020> <0020>", "<0020> <0000>"), nil},
		{"a character mapped to a byte-order mark", "31-029", toUnicode("<0020> <0020>", "<0020> <FEFF>"), nil},
		{"ranges of the map are right", "", toUnicode("<0061> <0061>\n", "endbfchar 1 beginbfrange <0061> <0061> [<0061>] <0000> <0001> <0041> endbfrange 1 beginbfchar\n"), nil},
	}
}

// glyph maps a character of the first font to a glyph.
func (e *edited) glyph(char, glyph int) {
	ref := e.descendant()["CIDToGIDMap"].(cos.Ref)
	data, _ := e.file.Decode(e.b.Get(ref).(*cos.Stream))
	data = []byte(string(data))
	data[2*char], data[2*char+1] = byte(glyph>>8), byte(glyph)
	e.b.Set(ref, cos.Flate(data))
}

// truetype shows the letter F in a font of one byte, as it should be, on page 1.
func (e *edited) truetype() (font, descriptor cos.Dict) {
	full := e.dict(e.dict(e.fonts()[1]["DescendantFonts"].(cos.Array)[0])["FontDescriptor"])
	descriptor = cos.Dict{"Type": cos.Name("FontDescriptor"), "FontName": cos.Name("ABCDEF+Test"), "Flags": 32, "FontFile2": full["FontFile2"]}
	font = cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("TrueType"), "BaseFont": cos.Name("ABCDEF+Test"), "FirstChar": 70, "LastChar": 70,
		"Widths": cos.Array{e.width(70)}, "Encoding": cos.Name("WinAnsiEncoding"), "FontDescriptor": descriptor}
	e.use("Font", "Enkel", e.b.Add(font))
	e.paint("BT /Enkel 10 Tf (F) Tj ET")
	return font, descriptor
}

// width is a character's in the second font, by its program.
func (e *edited) width(char int) float64 {
	full := e.dict(e.dict(e.fonts()[1]["DescendantFonts"].(cos.Array)[0])["FontDescriptor"])
	data, _ := e.file.Decode(e.b.Get(full["FontFile2"].(cos.Ref)).(*cos.Stream))
	p := readProgram(data)
	w, _ := p.width(p.table(3, 1).glyph(uint32(char)))
	return w
}

// program changes the table of characters of the simple font.
func (e *edited) program(descriptor cos.Dict, old, new string) {
	data, _ := e.file.Decode(e.b.Get(descriptor["FontFile2"].(cos.Ref)).(*cos.Stream))
	i := strings.Index(string(data), old)
	if i < 0 {
		e.t.Fatal("the font program is another")
	}
	descriptor["FontFile2"] = e.b.Add(cos.Flate([]byte(string(data[:i]) + new + string(data[i+len(new):]))))
}

func simpleFontBreakages() []breakage {
	with := func(change func(e *edited, font, descriptor cos.Dict)) func(*edited) {
		return func(e *edited) {
			font, descriptor := e.truetype()
			change(e, font, descriptor)
		}
	}
	const oneTable = "\x00\x00\x00\x01\x00\x03\x00\x01\x00\x00\x00\x0c\x00\x04"
	noTable := func(e *edited, _, descriptor cos.Dict) { e.program(descriptor, oneTable, "\x00\x00\x00\x00") }
	return []breakage{
		{"a font of one byte is right", "", with(func(*edited, cos.Dict, cos.Dict) {}), nil},
		{"a width of one byte that is not the glyph's", "31-016", with(func(_ *edited, font, _ cos.Dict) { font["Widths"] = cos.Array{900} }), nil},
		{"a font program without a table of characters", "31-017", with(noTable), nil},
		{"a font without an encoding", "31-019", with(func(_ *edited, font, _ cos.Dict) { delete(font, "Encoding") }), nil},
		{"an encoding that builds on none", "31-020", with(func(_ *edited, font, _ cos.Dict) {
			font["Encoding"] = cos.Dict{"Differences": cos.Array{70, cos.Name("F")}}
		}), nil},
		{"a standard encoding", "31-021", with(func(_ *edited, font, _ cos.Dict) { font["Encoding"] = cos.Name("StandardEncoding") }), nil},
		{"a character with a name nobody knows", "10-001, 31-022", with(func(_ *edited, font, _ cos.Dict) {
			font["Encoding"] = cos.Dict{"BaseEncoding": cos.Name("WinAnsiEncoding"), "Differences": cos.Array{70, cos.Name("g70")}}
		}), nil},
		{"names of characters without a Unicode table", "31-017, 31-023", with(func(e *edited, font, descriptor cos.Dict) {
			noTable(e, font, descriptor)
			font["Encoding"] = cos.Dict{"BaseEncoding": cos.Name("WinAnsiEncoding"), "Differences": cos.Array{70, cos.Name("F")}}
		}), nil},
		{"a symbolic font with an encoding", "31-024", with(func(e *edited, _, descriptor cos.Dict) {
			descriptor["Flags"] = 4
			e.program(descriptor, oneTable, "\x00\x00\x00\x01\x00\x03\x00\x00")
		}), nil},
		{"a symbolic font without a table of characters", "10-001, 31-025", with(func(e *edited, font, descriptor cos.Dict) {
			delete(font, "Encoding")
			descriptor["Flags"] = 4
			noTable(e, font, descriptor)
		}), nil},
		{"a symbolic font with two tables, none of symbols", "10-001, 31-026", with(func(e *edited, font, descriptor cos.Dict) {
			delete(font, "Encoding")
			descriptor["Flags"] = 4
			e.program(descriptor, oneTable, "\x00\x00\x00\x02\x00\x03\x00\x01")
		}), nil},
	}
}
