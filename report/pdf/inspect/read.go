package inspect

import (
	"bytes"
	"errors"
	"strings"

	"lysark/report/pdf/cos"
)

// Errors of files in which there is nothing to look at.
var (
	errNoPDF  = errors.New("it is no PDF")
	errBroken = errors.New("it is a PDF that is broken beyond reading, or cut off")
)

// Read reads a PDF and holds it against the rules. The error tells that data is no PDF at all; all else that is wrong
// is among the problems.
func Read(data []byte) (*Document, error) { return read(data, mostWork) }

// read does so many steps at most.
func read(data []byte, work int) (*Document, error) {
	pdf, err := cos.Read(data, cos.Limits{Decoded: mostDecoded})
	if err != nil { // which says in other words the same
		if bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
			return nil, errBroken
		}
		return nil, errNoPDF
	}
	f := &file{pdf: pdf, data: data, seen: map[fact]*sightings{}, profiles: map[int]bool{}, sums: map[int]string{},
		work: work, text: mostText, mapped: mostMapped}
	f.root, f.info = pdf.Dict(pdf.Trailer()["Root"]), pdf.Dict(pdf.Trailer()["Info"])
	f.readXMP()
	f.readPages()
	if !pdf.Encrypted() {
		f.readParts()
	}
	d := f.document()
	d.Problems = f.check()
	return d, nil
}

// readParts reads what encryption would hide.
func (f *file) readParts() {
	f.readAnnotations()
	f.readTree()
	f.play()
	f.readTexts()
	f.readOutline()
	f.readFiles()
}

// document is what was read, as plain data.
func (f *file) document() *Document {
	marked, _ := f.pdf.Bool(f.pdf.Dict(f.root["MarkInfo"])["Marked"])
	display, _ := f.pdf.Bool(f.pdf.Dict(f.root["ViewerPreferences"])["DisplayDocTitle"])
	d := &Document{
		Bytes:        len(f.data),
		Version:      f.pdf.Version(),
		Claims:       f.xmp.claims(),
		Tagged:       marked && f.tree.root != nil,
		DisplayTitle: display,
		Layers:       f.shownLayers(),
		Info:         f.readInfo(),
		Pages:        []Page{},
		Fonts:        []Font{},
		Images:       []Image{},
		Attachments:  f.attachments(),
		Outline:      append([]Entry{}, f.outline...),
		Roles:        f.counts(),
		Structure:    []*Element{},
		Traces:       f.traces(),
	}
	for i, label := range f.labels() {
		d.Pages = append(d.Pages, f.asPage(f.pages[i], label))
	}
	f.place(d)
	for _, ft := range f.fonts {
		d.Fonts = append(d.Fonts,
			Font{ft.name, ft.typ, ft.embedded, ft.subset, ft.toUnicode != nil, len(ft.used), ft.usedSum(),
				f.glyphSum(ft)})
	}
	for _, p := range f.images {
		width, _ := f.pdf.Int(p.dict["Width"])
		height, _ := f.pdf.Int(p.dict["Height"])
		d.Images = append(d.Images, Image{width, height, p.bytes, p.page, p.hash, f, p.stream})
	}
	for _, n := range f.tree.top {
		d.Structure = append(d.Structure, f.asElement(n))
	}
	return d
}

func (f *file) asPage(p *page, label string) Page {
	width, height := f.size(p)
	out := Page{Number: p.number, Label: label, Frame: f.frame(p), Width: width, Height: height, Blocks: []Block{},
		Links: []Link{}, Images: p.images, Painted: p.painted, Marks: p.trail.marks, Pictures: f.placed(p),
		Partly: p.trail.partly, Ground: p.trail.ground}
	out.Artifacts = append([]string{}, p.artifacts...)
	for _, a := range p.annots {
		if a.typ == "Link" {
			out.Links = append(out.Links, f.link(a))
		}
	}
	return out
}

// place puts each block on its page, in the order of the structure. What is in no element comes last.
func (f *file) place(d *Document) {
	headed := map[int]*node{}  // the first heading of each page
	within := map[*node]bool{} // pictures, and inline elements whose text is in that of the one around
	for _, n := range f.tree.all {
		if n.parent != nil && (within[n.parent] || isPicture(n.parent.role) || isInline(n.role) && isText(n.parent)) {
			within[n] = true
			continue
		}
		if n.page == 0 || n.text == "" && n.alt == "" && !isPicture(n.role) {
			continue
		}
		p := &d.Pages[n.page-1]
		p.Blocks = append(p.Blocks, Block{n.role, n.text, n.alt, n.lang, n.depth})
		if h := n.heading(); h != nil && n.text != "" && (headed[n.page] == nil || headed[n.page] == h) {
			headed[n.page] = h
			p.Heading = strings.TrimSpace(p.Heading + " " + n.text)
		}
	}
	for i, p := range f.pages {
		if text := unhyphenated(p.untagged.String()); text != "" {
			d.Pages[i].Blocks = append(d.Pages[i].Blocks, Block{Text: text})
		}
	}
}

// heading is the heading that an element is, or is a part of: browsers put the words into elements of their own.
func (n *node) heading() *node {
	for ; n != nil; n = n.parent {
		if headingLevel(n.role) > 0 || n.role == "H" {
			return n
		}
	}
	return nil
}

func (f *file) asElement(n *node) *Element {
	e := &Element{Role: n.role, Title: f.keep(f.string(n.dict["T"])), Text: n.text, Alt: n.alt, Lang: n.lang,
		Page: n.page, Attributes: f.attributes(n)}
	if n.typ != n.role {
		e.Type = n.typ
	}
	for _, k := range n.kids() {
		e.Kids = append(e.Kids, f.asElement(k))
	}
	return e
}

func (f *file) counts() []Count {
	out := []Count{}
	at := map[string]int{}
	for _, n := range f.tree.all {
		i, ok := at[n.role]
		if !ok {
			i = len(out)
			at[n.role] = i
			out = append(out, Count{Role: printable(n.role)})
		}
		out[i].Count++
	}
	return out
}
