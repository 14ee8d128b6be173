package raster

import (
	"image"
	"image/color"
	"image/png"
	"io"
	"slices"

	"lysark/report/scene"
)

const (
	paletteMost = 256
	visible     = 8     // difference in a channel, of 255, that begins to be seen
	visibleMost = 0.003 // share of pixels that may differ by more
)

// encode writes the image as an opaque PNG: with a palette when that loses nothing visible, which is a third of the
// size and twice as fast, else in RGB.
func encode(w io.Writer, img *image.RGBA) error {
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if indexed := withPalette(img); indexed != nil {
		return encoder.Encode(w, indexed)
	}
	return encoder.Encode(w, img)
}

// withPalette is the image with the 256 colours that occur most, every pixel in the nearest of them; nil when too
// many pixels would look different. The order of the palette depends on the image alone.
func withPalette(img *image.RGBA) *image.Paletted {
	colors, counts := histogram(img)
	order := make([]int, len(colors))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return int(colors[a]) - int(colors[b])
	})
	kept := order[:min(len(order), paletteMost)]
	index := make(map[uint32]uint8, len(colors))
	palette := make(color.Palette, len(kept))
	for i, k := range kept {
		index[colors[k]] = uint8(i)
		palette[i] = unpack(colors[k])
	}
	seen, most := 0, int(visibleMost*float64(img.Rect.Dx()*img.Rect.Dy()))
	for _, o := range order[len(kept):] {
		near, off := nearest(colors[o], colors, kept)
		index[colors[o]] = near
		if off > visible {
			if seen += counts[o]; seen > most {
				return nil
			}
		}
	}
	return paint(img, palette, index)
}

// histogram is the colours of an opaque image and how often each occurs.
func histogram(img *image.RGBA) (colors []uint32, counts []int) {
	at := map[uint32]int{}
	last, lastAt := uint32(1<<31), -1
	for i := 0; i+3 < len(img.Pix); i += 4 {
		c := pack(img.Pix[i:])
		if c != last { // runs of one colour are long
			var ok bool
			if lastAt, ok = at[c]; !ok {
				lastAt = len(colors)
				at[c] = lastAt
				colors, counts = append(colors, c), append(counts, 0)
			}
			last = c
		}
		counts[lastAt]++
	}
	return colors, counts
}

func paint(img *image.RGBA, palette color.Palette, index map[uint32]uint8) *image.Paletted {
	out := image.NewPaletted(image.Rect(0, 0, img.Rect.Dx(), img.Rect.Dy()), palette)
	last, lastIndex := uint32(1<<31), uint8(0)
	for i := range out.Pix {
		c := pack(img.Pix[4*i:])
		if c != last {
			last, lastIndex = c, index[c]
		}
		out.Pix[i] = lastIndex
	}
	return out
}

// nearest is the kept colour closest to c, and how far its farthest channel is off.
func nearest(c uint32, colors []uint32, kept []int) (index uint8, off int) {
	best := 1 << 30
	for i, k := range kept {
		r, g, b := channelDistances(c, colors[k])
		if d := r*r + g*g + b*b; d < best {
			best, index, off = d, uint8(i), max(r, g, b)
		}
	}
	return index, off
}

func channelDistances(a, b uint32) (r, g, bl int) {
	diff := func(shift uint) int {
		d := int(a>>shift&255) - int(b>>shift&255)
		return max(d, -d)
	}
	return diff(16), diff(8), diff(0)
}

func pack(p []uint8) uint32 { return uint32(p[0])<<16 | uint32(p[1])<<8 | uint32(p[2]) }

func unpack(c uint32) color.Color {
	return color.RGBA{R: uint8(c >> 16), G: uint8(c >> 8), B: uint8(c), A: 255}
}

func opaque(c scene.Color) color.RGBA { return color.RGBA{R: c.R, G: c.G, B: c.B, A: 255} }
