package compose

import (
	"math"

	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report/scene"
)

// imageSlide: a picture over the whole width, or beside text.
func imageSlide(p *page) {
	p.frame()
	p.prose()
	box := body()
	if !p.slide.Prose.Empty() {
		box = besideText()
	}
	p.image(box)
	p.footer()
}

// image fits the picture into the box without distorting it, its caption below.
func (p *page) image(box scene.Rect) {
	i := p.slide.Image
	if i.W == 0 || i.H == 0 {
		return // unreadable: config has reported it
	}
	f := p.face(scene.Regular, 13, p.theme.Colors.Muted)
	caption := fonts.Wrap(i.Caption.S, box.W, f.width, p.hyphensOf(i.Caption))
	room := box
	if len(caption) > 0 {
		room.H -= f.height(len(caption)) + f.descent() + 10
	}
	scale := math.Min(room.W/float64(i.W), room.H/float64(i.H))
	if dpi := 72 / scale; dpi < 100 {
		p.list.Warnf(i.Pos, diag.CoarseImage, "take a larger picture",
			"the image %q has %.0f dots per inch at this size, and will look coarse", i.Name, dpi)
	}
	at := scene.Rect{X: room.X, Y: room.Y, W: float64(i.W) * scale, H: float64(i.H) * scale}
	at.X += (room.W - at.W) / 2
	picture := scene.Group{Role: scene.Figure, Alt: i.Alt.S, Box: at, Pos: i.Pos, Items: []scene.Item{
		scene.Image{Box: at, Data: i.Data, Format: i.Format, Name: i.Name},
	}}
	if i.Decorative {
		picture.Role = scene.Artifact
	}
	p.add(picture)
	if len(caption) > 0 {
		p.add(scene.Group{Role: scene.Caption, Items: p.running(f, i.Caption, caption, at.X, at.Bottom()+10),
			Pos: i.Caption.Pos})
	}
}
