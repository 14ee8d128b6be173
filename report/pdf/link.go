package pdf

import (
	"strings"

	"lysark/report/pdf/cos"
	"lysark/report/scene"
)

// link is the annotation that makes a link's words lead somewhere.
type link struct {
	page    int // where it stands, from 0
	to      scene.Target
	words   string // for those who cannot see the link
	areas   []cos.Array
	key     int // in the tree of parents
	element *element
	ref     cos.Ref
}

// leads tells whether there is such a place: a page may be missing when only some slides are written.
func (d *document) leads(to scene.Target) bool {
	if to.URL != "" {
		return true
	}
	_, ok := d.numbers[to.Page]
	return ok
}

// link adds the annotation to the page and to the link's element.
func (s *sheet) link(g scene.Group, e *element) {
	l := &link{page: s.index, to: g.To, words: g.Alt, key: -1, element: e}
	if l.words == "" {
		l.words = words(g)
	}
	for _, line := range lineBoxes(g) {
		l.areas = append(l.areas, s.box(line))
	}
	if len(l.areas) == 0 {
		l.areas = []cos.Array{s.box(g.Bounds())}
	}
	s.links = append(s.links, l)
	e.kids = append(e.kids, kid{link: l})
}

// words are the texts of the group as a reader gets them.
func words(g scene.Group) string {
	texts := textsOf(g.Items)
	after := spaces(g.Items)
	var b strings.Builder
	for i, t := range texts {
		s := t.S
		if t.Hyphen {
			s = strings.TrimSuffix(s, "-")
		}
		b.WriteString(s)
		if after[i] {
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}

// lineBoxes are the boxes of the group's texts, one for each line.
func lineBoxes(g scene.Group) []scene.Rect {
	var out []scene.Rect
	last := 0.0
	for _, t := range textsOf(g.Items) {
		if n := len(out); n > 0 && t.At.Y == last {
			out[n-1] = out[n-1].Union(t.Bounds())
			continue
		}
		out, last = append(out, t.Bounds()), t.At.Y
	}
	return out
}

// annotation is the link as the page holds it (ISO 32000-1, 12.5.6.5). PDF/A wants it printed (ISO 19005-2, 6.3.2).
func (a *assembly) annotation(l *link) cos.Dict {
	const printed = 4
	d := cos.Dict{
		"Type": cos.Name("Annot"), "Subtype": cos.Name("Link"), "F": printed, "Border": cos.Array{0, 0, 0},
		"Contents": cos.Text(l.words), "StructParent": l.key, "Rect": around(l.areas), "P": a.pages[l.page],
	}
	if len(l.areas) > 1 {
		d["QuadPoints"] = quads(l.areas)
	}
	if l.to.URL != "" {
		d["A"] = cos.Dict{"S": cos.Name("URI"), "URI": cos.String(l.to.URL)}
		return d
	}
	d["Dest"] = cos.Array{a.pages[a.numbers[l.to.Page]], cos.Name("Fit")}
	return d
}

// around is the smallest rectangle that holds all areas.
func around(areas []cos.Array) cos.Array {
	out := [4]float64{}
	for i, area := range areas {
		for side := range out {
			v := area[side].(float64)
			outer := side < 2 && v < out[side] || side >= 2 && v > out[side]
			if i == 0 || outer {
				out[side] = v
			}
		}
	}
	return cos.Array{out[0], out[1], out[2], out[3]}
}

// quads are the areas' corners in the order that readers expect: top left, top right, bottom left, bottom right.
func quads(areas []cos.Array) cos.Array {
	var out cos.Array
	for _, r := range areas {
		out = append(out, r[0], r[3], r[2], r[3], r[0], r[1], r[2], r[1])
	}
	return out
}
