package charts

import (
	"math"
	"slices"

	"lysark/report/scene"
)

// How a pie is labelled, the first way that fits:
//   - names around the pie, each beside its slice, and values inside;
//   - a list below the pie, or beside it in a wide box, with every name and value.
//
// A value stands inside its slice when the slice has 6 % or more and 4 pt around it to spare. In a box of one
// size all pies are of one size, however they are labelled.

const (
	sliceGap    = 1.5  // between two slices, in the page's colour
	sliceInset  = 4.0  // least distance of a value to its slice's edges
	sliceLeast  = 6.0  // per cent below which a value never stands inside
	nameGap     = 9.0  // between the pie and the names around it
	keysBelow   = 3    // rows of a list below that the pie leaves room for
	farthestOff = 2.2  // how far a name may be moved from its slice, in type sizes
	wideBox     = 1.5  // width to height from which the list stands beside
	holeShare   = 0.60 // of a donut's radius
)

func drawPie(p *plot) { p.round(0) }

// pie is a round chart laid out: its middle, its radii, its slices.
type pie struct {
	*plot
	c            scene.Point
	inner, outer float64
	slices       []slice
}

// slice is one share of the pie. Angles are radians, clockwise from 3 o'clock.
type slice struct {
	name, value  string
	mark         string
	share        float64 // 0 to 1
	start, sweep float64
	fill         scene.Color
	inside       *scene.Text // its value set in it; nil where that does not fit
}

func (s slice) middle() float64 { return s.start + s.sweep/2 }

// round draws a pie, or a donut whose hole has the given share of the radius. When neither way of labelling it
// fits, the last one's problems are told.
func (p *plot) round(hole float64) {
	var try plot
	for _, label := range []func(*pie) bool{(*pie).namesAround, (*pie).namesListed} {
		try = *p
		try.items, try.list = nil, nil
		ok := label(newPie(&try, hole)) && len(try.list) == 0
		if ok && len(scene.Clashes(scene.Group{Box: p.box, Items: try.items})) == 0 {
			break
		}
	}
	p.add(try.items...)
	p.list.Add(try.list)
}

func newPie(p *plot, hole float64) *pie {
	d := &pie{plot: p}
	d.outer = math.Min(p.box.W*0.42, (p.box.H-p.keyRows(keysBelow))/2)
	if p.box.W > wideBox*p.box.H {
		d.outer = math.Min(p.box.W*0.22, p.box.H*0.46)
	}
	d.inner = hole * d.outer
	values := p.Series[0].Values
	labels := p.labelsTogether(values, p.Locale)
	total, at := sum(values), -math.Pi/2
	for i, v := range values {
		s := slice{
			name: p.Categories[i], value: labels[i], mark: mark(p.Series[0].Name, p.Categories[i]),
			fill: p.sliceFill(i), share: v.V / total, start: at,
		}
		s.sweep = s.share * 2 * math.Pi
		at += s.sweep
		d.slices = append(d.slices, s)
	}
	return d
}

// keyRows is the height of a list of n short names.
func (p *plot) keyRows(n int) float64 { return float64(n)*p.LabelSize*1.6 + p.LabelSize*1.2 }

// sliceFill is the author's colour, else the accent for what is highlighted and shades of pale for the rest, else the
// palette in order.
func (p *plot) sliceFill(i int) scene.Color {
	if c, ok := p.Colors[p.Categories[i]]; ok {
		return c
	}
	if len(p.Highlight) == 0 {
		return p.paletteColor(i)
	}
	if slices.Contains(p.Highlight, p.Categories[i]) {
		return p.Accent
	}
	return mix(p.Pale, p.Muted, 0.7*float64(i)/float64(len(p.Categories)))
}

// draw draws slices, the gaps between them, and what stands in the hole. The values inside go with their names.
func (d *pie) draw() {
	var shown []slice
	for i, s := range d.slices {
		if s.sweep <= 0 {
			continue
		}
		path := scene.Sector(d.c, d.inner, d.outer, s.start, s.sweep, s.fill)
		path.Mark = s.mark
		d.add(path)
		d.slices[i].inside = d.valueInside(s)
		shown = append(shown, s)
	}
	if len(shown) > 1 {
		for _, s := range shown {
			d.add(scene.Line(sliceGap, d.Page, d.at(s.start, d.inner), d.at(s.start, d.outer+1)))
		}
	}
	d.center()
}

// drawInside sets the value that stands in its slice.
func (d *pie) drawInside(s slice) {
	if s.inside != nil {
		d.add(*s.inside)
	}
}

func (d *pie) at(angle, radius float64) scene.Point {
	return scene.Point{X: d.c.X + radius*math.Cos(angle), Y: d.c.Y + radius*math.Sin(angle)}
}

// valueInside is the value set in its slice, nil when it does not fit there.
func (d *pie) valueInside(s slice) *scene.Text {
	if s.share*100 < sliceLeast {
		return nil
	}
	f := d.font(scene.Semibold, d.ValueSize)
	for _, along := range []float64{0.62, 0.68, 0.72, 0.55} {
		radius := along * d.outer
		if d.inner > 0 {
			radius = (d.inner + d.outer) / 2
		}
		if s.share > 0.999 && d.inner == 0 {
			radius = 0
		}
		at := d.at(s.middle(), radius)
		t := on(f.atCenter(s.value, at.X, f.middle(at.Y), d.textOn(s.fill)), s.mark)
		if d.holds(s, scene.Rect{X: at.X - t.Width/2, Y: at.Y - f.cap()/2, W: t.Width, H: f.cap()}) {
			return &t
		}
	}
	return nil
}

// holds tells whether the box lies in the slice, with room to its edges.
func (d *pie) holds(s slice, box scene.Rect) bool {
	left, right, top, bottom := box.X-d.c.X, box.Right()-d.c.X, box.Y-d.c.Y, box.Bottom()-d.c.Y
	for _, corner := range [4][2]float64{{left, top}, {right, top}, {left, bottom}, {right, bottom}} {
		dx, dy := corner[0], corner[1]
		r := math.Hypot(dx, dy)
		if r > d.outer-sliceInset || (d.inner > 0 && r < d.inner+sliceInset) {
			return false
		}
		from := math.Mod(math.Atan2(dy, dx)-s.start+4*math.Pi, 2*math.Pi)
		to := s.sweep - from
		if s.share > 0.999 {
			continue
		}
		near := func(angle float64) bool { return angle < math.Pi/2 && r*math.Sin(angle) < sliceInset }
		if to < 0 || near(from) || near(to) {
			return false
		}
	}
	return true
}
