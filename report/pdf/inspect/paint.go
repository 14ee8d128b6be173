package inspect

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"strconv"
	"strings"

	"lysark/report/pdf/cos"
)

// picture is one image XObject.
type picture struct {
	dict   cos.Dict
	stream *cos.Stream
	bytes  int
	page   int
	hash   string
}

// paint plays what paints something other than text.
func (w *walker) paint(op cos.Op) {
	f := w.f
	switch op.Name {
	case "Do":
		w.xobject(op)
		return
	case "BI":
		d, _ := operand(op, 0).(cos.Dict)
		f.inlineImage(w, d)
		w.painted("a picture")
		w.page.images++
	case "sh":
		w.space(f.pdf.Dict(w.resource("Shading", op))["ColorSpace"])
		w.painted("a shading")
		w.digest("sh", []cos.Object{cos.String(f.fingerprint(w.resource("Shading", op)))})
		return
	default:
		if strings.ContainsAny(op.Name, "fFBb") {
			w.f.device(w, w.state.fill)
		}
		if strings.ContainsAny(op.Name, "SsBb") {
			w.f.device(w, w.state.stroke)
		}
		w.painted("a path")
	}
	w.digest(op.Name, op.Args)
}

func (w *walker) xobject(op cos.Op) {
	o := w.resource("XObject", op)
	s := w.f.pdf.Stream(o)
	if s == nil {
		return
	}
	switch w.f.pdf.Name(s.Dict["Subtype"]) {
	case "Image":
		w.painted("a picture")
		w.page.images++
		p := w.f.picture(o, s, w)
		w.digest("Do", []cos.Object{cos.String(p.hash)})
		w.place(p)
	case "Form":
		w.form(number(o), s)
	case "PS":
		w.f.see(postScript, w.here(object(number(o))), "")
	}
}

// picture is the image of a stream, read when it is first met.
func (f *file) picture(o cos.Object, s *cos.Stream, w *walker) *picture {
	num := number(o)
	if p := f.imageOf[num]; p != nil {
		return p
	}
	sum := sha256.New()
	sum.Write([]byte(f.fingerprint(withoutLength(s.Dict))))
	if f.spend(len(s.Data) / 512) {
		sum.Write(s.Data)
	}
	p := &picture{s.Dict, s, len(s.Data), w.page.number, hex.EncodeToString(sum.Sum(nil)[:16])}
	f.imageOf[num] = p
	f.images = append(f.images, p)
	f.checkImage(w, num, s.Dict)
	w.space(s.Dict["ColorSpace"])
	if mask := f.pdf.Stream(s.Dict["SMask"]); mask != nil {
		f.see(transparency, w.here(object(num)), "")
		f.checkImage(w, number(s.Dict["SMask"]), mask.Dict)
	}
	return p
}

// withoutLength leaves out of an image what may change while it stays the same picture.
func withoutLength(d cos.Dict) cos.Dict {
	out := cos.Dict{}
	for k, v := range d {
		if k != "Length" {
			out[k] = v
		}
	}
	return out
}

// form plays a form XObject where it is painted.
func (w *walker) form(num int, s *cos.Stream) {
	f := w.f
	seen := f.forms[num]
	if seen == nil {
		seen = &form{page: w.page.number}
		f.forms[num] = seen
		f.checkForm(w, num, s.Dict)
		data, err := f.pdf.Decode(s)
		if err != nil {
			f.see(damaged, w.here(object(num)), "a form's content cannot be read whole")
		}
		seen.data = data
	}
	seen.painted++
	for _, open := range w.forms {
		if open == num {
			f.see(damaged, w.here(object(num)), "a form paints itself")
			return
		}
	}
	if len(w.forms) >= deepForms {
		f.cut("forms")
		return
	}
	w.inside(num, s.Dict, seen.data)
}

// inside plays content with its own resources and state, and comes back to those of before.
func (w *walker) inside(num int, d cos.Dict, data []byte) {
	owner, resources, now, stack, marks := w.owner, w.resources, w.state, w.stack, len(w.marks)
	w.forms = append(w.forms, num)
	w.owner, w.stack = num, nil
	if own := w.f.pdf.Dict(d["Resources"]); own != nil {
		w.resources = own
	}
	w.digest("form", []cos.Object{cos.String(w.f.fingerprint(d["Matrix"]) + w.f.fingerprint(d["BBox"]))})
	w.state.ctm = w.f.matrix(d["Matrix"]).times(w.state.ctm)
	w.run(data)
	w.digest("end", nil)
	if len(w.marks) != marks {
		w.f.see(unbalancedMarks, w.here(""), "")
		w.marks = w.marks[:min(marks, len(w.marks))]
	}
	w.forms = w.forms[:len(w.forms)-1]
	w.owner, w.resources, w.state, w.stack = owner, resources, now, stack
}

