package difference

import (
	"fmt"
	"io"
	"strings"
)

// Markdown writes the difference as GitHub's Markdown, for a comment on a change.
func (d Difference) Markdown(w io.Writer) error {
	var b strings.Builder
	lead := d.lead()
	if d.Equal {
		lead = "the files are the same"
	}
	fmt.Fprintf(&b, "# Changes in the deck\n\n- old: %s\n- new: %s\n\n%s\n", escaped(d.Old.describe()),
		escaped(d.New.describe()), escaped(lead))
	for _, why := range d.Unread {
		fmt.Fprintf(&b, "\n%s\n", escaped(clipped(why)))
	}
	for _, g := range d.groups(markdown) {
		if g.heading != "" {
			g.name += ": " + g.heading
		}
		fmt.Fprintf(&b, "\n## %s\n%s", escaped(clipped(g.name)), g.told)
	}
	if len(d.Document) > 0 {
		b.WriteString("\n## document\n" + markdown(d.Document))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdown(list []Change) string {
	var b strings.Builder
	if len(list) > 0 {
		b.WriteString("\n")
	}
	for i, ch := range list {
		if i >= mostTold {
			fmt.Fprintf(&b, "- … and %s more\n", counted(len(list)-i, "change"))
			break
		}
		for j, line := range ch.lines() {
			if j == 0 {
				fmt.Fprintf(&b, "- %s: %s\n", ch.Part, marked(line))
			} else {
				fmt.Fprintf(&b, "  - %s\n", marked(line))
			}
		}
	}
	return b.String()
}

// marked strikes old words out and makes new ones strong.
func marked(line []run) string {
	var out []string
	for _, r := range line {
		text := escaped(clipped(r.text))
		switch {
		case text == "":
		case r.of == theOld:
			text = "~~" + text + "~~"
		case r.of == theNew:
			text = "**" + text + "**"
		case r.of == theirs:
			text = "“" + text + "”"
		case r.text == arrow:
			text = "→"
		}
		if n := len(out); n > 0 && r.of == ours && closes(r.text) {
			out[n-1] += text
			continue
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

// escaped is a text that Markdown shows as it is.
func escaped(s string) string {
	var b strings.Builder
	for _, c := range s {
		switch {
		case c == '&':
			b.WriteString("&amp;")
			continue
		case c == '<':
			b.WriteString("&lt;")
			continue
		case c == '>':
			b.WriteString("&gt;")
			continue
		case c == '@': // names nobody
			b.WriteString("&#64;")
			continue
		case strings.ContainsRune("\\`*_[]|~#$", c):
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return strings.TrimSpace(b.String())
}
