package pdf

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"lysark/report/scene"
)

// path fills and strokes an outline.
func (d *document) path(p scene.Path) {
	if len(p.Segs) == 0 || (p.Fill == nil && p.Stroke == nil) {
		return
	}
	var b strings.Builder
	paint := "n"
	b.WriteString("q ")
	if p.Fill != nil {
		fmt.Fprintf(&b, "%s rg ", rgb(*p.Fill))
		paint = "f"
	}
	if p.Stroke != nil {
		fmt.Fprintf(&b, "%s RG %s w %s ", strings.TrimSpace(rgb(*p.Stroke)), number(p.Width), dash(p.Dash))
		paint = "S"
		if p.Fill != nil {
			paint = "B"
		}
	}
	d.outline(&b, p.Segs)
	d.emit("%s%s Q", b.String(), paint)
}

func dash(lengths []float64) string {
	if len(lengths) == 0 {
		return "[] 0 d"
	}
	s := make([]string, len(lengths))
	for i, l := range lengths {
		s[i] = number(l)
	}
	return "[" + strings.Join(s, " ") + "] 0 d"
}

func (d *document) outline(b *strings.Builder, segs []scene.Seg) {
	for _, s := range segs {
		switch s.Op {
		case scene.MoveTo:
			fmt.Fprintf(b, "%s %s m ", number(s.X), number(d.height-s.Y))
		case scene.LineTo:
			fmt.Fprintf(b, "%s %s l ", number(s.X), number(d.height-s.Y))
		case scene.ArcTo:
			d.arc(b, s)
		case scene.Close:
			b.WriteString("h ")
		}
	}
}

// arc draws a line to the arc's start, then cubic curves over at most a quarter each; their handles are
// 4/3 tan(a/4) of the radius, which keeps within 0.03 % of the circle.
func (d *document) arc(b *strings.Builder, s scene.Seg) {
	n := max(int(math.Ceil(math.Abs(s.Sweep)/(math.Pi/2)-1e-9)), 1)
	step := s.Sweep / float64(n)
	handle := 4.0 / 3 * math.Tan(step/4) * s.R
	at := func(a float64) (x, y float64) { return s.X + s.R*math.Cos(a), s.Y + s.R*math.Sin(a) }
	x, y := at(s.Start)
	fmt.Fprintf(b, "%s %s l ", number(x), number(d.height-y))
	for i := range n {
		a0 := s.Start + float64(i)*step
		a1 := a0 + step
		x0, y0 := at(a0)
		x1, y1 := at(a1)
		fmt.Fprintf(b, "%s %s %s %s %s %s c ",
			number(x0-handle*math.Sin(a0)), number(d.height-(y0+handle*math.Cos(a0))),
			number(x1+handle*math.Sin(a1)), number(d.height-(y1-handle*math.Cos(a1))),
			number(x1), number(d.height-y1))
	}
}

// number writes at most three decimals: a thousandth of a point is far below what any device shows.
func number(v float64) string {
	s := strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64)
	if s == "-0" {
		return "0"
	}
	return s
}

func rgb(c scene.Color) string {
	part := func(v uint8) string { return strconv.FormatFloat(math.Round(float64(v)/255*1e4)/1e4, 'f', -1, 64) }
	return part(c.R) + " " + part(c.G) + " " + part(c.B)
}
