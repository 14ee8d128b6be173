package difference

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lysark/report/pdf/inspect"
)

// A slide that comes or goes gives those after it other numbers. Where a deck names these numbers, in its links to
// slides and in the names of what is attached, they are no change.

// renamed is an old page with the words of its links as they have to be in the new document, and these words.
func (c *comparer) renamed(p inspect.Page) (inspect.Page, []string) {
	var pairs []string
	links := make([]inspect.Link, len(p.Links))
	for i, l := range p.Links {
		if l.URL == "" && l.Page > 0 && c.newOf[l.Page-1] >= 0 {
			old, new := c.old.Pages[l.Page-1].Label, c.new.Pages[c.newOf[l.Page-1]].Label
			if text := relabelled(l.Text, old, new); text != l.Text && c.spend(len(p.Blocks)) {
				pairs = append(pairs, l.Text, text)
				l.Text = text
			}
			l.Contents = relabelled(l.Contents, old, new)
		}
		links[i] = l
	}
	p.Links = links
	if len(pairs) == 0 {
		return p, nil
	}
	with := strings.NewReplacer(pairs...)
	blocks := make([]inspect.Block, len(p.Blocks))
	for i, b := range p.Blocks {
		b.Text = with.Replace(b.Text)
		blocks[i] = b
	}
	p.Blocks = blocks
	return p, pairs
}

// relabelled puts another label where the old one stands by itself.
func relabelled(s, old, new string) string {
	if old == new || old == "" {
		return s
	}
	var b strings.Builder
	last := ' '
	for {
		i := strings.Index(s, old)
		if i < 0 {
			break
		}
		if i > 0 {
			last, _ = utf8.DecodeLastRuneInString(s[:i])
		}
		next, _ := utf8.DecodeRuneInString(s[i+len(old):])
		b.WriteString(s[:i])
		if isWord(last) || isWord(next) {
			b.WriteString(old)
		} else {
			b.WriteString(new)
		}
		last, _ = utf8.DecodeLastRuneInString(old)
		s = s[i+len(old):]
	}
	return b.String() + s
}

func isWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// follows tells whether a text is another one with some numbers of pages as they are now, and nothing else.
func (c *comparer) follows(old, new string) bool {
	some := false
	for old != "" || new != "" {
		textA, numA, restA := nextNumber(old)
		textB, numB, restB := nextNumber(new)
		if textA != textB {
			return false
		}
		if numA != numB {
			if len(numA) > 6 || len(numB) > 6 || numA == "" || numB == "" {
				return false
			}
			a, _ := strconv.Atoi(numA)
			b, _ := strconv.Atoi(numB)
			if a < 1 || a > len(c.newOf) || c.newOf[a-1] != b-1 || b < 1 {
				return false
			}
			some = true
		}
		old, new = restA, restB
	}
	return some
}

// nextNumber is the text before the first number, the number, and the rest.
func nextNumber(s string) (text, number, rest string) {
	const digits = "0123456789"
	i := strings.IndexAny(s, digits)
	if i < 0 {
		return s, "", ""
	}
	n := len(s[i:]) - len(strings.TrimLeft(s[i:], digits))
	return s[:i], s[i : i+n], s[i+n:]
}
