package difference_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
	"sync"
	"testing"
	"time"

	"lysark/fonts"
	"lysark/report/output"
	"lysark/report/pdf"
	"lysark/report/pdf/difference"
	"lysark/report/pdf/inspect"
	"lysark/report/scene"
)

// deck is a small deck that tests change in one place.
type deck struct {
	pages []scene.Page
	info  output.Info
}

// sourceSans is read once for all decks.
var sourceSans = sync.OnceValues(fonts.SourceSans)

func newDeck(t testing.TB, slides int) *deck {
	t.Helper()
	family, err := sourceSans()
	if err != nil {
		t.Fatal(err)
	}
	d := &deck{info: output.Info{
		Title: "Hjemmekontor", Author: "Finans Norge", Lang: "nb", Date: time.Date(2025, 11, 3, 0, 0, 0, 0, time.UTC), Fonts: family,
		Attachments: []output.Attachment{{Name: "tall.csv", MIME: "text/csv", Description: "Tallene", Relationship: output.IsData, Data: []byte("svar;andel\nja;68\nnei;32\n")}},
	}}
	for i := range slides {
		d.pages = append(d.pages, slide(topics()[i%len(topics())]))
	}
	d.number()
	return d
}

// topics are words of which no slide has those of another.
func topics() []string {
	return []string{"retningslinjer", "fleksibilitet", "arealbruk", "rekruttering", "produktivitet", "sykefravær", "kultur", "samarbeid"}
}

// slide has all there is on slides: a headline, two bullets, a table, a picture and a link.
func slide(topic string) scene.Page {
	blue := scene.Color{R: 11, G: 37, B: 69}
	return scene.Page{
		Title: "Om " + topic, Size: scene.Rect{W: 960, H: 540}, Background: scene.Color{R: 255, G: 255, B: 255}, Outline: scene.Outline{Title: "Om " + topic, Level: 1},
		Items: []scene.Item{
			group(scene.H2, text(56, 74, "Om "+topic)),
			group(scene.List, bullet(120, "68 % har interne "+topic+" for bruken."), bullet(150, "Særlig "+topic+" er viktig for de fleste")),
			group(scene.Table,
				group(scene.Row, group(scene.Header, text(56, 200, "Svar")), group(scene.Header, text(156, 200, "Andel"))),
				group(scene.Row, group(scene.Cell, text(56, 220, "Ja")), group(scene.Cell, text(156, 220, "68 %"))),
				group(scene.Row, group(scene.Cell, text(56, 240, "Nei")), group(scene.Cell, text(156, 240, "32 %")))),
			scene.Group{Role: scene.Figure, Alt: "Kakediagram om " + topic + ": ja 68 %, nei 32 %.", Box: scene.Rect{X: 500, Y: 100, W: 200, H: 200}, Items: []scene.Item{picture(uint8(len(topic)))}},
			group(scene.P, scene.Group{Role: scene.Link, Alt: "Til nettsiden om " + topic, To: scene.Target{URL: "https://eksempel.no/" + topic}, Items: []scene.Item{text(56, 300, "Les mer")}}),
			scene.Box(scene.Rect{X: 56, Y: 480, W: 800, H: 2}, blue),
		},
	}
}

func group(role scene.Role, items ...scene.Item) scene.Group {
	return scene.Group{Role: role, Items: items}
}

func bullet(y float64, s string) scene.Group {
	return group(scene.ListItem, group(scene.Label, text(56, y, "•")), group(scene.Body, text(70, y, s)))
}

func text(x, y float64, s string) scene.Text {
	return scene.Text{S: s, At: scene.Point{X: x, Y: y}, Size: 20, Ascent: 15, Descent: 5, Width: 10 * float64(len(s)), Style: scene.Regular, Color: scene.Color{R: 27, G: 39, B: 51}}
}

func picture(shade uint8) scene.Image {
	img := image.NewRGBA(image.Rect(0, 0, 4, 4))
	img.Set(1, 1, color.RGBA{shade, 0, 0, 255})
	var b bytes.Buffer
	_ = png.Encode(&b, img) // memory takes all
	return scene.Image{Box: scene.Rect{X: 500, Y: 100, W: 200, H: 200}, Data: b.Bytes(), Format: "png"}
}

// number gives each slide its number, printed at its foot.
func (d *deck) number() {
	for i := range d.pages {
		p := &d.pages[i]
		p.Number = i + 1
		p.Items = slices.DeleteFunc(slices.Clone(p.Items), func(it scene.Item) bool { g, ok := it.(scene.Group); return ok && g.Role == scene.Artifact })
		p.Items = append(p.Items, group(scene.Artifact, text(920-10*float64(len(fmt.Sprint(i+1))), 520, fmt.Sprint(i+1))))
	}
}

// change gives a slide's item another form.
func (d *deck) change(slide, item int, f func(g *scene.Group)) {
	g := clone(d.pages[slide-1].Items[item].(scene.Group))
	f(&g)
	d.pages[slide-1].Items[item] = g
}

func clone(g scene.Group) scene.Group {
	g.Items = slices.Clone(g.Items)
	for i, it := range g.Items {
		if in, ok := it.(scene.Group); ok {
			g.Items[i] = clone(in)
		}
	}
	return g
}

// texts visits all texts of a group.
func texts(g *scene.Group, visit func(t *scene.Text)) {
	for i, it := range g.Items {
		switch it := it.(type) {
		case scene.Text:
			visit(&it)
			g.Items[i] = it
		case scene.Group:
			texts(&it, visit)
			g.Items[i] = it
		}
	}
}

func (d *deck) bytes(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, d.pages, d.info); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, data []byte) *inspect.Document {
	t.Helper()
	d, err := inspect.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// compared is how an edit of a deck is told.
func compared(t testing.TB, old, new []byte) difference.Difference {
	t.Helper()
	d := difference.Compare(read(t, old), read(t, new))
	d.Old.File, d.New.File = "old.pdf", "new.pdf"
	d.Old.Bytes, d.New.Bytes = 1000, 1000 // what a PDF takes is not what is tested here
	return d
}

func isSame(d difference.Difference) bool {
	return len(d.Slides)+len(d.Document)+len(d.Bytes)+len(d.Unread) == 0
}
