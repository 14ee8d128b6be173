package sav

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// settle makes variables of the records, once all are read.
func (d *dictionary) settle(opts Options) {
	f := d.file
	if len(d.raw) == 0 || d.left() > 0 {
		d.fail(f.start, "it has no variables, or half of one")
		return
	}
	if f.charset = d.chooseCharset(opts); d.err != nil {
		return
	}
	f.Encoding = f.charset.name
	f.Label = f.charset.text(d.title)
	f.Product = strings.TrimSpace(strings.TrimPrefix(f.charset.text(d.product), "@(#)"))
	for _, line := range d.documents {
		f.Documents = append(f.Documents, f.charset.text(line))
	}
	d.numbers()
	d.measures()
	joined := d.join()
	names := d.name(joined)
	d.describe(joined)
	d.longLabels(names)
	d.longMissing(names)
	d.multiple(names)
	d.weigh(joined)
}

// numbers reads what the file says of numbers (subtypes 4 and 16).
func (d *dictionary) numbers() {
	d.file.sysmis = -math.MaxFloat64
	d.eachInfo(4, func(c *cursor) {
		// A program that writes another number here writes it in the cases, too. One that could be an answer is none.
		if x := c.float(); c.err == nil && math.Abs(x) > 1e100 {
			d.file.sysmis = x
		}
	})
	d.eachInfo(16, func(c *cursor) {
		c.int64()
		if n := c.int64(); c.err == nil && d.file.Cases < 0 && n >= 0 && n <= math.MaxInt32 {
			d.file.Cases = int(n)
		}
	})
}

// measures reads the levels of measurement (subtype 11): two or three numbers a variable.
func (d *dictionary) measures() {
	d.eachInfo(11, func(c *cursor) {
		each := len(c.data) / 4 / len(d.raw)
		if each != 2 && each != 3 || len(c.data) != 4*each*len(d.raw) {
			return
		}
		for i := range d.raw {
			if m := Measure(c.int32()); m >= Unknown && m <= Scale {
				d.raw[i].measure = m
			}
			c.take(4 * (each - 1))
		}
	})
}

// names finds variables by what other records call them. Names are the same whether in capitals or not.
type names struct {
	charset *charset
	short   map[string]int // by its bytes, as it may end within a letter, and by its text
	long    map[string]int
}

func (n names) add(to map[string]int, name string, i int) {
	if _, doubled := to[name]; !doubled {
		to[name] = i
	}
}

func (n names) find(raw []byte) (int, bool) {
	if i, ok := n.long[strings.ToUpper(n.charset.text(raw))]; ok {
		return i, true
	}
	return n.findShort(raw)
}

// findShort prefers the short name, by which sets name their variables.
func (n names) findShort(raw []byte) (int, bool) {
	if i, ok := n.short[bytesKey(raw)]; ok {
		return i, true
	}
	text := strings.ToUpper(n.charset.text(raw))
	if i, ok := n.short[text]; ok {
		return i, true
	}
	i, ok := n.long[text]
	return i, ok
}

// bytesKey are the bytes of a name with the letters of ASCII in capitals.
func bytesKey(raw []byte) string {
	key := bytes.Clone(bytes.TrimRight(raw, " \x00"))
	for i, b := range key {
		if 'a' <= b && b <= 'z' {
			key[i] -= 'a' - 'A'
		}
	}
	return string(key)
}

// join makes one variable of the segments of a text of more than 255 bytes (subtype 14), and returns the raw variables
// that are left. Each segment takes 255 bytes and is said to hold 252.
func (d *dictionary) join() []rawVariable {
	widths := map[string]int{}
	d.eachInfo(14, func(c *cursor) {
		for pair := range bytes.SplitSeq(c.data, []byte{0, '\t'}) {
			name, width, _ := bytes.Cut(bytes.TrimRight(pair, "\x00"), []byte("="))
			if n, err := strconv.Atoi(string(width)); err == nil && n > 255 {
				widths[bytesKey(name)] = n
			}
		}
	})
	var out []rawVariable
	for i := 0; i < len(d.raw); i++ {
		v := d.raw[i]
		key := bytesKey(v.name)
		if width, ok := widths[key]; ok {
			delete(widths, key)
			segments := (width + 251) / 252
			if !d.areSegments(i, segments, width-(segments-1)*252) {
				d.fail(v.offset, "a text of %d bytes is not all there", width)
				return nil
			}
			v.width = width
			i += segments - 1
		}
		out = append(out, v)
	}
	return out
}

func (d *dictionary) areSegments(first, n, last int) bool {
	if n > len(d.raw)-first {
		return false
	}
	for i, v := range d.raw[first : first+n] {
		if i < n-1 && v.width != 255 || i == n-1 && (v.width < last || unitsOf(v.width) != unitsOf(last)) {
			return false
		}
	}
	return true
}

// name gives the variables their names, long ones (subtype 13) where there are any.
func (d *dictionary) name(raw []rawVariable) names {
	f := d.file
	n := names{charset: &f.charset, short: map[string]int{}, long: map[string]int{}}
	f.Variables = make([]Variable, len(raw))
	for i, v := range raw {
		f.Variables[i].Name = f.charset.text(v.name)
		n.add(n.short, bytesKey(v.name), i)
	}
	for i, v := range f.Variables {
		n.add(n.short, strings.ToUpper(v.Name), i)
	}
	d.eachInfo(13, func(c *cursor) {
		for pair := range bytes.SplitSeq(c.data, []byte("\t")) {
			short, long, _ := bytes.Cut(pair, []byte("="))
			if i, ok := n.short[bytesKey(short)]; ok && len(long) > 0 {
				f.Variables[i].Name = f.charset.text(long)
			}
		}
	})
	for i, v := range f.Variables {
		n.add(n.long, strings.ToUpper(v.Name), i)
	}
	return n
}

// describe fills in what the records of the variables and of their labels say.
func (d *dictionary) describe(raw []rawVariable) {
	f := d.file
	for i, r := range raw {
		v := &f.Variables[i]
		v.Label, v.Width, v.Format, v.Measure, v.unit = f.charset.text(r.label), r.width, r.format, r.measure, r.unit
		if v.IsText() {
			v.Format.Width = v.Width
		}
		v.Missing = r.missing.settle(v, f)
	}
	d.shortLabels(raw)
}

// weigh finds the variable of the weights.
func (d *dictionary) weigh(raw []rawVariable) {
	if d.weight == 0 || d.err != nil {
		return
	}
	for i, v := range raw {
		if v.unit == int(d.weight)-1 && v.width == 0 {
			d.file.Weight = i
			return
		}
	}
	d.fail(76, "its weights are said to be in a variable that is not there or is a text")
}
