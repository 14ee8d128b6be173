package inspect

import (
	"crypto/sha256"
	"encoding/hex"
	"hash/fnv"
	"maps"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"lysark/report/pdf/cos"
)

// Traces is what tells two files apart that say and show the same.
type Traces struct {
	File     string // hash of all bytes
	ID       string // hash of what the file is called in its trailer
	Metadata string // hash of the XMP metadata
}

// Mark is one thing that is painted: a line of text, a path, a picture. What is drawn beyond mostMarks is in
// Page.Ground only.
type Mark struct {
	Kind     Kind
	Name     string // the beginning of the text, an Image's hash, else a hash of the path or picture
	X, Y     float64
	Size     float64 // of the font, or a picture's width
	Font     string
	Color    string
	Rest     uint64 // hash of all else it is painted with, such as spacing, widths, clipping
	Artifact bool
}

// Kind is what sort of thing a mark is.
type Kind byte

// The kinds of marks. What is left over at the end of a page paints nothing.
const (
	Lettering Kind = iota
	Shape
	Picture
	Note // the look of an annotation
	Leftover
)

// trail is what was set since the last mark.
type trail struct {
	pending []byte // operators that neither place nor colour
	path    bool   // of them are some that begin a path
	x, y    float64
	ground  uint64
	marks   []Mark
	placed  []placed
	partly  bool // there are more
}

// ink is a colour as it was chosen: the operator, and the colour space before it.
type ink struct{ space, color string }

// trace follows the operators that are digested, line being one of them in the form that is hashed.
func (w *walker) trace(name string, args []cos.Object, line []byte) {
	switch name {
	case "BT", "ET", "Td", "TD", "Tm", "T*", "TL", "Tf": // a text's place and font are worked out
	case "g", "rg", "k", "cs", "sc", "scn":
		w.state.inks[0].choose(name, line)
	case "G", "RG", "K", "CS", "SC", "SCN":
		w.state.inks[1].choose(name, line)
	case "Tj", "TJ", "'", "\"":
		at := w.last.start
		m := Mark{Kind: Lettering, Name: beginning(w.last.text), X: at[4], Y: at[5], Size: w.last.size,
			Color: w.state.inks[0].name()}
		if w.state.font != nil {
			m.Font = w.state.font.name
		}
		w.mark(m, line)
	case "Do", "sh", "BI":
		at := w.state.ctm
		m := Mark{Kind: Picture, X: at[4], Y: at[5], Size: math.Hypot(at[0], at[1]), Name: sum(line),
			Color: w.state.inks[0].name()}
		if image, ok := operand(cos.Op{Args: args}, 0).(cos.String); ok && name == "Do" {
			m.Name = string(image)
		}
		w.mark(m, nil)
	case "f", "F", "S", "s", "f*", "B", "B*", "b", "b*":
		m := Mark{Kind: Shape, X: w.trail.x, Y: w.trail.y, Color: w.inks(name),
			Name: sum(append(w.trail.pending, line...))}
		w.trail.pending = w.trail.pending[:0]
		w.mark(m, nil)
		w.trail.path = false
	case "m", "re":
		if !w.trail.path {
			w.trail.path = true
			x, y := numeric(operand(cos.Op{Args: args}, 0)), numeric(operand(cos.Op{Args: args}, 1))
			at := matrix{1, 0, 0, 1, x, y}.times(w.state.ctm)
			w.trail.x, w.trail.y = at[4], at[5]
		}
		w.pend(line)
	case "n":
		w.trail.path = false
		w.pend(line)
	default:
		w.pend(line)
	}
}

// pend notes an operator for the mark to come. Of very many the first are enough: the page has a hash of them all.
func (w *walker) pend(line []byte) {
	if len(w.trail.pending) < 1<<16 {
		w.trail.pending = append(w.trail.pending, line...)
	}
}

// mark ends what is pending with a mark.
func (w *walker) mark(m Mark, line []byte) {
	t := &w.trail
	h := fnv.New64a()
	h.Write(t.pending)
	h.Write(line)
	m.Rest, t.pending = h.Sum64(), t.pending[:0]
	m.X, m.Y, m.Size = rounded(m.X), rounded(m.Y), rounded(m.Size)
	m.Artifact = w.top().artifact
	if m.Kind != Lettering || !m.Artifact {
		t.ground = m.fold(t.ground)
	}
	if w.f.marked++; w.f.marked > mostMarks {
		t.partly = true
		return
	}
	t.marks = append(t.marks, m)
}

