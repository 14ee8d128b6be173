package cos

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

// ErrImage is for data that an image's own compression still holds: DCT, JPX, CCITT, JBIG2.
var ErrImage = errors.New("the data are compressed as an image")

// ErrTooLarge is for streams that inflate to more than the limits allow.
var ErrTooLarge = errors.New("the streams inflate to more than is allowed")

const (
	mostFilters   = 8       // one after the other
	mostMemo      = 256_000 // bytes of a decoded stream that is remembered
	firstDecoding = 1 << 20 // bytes for which there is room before the size is known
)

// Decode is a stream's data with all filters undone. A stream that is damaged gives what could be read, with an
// error; an image comes as it was compressed, with ErrImage. Each call counts towards the limits.
func (f *File) Decode(s *Stream) ([]byte, error) {
	if s == nil {
		return nil, errors.New("there is no stream")
	}
	if data, ok := f.decoded[s]; ok {
		return data, nil
	}
	data, err := f.decode(s, f.left.decoded)
	if err == nil && len(data) <= min(mostMemo, f.left.memo) {
		f.left.memo -= len(data) + 100
		f.decoded[s] = data
	}
	return data, err
}

// decode allows so many bytes.
func (f *File) decode(s *Stream, most int) ([]byte, error) {
	filters, parms := f.list(s.Dict["Filter"]), f.list(s.Dict["DecodeParms"])
	data := s.Data
	if len(filters) > mostFilters {
		return nil, fmt.Errorf("%d filters, more than %d", len(filters), mostFilters)
	}
	if most = min(most, f.left.decoded); len(filters) == 0 {
		f.left.decoded -= min(len(data), most)
		if len(data) > most {
			return nil, ErrTooLarge
		}
	}
	var damaged error
	for i, filter := range filters {
		var parm Dict
		if i < len(parms) {
			parm = f.Dict(parms[i])
		}
		out, err := f.undo(f.Name(filter), parm, data, most)
		if errors.Is(err, ErrImage) || errors.Is(err, ErrTooLarge) || out == nil && err != nil {
			return out, err
		}
		data, damaged, most = out, errors.Join(damaged, err), most-len(out)
	}
	return data, damaged
}

// list is the array, or what stands for an array of one.
func (f *File) list(o Object) Array {
	switch o := f.Resolve(o).(type) {
	case nil:
		return nil
	case Array:
		return o
	default:
		return Array{o}
	}
}

// decoder undoes a filter. It returns ErrTooLarge when the sink is full.
type decoder func(in []byte, out *sink) error

func (f *File) undo(filter Name, parms Dict, in []byte, most int) ([]byte, error) {
	var d decoder
	switch filter {
	case "FlateDecode":
		d = f.inflater.undo
	case "LZWDecode":
		early, ok := f.Int(parms["EarlyChange"])
		d = lzw(!ok || early != 0)
	case "ASCIIHexDecode":
		d = undoHex
	case "ASCII85Decode":
		d = undo85
	case "RunLengthDecode":
		d = undoRuns
	case "DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode":
		return in, ErrImage
	default:
		return nil, fmt.Errorf("there is no filter %.40q", string(filter))
	}
	out, err := f.run(d, in, most)
	if errors.Is(err, ErrTooLarge) || parms == nil || filter != "FlateDecode" && filter != "LZWDecode" {
		return out, err
	}
	out, ok := f.prediction(parms).undo(out)
	if !ok {
		err = errors.Join(err, errors.New("the predictor does not fit the data"))
	}
	return out, err
}

// run decodes twice when much comes out: first to know how much, so that it takes no more room than that.
func (f *File) run(d decoder, in []byte, most int) ([]byte, error) {
	out := sink{most: most, room: min(most, firstDecoding), data: f.scratch[:0]}
	err := d(in, &out)
	f.scratch = out.data
	f.left.decoded -= min(out.n, most)
	if out.n > most {
		return nil, ErrTooLarge
	}
	if out.n > out.room {
		out = sink{most: out.n, room: out.n, data: make([]byte, 0, out.n)}
		err = d(in, &out)
		return out.data, err
	}
	return bytes.Clone(out.data), err
}

// sink takes what a decoder gives, and counts what it has no room for.
type sink struct {
	data          []byte
	n, room, most int
}

// write is false when it is enough.
func (s *sink) write(b ...byte) bool {
	if s.n += len(b); s.n <= s.room {
		s.data = append(s.data, b...)
	}
	return s.n <= s.most
}

// inflater keeps what it needs for the next stream.
type inflater struct {
	z     io.ReadCloser
	in    bytes.Reader
	chunk []byte
}

func (i *inflater) undo(in []byte, out *sink) error {
	if err := i.open(in); err != nil {
		return fmt.Errorf("the Flate data are damaged: %w", err)
	}
	for {
		n, err := i.z.Read(i.chunk)
		if !out.write(i.chunk[:n]...) {
			return ErrTooLarge
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("the Flate data are damaged: %w", err)
		}
	}
}

func (i *inflater) open(in []byte) (err error) {
	i.in.Reset(in)
	if i.z != nil {
		return i.z.(zlib.Resetter).Reset(&i.in, nil)
	}
	i.chunk = make([]byte, 16<<10)
	i.z, err = zlib.NewReader(&i.in)
	return err
}
