package inspect

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"lysark/report/pdf/cos"
)

// Images are compared by what is seen of them, not by how that is compressed. They may be large, so none is ever held
// whole: rows are read as they are needed, and what reading may cost is said by who asks.

// Look is a hash of an image's samples and of all that tells how they are shown; of two images with the same look
// nobody can see a difference. It fails where the samples cannot be read, or not within the room.
func (i Image) Look(room *int) (string, error) {
	s, err := i.samples(room)
	if err != nil {
		return "", err
	}
	defer s.close()
	sum := sha256.New()
	for t := s; t != nil; t = t.mask {
		fmt.Fprintf(sum, "%d %d %d %s %x\n", t.width, t.height, t.bits, t.traits, t.palette)
		for range t.height {
			line, err := t.next()
			if err != nil {
				return "", err
			}
			sum.Write(line)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:16]), nil
}

// samples are an image's, being read.
type samples struct {
	width, height  int
	bits, channels int
	traits         string // what else tells how they are shown
	palette        []byte // of indexed colours, of so many bytes each
	entry          int
	rows           io.ReadCloser
	line           []byte // as it is stored; of the others as against needs it
	unpacked       []byte
	expanded       []byte
	numbers        *[256]uint16 // of colours, by the byte that is a pixel
	mask           *samples
}

// What an image may have.
const (
	mostLine     = 4 << 20 // bytes of one row
	mostChannels = 32
	deepMasks    = 4 // of masks' masks
)

var errNoSamples = errors.New("the image is not one whose samples can be read")

func (i Image) samples(room *int) (*samples, error) {
	if i.source == nil {
		return nil, errNoSamples
	}
	return i.file.samples(i.source, room, 0)
}

func (f *file) samples(stream *cos.Stream, room *int, depth int) (*samples, error) {
	d := stream.Dict
	s := &samples{bits: 1, channels: 1}
	s.width, _ = f.pdf.Int(d["Width"])
	s.height, _ = f.pdf.Int(d["Height"])
	stencil, _ := f.pdf.Bool(d["ImageMask"])
	if !stencil {
		s.bits, _ = f.pdf.Int(d["BitsPerComponent"])
		f.colors(s, d["ColorSpace"])
	}
	row := int64(s.width) * int64(s.channels) * int64(s.bits) // bits of it
	switch {
	case depth > deepMasks || s.width <= 0 || s.height <= 0 || s.channels <= 0 || s.channels > mostChannels:
		return nil, errNoSamples
	case s.bits != 1 && s.bits != 2 && s.bits != 4 && s.bits != 8 && s.bits != 16:
		return nil, errNoSamples
	case s.width > mostLine || row > 8*mostLine || int64(s.height) > 8*int64(*room)/row:
		return nil, cos.ErrTooLarge
	}
	s.line = make([]byte, (row+7)/8)
	s.traits += fmt.Sprint(" ", stencil, f.fingerprint(f.others(d)))
	if d["Decode"] != nil || f.pdf.Array(d["Mask"]) != nil { // which speak of the samples, not of the colours
		s.traits += fmt.Sprintf(" %d %x", s.bits, s.palette)
	}
	var err error
	if s.rows, err = f.pdf.Open(stream, room); err != nil {
		return nil, err
	}
	if err := f.masks(s, d, room, depth); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *samples) close() {
	for ; s != nil; s = s.mask {
		_ = s.rows.Close() // which cannot fail
	}
}

// masks opens what is seen of the samples.
func (f *file) masks(s *samples, d cos.Dict, room *int, depth int) (err error) {
	for _, key := range []cos.Name{"SMask", "Mask"} {
		if mask := f.pdf.Stream(d[key]); mask != nil && s.mask == nil {
			if s.mask, err = f.samples(mask, room, depth+1); err != nil {
				return err
			}
		}
	}
	if f.unread["content"] {
		return cos.ErrTooLarge
	}
	return nil
}

// others is what an image's dictionary says beside its samples' form and how they are compressed.
func (f *file) others(d cos.Dict) cos.Dict {
	out := cos.Dict{}
	for k, v := range d {
		switch k {
		case "Type", "Subtype", "Name", "Length", "Filter", "DecodeParms", "Width", "Height", "BitsPerComponent",
			"ColorSpace", "ImageMask", "SMask", "Metadata", "StructParent":
		default:
			if k != "Mask" || f.pdf.Stream(v) == nil {
				out[k] = v
			}
		}
	}
	return out
}

// colors finds out how many samples a pixel has, and of indexed colours the palette.
func (f *file) colors(s *samples, o cos.Object) {
	list := f.list(o)
	if f.pdf.Name(first(list)) != "Indexed" || len(list) < 4 {
		s.channels = f.channels(list)
		s.traits = f.fingerprint(list)
		return
	}
	base := f.list(list[1])
	s.traits, s.entry = f.fingerprint(base), f.channels(base)
	if table := f.pdf.Stream(list[3]); table != nil {
		s.palette, _ = f.pdf.Decode(table)
	} else {
		table, _ := f.pdf.String(list[3])
		s.palette = []byte(table)
	}
	if highest, ok := f.pdf.Int(list[2]); s.entry <= 0 || s.entry > mostChannels || !ok || highest < 0 ||
		highest > 255 || len(s.palette) < s.entry*(highest+1) {
		s.channels = 0
	} else {
		s.palette = s.palette[:s.entry*(highest+1)]
	}
}

func (f *file) list(o cos.Object) cos.Array {
	o = f.pdf.Resolve(o)
	if list, ok := o.(cos.Array); ok {
		return list
	}
	return cos.Array{o}
}

func first(list cos.Array) cos.Object {
	if len(list) == 0 {
		return nil
	}
	return list[0]
}

// channels is how many numbers a colour of a space is; 0 where that is not known.
func (f *file) channels(space cos.Array) int {
	switch f.pdf.Name(first(space)) {
	case "DeviceGray", "CalGray", "Separation", "Indexed":
		return 1
	case "DeviceRGB", "CalRGB", "Lab":
		return 3
	case "DeviceCMYK":
		return 4
	case "ICCBased":
		n, _ := f.pdf.Int(f.pdf.Dict(space[min(1, len(space)-1)])["N"])
		return n
	case "DeviceN":
		return len(f.pdf.Array(space[min(1, len(space)-1)]))
	}
	return 0
}

// next is the next row as it is stored. It is overwritten by the one after.
func (s *samples) next() ([]byte, error) {
	if _, err := io.ReadFull(s.rows, s.line); err != nil {
		return nil, fmt.Errorf("the image ends too soon: %w", err)
	}
	return s.line, nil
}
