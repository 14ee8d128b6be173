package inspect

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"strings"

	"lysark/report/pdf/cos"
)

// walker plays a page's content, with the forms it paints, and notes what the rules and the reader of the text need.
type walker struct {
	f         *file
	page      *page
	owner     int // of marked content: the object number of the page, or of the form being played
	resources cos.Dict
	state     state
	stack     []state
	marks     []mark
	forms     []int // object numbers of the forms being played
	outside   bool  // it is an annotation's appearance or a pattern: what belongs to what is no question there
	hash      hash.Hash
	line      []byte
	pen       pen
	last      stroke
	trail     trail
}

// state is what of the graphics state matters here.
type state struct {
	font         *font
	size         float64
	ctm          matrix
	mode         int // 3 is invisible text
	fill, stroke string
	inks         [2]ink // of filling and of strokes
}

// mark is marked content that is open (ISO 32000-1, 14.6), with what it inherits from that around it.
type mark struct {
	sink     *content // where text goes; nil: to the page's untagged text or artifacts
	artifact bool
	tagged   bool // it has a place in the structure, or is in one that has
	silent   bool // its text is replaced by an ActualText
	language bool // it says what language it is in
	text     *strings.Builder
}

// content is one piece of marked content.
type content struct {
	page     int
	text     strings.Builder
	painted  int  // how many operators paint in it
	language bool // all of its text says itself what language it is in
}

// form is how often a form XObject is painted, and whether it has marked content of its own.
type form struct {
	painted int
	pieces  bool
	data    []byte
	page    int
}

// play reads all pages.
func (f *file) play() {
	f.pieces, f.forms, f.fontOf, f.imageOf = map[piece]*content{}, map[int]*form{}, map[int]*font{}, map[int]*picture{}
	for _, p := range f.pages {
		w := &walker{f: f, page: p, owner: p.object, resources: p.resources, hash: sha256.New(),
			state: state{fill: "DeviceGray", stroke: "DeviceGray", ctm: identity()}}
		w.run(f.pageContent(p))
		for _, a := range p.annots {
			w.appearance(a)
		}
		if len(w.marks) > 0 {
			f.see(unbalancedMarks, place{page: p.number}, "")
		}
		w.leave()
		p.painted = hex.EncodeToString(w.hash.Sum(nil)[:16])
	}
}

// pageContent is a page's content: several streams read as one (7.8.2).
func (f *file) pageContent(p *page) []byte {
	var all []byte
	f.eachKid(p.dict["Contents"], func(o cos.Object) {
		s := f.pdf.Stream(o)
		if s == nil {
			return
		}
		data, err := f.pdf.Decode(s)
		if err != nil {
			f.see(damaged, place{p.number, object(number(o))}, "the page's content cannot be read whole")
		}
		if len(all)+len(data) <= mostDecoded {
			all = append(append(all, data...), '\n')
		}
	})
	return all
}

func (w *walker) run(data []byte) {
	if !w.f.spend(len(data) / 32) {
		return
	}
	for op := range cos.Operators(data) {
		if !w.f.spend(1 + len(op.Args)/8) {
			return
		}
		w.operator(op)
	}
}

// operator plays one operator, by its kind.
func (w *walker) operator(op cos.Op) {
	switch op.Name {
	case "gs":
		w.extended(w.resource("ExtGState", op))
		return
	case "q", "Q", "ri", "cm", "w", "J", "j", "M", "d", "i":
		w.graphics(op)
	case "BMC", "BDC", "EMC", "MP", "DP":
		w.marked(op)
		return // marks paint nothing, so they are no part of the hash
	case "Tf", "Tr", "Tj", "TJ", "'", "\"":
		w.textual(op)
		return
	case "g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN":
		w.color(op)
		op.Args = w.unnamed(op)
	case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "BI", "Do":
		w.paint(op)
		return
	case "BT", "Td", "TD", "Tm", "T*", "TL":
		w.position(op)
	case "ET", "Tc", "Tw", "Tz", "Ts", "m", "l", "c", "v", "y", "h", "re", "W", "W*", "n", "BX", "EX", "d0", "d1":
	default:
		w.f.see(unknownOperator, w.here(""), short(op.Name))
	}
	w.digest(op.Name, op.Args)
}

func (w *walker) graphics(op cos.Op) {
	switch op.Name {
	case "q":
		w.stack = append(w.stack, w.state)
		if len(w.stack) == deepStack+1 {
			w.f.see(deepStates, w.here(""), "")
		}
		if len(w.stack) > 10*deepStack {
			w.stack = w.stack[:10*deepStack]
		}
	case "Q":
		if n := len(w.stack); n > 0 {
			w.state, w.stack = w.stack[n-1], w.stack[:n-1]
		}
	case "cm":
		w.state.ctm = matrixOf(op.Args).times(w.state.ctm)
	case "ri":
		w.f.intent(w.here(""), operand(op, 0))
	}
}

// deepStack is how many graphics states PDF/A allows within each other (ISO 19005-2, 6.1.13).
const deepStack = 28

