package inspect

import (
	"slices"
	"strings"

	"lysark/report/pdf/cos"
)

func untypedFiles(c *checker) {
	for _, a := range c.files {
		if a.stream == nil {
			continue
		}
		if typ := c.mediaType(a); strings.Count(typ, "/") != 1 || strings.HasPrefix(typ, "/") ||
			strings.HasSuffix(typ, "/") {
			c.report(c.atFile(a), "the attachment's /Subtype is %q, which is no media type", typ)
		}
	}
}

func unrelatedFiles(c *checker) {
	for _, a := range c.files {
		if !c.has(a.dict, "AFRelationship") {
			c.report(c.atFile(a), "the attachment has no /AFRelationship")
		}
	}
}

// unassociatedFiles looks for the attachment in /AF of the catalogue, of pages, of elements and of annotations.
func unassociatedFiles(c *checker) {
	associated := map[int]bool{}
	add := func(d cos.Dict) {
		if d["AF"] != nil {
			c.eachKid(d["AF"], func(o cos.Object) { associated[number(o)] = true })
		}
	}
	add(c.root)
	for _, p := range c.pages {
		add(p.dict)
		for _, a := range p.annots {
			add(a.dict)
		}
	}
	for _, n := range c.tree.all {
		add(n.dict)
	}
	for _, a := range c.files {
		if a.object == 0 || !associated[a.object] {
			c.report(c.atFile(a), "no /AF names the attachment")
		}
	}
}

// foreignFiles takes what begins as a PDF for PDF/A: attachments are not inspected themselves.
func foreignFiles(c *checker) {
	for _, a := range c.files {
		if a.stream != nil && !a.pdf {
			c.report(c.atFile(a), "the attachment is no PDF/A, and the file claims %s",
				strings.Join(slices.DeleteFunc(c.xmp.claims(),
					func(s string) bool { return !strings.HasPrefix(s, "PDF/A") }), ""))
		}
	}
}
