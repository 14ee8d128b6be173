package inspect

import "strings"

// unhyphenated joins words that were broken at the end of a line: a soft hyphen that is followed by more goes, with the
// space after it. One at the very end stays: the rest of its word is elsewhere.
func unhyphenated(s string) string {
	if !strings.Contains(s, "\u00ad") {
		return strings.TrimSpace(s)
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, "\u00ad")
		b.WriteString(before)
		if !found {
			break
		}
		s = strings.TrimPrefix(after, " ")
		if strings.TrimSpace(s) == "" {
			b.WriteString("\u00ad")
			break
		}
	}
	return strings.TrimSpace(b.String())
}

// readTexts gives each element its text: its own content and that of inline elements in it, in their order.
func (f *file) readTexts() {
	for _, n := range f.tree.all {
		if n.parent == nil || !isInline(n.role) || !isText(n.parent) {
			var b strings.Builder
			f.write(&b, n, 0)
			n.text = f.keep(unhyphenated(b.String()))
		}
	}
	for _, n := range f.tree.all {
		if n.text == "" && isInline(n.role) {
			var b strings.Builder
			f.write(&b, n, 0)
			n.text = f.keep(unhyphenated(b.String()))
		}
	}
}

// isText tells whether an element is a block of text, so that an inline element in it goes on with its line.
func isText(n *node) bool {
	return n.content || !isGrouping(n.role) && (!isInline(n.role) || n.parent != nil && isText(n.parent))
}

// write adds an element's text. Of a picture it takes all that is inside; of others, only inline elements.
func (f *file) write(b *strings.Builder, n *node, depth int) {
	if depth > deepTree || b.Len() > mostText/8 {
		return
	}
	if n.hasActual {
		b.WriteString(n.actual)
		return
	}
	for _, p := range n.parts {
		switch {
		case p.piece != nil:
			if c := f.pieces[*p.piece]; c != nil {
				b.WriteString(c.text.String())
			}
		case p.kid != nil && (isInline(p.kid.role) && isText(n) || n.within("Figure", "Formula") != nil):
			f.write(b, p.kid, depth+1)
		}
	}
}
