package inspect

import (
	"slices"

	"lysark/report/pdf/cos"
)

func structureBreakages() []breakage {
	return []breakage{
		{"a file not marked as tagged", "UA 6.2-1", func(e *edited) { e.catalog()["MarkInfo"] = cos.Dict{"Marked": false} }, nil},
		{"a file without a structure tree", "01-005, UA 7.1-11, 28-011", func(e *edited) { delete(e.catalog(), "StructTreeRoot") }, nil},
		{"suspect tags", "01-007", func(e *edited) { e.catalog()["MarkInfo"] = cos.Dict{"Marked": true, "Suspects": true} }, nil},
		{"a type of element that nobody knows", "02-001", func(e *edited) { e.element("P", 0)["S"] = cos.Name("Avsnitt") }, nil},
		{"a role map that runs in a circle", "02-003", func(e *edited) {
			e.tree()["RoleMap"] = cos.Dict{"Avsnitt": cos.Name("Paragraf"), "Paragraf": cos.Name("Avsnitt")}
			e.element("P", 0)["S"] = cos.Name("Avsnitt")
		}, nil},
		{"a role map that leads to a standard type is right", "", func(e *edited) {
			e.tree()["RoleMap"] = cos.Dict{"Avsnitt": cos.Name("Paragraf"), "Paragraf": cos.Name("P")}
			e.element("P", 0)["S"] = cos.Name("Avsnitt")
		}, nil},
		{"a standard type mapped to another", "02-004", func(e *edited) { e.tree()["RoleMap"] = cos.Dict{"P": cos.Name("Span")} }, nil},
		{"an element in two places", "PDF 14.7.2", func(e *edited) {
			k := e.element("Sect", 0)["K"].(cos.Array)
			e.element("Sect", 0)["K"] = append(slices.Clone(k), k[1])
		}, nil},
		{"an element within itself", "PDF 14.7.2", func(e *edited) {
			sect := e.elements("Sect")[0]
			e.dict(sect)["K"] = append(slices.Clone(e.dict(sect)["K"].(cos.Array)), sect)
		}, nil},
		{"a figure without an alternative text", "13-004", func(e *edited) { delete(e.element("Figure", 0), "Alt") }, nil},
		{"a figure with a blank alternative text", "13-004", func(e *edited) { e.element("Figure", 0)["Alt"] = cos.String(" ") }, nil},
		{"a figure with a replacement text is right", "", func(e *edited) {
			delete(e.element("Figure", 0), "Alt")
			e.element("Figure", 0)["ActualText"] = cos.String("62 %")
		}, nil},
		{"a formula without an alternative text", "17-002", func(e *edited) { e.element("P", 0)["S"] = cos.Name("Formula") }, nil},
		{"a figure that does not say where it is", "PDF 14.8.5.4.3", func(e *edited) { delete(e.element("Figure", 0), "A") }, nil},
		{"attributes in a class are right", "", func(e *edited) {
			f := e.element("Figure", 0)
			e.tree()["ClassMap"] = cos.Dict{"Bilde": cos.Array{cos.Dict{"O": cos.Name("Table")}, f["A"]}}
			delete(f, "A")
			f["C"] = cos.Array{cos.Name("Bilde"), 0}
		}, nil},
		{"a first heading that is no H1", "14-002", func(e *edited) { e.element("H1", 0)["S"] = cos.Name("H2") }, nil},
		{"a level of headings that is skipped", "14-003", func(e *edited) { e.element("H2", 0)["S"] = cos.Name("H3") }, nil},
		{"headings that climb several levels are right", "", func(e *edited) {
			e.element("P", 1)["S"] = cos.Name("H3")
		}, nil},
		{"two unnumbered headings in one element", "14-006", func(e *edited) {
			for _, n := range append(e.elements("H1"), e.elements("H2")...) {
				e.dict(n)["S"] = cos.Name("H")
			}
			e.element("P", 0)["S"] = cos.Name("H")
		}, nil},
		{"numbered and unnumbered headings", "14-007", func(e *edited) { e.element("H2", 1)["S"] = cos.Name("H") }, nil},
		{"a note without an ID", "19-003", func(e *edited) { e.element("P", 0)["S"] = cos.Name("Note") }, nil},
		{"two notes with one ID", "19-004", func(e *edited) {
			for range 2 {
				n := e.element("P", 0) // the first is one no more
				n["S"], n["ID"] = cos.Name("Note"), cos.String("n")
			}
		}, nil},
	}
}

