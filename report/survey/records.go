package survey

import (
	"strings"

	"lysark/config/diag"
)

// parse splits the text into records (RFC 4180, with any delimiter and any line end). Blank lines are no records.
// It keeps the place of each field, which encoding/csv gives only while reading and in bytes.
func parse(name, text string, comma rune, list *diag.List) [][]cell {
	p := &parser{name: name, rest: []rune(text), comma: comma, line: 1, col: 1, list: list}
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
	rest      []rune
	comma     rune
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
		if len(p.rest) == 0 {
			return out
		}
		if p.rest[0] == p.comma {
			p.step()
			continue
		}
		p.lineEnd()
		return out
	}
}

// field reads one field and stops at the delimiter or line end after it.
func (p *parser) field() string {
	if len(p.rest) > 0 && p.rest[0] == '"' {
		return p.quoted()
	}
	return p.plain()
}

// quoted reads a field in quotes; two quotes stand for one. Text after the closing quote is kept, as Excel does.
func (p *parser) quoted() string {
	opened := diag.Pos{File: p.name, Line: p.line, Col: p.col}
	var b strings.Builder
	for p.step(); len(p.rest) > 0; {
		if p.rest[0] != '"' {
			b.WriteRune(p.rest[0])
			p.step()
			continue
		}
		p.step()
		if len(p.rest) == 0 || p.rest[0] != '"' {
			b.WriteString(p.plain())
			return b.String()
		}
		b.WriteByte('"')
		p.step()
	}
	p.list.Errorf(opened, "bad-data", `close it, or double a quote that belongs to the answer: ""`, "a quote is opened here and never closed")
	return b.String()
}

// plain reads up to the delimiter or line end.
func (p *parser) plain() string {
	n := 0
	for n < len(p.rest) && p.rest[n] != p.comma && !isLineEnd(p.rest[n]) {
		n++
	}
	s := string(p.rest[:n])
	p.rest = p.rest[n:]
	p.col += n
	return s
}

func (p *parser) lineEnd() {
	if len(p.rest) > 1 && p.rest[0] == '\r' && p.rest[1] == '\n' {
		p.rest = p.rest[1:]
	}
	p.rest = p.rest[1:]
	p.line++
	p.col = 1
}

// step passes one character, keeping count of lines inside quotes.
func (p *parser) step() {
	if isLineEnd(p.rest[0]) {
		p.lineEnd()
		return
	}
	p.rest = p.rest[1:]
	p.col++
}

func isLineEnd(r rune) bool { return r == '\n' || r == '\r' }
