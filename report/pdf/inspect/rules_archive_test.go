package inspect

import (
	"bytes"
	"strings"

	"lysark/report/pdf/cos"
)

func archiveBreakages() []breakage {
	replace := func(old, new string) func([]byte) []byte {
		return func(d []byte) []byte { return bytes.Replace(d, []byte(old), []byte(new), 1) }
	}
	return []breakage{
		{"a header of a version that is none", "A 6.1.2-1", nil, replace("%PDF-1.7", "%PDF-1.9")},
		{"a second line that is text", "A 6.1.2-2", nil, func(d []byte) []byte {
			out := bytes.Clone(d)
			i := bytes.IndexByte(out, '\n')
			copy(out[i+2:], "text")
			return out
		}},
		{"a trailer without an identifier", "A 6.1.3-1", nil, replace("/ID", "/Id")},
		{"encryption that permits reading", "unread, A 6.1.3-2", nil, replace("/ID", "/Encrypt<</P -1>>/ID")},
		{"encryption that does not say what it permits", "unread, 26-001, A 6.1.3-2", nil, replace("/ID", "/Encrypt<<>>/ID")},
		{"encryption that locks readers out", "unread, 26-002, A 6.1.3-2", nil, replace("/ID", "/Encrypt<</P -1596>>/ID")},
		{"text after the end", "A 6.1.3-3", nil, func(d []byte) []byte { return append(bytes.Clone(d), "mer"...) }},
		{"a stream in another file", "A 6.1.7.1-3", func(e *edited) {
			e.use("XObject", "Im", e.image(cos.Dict{"F": cos.String("annen.dat")}))
			e.paint("/Im Do")
		}, nil},
		{"an image compressed with LZW", "A 6.1.7.2-1", func(e *edited) {
			e.use("XObject", "Im", e.image(cos.Dict{"Filter": cos.Name("LZWDecode")}))
			e.paint("/Im Do")
		}, nil},
		{"an image in the content compressed with LZW", "A 6.1.10-1", func(e *edited) { e.paint("BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID \x80\x0b EI") }, nil},
		{"permissions nobody knows", "A 6.1.12-1", func(e *edited) { e.catalog()["Perms"] = cos.Dict{"Annet": cos.Dict{}} }, nil},
		{"a number of more than 32 bits", "A 6.1.13-1", func(e *edited) { e.catalog()["Stor"] = 1 << 31 }, nil},
		{"a number that is too large", "A 6.1.13-2", func(e *edited) { e.catalog()["Stor"] = 4e38 }, nil},
		{"a string that is too long", "A 6.1.13-3", func(e *edited) { e.element("P", 0)["T"] = cos.String(strings.Repeat("a", 40000)) }, nil},
		{"a name that is too long", "A 6.1.13-4", func(e *edited) { e.catalog()[cos.Name(strings.Repeat("a", 128))] = 1 }, nil},
		{"too many graphics states", "A 6.1.13-8", func(e *edited) { e.paint(strings.Repeat("q ", 29) + strings.Repeat("Q ", 29)) }, nil},
		{"too many colorants", "A 6.1.13-9", func(e *edited) {
			var names cos.Array
			for i := range 33 {
				names = append(names, cos.Name(strings.Repeat("a", i+1)))
			}
			e.use("ColorSpace", "Mange", cos.Array{cos.Name("DeviceN"), names, cos.Name("DeviceRGB"), cos.Dict{}})
			e.paint("/Mange cs")
		}, nil},
		{"a page as large as a wall", "A 6.1.13-11", func(e *edited) { e.page(1)["MediaBox"] = cos.Array{0, 0, 20000, 540} }, nil},
	}
}

