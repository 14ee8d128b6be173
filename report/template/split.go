package template

import (
	"strings"

	"lysark/config/diag"
)

// split cuts a text into the author's words and expressions. {{ and }} are braces.
func split(t Text, list *diag.List) []Piece {
	s := &splitter{letters: []rune(t.S)}
	for s.at < len(s.letters) {
		switch {
		case s.ahead("{{"), s.ahead("}}"):
			s.words.WriteRune(s.letters[s.at])
			s.at += 2
		case s.letters[s.at] == '}':
			list.Errorf(t.Place(s.at), diag.Syntax, "write }} for a brace in the text", "a single brace in %q",
				diag.Shorten(t.S))
			s.at++
		case s.letters[s.at] == '{':
			s.expression(t, list)
		default:
			s.words.WriteRune(s.letters[s.at])
			s.at++
		}
	}
	s.flush()
	return s.pieces
}

type splitter struct {
	letters []rune
	at      int
	begin   int // of the words
	words   strings.Builder
	pieces  []Piece
}

func (s *splitter) ahead(what string) bool {
	end := s.at + len(what)
	return end <= len(s.letters) && string(s.letters[s.at:end]) == what
}

// flush ends a run of the author's words.
func (s *splitter) flush() {
	if s.words.Len() > 0 {
		s.pieces = append(s.pieces, Piece{Text: s.words.String(), Letter: s.begin})
		s.words.Reset()
	}
	s.begin = s.at
}

func (s *splitter) expression(t Text, list *diag.List) {
	s.flush()
	begin := s.at + 1
	end := closing(s.letters, begin)
	if at := unquoted(s.letters, begin); end < 0 && at >= 0 {
		list.Errorf(t.Place(at), diag.Syntax, "close its quotation mark", "a text begins here and never ends")
		s.at = len(s.letters)
		s.unfilled()
		return
	}
	if end < 0 {
		list.Errorf(t.Place(s.at), diag.Syntax, "close it with }, or write {{ for a brace in the text",
			"a { without its } in %q", diag.Shorten(t.S))
		s.at = len(s.letters)
		s.unfilled()
		return
	}
	inside := string(s.letters[begin:end])
	s.at = end + 1
	s.begin = s.at
	if strings.TrimSpace(inside) == "" {
		list.Errorf(t.Place(begin-1), diag.Syntax,
			"write an expression between the braces, or {{ }} for braces in the text", "nothing between the braces "+
				"in %q", diag.Shorten(t.S))
		s.unfilled()
		return
	}
	s.pieces = append(s.pieces, Piece{Expr: inside, Letter: begin})
}

// unfilled puts something in the place of an expression that is none, so that nobody misses a text there.
func (s *splitter) unfilled() { s.pieces = append(s.pieces, Piece{Text: unfilled, Letter: s.begin}) }

// closing is where the brace is that closes an expression; texts within it and maps may hold braces of their own.
func closing(letters []rune, at int) int {
	depth := 0
	for i := at; i < len(letters); i++ {
		switch letters[i] {
		case '\'', '"', '`':
			if i = endOfText(letters, i); i < 0 {
				return -1
			}
		case '{':
			depth++
		case '}':
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return -1
}

// unquoted is where a quotation begins within an expression that has no end; -1 when each has one.
func unquoted(letters []rune, at int) int {
	for i := at; i < len(letters) && letters[i] != '}'; i++ {
		if !strings.ContainsRune("'\"`", letters[i]) {
			continue
		}
		end := endOfText(letters, i)
		if end < 0 {
			return i
		}
		i = end
	}
	return -1
}

// endOfText is where the quotation that begins at i ends.
func endOfText(letters []rune, i int) int {
	mark := letters[i]
	for i++; i < len(letters); i++ {
		switch {
		case letters[i] == '\\' && mark != '`':
			i++
		case letters[i] == mark:
			return i
		}
	}
	return -1
}
