package inspect

import (
	"cmp"
	"fmt"
	"slices"

	"lysark/report/pdf/cos"
)

func untagged(c *checker) {
	seen(untaggedContent, "%s is neither tagged nor an artifact")(c)
	if len(c.unread) > 0 {
		return // its element may be in what was not read
	}
	for _, key := range c.sortedPieces() {
		content := c.pieces[key]
		if content.painted > 0 && c.tree.parts[key] == nil {
			c.report(place{content.page, fmt.Sprintf("marked content %d", key.mcid)},
				"%s is marked, but in no structure element", quoted(content.text.String()))
		}
	}
}

// sortedPieces are the pieces of marked content by their page and number, sorted once for all rules.
func (f *file) sortedPieces() []piece {
	if f.sorted != nil {
		return f.sorted
	}
	keys := make([]piece, 0, len(f.pieces))
	for k := range f.pieces {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b piece) int {
		return cmp.Or(cmp.Compare(f.pieces[a].page, f.pieces[b].page), cmp.Compare(a.owner, b.owner),
			cmp.Compare(a.mcid, b.mcid))
	})
	f.sorted = keys
	return keys
}

func quoted(text string) string {
	if text = short(text); text != "" {
		return fmt.Sprintf("the text %q", text)
	}
	return "a graphic"
}

func missingContent(c *checker) {
	if len(c.unread) > 0 {
		return // it may be in what was not read
	}
	for _, n := range c.tree.all {
		for _, p := range n.parts {
			if p.piece != nil && c.pieces[*p.piece] == nil {
				c.report(c.where(n), "there is no marked content %d on its page", p.piece.mcid)
			}
		}
	}
}

func noStructParents(c *checker) {
	told := map[int]bool{}
	for _, key := range c.sortedPieces() {
		page := c.pieces[key].page
		if told[key.owner] || page == 0 || c.tree.parts[key] == nil {
			continue
		}
		if _, ok := c.pdf.Int(c.owner(key)["StructParents"]); !ok {
			told[key.owner] = true
			c.report(place{page, object(key.owner)}, "there is tagged content, but no /StructParents")
		}
	}
}

// owner is the dictionary of the page or form that marked content is in.
func (f *file) owner(key piece) cos.Dict { return f.pdf.Dict(f.pdf.Object(key.owner)) }

func wrongParents(c *checker) {
	for _, key := range c.sortedPieces() {
		n := c.tree.parts[key]
		entry, ok := c.pdf.Int(c.owner(key)["StructParents"])
		if n == nil || !ok {
			continue
		}
		list := c.pdf.Array(c.tree.parents[entry])
		if key.mcid < 0 || key.mcid >= len(list) || number(list[key.mcid]) != n.object || n.object == 0 {
			c.report(place{c.pieces[key].page, fmt.Sprintf("marked content %d", key.mcid)},
				"the parent tree does not lead to the %s element that has it", printable(n.role))
		}
	}
}

func wrongStructParent(c *checker) {
	for _, p := range c.pages {
		for _, a := range p.annots {
			n := c.elementOf(a)
			if n == nil {
				continue
			}
			entry, ok := c.pdf.Int(a.dict["StructParent"])
			switch {
			case !ok:
				c.report(atAnnotation(a), "the annotation is in an element, but has no /StructParent")
			case number(c.tree.parents[entry]) != n.object || n.object == 0:
				c.report(atAnnotation(a), "the parent tree does not lead to the element that has the annotation")
			}
		}
	}
}

func paintedTwice(c *checker) {
	var nums []int
	for num, seen := range c.forms {
		if seen.pieces && seen.painted > 1 {
			nums = append(nums, num)
		}
	}
	slices.Sort(nums)
	for _, num := range nums {
		c.report(place{c.forms[num].page, object(num)}, "a form with tagged content is painted %d times",
			c.forms[num].painted)
	}
}
