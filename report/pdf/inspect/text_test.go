package inspect

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"lysark/report/pdf/cos"
)

// line is an element in a small page, with the marked content of its number.
type line struct {
	role cos.Name
	d    cos.Dict
	kids []line
}

// told is a page with a font of one byte, its content, and elements for the marked content in their order.
func told(t *testing.T, content string, lines ...line) Page {
	t.Helper()
	data := plain(t, func(p *pdf) {
		widths := cos.Array{}
		for range 224 {
			widths = append(widths, 500)
		}
		f := cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type1"), "BaseFont": cos.Name("Helvetica"), "Encoding": cos.Name("WinAnsiEncoding"), "FirstChar": 32, "Widths": widths}
		uni := cos.Flate([]byte("1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfrange <0001> <0003> <0041> <0010> <0011> [<00660066> <00E6>] endbfrange 1 beginbfchar <0020> <D83DDE00> endbfchar"))
		wide := cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type0"), "BaseFont": cos.Name("To"), "Encoding": cos.Name("Identity-H"), "ToUnicode": p.b.Add(uni),
			"DescendantFonts": cos.Array{cos.Dict{"Subtype": cos.Name("CIDFontType2"), "DW": 500}}}
		form := &cos.Stream{Dict: cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Form"), "Resources": cos.Dict{"Font": cos.Dict{"F": f}}}, Data: []byte("BT /F 10 Tf (i skjema) Tj ET")}
		p.page["Resources"] = cos.Dict{"Font": cos.Dict{"F": p.b.Add(f), "W": p.b.Add(wide)}, "XObject": cos.Dict{"Fm": p.b.Add(form)}}
		p.content = content
		root := p.b.Reserve()
		number := 0
		p.b.Set(root, cos.Dict{"S": cos.Name("Document"), "Pg": p.pages["Kids"].(cos.Array)[0], "K": elements(p.b, lines, &number)})
		p.catalog["StructTreeRoot"] = cos.Dict{"K": root}
	})
	d, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return d.Pages[0]
}

func elements(b *cos.Builder, lines []line, number *int) cos.Array {
	out := cos.Array{}
	for _, l := range lines {
		d := cos.Dict{"S": l.role}
		for k, v := range l.d {
			d[k] = v
		}
		k := cos.Array{}
		if d["K"] == nil {
			k = append(k, *number)
			*number++
		}
		d["K"] = append(k, elements(b, l.kids, number)...)
		out = append(out, b.Add(d))
	}
	return out
}

