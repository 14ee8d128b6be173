package pdf

import (
	"crypto/sha256"
	"fmt"
	"math"
	"slices"
	"strings"

	"lysark/report/pdf/cos"
	"lysark/report/scene"
)

// takeFonts takes fpdf's fonts over with what fpdf gets wrong put right: names that say the font is a subset (ISO
// 32000-1, 9.6.4), a map to Unicode without ranges that end nowhere (9.10.3), widths, and the soft hyphen's glyph.
func (a *assembly) takeFonts() error {
	resources := a.raw.Dict(a.firstPage()["Resources"])
	dict := a.raw.Dict(resources["Font"])
	for _, style := range []scene.Style{scene.Regular, scene.Italic, scene.Semibold, scene.Bold} {
		f := a.fonts[style]
		if f == nil {
			continue
		}
		ref, ok := dict[cos.Name(strings.TrimPrefix(f.resource, "/"))].(cos.Ref)
		if !ok {
			return fmt.Errorf("fpdf's file has no font %s", f.resource)
		}
		font, err := a.font(f, a.raw.Dict(ref))
		if err != nil {
			return fmt.Errorf("the font %s: %w", f.face.Name, err)
		}
		a.taken[ref.Num] = a.Add(font)
	}
	return nil
}

func (a *assembly) firstPage() cos.Dict {
	kids := a.raw.Array(a.raw.Dict(a.raw.Dict(a.raw.Trailer()["Root"])["Pages"])["Kids"])
	if len(kids) == 0 {
		return nil
	}
	return a.raw.Dict(kids[0])
}

// font is a composite font whose codes are UTF-16, made of fpdf's.
func (a *assembly) font(f *pdfFont, from cos.Dict) (cos.Dict, error) {
	descendants := a.raw.Array(from["DescendantFonts"])
	if len(descendants) != 1 {
		return nil, fmt.Errorf("fpdf wrote %d descendants", len(descendants))
	}
	cid := a.raw.Dict(descendants[0])
	descriptor := a.raw.Dict(cid["FontDescriptor"])
	program, glyphs := a.raw.Stream(descriptor["FontFile2"]), a.raw.Stream(cid["CIDToGIDMap"])
	if program == nil || glyphs == nil {
		return nil, fmt.Errorf("fpdf wrote no font program")
	}
	chars := f.characters()
	name := cos.Name(subsetTag(f.face.PostScript, chars) + "+" + f.face.PostScript)
	own := a.take(descriptor).(cos.Dict)
	own["FontName"] = name
	delete(own, "MissingWidth")
	toGlyph, err := a.glyphMap(f, cid["CIDToGIDMap"])
	if err != nil {
		return nil, err
	}
	return cos.Dict{
		"Type": cos.Name("Font"), "Subtype": cos.Name("Type0"), "BaseFont": name, "Encoding": cos.Name("Identity-H"),
		"ToUnicode": a.Add(cos.Flate(toUnicode(chars))),
		"DescendantFonts": cos.Array{a.Add(cos.Dict{
			"Type": cos.Name("Font"), "Subtype": cos.Name("CIDFontType2"), "BaseFont": name,
			"CIDSystemInfo":  cos.Dict{"Registry": cos.String("Adobe"), "Ordering": cos.String("Identity"), "Supplement": 0},
			"FontDescriptor": a.Add(own), "DW": 0, "W": f.widths(chars), "CIDToGIDMap": toGlyph,
		})},
	}, nil
}

// characters are those that the font shows, in order.
func (f *pdfFont) characters() []rune {
	var out []rune
	for r := range f.used {
		out = append(out, r)
	}
	if f.hyphen {
		out = append(out, softHyphen)
	}
	slices.Sort(out)
	return out
}

// subsetTag is six letters made of what is in the subset, so that other subsets have other names.
func subsetTag(name string, chars []rune) string {
	sum := sha256.Sum256([]byte(name + string(chars)))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// widths are the advances in thousandths of the em, each under its code.
func (f *pdfFont) widths(chars []rune) cos.Array {
	var out, run cos.Array
	last := rune(-2)
	for _, r := range chars {
		if r != last+1 {
			run = cos.Array{}
			out = append(out, int(r), nil)
		}
		glyph := r
		if r == softHyphen {
			glyph = '-'
		}
		run = append(run, int(math.Round(f.face.Advance(string(glyph), 1000))))
		out[len(out)-1] = run
		last = r
	}
	return out
}

// glyphMap is fpdf's table from codes to glyphs, with the hyphen's glyph for the soft hyphen: fonts need not have one
// of its own, and those that do may have drawn nothing.
func (a *assembly) glyphMap(f *pdfFont, from cos.Object) (cos.Object, error) {
	if !f.hyphen {
		return a.take(from), nil
	}
	table, err := a.raw.Decode(a.raw.Stream(from))
	if err != nil || len(table) < 2*(softHyphen+1) {
		return nil, fmt.Errorf("fpdf's table of glyphs has %d bytes: %v", len(table), err)
	}
	table = slices.Clone(table)
	copy(table[2*softHyphen:], table[2*'-':2*'-'+2])
	return a.Add(cos.Flate(table)), nil
}

// toUnicode maps each code to itself, at most 100 to a section.
func toUnicode(chars []rune) []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for section := range slices.Chunk(chars, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(section))
		for _, r := range section {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", r, r)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}
