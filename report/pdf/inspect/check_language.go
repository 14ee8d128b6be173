package inspect

import (
	"fmt"
	"strings"

	"lysark/report/pdf/cos"
)

func unmapped(c *checker) {
	for _, ft := range c.fonts {
		var codes []string
		count, page := 0, 0
		for _, code := range ft.order {
			if _, ok := ft.text(code); ok {
				continue
			}
			if count++; count == 1 {
				page = ft.used[code].page
			}
			if count <= 5 {
				codes = append(codes, fmt.Sprintf("<%0*X>", 2*code.bytes, code.code))
			}
		}
		if count == 0 || ft.toUnicode == nil && !c.canMap(ft) { // 31-027 tells
			continue
		}
		if count > 5 {
			codes = append(codes, "…")
		}
		message := fmt.Sprintf("%d of its characters cannot be read as text: %s", count, strings.Join(codes, " "))
		if ft.toUnicode != nil && len(ft.toUnicode.crossing) > 0 {
			r := ft.toUnicode.crossing[0]
			message += fmt.Sprintf("; the range <%0*X> <%0*X> of its /ToUnicode runs past its first byte, and maps "+
				"nothing there", 2*r.bytes, r.low, 2*r.bytes, r.high)
		}
		c.report(place{page, "font " + ft.name}, "%s", message)
	}
}

func textWithoutLang(c *checker) {
	if c.string(c.root["Lang"]) != "" {
		return
	}
	count, first := 0, (*node)(nil)
	for _, n := range c.tree.all {
		if n.lang == "" && c.language(n) == "" && c.speaks(n) {
			if count++; count == 1 {
				first = n
			}
		}
	}
	for _, p := range c.pages {
		if p.untagged.Len() > 0 {
			c.report(place{page: p.number}, "text that is not tagged does not say what language it is in")
		}
	}
	if count > 0 {
		c.report(c.where(first), "%s", several(count, "the text does not say what language it is in"))
	}
}

// several adds to a message how many places it holds for.
func several(count int, message string) string {
	if count > 1 {
		message += fmt.Sprintf("; nor do %d more", count-1)
	}
	return message
}

// speaks tells whether an element has text of its own that does not say its language where it stands.
func (c *checker) speaks(n *node) bool {
	for _, p := range n.parts {
		if p.piece == nil {
			continue
		}
		if content := c.pieces[*p.piece]; content != nil && content.text.Len() > 0 && !content.language {
			return true
		}
	}
	return false
}

func altWithoutLang(c *checker) {
	count, first := 0, (*node)(nil)
	for _, n := range c.tree.all {
		if (n.alt != "" || n.hasActual || c.has(n.dict, "E")) && c.language(n) == "" {
			if count++; count == 1 {
				first = n
			}
		}
	}
	if count > 0 {
		c.report(c.where(first), "%s", several(count, "its alternative text does not say what language it is in"))
	}
}

func outlineWithoutLang(c *checker) {
	if len(c.outline) > 0 && c.string(c.root["Lang"]) == "" {
		c.report(place{}, "the outline does not say what language it is in")
	}
}

func contentsWithoutLang(c *checker) {
	c.annotationText("Contents", "its description does not say what language it is in")
}

func fieldWithoutLang(c *checker) {
	c.annotationText("TU", "the field's name does not say what language it is in")
}

func (c *checker) annotationText(key cos.Name, message string) {
	for _, p := range c.pages {
		for _, a := range p.annots {
			if c.string(a.dict[key]) != "" && c.language(c.elementOf(a)) == "" && c.string(a.dict["Lang"]) == "" {
				c.report(atAnnotation(a), "%s", message)
			}
		}
	}
}

// metadataWithoutLang takes the document's language for that of the metadata where they say x-default, as readers do.
func metadataWithoutLang(c *checker) {
	if c.xmp.canRead() && c.string(c.root["Lang"]) == "" &&
		(c.xmp.first("dc:title") != "" || c.xmp.first("dc:description") != "") && !c.xmp.languages {
		c.report(place{}, "the metadata do not say what language they are in")
	}
}

func wrongTags(c *checker) {
	if lang := c.string(c.root["Lang"]); lang != "" && !isTag(lang) {
		c.report(place{}, "the document's language %q is no language tag", lang)
	}
	for _, n := range c.tree.all {
		if n.lang != "" && !isTag(n.lang) {
			c.report(c.where(n), "the language %q is no language tag", n.lang)
		}
	}
}
