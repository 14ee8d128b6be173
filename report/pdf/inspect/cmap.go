package inspect

import (
	"strings"
	"unicode/utf16"

	"lysark/report/pdf/cos"
)

// cmap maps character codes to Unicode (ToUnicode) or to CIDs (a font's encoding). Codes of different lengths differ.
type cmap struct {
	spaces   []codeRange
	unicode  map[charCode]string
	cids     []cidRange
	crossing []codeRange // ranges that run past the end of their last byte, and so map nothing there
	system   cos.Dict    // CIDSystemInfo
	wmode    int
	uses     string // another cmap this one builds upon
	zero     bool   // something is mapped to U+0000
	mark     bool   // something is mapped to U+FEFF or U+FFFE
}

// charCode is a code as it stands in a string.
type charCode struct {
	code  uint32
	bytes int
}

type codeRange struct {
	low, high uint32
	bytes     int
}

type cidRange struct {
	codeRange
	cid int
}

// readCMap reads what a cmap says (ISO 32000-1, 9.7.5 and 9.10.3). It is PostScript, of which only tables are read.
func (f *file) readCMap(data []byte) *cmap {
	m := &cmap{unicode: map[charCode]string{}}
	if !f.spend(len(data) / 32) {
		return m
	}
	for op := range cos.Operators(data) {
		if !f.spend(1 + len(op.Args)) {
			break
		}
		switch op.Name {
		case "endcodespacerange":
			for i := 0; i+1 < len(op.Args) && len(m.spaces) < 100; i += 2 {
				if r, ok := codesOf(op.Args[i], op.Args[i+1]); ok {
					m.spaces = append(m.spaces, r)
				}
			}
		case "endbfchar":
			f.chars(m, op.Args)
		case "endbfrange":
			f.ranges(m, op.Args)
		case "endcidrange", "endcidchar":
			m.cidRanges(op.Args, op.Name == "endcidrange")
		case "def":
			m.define(op.Args)
		case "usecmap":
			if len(op.Args) > 0 {
				name, _ := op.Args[len(op.Args)-1].(cos.Name)
				m.uses = string(name)
			}
		}
	}
	return m
}

func (m *cmap) define(args []cos.Object) {
	if len(args) < 2 {
		return
	}
	key, _ := args[len(args)-2].(cos.Name)
	switch v := args[len(args)-1].(type) {
	case int:
		if key == "WMode" {
			m.wmode = v
		}
	case cos.Dict:
		if key == "CIDSystemInfo" {
			m.system = v
		}
	}
}

func (f *file) chars(m *cmap, args []cos.Object) {
	for i := 0; i+1 < len(args); i += 2 {
		if c, ok := codeOf(args[i]); ok {
			f.put(m, c, unicodeOf(args[i+1]))
		}
	}
}

func (f *file) ranges(m *cmap, args []cos.Object) {
	for i := 0; i+2 < len(args); i += 3 {
		r, ok := codesOf(args[i], args[i+1])
		if !ok {
			continue
		}
		if r.low>>8 != r.high>>8 {
			// only the last byte may run (9.10.3); readers map the first stretch, or nothing
			if len(m.crossing) < 100 {
				m.crossing = append(m.crossing, r)
			}
			r.high = r.low | 0xff
		}
		if list, isList := args[i+2].(cos.Array); isList {
			for j, dst := range list {
				if uint32(j) <= r.high-r.low {
					f.put(m, charCode{r.low + uint32(j), r.bytes}, unicodeOf(dst))
				}
			}
			continue
		}
		first := []rune(unicodeOf(args[i+2]))
		for code := r.low; code <= r.high && len(first) > 0; code++ {
			if !f.spend(1) {
				return
			}
			f.put(m, charCode{code, r.bytes}, string(first))
			first[len(first)-1]++
		}
	}
}

func (f *file) put(m *cmap, c charCode, text string) {
	if _, again := m.unicode[c]; !again {
		if f.mapped <= 0 {
			f.cut("characters of fonts")
			return
		}
		f.mapped--
	}
	m.zero = m.zero || text == "" || strings.ContainsRune(text, 0)
	m.mark = m.mark || strings.ContainsAny(text, "\ufeff\ufffe")
	m.unicode[c] = text
}

func (m *cmap) cidRanges(args []cos.Object, ranges bool) {
	step := 2
	if ranges {
		step = 3
	}
	for i := 0; i+step <= len(args) && len(m.cids) < 2000; i += step {
		r, ok := codesOf(args[i], args[i+step-2])
		cid, isInt := args[i+step-1].(int)
		if ok && isInt {
			m.cids = append(m.cids, cidRange{r, cid})
		}
	}
}

// cid is what a font's encoding makes of a code; 0 where it says nothing.
func (m *cmap) cid(c charCode) int {
	for _, r := range m.cids {
		if r.bytes == c.bytes && r.low <= c.code && c.code <= r.high {
			return r.cid + int(c.code-r.low)
		}
	}
	return 0
}

// next is the first code of a string, two bytes where no range of codes tells how many.
func (m *cmap) next(s string) charCode {
	code := uint32(0)
	for n := 1; n <= 4 && n <= len(s); n++ {
		code = code<<8 | uint32(s[n-1])
		for _, r := range m.spaces {
			if r.bytes == n && within(code, r) {
				return charCode{code, n}
			}
		}
	}
	if len(s) < 2 {
		return charCode{uint32(s[0]), 1}
	}
	return charCode{uint32(s[0])<<8 | uint32(s[1]), 2}
}

// within holds each byte of a code against those of the range (9.7.6.2).
func within(code uint32, r codeRange) bool {
	for shift := 0; shift < 8*r.bytes; shift += 8 {
		b := code >> shift & 0xff
		if b < r.low>>shift&0xff || b > r.high>>shift&0xff {
			return false
		}
	}
	return true
}

func codesOf(low, high cos.Object) (codeRange, bool) {
	l, ok := codeOf(low)
	h, ok2 := codeOf(high)
	return codeRange{l.code, h.code, l.bytes}, ok && ok2 && l.bytes == h.bytes && l.code <= h.code
}

func codeOf(o cos.Object) (charCode, bool) {
	s, ok := o.(cos.String)
	if !ok || len(s) == 0 || len(s) > 4 {
		return charCode{}, false
	}
	c := charCode{bytes: len(s)}
	for i := range len(s) {
		c.code = c.code<<8 | uint32(s[i])
	}
	return c, true
}

// unicodeOf is a destination: UTF-16, or the name of a glyph.
func unicodeOf(o cos.Object) string {
	const most = 64 // bytes; the longest ligatures have a dozen
	switch v := o.(type) {
	case cos.Name:
		return glyphText(string(v))
	case cos.String:
		if len(v) == 1 {
			return string(rune(v[0]))
		}
		var units []uint16
		for i := 0; i+1 < min(len(v), most); i += 2 {
			units = append(units, uint16(v[i])<<8|uint16(v[i+1]))
		}
		return string(utf16.Decode(units))
	}
	return ""
}
