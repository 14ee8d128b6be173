package submission

import (
	"bytes"
	"fmt"
	"io"
)

const (
	chunk       = 64 << 10 // written at once, each with its own deadline
	longestLine = 998      // RFC 5322, 2.1.1
)

// stuffing puts a second dot before one that begins a line, and holds the last CRLF back, which belongs to the end of
// the data. A line end that is not CRLF is refused: servers differ in what they take for the end of the data then, and
// a mail could smuggle in another.
type stuffing struct {
	to      io.Writer
	failed  error // of to
	pending []byte
	size    int // bytes taken in
	line    int // being written, from 1
	length  int // of it
	last    byte
}

func newStuffing(to io.Writer) *stuffing {
	return &stuffing{to: to, pending: make([]byte, 0, chunk+2*longestLine), line: 1}
}

func (s *stuffing) Write(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		part := p[n:]
		if end := bytes.IndexByte(part, '\n'); end >= 0 {
			part = part[:end+1]
		}
		if err := s.take(part); err != nil {
			return n, err
		}
		n += len(part)
	}
	return n, nil
}

// take takes a line or a part of one.
func (s *stuffing) take(part []byte) error {
	if problem := s.problem(part); problem != "" {
		return fmt.Errorf("line %d of the mail %s", s.line, problem)
	}
	if s.length == 0 && part[0] == '.' {
		s.pending = append(s.pending, '.')
	}
	s.pending = append(s.pending, part...)
	s.size += len(part)
	s.length += len(part)
	s.last = part[len(part)-1]
	if s.last == '\n' {
		s.line, s.length = s.line+1, 0
	}
	if len(s.pending) < chunk {
		return nil
	}
	return s.flush(2)
}

func (s *stuffing) problem(part []byte) string {
	ends := part[len(part)-1] == '\n'
	text := part
	if ends {
		text = part[:len(part)-1]
	}
	if cr := bytes.IndexByte(text, '\r'); cr >= 0 && cr < len(text)-1 || s.last == '\r' && len(text) > 0 {
		return "holds a CR without LF"
	}
	before := s.last
	if len(text) > 0 {
		before = text[len(text)-1]
	}
	if ends && before != '\r' {
		return "ends in LF without CR"
	}
	if s.length+len(part) > longestLine+2 {
		return fmt.Sprintf("is longer than %d bytes", longestLine)
	}
	return ""
}

// flush writes what there is, but for the last few bytes.
func (s *stuffing) flush(keep int) error {
	keep = min(keep, len(s.pending))
	out := s.pending[:len(s.pending)-keep]
	if len(out) == 0 {
		return nil
	}
	if _, err := s.to.Write(out); err != nil {
		s.failed = err
		return err
	}
	s.pending = append(s.pending[:0], s.pending[len(out):]...)
	return nil
}

// finish writes the rest of a mail that has to have the size.
func (s *stuffing) finish(size int) error {
	switch {
	case s.size != size:
		return fmt.Errorf("the mail has %d bytes and was to have %d", s.size, size)
	case s.last != '\n':
		return fmt.Errorf("line %d of the mail does not end", s.line)
	}
	s.pending = s.pending[:len(s.pending)-2]
	return s.flush(0)
}
