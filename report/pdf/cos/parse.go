package cos

import (
	"errors"
	"math"
)

// ParseObject reads the object at the start of the data and tells how many bytes it took. An object that is damaged
// comes with an error, as far as it could be read.
func ParseObject(data []byte) (Object, int, error) {
	p := parser{data: data, most: mostWeight, refs: true}
	o, ok := p.object(0)
	switch {
	case !ok:
		return nil, 0, errors.New("there is no object")
	case p.damaged:
		return o, p.pos, errors.New("the object is damaged")
	}
	return o, p.pos, nil
}

// mostWeight is how many bytes of memory an object may take that stands in no file.
const mostWeight = 8 << 20

// parser reads objects from bytes. Whatever the bytes are, it moves on, comes to an end, and makes no more objects
// than its limit allows: what is written in eight bytes may take 350 in memory.
type parser struct {
	data    []byte
	pos     int
	refs    bool // "1 0 R" is a reference; in content streams there are none
	weight  int  // what the objects take in memory, roughly
	most    int  // the weight at which it gives up
	damaged bool // something was no object, or had no end
	stopped bool // it gave up
}

// object takes the next object. False: there is none, and what follows is a word, a closing bracket or nothing.
func (p *parser) object(depth int) (Object, bool) {
	p.skipSpace()
	if p.pos >= len(p.data) || p.stopped {
		return nil, false
	}
	switch p.data[p.pos] {
	case '/':
		return p.name(), true
	case '(':
		return p.literal(), true
	case '[':
		return p.array(depth), true
	case '<':
		if p.follows("<<") {
			return p.dict(depth), true
		}
		return p.hexadecimal(), true
	}
	return p.word()
}

func (p *parser) word() (Object, bool) {
	word := p.peek()
	switch string(word) {
	case "":
		return nil, false
	case "true", "false":
		p.pos += len(word)
		return word[0] == 't', true
	case "null":
		p.pos += len(word)
		return nil, true
	}
	o, ok := number(word)
	if !ok {
		return nil, false
	}
	start := p.pos
	p.pos += len(word)
	p.charge(8)
	if num, ok := o.(int); ok && p.refs && num >= 0 && num <= math.MaxInt32 && isDigit(p.data[start]) {
		if gen, ok := p.generation(); ok {
			return Ref{num, gen}, true
		}
	}
	return o, true
}

// generation takes the rest of a reference, the generation and an R, or nothing.
func (p *parser) generation() (int, bool) {
	start := p.pos
	gen, ok := p.integer()
	if ok && p.keyword("R") {
		p.charge(8)
		return gen, true
	}
	p.pos = start
	return 0, false
}

// charge counts what was read. Too much, and the parser gives up.
func (p *parser) charge(bytes int) {
	if p.weight += bytes; p.weight > p.most {
		p.stopped, p.damaged = true, true
	}
}

// nested is false, and the parser gives up, when brackets stand in each other without end.
func (p *parser) nested(depth int) bool {
	if depth >= mostNested {
		p.stopped, p.damaged = true, true
	}
	return !p.stopped
}

func (p *parser) array(depth int) Array {
	p.pos++
	a := Array{}
	p.charge(24)
	for p.nested(depth) {
		o, ok := p.object(depth + 1)
		if ok {
			a = append(a, o)
			p.charge(24)
			continue
		}
		if p.follows("]") {
			p.pos++
			return a
		}
		if !p.skipRubbish() {
			break
		}
	}
	p.damaged = true
	return a
}

func (p *parser) dict(depth int) Dict {
	p.pos += len("<<")
	d := Dict{}
	p.charge(64)
	for p.nested(depth) {
		key, ok := p.object(depth + 1)
		if !ok && p.follows(">>") {
			p.pos += len(">>")
			return d
		}
		if !ok && !p.skipRubbish() {
			break
		}
		name, isName := key.(Name)
		if !isName {
			p.damaged = true
			continue
		}
		value, ok := p.object(depth + 1)
		p.damaged = p.damaged || !ok
		if len(d) == 0 {
			p.charge(280) // a map makes room for eight
		}
		p.charge(40)
		if value != nil { // null is as if it were not there
			d[name] = value
		}
	}
	p.damaged = true
	return d
}

// skipRubbish passes over what is no object inside of brackets. False: the brackets were never closed, as here
// something larger ends or the next thing begins.
func (p *parser) skipRubbish() bool {
	p.damaged = true
	if p.stopped || p.pos >= len(p.data) || p.follows("]") || p.follows(">>") {
		return false
	}
	word := p.peek()
	switch string(word) {
	case "obj", "endobj", "stream", "endstream", "xref", "trailer", "startxref":
		return false
	}
	p.pos += max(1, len(word))
	return true
}
