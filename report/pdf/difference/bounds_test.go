package difference_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"lysark/report/golden"
	"lysark/report/pdf/difference"
	"lysark/report/pdf/inspect"
	"lysark/report/scene"
)

// TestLargeAndHostileDocumentsAreComparedInTime builds what the inspector may hand on at most. What it takes is held in
// bytes, and in seconds where nothing else runs.
func TestLargeAndHostileDocumentsAreComparedInTime(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long")
	}
	for name, pair := range map[string][2]*inspect.Document{
		"500 slides, all changed":       {many(500, 40, 1), many(500, 40, 2)},
		"10000 slides, all other":       {many(10_000, 10, 1), many(10_000, 10, 2)},
		"slides that are all the same":  {same(5000), same(4000)},
		"a page of 40000 texts":         {onePage(40_000, 3, 1), onePage(40_000, 3, 2)},
		"a text of a million words":     {onePage(1, 500_000, 1), onePage(1, 500_000, 2)},
		"40000 equal texts in disorder": {equalTexts(40_000, 1), equalTexts(40_000, 2)},
		"100000 marks":                  {marks(100_000, 1), marks(100_000, 2)},
		"20000 links and artifacts":     {links(20_000, 1), links(20_000, 2)},
		"attachments of 500000 lines":   {attached(500_000, 1), attached(500_000, 2)},
		"20000 attachments":             {attachments(20_000, "a"), attachments(20_000, "b")},
	} {
		t.Run(name, func(t *testing.T) {
			golden.Within(t, 2*time.Second, func() {
				golden.Allocating(t, 800<<20, func() {
					d := difference.Compare(pair[0], pair[1])
					if err := d.Text(io.Discard, difference.Style{Width: 80, Color: true}); err != nil {
						t.Fatal(err)
					}
					if isSame(d) {
						t.Error("nothing is told")
					}
				})
			})
		})
	}
}

func BenchmarkCompareDecksOf500Slides(b *testing.B) {
	old, new := newDeck(b, 500), newDeck(b, 500)
	for i := range new.pages {
		new.change(i+1, 1, func(g *scene.Group) {
			texts(g, func(t *scene.Text) { t.S = strings.Replace(t.S, "68", fmt.Sprint(i), 1) })
		})
	}
	before, after := old.bytes(b), new.bytes(b)
	for b.Loop() {
		difference.Compare(read(b, before), read(b, after))
	}
}

func document(seed uint64) *inspect.Document {
	return &inspect.Document{Traces: inspect.Traces{File: fmt.Sprint(seed)}}
}

func random(r *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprint("ord", r.IntN(2000))
	}
	return strings.Join(words, " ")
}

func many(slides, words int, seed uint64) *inspect.Document {
	r := rand.New(rand.NewPCG(seed, 1))
	d := document(seed)
	for i := range slides {
		heading := random(r, 3)
		d.Pages = append(d.Pages, inspect.Page{
			Number: i + 1, Label: fmt.Sprint(i + 1), Heading: heading, Painted: fmt.Sprint(seed, i), Ground: r.Uint64(),
			Blocks: []inspect.Block{{Role: "H2", Text: heading}, {Role: "P", Text: random(r, words)}},
		})
	}
	return d
}

func same(slides int) *inspect.Document {
	d := many(1, 20, 1)
	for i := 1; i < slides; i++ {
		p := d.Pages[0]
		p.Number, p.Label = i+1, fmt.Sprint(i+1)
		d.Pages = append(d.Pages, p)
	}
	d.Traces.File = fmt.Sprint(slides)
	return d
}

func onePage(texts, words int, seed uint64) *inspect.Document {
	r := rand.New(rand.NewPCG(seed, 1))
	d := many(1, 1, seed)
	d.Pages[0].Blocks = nil
	for range texts {
		d.Pages[0].Blocks = append(d.Pages[0].Blocks, inspect.Block{Role: "P", Text: random(r, words)})
	}
	return d
}

func equalTexts(n int, seed uint64) *inspect.Document {
	r := rand.New(rand.NewPCG(seed, 1))
	d := many(1, 1, seed)
	for range n {
		d.Pages[0].Blocks = append(d.Pages[0].Blocks, inspect.Block{Role: "P", Text: fmt.Sprint(r.IntN(3))})
	}
	return d
}

func marks(n int, seed uint64) *inspect.Document {
	r := rand.New(rand.NewPCG(seed, 1))
	d := many(1, 1, 1)
	d.Traces.File, d.Pages[0].Painted = fmt.Sprint(seed), fmt.Sprint(seed)
	for range n {
		d.Pages[0].Marks = append(d.Pages[0].Marks, inspect.Mark{Name: fmt.Sprint(r.IntN(1000)), X: float64(r.IntN(1000)), Color: fmt.Sprint(r.IntN(1000))})
	}
	return d
}

func links(n int, seed uint64) *inspect.Document {
	r := rand.New(rand.NewPCG(seed, 1))
	d := many(2, 1, 1)
	d.Traces.File = fmt.Sprint(seed)
	if seed == 2 {
		d.Pages = append(many(1, 5, 7).Pages, d.Pages...)
	}
	for i := range d.Pages {
		d.Pages[i].Number, d.Pages[i].Label = i+1, fmt.Sprint(i+1)
	}
	p := &d.Pages[len(d.Pages)-1]
	for range n {
		p.Links = append(p.Links, inspect.Link{Text: fmt.Sprint("side ", len(d.Pages)), Page: len(d.Pages) - 1, Contents: fmt.Sprint(r.IntN(1000))})
		p.Artifacts = append(p.Artifacts, fmt.Sprint(r.IntN(1000), " ", p.Label))
	}
	return d
}

func attached(lines int, seed uint64) *inspect.Document {
	r := rand.New(rand.NewPCG(seed, 1))
	var b bytes.Buffer
	for range lines {
		fmt.Fprintln(&b, r.IntN(100))
	}
	d := many(1, 1, 1)
	d.Traces.File = fmt.Sprint(seed)
	d.Attachments = []inspect.Attachment{{Name: "a.csv", Content: b.String(), Bytes: b.Len(), Hash: fmt.Sprint(seed)}}
	return d
}

func attachments(n int, prefix string) *inspect.Document {
	d := many(1, 1, 1)
	d.Traces.File = prefix
	for i := range n {
		d.Attachments = append(d.Attachments, inspect.Attachment{Name: fmt.Sprint(prefix, i), Hash: fmt.Sprint(prefix, i)})
	}
	return d
}

// FuzzCompare holds a deck against what is left of it once its bytes have been changed.
func FuzzCompare(f *testing.F) {
	whole := newDeck(f, 2).bytes(f)
	deck := read(f, whole)
	f.Add(uint32(9), []byte("x"))
	f.Add(uint32(len(whole)/2), []byte("0 0 m"))
	f.Fuzz(func(t *testing.T, at uint32, with []byte) {
		other := bytes.Clone(whole)
		copy(other[int(at)%len(other):], with)
		d, err := inspect.Read(other)
		if err != nil {
			return
		}
		there, back := difference.Compare(deck, d), difference.Compare(d, deck)
		if there.Equal != bytes.Equal(whole, other) || isSame(there) != isSame(back) || isSame(there) != there.Equal {
			t.Errorf("one way %+v, the other way %+v", there, back)
		}
		for _, write := range []func() error{
			func() error { return there.Text(io.Discard, difference.Style{Width: 40}) },
			func() error { return back.Markdown(io.Discard) },
		} {
			if err := write(); err != nil {
				t.Error(err)
			}
		}
	})
}