func colorBreakages() []breakage {
	state := func(d cos.Dict) func(*edited) {
		return func(e *edited) {
			e.use("ExtGState", "Gs", d)
			e.paint("/Gs gs")
		}
	}
	picture := func(d cos.Dict) func(*edited) {
		return func(e *edited) {
			e.use("XObject", "Im", e.image(d))
			e.paint("/Im Do")
		}
	}
	form := func(d cos.Dict) func(*edited) {
		return func(e *edited) {
			e.use("XObject", "Fm", e.form(d, ""))
			e.paint("/Fm Do")
		}
	}
	return []breakage{
		{"an operator that is none", "A 6.2.2-1", func(e *edited) { e.paint("1 2 mal") }, nil},
		{"a form without resources", "A 6.2.2-2", form(cos.Dict{"Resources": nil}), nil},
		{"an output intent with a profile that is none", "A 6.2.3-1", func(e *edited) { e.profile(func(p []byte) { copy(p[36:], "nope") }) }, nil},
		{"an output intent with a profile of a scanner", "A 6.2.3-1", func(e *edited) { e.profile(func(p []byte) { copy(p[12:], "scnr") }) }, nil},
		{"an output intent with a profile of version 5", "A 6.2.3-1", func(e *edited) { e.profile(func(p []byte) { p[8] = 5 }) }, nil},
		{"an output intent whose profile has other colours", "A 6.2.3-1", func(e *edited) { e.dict(e.intent()["DestOutputProfile"])["N"] = 4 }, nil},
		{"two output intents with two profiles", "A 6.2.3-2", func(e *edited) {
			second := cos.Dict{"Type": cos.Name("OutputIntent"), "S": cos.Name("GTS_PDFX"), "DestOutputProfile": e.b.Add(&cos.Stream{Dict: cos.Dict{}, Data: nil})}
			e.catalog()["OutputIntents"] = append(e.catalog()["OutputIntents"].(cos.Array), second)
		}, nil},
		{"a colour space with a profile that is none", "A 6.2.4.2-1", func(e *edited) {
			e.use("ColorSpace", "Icc", cos.Array{cos.Name("ICCBased"), e.b.Add(&cos.Stream{Dict: cos.Dict{"N": 3}, Data: []byte("nope")})})
			e.paint("/Icc cs")
		}, nil},
		{"a colour space of other colours than its profile", "A 6.2.4.2-2", func(e *edited) {
			p := e.b.Get(e.intent()["DestOutputProfile"].(cos.Ref)).(*cos.Stream)
			e.use("ColorSpace", "Icc", cos.Array{cos.Name("ICCBased"), e.b.Add(&cos.Stream{Dict: cos.Dict{"N": 1, "Filter": p.Dict["Filter"]}, Data: p.Data})})
			e.paint("/Icc cs")
		}, nil},
		{"no output intent", "A 6.2.4.3-2, A 6.2.4.3-4", func(e *edited) {
			delete(e.catalog(), "OutputIntents")
			e.paint("0 g 0 0 5 5 re f")
		}, nil},
		{"grey with an output intent is right", "", func(e *edited) { e.paint("0.5 g 0 0 5 5 re f") }, nil},
		{"a colour for print", "A 6.2.4.3-3", func(e *edited) { e.paint("q 1 0 0 0 k 0 0 5 5 re f Q") }, nil},
		{"a colour for print that is not used is right", "", func(e *edited) { e.paint("q 1 0 0 0 k Q") }, nil},
		{"a transfer function", "A 6.2.5-1", state(cos.Dict{"TR": cos.Name("Identity")}), nil},
		{"a second transfer function", "A 6.2.5-2", state(cos.Dict{"TR2": cos.Name("Identity")}), nil},
		{"a halftone phase", "A 6.2.5-3", state(cos.Dict{"HTP": cos.Array{0, 0}}), nil},
		{"a halftone of type 6", "A 6.2.5-4", state(cos.Dict{"HT": cos.Dict{"HalftoneType": 6}}), nil},
		{"a rendering intent nobody knows", "A 6.2.6-1", func(e *edited) { e.paint("/Pent ri") }, nil},
		{"an image with another rendering intent", "A 6.2.6-1", picture(cos.Dict{"Intent": cos.Name("Pent")}), nil},
		{"an image with alternates", "A 6.2.8-1", picture(cos.Dict{"Alternates": cos.Array{}}), nil},
		{"an image that is replaced in print", "A 6.2.8-2", picture(cos.Dict{"OPI": cos.Dict{}}), nil},
		{"an interpolated image", "A 6.2.8-3", picture(cos.Dict{"Interpolate": true}), nil},
		{"a form that is replaced in print", "A 6.2.9-1", form(cos.Dict{"OPI": cos.Dict{}}), nil},
		{"a form of PostScript", "A 6.2.9-3", form(cos.Dict{"Subtype2": cos.Name("PS")}), nil},
		{"a blend mode nobody knows", "A 6.2.10-1", state(cos.Dict{"BM": cos.Name("Pen")}), nil},
		{"transparency with an output intent is right", "", state(cos.Dict{"ca": 0.5}), nil},
		{"transparency without an output intent", "A 6.2.4.3-2, A 6.2.4.3-4, A 6.2.10-2", func(e *edited) {
			delete(e.catalog(), "OutputIntents")
			state(cos.Dict{"ca": 0.5})(e)
			e.paint("0 g 0 0 5 5 re f")
		}, nil},
	}
}

