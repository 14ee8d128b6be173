package inspect

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Text writes the document for a terminal that is width characters wide, 0 for as wide as it takes: first what it is,
// then its pages, then the problems.
func (d *Document) Text(w io.Writer, width int) error {
	var b strings.Builder
	for _, line := range d.lead() {
		fmt.Fprintf(&b, "  %-12s%s\n", line[0], fitted(line[1], 14, width))
	}
	if len(d.Pages) > 0 {
		b.WriteString("\n")
	}
	for _, p := range d.Pages {
		heading := p.Heading
		if heading == "" {
			heading = "–"
		}
		fmt.Fprintf(&b, "  page %-6s %s\n", p.Label, fitted(heading, 14, width))
		for _, block := range p.Blocks {
			if block.Alt != "" {
				fmt.Fprintf(&b, "%14s%s\n", "", fitted(block.Role+": "+block.Alt, 14, width))
			}
		}
	}
	b.WriteString("\n")
	d.problems(&b, width)
	_, err := io.WriteString(w, b.String())
	return err
}

// problems writes each rule's problems below each other, and what to do about them once.
func (d *Document) problems(b *strings.Builder, width int) {
	if len(d.Problems) == 0 {
		b.WriteString("no problems\n")
		return
	}
	fmt.Fprintf(b, "%s\n", counted(len(d.Problems), "problem"))
	for i, p := range d.Problems {
		if i == 0 || d.Problems[i-1].Rule != p.Rule {
			fmt.Fprintf(b, "\n  %s %s%s\n", p.Severity, p.Rule, inBrackets(p.Clause))
		}
		fmt.Fprintf(b, "    %s\n", fitted(p.line(), 4, width))
		if i == len(d.Problems)-1 || d.Problems[i+1].Rule != p.Rule {
			fmt.Fprintf(b, "    hint: %s\n", fitted(p.Hint, 10, width))
		}
	}
}

// line is the place and what is wrong there.
func (p Problem) line() string {
	where := p.Where
	if page := fmt.Sprintf("page %d", p.Page); p.Page > 0 && !strings.Contains(where, page) {
		where = strings.TrimSuffix(page+", "+where, ", ")
	}
	if where == "" {
		return p.Message
	}
	return where + ": " + p.Message
}

func inBrackets(clause string) string {
	if clause == "" {
		return ""
	}
	return " (" + clause + ")"
}

// lead is what the document is, as pairs of a word and what there is of it.
func (d *Document) lead() [][2]string {
	claims := "none"
	if len(d.Claims) > 0 {
		claims = strings.Join(d.Claims, ", ")
	}
	lines := [][2]string{
		{"title", d.Info.Title}, {"author", d.Info.Author}, {"subject", d.Info.Subject}, {"keywords", d.Info.Keywords}, {"language", d.Info.Lang},
		{"changed", d.Info.Modified}, {"producer", d.Info.Producer}, {"claims", claims},
		{"file", fmt.Sprintf("PDF %s, %s, %s", d.Version, counted(len(d.Pages), "page"), size(d.Bytes))},
		{"tags", d.tags()}, {"images", d.pictures()},
	}
	for _, f := range d.Fonts {
		lines = append(lines, [2]string{"font", f.describe()})
	}
	for _, a := range d.Attachments {
		lines = append(lines, [2]string{"attachment", a.describe()})
	}
	if n := len(d.Outline); n > 0 {
		lines = append(lines, [2]string{"outline", counted(n, "entry")})
	}
	var out [][2]string
	for i, l := range lines {
		if l[1] == "" {
			continue
		}
		if i > 0 && lines[i-1][0] == l[0] {
			l[0] = ""
		}
		out = append(out, l)
	}
	return out
}

func (d *Document) tags() string {
	if len(d.Roles) == 0 {
		return "none"
	}
	var parts []string
	for _, c := range d.Roles {
		parts = append(parts, fmt.Sprintf("%d %s", c.Count, c.Role))
	}
	out := strings.Join(parts, ", ")
	if !d.Tagged {
		out += "; the file is not marked as tagged"
	}
	return out
}

func (d *Document) pictures() string {
	if len(d.Images) == 0 {
		return ""
	}
	total := 0
	for _, i := range d.Images {
		total += i.Bytes
	}
	return fmt.Sprintf("%d, %s", len(d.Images), size(total))
}

func (f Font) describe() string {
	out := fmt.Sprintf("%s, %s, %s", f.Name, f.Type, counted(f.Characters, "character"))
	if f.Subset {
		out += ", subset"
	}
	if !f.Embedded {
		out += ", not embedded"
	}
	if !f.Unicode {
		out += ", no Unicode map"
	}
	return out
}

func (a Attachment) describe() string {
	out := fmt.Sprintf("%s, %s", a.Name, size(a.Bytes))
	for _, s := range []string{a.Type, a.Relationship, a.Description} {
		if s != "" {
			out += ", " + s
		}
	}
	return out
}

func counted(n int, what string) string {
	switch {
	case n == 1:
		return "1 " + what
	case strings.HasSuffix(what, "y"):
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(what, "y"))
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func size(bytes int) string {
	switch {
	case bytes < 1000:
		return counted(bytes, "byte")
	case bytes < 1_000_000:
		return fmt.Sprintf("%.0f kB", float64(bytes)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}

// fitted breaks a text into lines that are indented but for the first.
func fitted(s string, indent, width int) string {
	if width == 0 || width-indent < 20 {
		return s
	}
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(s) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case indent+column+1+n > width:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}
