package keys

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lysark/config/diag"
)

// Inside is the place of the text's letter number offset, counted from 0, in the file; after the last letter it is that
// of the closing quote. It walks the text as it is written: escapes are longer there than what they stand for, and a
// text may go over several lines.
func (v Val[T]) Inside(offset int) diag.Pos {
	if v.raw == "" {
		return v.Pos // not written by the author, or not as a text
	}
	text, places := written(v.raw, v.Pos)
	places = composed(text, places)
	return places[min(max(offset, 0), len(places)-1)]
}

// written are the letters that a TOML string stands for, and where each is written. The last place is the end's.
func written(raw string, pos diag.Pos) (text []rune, places []diag.Pos) {
	w := &walker{rest: raw, pos: pos}
	w.open()
	for w.trim(); w.rest != w.mark && w.rest != ""; w.trim() {
		at := w.pos
		letter := w.letter()
		if n := len(text); letter == '\n' && n > 0 && text[n-1] == '\r' {
			text[n-1] = letter // the two are one line end
			continue
		}
		text, places = append(text, letter), append(places, at)
	}
	return text, append(places, w.pos)
}

// composed are the places of the letters once each is put together with its marks, as the reader does with all texts.
func composed(text []rune, places []diag.Pos) []diag.Pos {
	var out []diag.Pos
	var form norm.Iter
	source := string(text)
	form.InitString(norm.NFC, source)
	done := 0 // of text
	for !form.Done() {
		before := form.Pos()
		letters := utf8.RuneCount(form.Next())
		taken := utf8.RuneCountInString(source[before:form.Pos()])
		for i := range letters {
			out = append(out, places[done+min(i, taken-1)])
		}
		done += taken
	}
	return append(out, places[len(places)-1])
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
}

// letter passes what one letter of the text is written as, and returns it.
func (w *walker) letter() rune {
	if !w.escapes || w.rest[0] != '\\' || len(w.rest) == 1 {
		r, n := utf8.DecodeRuneInString(w.rest)
		w.pass(n)
		return r
	}
	kind := w.rest[1]
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[kind]
	end := min(2+digits, len(w.rest))
	code := w.rest[2:end]
	w.pass(end)
	if digits > 0 {
		r, _ := strconv.ParseUint(code, 16, 32)
		return rune(r)
	}
	if i := strings.IndexByte("btnfre", kind); i >= 0 {
		return rune("\b\t\n\f\r\x1b"[i])
	}
	return rune(kind) // a quote or a backslash
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
