package cos

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestWhatIsReadByteByByteIsWhatIsDecodedAtOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	rows := make([]byte, 60*(1+31))
	for i := range rows {
		rows[i] = byte(r.Uint32())
		if i%32 == 0 {
			rows[i] %= 5 // the predictor
		}
	}
	for name, s := range map[string]*Stream{
		"no filter":        {Data: rows},
		"Flate":            Flate(rows),
		"PNG's predictors": {predicted(15, 31, 1, 8), []byte(zipped(string(rows)))},
		"TIFF's predictor": {predicted(2, 16, 2, 8), []byte(zipped(string(rows)))},
		"TIFF's, of bits":  {predicted(2, 64, 1, 4), []byte(zipped(string(rows)))},
		"one in another":   {Dict{"Filter": Array{Name("FlateDecode"), Name("FlateDecode")}}, []byte(zipped(zipped(string(rows))))},
		"runs in Flate":    {Dict{"Filter": Array{Name("FlateDecode"), Name("RunLengthDecode")}}, []byte(zipped("\xfdx\x02abc\x80"))},
	} {
		f := limited(t, 100_000)
		want, err := f.Decode(s)
		room := 100_000
		o, openErr := f.Open(s, &room)
		if err != nil || openErr != nil {
			t.Fatalf("%s: %v, %v", name, err, openErr)
		}
		if got, err := io.ReadAll(o); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes, %v, want %d", name, len(got), err, len(want))
		}
	}
}

func TestWhatCannotBeReadByteByByteComesWithAnError(t *testing.T) {
	bomb := zipped(zipped(zipped(strings.Repeat("\x00", 50_000_000))))
	for name, tt := range map[string]struct {
		stream *Stream
		err    string
	}{
		"no stream":                 {nil, "no stream"},
		"a photograph":              {&Stream{Dict{"Filter": Array{Name("FlateDecode"), Name("DCTDecode")}}, []byte(zipped("\xff\xd8"))}, ErrImage.Error()},
		"a filter of another world": {&Stream{Dict{"Filter": Name("Crypt")}, []byte("x")}, `no filter "Crypt"`},
		"Flate cut short":           {&Stream{Dict{"Filter": Name("FlateDecode")}, Flate(make([]byte, 9000)).Data[:30]}, io.ErrUnexpectedEOF.Error()},
		"no Flate":                  {&Stream{Dict{"Filter": Name("FlateDecode")}, []byte("abc")}, "damaged"},
		"a row cut short":           {&Stream{predicted(15, 3, 1, 8), []byte(zipped("\x00\x01\x02\x03\x02\x01"))}, io.ErrUnexpectedEOF.Error()},
		"a row without its bytes":   {&Stream{predicted(15, 3, 1, 8), []byte(zipped("\x00"))}, io.ErrUnexpectedEOF.Error()},
		"rows that are too long":    {&Stream{predicted(15, 1<<23, 4, 8), []byte(zipped("\x00"))}, "does not fit"},
		"a kind of row unknown":     {&Stream{predicted(12, 2, 1, 8), []byte(zipped("\x09ab"))}, "does not fit"},
		"too many filters":          {&Stream{Dict{"Filter": make(Array, 9)}, nil}, "9 filters"},
		"a bomb in a bomb":          {&Stream{Dict{"Filter": Array{Name("FlateDecode"), Name("FlateDecode"), Name("FlateDecode")}}, []byte(bomb)}, ErrTooLarge.Error()},
		"a bomb of hexadecimal":     {&Stream{Dict{"Filter": Array{Name("FlateDecode"), Name("ASCIIHexDecode")}}, []byte(zipped(strings.Repeat("\x00", 50_000_000)))}, ErrTooLarge.Error()},
	} {
		f := limited(t, 20_000)
		room := 1_000_000
		r, err := f.Open(tt.stream, &room)
		if err == nil {
			_, err = io.Copy(io.Discard, r)
		}
		if err == nil || !strings.Contains(err.Error(), tt.err) {
			t.Errorf("%s: %v, want %q", name, err, tt.err)
		}
	}
}

func TestAllThatIsReadTakesFromOneRoom(t *testing.T) {
	f := limited(t, 10)
	room := 5000
	for i := range 3 {
		r, err := f.Open(Flate(make([]byte, 2000)), &room)
		if err == nil {
			_, err = io.ReadAll(r)
		}
		if i < 2 && err != nil || i == 2 && !errors.Is(err, ErrTooLarge) {
			t.Errorf("stream %d: %v", i+1, err)
		}
	}
}
