package inspect

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"lysark/report/pdf/cos"
)

// breakage breaks one thing of a good file, and names the rules that then are broken: one, but where one thing is the
// ground of several.
type breakage struct {
	name  string
	rules string // with commas between
	edit  func(*edited)
	bytes func([]byte) []byte
}

func TestEachRuleTellsOneThingBroken(t *testing.T) {
	all := slices.Concat(fileBreakages(), contentBreakages(), structureBreakages(), tableBreakages(), languageBreakages(), annotationBreakages(),
		fontBreakages(), simpleFontBreakages(), archiveBreakages(), colorBreakages(), documentBreakages())
	told := map[string]bool{}
	for _, b := range all {
		for r := range strings.SplitSeq(b.rules, ", ") {
			told[r] = true
		}
		t.Run(b.name, func(t *testing.T) {
			t.Parallel()
			e := edit(t, "tagged-a3.pdf")
			if b.edit != nil {
				b.edit(e)
			}
			data := e.bytes()
			if b.bytes != nil {
				data = b.bytes(data)
			}
			d, err := Read(data)
			if err != nil {
				t.Fatal(err)
			}
			if got := broken(d); got != b.rules {
				t.Errorf("broken are %q, want %q", got, b.rules)
				for _, p := range d.Problems {
					t.Logf("%s %s %s", p.Rule, p.Where, p.Message)
				}
			}
		})
	}
	for _, r := range rules() {
		if !told[r.number] && untested()[r.number] == "" {
			t.Errorf("no test breaks the rule %s: %s", r.number, r.says)
		}
	}
}

// untested are the rules that no file of testdata can be made to break, and why.
func untested() map[string]string {
	return map[string]string{
		"A 6.1.13-7": "eight million objects are too many for a test",
	}
}

// broken are the rules a document breaks, each once.
func broken(d *Document) string {
	var rules []string
	for _, p := range d.Problems {
		if !slices.Contains(rules, p.Rule) {
			rules = append(rules, p.Rule)
		}
	}
	return strings.Join(rules, ", ")
}

func TestAGoodFileHasNoProblems(t *testing.T) {
	for _, name := range []string{"tagged-a2.pdf", "tagged-a3.pdf"} {
		d, err := Read(sample(t, name))
		if err != nil || len(d.Problems) > 0 {
			t.Errorf("%s: %v %v", name, err, d.Problems)
		}
		if d, err := Read(edit(t, name).bytes()); err != nil || len(d.Problems) > 0 {
			t.Errorf("%s, written anew: %v %v", name, err, d.Problems)
		}
	}
}

