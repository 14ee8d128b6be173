package inspect

import (
	"slices"

	"lysark/report/pdf/cos"
)

// eachAnnotation visits the annotations that are shown.
func (c *checker) eachAnnotation(visit func(*annotation)) {
	for _, p := range c.pages {
		for _, a := range p.annots {
			if !c.hidden(a) && a.typ != "Popup" {
				visit(a)
			}
		}
	}
}

// annotationTypes are those of ISO 32000-1, table 169.
func annotationTypes() []string {
	return []string{"Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut", "Stamp", "Caret",
		"Ink", "Popup", "FileAttachment", "Sound", "Movie", "Widget", "Screen", "PrinterMark", "TrapNet", "Watermark", "3D", "Redact"}
}

func leadingNowhere(c *checker) {
	c.eachAnnotation(func(a *annotation) {
		if a.typ == "Link" && !c.leads(a.dict) {
			c.report(atAnnotation(a), "the link leads nowhere")
		}
	})
	seen(leadsNowhere, "%s leads nowhere")(c)
}

func annotOutside(c *checker) {
	c.eachAnnotation(func(a *annotation) {
		if slices.Contains([]string{"Widget", "Link", "PrinterMark", "TrapNet"}, a.typ) {
			return
		}
		if n := c.elementOf(a); n == nil || n.role != "Annot" {
			c.report(atAnnotation(a), "the annotation is not directly in an Annot element")
		}
	})
}

func annotUndescribed(c *checker) {
	c.eachAnnotation(func(a *annotation) {
		if slices.Contains([]string{"Widget", "Link", "PrinterMark", "TrapNet"}, a.typ) { // a link has a rule of its own
			return
		}
		if n := c.elementOf(a); c.string(a.dict["Contents"]) == "" && (n == nil || n.alt == "") {
			c.report(atAnnotation(a), "the annotation has no description")
		}
	})
}

func fieldUndescribed(c *checker) {
	c.eachAnnotation(func(a *annotation) {
		if n := c.elementOf(a); a.typ == "Widget" && c.string(c.field(a.dict, "TU")) == "" &&
			(n == nil || n.alt == "") {
			c.report(atAnnotation(a), "the form field has no name for people")
		}
	})
}

// field is a form field's entry, its own or that of a field above it.
func (f *file) field(d cos.Dict, key cos.Name) cos.Object {
	for range deepForms {
		if f.has(d, key) {
			return d[key]
		}
		d = f.pdf.Dict(d["Parent"])
	}
	return nil
}

func annotUnknown(c *checker) {
	c.eachAnnotation(func(a *annotation) {
		if !slices.Contains(annotationTypes(), a.typ) {
			c.report(atAnnotation(a), "there is no annotation of type %q", a.typ)
		}
	})
}

func annotTrapNet(c *checker) {
	c.eachAnnotation(func(a *annotation) {
		if a.typ == "TrapNet" {
			c.report(atAnnotation(a), "there is a TrapNet annotation")
		}
	})
}

func noTabs(c *checker) {
	for _, p := range c.pages {
		if len(p.annots) > 0 && !c.has(p.dict, "Tabs") {
			c.report(place{page: p.number}, "the page has annotations, but no /Tabs")
		}
	}
}

func wrongTabs(c *checker) {
	for _, p := range c.pages {
		if tabs := c.pdf.Name(p.dict["Tabs"]); len(p.annots) > 0 && tabs != "S" && c.has(p.dict, "Tabs") {
			c.report(place{page: p.number}, "the tab key visits the page's annotations in the order %q", string(tabs))
		}
	}
}

func fieldOutside(c *checker) {
	c.eachAnnotation(func(a *annotation) {
		if a.typ == "Widget" && c.elementOf(a).within("Form") == nil {
			c.report(atAnnotation(a), "the form field is in no Form element")
		}
	})
}

func linkOutside(c *checker) {
	if len(c.unread) > 0 {
		return // its element may be in what was not read
	}
	c.eachAnnotation(func(a *annotation) {
		if a.typ == "Link" && c.elementOf(a).within("Link") == nil {
			c.report(atAnnotation(a), "the link is in no Link element")
		}
	})
}

func linkUndescribed(c *checker) {
	c.eachAnnotation(func(a *annotation) {
		if a.typ == "Link" && c.string(a.dict["Contents"]) == "" {
			c.report(atAnnotation(a), "the link does not say where it leads")
		}
	})
}

func clipWithout(key cos.Name) func(*checker) {
	return func(c *checker) {
		c.eachAnnotation(func(a *annotation) {
			rendition := c.pdf.Dict(c.pdf.Dict(a.dict["A"])["R"])
			if clip := c.pdf.Dict(rendition["C"]); clip != nil && c.pdf.Name(clip["S"]) == "MCD" && !c.has(clip, key) {
				c.report(atAnnotation(a), "the media clip has no /%s", key)
			}
		})
	}
}

func annotFile(c *checker) {
	c.eachAnnotation(func(a *annotation) {
		d := c.pdf.Dict(a.dict["FS"])
		if a.typ == "FileAttachment" && !c.has(d, "EF") && (c.string(d["F"]) == "" || c.string(d["UF"]) == "") {
			c.report(atAnnotation(a), "the annotation names no file")
		}
	})
}

func taggedMark(c *checker) {
	c.eachAnnotation(func(a *annotation) {
		if a.typ == "PrinterMark" && c.elementOf(a) != nil {
			c.report(atAnnotation(a), "a printer's mark is in a %s element", printable(c.elementOf(a).role))
		}
	})
}
