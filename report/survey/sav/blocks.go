package sav

import (
	"bytes"
	"compress/zlib"
	"io"
)

// block is a compressed part of the cases of a .zsav.
type block struct {
	offset, packed int // in the file
	unpacked       int
}

// trailer reads where the blocks are, from the list behind them.
func (c *cursor) trailer() []block {
	start := c.pos
	if c.int64() != int64(start) {
		c.fail(start, "its cases are not where it says")
	}
	offset, size := c.int64(), c.int64()
	total := int64(len(c.data))
	if c.err == nil && (offset > total || size > total-offset) {
		c.err = cutOff(len(c.data))
	}
	if c.err == nil && (offset < int64(c.pos) || size < 24 || size%24 != 0) {
		c.fail(start, "its list of parts makes no sense")
	}
	if c.err != nil {
		return nil
	}
	c.pos = int(offset) + 24
	var list []block
	end := int64(start) + 24
	for range size/24 - 1 {
		c.int64()
		at, unpacked, packed := c.int64(), int64(c.int32()), int64(c.int32())
		// One behind the other, as a part that is listed twice could be listed a million times.
		if at != end || packed < 0 || unpacked < 0 || packed > offset-at {
			c.fail(c.pos-24, "a part of its cases is not where it says")
			return nil
		}
		end += packed
		list = append(list, block{offset: int(at), packed: int(packed), unpacked: int(unpacked)})
	}
	return list
}

// blocks is the stream of a .zsav. It unpacks as it is read, so that what takes room is one buffer, however much a
// block unpacks to.
type blocks struct {
	data   []byte
	list   []block
	failed *Error

	packed io.ReadCloser // of the first of the list, once it is begun
	left   int           // bytes that it has still to give
	buffer [32 << 10]byte
	have   []byte // the rest of the buffer
}

func (b *blocks) offset() int {
	if len(b.list) == 0 {
		return len(b.data)
	}
	return b.list[0].offset
}

func (b *blocks) eight() ([]byte, error) {
	for len(b.have) < 8 {
		if err := b.fill(); err == io.EOF && len(b.have) > 0 {
			return nil, cutOff(b.offset())
		} else if err != nil {
			return nil, err
		}
	}
	eight := b.have[:8]
	b.have = b.have[8:]
	return eight, nil
}

// fill unpacks some more behind what there is.
func (b *blocks) fill() error {
	n := copy(b.buffer[:], b.have)
	for b.failed == nil && len(b.list) > 0 {
		if b.packed == nil {
			b.open()
			continue
		}
		got, err := io.ReadAtLeast(b.packed, b.buffer[n:], 1)
		b.left -= got
		switch {
		case b.left < 0, err == io.EOF && b.left > 0:
			b.failed = damaged(b.offset(), "a part of its cases is longer or shorter than it says")
		case err == io.EOF:
			b.packed.Close()
			b.packed, b.list = nil, b.list[1:]
		case err != nil:
			b.failed = damaged(b.offset(), "a part of its cases cannot be unpacked")
		}
		if got > 0 && b.failed == nil {
			b.have = b.buffer[:n+got]
			return nil
		}
	}
	if b.failed != nil {
		return b.failed
	}
	b.have = b.buffer[:n]
	return io.EOF
}

// open begins the first block of the list.
func (b *blocks) open() {
	next := b.list[0]
	r, err := zlib.NewReader(bytes.NewReader(b.data[next.offset : next.offset+next.packed]))
	if err != nil {
		b.failed = damaged(next.offset, "a part of its cases cannot be unpacked")
		return
	}
	b.packed, b.left = r, next.unpacked
}
