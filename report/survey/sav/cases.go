package sav

import (
	"fmt"
	"io"
	"math"
)

// cases reads the answers case by case.
type cases struct {
	file   *File
	source source
	cells  []Cell
	text   []byte // of all cells
	joined []byte // a text that lies in segments
}

// source hands out the units of one case after the other. After the last it fails with io.EOF; any other error is an
// *Error.
type source interface {
	next() ([]byte, error)
}

func newCases(f *File) *cases {
	c := &cases{file: f, cells: make([]Cell, len(f.Variables))}
	rest := &cursor{data: f.data, pos: f.start, order: f.order}
	switch f.packing {
	case plain:
		c.source = &units{rest: rest, size: 8 * len(f.units)}
	case bytecode:
		c.source = newCodes(f, &bytesOf{data: f.data, pos: f.start})
	case zlibBlocks:
		c.source = newCodes(f, &blocks{list: rest.trailer(), data: f.data, failed: rest.err})
	}
	return c
}

// next reads a case into the cells; n have been read before.
func (c *cases) next(n int) (bool, error) {
	units, err := c.source.next()
	if err == io.EOF && c.file.Cases > n {
		return false, fewer(c.file, n)
	}
	if err == io.EOF {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	c.text = c.text[:0]
	for i := range c.file.Variables {
		v := &c.file.Variables[i]
		if v.IsText() {
			c.cells[i] = c.textCell(v, units)
		} else {
			c.cells[i] = c.numberCell(v, units)
		}
	}
	return true, nil
}

// more tells whether there is another case.
func (c *cases) more() bool {
	_, err := c.source.next()
	return err == nil
}

func fewer(f *File, n int) *Error {
	e := cutOff(len(f.data))
	e.Message += fmt.Sprintf(": %d of its %d cases are there", n, f.Cases)
	return e
}

func (c *cases) numberCell(v *Variable, units []byte) Cell {
	x := math.Float64frombits(c.file.order.Uint64(units[8*v.unit:]))
	if x == -math.MaxFloat64 || x == c.file.sysmis || math.IsNaN(x) || math.IsInf(x, 0) {
		return Cell{State: SystemMissing}
	}
	start := len(c.text)
	c.text = v.Format.Append(c.text, x)
	cell := Cell{Text: c.text[start:], Number: x}
	if v.Missing.hasNumber(x) {
		cell.State = UserMissing
	}
	return cell
}

func (c *cases) textCell(v *Variable, units []byte) Cell {
	raw := units[8*v.unit:]
	if v.Width <= 255 {
		raw = raw[:v.Width]
	} else {
		raw = c.join(raw, v.Width)
	}
	start := len(c.text)
	c.text = c.file.charset.append(c.text, raw)
	cell := Cell{Text: c.text[start:]}
	if v.Missing.hasText(cell.Text) {
		cell.State = UserMissing
	}
	return cell
}

// join puts a text together that lies in segments of 255 bytes, one byte apart.
func (c *cases) join(raw []byte, width int) []byte {
	c.joined = c.joined[:0]
	for ; width > 0; width -= 255 {
		c.joined = append(c.joined, raw[:min(255, width)]...)
		raw = raw[min(256, len(raw)):]
	}
	return c.joined
}

// units are cases that are not compressed.
type units struct {
	rest *cursor
	size int
}

func (u *units) next() ([]byte, error) {
	if !u.rest.has() {
		return nil, io.EOF
	}
	if b := u.rest.take(u.size); b != nil {
		return b, nil
	}
	return nil, u.rest.err
}
