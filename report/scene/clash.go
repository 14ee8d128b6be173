package scene

import "fmt"

// Clash is a label that touches what it must not: another label, a mark that is not its own, or the edge
// of its box.
type Clash struct {
	Label string // the text that clashes
	With  string // what it touches, in words
}

// Clashes finds every label of the group that touches another label, lies on a mark other than the one it
// names in On, or leaves the group's box.
func Clashes(g Group) []Clash {
	var texts []Text
	var marks []Path
	collect(g, &texts, &marks)
	var out []Clash
	for i, t := range texts {
		box := t.Bounds()
		if !g.Bounds().Contains(box) {
			out = append(out, Clash{t.S, "the edge of the chart"})
		}
		for _, o := range texts[i+1:] {
			if box.Intersects(o.Bounds()) {
				out = append(out, Clash{t.S, fmt.Sprintf("the label %q", o.S)})
			}
		}
		for _, m := range marks {
			if m.Mark != t.On && m.Fill != nil && overlaps(box, m) {
				out = append(out, Clash{t.S, fmt.Sprintf("the mark of %s", m.Mark)})
			}
		}
	}
	return out
}

func collect(g Group, texts *[]Text, marks *[]Path) {
	for _, it := range g.Items {
		switch it := it.(type) {
		case Text:
			*texts = append(*texts, it)
		case Path:
			if it.Mark != "" {
				*marks = append(*marks, it)
			}
		case Group:
			collect(it, texts, marks)
		}
	}
}

// overlaps tells whether the box shares an area with the filled path: the path's outline crosses the
// slightly smaller box, or the box's middle lies inside the path.
func overlaps(box Rect, p Path) bool {
	if !box.Intersects(p.Bounds()) {
		return false
	}
	inner := box.Inset(0.05)
	inside := false
	for _, poly := range p.Flatten() {
		for i, a := range poly {
			b := poly[(i+1)%len(poly)]
			if crosses(inner, a, b) {
				return true
			}
			if c := inner.Center(); (a.Y > c.Y) != (b.Y > c.Y) && c.X < (b.X-a.X)*(c.Y-a.Y)/(b.Y-a.Y)+a.X {
				inside = !inside
			}
		}
	}
	return inside
}

// crosses clips the segment to the box (Liang–Barsky) and tells whether anything is left.
func crosses(r Rect, a, b Point) bool {
	if r.W <= 0 || r.H <= 0 {
		return false
	}
	t0, t1 := 0.0, 1.0
	dx, dy := b.X-a.X, b.Y-a.Y
	for _, e := range [4][2]float64{{-dx, a.X - r.X}, {dx, r.Right() - a.X}, {-dy, a.Y - r.Y}, {dy, r.Bottom() - a.Y}} {
		p, q := e[0], e[1]
		if p == 0 {
			if q < 0 {
				return false
			}
			continue
		}
		if t := q / p; p < 0 {
			t0 = max(t0, t)
		} else {
			t1 = min(t1, t)
		}
	}
	return t0 < t1
}
