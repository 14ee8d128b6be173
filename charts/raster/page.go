package raster

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // pages hold photographs, too
	_ "image/png"
	"math"

	"golang.org/x/image/draw"

	"lysark/fonts"
	"lysark/report/scene"
)

// Page draws a whole page as an opaque PNG of scale pixels per point, pictures and charts on it.
func Page(page scene.Page, family fonts.Family, scale float64) ([]byte, error) {
	p, err := NewPainter(family)
	if err != nil {
		return nil, err
	}
	img, err := p.drawIn(page.Size, page.Items, page.Background, scale)
	if err != nil {
		return nil, fmt.Errorf("the page: %w", err)
	}
	var out bytes.Buffer
	err = encode(&out, img)
	return out.Bytes(), err
}

// image draws a picture into its box, as large as it comes out.
func (p *player) image(i scene.Image) error {
	picture, _, err := image.Decode(bytes.NewReader(i.Data))
	if err != nil {
		return fmt.Errorf("the picture %q: %w", i.Name, err)
	}
	x, y, err := p.pixel(scene.Point{X: i.Box.X, Y: i.Box.Y})
	if err != nil {
		return err
	}
	w, h := math.Round(i.Box.W*p.scale), math.Round(i.Box.H*p.scale)
	if !(w >= 0 && h >= 0 && w <= farthest && h <= farthest) {
		return fmt.Errorf("the picture %q is %g x %g pt", i.Name, i.Box.W, i.Box.H)
	}
	draw.CatmullRom.Scale(p.img, image.Rect(x, y, x+int(w), y+int(h)), picture, picture.Bounds(), draw.Over, nil)
	return nil
}
