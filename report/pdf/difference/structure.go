package difference

import (
	"fmt"
	"slices"
	"strings"

	"lysark/report/pdf/inspect"
)

// shape is how a page's texts are held together: its structure elements in their order.
type shape struct {
	elements []element
	tables   []string
	lists    []string
	rows     []string // of each cell that says something: what its row begins with
}

// element is a structure element without its text.
type element struct {
	role, typ, title, attributes string
	depth                        int
}

// trees notes the shape of each page. What is on no page is under 0.
func (c *comparer) trees() {
	for side, d := range []*inspect.Document{c.old, c.new} {
		c.shapes[side] = map[int]*shape{}
		for _, e := range d.Structure {
			addElement(c.shapes[side], e, 0)
		}
	}
}

func addElement(shapes map[int]*shape, e *inspect.Element, depth int) {
	page := home(e)
	s := shapes[page]
	if s == nil {
		s = &shape{}
		shapes[page] = s
	}
	s.elements = append(s.elements, element{e.Role, e.Type, e.Title, e.Attributes, depth})
	switch e.Role {
	case "Table":
		s.tables = append(s.tables, grid(e))
	case "TR":
		s.rows = append(s.rows, cellRows(e)...)
	case "L":
		s.lists = append(s.lists, counted(len(e.Kids), "item"))
	}
	for _, k := range e.Kids {
		addElement(shapes, k, depth+1)
	}
}

// home is the page that an element is a part of; 0 for what holds several pages together.
func home(e *inspect.Element) int {
	switch e.Role {
	case "Document", "Part":
		return 0
	case "Art", "Sect", "Div", "NonStruct":
		if slices.ContainsFunc(e.Kids, func(k *inspect.Element) bool { return k.Page != e.Page }) {
			return 0
		}
	}
	return e.Page
}

// cellRows tells for each cell of a row what the row begins with; the first cell needs no telling.
func cellRows(row *inspect.Element) []string {
	var out []string
	first := ""
	for i, k := range row.Kids {
		if i == 0 {
			first = k.Text
		}
		if isCell(k.Role) && (k.Text != "" || k.Alt != "") {
			out = append(out, first)
		}
		if i == 0 && len(out) > 0 {
			out[0] = ""
		}
	}
	return out
}

func isCell(role string) bool { return role == "TD" || role == "TH" }

// rows tells for each block of a page which row of a table it is in. A table on two pages is on the first.
func (c *comparer) rows(side int, p inspect.Page) []string {
	out := make([]string, len(p.Blocks))
	rows := c.shape(side, p.Number).rows
	for i, b := range p.Blocks {
		if isCell(b.Role) && len(rows) > 0 {
			out[i], rows = rows[0], rows[1:]
		}
	}
	return out
}

// grid is a table's shape: its rows, and the cells of the first.
func grid(table *inspect.Element) string {
	rows, cells := 0, 0
	var walk func(e *inspect.Element)
	walk = func(e *inspect.Element) {
		for _, k := range e.Kids {
			switch k.Role {
			case "TR":
				if rows++; rows == 1 {
					cells = len(k.Kids)
				}
			case "THead", "TBody", "TFoot":
				walk(k)
			}
		}
	}
	walk(table)
	return fmt.Sprintf("%s of %d", counted(rows, "row"), cells)
}

// structure is what changed of a page's structure and is not told by the texts that came and went.
func (c *comparer) structure(old, new inspect.Page, told []Change) []Change {
	return structures(c.shape(0, old.Number), c.shape(1, new.Number), told)
}

func (c *comparer) shape(side, page int) shape {
	if s := c.shapes[side][page]; s != nil {
		return *s
	}
	return shape{}
}

func structures(a, b shape, told []Change) []Change {
	out := append(several("table", a.tables, b.tables), several("list", a.lists, b.lists)...)
	explained := slices.ContainsFunc(told, func(ch Change) bool { return ch.What != Changed || ch.Part == Role })
	if len(out) > 0 || explained || slices.Equal(a.elements, b.elements) {
		return out
	}
	if !slices.EqualFunc(a.elements, b.elements, func(x, y element) bool { return x.role == y.role }) {
		before, after := roles(a.elements, b.elements)
		if before != after {
			return []Change{{Part: Structure, What: Changed, Of: "elements", Old: before, New: after}}
		}
		return []Change{{Part: Structure, What: Changed, Of: "order of elements"}}
	}
	for i, x := range a.elements {
		y := b.elements[i]
		for _, p := range []struct{ of, old, new string }{
			{"depth", fmt.Sprint(x.depth), fmt.Sprint(y.depth)}, {"type", x.typ, y.typ}, {"title", x.title, y.title},
			{"attributes", x.attributes, y.attributes},
		} {
			if p.old != p.new {
				out = add(out,
					Change{Part: Structure, What: Changed, Name: y.role, Of: p.of, Count: 1, Old: p.old, New: p.new})
			}
		}
	}
	return out
}

// add adds a change, or counts it to one that is the same. Of attributes there are only hashes, which say nothing.
func add(list []Change, ch Change) []Change {
	if ch.Of == "attributes" {
		ch.Old, ch.New = "", ""
	}
	i := slices.IndexFunc(list, func(o Change) bool {
		return o.Part == ch.Part && o.Name == ch.Name && o.Of == ch.Of && o.Old == ch.Old && o.New == ch.New
	})
	if i >= 0 {
		list[i].Count += ch.Count
		return list
	}
	return append(list, ch)
}

// several compares a page's tables or lists one by one.
func several(what string, a, b []string) []Change {
	var out []Change
	for i := range max(len(a), len(b)) {
		ch := Change{Part: Structure, What: Changed, Of: what}
		if len(a) > 1 || len(b) > 1 {
			ch.Of = fmt.Sprintf("%s %d", what, i+1)
		}
		switch {
		case i >= len(a):
			ch.What, ch.New = Came, b[i]
		case i >= len(b):
			ch.What, ch.Old = Gone, a[i]
		case a[i] == b[i]:
			continue
		default:
			ch.Old, ch.New = a[i], b[i]
		}
		out = append(out, ch)
	}
	return out
}

// roles are the numbers of elements of the roles that are not as many in both.
func roles(a, b []element) (before, after string) {
	var names []string
	counts := map[string]*[2]int{}
	for side, list := range [][]element{a, b} {
		for _, e := range list {
			if counts[e.role] == nil {
				counts[e.role] = &[2]int{}
				names = append(names, e.role)
			}
			counts[e.role][side]++
		}
	}
	var texts [2][]string
	for _, name := range names {
		if n := counts[name]; n[0] != n[1] {
			texts[0] = append(texts[0], fmt.Sprintf("%d %s", n[0], name))
			texts[1] = append(texts[1], fmt.Sprintf("%d %s", n[1], name))
		}
	}
	return strings.Join(texts[0], ", "), strings.Join(texts[1], ", ")
}
