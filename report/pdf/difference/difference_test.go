package difference_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"lysark/report/golden"
	"lysark/report/output"
	"lysark/report/pdf/difference"
	"lysark/report/scene"
)

func TestEachChangeIsToldInItsOwnWords(t *testing.T) {
	goldens := golden.New(t, "testdata/golden")
	all := &strings.Builder{}
	base := newDeck(t, 6).bytes(t)
	for _, tt := range edits() {
		new := newDeck(t, 6)
		tt.edit(new)
		d := compared(t, base, new.bytes(t))
		var b bytes.Buffer
		if err := d.Text(&b, difference.Style{}); err != nil {
			t.Fatal(err)
		}
		_, told, _ := strings.Cut(b.String(), "\n\n")
		all.WriteString("== " + tt.name + "\n" + told + "\n")
		back := difference.Compare(read(t, new.bytes(t)), read(t, base))
		if isSame(d) != isSame(back) || isSame(d) {
			t.Errorf("%s: nothing is told one way or the other", tt.name)
		}
	}
	goldens.Text("edits.txt", all.String())
}

type edit struct {
	name string
	edit func(d *deck)
}

func edits() []edit {
	insert := func(at int, topic string) func(d *deck) {
		return func(d *deck) { d.pages = slices.Insert(d.pages, at, slide(topic)); d.number() }
	}
	first := func(s string) func(t *scene.Text) {
		return func(t *scene.Text) { t.S = strings.Replace(t.S, "68", s, 1) }
	}
	return []edit{
		{"a slide is inserted", insert(2, "hybridarbeid")},
		{"the same slide is there twice", insert(6, "retningslinjer")},
		{"a slide is removed", func(d *deck) { d.pages = slices.Delete(d.pages, 1, 2); d.number() }},
		{"two slides change places", func(d *deck) { d.pages[1], d.pages[4] = d.pages[4], d.pages[1]; d.number() }},
		{"a slide moves and changes", func(d *deck) {
			d.change(1, 1, func(g *scene.Group) { texts(g, first("71")) })
			d.pages = append(d.pages[1:], d.pages[0])
			d.number()
		}},
		{"a slide becomes another", func(d *deck) { d.pages[2] = slide("hybridarbeid"); d.number() }},
		{"a headline changes", func(d *deck) {
			d.change(3, 0, func(g *scene.Group) { texts(g, func(t *scene.Text) { t.S = "Mye om arealbruk" }) })
		}},
		{"a figure changes in a bullet", func(d *deck) { d.change(3, 1, func(g *scene.Group) { texts(g, first("71")) }) }},
		{"a figure changes in a table", func(d *deck) { d.change(3, 2, func(g *scene.Group) { texts(g, first("71")) }) }},
		{"a bullet comes", func(d *deck) {
			d.change(3, 1, func(g *scene.Group) { g.Items = append(g.Items, bullet(180, "Kunngjort av ledelsen i fjor høst")) })
		}},
		{"bullets change places", func(d *deck) {
			d.change(3, 1, func(g *scene.Group) { slices.Reverse(g.Items) })
		}},
		{"a row goes", func(d *deck) { d.change(3, 2, func(g *scene.Group) { g.Items = g.Items[:2] }) }},
		{"a heading is a paragraph", func(d *deck) { d.change(3, 0, func(g *scene.Group) { g.Role = scene.P }) }},
		{"a header cell heads its row", func(d *deck) {
			d.change(3, 2, func(g *scene.Group) {
				row := g.Items[0].(scene.Group)
				cell := row.Items[1].(scene.Group)
				cell.Scope = scene.OfRow
				row.Items[1] = cell
			})
		}},
		{"a text is in another language", func(d *deck) { d.change(3, 0, func(g *scene.Group) { g.Lang = "en" }) }},
		{"an alternative text changes", func(d *deck) {
			d.change(3, 3, func(g *scene.Group) { g.Alt = strings.Replace(g.Alt, "nei 32 %", "nei 29 %", 1) })
		}},
		{"an alternative text goes", func(d *deck) { d.change(3, 3, func(g *scene.Group) { g.Alt = "" }) }},
		{"a link leads elsewhere", func(d *deck) {
			d.change(3, 4, func(g *scene.Group) {
				l := g.Items[0].(scene.Group)
				l.To.URL = "https://eksempel.no/annet"
				g.Items[0] = l
			})
		}},
		{"a picture changes", func(d *deck) { d.change(3, 3, func(g *scene.Group) { g.Items[0] = picture(200) }) }},
		{"a text moves", func(d *deck) {
			d.change(3, 0, func(g *scene.Group) { texts(g, func(t *scene.Text) { t.At.X += 4; t.At.Y += 12 }) })
		}},
		{"texts get another colour and size", func(d *deck) {
			d.change(3, 1, func(g *scene.Group) { texts(g, func(t *scene.Text) { t.Color, t.Size = scene.Color{R: 255}, 18 }) })
		}},
		{"a rule gets another colour", func(d *deck) {
			d.pages[2].Items[5] = scene.Box(scene.Rect{X: 56, Y: 480, W: 800, H: 2}, scene.Color{R: 209, G: 73, B: 91})
		}},
		{"a rule gets thicker", func(d *deck) {
			d.pages[2].Items[5] = scene.Box(scene.Rect{X: 56, Y: 480, W: 800, H: 3}, scene.Color{R: 11, G: 37, B: 69})
		}},
		{"all rules get another colour", func(d *deck) {
			for i := range d.pages {
				d.pages[i].Items[5] = scene.Box(scene.Rect{X: 56, Y: 480, W: 800, H: 2}, scene.Color{R: 209, G: 73, B: 91})
			}
		}},
		{"a page gets larger", func(d *deck) { d.pages[2].Size.W = 1000 }},
		{"another date", func(d *deck) { d.info.Date = d.info.Date.Add(24 * time.Hour) }},
		{"another title and no author", func(d *deck) { d.info.Title, d.info.Author = "Hjemmekontor 2025", "" }},
		{"another language", func(d *deck) { d.info.Lang = "nn" }},
		{"an attachment changes", func(d *deck) { d.info.Attachments[0].Data = []byte("svar;andel\nja;71\nnei;32\nvet ikke;2\n") }},
		{"an attachment goes and another comes", func(d *deck) { d.info.Attachments[0].Name = "annet.csv"; d.info.Attachments[0].Data = []byte("a;b\n") }},
		{"no attachments", func(d *deck) { d.info.Attachments = nil }},
		{"another entry in the outline", func(d *deck) { d.pages[2].Outline.Title = "Areal" }},
		{"labels", func(d *deck) {
			for i := 4; i < 6; i++ {
				d.pages[i].Label = "A" + string(rune('1'+i-4))
			}
		}},
	}
}

