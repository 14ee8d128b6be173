package difference

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"lysark/report/pdf/inspect"
)

// How alike two pages are that are taken for one, in the order of the others and elsewhere.
const samePage, movedPage = 0.4, 0.6

// known is what pages are known again by.
type known struct {
	keys [][]string // all that is said and shown, all that is said, the heading
	bags []bag
}

// pair finds the pages of the old document again in the new one: first those that say the same and keep their order,
// then those that say the same elsewhere, then those in between that are much the same, at last such elsewhere.
func (c *comparer) pair() {
	a, b := knownBy(c.old), knownBy(c.new)
	al := &aligner{old: a.keys[:2], new: b.keys[:2], exact: 2, room: &c.room}
	c.newOf = al.align()
	c.oldOf = reversed(c.newOf, len(c.new.Pages))
	c.moved = make([]bool, len(c.new.Pages))
	for level := range 2 {
		for _, p := range swapped(a.keys[level], b.keys[level], c.newOf, c.oldOf) {
			c.moveTo(p[0], p[1])
		}
	}
	w := weigh(a.bags, b.bags)
	c.between(a, b, w)
	c.move(a, b, w)
}

// between pairs pages that are left over between two that keep their order.
func (c *comparer) between(a, b known, w weights) {
	var old []int
	next := 0
	for i := 0; i <= len(c.newOf); i++ {
		end := len(c.oldOf)
		if i < len(c.newOf) {
			end = c.newOf[i]
			if end < 0 {
				old = append(old, i)
			}
			if end < 0 || c.moved[end] {
				continue
			}
		}
		var new []int
		for j := next; j < end; j++ {
			if c.oldOf[j] < 0 {
				new = append(new, j)
			}
		}
		c.gap(a, b, w, old, new)
		old, next = nil, end+1
	}
}

// gap pairs the pages of two lists in their order.
func (c *comparer) gap(a, b known, w weights, old, new []int) {
	al := &aligner{old: [][]string{pick(a.keys[2], old)}, new: [][]string{pick(b.keys[2], new)}, room: &c.room}
	al.like = func(i, j int) float64 {
		x, y := a.bags[old[i]], b.bags[new[j]]
		if !c.spend(cost(x, y)) {
			return 0
		}
		l := w.like(x, y)
		switch {
		case l >= samePage:
			return l
		case c.silent(old[i], new[j]):
			return samePage
		}
		return 0
	}
	for i, j := range al.align() {
		if j >= 0 {
			c.newOf[old[i]], c.oldOf[new[j]] = new[j], old[i]
		}
	}
}

// silent tells whether two pages say nothing: pictures of slides, one in place of the other.
func (c *comparer) silent(i, j int) bool {
	return len(c.old.Pages[i].Blocks)+len(c.new.Pages[j].Blocks) == 0
}

func pick(list []string, at []int) []string {
	out := make([]string, len(at))
	for i, n := range at {
		out[i] = list[n]
	}
	return out
}

// knownBy collects what a document's pages are known by.
func knownBy(d *inspect.Document) known {
	k := known{keys: make([][]string, 3)}
	for _, p := range d.Pages {
		var b strings.Builder
		texts := []string{p.Heading}
		for _, block := range p.Blocks {
			b.WriteString(block.Role + "\x00" + block.Text + "\x00" + block.Alt + "\x01")
			texts = append(texts, block.Text, block.Alt)
		}
		said := b.String()
		for _, m := range p.Marks {
			if m.Kind == inspect.Picture {
				texts = append(texts, m.Name)
			}
		}
		shown := strconv.FormatUint(ground(p), 16)
		if len(p.Blocks) == 0 { // of a page that says nothing, what it shows is all there is
			texts = append(texts, shown)
		}
		k.keys[0] = append(k.keys[0], said+shown)
		k.keys[1] = append(k.keys[1], said)
		k.keys[2] = append(k.keys[2], p.Heading)
		k.bags = append(k.bags, bagOf(texts...))
	}
	return k
}

// ground is a hash of all marks but the text of artifacts, by the names that pictures have now.
func ground(p inspect.Page) uint64 {
	if p.Partly || !slices.ContainsFunc(p.Marks, func(m inspect.Mark) bool { return m.Kind == inspect.Picture }) {
		return p.Ground
	}
	h := fnv.New64a()
	for _, m := range p.Marks {
		if m.Kind != inspect.Lettering || !m.Artifact {
			fmt.Fprintln(h, m)
		}
	}
	return h.Sum64()
}

// move pairs pages that are left over with the most alike.
func (c *comparer) move(a, b known, w weights) {
	for i, j := range c.newOf {
		if j >= 0 {
			continue
		}
		best, to := movedPage, -1
		for j, from := range c.oldOf {
			if from >= 0 {
				continue
			}
			if !c.spend(cost(a.bags[i], b.bags[j])) {
				return
			}
			if l := w.like(a.bags[i], b.bags[j]); l > best {
				best, to = l, j
			}
		}
		if to >= 0 {
			c.moveTo(i, to)
		}
	}
}

func (c *comparer) moveTo(i, j int) { c.newOf[i], c.oldOf[j], c.moved[j] = j, i, true }

// slides are the pages that differ, in the order of the new document; one that is gone stands where it was.
func (c *comparer) slides() []Slide {
	var out []Slide
	next := 0
	gone := func(until int) {
		for ; next < until; next++ {
			if c.newOf[next] < 0 {
				p := c.old.Pages[next]
				out = append(out,
					Slide{What: Gone, Old: &Page{p.Number, p.Label}, Heading: title(p), Changes: []Change{}})
			}
		}
	}
	for j, i := range c.oldOf {
		if i >= 0 && !c.moved[j] {
			gone(i)
		}
		p := c.new.Pages[j]
		s := Slide{What: Changed, New: &Page{p.Number, p.Label}, Heading: title(p), Changes: []Change{}}
		if i < 0 {
			s.What = Came
			out = append(out, s)
			continue
		}
		before := c.old.Pages[i]
		s.Old = &Page{before.Number, before.Label}
		s.Changes = append(s.Changes, c.page(before, p)...)
		if c.moved[j] {
			s.What = Moved
		}
		if c.moved[j] || len(s.Changes) > 0 {
			out = append(out, s)
		}
	}
	gone(len(c.newOf))
	return out
}

// title is what to call a page: its heading or the beginning of what it says.
func title(p inspect.Page) string {
	if p.Heading != "" {
		return p.Heading
	}
	for _, b := range p.Blocks {
		if b.Text != "" {
			return short(b.Text)
		}
	}
	return ""
}

// short is the beginning of a text.
func short(s string) string { return first(s, 60) }

// first are so many characters of a text, with a sign when there are more.
func first(s string, most int) string {
	n := 0
	for i := range s {
		if n++; n > most {
			return strings.TrimSpace(s[:i]) + " …"
		}
	}
	return s
}
