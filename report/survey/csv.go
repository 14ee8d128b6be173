package survey

import (
	"bytes"
	"unicode/utf8"

	"lysark/config/diag"
	"lysark/report/survey/letters"
)

// readText reads CSV: RFC 4180 with any delimiter and any line end. Blank lines are no rows.
func readText(t *Table, data []byte, opts Options, list *diag.List) bool {
	data, ok := letters.Decode(t.File, data, letters.Asked{Encoding: opts.Encoding, Pos: opts.Pos}, list)
	if !ok {
		return false
	}
	data, sep := splitSepLine(data)
	s := &scanner{text: data, comma: []byte(string(delimiter(data, opts.Delimiter, sep))), line: 1, strict: t.asWritten}
	names, start, found := s.names()
	if !found {
		s.tellQuotes(t.File, list)
		list.Errorf(diag.Pos{File: t.File, Line: 1, Col: 1}, diag.EmptyData,
			"save it again, with the names of the columns in the first row", "the file is empty")
		return false
	}
	t.typed = true
	t.above = [][]string{names}
	t.places = &fields{t: t, text: data, comma: s.comma, first: start}
	t.wide = len(names)
	t.codes = make([]uint32, 0, s.guess(len(names)))
	t.nameColumns(names, list)
	wide := told{list: list, file: t.File, what: "rows with more fields than the first row"}
	for s.at < len(data) {
		fields, beyond := s.row(t)
		if beyond >= 0 && wide.next() {
			list.Errorf(t.places.at(len(t.rows), beyond), diag.BadData,
				"look for a delimiter inside a cell that is not quoted",
				"the row has %d fields, the first row has %d", fields, len(names))
		}
	}
	wide.rest(diag.BadData)
	s.tellQuotes(t.File, list)
	t.trim()
	return true
}

// scanner cuts the text into fields. Each is a part of the text, or, where quotes stand in the way, of a buffer.
type scanner struct {
	text  []byte
	comma []byte
	at    int // the next byte
	line  int
	quote mark // the last that was opened
	open  bool // and never closed
	late  late // those that were closed in another row, as it seems
	joint []byte

	strict bool   // quotes are where RFC 4180 has them, or told
	stray  []mark // where they are not

	widest int // fields in the widest row below the first
}

// mark is a place in a text.
type mark struct{ offset, line int }

func (m mark) in(text []byte, file string) diag.Pos {
	before := text[:m.offset]
	if i := bytes.LastIndexAny(before, "\r\n"); i >= 0 {
		before = before[i+1:]
	}
	return diag.Pos{File: file, Line: m.line, Col: utf8.RuneCount(before) + 1}
}

// late are quotes that close lines below in the middle of a text: there the next quoted answer began, and the rows in
// between have become one answer.
type late struct {
	quotes []lateQuote // at most 20
	n      int
}

type lateQuote struct {
	mark
	closed int // line
}

func (l *late) add(at mark, closed int) {
	if l.n++; l.n <= mostTold {
		l.quotes = append(l.quotes, lateQuote{at, closed})
	}
}

// tellQuotes reports quotes that were closed late or never.
func (s *scanner) tellQuotes(file string, list *diag.List) {
	const hint = `close it, or double a quote that belongs to the cell: ""`
	for _, q := range s.late.quotes {
		list.Errorf(q.in(s.text, file), diag.BadData, hint,
			"a quote is opened here and closed in line %d, with text after it", q.closed)
	}
	rest := told{list: list, file: file, what: "quotes that are closed lines below, with text after them", n: s.late.n}
	rest.rest(diag.BadData)
	stray := told{list: list, file: file, what: "quotes inside cells that are not quoted"}
	for _, q := range s.stray {
		if stray.next() {
			list.Errorf(q.in(s.text, file), diag.BadData, `put the whole cell in quotes, and double the quotes in it: ""`,
				"a quote stands in a cell that does not begin with one")
		}
	}
	stray.rest(diag.BadData)
	if s.open {
		list.Errorf(s.quote.in(s.text, file), diag.BadData, hint, "a quote is opened here and never closed")
	}
}

// names reads the first row that is not blank.
func (s *scanner) names() ([]string, mark, bool) {
	for s.at < len(s.text) {
		start := mark{s.at, s.line}
		var names []string
		filled := false
		for more := true; more; {
			name := tidy(string(s.field()))
			names = append(names, name)
			filled = filled || name != ""
			more = s.next()
		}
		if filled {
			return names, start, true
		}
		if len(names) > 1 { // the columns have no names, or the file is a spreadsheet that was emptied
			return names, start, !s.onlyBlank()
		}
	}
	return nil, mark{}, false
}

