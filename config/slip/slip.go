// Package slip finds out what an author meant by a line that is not valid TOML: a date as it is written at home, a
// hard space that came along from a web page, the quotation marks of a word processor. The parser tells where it
// stopped in a programmer's words; what is told here is the cause, and a line that can be copied.
//
// It takes a line and where the parser stopped in it, and knows nothing of the file's keys but what it is told. What it
// proposes is valid TOML: the caller says what is.
package slip

import (
	"strings"
)

// Line is the one that the parser stopped in.
type Line struct {
	Text    string   // without its end
	At      int      // the letter that was not expected, counted from 0
	Message string   // the parser's
	Other   []string // the file's other lines
	Above   []string // those of them that come before
}

// Known is what the caller knows of the file.
type Known struct {
	Valid  func(toml string) bool
	IsFile func(key string) bool    // there is a file's name under it
	IsList func(header string) bool // its tables are written with two brackets
	IsOne  func(header string) bool // its table is written with one
	Wants  func(key string) Kind    // what is written under it
	Key    func(word string) string // the key that a word of another language stands for in this place; empty for none
}

// Kind is what is written under a key.
type Kind string

const (
	Unknown Kind = ""
	Text    Kind = "text in quotes"
	Number  Kind = "a number"
	Truth   Kind = "true or false"
	Date    Kind = "a date"
)

// Slip is what is wrong, and where.
type Slip struct {
	At         int
	What, Hint string
}

// Of is the cause; false when it is none of those that are known.
func Of(l Line, known Known) (Slip, bool) {
	s := &search{Line: l, Known: known, letters: []rune(l.Text)}
	s.At = min(max(s.At, 0), len(s.letters))
	s.key, s.value, s.begin = s.valueAround()
	for _, look := range []func() bool{
		s.twice, s.dated, s.numbered, s.unseen, s.curled, s.pathLike, s.quotedWithin, s.unclosed, s.headed, s.commented,
		s.coloured, s.keyed, s.listed, s.valued, s.ended,
	} {
		if look() {
			return s.found, true
		}
	}
	return Slip{}, false
}

// search is one Of.
type search struct {
	Line
	Known
	letters []rune
	key     string // of the value that the parser stopped in or before
	value   string // what is written there, up to a comment or closing bracket
	begin   int    // of the value
	found   Slip
}

// tell keeps what was found.
func (s *search) tell(at int, hint, what string) bool {
	s.found = Slip{at, what, hint}
	return true
}

// says tells whether the parser's message holds one of the parts.
func (s *search) says(parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s.Message, p) {
			return true
		}
	}
	return false
}

// here is the letter that was not expected; 0 at the line's end.
func (s *search) here() rune {
	if s.At < len(s.letters) {
		return s.letters[s.At]
	}
	return 0
}

// valueAround finds the = that the parser passed last, and what stands on both sides of it.
func (s *search) valueAround() (key, value string, begin int) {
	equals := -1
	for i, outside := range s.outside() {
		if outside && s.letters[i] == '=' && (i < s.At || equals < 0) {
			equals = i
		}
	}
	if equals < 0 {
		return "", "", 0
	}
	begin = equals + 1
	for begin < len(s.letters) && isSpace(s.letters[begin]) {
		begin++
	}
	key = strings.TrimSpace(string(s.letters[:equals]))
	if i := strings.LastIndexAny(key, "{,"); i >= 0 {
		key = key[i+1:]
	}
	rest := string(s.letters[begin:])
	if i := strings.IndexAny(rest, "#]}"); i >= 0 && !strings.ContainsAny(rest[:i], `"'`) {
		rest = rest[:i]
	}
	return strings.Trim(key, " \t\"'"), strings.TrimFunc(rest, isSpace), begin
}

// outside tells of each letter whether it stands outside of straight quotes and comments.
func (s *search) outside() []bool { return outside(s.letters) }

func outside(letters []rune) []bool {
	out := make([]bool, len(letters))
	var mark rune
	for i := 0; i < len(letters); i++ {
		switch c := letters[i]; {
		case mark == 0 && c == '#':
			return out
		case mark == 0 && (c == '"' || c == '\''):
			mark = c
		case mark == 0:
			out[i] = true
		case c == '\\' && mark == '"':
			i++
		case c == mark:
			mark = 0
		}
	}
	return out
}

// whole is the line with the value replaced, as it may be copied; empty when that is no TOML.
func (s *search) whole(value string) string {
	if s.key == "" || strings.ContainsAny(string(s.letters[:s.begin]), "{[") {
		return ""
	}
	return s.valid(strings.TrimSpace(string(s.letters[:s.begin])) + " " + value)
}

// valid is a line if it can be copied.
func (s *search) valid(line string) string {
	const longest = 100
	if line = strings.TrimSpace(line); len([]rune(line)) > longest || !s.Valid(line) {
		return ""
	}
	return line
}

// with is a hint that ends with what to write, if that is known.
func with(hint, line string) string {
	if line == "" {
		return hint
	}
	return hint + ": " + line
}

// write is a hint that is what to write, or another where that is not known.
func write(line, otherwise string) string {
	if line == "" {
		return otherwise
	}
	return "write " + line
}
