// Package csv cuts a text into fields: RFC 4180 with any delimiter and any line end. It takes UTF-8, keeps the place of
// whatever is strange about the quotes, and knows no tables; package survey makes one of the fields.
package csv

import (
	"bytes"
	"unicode/utf8"
)

// Scanner cuts a text into fields. Each is a part of the text, or, where quotes stand in the way, of a buffer.
type Scanner struct {
	text   []byte
	comma  []byte
	at     Mark // the next byte
	quote  Mark // the last that was opened
	open   bool // and never closed
	late   []Late
	lates  int
	joint  []byte
	strict bool
	stray  []Mark
}

// New is a scanner of a text. One that is strict keeps the quotes that are not where RFC 4180 has them.
func New(text []byte, delimiter rune, strict bool) *Scanner {
	return &Scanner{text: text, comma: []byte(string(delimiter)), at: Mark{0, 1}, strict: strict}
}

// Mark is a place in a text: its byte, and the number of its line.
type Mark struct{ Offset, Line int }

// Column is the place in its line, in characters from 1.
func (m Mark) Column(text []byte) int {
	before := text[:m.Offset]
	if i := bytes.LastIndexAny(before, "\r\n"); i >= 0 {
		before = before[i+1:]
	}
	return utf8.RuneCount(before) + 1
}

// Late is a quote that is closed lines below in the middle of a text: there the next quoted answer began, and the rows
// in between have become one answer.
type Late struct {
	Mark
	Closed int // line
}

// Quotes are what is strange about the quotes that were passed.
type Quotes struct {
	Late  []Late // at most 20
	Lates int
	Stray []Mark // in the middle of a field; only of a strict scanner
	Open  bool   // the last one was never closed
	Last  Mark
}

// Quotes are what is strange so far.
func (s *Scanner) Quotes() Quotes { return Quotes{s.late, s.lates, s.stray, s.open, s.quote} }

// Here is the place of the next field.
func (s *Scanner) Here() Mark { return s.at }

// GoTo goes on from a place where a field begins.
func (s *Scanner) GoTo(m Mark) { s.at = m }

// Done tells whether the text is at its end.
func (s *Scanner) Done() bool { return s.at.Offset >= len(s.text) }

// Field reads one field and stops at the delimiter or line end after it.
func (s *Scanner) Field() []byte {
	if s.at.Offset < len(s.text) && s.text[s.at.Offset] == '"' {
		return s.quoted()
	}
	start := s.at
	f := s.plain()
	if s.strict && bytes.IndexByte(f, '"') >= 0 {
		s.stray = append(s.stray, start)
	}
	return f
}

// plain reads up to the delimiter or line end.
func (s *Scanner) plain() []byte {
	start, comma := s.at.Offset, s.comma[0]
	for i, c := range s.text[start:] {
		if c == '\n' || c == '\r' || c == comma && (len(s.comma) == 1 || bytes.HasPrefix(s.text[start+i:], s.comma)) {
			s.at.Offset = start + i
			return s.text[start:s.at.Offset]
		}
	}
	s.at.Offset = len(s.text)
	return s.text[start:]
}

// quoted reads a field in quotes; two quotes stand for one. Text after the closing quote is kept, as Excel does.
func (s *Scanner) quoted() []byte {
	s.quote = s.at
	s.at.Offset++
	s.joint = s.joint[:0]
	for {
		n := bytes.IndexByte(s.text[s.at.Offset:], '"')
		if n < 0 {
			s.open = true
			s.joint = append(s.joint, s.text[s.at.Offset:]...)
			s.at.Line += LineEnds(s.text[s.at.Offset:])
			s.at.Offset = len(s.text)
			return s.joint
		}
		part := s.text[s.at.Offset : s.at.Offset+n]
		s.at.Line += LineEnds(part)
		s.at.Offset += n + 1
		doubled := s.at.Offset < len(s.text) && s.text[s.at.Offset] == '"'
		if !doubled {
			after := s.plain()
			if len(s.joint) == 0 && len(after) == 0 {
				return part
			}
			if (s.strict || s.at.Line > s.quote.Line) && len(bytes.TrimSpace(after)) > 0 {
				s.addLate()
			}
			s.joint = append(append(s.joint, part...), after...)
			return s.joint
		}
		s.joint = append(append(s.joint, part...), '"')
		s.at.Offset++
	}
}

// Next passes the delimiter or line end; false when the row is at its end.
func (s *Scanner) Next() bool {
	if s.at.Offset >= len(s.text) {
		return false
	}
	if c := s.text[s.at.Offset]; c != '\n' && c != '\r' {
		s.at.Offset += len(s.comma)
		return true
	}
	if bytes.HasPrefix(s.text[s.at.Offset:], []byte("\r\n")) {
		s.at.Offset++
	}
	s.at.Offset++
	s.at.Line++
	return false
}

// addLate keeps the quote that was opened last, as it was closed late.
func (s *Scanner) addLate() {
	const most = 20
	if s.lates++; s.lates <= most {
		s.late = append(s.late, Late{s.quote, s.at.Line})
	}
}

// Guess is how many cells there can be at most, so that they are allocated once.
func (s *Scanner) Guess(columns int) int {
	rest := s.text[s.at.Offset:]
	lines := LineEnds(rest) + 1
	return min(bytes.Count(rest, s.comma)+lines, columns*lines)
}

// LineEnds counts the line ends of any kind.
func LineEnds(text []byte) int {
	n := bytes.Count(text, []byte("\n"))
	if bytes.IndexByte(text, '\r') < 0 {
		return n
	}
	return n + bytes.Count(text, []byte("\r")) - bytes.Count(text, []byte("\r\n"))
}
