package savtest

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
)

const (
	missing = -math.MaxFloat64
	bias    = 100
)

type writer struct {
	File
	out []byte
}

func (w *writer) order() binary.AppendByteOrder {
	if w.BigEndian {
		return binary.BigEndian
	}
	return binary.LittleEndian
}

func (w *writer) ints(all ...int) {
	for _, n := range all {
		w.out = w.order().AppendUint32(w.out, uint32(int32(n)))
	}
}

func (w *writer) longs(all ...int) {
	for _, n := range all {
		w.out = w.order().AppendUint64(w.out, uint64(n))
	}
}

func (w *writer) floats(all ...float64) {
	for _, x := range all {
		w.out = w.order().AppendUint64(w.out, math.Float64bits(x))
	}
}

// padded writes bytes and what fills them up to a size.
func (w *writer) padded(b []byte, size int, fill string) {
	w.out = append(w.out, b[:min(len(b), size)]...)
	w.out = append(w.out, strings.Repeat(fill, max(0, size-len(b)))...)
}

func (w *writer) header() {
	signature, weight, count, unit := "$FL2", 0, len(w.Rows), 1
	if w.Packing == Zlib {
		signature = "$FL3"
	}
	for i := range w.Variables {
		v := &w.Variables[i]
		if w.Weight != "" && v.Name == w.Weight {
			weight = unit
		}
		for _, width := range v.segments() {
			unit += units(width)
		}
	}
	if w.Uncounted {
		count = -1
	}
	w.padded([]byte(signature+"@(#) SPSS DATA FILE savtest"), 64, " ")
	w.ints(2, unit-1, int(w.Packing), weight, count)
	w.floats(bias)
	w.padded([]byte("01 Jan 7000:00:00"), 17, " ")
	w.padded(w.text(w.Label), 64, " ")
	w.padded(nil, 3, "\x00")
}

func (w *writer) variable(v *Variable) {
	for i, width := range v.segments() {
		name, label, n := v.Short, w.text(v.Label), len(v.Missing)
		if i > 0 {
			name, label = fmt.Sprintf("%.4s%d", v.Short, i), nil
		}
		if v.Range != nil {
			n = -2 - len(v.Missing)
		}
		if i > 0 || v.Width > 8 {
			n = 0
		}
		format := v.Format.Type<<16 | v.Format.Width<<8 | v.Format.Decimals
		w.ints(2, width, min(1, len(label)), n, format, format)
		w.padded(w.text(name), 8, " ")
		if len(label) > 0 {
			w.ints(len(label))
			w.padded(label, (len(label)+3)/4*4, "\x00")
		}
		if n < 0 {
			w.floats(bounded(v.Range[0]), bounded(v.Range[1]))
		}
		if n != 0 {
			for _, x := range v.Missing {
				w.value(x)
			}
		}
		for range units(width) - 1 {
			w.ints(2, -1, 0, 0, format, format)
			w.padded(nil, 8, " ")
		}
	}
}

func bounded(x float64) float64 { return max(-math.MaxFloat64, min(math.MaxFloat64, x)) }

// value writes a number, or a text of up to eight bytes.
func (w *writer) value(x any) {
	switch x := x.(type) {
	case string:
		w.padded(w.text(x), 8, " ")
	case int:
		w.floats(float64(x))
	case float64:
		w.floats(x)
	case nil:
		w.floats(missing)
	default:
		panic(fmt.Sprintf("savtest: %T is no value", x))
	}
}

func (w *writer) labels(i int) {
	v := &w.Variables[i]
	if len(v.Labels) == 0 || v.Width > 8 {
		return
	}
	w.ints(3, len(v.Labels))
	for _, l := range v.Labels {
		w.value(l.Value)
		label := w.text(l.Label)
		w.out = append(w.out, byte(len(label)))
		w.padded(label, len(label)+7-len(label)%8, " ")
	}
	unit := 1
	for _, before := range w.Variables[:i] {
		for _, width := range before.segments() {
			unit += units(width)
		}
	}
	w.ints(4, 1, unit)
}

func (w *writer) documents() {
	if len(w.Documents) == 0 {
		return
	}
	w.ints(6, len(w.Documents))
	for _, line := range w.Documents {
		w.padded(w.text(line), 80, " ")
	}
}

func (w *writer) info(subtype, size int, data []byte) {
	if len(data) > 0 {
		w.ints(7, subtype, size, len(data)/size)
		w.out = append(w.out, data...)
	}
}

// part is what write writes, apart from the file.
func (w *writer) part(write func(w *writer)) []byte {
	p := &writer{File: w.File}
	write(p)
	return p.out
}

