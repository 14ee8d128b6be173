package difference_test

import (
	"testing"

	"lysark/report/pdf/cos"
)

// TestWhatIsSeenIsTold changes one thing that everybody sees, and wants it told.
func TestWhatIsSeenIsTold(t *testing.T) {
	type page = func(b *cos.Builder, page cos.Dict, new bool)
	either := func(new bool, a, b cos.Object) cos.Object {
		if new {
			return b
		}
		return a
	}
	form := func(b *cos.Builder, content string, more cos.Dict) cos.Ref {
		s := b.Flate([]byte(content))
		for k, v := range more {
			s.Dict[k] = v
		}
		s.Dict["Type"], s.Dict["Subtype"], s.Dict["BBox"] = cos.Name("XObject"), cos.Name("Form"), cos.Array{0, 0, 100, 100}
		return b.Add(s)
	}
	resources := func(kind cos.Name, o cos.Object) cos.Dict { return cos.Dict{kind: cos.Dict{"R": o}} }
	boxes := map[bool]string{false: "0 0 50 50 re f", true: "0 0 50 60 re f"}
	for name, tt := range map[string]struct {
		content string
		page    page
	}{
		"a form": {"/R Do", func(b *cos.Builder, page cos.Dict, new bool) {
			page["Resources"] = resources("XObject", form(b, boxes[new], nil))
		}},
		"an annotation's appearance": {"", func(b *cos.Builder, page cos.Dict, new bool) {
			page["Annots"] = cos.Array{b.Add(cos.Dict{"Type": cos.Name("Annot"), "Subtype": cos.Name("Stamp"), "Rect": cos.Array{0, 0, 100, 100}, "AP": cos.Dict{"N": form(b, boxes[new], nil)}})}
		}},
		"an annotation's place": {"", func(b *cos.Builder, page cos.Dict, new bool) {
			page["Annots"] = cos.Array{b.Add(cos.Dict{"Type": cos.Name("Annot"), "Subtype": cos.Name("Stamp"), "Rect": cos.Array{0, 0, 100, either(new, 100, 200)}, "AP": cos.Dict{"N": form(b, boxes[false], nil)}})}
		}},
		"a tick box's state": {"", func(b *cos.Builder, page cos.Dict, new bool) {
			states := cos.Dict{"On": form(b, boxes[false], nil), "Off": form(b, boxes[true], nil)}
			page["Annots"] = cos.Array{b.Add(cos.Dict{"Type": cos.Name("Annot"), "Subtype": cos.Name("Widget"), "Rect": cos.Array{0, 0, 100, 100}, "AS": either(new, cos.Name("On"), cos.Name("Off")), "AP": cos.Dict{"N": states}})}
		}},
		"a pattern": {"/Pattern cs /R scn 0 0 100 100 re f", func(b *cos.Builder, page cos.Dict, new bool) {
			page["Resources"] = resources("Pattern", form(b, boxes[new], cos.Dict{"PatternType": 1, "PaintType": 1, "TilingType": 1, "XStep": 10, "YStep": 10}))
		}},
		"a soft mask": {"/R gs 0 0 100 100 re f", func(b *cos.Builder, page cos.Dict, new bool) {
			page["Resources"] = resources("ExtGState", cos.Dict{"SMask": cos.Dict{"S": cos.Name("Luminosity"), "G": form(b, "1 g "+boxes[new], cos.Dict{"Group": cos.Dict{"S": cos.Name("Transparency")}})}})
		}},
		"a font's glyphs": {"BT /R 20 Tf 10 10 Td (a) Tj ET", func(b *cos.Builder, page cos.Dict, new bool) {
			page["Resources"] = resources("Font", b.Add(cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type3"), "FontBBox": cos.Array{0, 0, 100, 100}, "FontMatrix": cos.Array{0.01, 0, 0, 0.01, 0, 0}, "FirstChar": 97, "LastChar": 97, "Widths": cos.Array{100}, "Encoding": cos.Dict{"Differences": cos.Array{97, cos.Name("a")}}, "CharProcs": cos.Dict{"a": b.Add(b.Flate([]byte("100 0 d0 " + boxes[new])))}}))
		}},
		"a font's program": {"BT /R 20 Tf 10 10 Td (a) Tj ET", func(b *cos.Builder, page cos.Dict, new bool) {
			file := b.Add(b.Flate([]byte(boxes[new])))
			page["Resources"] = resources("Font", b.Add(cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("TrueType"), "BaseFont": cos.Name("Own"), "FirstChar": 97, "LastChar": 97, "Widths": cos.Array{100}, "FontDescriptor": b.Add(cos.Dict{"FontName": cos.Name("Own"), "Flags": 4, "FontFile2": file})}))
		}},
		"characters that mean nothing": {"BT /R 20 Tf 10 10 Td (\x01) Tj ET", nil},
		"the way up":                   {boxes[false], func(_ *cos.Builder, page cos.Dict, new bool) { page["Rotate"] = either(new, 0, 180) }},
		"what is shown of the page": {boxes[false], func(_ *cos.Builder, page cos.Dict, new bool) {
			page["CropBox"] = cos.Array{0, 0, 900, either(new, 500, 400)}
		}},
		"where the page begins": {boxes[false], func(_ *cos.Builder, page cos.Dict, new bool) {
			page["MediaBox"] = cos.Array{0, either(new, 0, 20), 960, either(new, 540, 560)}
		}},
		"how large a point is": {boxes[false], func(_ *cos.Builder, page cos.Dict, new bool) { page["UserUnit"] = either(new, 1, 2) }},
		"a gradient": {"/R sh", func(b *cos.Builder, page cos.Dict, new bool) {
			page["Resources"] = resources("Shading", cos.Dict{"ShadingType": 2, "ColorSpace": cos.Name("DeviceGray"), "Coords": cos.Array{0, 0, 100, 0}, "Function": cos.Dict{"FunctionType": 2, "N": 1, "Domain": cos.Array{0, 1}, "C1": cos.Array{either(new, 1, 0.5)}}})
		}},
		"a colour space": {"/R cs 1 scn " + boxes[false], func(b *cos.Builder, page cos.Dict, new bool) {
			page["Resources"] = resources("ColorSpace", cos.Array{cos.Name("Separation"), cos.Name("Gold"), cos.Name("DeviceGray"), cos.Dict{"FunctionType": 2, "N": 1, "Domain": cos.Array{0, 1}, "C1": cos.Array{either(new, 1, 0.5)}}})
		}},
		"a layer": {"/OC /R BDC " + boxes[false] + " EMC", func(b *cos.Builder, page cos.Dict, new bool) {
			layer := b.Add(cos.Dict{"Type": cos.Name("OCG"), "Name": cos.String("Vannmerke")})
			page["Resources"] = resources("Properties", layer)
			page["layers"] = cos.Dict{"OCGs": cos.Array{layer}, "D": cos.Dict{"OFF": either(new, cos.Array{}, cos.Array{layer})}}
		}},
		"a character's width": {"BT /R 20 Tf 10 10 Td (aa) Tj ET", func(b *cos.Builder, page cos.Dict, new bool) {
			page["Resources"] = resources("Font", b.Add(cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type1"), "BaseFont": cos.Name("Own"), "FirstChar": 97, "LastChar": 97, "Widths": cos.Array{either(new, 500, 600)}}))
		}},
	} {
		made := func(new bool) []byte {
			content := tt.content
			if tt.page == nil && new {
				content = "BT /R 20 Tf 10 10 Td (\x02) Tj ET"
			}
			return foreign(t, content, func(b *cos.Builder, page cos.Dict) {
				if tt.page == nil {
					page["Resources"] = resources("Font", b.Add(cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("Type0"), "BaseFont": cos.Name("Own"), "Encoding": cos.Name("Identity-H"), "DescendantFonts": cos.Array{cos.Dict{"Subtype": cos.Name("CIDFontType2"), "BaseFont": cos.Name("Own")}}}))
					return
				}
				tt.page(b, page, new)
			})
		}
		d := compared(t, made(false), made(true))
		if len(d.Slides)+len(d.Document) == 0 {
			t.Errorf("%s: nothing is told: %v", name, d.Bytes)
		}
	}
}