func TestTheDifferenceIsWrittenForTerminalsCommentsAndMachines(t *testing.T) {
	goldens := golden.New(t, "testdata/formats")
	old, new := newDeck(t, 6), newDeck(t, 6)
	for _, e := range edits() {
		if slices.Contains([]string{"a figure changes in a bullet", "an alternative text changes", "texts get another colour and size", "another date", "an attachment changes"}, e.name) {
			e.edit(new)
		}
	}
	new.pages = slices.Insert(new.pages, 1, slide("hybridarbeid"))
	new.number()
	d := compared(t, old.bytes(t), new.bytes(t))
	var b bytes.Buffer
	for name, write := range map[string]func() error{
		"terminal.txt": func() error { return d.Text(&b, difference.Style{Width: 60, Color: true}) },
		"comment.md":   func() error { return d.Markdown(&b) },
		"machine.json": func() error { return d.JSON(&b) },
	} {
		b.Reset()
		if err := write(); err != nil {
			t.Fatal(err)
		}
		goldens.Text(name, b.String())
	}
}

func TestAFileIsTheSameAsItself(t *testing.T) {
	data := newDeck(t, 8).bytes(t)
	d := compared(t, data, data)
	var b bytes.Buffer
	if err := d.Text(&b, difference.Style{}); err != nil || b.Len() > 0 || !d.Equal || !isSame(d) {
		t.Errorf("it is told: %q %v", b.String(), err)
	}
}

