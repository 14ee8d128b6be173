package scene

// Scale is the items k times as large, then moved by dx and dy. What they mean stays as it is: text remains text, and
// links, tags and alternative texts stay with their groups. The given items are not changed.
func Scale(items []Item, k, dx, dy float64) []Item {
	s := scaling{k, dx, dy}
	return s.items(items)
}

type scaling struct{ k, dx, dy float64 }

func (s scaling) items(items []Item) []Item {
	out := make([]Item, len(items))
	for i, it := range items {
		switch it := it.(type) {
		case Text:
			out[i] = s.text(it)
		case Path:
			out[i] = s.path(it)
		case Image:
			it.Box = s.rect(it.Box)
			out[i] = it
		case Group:
			it.Box, it.Items = s.room(it.Box), s.items(it.Items)
			out[i] = it
		}
	}
	return out
}

func (s scaling) x(x float64) float64 { return x*s.k + s.dx }
func (s scaling) y(y float64) float64 { return y*s.k + s.dy }

func (s scaling) rect(r Rect) Rect { return Rect{s.x(r.X), s.y(r.Y), r.W * s.k, r.H * s.k} }

// room leaves a group that was given none without one.
func (s scaling) room(r Rect) Rect {
	if r == (Rect{}) {
		return r
	}
	return s.rect(r)
}

func (s scaling) text(t Text) Text {
	t.At = Point{s.x(t.At.X), s.y(t.At.Y)}
	t.Width, t.Ascent, t.Descent, t.Size = t.Width*s.k, t.Ascent*s.k, t.Descent*s.k, t.Size*s.k
	return t
}

func (s scaling) path(p Path) Path {
	segs := make([]Seg, len(p.Segs))
	for i, g := range p.Segs {
		g.X, g.Y, g.R = s.x(g.X), s.y(g.Y), g.R*s.k
		segs[i] = g
	}
	var dash []float64
	for _, d := range p.Dash {
		dash = append(dash, d*s.k)
	}
	p.Segs, p.Width, p.Dash = segs, p.Width*s.k, dash
	return p
}
