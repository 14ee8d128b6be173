package inspect

import (
	"bytes"
	"errors"
	"slices"
)

// Pixels is how much of an image is not the same in another one of its size. The box is around all of it, in pixels
// from the top left.
type Pixels struct {
	All, Differ              int
	Left, Top, Right, Bottom int
}

// ErrForm is of images that are not shown in the same way, so that their samples do not tell what differs.
var ErrForm = errors.New("the samples of the two images are not of one form")

// Against compares two images pixel by pixel. That a colour comes from a palette in one and not in the other is no
// difference.
func (i Image) Against(j Image, room *int) (Pixels, error) {
	a, err := i.samples(room)
	if err != nil {
		return Pixels{}, err
	}
	defer a.close()
	b, err := j.samples(room)
	if err != nil {
		return Pixels{}, err
	}
	defer b.close()
	if !a.comparable(b) {
		return Pixels{}, ErrForm
	}
	p := Pixels{All: a.width * a.height, Left: a.width, Top: a.height}
	differ := make([]bool, a.width)
	for y := range a.height {
		for x, y := a, b; x != nil; x, y = x.mask, y.mask {
			if err := x.against(y, differ); err != nil {
				return Pixels{}, err
			}
		}
		p.add(y, differ)
	}
	return p, nil
}

// comparable tells whether pixel stands against pixel, and means the same: masks are of the image's own size.
func (s *samples) comparable(o *samples) bool {
	for a, b := s, o; ; a, b = a.mask, b.mask {
		switch {
		case a == nil || b == nil:
			return a == b
		case a.width != b.width || a.height != b.height || a.traits != b.traits || a.size() != b.size():
			return false
		case a.width != s.width || a.height != s.height:
			return false
		}
	}
}

// size is how many bytes a pixel takes once it is expanded.
func (s *samples) size() int {
	switch {
	case s.palette != nil:
		return s.entry
	case s.bits == 16:
		return 2 * s.channels
	}
	return s.channels
}

// against marks the pixels of the next row that are not the same.
func (s *samples) against(o *samples, differ []bool) error {
	a, err := s.next()
	if err != nil {
		return err
	}
	b, err := o.next()
	if err != nil {
		return err
	}
	if s.bits == o.bits && bytes.Equal(s.palette, o.palette) && bytes.Equal(a, b) {
		return nil
	}
	a, b = s.unpack(a), o.unpack(b)
	if s.channels == 1 && o.channels == 1 && s.bits <= 8 && o.bits <= 8 {
		s.single(o, a, b, differ)
		return nil
	}
	a, b = s.expand(a), o.expand(b)
	n := s.size()
	for x := range differ {
		if !bytes.Equal(a[x*n:(x+1)*n], b[x*n:(x+1)*n]) {
			differ[x] = true
		}
	}
	return nil
}

// unpack gives each sample that is smaller than a byte a byte of its own.
func (s *samples) unpack(line []byte) []byte {
	if s.bits >= 8 {
		return line
	}
	out := s.unpacked[:0]
	mask := byte(1<<s.bits - 1)
	for _, c := range line {
		for shift := 8 - s.bits; shift >= 0; shift -= s.bits {
			out = append(out, c>>shift&mask)
		}
	}
	s.unpacked = out
	return out[:s.width*s.channels]
}

// single marks the pixels of rows with one sample for each: by numbers that are the same where the colours are.
func (s *samples) single(o *samples, a, b []byte, differ []bool) {
	if s.numbers == nil {
		s.numbers, o.numbers = &[256]uint16{}, &[256]uint16{}
		known := map[string]uint16{}
		for _, t := range []*samples{s, o} {
			for i := range t.numbers {
				color := string(t.color(byte(i)))
				if _, ok := known[color]; !ok {
					known[color] = uint16(len(known))
				}
				t.numbers[i] = known[color]
			}
		}
	}
	before, after := s.numbers, o.numbers
	for x := range differ {
		if before[a[x]] != after[b[x]] {
			differ[x] = true
		}
	}
}

// color is what a sample stands for: an entry of the palette, the last one for an index past its end, or 0 to 255.
func (s *samples) color(v byte) []byte {
	switch {
	case s.palette != nil:
		index := min(int(v), len(s.palette)/s.entry-1) * s.entry
		return s.palette[index : index+s.entry]
	case s.bits < 8:
		return []byte{v * (255 / byte(1<<s.bits-1))}
	}
	return []byte{v}
}

// expand gives each pixel of a row, whose samples are unpacked, all its bytes.
func (s *samples) expand(line []byte) []byte {
	if s.palette == nil && s.bits >= 8 {
		return line
	}
	out := s.expanded[:0]
	for _, v := range line {
		out = append(out, s.color(v)...)
	}
	s.expanded = out
	return out
}

// add counts the pixels of a row that differ, and clears them.
func (p *Pixels) add(y int, differ []bool) {
	left := slices.Index(differ, true)
	if left < 0 {
		return
	}
	p.Left, p.Top, p.Bottom = min(p.Left, left), min(p.Top, y), y+1
	for x, d := range differ[left:] {
		if d {
			p.Differ++
			p.Right = max(p.Right, left+x+1)
		}
	}
	clear(differ)
}
