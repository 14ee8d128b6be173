package scene

import "math"

// Op tells what a segment of a path does.
type Op uint8

const (
	MoveTo Op = iota // to X, Y
	LineTo           // to X, Y
	ArcTo            // a line to the arc's start, then along the circle of radius R about X, Y
	Close
)

// Seg is one step of a path. Start and Sweep are radians; 0 points right and angles grow clockwise, as y
// grows downwards.
type Seg struct {
	Op           Op
	X, Y         float64
	R            float64
	Start, Sweep float64
}

// Bounds is the box of the path's points, stroke not counted.
func (p Path) Bounds() Rect {
	first := true
	var x0, y0, x1, y1 float64
	for _, poly := range p.Flatten() {
		for _, pt := range poly {
			if first {
				x0, y0, x1, y1, first = pt.X, pt.Y, pt.X, pt.Y, false
			}
			x0, y0, x1, y1 = math.Min(x0, pt.X), math.Min(y0, pt.Y), math.Max(x1, pt.X), math.Max(y1, pt.Y)
		}
	}
	return Rect{x0, y0, x1 - x0, y1 - y0}
}

// Flatten is the path as polygons, arcs cut into chords of at most 3 degrees.
func (p Path) Flatten() [][]Point {
	var out [][]Point
	var cur []Point
	for _, s := range p.Segs {
		switch s.Op {
		case MoveTo:
			if len(cur) > 0 {
				out = append(out, cur)
			}
			cur = []Point{{s.X, s.Y}}
		case LineTo:
			cur = append(cur, Point{s.X, s.Y})
		case ArcTo:
			n := int(math.Ceil(math.Abs(s.Sweep)/(math.Pi/60))) + 1
			for i := 0; i <= n; i++ {
				a := s.Start + s.Sweep*float64(i)/float64(n)
				cur = append(cur, Point{s.X + s.R*math.Cos(a), s.Y + s.R*math.Sin(a)})
			}
		}
	}
	if len(cur) > 0 {
		out = append(out, cur)
	}
	return out
}

// Box is a filled rectangle.
func Box(r Rect, fill Color) Path {
	return Path{Fill: &fill, Segs: []Seg{
		{Op: MoveTo, X: r.X, Y: r.Y}, {Op: LineTo, X: r.Right(), Y: r.Y},
		{Op: LineTo, X: r.Right(), Y: r.Bottom()}, {Op: LineTo, X: r.X, Y: r.Bottom()}, {Op: Close},
	}}
}

// Disc is a filled circle.
func Disc(c Point, r float64, fill Color) Path {
	return Path{Fill: &fill, Segs: []Seg{
		{Op: MoveTo, X: c.X + r, Y: c.Y}, {Op: ArcTo, X: c.X, Y: c.Y, R: r, Sweep: 2 * math.Pi}, {Op: Close},
	}}
}

// Sector is a filled slice of a disc, or of a ring when inner > 0.
func Sector(c Point, inner, outer, start, sweep float64, fill Color) Path {
	segs := []Seg{
		{Op: MoveTo, X: c.X + outer*math.Cos(start), Y: c.Y + outer*math.Sin(start)},
		{Op: ArcTo, X: c.X, Y: c.Y, R: outer, Start: start, Sweep: sweep},
	}
	if inner > 0 {
		segs = append(segs, Seg{Op: ArcTo, X: c.X, Y: c.Y, R: inner, Start: start + sweep, Sweep: -sweep})
	} else {
		segs = append(segs, Seg{Op: LineTo, X: c.X, Y: c.Y})
	}
	return Path{Fill: &fill, Segs: append(segs, Seg{Op: Close})}
}

// Line is a stroked polyline through the points.
func Line(width float64, stroke Color, points ...Point) Path {
	p := Path{Stroke: &stroke, Width: width}
	for i, pt := range points {
		op := LineTo
		if i == 0 {
			op = MoveTo
		}
		p.Segs = append(p.Segs, Seg{Op: op, X: pt.X, Y: pt.Y})
	}
	return p
}
