package compare

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Markdown writes the report as GitHub's Markdown.
func (r Report) Markdown(w io.Writer) error {
	var b strings.Builder
	sides := r.sides()
	fmt.Fprintf(&b, "# %s\n\n- old: %s\n- new: %s\n\n%s\n", markdownEscaped(r.title()), markdownEscaped(sides[0]),
		markdownEscaped(sides[1]), markdownEscaped(strings.Join(r.lead(), " ")))
	for _, s := range r.sections() {
		fmt.Fprintf(&b, "\n## %s\n\n", s.title)
		if len(s.rows) == 0 {
			b.WriteString(s.none + "\n")
			continue
		}
		markdownTable(&b, s)
		if s.note != "" {
			b.WriteString("\n" + markdownEscaped(s.note) + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownTable(b *strings.Builder, s section) {
	names, rules := "|", "|"
	for _, c := range s.columns {
		names += " " + c.name + " |"
		if c.number {
			rules += "---:|"
		} else {
			rules += "---|"
		}
	}
	b.WriteString(names + "\n" + rules + "\n")
	for _, row := range s.rows {
		b.WriteString("|")
		for _, c := range row {
			text := markdownEscaped(c.text)
			if c.strong && text != "" {
				text = "**" + text + "**"
			}
			b.WriteString(" " + text + " |")
		}
		b.WriteString("\n")
	}
}

// escaped is a text that Markdown shows as it is.
func markdownEscaped(s string) string {
	var b strings.Builder
	for _, c := range clean(s) {
		switch c {
		case '&':
			b.WriteString("&amp;")
			continue
		case '<':
			b.WriteString("&lt;")
			continue
		case '>':
			b.WriteString("&gt;")
			continue
		}
		if strings.ContainsRune("\\`*_[]|~#$", c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return strings.TrimSpace(b.String())
}

// title is what the report is about.
func (r Report) title() string { return "Changes in " + r.New.Title }

// JSON writes the report for machines.
func (r Report) JSON(w io.Writer) error { return writeJSON(w, r) }

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
