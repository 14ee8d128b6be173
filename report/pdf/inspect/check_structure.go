package inspect

import "strings"

func notMarked(c *checker) {
	if marked, _ := c.pdf.Bool(c.pdf.Dict(c.root["MarkInfo"])["Marked"]); !marked {
		c.report(place{}, "the file is not marked as tagged")
	}
}

func noTree(c *checker) {
	switch {
	case c.tree.root == nil:
		c.report(place{}, "there is no structure tree")
	case len(c.tree.top) == 0:
		c.report(place{}, "the structure tree is empty")
	}
}

func suspects(c *checker) {
	if on, _ := c.pdf.Bool(c.pdf.Dict(c.root["MarkInfo"])["Suspects"]); on {
		c.report(place{}, "the tags are said to be suspect")
	}
}

func remapped(c *checker) {
	for _, typ := range sortedKeys(c.tree.roleMap) {
		if isStandard(string(typ)) {
			c.report(place{}, "the standard type %s is mapped to %s", c.word(typ), c.word(c.tree.roleMap[typ]))
		}
	}
}

func brokenTree(c *checker) {
	seen(loopInTree, "a structure element is named by more than one /K, or by one of its own")(c)
	seen(notAnElement, "a /K names what is no structure element")(c)
}

func noAlt(role string) func(*checker) {
	return func(c *checker) {
		c.each(role, func(n *node) {
			if strings.TrimSpace(n.alt) == "" && (role == "Formula" || !n.hasActual) {
				c.report(c.where(n), "the %s has no alternative text", strings.ToLower(role))
			}
		})
	}
}

func noBox(c *checker) {
	c.each("Figure", func(n *node) {
		if len(c.numbers(c.attribute(n, "Layout", "BBox"))) != 4 {
			c.report(c.where(n), "the figure does not say where it is")
		}
	})
}

// headings are the numbered headings in their order.
func (f *file) headings() []*node {
	var out []*node
	for _, n := range f.tree.all {
		if headingLevel(n.role) > 0 {
			out = append(out, n)
		}
	}
	return out
}

func firstHeading(c *checker) {
	if h := c.headings(); len(h) > 0 && h[0].role != "H1" {
		c.report(c.where(h[0]), "the first heading is %s", h[0].role)
	}
}

func skippedHeading(c *checker) {
	h := c.headings()
	for i := 1; i < len(h); i++ {
		if headingLevel(h[i].role) > headingLevel(h[i-1].role)+1 {
			c.report(c.where(h[i]), "%s follows on %s", h[i].role, h[i-1].role)
		}
	}
}

func severalHeadings(c *checker) {
	count := map[*node]int{}
	c.each("H", func(n *node) {
		if count[n.parent]++; count[n.parent] == 2 {
			c.report(c.where(n), "the element around has another H")
		}
	})
}

func mixedHeadings(c *checker) {
	h := c.headings()
	for _, n := range c.tree.all {
		if n.role == "H" && len(h) > 0 {
			c.report(c.where(n), "the document has H and numbered headings")
			return
		}
	}
}

func noteWithoutID(c *checker) {
	c.each("Note", func(n *node) {
		if c.string(n.dict["ID"]) == "" {
			c.report(c.where(n), "the note has no ID")
		}
	})
}

func notesWithOneID(c *checker) {
	seen := map[string]bool{}
	c.each("Note", func(n *node) {
		id, ok := c.pdf.String(n.dict["ID"])
		if ok && seen[id] {
			c.report(c.where(n), "the note has the ID of another")
		}
		seen[id] = true
	})
}
