package pdf

import (
	"strconv"

	"lysark/report/pdf/cos"
	"lysark/report/scene"
)

// entry is a line of the document's outline.
type entry struct {
	title string
	page  int
	ref   cos.Ref
	kids  []*entry
}

// outline adds the outline (ISO 32000-1, 12.3.3); false when no page has an entry.
func (a *assembly) outline() (cos.Ref, bool) {
	top := a.entries()
	if len(top) == 0 {
		return cos.Ref{}, false
	}
	root := a.Reserve()
	first, last, count := a.siblings(top, root)
	a.Set(root, cos.Dict{"Type": cos.Name("Outlines"), "First": first, "Last": last, "Count": count})
	return root, true
}

func (a *assembly) entries() []*entry {
	var top []*entry
	for i, s := range a.sheets {
		for _, o := range append([]scene.Outline{s.Outline}, s.Below...) {
			if o.Level == 0 || o.Title == "" {
				continue
			}
			e := &entry{title: o.Title, page: i, ref: a.Reserve()}
			if n := len(top); o.Level > 1 && n > 0 {
				top[n-1].kids = append(top[n-1].kids, e)
				continue
			}
			top = append(top, e)
		}
	}
	return top
}

// siblings adds the entries below their parent; count is how many are seen, those below them included.
func (a *assembly) siblings(entries []*entry, parent cos.Ref) (first, last cos.Ref, count int) {
	for i, e := range entries {
		d := cos.Dict{"Title": cos.Text(e.title), "Parent": parent, "Dest": cos.Array{a.pages[e.page], cos.Name("Fit")}}
		if i > 0 {
			d["Prev"] = entries[i-1].ref
		}
		if i < len(entries)-1 {
			d["Next"] = entries[i+1].ref
		}
		if len(e.kids) > 0 {
			first, last, below := a.siblings(e.kids, e.ref)
			d["First"], d["Last"], d["Count"] = first, last, below
			count += below
		}
		a.Set(e.ref, d)
		count++
	}
	return entries[0].ref, entries[len(entries)-1].ref, count
}

// pageLabels name the pages as the slides are numbered (ISO 32000-1, 12.4.2).
func (a *assembly) pageLabels() cos.Array {
	var out cos.Array
	next := 0
	for i, s := range a.sheets {
		if s.Label != "" && s.Label != strconv.Itoa(s.Number) {
			out = append(out, i, cos.Dict{"P": cos.Text(s.Label)})
			next = 0
			continue
		}
		if s.Number != next || i == 0 {
			label := cos.Dict{"S": cos.Name("D")}
			if s.Number > 1 {
				label["St"] = s.Number
			}
			out = append(out, i, label)
		}
		next = s.Number + 1
	}
	return out
}
