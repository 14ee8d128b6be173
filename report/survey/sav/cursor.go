package sav

import (
	"encoding/binary"
	"math"
)

// cursor reads the bytes of a file in order. The first thing that goes wrong is kept, and all that is read after it is
// empty.
type cursor struct {
	data  []byte
	pos   int
	base  int // of data in the file
	order binary.ByteOrder
	err   *Error
}

// take are the next n bytes, of the file's own memory.
func (c *cursor) take(n int) []byte {
	if c.err == nil && (n < 0 || n > len(c.data)-c.pos) {
		c.err = cutOff(c.base + len(c.data))
	}
	if c.err != nil {
		return nil
	}
	c.pos += n
	return c.data[c.pos-n : c.pos : c.pos]
}

// fail keeps what is wrong at an offset of the file.
func (c *cursor) fail(offset int, format string, args ...any) {
	if c.err == nil {
		c.err = damaged(offset, format, args...)
	}
}

func (c *cursor) offset() int { return c.base + c.pos }

func (c *cursor) int32() int32 {
	if b := c.take(4); b != nil {
		return int32(c.order.Uint32(b))
	}
	return 0
}

func (c *cursor) int64() int64 {
	if b := c.take(8); b != nil {
		return int64(c.order.Uint64(b))
	}
	return 0
}

func (c *cursor) float() float64 { return math.Float64frombits(uint64(c.int64())) }

// counted are bytes with their number in front.
func (c *cursor) counted() []byte { return c.take(int(c.int32())) }

// has tells that there is more, and that all went well so far.
func (c *cursor) has() bool { return c.err == nil && c.pos < len(c.data) }
