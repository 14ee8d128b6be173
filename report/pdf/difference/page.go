package difference

import (
	"fmt"
	"slices"
	"strings"

	"lysark/report/pdf/inspect"
)

// page is what changed between a page and the same page of the new document, in the order in which it is told.
func (c *comparer) page(old, new inspect.Page) []Change {
	old, links := c.renamed(old)
	own := c.numbers(old, new, links)
	out := c.blocks(old, new)
	out = append(out, c.structure(old, new, out)...)
	out = append(out, c.links(old.Links, new.Links)...)
	out = append(out, c.decoration(old, new, own)...)
	out = append(out, c.drawing(old, new, own, out)...)
	if measures(old) != measures(new) {
		out = append(out, Change{Part: Size, What: Changed, Old: measures(old), New: measures(new)})
	}
	rank := order()
	slices.SortStableFunc(out, func(a, b Change) int { return slices.Index(rank, a.Part) - slices.Index(rank, b.Part) })
	return out
}

func measures(p inspect.Page) string {
	size := fmt.Sprintf("%.6g x %.6g pt", p.Width, p.Height)
	if p.Frame != "" {
		size += ", " + p.Frame
	}
	return size
}

// likelyText is how alike two texts are that are taken for one.
const likelyText = 0.5

// blocks are the changes of texts and pictures.
func (c *comparer) blocks(old, new inspect.Page) []Change {
	a, b := blockKeys(old.Blocks), blockKeys(new.Blocks)
	al := &aligner{old: a.keys, new: b.keys, exact: 2, room: &c.room}
	al.like = func(i, j int) float64 {
		if !c.spend(cost(a.bags[i], b.bags[j])) {
			return 0
		}
		l := even().like(a.bags[i], b.bags[j])
		same := old.Blocks[i].Role == new.Blocks[j].Role
		switch {
		case l >= likelyText && same:
			return l + 0.2
		case l >= likelyText:
			return l
		case same:
			return 0.01 + l/10
		}
		return 0
	}
	newOf := al.align()
	oldOf := reversed(newOf, len(new.Blocks))
	rowsA, rowsB := c.rows(0, old), c.rows(1, new)
	out := reordered(a, b, newOf, oldOf, old.Blocks)
	for i, j := range newOf {
		switch {
		case j == elsewhere:
		case j < 0:
			out = append(out, single(Gone, old.Blocks[i], rowsA[i]))
		default:
			out = append(out, c.block(old, new, [2]int{i, j}, rowsB[j])...)
		}
	}
	for j, i := range oldOf {
		if i == -1 {
			out = append(out, single(Came, new.Blocks[j], rowsB[j]))
		}
	}
	return withoutLabels(out)
}

// withoutLabels leaves out that labels of list items come and go with their items.
func withoutLabels(list []Change) []Change {
	one := func(ch Change) bool { return ch.What != Changed && (ch.Part == Text || ch.Part == Order) }
	if !slices.ContainsFunc(list, func(ch Change) bool { return one(ch) && ch.Name == "LBody" }) {
		return list
	}
	return slices.DeleteFunc(list, func(ch Change) bool { return one(ch) && ch.Name == "Lbl" })
}

func blockKeys(blocks []inspect.Block) known {
	k := known{keys: make([][]string, 2)}
	for _, b := range blocks {
		said := b.Text + "\x00" + b.Alt
		k.keys[0] = append(k.keys[0], b.Role+"\x00"+said+"\x00"+b.Lang)
		if said == "\x00" {
			said = ""
		}
		k.keys[1] = append(k.keys[1], said)
		k.bags = append(k.bags, bagOf(b.Text, b.Alt))
	}
	return k
}

// elsewhere marks what is on the page still, but not in its order.
const elsewhere = -2

// reordered finds texts that are left over on both sides: they are read at another point.
func reordered(a, b known, newOf, oldOf []int, blocks []inspect.Block) []Change {
	var out []Change
	for _, p := range swapped(a.keys[0], b.keys[0], newOf, oldOf) {
		out = append(out, Change{Part: Order, What: Moved, Name: role(blocks[p[0]].Role), Old: said(blocks[p[0]])})
	}
	return out
}

// swapped are the pairs of equal items that an alignment left over on both sides. It marks them as found.
func swapped(a, b []string, newOf, oldOf []int) [][2]int {
	at := map[string][]int{}
	for j, i := range oldOf {
		if i < 0 && b[j] != "" {
			at[b[j]] = append(at[b[j]], j)
		}
	}
	var out [][2]int
	for i, j := range newOf {
		if waiting := at[a[i]]; j < 0 && len(waiting) > 0 {
			out = append(out, [2]int{i, waiting[0]})
			newOf[i], oldOf[waiting[0]] = elsewhere, elsewhere
			at[a[i]] = waiting[1:]
		}
	}
	return out
}

// single is a text that only one of the pages has.
func single(what What, b inspect.Block, row string) Change {
	ch := Change{Part: partOf(b), What: what, Name: role(b.Role), Row: row}
	if what == Gone {
		ch.Old = said(b)
	} else {
		ch.New = said(b)
	}
	return ch
}

func said(b inspect.Block) string {
	if b.Text == "" || b.Alt != "" {
		return b.Alt
	}
	return b.Text
}

func partOf(b inspect.Block) Part {
	switch {
	case isHeading(b.Role):
		return Heading
	case b.Alt != "" || b.Role == "Figure" || b.Role == "Formula":
		return Alt
	}
	return Text
}

// isHeading knows H and H1, H2 and so on.
func isHeading(role string) bool {
	return role == "H" || len(role) > 1 && role[0] == 'H' && strings.Trim(role[1:], "0123456789") == ""
}

func role(r string) string {
	if r == "" {
		return "untagged"
	}
	return r
}

// block is what changed between two blocks that are taken for one.
func (c *comparer) block(old, new inspect.Page, at [2]int, row string) []Change {
	var out []Change
	a, b := old.Blocks[at[0]], new.Blocks[at[1]]
	name := role(b.Role)
	if a.Role != b.Role {
		out = append(out, Change{Part: Role, What: Changed, Name: short(said(b)), Old: role(a.Role), New: name})
	}
	if a.Text != b.Text {
		part := Text
		if isHeading(b.Role) {
			part = Heading
		}
		ch := Change{Part: part, What: Changed, Name: name, Row: row, Old: a.Text, New: b.Text,
			Words: c.edits(a.Text, b.Text)}
		if b.Role != "" || !renumbered(old, new, &ch) {
			out = append(out, ch)
		}
	}
	if a.Alt != b.Alt {
		out = append(out,
			Change{Part: Alt, What: Changed, Name: name, Old: a.Alt, New: b.Alt, Words: c.edits(a.Alt, b.Alt)})
	}
	if a.Lang != b.Lang {
		out = append(out, Change{Part: Language, What: Changed, Name: short(said(b)), Old: a.Lang, New: b.Lang})
	}
	return out
}

// renumbered takes a page's own new number out of a change of untagged text, and tells whether that was all.
func renumbered(old, new inspect.Page, ch *Change) bool {
	if ch.Words == nil || old.Label == new.Label {
		return false
	}
	rest := slices.DeleteFunc(slices.Clone(ch.Words),
		func(e Edit) bool { return e.Old == old.Label && e.New == new.Label })
	if len(rest) == 0 {
		return true
	}
	ch.Words = rest
	return false
}
