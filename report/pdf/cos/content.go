package cos

import (
	"bytes"
	"iter"
	"slices"
)

// Op is an operator of a content stream with its operands (7.8.2). At is where its name stands. An inline image is
// one operator, BI, whose operands are its dictionary and its data as they stand there.
type Op struct {
	Name string
	Args []Object
	At   int
}

// mostOperands is more than any operator takes.
const mostOperands = 500

// Operators walks a content stream. Whatever the data are, it does not fail: rubbish is passed over.
func Operators(data []byte) iter.Seq[Op] {
	return func(yield func(Op) bool) {
		p := parser{data: data, most: mostWeight}
		var args []Object
		for {
			if o, ok := p.object(0); ok {
				args = append(args, o)
				if p.stopped || len(args) > mostOperands {
					args = p.forget(args)
				}
				continue
			}
			if p.pos >= len(data) {
				return
			}
			op := Op{Name: string(p.peek()), At: p.pos}
			p.pos += max(1, len(op.Name))
			if op.Name == "" {
				continue // a bracket that closes nothing
			}
			op.Args = slices.Clone(args)
			args = p.forget(args)
			if op.Name == "BI" {
				op.Args = p.inlineImage()
			}
			if !yield(op) {
				return
			}
		}
	}
}

// forget begins anew after an operator.
func (p *parser) forget(args []Object) []Object {
	p.weight, p.stopped = 0, false
	clear(args)
	return args[:0]
}

func (p *parser) inlineImage() []Object {
	d := Dict{}
	for {
		key, ok := p.object(0)
		if !ok {
			break
		}
		value, ok := p.object(0)
		if name, isName := key.(Name); isName && ok {
			p.charge(320)
			d[name] = value
		}
	}
	p.stopped = false
	if !p.keyword("ID") {
		return []Object{d}
	}
	return []Object{d, String(p.imageData())}
}

// imageData takes an image's data, with the spaces around them. They may hold the letters that end them, so these must
// stand alone, and what follows must look like operators (7.8.2 gives no better way).
func (p *parser) imageData() []byte {
	start := p.pos
	for {
		i := bytes.Index(p.data[p.pos:], []byte("EI"))
		if i < 0 {
			p.pos = len(p.data)
			return p.data[start:]
		}
		before := p.data[p.pos+i-1]
		p.pos += i + len("EI")
		if isSpace(before) && (p.pos == len(p.data) || !isRegular(p.data[p.pos])) && p.text(16) {
			return p.data[start : p.pos-len("EI")]
		}
	}
}

// text tells whether the next characters could be operators.
func (p *parser) text(n int) bool {
	for _, c := range p.data[p.pos:min(p.pos+n, len(p.data))] {
		if c != 0 && c != '\t' && c != '\n' && c != '\r' && (c < ' ' || c > '~') {
			return false
		}
	}
	return true
}
