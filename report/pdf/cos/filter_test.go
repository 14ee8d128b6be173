package cos

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func TestFiltersAreUndone(t *testing.T) {
	for name, tt := range map[string]struct {
		dict Dict
		data string
		want string
	}{
		"none":                              {nil, "as it is", "as it is"},
		"hexadecimal digits":                {Dict{"Filter": Name("ASCIIHexDecode")}, "48 65 6C\n6c6F7>rest", "Hellop"},
		"base 85":                           {Dict{"Filter": Name("ASCII85Decode")}, "<~87c\nURz~>", "Hell\x00\x00\x00\x00"},
		"base 85 with a shorter end":        {Dict{"Filter": Name("ASCII85Decode")}, "87cURDZ~>", "Hello"},
		"run lengths":                       {Dict{"Filter": Name("RunLengthDecode")}, "\x02abc\xfdx\x80rest", "abcxxxx"},
		"LZW, the standard's example":       {Dict{"Filter": Name("LZWDecode")}, "\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", "-----A---B"},
		"one after the other":               {Dict{"Filter": Array{Name("ASCIIHexDecode"), Name("RunLengthDecode")}}, "FD7880>", "xxxx"},
		"PNG's predictors":                  {predicted(12, 3, 1, 8), zipped("\x00\x01\x02\x03\x01\x01\x01\x01\x02\x01\x01\x01\x03\x01\x01\x01\x04\x01\x01\x01"), "\x01\x02\x03\x01\x02\x03\x02\x03\x04\x02\x03\x04\x03\x04\x05"},
		"PNG's predictors, a row cut short": {predicted(15, 3, 1, 8), zipped("\x00\x01\x02\x03\x02\x01"), "\x01\x02\x03\x02"},
		"TIFF's predictor":                  {predicted(2, 2, 2, 8), zipped("\x01\x02\x03\x04"), "\x01\x02\x04\x06"},
		"TIFF's predictor, two bytes each":  {predicted(2, 3, 1, 16), zipped("\x00\xff\x00\x01\x00\x01"), "\x00\xff\x01\x00\x01\x01"},
		"TIFF's predictor, half a byte":     {predicted(2, 4, 1, 4), zipped("\x12\x3f"), "\x13\x65"},
	} {
		f := limited(t, 1000)
		got, err := f.Decode(&Stream{Dict: tt.dict, Data: []byte(tt.data)})
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: got %q, %v, want %q", name, got, err, tt.want)
		}
	}
}

func TestLZWGrowsItsCodesInTime(t *testing.T) {
	// 5,000 bytes of all kinds, as an encoder with early change writes them that never finds a repetition.
	var bits bitWriter
	var want []byte
	next, width := lzwFirst, 9
	bits.write(lzwClear, width)
	for i := range 5000 {
		c := byte(i * 7919 >> 3)
		want = append(want, c)
		bits.write(int(c), width)
		if i > 0 && next < lzwMost-2 {
			next++
		}
		if next == lzwMost-2 {
			bits.write(lzwClear, 12)
			next, width = lzwFirst-1, 9
		}
		for next+1 >= 1<<width && width < 12 {
			width++
		}
	}
	bits.write(lzwEnd, width)
	bits.write(0, 8)
	f := limited(t, 10000)
	got, err := f.Decode(&Stream{Dict: Dict{"Filter": Name("LZWDecode")}, Data: bits.out})
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("got %d bytes, %v", len(got), err)
	}
}

type bitWriter struct {
	out  []byte
	held uint
	n    int
}

func (b *bitWriter) write(v, width int) {
	b.held, b.n = b.held<<width|uint(v), b.n+width
	for b.n >= 8 {
		b.out = append(b.out, byte(b.held>>(b.n-8)))
		b.n -= 8
	}
}