func TestTextIsReadAsItIsMeant(t *testing.T) {
	mark := func(operators string) string { return "/P <</MCID 0>> BDC BT /F 10 Tf " + operators + " ET EMC" }
	p := []line{{role: "P"}}
	for _, c := range []struct {
		name, content string
		lines         []line
		want          string
	}{
		{"Norwegian in a font of one byte", mark("(\xe6\xf8\xe5 \x96 \xabja\xbb) Tj"), p, "P: æøå – «ja»"},
		{"kerned text", mark("[(Te) 80 (kst)] TJ"), p, "P: Tekst"},
		{"lines are joined as they are", mark("(en linje ) Tj 0 -12 Td (og en til) Tj"), p, "P: en linje og en til"},
		{"lines without a space at their end", mark("(en linje) Tj 0 -12 Td (og en til) Tj"), p, "P: en linje og en til"},
		{"a word that is broken at the end of a line", mark("(arbeids\xad) Tj 0 -12 Td (milj\xf8) Tj"), p, "P: arbeidsmiljø"},
		{"a word that is broken before a space", mark("(arbeids\xad ) Tj T* (milj\xf8) Tj"), p, "P: arbeidsmiljø"},
		{"labels beside each other", mark("1 0 0 1 10 10 Tm (2024) Tj 1 0 0 1 60 10 Tm (2025) Tj"), p, "P: 2024 2025"},
		{"a word that goes on in another place of the file", mark("1 0 0 1 10 10 Tm (Te) Tj 1 0 0 1 20 10 Tm (kst) Tj"), p, "P: Tekst"},
		{"text moved by the quote operators", mark("12 TL (en) Tj (to) ' 0 0 (tre) \""), p, "P: en to tre"},
		{"codes of two bytes, by ranges and lists", mark("/W 10 Tf <00010002000300100011> Tj"), p, "P: ABCffæ"},
		{"characters beyond the first plane", mark("/W 10 Tf <0020> Tj"), p, "P: 😀"},
		{"a code that is not mapped", mark("/W 10 Tf <0001FFFF> Tj"), p, "P: A\ufffd"},
		{"marked content with a replacement text", mark("(fo\xad) Tj /Span <</ActualText (fot)>> BDC (xx) Tj EMC"), p, "P: fofot"},
		{"an element with a replacement text", mark("(62) Tj"), []line{{role: "P", d: cos.Dict{"ActualText": cos.String("sekstito")}}}, "P: sekstito"},
		{"text in a form", "/P <</MCID 0>> BDC /Fm Do EMC", p, "P: i skjema"},
		{"a link in a line", mark("(se ) Tj") + " /Link <</MCID 1>> BDC BT /F 10 Tf (her) Tj ET EMC", []line{{role: "P", kids: []line{{role: "Link"}}}}, "P: se her"},
		{"a link that stands alone", "/Link <</MCID 0>> BDC BT /F 10 Tf (her) Tj ET EMC", []line{{role: "Sect", d: cos.Dict{"K": cos.Array{}}, kids: []line{{role: "Link"}}}}, "Link: her"},
		{"a picture with text in parts", "/Figure <</MCID 0>> BDC BT /F 10 Tf (a) Tj ET EMC /P <</MCID 1>> BDC BT /F 10 Tf ( b) Tj ET EMC",
			[]line{{role: "Figure", d: cos.Dict{"Alt": cos.String("alt")}, kids: []line{{role: "P"}}}}, "Figure: a b [alt]"},
		{"the order of the structure", "/P <</MCID 0>> BDC BT /F 10 Tf (en) Tj ET EMC /H1 <</MCID 1>> BDC BT /F 10 Tf (to) Tj ET EMC", []line{
			{role: "H1", d: cos.Dict{"K": cos.Array{}}, kids: []line{{role: "Span"}, {role: "Span"}}}}, "H1: ento"},
		{"text that is neither tagged nor an artifact", "BT /F 10 Tf (utenfor) Tj ET", nil, ": utenfor"},
		{"text that is an artifact", "/Artifact BMC BT /F 10 Tf (12) Tj ET EMC", nil, "(12)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := spelled(told(t, c.content, c.lines...)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestThePagesHeadingIsFoundWithinElementsOfItsOwn(t *testing.T) {
	const none = "NonStruct"
	empty := cos.Dict{"K": cos.Array{}}
	p := told(t, "/NonStruct <</MCID 0>> BDC BT /F 10 Tf (Svar) Tj ET EMC /NonStruct <</MCID 1>> BDC BT /F 10 Tf (og tall) Tj ET EMC /H2 <</MCID 2>> BDC BT /F 10 Tf (Mer) Tj ET EMC",
		line{role: "H1", d: empty, kids: []line{{role: none}, {role: none}}}, line{role: "H2"})
	if p.Heading != "Svar og tall" {
		t.Errorf("got %q", p.Heading)
	}
}

func spelled(p Page) string {
	var out []string
	for _, b := range p.Blocks {
		s := b.Role + ": " + b.Text
		if b.Alt != "" {
			s += " [" + b.Alt + "]"
		}
		out = append(out, s)
	}
	for _, a := range p.Artifacts {
		out = append(out, "("+a+")")
	}
	return strings.Join(out, "; ")
}

func TestWhatIsPaintedHasOneHashWhateverItsNames(t *testing.T) {
	as := func(change func(*edited)) string {
		e := edit(t, "tagged-a2.pdf")
		change(e)
		d, err := Read(e.bytes())
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(d.Pages[0].Painted, d.Pages[1].Painted, d.Pages[2].Painted)
	}
	same := as(func(*edited) {})
	for _, c := range []struct {
		name  string
		equal bool
		edit  func(*edited)
	}{
		{"other numbers of objects", true, func(e *edited) { e.catalog()["Aaa"] = e.b.Add(cos.Dict{}) }},
		{"another number of marked content", true, func(e *edited) { e.content(1, "/MCID 1>>", "/MCID 7>>") }},
		{"another colour", false, func(e *edited) { e.content(1, "0.039 0.176 0.353 rg", "0.039 0.176 0.354 rg") }},
		{"another place", false, func(e *edited) { e.content(1, "48.00 236.00", "49.00 236.00") }},
		{"another image", false, func(e *edited) {
			for name := range e.resources()["XObject"].(cos.Dict) {
				e.use("XObject", name, e.image(nil))
			}
		}},
		{"another name of a graphics state", true, func(e *edited) {}},
	} {
		if got := as(c.edit); (got == same) != c.equal {
			t.Errorf("%s: the same hash is %v, want %v", c.name, got == same, c.equal)
		}
	}
	named := func(name cos.Name) string {
		return as(func(e *edited) {
			e.use("ExtGState", name, cos.Dict{"ca": 0.5})
			e.use("ColorSpace", name, cos.Array{cos.Name("Indexed"), cos.Name("DeviceRGB"), 0, cos.String("abc")})
			e.paint("/" + string(name) + " gs /" + string(name) + " cs 0 sc")
		})
	}
	if named("En") != named("To") {
		t.Error("the names of resources change the hash")
	}
}

func TestDatesAreReadAsISOHasThem(t *testing.T) {
	for in, want := range map[string]string{
		"D:20251103080000Z": "2025-11-03T08:00:00Z", "D:20251103080000+01'00'": "2025-11-03T08:00:00+01:00", "D:20251103080000+01'00": "2025-11-03T08:00:00+01:00",
		"D:20251103080000+00'00'": "2025-11-03T08:00:00Z", "D:2025": "2025", "D:202511": "2025-11", "20251103": "2025-11-03", "D:20251103080000-0500": "2025-11-03T08:00:00-05:00",
		"i fjor": "i fjor", "": "", "D:": "D:", "D:20251103080000": "2025-11-03T08:00:00Z",
	} {
		if got := isoDate(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestLanguageTags(t *testing.T) {
	for _, s := range []string{"nb", "nb-NO", "no", "en-GB", "sr-Latn-RS", "x-klingon", "i-navajo", "de-CH-1996"} {
		if !isTag(s) {
			t.Errorf("%q is a language tag", s)
		}
	}
	for _, s := range []string{"", "n", "norsk bokmål", "nb_NO", "nb-", "-NO", "nb--NO", "toolongtag", "en-toolongtag", "x"} {
		if isTag(s) {
			t.Errorf("%q is no language tag", s)
		}
	}
}

func TestGlyphNames(t *testing.T) {
	for name, want := range map[string]string{
		"A": "A", "aring": "å", "Oslash": "Ø", "space": " ", "endash": "–", "uni00E5": "å", "u1F600": "😀", "f_f_i": "ffi", "a.alt": "a", "hyphen": "-", "g12": "", "": "", ".notdef": "", "quotesingle": "'", "uniD83D": "\ufffd",
	} {
		if got := glyphText(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct {
		name string
		code int
		want string
	}{
		{"WinAnsiEncoding", 0x80, "€"}, {"WinAnsiEncoding", 0x9f, "Ÿ"}, {"WinAnsiEncoding", 0xe6, "æ"}, {"WinAnsiEncoding", 0x96, "–"}, {"WinAnsiEncoding", 0x81, ""},
		{"MacRomanEncoding", 0x80, "Ä"}, {"MacRomanEncoding", 0xbf, "ø"}, {"MacRomanEncoding", 0xd0, "–"}, {"MacRomanEncoding", 0xff, "ˇ"}, {"MacRomanEncoding", 0x8c, "å"},
		{"", 0xe1, "Æ"}, {"", 0xf1, "æ"}, {"", 0xfb, "ß"}, {"", 0xf9, "ø"}, {"", 0xb1, "–"}, {"", 0x27, "’"}, {"", 0xd0, "—"},
	} {
		if got := baseEncoding(c.name)[c.code]; got != c.want {
			t.Errorf("%s %#x is %q, want %q", c.name, c.code, got, c.want)
		}
	}
}

func TestWhatIsPrintedHoldsNoCommandsForTheTerminal(t *testing.T) {
	e := edit(t, "tagged-a3.pdf")
	const bell = "\x1b[31m\x07\x9b"
	e.dict(e.info)["Title"] = cos.String(bell)
	e.element("P", 0)["S"] = cos.Name(bell)
	e.element("Figure", 0)["Alt"] = cos.String(bell)
	e.link()["Subtype"] = cos.Name(bell)
	e.fonts()[0]["BaseFont"] = cos.Name(bell)
	e.dict(e.catalog()["AF"].(cos.Array)[0])["UF"] = cos.String(bell)
	e.use("ExtGState", "Gs", cos.Dict{"BM": cos.Name(bell)})
	e.paint("/Gs gs /#1b#07 ri \x07\x9b")
	e.tree()["RoleMap"] = cos.Dict{"P": cos.Name(bell)}
	e.catalog()["Lang"] = cos.String(bell)
	d, err := Read(e.bytes())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := d.Text(&b, 0); err != nil {
		t.Fatal(err)
	}
	if !utf8.ValidString(b.String()) {
		t.Errorf("the text is not UTF-8: %q", b.String())
	}
	for _, r := range b.String() {
		if r != '\n' && isControl(r) {
			t.Errorf("there is a %U in the text:\n%q", r, b.String())
			break
		}
	}
}