func (e *edited) intent() cos.Dict { return e.dict(e.catalog()["OutputIntents"].(cos.Array)[0]) }

// profile changes the output intent's profile.
func (e *edited) profile(change func([]byte)) {
	data, err := e.file.Decode(e.b.Get(e.intent()["DestOutputProfile"].(cos.Ref)).(*cos.Stream))
	if err != nil {
		e.t.Fatal(err)
	}
	data = bytes.Clone(data)
	change(data)
	s := cos.Flate(data)
	s.Dict["N"] = 3
	e.intent()["DestOutputProfile"] = e.b.Add(s)
}

func documentBreakages() []breakage {
	attachment := func(e *edited) cos.Dict { return e.dict(e.catalog()["AF"].(cos.Array)[0]) }
	action := func(d cos.Dict) func(*edited) {
		return func(e *edited) { e.catalog()["OpenAction"] = d }
	}
	return []breakage{
		{"a form that the reader has to draw", "A 6.4.1-3", func(e *edited) { e.catalog()["AcroForm"] = cos.Dict{"NeedAppearances": true} }, nil},
		{"a program", "A 6.5.1-1", action(cos.Dict{"S": cos.Name("JavaScript"), "JS": cos.String("app.beep()")}), nil},
		{"a named action that prints", "A 6.5.1-1", action(cos.Dict{"S": cos.Name("Named"), "N": cos.Name("Print")}), nil},
		{"a named action that turns the page is right", "", action(cos.Dict{"S": cos.Name("Named"), "N": cos.Name("NextPage")}), nil},
		{"a document that does something when it is closed", "A 6.5.2-1", func(e *edited) { e.catalog()["AA"] = cos.Dict{} }, nil},
		{"a page that does something when it is opened", "A 6.5.2-2", func(e *edited) { e.page(1)["AA"] = cos.Dict{} }, nil},
		{"a packet that says how long it is", "A 6.6.2.1-2", func(e *edited) { e.xmp("<?xpacket begin=", "<?xpacket bytes=\"2000\" begin=") }, nil},
		{"compressed metadata", "A 6.6.2.1-5", func(e *edited) {
			ref := e.catalog()["Metadata"].(cos.Ref)
			s := cos.Flate(e.b.Get(ref).(*cos.Stream).Data)
			s.Dict["Type"], s.Dict["Subtype"] = cos.Name("Metadata"), cos.Name("XML")
			e.b.Set(ref, s)
		}, nil},
		{"PDF/UA without an extension schema", "A 6.6.2.3.1-1", func(e *edited) { e.xmp("http://www.aiim.org/pdfua/ns/id/</pdfaSchema", "http://annet/</pdfaSchema") }, nil},
		{"two titles", "A 6.6.3", func(e *edited) { e.dict(e.info)["Title"] = cos.String("En annen") }, nil},
		{"two dates", "A 6.6.3", func(e *edited) { e.dict(e.info)["CreationDate"] = cos.String("D:20241101080000Z") }, nil},
		{"one date in two zones is told, as it is written differently", "A 6.6.3", func(e *edited) { e.dict(e.info)["ModDate"] = cos.String("D:20251101090000+01'00'") }, nil},
		{"a part of PDF/A that is none", "A 6.6.4-1", func(e *edited) { e.xmp("<pdfaid:part>3", "<pdfaid:part>9") }, nil},
		{"a level of PDF/A that is none", "A 6.6.4-2", func(e *edited) { e.xmp("<pdfaid:conformance>A", "<pdfaid:conformance>a") }, nil},
		{"an attachment of no type", "A 6.8-1", func(e *edited) { delete(e.dict(attachment(e)["EF"].(cos.Dict)["F"]), "Subtype") }, nil},
		{"an attachment that has to do with nothing", "A 6.8-3", func(e *edited) { delete(attachment(e), "AFRelationship") }, nil},
		{"attachments that belong to nothing", "A 6.8-4", func(e *edited) { delete(e.catalog(), "AF") }, nil},
		{"attachments in PDF/A-2", "A 6.8-5", func(e *edited) { e.xmp("<pdfaid:part>3", "<pdfaid:part>2") }, nil},
		{"alternate presentations", "A 6.10-1", func(e *edited) { e.dict(e.catalog()["Names"])["AlternatePresentations"] = cos.Dict{} }, nil},
		{"steps of presentation", "A 6.10-2", func(e *edited) { e.page(1)["PresSteps"] = cos.Dict{} }, nil},
		{"requirements", "A 6.11-1", func(e *edited) { e.catalog()["Requirements"] = cos.Array{cos.Dict{}} }, nil},
	}
}