func TestWhatCannotBeUndoneComesWithAnError(t *testing.T) {
	long := strings.Repeat("much ado ", 1000)
	for name, tt := range map[string]struct {
		stream *Stream
		want   string // the bytes begin with it
		err    string
	}{
		"no stream":                 {nil, "", "no stream"},
		"a photograph":              {&Stream{Dict{"Filter": Array{Name("ASCIIHexDecode"), Name("DCTDecode")}}, []byte("FFD8")}, "\xff\xd8", ErrImage.Error()},
		"a filter of another world": {&Stream{Dict{"Filter": Name("Crypt")}, []byte("x")}, "", `no filter "Crypt"`},
		"Flate cut short":           {&Stream{Dict{"Filter": Name("FlateDecode")}, Flate([]byte(long)).Data[:30]}, "much", "damaged"},
		"no Flate":                  {&Stream{Dict{"Filter": Name("FlateDecode")}, []byte("abc")}, "", "damaged"},
		"LZW without an end":        {&Stream{Dict{"Filter": Name("LZWDecode")}, []byte("\x80\x0b\x60\x50")}, "-", "no end"},
		"LZW of unknown codes":      {&Stream{Dict{"Filter": Name("LZWDecode")}, []byte("\x80\x0b\xff\xff")}, "/", "damaged"},
		"hexadecimal of no digits":  {&Stream{Dict{"Filter": Name("ASCIIHexDecode")}, []byte("4x8")}, "H", "damaged"},
		"base 85 of other letters":  {&Stream{Dict{"Filter": Name("ASCII85Decode")}, []byte("87cUR\x80")}, "Hell", "damaged"},
		"base 85 too large":         {&Stream{Dict{"Filter": Name("ASCII85Decode")}, []byte("uuuuu")}, "", "damaged"},
		"runs without an end":       {&Stream{Dict{"Filter": Name("RunLengthDecode")}, []byte("\x05abc")}, "abc", "damaged"},
		"a predictor of no use":     {&Stream{predicted(12, 1<<30, 1, 8), []byte(zipped("abc"))}, "abc", "does not fit"},
		"a kind of row unknown":     {&Stream{predicted(12, 2, 1, 8), []byte(zipped("\x09ab"))}, "ab", "does not fit"},
		"too many filters":          {&Stream{Dict{"Filter": make(Array, 9)}, nil}, "", "9 filters"},
		"too much":                  {Flate(make([]byte, 20_001)), "", ErrTooLarge.Error()},
		"too much without a filter": {&Stream{nil, make([]byte, 20_001)}, "", ErrTooLarge.Error()},
	} {
		f := limited(t, 20_000)
		got, err := f.Decode(tt.stream)
		if err == nil || !strings.Contains(err.Error(), tt.err) || !strings.HasPrefix(string(got), tt.want) {
			t.Errorf("%s: got %.20q, %v, want %q and %q", name, got, err, tt.want, tt.err)
		}
	}
}

func TestAllStreamsShareTheLimit(t *testing.T) {
	f := limited(t, 3_000_000)
	large := func() *Stream { return Flate(make([]byte, 2_000_000)) }
	if data, err := f.Decode(large()); len(data) != 2_000_000 || cap(data) != len(data) || err != nil {
		t.Errorf("the first: %d bytes in %d, %v", len(data), cap(data), err)
	}
	if _, err := f.Decode(large()); !errors.Is(err, ErrTooLarge) {
		t.Errorf("the second: %v", err)
	}
}

// limited is a file that may inflate so many bytes.
func limited(t *testing.T, most int) *File {
	f, err := Read([]byte(table("1 0 obj <<>> endobj\n")), Limits{Decoded: most})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func zipped(s string) string { return string(Flate([]byte(s)).Data) }

func predicted(predictor, columns, colors, bits int) Dict {
	return Dict{
		"Filter":      Name("FlateDecode"),
		"DecodeParms": Dict{"Predictor": predictor, "Columns": columns, "Colors": colors, "BitsPerComponent": bits},
	}
}