// fold adds a mark to the hash of those before it.
func (m Mark) fold(before uint64) uint64 {
	h := fnv.New64a()
	var b []byte
	for _, n := range []uint64{before, m.Rest, math.Float64bits(m.X), math.Float64bits(m.Y), math.Float64bits(m.Size)} {
		for range 8 {
			b = append(b, byte(n))
			n >>= 8
		}
	}
	h.Write(b)
	for _, s := range []string{m.Name, m.Font, m.Color} {
		h.Write(append([]byte(s), 0))
	}
	return h.Sum64()
}

// leave gives the page its marks.
func (w *walker) leave() {
	if len(w.trail.pending) > 0 {
		w.mark(Mark{Kind: Leftover}, nil)
	}
	w.page.trail = w.trail
}

// inks are the colours that a path is painted in, filled first.
func (w *walker) inks(operator string) string {
	var out []string
	if strings.ContainsAny(operator, "fFBb") {
		out = append(out, w.state.inks[0].name())
	}
	if strings.ContainsAny(operator, "SsBb") {
		out = append(out, w.state.inks[1].name())
	}
	return strings.Join(out, " and ")
}

func (i *ink) choose(operator string, line []byte) {
	chosen := string(line)
	if len(line) > 60 {
		chosen = sum(line) // a pattern
	}
	switch operator {
	case "cs", "CS":
		i.space, i.color = chosen, ""
	case "sc", "scn", "SC", "SCN":
		i.color = chosen
	default:
		i.space, i.color = "", chosen
	}
}

// name is the colour for people: #RRGGBB where it is one, else what kind of colour it is, with a number to tell it from
// others.
func (i ink) name() string {
	fields := strings.Fields(i.color)
	var parts []uint8
	for _, s := range fields[:max(len(fields)-1, 0)] {
		n, ok := channel(s)
		if !ok {
			return "colour " + sum([]byte(i.space + i.color))[:6]
		}
		parts = append(parts, n)
	}
	switch {
	case i.space == "" && len(fields) == 0:
		return "#000000"
	case i.space == "" && len(parts) == 1:
		return "#" + strings.Repeat(hex.EncodeToString(parts), 3)
	case i.space == "" && len(parts) == 3:
		return "#" + hex.EncodeToString(parts)
	}
	return "colour " + sum([]byte(i.space + i.color))[:6]
}

func rounded(x float64) float64 {
	if math.IsNaN(x) || math.Abs(x) > 1e9 {
		return 1e9
	}
	return math.Round(x*100)/100 + 0 // never −0
}

// beginning is so much of a text as tells it from others.
func beginning(s string) string {
	const most = 100
	if len(s) <= most {
		return strings.Clone(printable(s))
	}
	end := most
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return strings.Clone(printable(s[:end]))
}

// sum is a short hash.
func sum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:8])
}

// traces are the file's.
func (f *file) traces() Traces {
	return Traces{File: sum(f.data), ID: sum([]byte(f.fingerprint(f.pdf.Trailer()["ID"]))),
		Metadata: sum([]byte(f.fingerprint(f.root["Metadata"])))}
}

// channel reads a colour's part, 0 to 1.
func channel(s string) (uint8, bool) {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0, false
	}
	return uint8(math.Round(255 * min(max(x, 0), 1))), true
}

// attributes is a hash of an element's attributes but for the box it takes, which what is painted tells.
func (f *file) attributes(n *node) string {
	var b strings.Builder
	for _, key := range []cos.Name{"A", "C"} {
		f.eachKid(n.dict[key], func(o cos.Object) {
			if d := f.pdf.Dict(o); d["BBox"] != nil {
				d = maps.Clone(d)
				delete(d, "BBox")
				o = d
			}
			b.WriteString(f.fingerprint(o) + "\n")
		})
	}
	if b.Len() == 0 {
		return ""
	}
	return sum([]byte(b.String()))
}
