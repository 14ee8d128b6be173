package difference

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"lysark/report/pdf/inspect"
)

// A picture is the same when the same is seen of it. Most that are have the same bytes; only of the others the samples
// are read, as many as fit into a room that keeps any file cheap. What is beyond has changed when its bytes have.

const (
	fewSamples   = 256 << 20 // bytes of samples that are read however small the files are,
	perByte      = 64        // so many more for each byte of them,
	mostSamples  = 1 << 30   // and no more however large
	mostPictures = 20        // of a page, of which it is told what changed
)

// recognised is the new document with the names that pictures have in the old one, where they look alike. It is for
// pages that say nothing, which are known again by what they show; on others each picture is held against the one that
// it may have replaced.
func (c *comparer) recognised() *inspect.Document {
	type size struct{ width, height int }
	others := func(side int) map[size][]inspect.Image {
		d := [2]*inspect.Document{c.old, c.new}[side]
		silent := map[string]bool{}
		for _, p := range d.Pages {
			for _, at := range p.Pictures {
				silent[at.Hash] = silent[at.Hash] || len(p.Blocks) == 0
			}
		}
		out := map[size][]inspect.Image{}
		for _, i := range d.Images {
			if _, known := c.images[1-side][i.Hash]; !known && silent[i.Hash] {
				out[size{i.Width, i.Height}] = append(out[size{i.Width, i.Height}], i)
			}
		}
		return out
	}
	before, after, names := others(0), others(1), map[string]string{}
	for _, i := range c.new.Images {
		k := size{i.Width, i.Height}
		if len(before[k])*len(after[k]) > 0 {
			c.match(before[k], after[k], names)
			delete(after, k)
		}
	}
	return renamed(c.new, names)
}

// match finds pictures again by their looks.
func (c *comparer) match(old, new []inspect.Image, names map[string]string) {
	looks := map[string]string{}
	for _, i := range old {
		if look, err := i.Look(&c.samples); err == nil {
			looks[look] = i.Hash
		}
	}
	for _, i := range new {
		if len(looks) == 0 {
			return
		}
		look, err := i.Look(&c.samples)
		if name := looks[look]; err == nil && name != "" {
			names[i.Hash] = name
		}
	}
}

func renamed(d *inspect.Document, names map[string]string) *inspect.Document {
	if len(names) == 0 {
		return d
	}
	out := *d
	out.Pages = slices.Clone(d.Pages)
	for i := range out.Pages {
		p := &out.Pages[i]
		p.Marks = slices.Clone(p.Marks)
		for j := range p.Marks {
			if m := &p.Marks[j]; m.Kind == inspect.Picture && names[m.Name] != "" {
				m.Name = names[m.Name]
			}
		}
	}
	return &out
}

// exchanged are two pictures, one in place of the other.
type exchanged struct{ old, new inspect.Mark }

// exchange pairs pictures that are gone with such that came: those at the same place, then the others in their order.
func exchange(gone, came []inspect.Mark) (pairs []exchanged, restA, restB []inspect.Mark) {
	type spot struct{ x, y float64 }
	at := map[spot][]int{}
	for j, m := range came {
		at[spot{m.X, m.Y}] = append(at[spot{m.X, m.Y}], j)
	}
	to := slices.Repeat([]int{-1}, len(gone))
	taken := make([]bool, len(came))
	for i, m := range gone {
		if list := at[spot{m.X, m.Y}]; len(list) > 0 {
			to[i], taken[list[0]] = list[0], true
			at[spot{m.X, m.Y}] = list[1:]
		}
	}
	next := 0
	for i, m := range gone {
		for to[i] < 0 && next < len(came) {
			if !taken[next] {
				to[i], taken[next] = next, true
			}
			next++
		}
		if to[i] < 0 {
			restA = append(restA, m)
			continue
		}
		pairs = append(pairs, exchanged{m, came[to[i]]})
	}
	for j, m := range came {
		if !taken[j] {
			restB = append(restB, m)
		}
	}
	return pairs, restA, restB
}

// picture is what changed between two pictures. It is false when nobody can see it.
func (c *comparer) picture(p exchanged, old, new inspect.Page) (Change, bool) {
	a, b := placed(old, p.old), placed(new, p.new)
	ch := Change{Part: Image, What: Changed, Count: 1, Name: b.Alt}
	if ch.Name == "" {
		ch.Name = a.Alt
	}
	x, y := c.images[0][p.old.Name], c.images[1][p.new.Name]
	if y.Width == 0 {
		y = c.images[0][p.new.Name] // by the name of the one that it looks like
	}
	if x.Width == 0 || y.Width == 0 { // inline, or a shading
		return ch, true
	}
	if x.Width != y.Width || x.Height != y.Height {
		ch.Of = fmt.Sprintf("it is %d x %d pixels, and was %d x %d", y.Width, y.Height, x.Width, x.Height)
		return ch, true
	}
	seen := c.against(x, y)
	switch {
	case errors.Is(seen.err, inspect.ErrForm):
		ch.Of = "its colours or its mask are of another kind"
	case seen.err != nil:
		ch.Of = "its bytes are others, but it is not decoded and may look the same"
	case seen.Differ == 0:
		return ch, false
	default:
		ch.Of = share(seen.Pixels) + within(seen.Pixels, b.At, new, y)
	}
	return ch, true
}

// compared are two pictures, held against each other.
type compared struct {
	inspect.Pixels
	err error
}

// against compares two pictures, once, on however many slides they are.
func (c *comparer) against(x, y inspect.Image) compared {
	k := [2]string{x.Hash, y.Hash}
	seen, ok := c.seen[k]
	if !ok {
		seen.Pixels, seen.err = x.Against(y, &c.samples)
		c.seen[k] = seen
	}
	return seen
}

// placed is the picture that a mark is of.
func placed(p inspect.Page, m inspect.Mark) inspect.Placed {
	for _, at := range p.Pictures {
		if math.Abs(at.At[4]-m.X)+math.Abs(at.At[5]-m.Y) < 0.02 {
			return at
		}
	}
	return inspect.Placed{}
}

// share tells how much differs.
func share(p inspect.Pixels) string {
	part := 100 * float64(p.Differ) / float64(p.All)
	switch {
	case part < 0.1:
		return fmt.Sprintf("%d of its %s", p.Differ, counted(p.All, "pixel"))
	case part < 10:
		return strconv.FormatFloat(part, 'f', 1, 64) + " % of its pixels"
	}
	return strconv.FormatFloat(part, 'f', 0, 64) + " % of its pixels"
}

// within tells where on the page it differs.
func within(p inspect.Pixels, at [6]float64, page inspect.Page, i inspect.Image) string {
	if at == [6]float64{} {
		return ""
	}
	left, right, top, bottom := math.Inf(1), math.Inf(-1), math.Inf(-1), math.Inf(1)
	for _, x := range []int{p.Left, p.Right} {
		for _, y := range []int{p.Top, p.Bottom} {
			u, v := float64(x)/float64(i.Width), 1-float64(y)/float64(i.Height)
			toX, toY := u*at[0]+v*at[2]+at[4], u*at[1]+v*at[3]+at[5]
			left, right, top, bottom = min(left, toX), max(right, toX), max(top, toY), min(bottom, toY)
		}
	}
	return fmt.Sprintf(", within %.0f x %.0f pt, %.0f pt from the left and %.0f pt from the top",
		math.Ceil(right-left), math.Ceil(top-bottom), math.Floor(left), math.Floor(page.Height-top))
}
