package pdf

import (
	"slices"

	"lysark/report/pdf/cos"
	"lysark/report/scene"
)

// element is a node of the structure tree (ISO 32000-1, 14.7).
type element struct {
	role  scene.Role
	lang  string
	alt   string
	attrs cos.Dict
	page  int // where its own content stands; -1 when it has none
	kids  []kid
	ref   cos.Ref
}

// kid is one of: an element, the annotation of a link, the number of a marked content.
type kid struct {
	element *element
	link    *link
	content int
}

func (e *element) add(role scene.Role) *element {
	k := &element{role: role, page: -1}
	e.kids = append(e.kids, kid{element: k})
	return k
}

// element is the group as a node below its parent.
func (s *sheet) element(g scene.Group, parent *element) *element {
	e := parent.add(s.headings.role(g.Role))
	e.lang = g.Lang
	switch g.Role {
	case scene.Figure:
		e.alt = g.Alt
		e.attrs = cos.Dict{"O": cos.Name("Layout"), "Placement": cos.Name("Block"), "BBox": s.box(painted(g))}
	case scene.List:
		e.attrs = cos.Dict{"O": cos.Name("List"), "ListNumbering": cos.Name("Disc")}
	case scene.Header, scene.Cell:
		e.attrs = cellAttributes(g)
	case scene.Link:
		if !s.leads(g.To) {
			e.role = scene.Span
		}
	}
	return e
}

// painted is the group's room, and what reaches beyond it.
func painted(g scene.Group) scene.Rect {
	box := g.Bounds()
	for _, it := range g.Items {
		box = box.Union(it.Bounds())
	}
	return box
}

// cellAttributes tell what a header heads and how many columns a cell takes (ISO 32000-1, table 349).
func cellAttributes(g scene.Group) cos.Dict {
	attrs := cos.Dict{"O": cos.Name("Table")}
	if g.Role == scene.Header {
		attrs["Scope"] = cos.Name(scene.OfColumn)
		if g.Scope != "" {
			attrs["Scope"] = cos.Name(g.Scope)
		}
	}
	if g.Span > 1 {
		attrs["ColSpan"] = g.Span
	}
	if len(attrs) == 1 {
		return nil
	}
	return attrs
}

// box is a rectangle in the page's own coordinates, which grow upwards.
func (s *sheet) box(r scene.Rect) cos.Array {
	return cos.Array{r.X, s.Size.H - r.Bottom(), r.Right(), s.Size.H - r.Y}
}

// headings gives headings their levels: the first is H1 and none is skipped (ISO 14289-1, 7.4.2), also when only some
// slides of a deck are written, or one that has no title slide.
type headings struct {
	raised int // by how many levels all are raised, so that the first is H1
	last   int // level of the last; 0 before the first
}

func (h *headings) role(r scene.Role) scene.Role {
	order := []scene.Role{scene.H1, scene.H2, scene.H3}
	level := slices.Index(order, r) + 1
	if level == 0 {
		return r
	}
	if h.last == 0 {
		h.raised = level - 1
	}
	h.last = max(min(level-h.raised, h.last+1), 1)
	return order[h.last-1]
}

// structure adds the tree to the file, and tells the catalogue of it.
func (a *assembly) structure(root *element) cos.Ref {
	tree := a.Reserve()
	reserve(a.Builder, root)
	parents := cos.Array{}
	for i, s := range a.sheets {
		owners := make(cos.Array, len(s.owners))
		for n, e := range s.owners {
			owners[n] = e.ref
		}
		parents = append(parents, i, a.Add(owners))
	}
	for _, l := range a.links {
		parents = append(parents, l.key, l.element.ref)
	}
	a.node(root, tree)
	a.Set(tree, cos.Dict{
		"Type": cos.Name("StructTreeRoot"), "K": root.ref,
		"ParentTree": a.Add(cos.Dict{"Nums": parents}), "ParentTreeNextKey": len(a.sheets) + len(a.links),
	})
	return tree
}

func reserve(b *cos.Builder, e *element) {
	e.ref = b.Reserve()
	for _, k := range e.kids {
		if k.element != nil {
			reserve(b, k.element)
		}
	}
}

func (a *assembly) node(e *element, parent cos.Ref) {
	d := cos.Dict{"Type": cos.Name("StructElem"), "S": cos.Name(e.role), "P": parent}
	if e.page >= 0 {
		d["Pg"] = a.pages[e.page]
	}
	if e.alt != "" {
		d["Alt"] = cos.Text(e.alt)
	}
	if e.lang != "" {
		d["Lang"] = cos.Text(e.lang)
	}
	if e.attrs != nil {
		d["A"] = e.attrs
	}
	kids := make(cos.Array, len(e.kids))
	for i, k := range e.kids {
		switch {
		case k.element != nil:
			a.node(k.element, e.ref)
			kids[i] = k.element.ref
		case k.link != nil:
			kids[i] = cos.Dict{"Type": cos.Name("OBJR"), "Obj": k.link.ref, "Pg": a.pages[k.link.page]}
		default:
			kids[i] = k.content
		}
	}
	d["K"] = kids
	a.Set(e.ref, d)
}