func (w *writer) infos() {
	page := max(2, w.Page)
	w.info(3, 4, w.part(func(w *writer) { w.ints(1, 0, 0, -1, 1, 1, 2, page) }))
	w.info(4, 8, w.part(func(w *writer) { w.floats(missing, math.MaxFloat64, missing) }))
	w.info(7, 1, w.text(strings.Join(w.Sets, "\n")))
	var long, wide []string
	measures := w.part(func(w *writer) {
		for _, v := range w.Variables {
			for range v.segments() {
				w.ints(int(v.Measure), 8, 0)
			}
		}
	})
	for _, v := range w.Variables {
		long = append(long, v.Short+"="+v.Name)
		if v.Width > 255 {
			wide = append(wide, fmt.Sprintf("%s=%05d\x00\t", v.Short, v.Width))
		}
	}
	w.info(11, 4, measures)
	w.info(13, 1, w.text(strings.Join(long, "\t")))
	w.info(14, 1, w.text(strings.Join(wide, "")))
	w.info(19, 1, w.text(strings.Join(w.Values, "\n")))
	if encoding := w.Encoding; !w.Unsaid {
		if encoding == "" {
			encoding = "UTF-8"
		}
		w.info(20, 1, []byte(encoding))
	}
	w.info(21, 1, w.part((*writer).longLabels))
	w.info(22, 1, w.part((*writer).longMissing))
}

func (w *writer) counted(b []byte) {
	w.ints(len(b))
	w.out = append(w.out, b...)
}

func (w *writer) longLabels() {
	for _, v := range w.Variables {
		if v.Width <= 8 || len(v.Labels) == 0 {
			continue
		}
		w.counted(w.text(v.Name))
		w.ints(v.Width, len(v.Labels))
		for _, l := range v.Labels {
			value := w.text(l.Value.(string))
			w.ints(v.Width)
			w.padded(value, v.Width, " ")
			w.counted(w.text(l.Label))
		}
	}
}

func (w *writer) longMissing() {
	for _, v := range w.Variables {
		if v.Width <= 8 || len(v.Missing) == 0 {
			continue
		}
		w.counted(w.text(v.Name))
		w.out = append(w.out, byte(len(v.Missing)))
		w.ints(8)
		for _, x := range v.Missing {
			w.value(x)
		}
	}
}

// cases writes the rows, plain first and then packed.
func (w *writer) cases() {
	rows := &writer{File: w.File}
	var isText []bool
	for _, row := range w.Rows {
		isText = isText[:0]
		for i := range w.Variables {
			isText = append(isText, rows.cell(&w.Variables[i], row[i])...)
		}
	}
	switch w.Packing {
	case Plain:
		w.out = append(w.out, rows.out...)
	case Bytecode:
		w.out = append(w.out, w.codes(rows.out, isText)...)
	case Zlib:
		w.zipped(w.codes(rows.out, isText))
	}
}

// cell writes the units of a cell, and tells of each whether it is text.
func (w *writer) cell(v *Variable, x any) []bool {
	if !v.isText() {
		w.value(x)
		return []bool{false}
	}
	s, _ := x.(string)
	text := w.text(s)
	if len(text) > v.Width {
		panic(fmt.Sprintf("savtest: %q is longer than the %d bytes of %s", s, v.Width, v.Name))
	}
	start := len(w.out)
	for _, width := range v.segments() {
		n := min(width, len(text))
		w.padded(text[:n], units(width)*8, " ")
		text = text[n:]
	}
	out := make([]bool, (len(w.out)-start)/8)
	for i := range out {
		out[i] = true
	}
	return out
}

// codes packs units by bytes that stand for the frequent ones.
func (w *writer) codes(units []byte, isText []bool) []byte {
	var out, codes, asIs []byte
	for i := 0; i < len(units); i += 8 {
		unit := units[i : i+8]
		x := math.Float64frombits(w.uint64(unit))
		switch text := isText[i/8%len(isText)]; {
		case text && string(unit) == "        ":
			codes = append(codes, 254)
		case !text && x == missing:
			codes = append(codes, 255)
		case !text && x == math.Trunc(x) && x+bias >= 1 && x+bias <= 251:
			codes = append(codes, byte(x+bias))
		default:
			codes, asIs = append(codes, 253), append(asIs, unit...)
		}
		if last := i+8 == len(units); last && len(codes) < 8 {
			codes = append(codes, 252)
		}
		if len(codes) == 8 || i+8 == len(units) {
			out = append(append(out, append(codes, make([]byte, 8-len(codes))...)...), asIs...)
			codes, asIs = codes[:0], asIs[:0]
		}
	}
	return out
}

func (w *writer) uint64(b []byte) uint64 {
	if w.BigEndian {
		return binary.BigEndian.Uint64(b)
	}
	return binary.LittleEndian.Uint64(b)
}

// zipped writes blocks and, behind them, where they are.
func (w *writer) zipped(codes []byte) {
	size := w.Block
	if size == 0 {
		size = 0x3ff000
	}
	start := len(w.out)
	var packed []byte
	list := &writer{File: w.File}
	unpackedAt, n := start, 0
	for ; len(codes) > 0; n++ {
		block := codes[:min(size, len(codes))]
		codes = codes[len(block):]
		var b bytes.Buffer
		z := zlib.NewWriter(&b)
		z.Write(block)
		z.Close()
		list.longs(unpackedAt, start+24+len(packed))
		list.ints(len(block), b.Len())
		unpackedAt += len(block)
		packed = append(packed, b.Bytes()...)
	}
	w.longs(start, start+24+len(packed), 24+len(list.out))
	w.out = append(w.out, packed...)
	w.longs(-bias, 0)
	w.ints(size, n)
	w.out = append(w.out, list.out...)
}
