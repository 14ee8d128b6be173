package config

import (
	"strings"
	"unicode/utf8"

	"lysark/config/diag"
)

// Inside is the place of a text's letter number offset, counted from 0, in the file. It walks the text as it is
// written: escapes are longer there than what they stand for, and a text may go over several lines.
func Inside(s Str, offset int) diag.Pos {
	if s.raw == "" {
		return s.Pos // not written by the author, or not as a text
	}
	w := &walker{rest: s.raw, pos: s.Pos}
	w.open()
	for range offset {
		if w.rest == w.mark || w.rest == "" {
			break
		}
		w.letter()
	}
	w.trim()
	return w.pos
}

// walker goes through a TOML string, letter by letter of what it stands for.
type walker struct {
	rest    string
	mark    string // what closes it
	escapes bool
	pos     diag.Pos
}

func (w *walker) open() {
	w.mark = w.rest[:1]
	w.escapes = w.mark == `"`
	if strings.HasPrefix(w.rest, strings.Repeat(w.mark, 3)) {
		w.mark = w.rest[:3]
	}
	w.pass(len(w.mark))
	if len(w.mark) == 3 { // a line end right after the opening quotes is no part of the text
		w.pass(len(w.rest) - len(strings.TrimPrefix(strings.TrimPrefix(w.rest, "\r"), "\n")))
	}
	w.trim()
}

// letter passes what one letter of the text is written as.
func (w *walker) letter() {
	w.trim()
	n := 1
	switch {
	case w.rest == "":
		return
	case w.escapes && strings.HasPrefix(w.rest, `\u`):
		n = len(`\u0000`)
	case w.escapes && strings.HasPrefix(w.rest, `\U`):
		n = len(`\U00000000`)
	case w.escapes && strings.HasPrefix(w.rest, `\x`):
		n = len(`\x00`)
	case w.escapes && w.rest[0] == '\\':
		n = 2
	case strings.HasPrefix(w.rest, "\r\n"):
		n = 2
	default:
		_, n = utf8.DecodeRuneInString(w.rest)
	}
	w.pass(min(n, len(w.rest)))
}

// trim passes a backslash at the end of a line and all the blank space after it, which are no part of the text.
func (w *walker) trim() {
	for w.escapes && len(w.mark) == 3 && strings.HasPrefix(w.rest, `\`) {
		after := strings.TrimLeft(w.rest[1:], " \t")
		if !strings.HasPrefix(after, "\n") && !strings.HasPrefix(after, "\r\n") {
			return
		}
		w.pass(len(w.rest) - len(strings.TrimLeft(after, " \t\r\n")))
	}
}

func (w *walker) pass(n int) {
	for _, r := range w.rest[:n] {
		w.pos.Col++
		if r == '\n' {
			w.pos.Line, w.pos.Col = w.pos.Line+1, 1
		}
	}
	w.rest = w.rest[n:]
}
