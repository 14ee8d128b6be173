package main

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/draw"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"golang.org/x/image/tiff"

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
	t.Parallel()
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
	t.Parallel()
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
			t.Parallel()
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
	cmd := exec.Command("pdftocairo", "-tiff", "-tiffcompression", "none", // packing a PNG takes longer than all else
		"-r", strconv.Itoa(viewDPI), "-x", pixels(30), "-y", pixels(95), "-W", pixels(900), "-H", pixels(405),
		name, filepath.Join(dir, "page"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	files, err := filepath.Glob(filepath.Join(dir, "page*.tif"))
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
	img, err := tiff.Decode(bytes.NewReader(data))
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
	sa, sb := sumsOf(a), sumsOf(b)
	for _, w := range windows() {
		for _, d := range beyond(sa, sb, w) {
			if d.by > w.tolerance {
				out = append(out, d)
			}
		}
	}
	return out
}

// beyond is how far the means of each picture's colours are at most from those of the other's neighbourhood.
func beyond(a, b sums, w window) [2]difference {
	most := [2]difference{{in: w.name}, {in: w.name}}
	small := uint32(w.tolerance) * w.area()
	lineA, lineB := make([]uint32, a.stride), make([]uint32, a.stride)
	for y := w.ry + neighbour; y < a.size.Y-w.ry-neighbour; y++ {
		lineA, lineB = a.line(lineA, y, w), b.line(lineB, y, w)
		for k := 3 * neighbour; k < len(lineA)-3*neighbour; k++ {
			v, other := lineA[k], lineB[k]
			if max(v, other)-min(v, other) <= small {
				continue // the neighbourhood can only be nearer
			}
			i := k + 3*w.rx
			for n, by := range [2]uint8{b.outside(uint8(v/w.area()), i, y, w), a.outside(uint8(other/w.area()), i, y, w)} {
				if by > most[n].by {
					most[n].by, most[n].x, most[n].y = by, i/3, y
				}
			}
		}
	}
	return most
}

func (w window) area() uint32 { return uint32((2*w.rx + 1) * (2*w.ry + 1)) }

// sums are a picture's red, green and blue, each added up over all that is above and to the left. The sum over any
// window is a matter of its corners.
type sums struct {
	size   image.Point
	stride int
	at     []uint32
}

func sumsOf(p *image.RGBA) sums {
	s := sums{size: p.Bounds().Size()}
	s.stride = 3 * (s.size.X + 1)
	s.at = make([]uint32, s.stride*(s.size.Y+1))
	for y := range s.size.Y {
		above, row := s.at[y*s.stride:][:s.stride], s.at[(y+1)*s.stride:][:s.stride]
		var left [3]uint32
		for x := range s.size.X {
			for c, v := range p.Pix[y*p.Stride+4*x:][:3] {
				left[c] += uint32(v)
				row[3*(x+1)+c] = above[3*(x+1)+c] + left[c]
			}
		}
	}
	return s
}

// line is the sums over the windows around all colours of a line that are far enough from its ends, put into room.
func (s sums) line(room []uint32, y int, w window) []uint32 {
	span, top, bottom := 3*(2*w.rx+1), (y-w.ry)*s.stride, (y+w.ry+1)*s.stride
	room = room[:s.stride-span]
	topLeft, topRight := s.at[top:][:len(room)], s.at[top+span:][:len(room)]
	left, right := s.at[bottom:][:len(room)], s.at[bottom+span:][:len(room)]
	for k := range room {
		room[k] = right[k] - left[k] - topRight[k] + topLeft[k]
	}
	return room
}

// around is the sum over the window around a pixel's colour: index i of line y.
func (s sums) around(i, y int, w window) uint32 {
	top, bottom := (y-w.ry)*s.stride+i, (y+w.ry+1)*s.stride+i
	left, right := -3*w.rx, 3*(w.rx+1)
	return s.at[bottom+right] - s.at[bottom+left] - s.at[top+right] + s.at[top+left]
}

// outside is how far a mean is from the range of those of the neighbourhood.
func (s sums) outside(v uint8, i, y int, w window) uint8 {
	low, high := uint8(255), uint8(0)
	for dy := -neighbour; dy <= neighbour; dy++ {
		for dx := -neighbour; dx <= neighbour; dx++ {
			n := uint8(s.around(i+3*dx, y+dy, w) / w.area())
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
