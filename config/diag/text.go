package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// TextOptions say how a list is printed.
type TextOptions struct {
	Color bool
	Line  func(file string, number int) (string, bool) // a line to quote; false for files that are not shown
}

// Text prints the list as compilers do: place, message, the line with a caret, the hint; then how many there are.
func (l List) Text(w io.Writer, o TextOptions) error {
	var b strings.Builder
	errors, warnings := 0, 0
	for _, d := range l {
		d.text(&b, o)
		if d.Severity == Error {
			errors++
		} else {
			warnings++
		}
	}
	if len(l) > 0 {
		fmt.Fprintln(&b, count(errors, warnings))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (d Diagnostic) text(b *strings.Builder, o TextOptions) {
	paint := func(code, s string) string {
		if !o.Color {
			return s
		}
		return "\x1b[" + code + "m" + s + "\x1b[0m"
	}
	severity := paint("1;31", string(Error))
	if d.Severity == Warning {
		severity = paint("1;33", string(Warning))
	}
	clean := func(s string) string { return strings.Map(visible, s) }
	fmt.Fprintf(b, "%s: %s: %s (%s)\n", paint("1", clean(d.Pos.String())), severity, clean(d.Message), d.Rule)
	d.quote(b, o)
	if d.Hint != "" {
		fmt.Fprintf(b, "   %s %s\n", paint("36", "hint:"), clean(d.Hint))
	}
}

// quote prints the line with a caret below the column. Of a long line it shows the part around it.
func (d Diagnostic) quote(b *strings.Builder, o TextOptions) {
	if o.Line == nil || d.Line == 0 || d.Col == 0 || d.Secret {
		return
	}
	line, ok := o.Line(d.File, d.Line)
	if !ok {
		return
	}
	const most, before = 100, 40
	letters := []rune(strings.Map(visible, line)) // one for one, so that columns stay
	col := min(d.Col-1, len(letters))
	from := 0
	if len(letters) > most && col > before {
		from = min(col-before, len(letters)-most)
	}
	shown := slices.Clone(letters[from:min(from+most, len(letters))])
	if from > 0 {
		shown[0] = '…'
	}
	if from+most < len(letters) {
		shown[most-1] = '…'
	}
	number := fmt.Sprintf("%4d", d.Line)
	fmt.Fprintf(b, "%s | %s\n", number, strings.TrimRight(string(shown), " "))
	fmt.Fprintf(b, "%s | %s^\n", strings.Repeat(" ", utf8.RuneCountInString(number)), strings.Repeat(" ", col-from))
}

// visible makes tabs, and what a terminal would take for a command, a space.
func visible(c rune) rune {
	if unicode.IsControl(c) {
		return ' '
	}
	return c
}

func count(errors, warnings int) string {
	var parts []string
	for _, c := range []struct {
		n    int
		word string
	}{{errors, "error"}, {warnings, "warning"}} {
		switch {
		case c.n == 1:
			parts = append(parts, "1 "+c.word)
		case c.n > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", c.n, c.word))
		}
	}
	return strings.Join(parts, ", ")
}

// JSON prints the list as an array, empty when there is nothing to tell.
func (l List) JSON(w io.Writer) error {
	if l == nil {
		l = List{}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(l)
}
