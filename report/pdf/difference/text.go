package difference

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Style is how a text is set.
type Style struct {
	Width int  // of the terminal; 0 is as wide as it takes
	Color bool // old words red, new ones green
}

const (
	column    = 14  // where what is told begins
	mostTold  = 30  // lines of one slide; JSON has all
	mostRunes = 300 // of one text
)

// Text writes the difference for people. Of files that are the same it writes nothing.
func (d Difference) Text(w io.Writer, style Style) error {
	if d.Equal {
		return nil
	}
	var b strings.Builder
	fmt.Fprintf(&b, "old: %s\nnew: %s\n\n%s\n", d.Old.describe(), d.New.describe(), d.lead())
	for _, why := range d.Unread {
		fmt.Fprintf(&b, "%s\n", clipped(why))
	}
	for _, g := range d.groups(style.changes) {
		fmt.Fprintf(&b, "\n%s\n%s", style.bold(clipped(strings.TrimSpace(g.name+"  "+g.heading))), g.told)
	}
	if len(d.Document) > 0 {
		fmt.Fprintf(&b, "\n%s\n%s", style.bold("document"), style.changes(d.Document))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (s Side) describe() string {
	return fmt.Sprintf("%s (%s, %s)", s.File, counted(s.Slides, "slide"), bytes(s.Bytes))
}

// changes writes each part's changes below each other.
func (s Style) changes(list []Change) string {
	var b strings.Builder
	only := len(list) == 1
	told, last := 0, Part("")
	for i, ch := range list {
		if told >= mostTold {
			fmt.Fprintf(&b, "  %s\n", "… and "+counted(len(list)-i, "change")+" more, which --format json tells")
			break
		}
		for _, line := range ch.lines() {
			name := string(ch.Part)
			if ch.Part == last {
				name = ""
			}
			last = ch.Part
			if only && ch.Part == Drawing && ch.Name == "" {
				line = []run{plain("only drawn differently")}
			}
			fmt.Fprintf(&b, "  %-*s%s\n", column-2, name, s.set(line))
			told++
		}
	}
	return b.String()
}

// set sets a line, with what does not fit below it.
func (s Style) set(line []run) string {
	var b strings.Builder
	at := 0
	glued := true // nothing stands before
	for _, r := range line {
		for _, word := range r.words() {
			n := utf8.RuneCountInString(word)
			switch {
			case glued || at == 0 || r.of == ours && closes(word):
			case s.Width > column+20 && column+at+1+n > s.Width:
				b.WriteString("\n" + strings.Repeat(" ", column))
				at = 0
			default:
				b.WriteByte(' ')
				at++
			}
			b.WriteString(s.paint(r.of, word))
			at += n
			glued = r.of == ours && strings.HasSuffix(word, "(") || strings.HasSuffix(word, "«") && r.of == ours
		}
	}
	return b.String()
}

// closes tells words that belong to the one before them.
func closes(word string) bool { return strings.IndexAny(word, ".,:;!?)»”") == 0 }

// words are a run's, in quotes when they are a file's own.
func (r run) words() []string {
	text := clipped(r.text)
	if r.of != ours && !r.bare {
		text = `"` + text + `"`
	}
	return words(text)
}

// clipped is so much of a text as is told, without what terminals take for commands.
func clipped(s string) string { return printable(first(s, mostRunes)) }

func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff {
			return ' '
		}
		return r
	}, s)
}

func (s Style) paint(of owner, text string) string {
	switch {
	case s.Color && of == theOld:
		return "\x1b[31m" + text + "\x1b[0m"
	case s.Color && of == theNew:
		return "\x1b[32m" + text + "\x1b[0m"
	}
	return text
}

func (s Style) bold(text string) string {
	if s.Color {
		return "\x1b[1m" + text + "\x1b[0m"
	}
	return text
}
