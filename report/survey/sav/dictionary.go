package sav

import (
	"encoding/binary"
	"math"
)

// dictionary is all that a file says before its cases: a header, then records in nearly any order. What a record says
// of variables is kept until all are known, as names and the encoding of the texts come last.
type dictionary struct {
	cursor
	file *File

	raw     []rawVariable
	byIndex []int // by the place in a case: the raw variable that begins there, or -1
	weight  int32
	sets    []rawLabels
	infos   map[int32][]info

	title     []byte
	product   []byte
	documents [][]byte
}

// rawVariable is a record of a variable, its texts still in the encoding of the file.
type rawVariable struct {
	width   int // 0 for a number
	name    []byte
	label   []byte
	format  Format
	missing rawMissing
	measure Measure
	unit    int
	offset  int
}

// info is a record of type 7, which a reader that does not know it may skip.
type info struct {
	data   []byte
	offset int
}

func (i info) cursor(order binary.ByteOrder) *cursor {
	return &cursor{data: i.data, base: i.offset, order: order}
}

// How cases are packed.
const (
	plain int32 = iota
	bytecode
	zlibBlocks
)

func (d *dictionary) header() {
	zipped := string(d.take(4)) == "$FL3"
	d.product = d.take(60)
	layout := d.take(4)
	if layout == nil {
		return
	}
	d.order = binary.LittleEndian
	if code := binary.BigEndian.Uint32(layout); code == 2 || code == 3 {
		d.order = binary.BigEndian
	} else if code := binary.LittleEndian.Uint32(layout); code != 2 && code != 3 {
		d.fail(64, "it does not say how its numbers are written")
	}
	d.int32() // units of a case, which some programs do not know
	d.file.packing = d.int32()
	d.weight = d.int32()
	d.file.Cases = int(max(d.int32(), -1))
	d.file.bias = d.float()
	d.take(17) // date and time
	d.title = d.take(64)
	d.take(3)
	d.file.order = d.order
	if packing := d.file.packing; packing < plain || packing > zlibBlocks || zipped != (packing == zlibBlocks) {
		d.fail(72, "it is compressed in a way (%d) that is not known", packing)
	}
	if bias := d.file.bias; math.IsNaN(bias) || math.IsInf(bias, 0) {
		d.fail(84, "it does not say what its compressed numbers are")
	}
}

// records reads up to the cases.
func (d *dictionary) records() {
	d.infos = map[int32][]info{}
	for d.err == nil {
		offset := d.offset()
		switch kind := d.int32(); kind {
		case 2:
			d.variable(offset)
		case 3:
			d.labels(offset)
		case 6:
			d.document()
		case 7:
			d.info()
		case 999:
			d.int32()
			d.file.start = d.offset()
			return
		default:
			d.fail(offset, "there is no record of type %d", kind)
		}
	}
}

// variable reads a variable, or one of the units by which a text of more than eight bytes goes on.
func (d *dictionary) variable(offset int) {
	v := rawVariable{unit: len(d.byIndex), offset: offset}
	v.width = int(d.int32())
	labelled := d.int32()
	missing := d.int32()
	v.format = parseFormat(d.int32(), v.width > 0)
	d.int32() // how it would be written to a text file
	v.name = d.take(8)
	if labelled != 0 {
		n := int(d.int32())
		v.label = d.take(n)
		d.take((4 - n%4) % 4)
	}
	v.missing = d.rawMissing(missing)
	switch text := v.width > 0; {
	case d.err != nil:
		return
	case v.width < -1 || v.width > 255:
		d.fail(offset, "a variable of width %d", v.width)
	case v.width == -1 && d.left() == 0 || v.width >= 0 && d.left() > 0:
		d.fail(offset, "the units of a text are not all there")
	case v.width == -1:
		d.byIndex, d.file.units = append(d.byIndex, -1), append(d.file.units, true)
	default:
		d.byIndex, d.file.units = append(d.byIndex, len(d.raw)), append(d.file.units, text)
		d.raw = append(d.raw, v)
	}
}

// left are the units that the last text still lacks.
func (d *dictionary) left() int {
	if len(d.raw) == 0 {
		return 0
	}
	last := d.raw[len(d.raw)-1]
	return last.unit + unitsOf(last.width) - len(d.byIndex)
}

func unitsOf(width int) int { return max(1, (width+7)/8) }

func (d *dictionary) document() {
	for n := d.int32(); n > 0 && d.err == nil; n-- {
		d.documents = append(d.documents, d.take(80))
	}
}

func (d *dictionary) info() {
	subtype, size, count := d.int32(), int64(d.int32()), int64(d.int32())
	if size < 0 || count < 0 || size*count > math.MaxInt32 {
		d.fail(d.offset()-8, "a record of %d pieces of %d bytes", count, size)
		return
	}
	data := d.take(int(size * count))
	d.infos[subtype] = append(d.infos[subtype], info{data: data, offset: d.offset() - len(data)})
}

// odd keeps what is left out.
func (d *dictionary) odd(e *Error) { d.file.Odd = append(d.file.Odd, e) }

// eachInfo visits the records of a subtype. What is wrong within one leaves out the rest of that record alone.
func (d *dictionary) eachInfo(subtype int32, read func(c *cursor)) {
	for _, i := range d.infos[subtype] {
		c := i.cursor(d.order)
		if read(c); c.err != nil {
			c.err.Message = "some of what the SPSS file says of its variables is damaged"
			d.odd(c.err)
		}
	}
}
