package pdf

import (
	"math"
	"strconv"

	"lysark/report/scene"
)

// path fills and strokes an outline.
func (s *sheet) path(p scene.Path) {
	if len(p.Segs) == 0 || (p.Fill == nil && p.Stroke == nil) {
		return
	}
	paint := byte('n')
	b := append(s.out, "q "...)
	if p.Fill != nil {
		b = append(appendColor(b, *p.Fill), "rg "...)
		paint = 'f'
	}
	if p.Stroke != nil {
		b = append(appendColor(b, *p.Stroke), "RG "...)
		// round corners, as sharp ones would reach beyond their values
		b = append(appendNumbers(b, p.Width), "w 1 j "...)
		b = appendDash(b, p.Dash)
		paint = 'S'
		if p.Fill != nil {
			paint = 'B'
		}
	}
	b = s.outline(b, p.Segs)
	s.out = append(b, paint, ' ', 'Q', '\n')
}

func appendDash(b []byte, lengths []float64) []byte {
	if len(lengths) == 0 {
		return append(b, "[] 0 d "...)
	}
	b = append(b, '[')
	b = appendNumbers(b, lengths...)
	b[len(b)-1] = ']'
	return append(b, " 0 d "...)
}

func (s *sheet) outline(b []byte, segs []scene.Seg) []byte {
	for _, seg := range segs {
		switch seg.Op {
		case scene.MoveTo:
			b = append(appendNumbers(b, seg.X, s.Size.H-seg.Y), "m "...)
		case scene.LineTo:
			b = append(appendNumbers(b, seg.X, s.Size.H-seg.Y), "l "...)
		case scene.ArcTo:
			b = s.arc(b, seg)
		case scene.Close:
			b = append(b, "h "...)
		}
	}
	return b
}

// arc draws a line to the arc's start, then cubic curves over at most a quarter each; their handles are
// 4/3 tan(a/4) of the radius, which keeps within 0.03 % of the circle.
func (s *sheet) arc(b []byte, seg scene.Seg) []byte {
	n := max(int(math.Ceil(math.Abs(seg.Sweep)/(math.Pi/2)-1e-9)), 1)
	step := seg.Sweep / float64(n)
	handle := 4.0 / 3 * math.Tan(step/4) * seg.R
	h := s.Size.H
	at := func(a float64) (x, y float64) { return seg.X + seg.R*math.Cos(a), seg.Y + seg.R*math.Sin(a) }
	x, y := at(seg.Start)
	b = append(appendNumbers(b, x, h-y), "l "...)
	for i := range n {
		a0 := seg.Start + float64(i)*step
		a1 := a0 + step
		x0, y0 := at(a0)
		x1, y1 := at(a1)
		b = appendNumbers(b,
			x0-handle*math.Sin(a0), h-(y0+handle*math.Cos(a0)),
			x1+handle*math.Sin(a1), h-(y1-handle*math.Cos(a1)),
			x1, h-y1)
		b = append(b, "c "...)
	}
	return b
}

// appendNumbers writes each number with at most three decimals, as a thousandth of a point is far below what any
// device shows, and a space behind it.
func appendNumbers(b []byte, numbers ...float64) []byte {
	for _, v := range numbers {
		b = append(strconv.AppendFloat(b, tidy(v, 1000), 'f', -1, 64), ' ')
	}
	return b
}

// appendColor writes red, green and blue, from 0 to 1.
func appendColor(b []byte, c scene.Color) []byte {
	for _, v := range [3]uint8{c.R, c.G, c.B} {
		b = append(strconv.AppendFloat(b, tidy(float64(v)/255, 1e4), 'f', -1, 64), ' ')
	}
	return b
}

// tidy rounds to a fraction of one; minus zero is zero.
func tidy(v, parts float64) float64 { return math.Round(v*parts)/parts + 0 }