func TestFilesThatSayAndShowTheSameAreToldSo(t *testing.T) {
	data := newDeck(t, 2).bytes(t)
	altered := slices.Clone(data)
	altered[bytes.IndexByte(data, '\n')+2] ^= 1 // the comment that tells that the file is binary
	for want, other := range map[string][]byte{
		"what nobody sees": altered,
		"the XMP metadata": bytes.Replace(data, []byte("xpacket end=\"w\""), []byte("xpacket end=\"r\""), 1),
	} {
		d := compared(t, data, other)
		if d.Equal || len(d.Slides)+len(d.Document) > 0 || !strings.Contains(strings.Join(d.Bytes, ", "), want) {
			t.Errorf("want %q, got %+v", want, d)
		}
	}
}

// TestRandomEditsAreFound changes one thing somewhere, and wants it told at its slide.
func TestRandomEditsAreFound(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	old := read(t, newDeck(t, 8).bytes(t))
	for range 30 {
		d := newDeck(t, 8)
		at := r.IntN(8) + 1
		item := r.IntN(5)
		what := r.IntN(4)
		d.change(at, item, func(g *scene.Group) { scramble(r, g, what) })
		new := read(t, d.bytes(t))
		got := difference.Compare(old, new)
		if len(got.Slides) != 1 || got.Slides[0].What != difference.Changed || got.Slides[0].New.Number != at || len(got.Slides[0].Changes) == 0 {
			t.Errorf("slide %d, item %d, edit %d: %+v", at, item, what, got.Slides)
		}
		if back := difference.Compare(new, old); len(back.Slides) != 1 {
			t.Errorf("slide %d, item %d, edit %d: the other way %+v", at, item, what, back.Slides)
		}
	}
}

// scramble changes one text of a group; a picture's words or place.
func scramble(r *rand.Rand, g *scene.Group, what int) {
	n := 0
	texts(g, func(*scene.Text) { n++ })
	if n == 0 {
		g.Alt += " Og mer."
		return
	}
	at := r.IntN(n)
	texts(g, func(t *scene.Text) {
		if at--; at != -1 {
			return
		}
		switch what {
		case 0:
			t.S += "x"
		case 1:
			t.At.X += 0.1 + r.Float64()
		case 2:
			t.Color.B ^= 1 << r.IntN(8)
		case 3:
			t.Style = scene.Bold
		}
	})
}

func TestSlidesThatTellTheNumbersOfOthersAreNotChangedByThem(t *testing.T) {
	refer := func(d *deck, from, to int) {
		name := "Se lysbilde " + d.pages[to-1].Title[len("Om "):] + ", " + string(rune('0'+to))
		d.pages[from-1].Items = append(d.pages[from-1].Items, group(scene.P, text(400, 400, "Mer: "), scene.Group{Role: scene.Link, Alt: "Til " + name, To: scene.Target{Page: to}, Items: []scene.Item{text(450, 400, name)}}))
	}
	old, new := newDeck(t, 6), newDeck(t, 6)
	new.pages = slices.Insert(new.pages, 2, slide("hybridarbeid"))
	new.number()
	refer(old, 1, 5)
	refer(new, 1, 6)
	for i, d := range []*deck{old, new} {
		d.info.Attachments = append(d.info.Attachments, output.Attachment{Name: "slide-0" + string(rune('5'+i)) + "-1.csv", MIME: "text/csv", Relationship: output.IsData, Data: []byte("ja;1\n")})
	}
	got := compared(t, old.bytes(t), new.bytes(t))
	if len(got.Slides) != 1 || got.Slides[0].What != difference.Came || len(got.Document) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestASlideThatTookItsLabelWithItIsToldByItsPlaces(t *testing.T) {
	labelled := func(order ...int) []byte {
		d := newDeck(t, 4)
		for i := range d.pages {
			d.pages[i].Label = "A" + string(rune('1'+i))
		}
		pages := slices.Clone(d.pages)
		for i, from := range order {
			d.pages[i] = pages[from]
		}
		return d.bytes(t)
	}
	var b bytes.Buffer
	if err := compared(t, labelled(), labelled(1, 2, 3, 0)).Text(&b, difference.Style{}); err != nil {
		t.Fatal(err)
	}
	if want := "\nslide A1 moved, from place 1 to 4  Om retningslinjer\n"; !strings.Contains(b.String(), want) {
		t.Errorf("want %q, got\n%s", want, b.String())
	}
}