func tableBreakages() []breakage {
	header := func(e *edited, nth int) cos.Dict { return e.element("TH", nth) }
	return []breakage{
		{"a row outside of a table", "09-004", func(e *edited) { e.element("Table", 0)["S"] = cos.Name("Sect") }, nil},
		{"a paragraph among the cells of a row", "09-004, UA 7.2-42", func(e *edited) { e.element("TD", 0)["S"] = cos.Name("P") }, nil},
		{"a head without a body", "09-004", func(e *edited) { e.element("TBody", 0)["S"] = cos.Name("THead") }, nil},
		{"text in a table and in no cell, that is not on the page", "PDF 14.7.4.3, 09-004", func(e *edited) {
			e.element("Table", 0)["K"] = append(slices.Clone(e.element("Table", 0)["K"].(cos.Array)), cos.Dict{"Type": cos.Name("MCR"), "Pg": e.pageRef(3), "MCID": 77})
		}, nil},
		{"a list body outside of an item", "09-005", func(e *edited) { e.element("LI", 0)["S"] = cos.Name("Sect") }, nil},
		{"a paragraph among the items of a list", "09-005", func(e *edited) { e.add(e.elements("L")[0], "P", nil) }, nil},
		{"a list within a list is right", "", func(e *edited) { e.add(e.elements("LBody")[0], "L", nil) }, nil},
		{"an entry outside of a table of contents", "09-006", func(e *edited) { e.element("P", 0)["S"] = cos.Name("TOCI") }, nil},
		{"ruby text outside of ruby", "09-007", func(e *edited) { e.element("P", 0)["S"] = cos.Name("RT") }, nil},
		{"warichu text outside of warichu", "09-008", func(e *edited) { e.element("P", 0)["S"] = cos.Name("WT") }, nil},
		{"a header cell that does not say what it heads", "15-003", func(e *edited) { delete(header(e, 0), "A") }, nil},
		{"a header cell that heads what nobody knows", "15-003", func(e *edited) { header(e, 0)["A"] = cos.Dict{"O": cos.Name("Table"), "Scope": cos.Name("Kolonne")} }, nil},
		{"cells that name their headers are right", "", func(e *edited) {
			delete(header(e, 0), "A")
			header(e, 0)["ID"] = cos.String("a")
			e.element("TD", 0)["A"] = cos.Dict{"O": cos.Name("Table"), "Headers": cos.Array{cos.String("a")}}
		}, nil},
		{"a row that is shorter than the others", "UA 7.2-42", func(e *edited) {
			e.element("TR", 3)["K"] = e.element("TR", 3)["K"].(cos.Array)[:1]
			e.hide(3, "/TD <</MCID 8>> BDC")
		}, nil},
		{"a cell over two columns is right", "", func(e *edited) {
			e.element("TR", 3)["K"] = e.element("TR", 3)["K"].(cos.Array)[:1]
			e.element("TH", 4)["A"] = cos.Dict{"O": cos.Name("Table"), "Scope": cos.Name("Row"), "ColSpan": 2}
			e.hide(3, "/TD <</MCID 8>> BDC")
		}, nil},
		{"a cell that reaches into another", "UA 7.2-15", func(e *edited) {
			e.element("TD", 1)["A"] = cos.Dict{"O": cos.Name("Table"), "RowSpan": 2}
			e.element("TH", 4)["A"] = cos.Dict{"O": cos.Name("Table"), "Scope": cos.Name("Row"), "ColSpan": 2}
		}, nil},
	}
}

// hide makes tagged content an artifact.
func (e *edited) hide(page int, begin string) { e.content(page, begin, "/Artifact BMC") }

func languageBreakages() []breakage {
	return []breakage{
		{"a document without a language", "11-001, 11-002, 11-003, 11-004, 11-006", func(e *edited) { delete(e.catalog(), "Lang") }, nil},
		{"text without a tag and without a language", "01-005, 11-001, 11-003, 11-006", func(e *edited) {
			delete(e.catalog(), "Lang")
			e.element("Document", 0)["Lang"] = cos.String("nb-NO")
			e.hide(1, "/P <</MCID 1>> BDC")
			e.content(1, "/Artifact BMC", "/Span BMC")
			e.element("P", 0)["K"] = cos.Array{}
		}, nil},
		{"elements that all say their language need none of the document", "11-003, 11-006", func(e *edited) {
			delete(e.catalog(), "Lang")
			e.element("Document", 0)["Lang"] = cos.String("nb-NO")
		}, nil},
		{"a form field in no language", "11-001, 11-002, 11-003, 11-004, 11-005, 11-006", func(e *edited) {
			delete(e.catalog(), "Lang")
			a, _ := e.annotate("Form", cos.Dict{"Subtype": cos.Name("Widget"), "TU": cos.String("Navn")})
			a["AP"] = cos.Dict{"N": e.form(nil, "")}
		}, nil},
		{"a language in words", "UA 7.2-29", func(e *edited) { e.catalog()["Lang"] = cos.String("norsk bokmål") }, nil},
		{"an element's language in words", "UA 7.2-29", func(e *edited) { e.element("P", 0)["Lang"] = cos.String("english (UK)") }, nil},
		{"a character without a meaning", "10-001", func(e *edited) { e.stream(e.fonts()[0]["ToUnicode"].(cos.Ref), "<0061> <0061>\n", "<00EE> <00EE>\n") }, nil},
	}
}
