package cos

import "bytes"

// unwrap reads an object that stands alone.
func (f *File) unwrap(p *parser, num int, at place) Object {
	p.data, p.pos = f.data, int(at.where)
	return f.indirect(p, num)
}

// indirect reads an object with its number, generation and, if it is a stream, data. The number -1 is for times when
// other objects cannot be asked, so that a stream without a direct length goes to its endstream.
func (f *File) indirect(p *parser, num int) Object {
	start := p.pos
	_, _, ok := p.heading(num)
	f.spend(p.pos - start)
	if !ok {
		p.damaged = true
		return nil
	}
	o := f.parse(p)
	if d, ok := o.(Dict); ok && p.keyword("stream") {
		o = &Stream{Dict: d, Data: f.streamData(p, d, num)}
		p.keyword("endstream")
	}
	if !p.keyword("endobj") {
		p.damaged = true
	}
	return o
}

// heading takes "12 0 obj". It looks at the number first, as many wrong offsets may lead to the same place.
func (p *parser) heading(want int) (num, gen int, ok bool) {
	if p.pos < 0 || p.pos >= len(p.data) || !isDigit(p.data[p.pos]) {
		return 0, 0, false
	}
	num, ok = p.integer()
	if !ok || want >= 0 && num != want {
		return 0, 0, false
	}
	gen, ok = p.integer()
	if !ok {
		return 0, 0, false
	}
	p.skipSpace()
	if !p.follows("obj") { // "obj" may be followed by anything, as in "1 0 obj12"
		return 0, 0, false
	}
	p.pos += len("obj")
	return num, gen, true
}

// streamData takes the data as long as the dictionary says, or else to the word that ends them.
func (f *File) streamData(p *parser, d Dict, num int) []byte {
	if p.follows("\r") {
		p.pos++
	}
	p.skipLineFeed()
	start, rest := p.pos, p.data[p.pos:]
	length, isDirect := d["Length"].(int)
	known := isDirect
	if num >= 0 {
		length, known = f.Int(d["Length"])
	}
	if known && length >= 0 && length <= len(rest) && ended(rest[length:]) {
		p.pos = start + length
		return rest[:length:length]
	}
	end := bytes.Index(rest, []byte("endstream"))
	if end < 0 {
		end = len(rest)
		p.damaged = true
	}
	f.spend(end)
	p.pos = start + end
	data := bytes.TrimSuffix(rest[:end:end], []byte("\n"))
	data = bytes.TrimSuffix(data, []byte("\r"))
	if num >= 0 {
		f.problem("object %d: /Length is not the %d bytes of the stream", num, len(data))
	}
	return data
}

// ended tells whether a stream may end here: after a line break, which writers forget.
func ended(rest []byte) bool {
	rest = bytes.TrimPrefix(rest, []byte("\r"))
	rest = bytes.TrimPrefix(rest, []byte("\n"))
	return bytes.HasPrefix(rest, []byte("endstream"))
}
