package inspect

import (
	"slices"
	"strings"

	"lysark/report/pdf/cos"
)

func annotForbidden(c *checker) {
	for _, p := range c.pages {
		for _, a := range p.annots {
			if slices.Contains([]string{"3D", "Sound", "Screen", "Movie"}, a.typ) || !slices.Contains(annotationTypes(), a.typ) {
				c.report(atAnnotation(a), "PDF/A has no annotations of type %q", a.typ)
			}
		}
	}
}

func annotWithoutFlags(c *checker) {
	for _, p := range c.pages {
		for _, a := range p.annots {
			if _, ok := c.pdf.Int(a.dict["F"]); !ok && a.typ != "Popup" {
				c.report(atAnnotation(a), "the annotation has no /F")
			}
		}
	}
}

func annotFlags(c *checker) {
	const invisible, hidden, print, noView, toggle = 1, 2, 4, 32, 256
	for _, p := range c.pages {
		for _, a := range p.annots {
			flags, ok := c.pdf.Int(a.dict["F"])
			if ok && (flags&print == 0 || flags&(invisible|hidden|noView|toggle) != 0) {
				c.report(atAnnotation(a), "the annotation is not printed or not always shown: /F %d", flags)
			}
		}
	}
}

func annotAppearance(c *checker) {
	for _, p := range c.pages {
		for _, a := range p.annots {
			r := c.numbers(a.dict["Rect"])
			empty := len(r) == 4 && r[0] == r[2] && r[1] == r[3]
			if a.typ != "Link" && a.typ != "Popup" && !empty && !c.has(c.pdf.Dict(a.dict["AP"]), "N") {
				c.report(atAnnotation(a), "the annotation has no appearance")
			}
		}
	}
}

func fieldActions(c *checker) {
	for _, p := range c.pages {
		for _, a := range p.annots {
			if a.typ == "Widget" && (c.has(a.dict, "A") || c.has(a.dict, "AA")) {
				c.report(atAnnotation(a), "the form field has an action")
			}
		}
	}
}

func needAppearances(c *checker) {
	if on, _ := c.pdf.Bool(c.pdf.Dict(c.root["AcroForm"])["NeedAppearances"]); on {
		c.report(place{}, "/NeedAppearances is true")
	}
}

func xfaForm(c *checker) {
	if c.has(c.pdf.Dict(c.root["AcroForm"]), "XFA") || c.has(c.root, "NeedsRendering") {
		c.report(place{}, "there is an XFA form")
	}
}

func documentActions(c *checker) {
	if c.has(c.root, "AA") {
		c.report(place{}, "the catalogue has /AA")
	}
}

func pageActions(c *checker) {
	for _, p := range c.pages {
		if c.has(p.dict, "AA") {
			c.report(place{page: p.number}, "the page has /AA")
		}
	}
}

func oldPacket(c *checker) {
	if strings.Contains(c.xmp.packet, "bytes=") || strings.Contains(c.xmp.packet, "encoding=") {
		c.report(place{}, "the XMP packet's header has the attribute bytes or encoding")
	}
}

func packedMetadata(c *checker) {
	if c.xmp.compressed {
		c.report(place{}, "the metadata are compressed")
	}
}

// undescribed looks for properties of schemas that are neither predefined (XMP 2005) nor described in the file.
func undescribed(c *checker) {
	predefined := []string{"dc", "xmp", "pdf", "pdfaid", "xmpMM", "xmpRights", "xmpBJ", "xmpTPg", "xmpDM", "photoshop", "tiff", "exif", "pdfaExtension", "rdf", "xml"}
	prefixes := map[string]string{}
	for space, prefix := range namespaces() {
		prefixes[prefix] = space
	}
	told := map[string]bool{}
	for _, name := range c.xmp.sorted() {
		prefix := name[:strings.LastIndexByte(name, ':')]
		space := prefix
		if s, ok := prefixes[prefix]; ok {
			space = s
		}
		if !slices.Contains(predefined, prefix) && !c.xmp.described[space] && !told[prefix] {
			told[prefix] = true
			c.report(place{}, "%s is no predefined property, and no extension schema describes it", printable(name))
		}
	}
}

// sorted are the names of the properties in their order.
func (m *metadata) sorted() []string {
	var names []string
	for name := range m.values {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func disagree(c *checker) {
	pairs := []struct {
		key      cos.Name
		property string
	}{
		{"Title", "dc:title"}, {"Author", "dc:creator"}, {"Subject", "dc:description"}, {"Keywords", "pdf:Keywords"}, {"Creator", "xmp:CreatorTool"},
		{"Producer", "pdf:Producer"}, {"CreationDate", "xmp:CreateDate"}, {"ModDate", "xmp:ModifyDate"},
	}
	for _, p := range pairs {
		said, told := c.string(c.info[p.key]), c.xmp.first(p.property)
		if strings.HasSuffix(string(p.key), "Date") {
			said, told = isoDate(said), strings.Replace(told, "+00:00", "Z", 1)
		}
		if all := strings.Join(c.xmp.values[p.property], ", "); said != "" && said != told && said != all &&
			c.xmp.canRead() {
			c.report(place{}, "/%s of the information dictionary is not %s of the metadata", p.key, p.property)
		}
	}
}

func wrongPart(c *checker) {
	if part := c.xmp.first("pdfaid:part"); part != "1" && part != "2" && part != "3" {
		c.report(place{}, "pdfaid:part is %q", part)
	}
}

func wrongLevel(c *checker) {
	if level := c.xmp.first("pdfaid:conformance"); !slices.Contains([]string{"A", "B", "U"}, level) {
		c.report(place{}, "pdfaid:conformance is %q", level)
	}
}

func layerNames(c *checker) {
	seen := map[string]bool{}
	for _, d := range c.layers() {
		name := c.string(d["Name"])
		if name != "" && seen[name] {
			c.report(place{}, "two configurations of layers are named %q", name)
		}
		seen[name] = true
	}
}

func alternatePresentations(c *checker) {
	if c.has(c.pdf.Dict(c.root["Names"]), "AlternatePresentations") {
		c.report(place{}, "there is /AlternatePresentations")
	}
}

func presentationSteps(c *checker) {
	for _, p := range c.pages {
		if c.has(p.dict, "PresSteps") {
			c.report(place{page: p.number}, "the page has /PresSteps")
		}
	}
}

func requirements(c *checker) {
	if c.has(c.root, "Requirements") {
		c.report(place{}, "the catalogue has /Requirements")
	}
}
