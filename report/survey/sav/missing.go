package sav

import (
	"math"
	"slices"
)

// Missing are the values that count as no answer, although they are in the cells.
type Missing struct {
	Values []string // single ones, as a cell's text
	// Low and High are the ends of a range of numbers, both included; infinite where it has none. Ranged tells that
	// there is one.
	Ranged    bool
	Low, High float64

	numbers []float64
}

func (m *Missing) hasNumber(x float64) bool {
	return m.Ranged && x >= m.Low && x <= m.High || slices.Contains(m.numbers, x)
}

func (m *Missing) hasText(text []byte) bool {
	for _, v := range m.Values {
		if string(text) == v {
			return true
		}
	}
	return false
}

// rawMissing are values of eight bytes each, numbers or texts.
type rawMissing struct {
	values []byte
	ranged bool // the first two are its ends
}

// rawMissing reads one to three values; minus two is a range, minus three a range and a value.
func (d *dictionary) rawMissing(n int32) rawMissing {
	if n < -3 || n > 3 || n == -1 {
		d.fail(d.offset(), "a variable with %d missing values", n)
	}
	return rawMissing{values: d.take(8 * int(max(n, -n))), ranged: n < 0}
}

func (r rawMissing) settle(v *Variable, f *File) Missing {
	var m Missing
	c := &cursor{data: r.values, order: f.order}
	if r.ranged && !v.IsText() {
		m.Ranged, m.Low, m.High = true, c.float(), c.float()
		// The lowest number and the one above it are "LOWEST": newer versions of SPSS write the one, older the other.
		if m.Low <= math.Nextafter(-math.MaxFloat64, 0) {
			m.Low = math.Inf(-1)
		}
		if m.High == math.MaxFloat64 {
			m.High = math.Inf(1)
		}
	}
	for c.has() {
		value := c.take(8)
		text, x := f.textOf(v, value)
		if !v.IsText() {
			m.numbers = append(m.numbers, x)
		}
		m.Values = append(m.Values, text)
	}
	return m
}

// longMissing reads those of texts of more than eight bytes (subtype 22), of which only the first eight are written.
func (d *dictionary) longMissing(names names) {
	f := d.file
	d.eachInfo(22, func(c *cursor) {
		for c.has() {
			i, ok := names.find(c.counted())
			count, width := c.take(1), c.int32()
			if c.err != nil || count[0] > 3 || width < 1 {
				c.fail(c.offset(), "missing values")
				return
			}
			var values []string
			for n := range int(count[0]) {
				// Old versions of PSPP repeat the width before each value.
				if rest := c.data[c.pos:]; n > 0 && len(rest) >= 4 && int32(c.order.Uint32(rest)) == width {
					c.take(4)
				}
				values = append(values, f.charset.text(c.take(int(width))))
			}
			if c.err == nil && ok && f.Variables[i].IsText() {
				f.Variables[i].Missing.Values = values
			}
		}
	})
}

// textOf is a value of eight bytes as a cell of the variable has it, and the number it is.
func (f *File) textOf(v *Variable, value []byte) (string, float64) {
	if v.IsText() {
		return f.charset.text(value[:min(len(value), v.Width)]), 0
	}
	x := math.Float64frombits(f.order.Uint64(value))
	return string(v.Format.Append(nil, x)), x
}