// onlyBlank tells whether nothing but delimiters and space is left, and passes it.
func (s *scanner) onlyBlank() bool {
	rest := *s
	for rest.at < len(rest.text) {
		if tidy(string(rest.field())) != "" {
			return false
		}
		rest.next()
	}
	*s = rest
	return true
}

// row reads a row into the table. It returns how many fields the row has and which is the first that is filled though
// it has no column, or -1.
func (s *scanner) row(t *Table) (fields, beyond int) {
	t.startRow(s.at, s.line)
	beyond = -1
	for more := true; more; {
		f := s.field()
		if fields < len(t.Columns) {
			t.set(fields, f)
		} else if beyond < 0 && len(f) > 0 && tidy(string(f)) != "" {
			beyond = fields
			t.rows[len(t.rows)-1].filled = true
		}
		fields++
		more = s.next()
	}
	if fields == 1 && !t.rows[len(t.rows)-1].filled {
		t.rows = t.rows[:len(t.rows)-1]
		return fields, beyond
	}
	s.widest = max(s.widest, fields)
	if t.rows[len(t.rows)-1].filled {
		t.wide = max(t.wide, s.widest) // empty rows at the end do not count
	}
	return fields, beyond
}

// field reads one field and stops at the delimiter or line end after it.
func (s *scanner) field() []byte {
	if s.at < len(s.text) && s.text[s.at] == '"' {
		return s.quoted()
	}
	start := mark{s.at, s.line}
	f := s.plain()
	if s.strict && bytes.IndexByte(f, '"') >= 0 {
		s.stray = append(s.stray, start)
	}
	return f
}

// plain reads up to the delimiter or line end.
func (s *scanner) plain() []byte {
	start, comma := s.at, s.comma[0]
	for i, c := range s.text[start:] {
		if c == '\n' || c == '\r' || c == comma && (len(s.comma) == 1 || bytes.HasPrefix(s.text[start+i:], s.comma)) {
			s.at = start + i
			return s.text[start:s.at]
		}
	}
	s.at = len(s.text)
	return s.text[start:]
}

// quoted reads a field in quotes; two quotes stand for one. Text after the closing quote is kept, as Excel does.
func (s *scanner) quoted() []byte {
	s.quote = mark{s.at, s.line}
	s.at++
	s.joint = s.joint[:0]
	for {
		n := bytes.IndexByte(s.text[s.at:], '"')
		if n < 0 {
			s.open = true
			s.joint = append(s.joint, s.text[s.at:]...)
			s.line += lineEnds(s.text[s.at:])
			s.at = len(s.text)
			return s.joint
		}
		part := s.text[s.at : s.at+n]
		s.line += lineEnds(part)
		s.at += n + 1
		doubled := s.at < len(s.text) && s.text[s.at] == '"'
		if !doubled {
			after := s.plain()
			if len(s.joint) == 0 && len(after) == 0 {
				return part
			}
			if (s.strict || s.line > s.quote.line) && tidy(string(after)) != "" {
				s.late.add(s.quote, s.line)
			}
			s.joint = append(append(s.joint, part...), after...)
			return s.joint
		}
		s.joint = append(append(s.joint, part...), '"')
		s.at++
	}
}

// next passes the delimiter or line end; false when the row is at its end.
func (s *scanner) next() bool {
	if s.at >= len(s.text) {
		return false
	}
	if c := s.text[s.at]; c != '\n' && c != '\r' {
		s.at += len(s.comma)
		return true
	}
	if bytes.HasPrefix(s.text[s.at:], []byte("\r\n")) {
		s.at++
	}
	s.at++
	s.line++
	return false
}

// guess is how many cells there can be at most, so that they are allocated once.
func (s *scanner) guess(columns int) int {
	rest := s.text[s.at:]
	lines := lineEnds(rest) + 1
	return min(bytes.Count(rest, s.comma)+lines, columns*lines)
}

// lineEnds counts the line ends of any kind.
func lineEnds(text []byte) int {
	n := bytes.Count(text, []byte("\n"))
	if bytes.IndexByte(text, '\r') < 0 {
		return n
	}
	return n + bytes.Count(text, []byte("\r")) - bytes.Count(text, []byte("\r\n"))
}

// fields finds cells in the text by reading their row once more.
type fields struct {
	t     *Table
	text  []byte
	comma []byte
	first mark
}

func (f *fields) at(row, column int) diag.Pos {
	start := f.first
	if row > 0 {
		r := f.t.rows[min(row, len(f.t.rows))-1]
		start = mark{r.offset, r.line}
	}
	s := &scanner{text: f.text, comma: f.comma, at: start.offset, line: start.line}
	for range column {
		s.field()
		end := mark{s.at, s.line}
		if !s.next() {
			return end.in(f.text, f.t.File) // a row that is cut short
		}
	}
	return mark{s.at, s.line}.in(f.text, f.t.File)
}
