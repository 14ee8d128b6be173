// Package raster turns finished groups and pages into PNG pictures: charts that are shown in a PDF, in a folder of
// pictures or in a mail, and slides that a mail shows.
//
// It takes what charts and compose have laid out and decides nothing of it. It alone imports go-chart, on whose PNG
// renderer it plays the marks and letters; painter.go has the faults that are worked round.
package raster

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"
	"sync"

	"github.com/golang/freetype/truetype"
	"github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"lysark/fonts"
	"lysark/report/scene"
)

// The faults of go-chart v2.1.2 that this file works round:
//   - raster_graphic_context.go:196 forgets a factor 64/72, so text comes out an eighth too large: 64 dots per inch.
//   - raster_renderer.go:123 draws circles 6 % too fat: discs are arcs.
//   - Coordinates are whole pixels: boxes are snapped, so that edges are crisp and hairlines at least a pixel.
//   - drawing/stroker.go:38 joins the pieces of a line by cutting their corner, whatever join is asked for: discs round
//     it.
//   - Infinite coordinates and empty dashes make it hang (drawing/dasher.go:52): all are checked first.
//   - Images have a transparent ground, which PDF writers are slow with: the ground is painted first.

// farthest is the largest coordinate given to go-chart, in pixels.
const farthest = 50_000

// How far the ink of letters reaches beyond their advance, above and below the baseline, as a share of the size. More
// than ascent and descent, which leave out marks on capitals.
const (
	sideInk   = 0.1
	topInk    = 1.1
	bottomInk = 0.4
)

// Painter plays scene groups on go-chart's PNG renderer. It is safe for use by many goroutines.
type Painter struct {
	family fonts.Family

	mu     sync.Mutex
	parsed map[*fonts.Face]*truetype.Font
}

