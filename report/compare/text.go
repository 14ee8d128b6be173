package compare

import (
	"fmt"
	"io"
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
	shortened := false
	for _, s := range r.sections() {
		fmt.Fprintf(&b, "\n%s\n%s\n", s.title, strings.Repeat("=", utf8.RuneCountInString(s.title)))
		if len(s.rows) == 0 {
			b.WriteString(s.none + "\n")
			continue
		}
		shortened = aligned(&b, s, width) || shortened
		if s.note != "" {
			b.WriteString("\n" + wrapped(s.note, width) + "\n")
		}
	}
	if shortened {
		b.WriteString("\n" + wrapped(note, width) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// aligned writes a table with its columns one below the other, and tells whether texts were cut. Where the lines are
// too long, the longest are, and end in "…".
func aligned(b *strings.Builder, s section, width int) (shortened bool) {
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
	widths := widest(lines)
	if width > 0 {
		shortened = narrow(widths, s.columns, width-gap*(len(s.columns)-1))
	}
	for i, line := range lines {
		b.WriteString(row(line, s.columns, widths) + "\n")
		if i == 0 {
			b.WriteString(underline(widths) + "\n")
		}
	}
	return shortened
}

const gap = 2 // between columns

func row(texts []string, columns []column, widths []int) string {
	var b strings.Builder
	for j, text := range texts {
		text = cut(text, widths[j])
		pad := strings.Repeat(" ", widths[j]-utf8.RuneCountInString(text))
		if columns[j].number {
			text = pad + text
		} else {
			text += pad
		}
		b.WriteString(text + strings.Repeat(" ", gap))
	}
	return strings.TrimRight(b.String(), " ")
}

func underline(widths []int) string {
	var parts []string
	for _, n := range widths {
		parts = append(parts, strings.Repeat("-", n))
	}
	return strings.Join(parts, strings.Repeat(" ", gap))
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

// narrow takes from the widest columns until all fit, but leaves each enough to be told from others. A number that has
// lost its end is another number, so those columns keep all that a number takes.
func narrow(widths []int, columns []column, room int) (shortened bool) {
	const leastText, leastNumber = 9, 12
	sum := 0
	for _, n := range widths {
		sum += n
	}
	for ; sum > room; sum-- {
		i := -1
		for j, n := range widths {
			least := leastText
			if columns[j].number {
				least = leastNumber
			}
			if n > least && (i < 0 || n > widths[i]) {
				i = j
			}
		}
		if i < 0 {
			break
		}
		widths[i]--
		shortened = true
	}
	return shortened
}

// note tells where the whole of a shortened text is.
const note = "Texts that end in “…” are cut to the width of the terminal; in a file they are whole."

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
