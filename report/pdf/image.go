package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"github.com/go-pdf/fpdf"

	"lysark/report/scene"
)

// fpdfTemplate is what a template's function draws on.
type fpdfTemplate = fpdf.Tpl

// image places a picture; the same picture twice is embedded once.
func (s *sheet) image(i scene.Image) error {
	data, format := i.Data, i.Format
	if format == "png" && !plainPNG(data) || format == "jpeg" && !plainJPEG(data) {
		var err error
		if data, err = flatten(data, s.Background); err != nil {
			return fmt.Errorf("the image %s: %w", i.Name, err)
		}
		format = "png"
	}
	sum := sha256.Sum256(data)
	key := hex.EncodeToString(sum[:])
	name, ok := s.images[key]
	if !ok {
		name = fmt.Sprintf("image%d", len(s.images)+1)
		s.images[key] = name
		if err := s.register(name, format, data); err != nil {
			return fmt.Errorf("the image %s: %w", i.Name, err)
		}
	}
	s.flush()
	s.pdf.ImageOptions(name, i.Box.X, i.Box.Y, i.Box.W, i.Box.H, false, fpdf.ImageOptions{ImageType: format}, 0, "")
	return nil
}

func (d *document) register(name, format string, data []byte) error {
	d.pdf.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: format}, bytes.NewReader(data))
	if err := d.pdf.Error(); err != nil {
		return fmt.Errorf("fpdf: %w", err)
	}
	return nil
}

// plainPNG tells whether fpdf embeds the PNG as it is: whole, 8 bits or fewer, no alpha, not interlaced, no
// transparency (PNG specification, 11.2.2 and 11.3.2.1). Everything else it re-encodes slowly, gets wrong, refuses
// or, where a chunk is cut off, panics on.
func plainPNG(data []byte) bool {
	const signature, header = 8, 8 + 13
	if len(data) < signature+header {
		return false
	}
	bits, kind, interlace := data[24], data[25], data[28]
	opaque := kind == 0 || kind == 2 || kind == 3
	return bits <= 8 && opaque && interlace == 0 && plainChunks(data[signature:])
}

// plainChunks walks the chunks, each a length, a name of four letters, its data and a checksum, to the last.
func plainChunks(rest []byte) bool {
	const frame = 4 + 4 + 4
	for len(rest) >= frame {
		length := uint64(binary.BigEndian.Uint32(rest))
		name := string(rest[4:8])
		if name == "IEND" {
			return true
		}
		// fpdf (png.go, parsepngstream) takes a chunk of no bytes for the last one
		if length == 0 || length+frame > uint64(len(rest)) || name == "tRNS" {
			return false
		}
		rest = rest[length+frame:]
	}
	return false
}

// plainJPEG tells whether fpdf embeds the JPEG as it is: grey, or of brightness and two colours. It refuses the few
// whose red, green and blue stand side by side.
func plainJPEG(data []byte) bool {
	size, err := jpeg.DecodeConfig(bytes.NewReader(data))
	return err == nil && (size.ColorModel == color.GrayModel || size.ColorModel == color.YCbCrModel)
}

// flatten paints the picture on the background and encodes it as opaque RGB with 8 bits.
func flatten(data []byte, background scene.Color) ([]byte, error) {
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	b := picture.Bounds()
	opaque := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	ground := color.RGBA{background.R, background.G, background.B, 255}
	draw.Draw(opaque, opaque.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	draw.Draw(opaque, opaque.Bounds(), picture, b.Min, draw.Over)
	var out bytes.Buffer
	if err := png.Encode(&out, opaque); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
