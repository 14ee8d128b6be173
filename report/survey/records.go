package survey

import (
	"strings"
	"unicode/utf8"

	"lysark/config/diag"
)

// parse splits the text into records (RFC 4180, with any delimiter and any line end). Blank lines are no records.
// It keeps the place of each field, which encoding/csv gives only while reading and in bytes.
func parse(name, text string, comma rune, list *diag.List) [][]cell {
	p := &parser{name: name, rest: text, comma: comma, stops: string(comma) + "\r\n", line: 1, col: 1, list: list}
	var records [][]cell
	for len(p.rest) > 0 {
		if r := p.record(); !empty(r) || len(r) > 1 {
			records = append(records, r)
		}
	}
	return trimmed(records)
}

// trimmed takes off the empty records at the end, which spreadsheets leave behind.
func trimmed(records [][]cell) [][]cell {
	for len(records) > 0 && empty(records[len(records)-1]) {
		records = records[:len(records)-1]
	}
	return records
}

type parser struct {
	name      string
	rest      string // what is left of the text; fields are cut out of it without copying
	comma     rune
	stops     string // what ends a field that is not quoted
	line, col int
	list      *diag.List
}

// record reads fields up to the end of the line.
func (p *parser) record() []cell {
	var out []cell
	for {
		c := cell{line: p.line, col: p.col}
		c.text = tidy(p.field())
		out = append(out, c)
		if p.rest == "" {
			return out
		}
		if !isLineEnd(p.rest[0]) {
			p.pass(utf8.RuneLen(p.comma))
			continue
		}
		p.lineEnd()
		return out
	}
}

// field reads one field and stops at the delimiter or line end after it.
func (p *parser) field() string {
	if strings.HasPrefix(p.rest, `"`) {
		return p.quoted()
	}
	return p.plain()
}

// quoted reads a field in quotes; two quotes stand for one. Text after the closing quote is kept, as Excel does.
func (p *parser) quoted() string {
	opened := diag.Pos{File: p.name, Line: p.line, Col: p.col}
	p.pass(1)
	text := ""
	for {
		n := strings.IndexByte(p.rest, '"')
		if n < 0 {
			text += p.passLines(len(p.rest))
			p.list.Errorf(opened, "bad-data", `close it, or double a quote that belongs to the answer: ""`, "a quote is opened here and never closed")
			return text
		}
		text += p.passLines(n)
		p.pass(1)
		if !strings.HasPrefix(p.rest, `"`) {
			return text + p.plain()
		}
		text += `"`
		p.pass(1)
	}
}

// plain reads up to the delimiter or line end.
func (p *parser) plain() string {
	n := strings.IndexAny(p.rest, p.stops)
	if n < 0 {
		n = len(p.rest)
	}
	return p.pass(n)
}

func (p *parser) lineEnd() {
	p.rest = strings.TrimPrefix(p.rest, "\r")
	p.rest = strings.TrimPrefix(p.rest, "\n")
	p.line++
	p.col = 1
}

// pass cuts off n bytes that hold no line end.
func (p *parser) pass(n int) string {
	s := p.rest[:n]
	p.rest = p.rest[n:]
	p.col += utf8.RuneCountInString(s)
	return s
}

// passLines cuts off n bytes and counts the lines in them.
func (p *parser) passLines(n int) string {
	s := p.rest[:n]
	for left := s; left != ""; {
		i := strings.IndexAny(left, "\r\n")
		if i < 0 {
			p.pass(len(left))
			break
		}
		p.pass(i)
		before := len(p.rest)
		p.lineEnd()
		left = left[i+before-len(p.rest):]
	}
	return s
}

func isLineEnd(b byte) bool { return b == '\n' || b == '\r' }
