package inspect

import (
	"encoding/binary"
	"sort"
)

// program is an embedded TrueType font program, as far as the rules need it. Nothing is copied out of it.
type program struct {
	data   []byte
	tables map[string][]byte
	glyphs int
	upem   int
	wide   int // glyphs with a width of their own
	cmaps  []subtable
}

// subtable is one table of characters within a font program.
type subtable struct {
	platform, encoding int
	data               []byte
}

// readProgram reads a TrueType or OpenType font program; nil when it is none.
func readProgram(data []byte) *program {
	if len(data) < 12 {
		return nil
	}
	p := &program{data: data, tables: map[string][]byte{}}
	n := int(binary.BigEndian.Uint16(data[4:]))
	for i := range min(n, 100) {
		at := 12 + 16*i
		if at+16 > len(data) {
			break
		}
		begin, length := uint64(binary.BigEndian.Uint32(data[at+8:])), uint64(binary.BigEndian.Uint32(data[at+12:]))
		if begin+length <= uint64(len(data)) {
			p.tables[string(data[at:at+4])] = data[begin : begin+length]
		}
	}
	maxp, head, hhea := p.tables["maxp"], p.tables["head"], p.tables["hhea"]
	if len(maxp) < 6 || len(head) < 54 || len(hhea) < 36 {
		return nil
	}
	p.glyphs = int(binary.BigEndian.Uint16(maxp[4:]))
	p.upem = int(binary.BigEndian.Uint16(head[18:]))
	p.wide = int(binary.BigEndian.Uint16(hhea[34:]))
	if p.upem == 0 {
		return nil
	}
	p.readCMaps()
	return p
}

// draws tells whether there are outlines: a program that is cut off has lost them.
func (p *program) draws() bool {
	_, quadratic := p.tables["glyf"]
	_, cubic := p.tables["CFF "]
	return quadratic || cubic
}

func (p *program) readCMaps() {
	t := p.tables["cmap"]
	if len(t) < 4 {
		return
	}
	for i := range min(int(binary.BigEndian.Uint16(t[2:])), 50) {
		at := 4 + 8*i
		if at+8 > len(t) {
			return
		}
		begin := binary.BigEndian.Uint32(t[at+4:])
		if int64(begin)+4 > int64(len(t)) {
			continue
		}
		p.cmaps = append(p.cmaps,
			subtable{int(binary.BigEndian.Uint16(t[at:])), int(binary.BigEndian.Uint16(t[at+2:])), t[begin:]})
	}
}

// width is a glyph's advance in thousandths of an em; false where the program does not tell.
func (p *program) width(glyph int) (float64, bool) {
	hmtx := p.tables["hmtx"]
	at := min(glyph, p.wide-1) * 4
	if at < 0 || at+2 > len(hmtx) {
		return 0, false
	}
	return float64(binary.BigEndian.Uint16(hmtx[at:])) * 1000 / float64(p.upem), true
}

// table is the table of characters of a platform and encoding, nil when there is none.
func (p *program) table(platform, encoding int) *subtable {
	for i, c := range p.cmaps {
		if c.platform == platform && (encoding < 0 || c.encoding == encoding) {
			return &p.cmaps[i]
		}
	}
	return nil
}

// glyph is the glyph of a character, 0 where there is none.
func (s *subtable) glyph(char uint32) int {
	if s == nil || len(s.data) < 6 {
		return 0
	}
	d := s.data
	switch binary.BigEndian.Uint16(d) {
	case 0:
		if char < 256 && 6+int(char) < len(d) {
			return int(d[6+char])
		}
	case 4:
		return glyph4(d, char)
	case 6:
		if len(d) < 10 {
			return 0
		}
		first, count := uint32(binary.BigEndian.Uint16(d[6:])), uint32(binary.BigEndian.Uint16(d[8:]))
		if at := 10 + 2*int(char-first); char >= first && char-first < count && at+2 <= len(d) {
			return int(binary.BigEndian.Uint16(d[at:]))
		}
	case 12:
		return glyph12(d, char)
	}
	return 0
}

// glyph4 reads the format of the Basic Multilingual Plane: segments with an offset each.
func glyph4(d []byte, char uint32) int {
	if len(d) < 16 || char > 0xffff {
		return 0
	}
	count := int(binary.BigEndian.Uint16(d[6:]) / 2)
	word := func(at int) int {
		if at < 0 || at+2 > len(d) {
			return 0
		}
		return int(binary.BigEndian.Uint16(d[at:]))
	}
	i := sort.Search(count, func(i int) bool { return word(14+2*i) >= int(char) })
	if i < count {
		start, delta, offset := word(16+2*count+2*i), word(16+4*count+2*i), word(16+6*count+2*i)
		if int(char) < start {
			return 0
		}
		if offset == 0 {
			return (int(char) + delta) & 0xffff
		}
		glyph := word(16 + 6*count + 2*i + offset + 2*(int(char)-start))
		if glyph == 0 {
			return 0
		}
		return (glyph + delta) & 0xffff
	}
	return 0
}

// glyph12 reads the format of all of Unicode: groups of characters in a row.
func glyph12(d []byte, char uint32) int {
	if len(d) < 16 {
		return 0
	}
	count := binary.BigEndian.Uint32(d[12:])
	groups := min(int(count), (len(d)-16)/12)
	i := sort.Search(groups, func(i int) bool { return binary.BigEndian.Uint32(d[16+12*i+4:]) >= char })
	if i < groups {
		if low := binary.BigEndian.Uint32(d[16+12*i:]); low <= char {
			return int(binary.BigEndian.Uint32(d[16+12*i+8:]) + char - low)
		}
	}
	return 0
}
