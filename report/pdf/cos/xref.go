package cos

import (
	"bytes"
	"errors"
	"fmt"
	"math"
)

// header finds where the file begins: some have mail headers before it, which their offsets do not count.
func (f *File) header(data []byte) {
	f.data, f.version = data, "1.0"
	i := bytes.Index(data[:min(1024, len(data))], []byte("%PDF-"))
	if i < 0 {
		f.problem("there is no header with a version")
		return
	}
	if i > 0 {
		f.problem("there are %d bytes before the header", i)
	}
	f.data = data[i:]
	if v := f.data[len("%PDF-"):]; len(v) >= 3 && isDigit(v[0]) && v[1] == '.' && isDigit(v[2]) {
		f.version = string(v[:3])
	}
}

// crossReferences reads all sections, the newest first, which is the one that counts (7.5.6).
func (f *File) crossReferences() error {
	i := bytes.LastIndex(f.data, []byte("startxref"))
	if i < 0 {
		return errors.New("there is no startxref")
	}
	p := parser{data: f.data, pos: i + len("startxref")}
	at, ok := p.integer()
	if !ok {
		return errors.New("startxref has no offset")
	}
	seen := map[int]bool{}
	for {
		if seen[at] {
			return fmt.Errorf("the sections go round in a circle at offset %d", at)
		}
		seen[at] = true
		trailer, err := f.section(at)
		if err != nil {
			return err
		}
		f.inherit(trailer)
		if at, ok = f.Int(trailer["Prev"]); !ok {
			return nil
		}
	}
}

// inherit keeps the newest trailer, with what matters of older ones when it lacks that.
func (f *File) inherit(older Dict) {
	if f.trailer == nil {
		f.trailer = older
		return
	}
	for _, k := range []Name{"Root", "Info", "ID", "Encrypt"} {
		if v, ok := older[k]; ok && f.trailer[k] == nil {
			f.trailer[k] = v
		}
	}
}

// section reads a table with its trailer, or a cross-reference stream.
func (f *File) section(at int) (Dict, error) {
	if f.exhausted() {
		return nil, errors.New("there are too many of them")
	}
	if at < 0 || at >= len(f.data) {
		return nil, fmt.Errorf("the offset %d is outside of the file", at)
	}
	p := parser{data: f.data, pos: at, refs: true, most: cacheMost(f.data)}
	if !p.follows("xref") {
		return f.streamSection(&p)
	}
	p.pos += len("xref")
	lines := p.pos
	if err := f.table(&p, func(int32, place) error { return nil }); err != nil {
		return nil, err
	}
	trailer, _ := f.parse(&p).(Dict)
	if trailer == nil || p.damaged {
		return nil, fmt.Errorf("the trailer of the table at offset %d is damaged", at)
	}
	// What a hybrid file hides from old readers its table calls free, so the stream comes first (7.5.8.4).
	if hidden, ok := trailer["XRefStm"].(int); ok && hidden >= 0 && hidden < len(f.data) {
		p := parser{data: f.data, pos: hidden, refs: true, most: cacheMost(f.data)}
		if _, err := f.streamSection(&p); err != nil {
			return nil, err
		}
	}
	p.pos = lines
	return trailer, f.table(&p, f.place)
}

// table reads the lines of all subsections and the word trailer (7.5.4).
func (f *File) table(p *parser, each func(int32, place) error) error {
	defer func(start int) { f.spend(p.pos - start) }(p.pos)
	for !p.keyword("trailer") {
		first, ok1 := p.integer()
		count, ok2 := p.integer()
		if !ok1 || !ok2 {
			return fmt.Errorf("the table is damaged at offset %d", p.pos)
		}
		for i := range count {
			where, ok1 := p.integer()
			generation, ok2 := p.integer()
			inUse := p.keyword("n")
			if !ok1 || !ok2 || !inUse && !p.keyword("f") || first > math.MaxInt32-i {
				return fmt.Errorf("the table is damaged at offset %d", p.pos)
			}
			line := place{where: int32(where), index: int32(generation)}
			if inUse {
				line.kind = alone
			}
			if err := each(int32(first+i), line); err != nil {
				return err
			}
		}
	}
	return nil
}

// place notes where an object is, when no newer section did.
func (f *File) place(num int32, at place) error {
	if f.left.places--; f.left.places < 0 {
		return errors.New("there are more lines of cross-references than the file can have objects")
	}
	if _, newer := f.places[num]; !newer {
		f.places[num] = at
	}
	return nil
}

// streamSection reads a cross-reference stream, whose dictionary is the trailer (7.5.8).
func (f *File) streamSection(p *parser) (Dict, error) {
	at := p.pos
	s, _ := f.indirect(p, -1).(*Stream)
	if s == nil || s.Dict["Type"] != Name("XRef") {
		return nil, fmt.Errorf("there are no cross-references at offset %d", at)
	}
	rows, err := f.decode(s, f.left.packed)
	f.left.packed -= len(rows)
	if err != nil {
		return nil, fmt.Errorf("the cross-reference stream at offset %d: %w", at, err)
	}
	widths, ok := f.widths(s.Dict)
	if !ok {
		return nil, fmt.Errorf("the cross-reference stream at offset %d has no usable /W", at)
	}
	index, ok := s.Dict["Index"].(Array)
	if !ok {
		index = Array{0, math.MaxInt32}
	}
	width := widths[0] + widths[1] + widths[2]
	for i := 0; i+1 < len(index); i += 2 {
		first, ok1 := f.Int(index[i])
		count, ok2 := f.Int(index[i+1])
		if !ok1 || !ok2 || first < 0 || count < 0 {
			return nil, fmt.Errorf("the cross-reference stream at offset %d has no usable /Index", at)
		}
		for n := 0; n < count && len(rows) >= width && first+n < math.MaxInt32; n++ {
			if err := f.place(int32(first+n), row(rows, widths)); err != nil {
				return nil, err
			}
			rows = rows[width:]
		}
	}
	return s.Dict, nil
}

func (f *File) widths(d Dict) (w [3]int, ok bool) {
	a := f.Array(d["W"])
	if len(a) < 3 {
		return w, false
	}
	for i := range w {
		if w[i], ok = f.Int(a[i]); !ok || w[i] < 0 || w[i] > 8 {
			return w, false
		}
	}
	return w, w[1] > 0
}

// row reads one line of a cross-reference stream. What does not fit is no offset in any file.
func row(data []byte, widths [3]int) place {
	fields := [3]int32{alone, 0, 0}
	for i, w := range widths {
		v := uint64(0)
		for _, c := range data[:w] {
			v = v<<8 | uint64(c)
		}
		if w > 0 {
			fields[i] = int32(min(v, math.MaxInt32))
		}
		data = data[w:]
	}
	if fields[0] > packed {
		return place{} // of a kind to come, which counts as null (7.5.8.3)
	}
	return place{kind: uint8(fields[0]), where: fields[1], index: fields[2]}
}
