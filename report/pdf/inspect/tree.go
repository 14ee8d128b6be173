package inspect

import (
	"lysark/report/pdf/cos"
)

// tree is the structure tree.
type tree struct {
	root    cos.Dict
	roleMap cos.Dict
	classes cos.Dict
	parents map[int]cos.Object // the ParentTree
	top     []*node
	all     []*node         // in the order of the structure
	parts   map[piece]*node // the element that each marked content belongs to
	objects map[int]*node   // the element that each annotation or XObject belongs to, by object number
	roles   map[string]mapped
	visited map[int]bool
	count   int // of references to content
}

// mapped is a type's role, found once.
type mapped struct {
	role  string
	wrong fact
}

// piece names marked content: the page or form XObject it is in, by object number, and its number there.
type piece struct{ owner, mcid int }

// node is one structure element.
type node struct {
	object    int
	dict      cos.Dict
	typ, role string
	parent    *node
	parts     []part // kids, content and annotations in their order
	depth     int
	page      int        // where it begins
	own       cos.Object // its /Pg, or that of the element it is in
	lang      string     // its own
	alt       string
	actual    string
	hasActual bool
	content   bool   // it has marked content itself
	text      string // its own content and that of inline elements in it
}

// part is one thing in an element: exactly one of the three.
type part struct {
	kid    *node
	piece  *piece
	object int // number of an annotation or XObject
}

// readTree walks the structure tree. An element counts once, wherever it is named.
func (f *file) readTree() {
	t := &f.tree
	t.root = f.pdf.Dict(f.root["StructTreeRoot"])
	t.roleMap, t.classes = f.pdf.Dict(t.root["RoleMap"]), f.pdf.Dict(t.root["ClassMap"])
	t.parts, t.objects = map[piece]*node{}, map[int]*node{}
	t.roles, t.visited = map[string]mapped{}, map[int]bool{}
	t.parents = f.numberTree(t.root["ParentTree"])
	f.eachKid(t.root["K"], func(o cos.Object) {
		if n := f.element(o, nil); n != nil {
			t.top = append(t.top, n)
		}
	})
}

// eachKid visits what a /K holds, one or many.
func (f *file) eachKid(k cos.Object, visit func(cos.Object)) {
	list, ok := f.pdf.Resolve(k).(cos.Array)
	if !ok {
		if k != nil && f.spend(1) {
			visit(k)
		}
		return
	}
	for _, o := range list {
		if !f.spend(1) {
			return
		}
		visit(o)
	}
}

func (f *file) element(o cos.Object, parent *node) *node {
	t, num := &f.tree, number(o)
	d := f.pdf.Dict(o)
	switch {
	case d == nil:
		f.see(notAnElement, place{where: object(num)}, "")
		return nil
	case num != 0 && t.visited[num]:
		f.see(loopInTree, place{where: object(num)}, "")
		return nil
	case len(t.all) >= mostElements || parent != nil && parent.depth >= deepTree:
		f.cut("structure elements")
		return nil
	}
	if num != 0 {
		t.visited[num] = true
	}
	n := &node{object: num, dict: d, typ: f.word(d["S"]), parent: parent, lang: f.keep(f.string(d["Lang"])),
		alt: f.keep(f.string(d["Alt"]))}
	n.actual, n.hasActual = f.keep(f.string(d["ActualText"])), f.has(d, "ActualText")
	n.own = d["Pg"]
	if parent != nil {
		n.depth = parent.depth + 1
		if n.own == nil {
			n.own = parent.own
		}
	}
	n.page = f.pageNum[number(n.own)]
	t.all = append(t.all, n)
	f.role(n)
	f.eachKid(d["K"], func(k cos.Object) { f.part(n, k) })
	return n
}

// role finds an element's role, and tells of every type once what is wrong with it.
func (f *file) role(n *node) {
	m, known := f.tree.roles[n.typ]
	if !known {
		m.role, m.wrong = f.mapRole(n.typ)
		f.tree.roles[n.typ] = m
		if m.wrong != nothing {
			f.see(m.wrong, place{page: n.page, where: object(n.object)}, n.typ)
		}
	}
	n.role = m.role
}

// part adds what stands in an element's /K: marked content, an object, or an element.
func (f *file) part(n *node, o cos.Object) {
	if f.tree.count++; f.tree.count > mostParts {
		f.cut("structure elements")
		return
	}
	if id, ok := f.pdf.Int(o); ok {
		f.addPiece(n, piece{number(n.own), id}, number(n.own))
		return
	}
	d := f.pdf.Dict(o)
	pg := d["Pg"]
	if pg == nil {
		pg = n.own
	}
	switch f.pdf.Name(d["Type"]) {
	case "MCR":
		id, _ := f.pdf.Int(d["MCID"])
		owner := number(pg)
		if stream := number(d["Stm"]); stream != 0 {
			owner = stream
		}
		f.addPiece(n, piece{owner, id}, number(pg))
	case "OBJR":
		num := number(d["Obj"])
		n.parts = append(n.parts, part{object: num})
		if f.tree.objects[num] == nil {
			f.tree.objects[num] = n
		}
		f.begins(n, number(pg))
	default:
		if kid := f.element(o, n); kid != nil {
			n.parts = append(n.parts, part{kid: kid})
			if n.page == 0 {
				n.page = kid.page
			}
		}
	}
}

func (f *file) addPiece(n *node, p piece, page int) {
	if other := f.tree.parts[p]; other != nil {
		f.see(repeatedMCID, place{f.pageNum[page], object(n.object)}, "")
		return
	}
	f.tree.parts[p] = n
	n.content = true
	n.parts = append(n.parts, part{piece: &p})
	f.begins(n, page)
}

// begins sets the page of an element that does not say it itself.
func (f *file) begins(n *node, page int) {
	if n.page == 0 {
		n.page = f.pageNum[page]
	}
}

// kids are the elements directly in an element.
func (n *node) kids() []*node {
	var out []*node
	for _, p := range n.parts {
		if p.kid != nil {
			out = append(out, p.kid)
		}
	}
	return out
}

// within finds the nearest element around with one of the roles, itself included.
func (n *node) within(roles ...string) *node {
	for ; n != nil; n = n.parent {
		for _, r := range roles {
			if n.role == r {
				return n
			}
		}
	}
	return nil
}

// language is what an element's text is in: its own, that of what it is in, or the document's.
func (f *file) language(n *node) string {
	for ; n != nil; n = n.parent {
		if n.lang != "" {
			return n.lang
		}
	}
	return f.string(f.root["Lang"])
}

// attribute is an element's attribute of an owner, from its own attributes or its classes (ISO 32000-1, 14.7.5).
func (f *file) attribute(n *node, owner, key cos.Name) cos.Object {
	if o := f.attributeIn(n.dict["A"], owner, key); o != nil {
		return o
	}
	var found cos.Object
	f.eachKid(n.dict["C"], func(o cos.Object) {
		if name := f.pdf.Name(o); name != "" && found == nil {
			found = f.attributeIn(f.tree.classes[name], owner, key)
		}
	})
	return found
}

func (f *file) attributeIn(a cos.Object, owner, key cos.Name) cos.Object {
	var found cos.Object
	f.eachKid(a, func(o cos.Object) {
		d := f.pdf.Dict(o) // the array holds revision numbers as well
		if found == nil && f.pdf.Name(d["O"]) == owner {
			found = f.pdf.Resolve(d[key])
		}
	})
	return found
}

func nameOf(s string) cos.Name { return cos.Name(s) }
