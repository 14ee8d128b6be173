package charts

import (
	"math"

	"lysark/report/scene"
)

// namesAround sets each name beside its slice, with the value below it when it does not stand inside. It tells
// whether every name has room near its slice; an answer that nobody gave has none.
func (d *pie) namesAround() bool {
	rise := d.LabelSize * 1.9 // room for a name above the pie, and for the value of a thin slice below the name
	for _, s := range d.slices {
		if s.share*100 < sliceLeast {
			rise = d.LabelSize * 3.1
		}
	}
	d.c = scene.Point{X: d.box.X + d.box.W/2, Y: d.box.Y + rise + d.outer}
	if d.box.W > wideBox*d.box.H || d.c.Y+d.outer+rise > d.box.Bottom() {
		d.c.Y = d.box.Y + d.box.H/2
	}
	d.draw()
	var all, left, right []*nameAround
	for _, s := range d.slices {
		n, ok := d.nameOf(s)
		if !ok || s.sweep <= 0 {
			return false
		}
		all = append(all, n)
		if math.Cos(s.middle()) < 0 {
			n.side, left = -1, append(left, n)
		} else {
			n.side, right = 1, append(right, n)
		}
	}
	if !d.moveApart(left) || !d.moveApart(right) {
		return false
	}
	for _, n := range all {
		d.setName(n)
		d.drawInside(n.slice)
	}
	return true
}

// nameAround is a name and where it wants to stand.
type nameAround struct {
	slice
	lines []scene.Text // without their place: the name's, then the value
	font  font
	wide  float64
	high  float64
	top   float64
	side  float64 // of the pie: -1 is left, 1 is right
}

func (d *pie) nameOf(s slice) (*nameAround, bool) {
	cos := math.Abs(math.Cos(s.middle()))
	room := d.box.W/2 - (d.outer+nameGap)*cos
	blocks, misfit := d.fit(setting{[]string{s.name}, scene.Regular, d.LabelSize, room, atMost(3)})
	if misfit != "" || blocks[0].size < d.LabelSize {
		return nil, false
	}
	n := &nameAround{slice: s, font: blocks[0].font}
	for _, l := range blocks[0].lines {
		n.lines = append(n.lines, n.font.at(l.Text, 0, 0, d.Ink))
	}
	if s.inside == nil {
		n.lines = append(n.lines, d.font(scene.Semibold, d.LabelSize).at(s.value, 0, 0, d.Strong))
	}
	for _, t := range n.lines {
		n.wide = math.Max(n.wide, t.Width)
	}
	n.high = n.font.ascent() + n.font.lead()*float64(len(n.lines)-1) + n.font.descent()
	sin := math.Sin(s.middle())
	n.top = d.c.Y + (d.outer+nameGap+math.Abs(sin)*n.high/2)*sin - n.high/2
	return n, true
}

// moveApart moves the names of one side where they would overlap, and tells whether all are still near their slices.
func (d *pie) moveApart(names []*nameAround) bool {
	wanted, sizes := make([]float64, len(names)), make([]float64, len(names))
	for i, n := range names {
		wanted[i], sizes[i] = n.top, n.high+3
	}
	tops, ok := spread(wanted, sizes, d.box.Y, d.box.Bottom()+3)
	if !ok {
		return false
	}
	for i, n := range names {
		if math.Abs(tops[i]-n.top) > farthestOff*d.LabelSize {
			return false
		}
		n.top = tops[i]
	}
	return true
}

// setName sets the lines so that they clear the circle over their whole height; a name wholly above or below the
// pie is centred on its slice's outer edge.
func (d *pie) setName(n *nameAround) {
	nearest := math.Min(math.Abs(n.top-d.c.Y), math.Abs(n.top+n.high-d.c.Y))
	if n.top < d.c.Y && n.top+n.high > d.c.Y {
		nearest = 0
	}
	reach := d.outer + nameGap*0.8
	x := d.c.X + d.outer*math.Cos(n.middle()) - n.wide/2
	if nearest < reach {
		x = d.c.X + n.side*math.Sqrt(reach*reach-nearest*nearest)
		if n.side < 0 {
			x -= n.wide
		}
	}
	x = math.Min(math.Max(x, d.box.X), d.box.Right()-n.wide)
	baseline := n.top + n.font.ascent()
	for _, t := range n.lines {
		t.At = scene.Point{X: x, Y: baseline}
		if n.side < 0 && nearest < reach {
			t.At.X = x + n.wide - t.Width
		} else if nearest >= reach {
			t.At.X = x + (n.wide-t.Width)/2
		}
		d.add(t)
		baseline += n.font.lead()
	}
}
