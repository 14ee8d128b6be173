package pdf

import (
	"strconv"

	"lysark/report/scene"
)

// sheet is one page being written: its operators, and the structure they belong to. What is painted stands in
// marked content (ISO 32000-1, 14.6), either as an artifact or under a number that an element of the structure tree
// refers to.
type sheet struct {
	*document
	scene.Page
	index  int        // in the file, from 0
	out    []byte     // operators not yet handed to fpdf
	open   *element   // whose marked content is open; nil for none
	owners []*element // of the marked contents, by number
	links  []*link
	spaces []bool // whether a space follows each text still to come in the block being written
	err    error  // the first picture that could not be embedded
}

// items writes items in reading order, as content of the element.
func (p *sheet) items(items []scene.Item, e *element) {
	for _, it := range items {
		switch it := it.(type) {
		case scene.Group:
			p.group(it, e)
		default:
			p.begin(e)
			p.paint(it, p.spaceAfter(it))
		}
	}
}

func (p *sheet) group(g scene.Group, parent *element) {
	switch {
	case g.Role == scene.Artifact:
		p.artifact(g.Items)
	case g.Role == "": // means nothing by itself
		p.items(g.Items, parent)
	case isInline(g.Role):
		e := p.element(g, parent)
		p.items(g.Items, e)
		p.end()
		if e.role == scene.Link {
			p.link(g, e)
		}
	default:
		e := p.element(g, parent)
		outer := p.spaces
		p.spaces = spaces(g.Items)
		p.items(g.Items, e)
		p.spaces = outer
		p.end()
	}
}

// isInline tells roles that stand within a line of text (ISO 32000-1, 14.8.4.4).
func isInline(r scene.Role) bool { return r == scene.Link || r == scene.Span }

// artifact writes decoration: painted, read by nobody.
func (p *sheet) artifact(items []scene.Item) {
	p.end()
	p.out = append(p.out, "/Artifact BMC\n"...)
	p.decoration(items)
	p.out = append(p.out, "EMC\n"...)
}

func (p *sheet) decoration(items []scene.Item) {
	for _, it := range items {
		if g, ok := it.(scene.Group); ok {
			p.decoration(g.Items)
			continue
		}
		p.paint(it, false)
	}
}

// begin opens marked content of the element, unless it is open already.
func (p *sheet) begin(e *element) {
	if p.open == e {
		return
	}
	p.end()
	p.open = e
	number := len(p.owners)
	p.owners = append(p.owners, e)
	e.kids = append(e.kids, kid{content: number})
	if e.page < 0 {
		e.page = p.index
	}
	p.out = append(append(append(p.out, '/'), e.role...), " <</MCID "...)
	p.out = strconv.AppendInt(p.out, int64(number), 10)
	p.out = append(p.out, ">> BDC\n"...)
}

func (p *sheet) end() {
	if p.open != nil {
		p.out = append(p.out, "EMC\n"...)
		p.open = nil
	}
}

func (p *sheet) paint(it scene.Item, space bool) {
	switch it := it.(type) {
	case scene.Text:
		p.text(it, space)
	case scene.Path:
		p.path(it)
	case scene.Image:
		if err := p.image(it); err != nil && p.err == nil {
			p.err = err
		}
	}
}

// flush hands the operators to fpdf, which keeps the page.
func (p *sheet) flush() {
	p.pdf.RawWriteStr(string(p.out))
	p.out = p.out[:0]
}

// spaceAfter takes the answer for the next text of the block.
func (p *sheet) spaceAfter(it scene.Item) bool {
	if _, ok := it.(scene.Text); !ok || len(p.spaces) == 0 {
		return false
	}
	space := p.spaces[0]
	p.spaces = p.spaces[1:]
	return space
}

// spaces tells for each text of a block, those of its inline groups included, whether a space has to follow it so
// that readers do not join its last word with the next: at the end of a line that does not end within a word, and
// between labels that only stand near each other.
func spaces(items []scene.Item) []bool {
	texts := textsOf(items)
	out := make([]bool, len(texts))
	for i := range len(texts) - 1 {
		t, next := texts[i], texts[i+1]
		out[i] = !t.Joined && !goesOn(t, next) && !endsInSpace(t.S)
	}
	return out
}

// textsOf are the texts that a block writes itself: those of its own and of the groups within its lines.
func textsOf(items []scene.Item) []scene.Text {
	var out []scene.Text
	for _, it := range items {
		switch it := it.(type) {
		case scene.Text:
			out = append(out, it)
		case scene.Group:
			if it.Role == "" || isInline(it.Role) {
				out = append(out, textsOf(it.Items)...)
			}
		}
	}
	return out
}

// goesOn tells whether the second text continues the first's line where it ends.
func goesOn(t, next scene.Text) bool {
	const near = 0.02 // of the size: kerning between two pieces is not drawn
	gap := next.At.X - (t.At.X + t.Width)
	return t.At.Y == next.At.Y && gap < near*t.Size && gap > -near*t.Size
}

func endsInSpace(s string) bool { return s != "" && s[len(s)-1] == ' ' }
