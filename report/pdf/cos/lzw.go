package cos

import "errors"

const (
	lzwClear = 256
	lzwEnd   = 257
	lzwFirst = 258
	lzwMost  = 1 << 12
)

// lzw undoes LZWDecode (7.4.4). With early change codes grow one code sooner than they must, which the standard
// library's LZW does not know.
func lzw(early bool) decoder {
	return func(in []byte, out *sink) error {
		t := lzwTable{next: lzwFirst, previous: -1}
		if early {
			t.early = 1
		}
		bits, held, width := uint32(0), 0, 9
		for _, c := range in {
			bits, held = bits<<8|uint32(c), held+8
			if held < width {
				continue
			}
			held -= width
			code := int(bits>>held) & (1<<width - 1)
			switch {
			case code == lzwEnd:
				return nil
			case code == lzwClear:
				t.next, t.previous = lzwFirst, -1
			case !t.knows(code):
				return errors.New("the LZW data are damaged")
			case !out.write(t.take(code)...):
				return ErrTooLarge
			}
			width = t.width()
		}
		return errors.New("the LZW data have no end")
	}
}

// lzwTable holds the strings, each the one before with one more byte.
type lzwTable struct {
	prefix         [lzwMost]int16
	suffix         [lzwMost]byte
	text           [lzwMost + 1]byte // the string at hand, at its end
	next, previous int
	early          int
	first          byte // of the string before
}

func (t *lzwTable) knows(code int) bool {
	if t.previous < 0 {
		return code < lzwClear
	}
	return code <= t.next
}

// take is the string of the code. The string before, with the first byte of this one, becomes a new one.
func (t *lzwTable) take(code int) []byte {
	at, c := len(t.text), code
	if t.previous >= 0 && code == t.next { // the very string that is becoming one
		at--
		t.text[at] = t.first
		c = t.previous
	}
	for ; c >= lzwFirst; c = int(t.prefix[c]) {
		at--
		t.text[at] = t.suffix[c]
	}
	at--
	t.text[at] = byte(c)
	t.first = byte(c)
	if t.previous >= 0 && t.next < lzwMost {
		t.prefix[t.next], t.suffix[t.next] = int16(t.previous), t.first
		t.next++
	}
	t.previous = code
	return t.text[at:]
}

func (t *lzwTable) width() int {
	for w := 9; w < 12; w++ {
		if t.next+t.early < 1<<w {
			return w
		}
	}
	return 12
}