// NewPainter makes a painter that sets text in the family.
func NewPainter(family fonts.Family) (*Painter, error) {
	p := &Painter{family: family, parsed: map[*fonts.Face]*truetype.Font{}}
	for _, face := range []*fonts.Face{family.Regular, family.Semibold} {
		if _, err := p.font(face); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// PNG draws the group as an opaque PNG of scale pixels per point: its box, and what letters reach beyond it.
func (p *Painter) PNG(g scene.Group, background scene.Color, scale float64) ([]byte, error) {
	img, err := p.draw(g, background, scale)
	if err != nil {
		return nil, fmt.Errorf("chart %s: %w", g.Name, err)
	}
	var out bytes.Buffer
	if err := encode(&out, img); err != nil {
		return nil, fmt.Errorf("chart %s: %w", g.Name, err)
	}
	return out.Bytes(), nil
}

func (p *Painter) draw(g scene.Group, background scene.Color, scale float64) (*image.RGBA, error) {
	return p.drawIn(pictured(g, scale), g.Items, background, scale)
}

// drawIn draws the items on a ground that is as large as the box.
func (p *Painter) drawIn(box scene.Rect, items []scene.Item, ground scene.Color, scale float64) (*image.RGBA, error) {
	w, h := math.Round(box.W*scale), math.Round(box.H*scale)
	if !(w >= 1 && h >= 1 && w <= farthest && h <= farthest) {
		return nil, fmt.Errorf("cannot draw an image of %g x %g pixels", w, h)
	}
	device, err := chart.PNG(int(w), int(h))
	if err != nil {
		return nil, err
	}
	device.SetDPI(64)
	var collected chart.ImageWriter
	if err := device.Save(&collected); err != nil {
		return nil, err
	}
	picture, err := collected.Image()
	if err != nil {
		return nil, err
	}
	img, ok := picture.(*image.RGBA)
	if !ok {
		return nil, fmt.Errorf("go-chart drew on a %T", picture)
	}
	draw.Draw(img, img.Bounds(), image.NewUniform(opaque(ground)), image.Point{}, draw.Src)
	playing := &player{Painter: p, device: device, img: img, origin: box, scale: scale}
	return img, playing.play(items)
}

// pictured is the part of the page that a picture of the group shows: its box, and the marks and letters that reach
// beyond it, such as the ring of an å in the first line. It is whole pixels from the box's corner.
func pictured(g scene.Group, scale float64) scene.Rect {
	box := g.Bounds()
	all := box
	for _, it := range g.Items {
		all = all.Union(inkOf(it))
	}
	whole := func(v float64) float64 { return math.Ceil(v*scale-1e-6) / scale }
	left, top := whole(box.X-all.X), whole(box.Y-all.Y)
	right, bottom := whole(all.Right()-box.X), whole(all.Bottom()-box.Y)
	return scene.Rect{X: box.X - left, Y: box.Y - top, W: left + right, H: top + bottom}
}

// inkOf is the box that nothing of an item reaches beyond.
func inkOf(it scene.Item) scene.Rect {
	switch it := it.(type) {
	case scene.Text:
		return scene.Rect{
			X: it.At.X - sideInk*it.Size, Y: it.At.Y - topInk*it.Size,
			W: it.Width + 2*sideInk*it.Size, H: (topInk + bottomInk) * it.Size,
		}
	case scene.Path:
		return it.Bounds().Inset(-it.Width / 2)
	}
	return it.Bounds()
}

// player is one group being played.
type player struct {
	*Painter
	device chart.Renderer
	img    *image.RGBA // what the device draws on
	origin scene.Rect
	scale  float64
}

func (p *player) play(items []scene.Item) error {
	for _, it := range items {
		var err error
		switch it := it.(type) {
		case scene.Group:
			err = p.play(it.Items)
		case scene.Path:
			err = p.path(it)
		case scene.Text:
			err = p.text(it)
		case scene.Image:
			err = p.image(it)
		default:
			err = fmt.Errorf("a chart cannot hold a %T", it)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// pixel is a coordinate on the device, rounded.
func (p *player) pixel(pt scene.Point) (x, y int, err error) {
	fx, fy := math.Round((pt.X-p.origin.X)*p.scale), math.Round((pt.Y-p.origin.Y)*p.scale)
	if !(math.Abs(fx) <= farthest && math.Abs(fy) <= farthest) { // also false for NaN
		return 0, 0, fmt.Errorf("a mark lies at %g, %g", pt.X, pt.Y)
	}
	return int(fx), int(fy), nil
}

func (p *player) text(t scene.Text) error {
	if t.S == "" {
		return nil
	}
	font, err := p.font(p.family.Face(string(t.Style)))
	if err != nil {
		return err
	}
	size := t.Size * p.scale
	if !(size > 0 && size <= 2000) {
		return fmt.Errorf("the label %q has a size of %g pt", t.S, t.Size)
	}
	x, y, err := p.pixel(t.At)
	if err != nil {
		return err
	}
	p.device.SetFont(font)
	p.device.SetFontSize(size)
	p.device.SetFontColor(drawingColor(t.Color))
	p.device.Text(t.S, x, y)
	return nil
}

func (p *player) path(path scene.Path) error {
	if path.Fill != nil && path.Stroke == nil {
		if box, ok := rectangle(path); ok {
			return p.box(box, *path.Fill)
		}
	}
	if err := p.outline(path.Segs); err != nil {
		return err
	}
	if path.Fill != nil {
		p.device.SetFillColor(drawingColor(*path.Fill))
	}
	if path.Stroke == nil {
		p.device.Fill()
		return nil
	}
	dash, err := p.dash(path.Dash)
	if err != nil {
		return err
	}
	width := path.Width * p.scale
	if !(width > 0 && width <= 1000) {
		return fmt.Errorf("a line is %g pt wide", path.Width)
	}
	p.device.SetStrokeColor(drawingColor(*path.Stroke))
	p.device.SetStrokeWidth(width)
	p.device.SetStrokeDashArray(dash)
	if path.Fill != nil {
		p.device.FillStroke()
	} else {
		p.device.Stroke()
	}
	return p.joints(path)
}

// joints rounds the corners of a solid line, as PDF does.
func (p *player) joints(path scene.Path) error {
	for i := 1; i < len(path.Segs)-1 && len(path.Dash) == 0; i++ {
		if here, next := path.Segs[i], path.Segs[i+1]; here.Op == scene.LineTo && next.Op == scene.LineTo {
			if err := p.path(scene.Disc(scene.Point{X: here.X, Y: here.Y}, path.Width/2, *path.Stroke)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *player) dash(lengths []float64) ([]float64, error) {
	out := make([]float64, len(lengths))
	for i, l := range lengths {
		if out[i] = l * p.scale; !(out[i] >= 0.5 && out[i] <= farthest) {
			return nil, fmt.Errorf("a dash is %g pt long", l)
		}
	}
	return out, nil
}

func (p *player) outline(segs []scene.Seg) error {
	for _, s := range segs {
		x, y, err := p.pixel(scene.Point{X: s.X, Y: s.Y})
		if err != nil && s.Op != scene.Close {
			return err
		}
		switch s.Op {
		case scene.MoveTo:
			p.device.MoveTo(x, y)
		case scene.LineTo:
			p.device.LineTo(x, y)
		case scene.ArcTo:
			r := s.R * p.scale
			if !(r >= 0 && r <= farthest && math.Abs(s.Start) <= 100 && math.Abs(s.Sweep) <= 100) {
				return fmt.Errorf("an arc has the radius %g, from %g over %g", s.R, s.Start, s.Sweep)
			}
			p.device.ArcTo(x, y, r, r, s.Start, s.Sweep)
		case scene.Close:
			p.device.Close()
		}
	}
	return nil
}

// box fills whole pixels: crisp edges, and never thinner than one.
func (p *player) box(r scene.Rect, fill scene.Color) error {
	x0, y0, err := p.pixel(scene.Point{X: r.X, Y: r.Y})
	if err != nil {
		return err
	}
	x1, y1, err := p.pixel(scene.Point{X: r.Right(), Y: r.Bottom()})
	if err != nil {
		return err
	}
	if r.W <= 0 || r.H <= 0 {
		return nil
	}
	w, right := pixels(x1-x0, r.W*p.scale)
	h, below := pixels(y1-y0, r.H*p.scale)
	p.shade(image.Rect(x0, y0, x0+w, y0+h), fill, 1)
	p.shade(image.Rect(x0+w, y0, x0+w+1, y0+h), fill, right)
	p.shade(image.Rect(x0, y0+h, x0+w, y0+h+1), fill, below)
	return nil
}

// shade covers the pixels by a share.
func (p *player) shade(at image.Rectangle, fill scene.Color, share float64) {
	ink := color.NRGBA{R: fill.R, G: fill.G, B: fill.B, A: uint8(math.Round(share * 255))}
	draw.Draw(p.img, at, image.NewUniform(ink), image.Point{}, draw.Over)
}

// pixels is a length on the device: between the snapped edges, but for hairlines the length itself, so that equal
// lines look equal wherever they fall. rest is the share of one more pixel that is covered.
func pixels(between int, length float64) (whole int, rest float64) {
	const hairline = 3
	if length >= hairline {
		return between, 0
	}
	full := math.Floor(length + 1e-6)
	if full < 1 {
		return 1, 0
	}
	return int(full), math.Max(length-full, 0)
}

// rectangle tells whether the path is an upright box.
func rectangle(p scene.Path) (scene.Rect, bool) {
	if len(p.Segs) != 5 || p.Segs[0].Op != scene.MoveTo || p.Segs[4].Op != scene.Close {
		return scene.Rect{}, false
	}
	for _, s := range p.Segs[1:4] {
		if s.Op != scene.LineTo {
			return scene.Rect{}, false
		}
	}
	a, b, c, d := p.Segs[0], p.Segs[1], p.Segs[2], p.Segs[3]
	if a.Y != b.Y || b.X != c.X || c.Y != d.Y || d.X != a.X {
		return scene.Rect{}, false
	}
	corner := scene.Point{X: math.Min(a.X, c.X), Y: math.Min(a.Y, c.Y)}
	return scene.Rect{X: corner.X, Y: corner.Y, W: math.Abs(c.X - a.X), H: math.Abs(c.Y - a.Y)}, true
}

// font is the face as go-chart reads it, parsed once.
func (p *Painter) font(face *fonts.Face) (*truetype.Font, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if f, ok := p.parsed[face]; ok {
		return f, nil
	}
	f, err := truetype.Parse(fonts.Unkerned(face.Bytes))
	if err != nil {
		return nil, fmt.Errorf("the font %s: %w", face.Name, err)
	}
	p.parsed[face] = f
	return f, nil
}

func drawingColor(c scene.Color) drawing.Color { return drawing.Color{R: c.R, G: c.G, B: c.B, A: 255} }
