package main

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"lysark/charts/raster"
	"lysark/report"
	"lysark/report/pdf"
	"lysark/report/scene"
)

// What the pictures of one slide may differ by, charts drawn as vectors or as PNG, is how their edges are smoothed: a
// PNG has 2 pixels per point, a page at 200 dots per inch 2.8. Smoothing moves ink by less than a point and takes none
// away. So means are compared, over windows of 2.5 pt for all there is, and over long ones for faint lines, which
// weigh little in a small window. A mean has to lie within those of the other picture's neighbourhood, both ways.
const (
	viewDPI   = 200
	neighbour = 2 // pixels, in all directions
)

// window is what means are taken over, and by how much of 255 they may differ.
type window struct {
	name      string
	rx, ry    int // pixels to each side
	tolerance uint8
}

func windows() []window {
	return []window{
		{"marks", 3, 3, 40},        // at most 33 were found, in small letters
		{"lying lines", 60, 3, 11}, // at most 9; a missing hairline of the grid makes 12
		{"upright lines", 3, 60, 16},
	}
}

// TestVectorChartsLookLikeTheirPictures renders decks in both ways. They hold every kind of chart.
func TestVectorChartsLookLikeTheirPictures(t *testing.T) {
	if testing.Short() {
		t.Skip("it compares many pictures")
	}
	tests := []struct {
		layout string
		slides []int // none for all that have charts
	}{
		{"testdata/kinds/deck.toml", nil},
		{filepath.Join(root, "report/compose/testdata/stress/deck.toml"), []int{5, 6, 7}},
		{filepath.Join(root, "decks/hjemmekontor/deck.toml"), []int{3, 7, 13}}, // the others are like these
	}
	for _, tt := range tests {
		t.Run(filepath.Base(filepath.Dir(tt.layout)), func(t *testing.T) {
			t.Parallel()
			deck, pages := chartPages(t, tt.layout, tt.slides)
			pictures, err := raster.Charts(pages, deck.Theme.Family, raster.DefaultScale)
			if err != nil {
				t.Fatal(err)
			}
			asVectors, asPictures := rendered(t, deck, pages), rendered(t, deck, pictures)
			for i := range pages {
				if diff := differences(asVectors[i], asPictures[i]); len(diff) > 0 {
					t.Errorf("slide %d: %s", pages[i].Number, diff)
				}
			}
		})
	}
}

// TestTheComparisonFindsWhatIsDifferent spoils one thing of a chart at a time.
func TestTheComparisonFindsWhatIsDifferent(t *testing.T) {
	if testing.Short() {
		t.Skip("it compares many pictures")
	}
	deck, pages := chartPages(t, "testdata/kinds/deck.toml", []int{2})
	grid := deck.Theme.Colors.Rule
	tests := []struct {
		name, found string
		spoil       func(scene.Item) (spoilt scene.Item, done bool)
	}{
		{"a label that moves by 2 pt", "marks", func(it scene.Item) (scene.Item, bool) {
			text, ok := it.(scene.Text)
			text.At.X += 2
			return text, ok
		}},
		{"a label that is 1 pt larger", "marks", func(it scene.Item) (scene.Item, bool) {
			text, ok := it.(scene.Text)
			text.Size++
			return text, ok
		}},
		{"a bar in a colour that is hardly another", "upright lines", func(it scene.Item) (scene.Item, bool) {
			path, ok := it.(scene.Path)
			if ok = ok && path.Mark != "" && path.Bounds().H > 30; !ok {
				return it, false
			}
			path.Fill = &scene.Color{R: path.Fill.R, G: path.Fill.G + 24, B: path.Fill.B}
			return path, true
		}},
		{"a hairline that is not there", "lying lines", func(it scene.Item) (scene.Item, bool) {
			path, ok := it.(scene.Path)
			return scene.Path{}, ok && path.Fill != nil && *path.Fill == grid && path.Bounds().W > 100
		}},
	}
	whole := rendered(t, deck, pages)[0]
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			spoilt := rendered(t, deck, spoiltBy(t, pages, tt.spoil))[0]
			if diff := differences(whole, spoilt); !slices.ContainsFunc(diff, func(d difference) bool { return d.in == tt.found }) {
				t.Errorf("found %s", diff)
			}
		})
	}
}

// chartPages are the pages of a deck that have charts, of all slides or of some.
func chartPages(t *testing.T, layout string, slides []int) (*report.Deck, []scene.Page) {
	t.Helper()
	if _, err := exec.LookPath("pdftocairo"); err != nil {
		t.Skip("pdftocairo is not installed")
	}
	var told bytes.Buffer
	ui := newUI(io.Discard, &told, func(string) string { return "" })
	laid, err := layOut(context.Background(), ui, buildOptions{layout: layout})
	deck, pages := laid.deck, laid.pages
	if err != nil {
		t.Fatalf("%v\n%s", err, told.String())
	}
	return deck, slices.DeleteFunc(pages, func(p scene.Page) bool {
		return raster.CountCharts([]scene.Page{p}) == 0 || len(slides) > 0 && !slices.Contains(slides, p.Number)
	})
}

