package charts

import (
	"math"

	"lysark/config/diag"
	"lysark/report/scene"
)

const (
	listGap    = 18.0 // between the pie and the list
	listColumn = 14.0 // between a name and its value, at least
)

// namesListed sets every name and value in a list below the pie, or beside it in a wide box.
func (d *pie) namesListed() bool {
	if d.box.W > wideBox*d.box.H {
		if d.listBeside() {
			return true
		}
	} else if d.listBelow(slightly*d.LabelSize) || d.listBelow(d.MinSize) {
		return true
	}
	d.errorf(diag.Overflow, barHint+", or shorten the names",
		"the names do not fit beside the %s at %g pt, the longest is %q", d.Kind, d.MinSize, longest(d.Categories))
	return false
}

// listBelow draws the pie, made smaller if need be, with the list below it in type no smaller than least.
func (d *pie) listBelow(least float64) bool {
	width := d.listWidth(d.box.W)
	for _, smaller := range []float64{1, 0.9, 0.8, 0.7, 0.6} {
		outer := d.outer * smaller
		room := scene.Rect{X: d.box.X + (d.box.W-width)/2, Y: d.box.Y + 2*outer + 2 + listGap, W: width}
		room.H = d.box.Bottom() - room.Y
		if l, ok := d.list(room, least); ok {
			d.inner *= smaller
			d.outer = outer
			d.c = scene.Point{X: d.box.X + d.box.W/2, Y: d.box.Y + 1 + outer}
			d.draw()
			d.drawList(l, room)
			return true
		}
	}
	return false
}

// listBeside draws the pie on the left and the list beside it, centred on its height.
func (d *pie) listBeside() bool {
	d.c = scene.Point{X: d.box.X + d.outer + d.box.W*0.08, Y: d.box.Y + d.box.H/2}
	x := d.c.X + d.outer + 3*listGap
	room := scene.Rect{X: x, Y: d.box.Y, W: d.listWidth(d.box.Right() - x), H: d.box.H}
	l, ok := d.list(room, d.MinSize)
	if !ok {
		return false
	}
	d.draw()
	room.Y += (room.H - l.high) / 2
	d.drawList(l, room)
	return true
}

// listWidth is what the names take on one line each, but at least the pie's width and at most the room.
func (d *pie) listWidth(room float64) float64 {
	f := d.font(scene.Regular, d.LabelSize)
	widest := 0.0
	for _, s := range d.slices {
		widest = math.Max(widest, f.width(s.name))
	}
	natural := keyOf(f).indent + widest + listColumn + d.valueColumn(d.LabelSize)
	if narrow := 1.3 * natural; room < narrow || room < 3*d.outer {
		return room // side by side, lists look calmer when they fill their columns
	}
	return math.Max(natural, 2*d.outer)
}

func (d *pie) valueColumn(size float64) float64 {
	f, widest := d.font(scene.Semibold, size), 0.0
	for _, s := range d.slices {
		widest = math.Max(widest, f.width(s.value))
	}
	return widest
}

// listing is the list set at one size.
type listing struct {
	names []block
	high  float64
}

// list sets the names at the largest size, not below least, at which the list fits the room.
func (d *pie) list(room scene.Rect, least float64) (listing, bool) {
	for _, size := range d.sizes(d.LabelSize) {
		if size < least {
			break
		}
		f := d.font(scene.Regular, size)
		measure := room.W - keyOf(f).indent - listColumn - d.valueColumn(size)
		names, misfit := setting{texts: d.Categories, measure: measure, suits: atMost(3)}.at(f, d.hyphenator())
		if misfit != "" {
			continue
		}
		l := listing{names: names}
		for _, n := range names {
			l.high += n.high() + d.rowGap(f)
		}
		l.high -= d.rowGap(f)
		if l.high <= room.H {
			return l, true
		}
	}
	return listing{}, false
}

func (d *pie) rowGap(f font) float64 { return f.size * 0.55 }

func (d *pie) drawList(l listing, room scene.Rect) {
	y := room.Y
	for i, n := range l.names {
		s := d.slices[i]
		k := keyOf(n.font)
		base := y + n.ascent()
		d.add(scene.Box(scene.Rect{X: room.X, Y: base - n.cap()/2 - k.side/2, W: k.side, H: k.side}, s.fill))
		d.add(n.from(room.X+k.indent, base, d.Ink)...)
		d.add(d.font(scene.Semibold, n.size).atRight(s.value, room.Right(), base, d.Strong))
		d.drawInside(s)
		y += n.high() + d.rowGap(n.font)
	}
}

func longest(names []string) string {
	most := ""
	for _, n := range names {
		if len([]rune(n)) > len([]rune(most)) {
			most = n
		}
	}
	return most
}