// textual plays what sets and shows text.
func (w *walker) textual(op cos.Op) {
	switch op.Name {
	case "Tf":
		name, _ := operand(op, 0).(cos.Name)
		w.state.font = w.f.font(w.f.pdf.Dict(w.resources["Font"])[name], w.page.number)
		w.state.size = numeric(operand(op, 1))
		if w.state.font != nil {
			w.digest("Tf", append([]cos.Object{cos.String(w.state.font.name)}, op.Args[min(1, len(op.Args)):]...))
		}
		return
	case "Tr":
		w.state.mode, _ = operand(op, 0).(int)
		w.digest("Tr", op.Args)
		return
	}
	if op.Name == "'" || op.Name == "\"" {
		w.pen.move(0, -w.pen.leading)
	}
	var shown, codes strings.Builder
	var spacing []cos.Object
	from := w.pen.matrix.times(w.state.ctm)
	for _, a := range op.Args {
		list, ok := a.(cos.Array)
		if !ok {
			list = cos.Array{a}
		}
		for _, o := range list {
			if s, ok := o.(cos.String); ok {
				w.show(string(s), &shown, &codes)
				continue
			}
			spacing = append(spacing, o)
			w.pen.forward(-numeric(o) / 1000 * w.state.size)
		}
	}
	text := shown.String()
	w.joined(text, from)
	if w.state.mode != 3 && w.state.mode != 7 {
		if w.state.mode%4 != 1 {
			w.f.device(w, w.state.fill)
		}
		if m := w.state.mode % 4; m == 1 || m == 2 {
			w.f.device(w, w.state.stroke)
		}
	}
	w.painted("the text " + strconv.Quote(short(text)))
	if codes.Len() > 0 {
		spacing = append(spacing, cos.String(codes.String()))
	}
	w.digest(op.Name, append(spacing, cos.String(text)))
}

// show notes each character of a string as used, and what it says. Of those that say nothing it takes the codes.
func (w *walker) show(s string, shown, codes *strings.Builder) {
	ft := w.state.font
	if ft == nil || !w.f.spend(len(s)/8) {
		return
	}
	for len(s) > 0 && shown.Len() < mostString {
		c := ft.next(s)
		s = s[c.bytes:]
		u := w.f.use(ft, c, w.page.number)
		u.visible = u.visible || w.state.mode != 3
		w.pen.forward(u.width / 1000 * w.state.size)
		shown.WriteString(u.text)
		if u.text == unknown {
			codes.WriteString(strconv.Itoa(int(c.code)) + " ")
		}
	}
}

// short is the beginning of a text, enough to find it.
func short(s string) string {
	const most = 30
	s = printable(strings.ToValidUTF8(strings.TrimSpace(s[:min(len(s), 8*most)]), ""))
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// fingerprint is an object as text with its references followed, the same whatever numbers objects have.
func (f *file) fingerprint(o cos.Object) string {
	var b strings.Builder
	f.spell(&b, o, 0)
	return b.String()
}

func (f *file) spell(b *strings.Builder, o cos.Object, depth int) {
	if depth > 8 || b.Len() > 1<<16 || !f.spend(1) {
		return
	}
	switch v := f.pdf.Resolve(o).(type) {
	case cos.Array:
		for _, e := range v {
			f.spell(b, e, depth+1)
			b.WriteByte(' ')
		}
	case cos.Dict:
		f.spellDict(b, v, depth)
	case *cos.Stream:
		f.spellStream(b, number(o), v, depth)
	default:
		b.WriteString(cos.Format(v))
	}
}

// spellStream writes what a stream holds, however that is compressed. An image counts as it is: Look tells more.
func (f *file) spellStream(b *strings.Builder, num int, s *cos.Stream, depth int) {
	d := s.Dict
	if f.pdf.Name(d["Subtype"]) != "Image" {
		d = uncoded(d)
	}
	f.spellDict(b, d, depth)
	if sum, ok := f.sums[num]; ok && num != 0 {
		b.WriteString(sum)
		return
	}
	if !f.spend(len(s.Data) / 512) {
		return
	}
	data := s.Data
	if len(d) < len(s.Dict) {
		if plain, err := f.pdf.Decode(s); err == nil {
			data = plain
		}
	}
	f.sums[num] = sum(data)
	b.WriteString(f.sums[num])
}

// uncoded leaves out of a stream's dictionary how it is compressed.
func uncoded(d cos.Dict) cos.Dict {
	out := maps.Clone(d)
	for _, k := range []cos.Name{"Length", "Filter", "DecodeParms"} {
		delete(out, k)
	}
	return out
}

func (f *file) spellDict(b *strings.Builder, d cos.Dict, depth int) {
	for _, k := range sortedKeys(d) {
		if k == "Parent" || k == "StructParent" || k == "StructParents" {
			continue
		}
		b.WriteString("/" + string(k) + " ")
		f.spell(b, d[k], depth+1)
		b.WriteByte(' ')
	}
}
