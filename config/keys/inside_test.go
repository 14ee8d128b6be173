package keys

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lysark/config/diag"
)

// headed is a file with a headline.
type headed struct{ Headline Str }

// headline reads a headline as it is written here, beginning at line 2, column 12.
func headline(raw string) Str {
	var h headed
	if t := NewReader(nil).Parse("deck.toml", []byte("\nheadline = "+raw+"\n"), Of[headed](nil)); t != nil {
		t.Fill(&h)
	}
	return h.Headline
}

func TestTheLetterXIsFoundWhereItIsWritten(t *testing.T) {
	tests := []struct {
		name, raw string
		line, col int
	}{
		{"the first letter stands after the quote", `"X"`, 2, 13},
		{"in a text without escapes a letter is a column", `"blåbærX"`, 2, 19},
		{"a letter outside of the first plane is one column", `"😀X"`, 2, 14},
		{"an escaped quote is two columns", `"\"X"`, 2, 15},
		{"an escaped backslash is two columns", `"\\X"`, 2, 15},
		{"a line end by escape stays on the line", `"a\nX"`, 2, 16},
		{"an escaped carriage return and line end are one letter", `"a\r\nX"`, 2, 18},
		{"a letter by its two digits is four columns", `"\xE5X"`, 2, 17},
		{"a letter by its four digits is six columns", `"68\u00A0%X"`, 2, 22},
		{"a letter by its eight digits is ten columns", `"\U0001F600X"`, 2, 23},
		{"an escaped letter stands at its backslash", `"å\u0058"`, 2, 14},
		{"without escapes a backslash is a letter", `'C:\ny\X'`, 2, 19},
		{"two quotes of the other kind are letters", `'""X'`, 2, 15},
		{"a letter and its mark are one letter", "\"a\u030arX\"", 2, 16},
		{"a letter and its escaped mark are one letter", `"a\u030aX"`, 2, 20},
		{"a letter and two marks are one letter and a mark", "\"a\u030a\u0323X\"", 2, 16},
		{"more marks than the normal form keeps on one letter", "\"a" + strings.Repeat("\u0323", 70) + "X\"", 2, 84},
		{"three quotes are three columns", `"""X"""`, 2, 15},
		{"a line end after three quotes is no letter", "\"\"\"\nX\"\"\"", 3, 1},
		{"nor is one of Windows", "\"\"\"\r\nX\"\"\"", 3, 1},
		{"the second line end is a letter", "\"\"\"\n\nX\"\"\"", 4, 1},
		{"letters of a further line", "\"\"\"ett\n  toX\"\"\"", 3, 5},
		{"a line end of Windows is one letter", "\"\"\"ett\r\n  toX\"\"\"", 3, 5},
		{"a backslash at the end of a line hides what is blank after it", "\"\"\"ett \\\n\n    X\"\"\"", 4, 5},
		{"with blank space after the backslash as well", "\"\"\"ett \\ \t\n  X\"\"\"", 3, 3},
		{"and with the line ends of Windows", "\"\"\"ett \\\r\n\r\n  X\"\"\"", 4, 3},
		{"a backslash right after three quotes", "\"\"\"\\\n  X\"\"\"", 3, 3},
		{"one after another", "\"\"\"a\\\n  \\\n  X\"\"\"", 4, 3},
		{"an escaped backslash at the end of a line hides nothing", "\"\"\"a\\\\\n  X\"\"\"", 3, 3},
		{"one and two quotes within three are letters", `"""a"b""X"""`, 2, 20},
		{"a quote right before the closing three is a letter", `"""X""""`, 2, 15},
		{"three single quotes take a backslash as it is", "'''a\\\n  X'''", 3, 3},
		{"a line end after three single quotes is no letter", "'''\næX'''", 3, 2},
		{"two quotes within three single ones are letters", `'''a''X'''`, 2, 18},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := headline(tt.raw)
			before, _, found := strings.Cut(s.V, "X")
			if !found {
				t.Fatalf("the text is %q", s.V)
			}
			if got, want := s.Inside(utf8.RuneCountInString(before)), (diag.Pos{File: "deck.toml", Line: tt.line, Col: tt.col}); got != want {
				t.Errorf("%s: got %s, want %s", tt.raw, got, want)
			}
		})
	}
}

func TestPlacesOutsideOfATextAreThoseOfItsEnds(t *testing.T) {
	tests := []struct {
		name, raw string
		offset    int
		line, col int
	}{
		{"before the first letter", `"ab"`, -1, 2, 13},
		{"after the last letter", `"ab"`, 2, 2, 15},
		{"far after it", `"ab"`, 99, 2, 15},
		{"in an empty text", `""`, 0, 2, 13},
		{"in an empty text of three quotes", `""""""`, 0, 2, 15},
		{"after a backslash that hides the rest", "\"\"\"ab\\\n  \"\"\"", 2, 3, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, want := headline(tt.raw).Inside(tt.offset), (diag.Pos{File: "deck.toml", Line: tt.line, Col: tt.col}); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
	elsewhere := diag.Pos{File: "deck.toml", Line: 7, Col: 3}
	if got := (Str{V: "made up", Pos: elsewhere, Set: true}).Inside(3); got != elsewhere {
		t.Errorf("a text that nobody wrote: got %s, want its own place %s", got, elsewhere)
	}
}

// FuzzInside holds that the walk finds the letters that the TOML library reads, and each at a place where it is
// written: as itself, or as an escape.
func FuzzInside(f *testing.F) {
	for _, seed := range []string{
		`"blå\u00A0bær\"\\"`, `'C:\dir'`, "\"\"\"\r\nett \\\r\n  to\"\"\"\"\"", "'''\n''a'''''", `"a\u030a\x41\U0001F600\r\n\e"`,
		"\"a\u030a\u0323e\u0301\"", "\"\"\"\\\n\\\n\"\"\"", "\"\"\"\\r\r\n\"\"\"", `""`, `"\u1100\u1161\u11a8\u0958"`, "\"a" + strings.Repeat("\u0323", 70) + "\"",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		s := headline(raw)
		if !s.Set || s.raw != strings.TrimSpace(raw) {
			return // no TOML, or more than one text
		}
		text, places := written(s.raw, s.Pos)
		if got := norm.NFC.String(string(text)); got != s.V {
			if strings.TrimFunc(got, invisible) == "" {
				return // nothing to see counts as nothing
			}
			t.Fatalf("the walk reads %q, the library %q", got, s.V)
		}
		letters := []rune(s.V)
		if got := len(composed(text, places)); got != len(letters)+1 {
			t.Fatalf("%d places for the %d letters of %q and its end", got, len(letters), s.V)
		}
		lines := strings.Split(strings.Repeat(" ", s.Pos.Col-1)+s.raw, "\n")
		for i, p := range places[:len(places)-1] {
			line := []rune(lines[p.Line-s.Pos.Line])
			if p.Col == len(line)+1 { // the line end itself
				line = append(line, '\n')
			}
			if at := line[p.Col-1]; at != text[i] && at != '\\' && !(at == '\r' && text[i] == '\n') {
				t.Fatalf("letter %d is %q; at %s stands %q", i, text[i], p, at)
			}
			if q := places[i+1]; q.Line < p.Line || (q.Line == p.Line && q.Col <= p.Col) {
				t.Fatalf("letter %d at %s, the next at %s", i, p, q)
			}
		}
	})
}
