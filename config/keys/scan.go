package keys

import (
	"strings"

	"github.com/BurntSushi/toml"

	"lysark/config/diag"
)

// place is where a key, a table or an array element stands. The TOML library keeps no places that can be used: it
// knows keys by name without array index, so of two [[slide]] it reports the last. This tree has the shape of the
// decoded file.
type place struct {
	key, value diag.Pos
	raw        string   // of a text or number: as it stands in the file, quotes and all
	keys       []string // in the order of the file
	sub        map[string]*place
	items      []*place
}

// child is the place of a key, made when new.
func (p *place) child(name string) *place {
	if c, ok := p.sub[name]; ok {
		return c
	}
	if p.sub == nil {
		p.sub = map[string]*place{}
	}
	c := &place{}
	p.sub[name] = c
	p.keys = append(p.keys, name)
	return c
}

// item is the place of an element.
func (p *place) item(i int) *place {
	if i < len(p.items) {
		return p.items[i]
	}
	return p
}

// table is the place that a header's name leads to: of an array of tables, the last.
func (p *place) table() *place {
	if n := len(p.items); n > 0 {
		return p.items[n-1]
	}
	return p
}

// scan finds the places of everything in a TOML file that the library has found to be valid.
func scan(file, src string) *place {
	s := &scanner{file: file, rest: []rune(src), line: 1, col: 1}
	root := &place{value: s.pos()}
	current := root
	for s.blank(); len(s.rest) > 0; s.blank() {
		before := len(s.rest)
		if s.rest[0] == '[' {
			current = s.header(root)
		} else {
			s.pair(current)
		}
		if len(s.rest) == before {
			s.step() // not valid TOML after all: go on rather than hang
		}
	}
	return root
}

type scanner struct {
	file      string
	rest      []rune
	line, col int
}

func (s *scanner) pos() diag.Pos { return diag.Pos{File: s.file, Line: s.line, Col: s.col} }

func (s *scanner) step() {
	if s.rest[0] == '\n' {
		s.line, s.col = s.line+1, 0
	}
	s.rest = s.rest[1:]
	s.col++
}

// skip passes all that is in set.
func (s *scanner) skip(set string) {
	for len(s.rest) > 0 && strings.ContainsRune(set, s.rest[0]) {
		s.step()
	}
}

// until passes all that is not in set.
func (s *scanner) until(set string) {
	for len(s.rest) > 0 && !strings.ContainsRune(set, s.rest[0]) {
		s.step()
	}
}

// blank passes spaces, line ends and comments.
func (s *scanner) blank() {
	for s.skip(" \t\r\n"); s.at("#"); s.skip(" \t\r\n") {
		s.until("\n")
	}
}

func (s *scanner) at(prefix string) bool {
	p := []rune(prefix)
	if len(s.rest) < len(p) {
		return false
	}
	return string(s.rest[:len(p)]) == prefix
}

// header reads [table] or [[array of tables]] and returns the table's place.
func (s *scanner) header(root *place) *place {
	at := s.pos()
	array := s.at("[[")
	s.skip("[ \t")
	names := s.keys()
	s.until("\n#")
	p := root
	for _, name := range names {
		p = p.table().child(name)
		if p.key == (diag.Pos{}) {
			p.key, p.value = at, at
		}
	}
	if array {
		p.items = append(p.items, &place{key: at, value: at})
	}
	return p.table()
}

// pair reads key = value into the table.
func (s *scanner) pair(table *place) {
	at := s.pos()
	p := table
	for _, name := range s.keys() {
		p = p.child(name)
		if p.key == (diag.Pos{}) {
			p.key, p.value = at, at
		}
	}
	s.skip(" \t")
	if s.at("=") {
		s.step()
		s.skip(" \t")
		s.read(p)
	}
}

// keys reads a dotted key.
func (s *scanner) keys() []string {
	var names []string
	for {
		s.skip(" \t")
		names = append(names, s.key())
		s.skip(" \t")
		if !s.at(".") {
			return names
		}
		s.step()
	}
}

func (s *scanner) key() string {
	before := s.rest
	if s.at(`"`) || s.at("'") {
		s.quoted()
		raw := string(before[:len(before)-len(s.rest)])
		var decoded struct{ Key string }
		if _, err := toml.Decode("Key = "+raw, &decoded); err != nil {
			return raw
		}
		return decoded.Key
	}
	s.until(" \t.=]\r\n#{},")
	return string(before[:len(before)-len(s.rest)])
}

// read reads a value.
func (s *scanner) read(p *place) {
	p.value = s.pos()
	switch {
	case s.at(`"`), s.at("'"):
		before := s.rest
		s.quoted()
		p.raw = string(before[:len(before)-len(s.rest)])
	case s.at("["):
		s.step()
		s.list("]", func() {
			item := &place{key: s.pos()}
			s.read(item)
			p.items = append(p.items, item)
		})
	case s.at("{"):
		s.step()
		s.list("}", func() { s.pair(p) })
	default:
		before := s.rest
		s.until(",]}#\r\n")
		p.raw = strings.TrimSpace(string(before[:len(before)-len(s.rest)]))
	}
}

// list reads elements up to the closing bracket.
func (s *scanner) list(closing string, element func()) {
	for {
		s.blank()
		s.skip(",")
		s.blank()
		if len(s.rest) == 0 {
			return
		}
		if s.at(closing) {
			s.step()
			return
		}
		before := len(s.rest)
		element()
		if len(s.rest) == before {
			return
		}
	}
}

// quoted passes a string of any of the four kinds.
func (s *scanner) quoted() {
	mark := string(s.rest[0])
	escapes := mark == `"`
	if s.at(mark + mark + mark) {
		mark += mark + mark
	} else if s.at(mark + mark) {
		s.step()
		s.step()
		return
	}
	for range mark {
		s.step()
	}
	for len(s.rest) > 0 && !s.at(mark) {
		if escapes && s.rest[0] == '\\' && len(s.rest) > 1 {
			s.step()
		}
		s.step()
	}
	for range mark {
		if len(s.rest) > 0 {
			s.step()
		}
	}
	for len(mark) == 3 && s.at(mark[:1]) { // up to two quotes may stand before the closing three
		s.step()
	}
}