// spoiltBy is the pages with the first item of the first chart changed that can be.
func spoiltBy(t *testing.T, pages []scene.Page, spoil func(scene.Item) (scene.Item, bool)) []scene.Page {
	t.Helper()
	page := pages[0]
	page.Items = slices.Clone(page.Items)
	for i, it := range page.Items {
		group, ok := it.(scene.Group)
		if !ok || group.Role != scene.Figure {
			continue
		}
		group.Items = slices.Clone(group.Items)
		for k := range group.Items {
			if spoilt, done := spoil(group.Items[k]); done {
				group.Items[k], page.Items[i] = spoilt, group
				return []scene.Page{page}
			}
		}
	}
	t.Fatal("there is nothing to spoil")
	return nil
}

// rendered are the pages as pixels, the part between headline and footer.
func rendered(t *testing.T, deck *report.Deck, pages []scene.Page) []*image.RGBA {
	t.Helper()
	dir := t.TempDir()
	var out bytes.Buffer
	if err := pdf.Write(&out, pages, info(deck)); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "deck.pdf")
	if err := os.WriteFile(name, out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	pixels := func(points int) string { return strconv.Itoa(points * viewDPI / 72) }
	cmd := exec.Command("pdftocairo", "-png", "-r", strconv.Itoa(viewDPI), "-x", pixels(30), "-y", pixels(95), "-W", pixels(900), "-H", pixels(405), name, filepath.Join(dir, "page"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	files, err := filepath.Glob(filepath.Join(dir, "page*.png"))
	if err != nil || len(files) != len(pages) {
		t.Fatalf("%d pictures of %d pages, %v", len(files), len(pages), err)
	}
	var views []*image.RGBA
	for _, f := range files {
		views = append(views, decodedRGBA(t, f))
	}
	return views
}

func decodedRGBA(t *testing.T, file string) *image.RGBA {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	view := image.NewRGBA(img.Bounds())
	draw.Draw(view, view.Bounds(), img, image.Point{}, draw.Src)
	return view
}

// difference is what one picture has and the other does not, where it is largest.
type difference struct {
	in   string // name of the window
	by   uint8
	x, y int
}

func (d difference) String() string {
	return fmt.Sprintf("%s: %d of 255 at pixel %d, %d", d.in, d.by, d.x, d.y)
}

// differences are the windows in which the pictures differ by more than smoothing.
func differences(a, b *image.RGBA) []difference {
	var out []difference
	for _, w := range windows() {
		ma, mb := means(a, w), means(b, w)
		for _, d := range []difference{beyond(ma, mb, w), beyond(mb, ma, w)} {
			if d.by > w.tolerance {
				out = append(out, d)
			}
		}
	}
	return out
}

// beyond is how far a's colours are at most from those of b's neighbourhood.
func beyond(a, b *image.RGBA, w window) difference {
	most := difference{in: w.name}
	size := a.Bounds().Size()
	for y := w.ry + neighbour; y < size.Y-w.ry-neighbour; y++ {
		for x := w.rx + neighbour; x < size.X-w.rx-neighbour; x++ {
			i := a.PixOffset(x, y)
			for c := range 3 {
				v, other := a.Pix[i+c], b.Pix[i+c]
				if max(v, other)-min(v, other) <= w.tolerance {
					continue // the neighbourhood can only be nearer
				}
				if by := outside(v, b, i+c); by > most.by {
					most.by, most.x, most.y = by, x, y
				}
			}
		}
	}
	return most
}

// outside is how far a value is from the range of those around index i.
func outside(v uint8, b *image.RGBA, i int) uint8 {
	low, high := uint8(255), uint8(0)
	for dy := -neighbour; dy <= neighbour; dy++ {
		for dx := -neighbour; dx <= neighbour; dx++ {
			n := b.Pix[i+dy*b.Stride+4*dx]
			low, high = min(low, n), max(high, n)
		}
	}
	switch {
	case v < low:
		return low - v
	case v > high:
		return v - high
	}
	return 0
}

// means is the picture with each pixel the mean of the window around it; what is nearer to an edge stays black.
func means(p *image.RGBA, w window) *image.RGBA {
	size := p.Bounds().Size()
	out := image.NewRGBA(p.Bounds())
	columns := make([]int, 4*size.X) // the sum of each column's 2*ry+1 pixels around y
	area := (2*w.rx + 1) * (2*w.ry + 1)
	for y := range size.Y {
		for i, v := range p.Pix[y*p.Stride : y*p.Stride+4*size.X] {
			columns[i] += int(v)
			if above := y - 2*w.ry - 1; above >= 0 {
				columns[i] -= int(p.Pix[above*p.Stride+i])
			}
		}
		if y < 2*w.ry {
			continue
		}
		row := out.Pix[(y-w.ry)*out.Stride:]
		for c := range 3 {
			sum := 0
			for x := range size.X {
				sum += columns[4*x+c]
				if left := x - 2*w.rx - 1; left >= 0 {
					sum -= columns[4*left+c]
				}
				if x >= 2*w.rx {
					row[4*(x-w.rx)+c] = uint8(sum / area)
				}
			}
		}
	}
	return out
}