// here is the place of what is being played. what is empty, or names it.
func (w *walker) here(what string) place {
	if n := len(w.forms); n > 0 && what == "" {
		what = object(w.forms[n-1])
	}
	return place{w.page.number, what}
}

// operand is one operand of an operator, nil when there is none.
func operand(op cos.Op, i int) cos.Object {
	if i < len(op.Args) {
		return op.Args[i]
	}
	return nil
}

// resource is what the last operand names, as a reference where it is one.
func (w *walker) resource(kind cos.Name, op cos.Op) cos.Object {
	if len(op.Args) == 0 {
		return nil
	}
	name, _ := op.Args[len(op.Args)-1].(cos.Name)
	return w.f.pdf.Dict(w.resources[kind])[name]
}

// top is the innermost marked content.
func (w *walker) top() mark {
	if len(w.marks) == 0 {
		return mark{}
	}
	return w.marks[len(w.marks)-1]
}

func (w *walker) marked(op cos.Op) {
	switch op.Name {
	case "BMC", "BDC":
		if len(w.marks) >= deepMarks {
			w.f.cut("marked content")
			w.marks = append(w.marks[:deepMarks-1], w.top())
			return
		}
		w.open(op)
	case "EMC":
		n := len(w.marks)
		if n == 0 {
			w.f.see(unbalancedMarks, w.here(""), "")
			return
		}
		w.close(w.marks[n-1])
		w.marks = w.marks[:n-1]
	}
}

// open begins marked content. A property list is given in place or named in the resources.
func (w *walker) open(op cos.Op) {
	m, f := w.top(), w.f
	m.text = nil
	tag, _ := operand(op, 0).(cos.Name)
	var list cos.Dict
	if op.Name == "BDC" {
		list = f.pdf.Dict(operand(op, 1))
		if name, ok := operand(op, 1).(cos.Name); ok {
			ref := f.pdf.Dict(w.resources["Properties"])[name]
			list = f.pdf.Dict(ref)
		}
	}
	id, numbered := f.pdf.Int(list["MCID"])
	switch {
	case tag == "Artifact":
		if m.tagged {
			f.see(artifactInTag, w.here(""), "")
		}
		m.artifact, m.tagged, m.sink, m.text = true, false, nil, &strings.Builder{}
	case numbered:
		if m.artifact {
			f.see(tagInArtifact, w.here(""), "")
		}
		m.artifact, m.tagged, m.silent = false, true, false
		m.sink = w.content(piece{w.owner, id})
	}
	m.language = m.language || f.string(list["Lang"]) != ""
	if f.has(list, "ActualText") && !m.silent {
		w.marks = append(w.marks, m)
		w.say(f.string(list["ActualText"]))
		w.marks = w.marks[:len(w.marks)-1]
		m.silent = true
	}
	w.marks = append(w.marks, m)
}

func (w *walker) close(m mark) {
	if m.text != nil && m.text.Len() > 0 {
		w.page.artifacts = append(w.page.artifacts, unhyphenated(m.text.String()))
	}
}

// content is the piece of marked content with a number.
func (w *walker) content(p piece) *content {
	c := w.f.pieces[p]
	if c == nil {
		c = &content{page: w.page.number, language: true}
		if len(w.f.pieces) >= mostPieces {
			w.f.cut("marked content")
			return c
		}
		w.f.pieces[p] = c
		if n := len(w.forms); n > 0 {
			w.f.forms[w.forms[n-1]].pieces = true
		}
		return c
	}
	if len(w.forms) == 0 && c.page == w.page.number && !w.outside {
		w.f.see(repeatedMCID, w.here(""), "")
	}
	return c
}

// say adds text to where it belongs.
func (w *walker) say(s string) {
	m := w.top()
	if m.silent || w.outside {
		return
	}
	s = w.f.keep(s)
	switch {
	case m.sink != nil:
		m.sink.text.WriteString(s)
	case m.artifact:
		for i := len(w.marks) - 1; i >= 0; i-- {
			if w.marks[i].text != nil {
				w.marks[i].text.WriteString(s)
				return
			}
		}
	default:
		w.page.untagged.WriteString(s)
	}
}

// painted notes that something is painted, and whether it belongs somewhere.
func (w *walker) painted(what string) {
	m := w.top()
	switch {
	case w.outside || m.artifact:
	case !m.tagged:
		w.f.see(untaggedContent, w.here(""), what)
	default:
		m.sink.painted++
		m.sink.language = m.sink.language && m.language
	}
}

// digest adds an operator to the hash of what is painted.
func (w *walker) digest(name string, args []cos.Object) {
	if w.outside {
		return
	}
	w.line = w.line[:0]
	for _, a := range args {
		switch v := a.(type) {
		case cos.Name:
			w.line = append(w.line, '/')
			w.line = append(w.line, v...)
		default:
			w.line = append(w.line, cos.Format(a)...)
		}
		w.line = append(w.line, ' ')
	}
	w.line = append(append(w.line, name...), '\n')
	w.hash.Write(w.line)
	w.trace(name, args, w.line)
}
