package inspect

import (
	"fmt"
	"math"
	"strings"

	"lysark/report/pdf/cos"
)

// annotation is one annotation of a page.
type annotation struct {
	object int
	dict   cos.Dict
	typ    string
	page   int
	nth    int // of the page's, from 1
}

// readAnnotations reads the annotations of all pages.
func (f *file) readAnnotations() {
	count := 0
	for _, p := range f.pages {
		f.eachKid(p.dict["Annots"], func(o cos.Object) {
			d := f.pdf.Dict(o)
			if d == nil {
				return
			}
			if count++; count > mostEntries {
				f.cut("annotations")
				return
			}
			p.annots = append(p.annots, &annotation{number(o), d, f.word(d["Subtype"]), p.number, len(p.annots) + 1})
		})
	}
}

// elementOf is the structure element that names an annotation, nil when none does.
func (f *file) elementOf(a *annotation) *node {
	if a.object == 0 {
		return nil
	}
	return f.tree.objects[a.object]
}

// hidden tells whether an annotation is not shown: the rules of PDF/UA pass such over.
func (f *file) hidden(a *annotation) bool {
	flags, _ := f.pdf.Int(a.dict["F"])
	return flags&2 != 0
}

// appearance plays how an annotation looks.
func (w *walker) appearance(a *annotation) {
	normal := w.f.pdf.Dict(a.dict["AP"])["N"]
	if w.f.pdf.Stream(normal) == nil { // one look for each state
		normal = w.f.pdf.Dict(normal)[w.f.pdf.Name(a.dict["AS"])]
	}
	w.note(a, normal)
	if s := w.f.pdf.Stream(normal); s != nil {
		w.apart(number(normal), s)
	}
}

// note adds how an annotation looks to what is painted. Links are seen by their borders, if at all.
func (w *walker) note(a *annotation, look cos.Object) {
	f := w.f
	flags, _ := f.pdf.Int(a.dict["F"])
	if flags&(2|32) != 0 || a.typ == "Popup" || a.typ == "Link" && look == nil && !f.bordered(a) {
		return
	}
	var b strings.Builder
	f.spell(&b, look, 0)
	if look == nil { // readers draw it by themselves
		for _, k := range []cos.Name{"Border", "BS", "C", "IC", "CA", "QuadPoints", "InkList", "L", "Vertices", "Name"} {
			f.spell(&b, a.dict[k], 0)
		}
	}
	m := Mark{Kind: Note, Name: sum([]byte(a.typ + b.String()))}
	if at := f.numbers(a.dict["Rect"]); len(at) >= 4 {
		m.X, m.Y, m.Size = min(at[0], at[2]), min(at[1], at[3]), math.Hypot(at[2]-at[0], at[3]-at[1])
	}
	w.hash.Write(fmt.Append(nil, m))
	w.mark(m, nil)
}

// bordered tells whether a link has a border, which it has unless it says that there is none.
func (f *file) bordered(a *annotation) bool {
	if width, ok := f.pdf.Number(f.pdf.Dict(a.dict["BS"])["W"]); ok {
		return width > 0
	}
	border := f.numbers(a.dict["Border"])
	return len(border) < 3 || border[2] > 0
}

// link is what a link annotation leads to.
func (f *file) link(a *annotation) Link {
	l := Link{Contents: f.keep(f.string(a.dict["Contents"]))}
	if n := f.elementOf(a); n != nil {
		l.Text = n.text
	}
	action := f.pdf.Dict(a.dict["A"])
	switch f.pdf.Name(action["S"]) {
	case "URI":
		l.URL = f.keep(f.string(action["URI"]))
	case "GoTo":
		l.Page = f.destination(action["D"])
	}
	if f.has(a.dict, "Dest") {
		l.Page = f.destination(a.dict["Dest"])
	}
	return l
}

// leads tells whether a link or an entry of the outline leads somewhere. What it leads to in other files is not looked
// at.
func (f *file) leads(d cos.Dict) bool {
	action := f.pdf.Dict(d["A"])
	switch {
	case f.has(d, "Dest"):
		return f.destination(d["Dest"]) > 0
	case f.pdf.Name(action["S"]) == "GoTo":
		return f.destination(action["D"]) > 0
	case f.pdf.Name(action["S"]) == "URI":
		return f.string(action["URI"]) != ""
	}
	return action != nil
}

// destination is the page a destination is on, 0 where it is none here (ISO 32000-1, 12.3.2).
func (f *file) destination(o cos.Object) int {
	switch v := f.pdf.Resolve(o).(type) {
	case cos.Name:
		o = f.pdf.Dict(f.root["Dests"])[v]
	case cos.String:
		o = f.named(string(v))
	}
	if d := f.pdf.Dict(o); d != nil {
		o = d["D"]
	}
	list := f.pdf.Array(o)
	if len(list) == 0 {
		return 0
	}
	return f.pageNum[number(list[0])]
}

// named is a named destination.
func (f *file) named(name string) cos.Object {
	if f.dests == nil {
		f.dests = map[string]cos.Object{}
		for _, e := range f.nameTree(f.pdf.Dict(f.root["Names"])["Dests"]) {
			f.dests[e.name] = e.value
		}
	}
	return f.dests[name]
}
