package inspect

import (
	"math"
	"strings"

	"lysark/report/pdf/cos"
)

// matrix is a transformation: a b c d e f, as in ISO 32000-1, 8.3.3.
type matrix [6]float64

func identity() matrix { return matrix{1, 0, 0, 1, 0, 0} }

// times is m, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// matrixOf reads six numbers; the identity where there are not.
func matrixOf(args []cos.Object) matrix {
	m := identity()
	for i := range min(len(args), 6) {
		m[i] = numeric(args[i])
	}
	return m
}

func (f *file) matrix(o cos.Object) matrix {
	list := f.numbers(o)
	if len(list) < 6 {
		return identity()
	}
	return matrix(list[:6])
}

func numeric(o cos.Object) float64 {
	switch v := o.(type) {
	case int:
		return float64(v)
	case float64:
		return v
	}
	return 0
}

// pen is where text is shown next. It is exact enough to tell the end of a word, and knows no vertical writing.
type pen struct {
	line    matrix // at the beginning of the line
	matrix  matrix
	leading float64
}

func (p *pen) move(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.times(p.line)
	p.matrix = p.line
}

func (p *pen) forward(x float64) { p.matrix = matrix{1, 0, 0, 1, x, 0}.times(p.matrix) }

func (w *walker) position(op cos.Op) {
	x, y := numeric(operand(op, 0)), numeric(operand(op, 1))
	switch op.Name {
	case "BT":
		w.pen.line, w.pen.matrix = identity(), identity()
	case "TL":
		w.pen.leading = x
	case "Td":
		w.pen.move(x, y)
	case "TD":
		w.pen.leading = -y
		w.pen.move(x, y)
	case "Tm":
		w.pen.line = matrixOf(op.Args)
		w.pen.matrix = w.pen.line
	case "T*":
		w.pen.move(0, -w.pen.leading)
	}
}

// stroke is where the last text ended, and what it belonged to.
type stroke struct {
	sink  *content
	marks int
	start matrix
	end   matrix
	size  float64
	text  string
}

// joined adds a text to what was shown before: as it is where it goes on from there, with a space where it begins
// elsewhere, such as the next label of a chart. A line that ends in a space or a soft hyphen needs none.
func (w *walker) joined(text string, from matrix) {
	m := w.top()
	size := w.state.size * math.Hypot(from[2], from[3])
	if w.last.text != "" && w.last.sink == m.sink && w.last.marks == len(w.marks) && elsewhere(w.last, from, size) &&
		!spaced(w.last.text, text) {
		w.say(" ")
	}
	w.say(text)
	w.last = stroke{m.sink, len(w.marks), from, w.pen.matrix.times(w.state.ctm), size, text}
}

// elsewhere tells whether a text does not go on where the last one ended, along the line it was on.
func elsewhere(last stroke, from matrix, size float64) bool {
	length := math.Hypot(last.end[0], last.end[1])
	if length == 0 {
		return true
	}
	x, y := from[4]-last.end[4], from[5]-last.end[5]
	along := (x*last.end[0] + y*last.end[1]) / length
	across := (y*last.end[0] - x*last.end[1]) / length
	near := 0.15 * max(size, last.size)
	return math.Abs(along) > near || math.Abs(across) > 2*near
}

// spaced tells whether two texts need no space between them.
func spaced(last, next string) bool {
	return last == "" || next == "" || strings.HasSuffix(last, " ") || strings.HasSuffix(last, "\u00ad") ||
		strings.HasSuffix(last, "\u00a0") || strings.HasPrefix(next, " ")
}
