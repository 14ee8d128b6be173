package compare

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text writes the report for a terminal that is width characters wide; 0 is as wide as it takes.
func (r Report) Text(w io.Writer, width int) error {
	var b strings.Builder
	sides := r.sides()
	for _, line := range append([]string{"old: " + sides[0], "new: " + sides[1], ""}, r.lead()...) {
		b.WriteString(wrapped(line, width) + "\n")
	}
	for _, s := range r.sections() {
		fmt.Fprintf(&b, "\n%s\n%s\n", s.title, strings.Repeat("=", utf8.RuneCountInString(s.title)))
		if len(s.rows) == 0 {
			b.WriteString(s.none + "\n")
			continue
		}
		aligned(&b, s, width)
		if s.note != "" {
			b.WriteString("\n" + wrapped(s.note, width) + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// aligned writes a table with its columns one below the other. Where the lines are too long, the longest texts are cut
// and end in "…".
func aligned(b *strings.Builder, s section, width int) {
	lines := [][]string{nil}
	for _, c := range s.columns {
		lines[0] = append(lines[0], c.name)
	}
	for _, row := range s.rows {
		var line []string
		for _, c := range row {
			line = append(line, clean(c.text))
		}
		lines = append(lines, line)
	}
	const gap = 2
	widths := narrowed(widest(lines), width-gap*(len(s.columns)-1), width > 0)
	for i, line := range lines {
		var out strings.Builder
		for j, text := range line {
			text = cut(text, widths[j])
			pad := strings.Repeat(" ", widths[j]-utf8.RuneCountInString(text))
			if s.columns[j].number {
				text = pad + text
			} else {
				text += pad
			}
			out.WriteString(text + strings.Repeat(" ", gap))
		}
		b.WriteString(strings.TrimRight(out.String(), " ") + "\n")
		if i == 0 {
			b.WriteString(strings.TrimRight(underline(widths, gap), " ") + "\n")
		}
	}
}

func underline(widths []int, gap int) string {
	var b strings.Builder
	for _, n := range widths {
		b.WriteString(strings.Repeat("-", n) + strings.Repeat(" ", gap))
	}
	return b.String()
}

func widest(lines [][]string) []int {
	out := make([]int, len(lines[0]))
	for _, line := range lines {
		for j, text := range line {
			out[j] = max(out[j], utf8.RuneCountInString(text))
		}
	}
	return out
}

// narrowed takes from the widest columns until all fit, but leaves each enough to be told from others.
func narrowed(widths []int, room int, limited bool) []int {
	const least = 6
	sum := 0
	for _, n := range widths {
		sum += n
	}
	for limited && sum > room {
		i := slices.Index(widths, slices.Max(widths))
		if widths[i] <= least {
			break
		}
		widths[i]--
		sum--
	}
	return widths
}

func cut(text string, width int) string {
	letters := []rune(text)
	if len(letters) <= width {
		return text
	}
	return string(letters[:max(0, width-1)]) + "…"
}

// clean takes out what a terminal would take for a command, line breaks, and what is not seen, such as a hyphen that is
// only drawn at the end of a line.
func clean(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case unicode.IsControl(c):
			return ' '
		case unicode.Is(unicode.Cf, c):
			return -1
		}
		return c
	}, s)
}

// wrapped breaks a paragraph at spaces.
func wrapped(s string, width int) string {
	const usual = 100
	if width <= 0 {
		width = usual
	}
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(clean(s)) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case column+1+n > width:
			b.WriteString("\n")
			column = 0
		default:
			b.WriteString(" ")
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}
