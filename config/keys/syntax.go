package keys

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What nobody writes by hand. The library's time and memory grow with the square of the nesting.
const (
	mostBytes   = 2 << 20
	mostNesting = 500
)

// nesting is how many brackets are open at once, at most. Those in texts and comments count as well.
func nesting(text string) int {
	open, most := 0, 0
	for _, c := range []byte(text) {
		switch c {
		case '[', '{':
			open++
			most = max(most, open)
		case ']', '}':
			open = max(open-1, 0)
		}
	}
	return most
}

// syntaxHint is what to do about a mistake in the TOML itself, which the library tells in a programmer's words.
func syntaxHint(message string) string {
	for _, known := range []struct{ part, hint string }{
		{"already been defined", "remove one of them"},
		{"was already created", "write lists of tables with two brackets, [[slide]], and each other table once"},
		{"datetime", "write dates as 2025-11-03"},
		{"escape", `write \\ for a backslash, or put the text in 'single quotes'`},
		{"newlines not allowed within inline tables", "keep { … } on one line"},
		{"strings cannot contain newlines", `close the text with ", or put longer text between """ and """`},
		{"expected a top-level item to end", `put each key on a line of its own, and write \" for a quote inside a text`},
		{"table name", "write a table as [name], a list of tables as [[name]]"},
		{"unexpected EOF", "close what is still open: a quote or a bracket"},
		{"expected value but found", "put text in quotes"},
		{"expected a comma", "put a comma between the elements of a list, and close it with ]"},
		{"control characters", "take it out"},
		{"number", "put text in quotes; write numbers as 12.5, with a point"},
	} {
		if strings.Contains(message, known.part) {
			return known.hint
		}
	}
	return ""
}

// lowerFirst makes the library's messages begin as ours do; an abbreviation stays.
func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[size:]); unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}
