package sav

import (
	"io"
	"math"
)

// stream are the bytes of compressed cases, eight at a time. Where there are no more it returns io.EOF; any other error
// is an *Error.
type stream interface {
	eight() ([]byte, error)
	offset() int // in the file
}

// bytesOf is a stream that is the end of the file.
type bytesOf struct {
	data []byte
	pos  int
}

func (b *bytesOf) offset() int { return b.pos }

func (b *bytesOf) eight() ([]byte, error) {
	switch rest := len(b.data) - b.pos; {
	case rest == 0:
		return nil, io.EOF
	case rest < 8:
		return nil, cutOff(len(b.data))
	}
	b.pos += 8
	return b.data[b.pos-8 : b.pos], nil
}

// The codes that are no numbers.
const (
	codePadding = 0
	codeEnd     = 252
	codeAsIs    = 253 // the unit follows, after the eight codes and those units before it
	codeBlank   = 254
	codeMissing = 255
)

// codes unpacks cases that have a byte for each unit: eight codes, then the units of eight bytes that they announce.
type codes struct {
	in      stream
	isText  []bool
	numbers [256][8]byte // the units of small whole numbers
	missing [8]byte
	group   [8]byte
	at      int
	units   []byte
	ended   bool
}

func newCodes(f *File, in stream) *codes {
	c := &codes{in: in, isText: f.units, at: 8, units: make([]byte, 8*len(f.units))}
	for i := range c.numbers {
		f.order.PutUint64(c.numbers[i][:], math.Float64bits(float64(i)-f.bias))
	}
	f.order.PutUint64(c.missing[:], math.Float64bits(-math.MaxFloat64))
	return c
}

func (c *codes) next() ([]byte, error) {
	for i, isText := range c.isText {
		code, err := c.code()
		if err == io.EOF && i > 0 {
			err = cutOff(c.in.offset())
		}
		if err != nil {
			return nil, err
		}
		unit := c.units[8*i : 8*i+8]
		switch {
		case code == codeAsIs:
			b, err := c.in.eight()
			if err == io.EOF {
				err = cutOff(c.in.offset())
			}
			if err != nil {
				return nil, err
			}
			copy(unit, b)
		case isText && code >= codeBlank:
			copy(unit, "        ")
		case code >= codeBlank: // blanks in a number are no number
			copy(unit, c.missing[:])
		default:
			copy(unit, c.numbers[code][:])
		}
	}
	return c.units, nil
}

// code is the next one that stands for a unit.
func (c *codes) code() (byte, error) {
	for !c.ended {
		if c.at == len(c.group) {
			b, err := c.in.eight()
			if err != nil {
				return 0, err
			}
			c.at = copy(c.group[:], b) - len(b)
		}
		code := c.group[c.at]
		c.at++
		switch code {
		case codePadding:
		case codeEnd:
			c.ended = true
		default:
			return code, nil
		}
	}
	return 0, io.EOF
}