func TestEachFileThatVeraPDFRejectsIsRejectedForItsOwnReason(t *testing.T) {
	for name, want := range map[string]string{
		"neg-alt.pdf":      "13-004",
		"neg-attr.pdf":     "15-003, PDF 14.8.5.4.3", // neither Scope nor BBox; the latter is a warning
		"neg-heading.pdf":  "14-003",
		"neg-lang.pdf":     "11-001, 11-002, 11-003, 11-004, 11-006",
		"neg-touni.pdf":    "10-001",
		"neg-untagged.pdf": "01-005",
	} {
		d, err := Read(sample(t, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := broken(d); got != want {
			t.Errorf("%s breaks %q, want %q", name, got, want)
		}
	}
}

func fileBreakages() []breakage {
	return []breakage{
		{"a wrong offset of the cross-references", "PDF 7.5", nil, func(d []byte) []byte {
			i := bytes.LastIndex(d, []byte("startxref\n"))
			return slices.Concat(d[:i], []byte("startxref\n7\n%%EOF\n"))
		}},
		{"metadata that claim nothing", "claim", func(e *edited) {
			e.xmp("<pdfuaid:part>1</pdfuaid:part>", "")
			e.xmp("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>", "")
		}, nil},
		{"no metadata, and so no claim", "claim, 06-001", func(e *edited) { delete(e.catalog(), "Metadata") }, nil},
		{"metadata that are no XML", "06-001", func(e *edited) { e.xmp("</dc:format>", "") }, nil},
		{"metadata with a prefix that is not declared", "06-001", func(e *edited) { e.xmp(` xmlns:dc="http://purl.org/dc/elements/1.1/"`, "") }, nil},
		{"metadata whose title is in no language", "06-003, A 6.6.3", func(e *edited) {
			e.xmp("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Medlemsundersøkelsen 2025</rdf:li></rdf:Alt></dc:title>", "<dc:title>Medlemsundersøkelsen 2025</dc:title>")
		}, nil},
		{"metadata with a document type", "06-001", func(e *edited) { e.xmp("<x:xmpmeta", `<!DOCTYPE x [<!ENTITY a "aaaa">]><x:xmpmeta`) }, nil},
		{"metadata without the identifier of PDF/UA", "06-002", func(e *edited) { e.xmp("<pdfuaid:part>1</pdfuaid:part>", "") }, nil},
		{"metadata without a title", "06-003, A 6.6.3", func(e *edited) {
			e.xmp("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Medlemsundersøkelsen 2025</rdf:li></rdf:Alt></dc:title>", "")
		}, nil},
		{"no say in the window's title", "07-001", func(e *edited) { delete(e.catalog(), "ViewerPreferences") }, nil},
		{"the file's name as the window's title", "07-002", func(e *edited) { e.catalog()["ViewerPreferences"] = cos.Dict{"DisplayDocTitle": false} }, nil},
		{"a configuration of layers without a name", "20-001", func(e *edited) {
			e.catalog()["OCProperties"] = cos.Dict{"D": cos.Dict{"Name": cos.String("a")}, "Configs": cos.Array{cos.Dict{}}}
		}, nil},
		{"default layers without a name", "20-002", func(e *edited) { e.catalog()["OCProperties"] = cos.Dict{"D": cos.Dict{}} }, nil},
		{"layers that switch by themselves", "20-003", func(e *edited) {
			e.catalog()["OCProperties"] = cos.Dict{"D": cos.Dict{"Name": cos.String("a"), "AS": cos.Array{}}}
		}, nil},
		{"two configurations of layers with one name", "A 6.9-1", func(e *edited) {
			e.catalog()["OCProperties"] = cos.Dict{"D": cos.Dict{"Name": cos.String("a")}, "Configs": cos.Array{cos.Dict{"Name": cos.String("a")}}}
		}, nil},
		{"an attachment without a Unicode name", "21-001", func(e *edited) { delete(e.dict(e.catalog()["AF"].(cos.Array)[0]), "UF") }, nil},
		{"a form that the reader draws", "25-001, A 6.4.2-1", func(e *edited) {
			xfa := e.b.Add(&cos.Stream{Dict: cos.Dict{}, Data: []byte("<config><dynamicRender> required</dynamicRender></config>")})
			e.catalog()["AcroForm"] = cos.Dict{"Fields": cos.Array{}, "XFA": cos.Array{cos.String("config"), xfa}}
		}, nil},
	}
}

func contentBreakages() []breakage {
	tagged := func(e *edited, d cos.Dict, operators string) cos.Ref {
		return e.form(d, "/P <</MCID 0>> BDC\n"+operators+"\nEMC")
	}
	return []breakage{
		{"an artifact within a paragraph", "01-003", func(e *edited) { e.paint("/Artifact BMC 0 0 5 5 re f EMC") }, nil},
		{"a paragraph within an artifact", "01-004", func(e *edited) {
			e.content(1, "/P <</MCID 1>> BDC", "/Artifact BMC /P <</MCID 1>> BDC")
			e.content(1, "\nEMC", "\nEMC")
			s := e.b.Get(e.page(1)["Contents"].(cos.Ref)).(*cos.Stream)
			s.Data = append(s.Data, "\nEMC"...)
		}, nil},
		{"a path beside the tagged content", "01-005", func(e *edited) { e.content(1, "/P <</MCID 1>> BDC", "0 0 5 5 re f /P <</MCID 1>> BDC") }, nil},
		{"an image beside the tagged content", "01-005", func(e *edited) {
			e.use("XObject", "Im", e.image(nil))
			e.content(1, "/P <</MCID 1>> BDC", "/Im Do /P <</MCID 1>> BDC")
		}, nil},
		{"a shading beside the tagged content", "01-005", func(e *edited) {
			e.use("Shading", "Sh", cos.Dict{"ShadingType": 2, "ColorSpace": cos.Name("DeviceRGB"), "Coords": cos.Array{0, 0, 1, 1}})
			e.content(1, "/P <</MCID 1>> BDC", "/Sh sh /P <</MCID 1>> BDC")
		}, nil},
		{"an image in the content beside what is tagged", "01-005", func(e *edited) {
			e.content(1, "/P <</MCID 1>> BDC", "BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI /P <</MCID 1>> BDC")
		}, nil},
		{"a form beside the tagged content", "01-005", func(e *edited) {
			e.use("XObject", "Fm", e.form(nil, "0 0 5 5 re f"))
			e.content(1, "/P <</MCID 1>> BDC", "/Fm Do /P <</MCID 1>> BDC")
		}, nil},
		{"marked content that no element has", "01-005", func(e *edited) { e.element("P", 0)["K"] = cos.Array{} }, nil},
		{"marked content that does not end", "PDF 14.6", func(e *edited) { e.paint("/Span BMC") }, nil},
		{"a number of marked content on a page twice", "PDF 14.7.4.2", func(e *edited) { e.paint("EMC /P <</MCID 1>> BDC") }, nil},
		{"marked content in two elements", "PDF 14.7.4.2", func(e *edited) { e.add(e.elements("Sect")[0], "P", cos.Dict{"Pg": e.pageRef(1), "K": 1}) }, nil},
		{"a page without its entry in the parent tree", "PDF 14.7.4.4-1", func(e *edited) { delete(e.page(1), "StructParents") }, nil},
		{"a parent tree in the wrong order", "PDF 14.7.4.4-2", func(e *edited) {
			list := e.dict(e.tree()["ParentTree"])["Nums"].(cos.Array)[1].(cos.Array)
			slices.Reverse(list)
		}, nil},
		{"a link without its entry in the parent tree", "PDF 14.7.4.4-3", func(e *edited) { delete(e.link(), "StructParent") }, nil},
		{"a form that is a page of another file", "30-001", func(e *edited) {
			e.use("XObject", "Fm", e.form(cos.Dict{"Ref": cos.Dict{}}, ""))
			e.paint("/Fm Do")
		}, nil},
		{"a form with tagged content painted twice", "30-002", func(e *edited) {
			fm := tagged(e, cos.Dict{"StructParents": 98}, "0 0 5 5 re f")
			at := e.add(e.elements("Sect")[0], "P", cos.Dict{"K": cos.Dict{"Type": cos.Name("MCR"), "Pg": e.pageRef(1), "Stm": fm, "MCID": 0}})
			nums := e.dict(e.tree()["ParentTree"])
			nums["Nums"] = append(slices.Clone(nums["Nums"].(cos.Array)), 98, cos.Array{at})
			e.use("XObject", "Fm", fm)
			e.content(1, "/P <</MCID 1>> BDC", "/Fm Do /Fm Do /P <</MCID 1>> BDC")
		}, nil},
	}
}
