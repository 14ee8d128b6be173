package cos

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

const (
	mostRow   = 4 << 20  // bytes of a row that a predictor works on
	mostWhole = 16 << 20 // bytes of data that a filter takes as a whole: all but Flate
)

// Open is a stream's data with all filters undone as they are asked for, so that a large image takes little room. What
// each filter gives, and takes before it can give anything, is taken from room; when that is used up, reading ends with
// ErrTooLarge. An image's own compression is ErrImage. The limits for Decode do not count, but for filters other than
// Flate. Close lets the next stream have what reading this one took.
func (f *File) Open(s *Stream, room *int) (io.ReadCloser, error) {
	if s == nil {
		return nil, errors.New("there is no stream")
	}
	filters, parms := f.list(s.Dict["Filter"]), f.list(s.Dict["DecodeParms"])
	if len(filters) > mostFilters {
		return nil, fmt.Errorf("%d filters, more than %d", len(filters), mostFilters)
	}
	out := &opening{Reader: bytes.NewReader(s.Data), file: f}
	for i, filter := range filters {
		var parm Dict
		if i < len(parms) {
			parm = f.Dict(parms[i])
		}
		next, err := out.through(f.Name(filter), parm, room)
		if err != nil {
			out.Close()
			return nil, err
		}
		out.Reader = &metered{next, room}
	}
	return out, nil
}

// opening is a stream being read.
type opening struct {
	io.Reader
	file     *File
	inflates []io.ReadCloser
}

// Close keeps the inflaters, which are much larger than most of what they read.
func (o *opening) Close() error {
	o.file.spare = append(o.file.spare, o.inflates...)
	o.inflates, o.Reader = nil, bytes.NewReader(nil)
	return nil
}

// inflate is an inflater of what is read so far.
func (o *opening) inflate() (z io.ReadCloser, err error) {
	if n := len(o.file.spare); n > 0 {
		z, o.file.spare = o.file.spare[n-1], o.file.spare[:n-1]
		err = z.(zlib.Resetter).Reset(o.Reader, nil)
	} else {
		z, err = zlib.NewReader(o.Reader)
	}
	if z != nil {
		o.inflates = append(o.inflates, z)
	}
	return z, err
}

// through is what is read so far, through one more filter.
func (o *opening) through(filter Name, parms Dict, room *int) (io.Reader, error) {
	f, r := o.file, o.Reader
	if filter != "FlateDecode" {
		in, err := io.ReadAll(&metered{io.LimitReader(r, mostWhole+1), room})
		if err != nil {
			return nil, err
		}
		if len(in) > mostWhole {
			return nil, ErrTooLarge
		}
		out, err := f.undo(filter, parms, in, *room)
		return bytes.NewReader(out), err
	}
	z, err := o.inflate()
	if err != nil {
		return nil, fmt.Errorf("the Flate data are damaged: %w", err)
	}
	p := f.prediction(parms)
	if parms == nil || p.predictor <= 1 {
		return z, nil
	}
	row := p.row()
	if row == 0 || row > mostRow || p.predictor != 2 && p.predictor < 10 {
		return nil, errors.New("the predictor does not fit the data")
	}
	return &unpredicted{prediction: p, from: &metered{z, room}, line: make([]byte, row), above: make([]byte, row)}, nil
}

// metered takes what is read from a room that others take from, too.
type metered struct {
	from io.Reader
	room *int
}

func (m *metered) Read(p []byte) (int, error) {
	if *m.room <= 0 {
		return 0, ErrTooLarge
	}
	n, err := m.from.Read(p[:min(len(p), *m.room)])
	*m.room -= max(n, 1) // even of a reader that gives nothing comes an end
	return n, err
}

// unpredicted undoes a predictor row by row. Of a row that is cut short it gives nothing.
type unpredicted struct {
	prediction
	from        io.Reader
	line, above []byte
	rest        []byte // of the line, not given yet
}

func (p *unpredicted) Read(out []byte) (int, error) {
	if len(p.rest) == 0 {
		if err := p.next(); err != nil {
			return 0, err
		}
	}
	n := copy(out, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}

func (p *unpredicted) next() error {
	p.line, p.above = p.above, p.line
	pixel := p.pixel()
	var kind [1]byte
	if p.predictor >= 10 {
		if _, err := io.ReadFull(p.from, kind[:]); err != nil {
			return err
		}
	}
	if _, err := io.ReadFull(p.from, p.line); err != nil {
		if p.predictor >= 10 && err == io.EOF {
			return io.ErrUnexpectedEOF
		}
		return err
	}
	if p.predictor == 2 {
		p.undoTIFF(p.line, len(p.line), pixel)
	} else if !undoLine(kind[0], p.line, p.above, pixel) {
		return errors.New("the predictor does not fit the data")
	}
	p.rest = p.line
	return nil
}
