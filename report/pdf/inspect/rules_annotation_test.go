package inspect

import "lysark/report/pdf/cos"

// note is a comment on page 1, as it should be.
func (e *edited) note(role cos.Name) (annotation, element cos.Dict) {
	return e.annotate(role, cos.Dict{"Subtype": cos.Name("Text"), "Contents": cos.String("Se her"), "AP": cos.Dict{"N": e.form(nil, "")}})
}

func annotationBreakages() []breakage {
	return []breakage{
		{"a comment in an Annot element is right", "", func(e *edited) { e.note("Annot") }, nil},
		{"a comment in another element", "28-002", func(e *edited) { e.note("Span") }, nil},
		{"a comment without a description", "28-004", func(e *edited) {
			a, _ := e.note("Annot")
			delete(a, "Contents")
		}, nil},
		{"a form field without a name", "28-005", func(e *edited) {
			e.annotate("Form", cos.Dict{"Subtype": cos.Name("Widget"), "AP": cos.Dict{"N": e.form(nil, "")}})
		}, nil},
		{"a form field in no Form element", "28-010", func(e *edited) {
			e.annotate("Annot", cos.Dict{"Subtype": cos.Name("Widget"), "TU": cos.String("Navn"), "AP": cos.Dict{"N": e.form(nil, "")}})
		}, nil},
		{"an annotation of a type nobody knows", "28-006, A 6.3.1-1", func(e *edited) {
			a, _ := e.note("Annot")
			a["Subtype"] = cos.Name("Lapp")
		}, nil},
		{"a TrapNet", "28-007", func(e *edited) {
			a, _ := e.note("Annot")
			a["Subtype"] = cos.Name("TrapNet")
		}, nil},
		{"a page with a link without an order", "28-008", func(e *edited) { delete(e.page(2), "Tabs") }, nil},
		{"a page with a link in the order of columns", "28-009", func(e *edited) { e.page(2)["Tabs"] = cos.Name("C") }, nil},
		{"a link in no Link element", "28-011", func(e *edited) { e.element("Link", 0)["S"] = cos.Name("Span") }, nil},
		{"a link to a page that is not there", "PDF 12.3.2", func(e *edited) { e.link()["Dest"] = cos.String("tabell") }, nil},
		{"a link to no address", "PDF 12.3.2", func(e *edited) {
			delete(e.link(), "Dest")
			e.link()["A"] = cos.Dict{"S": cos.Name("URI")}
		}, nil},
		{"a link to an address is right", "", func(e *edited) {
			delete(e.link(), "Dest")
			e.link()["A"] = cos.Dict{"S": cos.Name("URI"), "URI": cos.String("https://example.com/")}
		}, nil},
		{"a link to a named page is right", "", func(e *edited) {
			e.dict(e.catalog()["Names"])["Dests"] = cos.Dict{"Names": cos.Array{cos.String("tabell"), cos.Dict{"D": cos.Array{e.pageRef(3), cos.Name("Fit")}}}}
			e.link()["Dest"] = cos.String("tabell")
		}, nil},
		{"an entry of the outline that leads nowhere", "PDF 12.3.2", func(e *edited) {
			e.dict(e.dict(e.catalog()["Outlines"])["First"])["Dest"] = cos.Array{nil, cos.Name("Fit")}
		}, nil},
		{"a link without a description", "28-012", func(e *edited) { delete(e.link(), "Contents") }, nil},
		{"a film without its type and description", "28-014, 28-015, A 6.3.1-1, A 6.5.1-1", func(e *edited) {
			a, _ := e.note("Annot")
			a["Subtype"] = cos.Name("Screen")
			a["A"] = cos.Dict{"S": cos.Name("Rendition"), "R": cos.Dict{"S": cos.Name("MR"), "C": cos.Dict{"S": cos.Name("MCD")}}}
		}, nil},
		{"an attachment on the page without a name", "28-016, A 6.8-3, A 6.8-4", func(e *edited) {
			a, _ := e.note("Annot")
			a["Subtype"], a["FS"] = cos.Name("FileAttachment"), cos.Dict{"Type": cos.Name("Filespec")}
		}, nil},
		{"a printer's mark in the structure", "28-017", func(e *edited) {
			a, _ := e.note("Annot")
			a["Subtype"] = cos.Name("PrinterMark")
		}, nil},
		{"a hidden comment in no element", "A 6.3.2-2", func(e *edited) {
			a, _ := e.note("Span")
			a["F"] = 6
		}, nil},
		{"a comment that is not printed", "A 6.3.2-2", func(e *edited) {
			a, _ := e.note("Annot")
			a["F"] = 0
		}, nil},
		{"a link that does not say how it is shown", "A 6.3.2-1", func(e *edited) { delete(e.link(), "F") }, nil},
		{"a comment without an appearance", "A 6.3.3-1", func(e *edited) {
			a, _ := e.note("Annot")
			delete(a, "AP")
		}, nil},
		{"a form field that does something", "A 6.4.1-1", func(e *edited) {
			e.annotate("Form", cos.Dict{"Subtype": cos.Name("Widget"), "TU": cos.String("Navn"), "AP": cos.Dict{"N": e.form(nil, "")}, "AA": cos.Dict{}})
		}, nil},
	}
}
