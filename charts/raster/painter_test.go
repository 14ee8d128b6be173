package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"sync"
	"testing"

	"lysark/charts"
	"lysark/fonts"
	"lysark/report/locale"
	"lysark/report/scene"
)

func houseFamily(t testing.TB) fonts.Family {
	t.Helper()
	family, err := fonts.SourceSans()
	if err != nil {
		t.Fatal(err)
	}
	return family
}

// shares is a chart of the shares of each series, named by letters.
func shares(kind charts.Kind, series ...[]float64) charts.Chart {
	c := charts.Chart{Kind: kind, Percent: true, TopBox: 2, TopName: "Enig", Alt: "x"}
	for i, values := range series {
		s := charts.Series{Name: string(rune('a' + i))}
		for _, v := range values {
			s.Values = append(s.Values, charts.Value{V: v})
		}
		c.Series = append(c.Series, s)
	}
	for i := range series[0] {
		c.Categories = append(c.Categories, string(rune('A'+i))+" er bra")
	}
	return c
}

func drawn(t testing.TB, c charts.Chart) scene.Group {
	t.Helper()
	nb, _ := locale.For("nb")
	g, list := charts.Draw(c, scene.Rect{X: 500, Y: 100, W: 430, H: 370}, charts.Style{
		Fonts: houseFamily(t), Locale: nb, Page: scene.Color{R: 255, G: 255, B: 255},
		Accent: scene.Color{R: 19, G: 117, B: 138}, Pale: scene.Color{R: 201, G: 209, B: 217},
		TitleSize: 16, LabelSize: 14, ValueSize: 16, MinSize: 10,
	})
	if list.HasErrors() {
		t.Fatal(list)
	}
	return g
}

func painter(t testing.TB) *Painter {
	t.Helper()
	r, err := NewPainter(houseFamily(t))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func picture(t *testing.T, items ...scene.Item) image.Image {
	t.Helper()
	data, err := painter(t).PNG(scene.Group{Box: scene.Rect{X: 10, Y: 20, W: 200, H: 100}, Items: items}, scene.Color{R: 255, G: 255, B: 255}, 2)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func dark(c color.Color) bool { r, _, _, _ := c.RGBA(); return r < 0x8000 }

// ink is the box of all dark pixels.
func ink(img image.Image) image.Rectangle {
	var out image.Rectangle
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if dark(img.At(x, y)) {
				out = out.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return out
}

func TestTextIsAsLargeAsMeasured(t *testing.T) {
	f := houseFamily(t).Regular
	img := picture(t, scene.Text{S: "H", At: scene.Point{X: 50, Y: 100}, Size: 40, Style: scene.Regular})
	if got, want := float64(ink(img).Dy()), f.Metrics().CapHeight*40*2; math.Abs(got-want) > 1.5 {
		t.Errorf("H is %v pixels high, want %v", got, want)
	}
	wide := picture(t, scene.Text{S: "HHHHHHHH", At: scene.Point{X: 20, Y: 100}, Size: 20, Style: scene.Regular})
	if got, want := float64(ink(wide).Dx()), f.AdvanceUnkerned("HHHHHHHH", 20)*2; got > want || got < want-12 {
		t.Errorf("eight H are %v pixels wide, measured %v", got, want)
	}
}

func TestDiscsAreRound(t *testing.T) {
	img := picture(t, scene.Disc(scene.Point{X: 110, Y: 70}, 40, scene.Color{}))
	for _, angle := range []float64{0, math.Pi / 4, math.Pi / 2, 2, 3, 4, 5} {
		at := func(r float64) color.Color {
			return img.At(int(200+r*math.Cos(angle)), int(100+r*math.Sin(angle)))
		}
		if !dark(at(78)) || dark(at(82.5)) {
			t.Errorf("at %.2f rad the edge is not at 80 pixels", angle)
		}
	}
}

func TestBoxesHaveCrispEdges(t *testing.T) {
	img := picture(t, scene.Box(scene.Rect{X: 30.3, Y: 40.1, W: 50.2, H: 0.5}, scene.Color{}))
	for y := range img.Bounds().Dy() {
		if r, _, _, _ := img.At(80, y).RGBA(); r != 0 && r != 0xffff {
			t.Errorf("the hairline is grey at %d", y)
		}
	}
	if h := ink(img).Dy(); h != 1 {
		t.Errorf("the hairline of half a point is %d pixels high", h)
	}
}

func TestHairlinesAreAsHeavyAsTheyAreWide(t *testing.T) {
	for _, tt := range []struct{ width, want float64 }{{0.1, 1}, {0.5, 1}, {0.75, 1.5}, {1, 2}, {1.25, 2.5}, {2, 4}} { // pt, pixels
		img := picture(t, scene.Box(scene.Rect{X: 30, Y: 40.3, W: 50, H: tt.width}, scene.Color{}))
		got := 0.0
		for y := range img.Bounds().Dy() {
			r, _, _, _ := img.At(80, y).RGBA()
			got += 1 - float64(r)/0xffff
		}
		if math.Abs(got-tt.want) > 0.02 {
			t.Errorf("a line of %v pt covers %.2f pixels, want %v", tt.width, got, tt.want)
		}
	}
}

func TestWhatWouldHangGoChartIsRefused(t *testing.T) {
	r := painter(t)
	black := scene.Color{}
	dashed := scene.Line(1, black, scene.Point{}, scene.Point{X: 50})
	dashed.Dash = []float64{0, 0}
	for name, it := range map[string]scene.Item{
		"a line to infinity":       scene.Line(1, black, scene.Point{}, scene.Point{X: math.Inf(1)}),
		"a line to no number":      scene.Line(1, black, scene.Point{}, scene.Point{X: math.NaN()}),
		"a line too far":           scene.Line(1, black, scene.Point{}, scene.Point{X: 1e12}),
		"dashes of no length":      dashed,
		"an endless arc":           scene.Sector(scene.Point{}, 0, 10, 0, math.Inf(1), black),
		"a disc of no number":      scene.Disc(scene.Point{}, math.NaN(), black),
		"letters of infinite size": scene.Text{S: "a", Size: math.Inf(1)},
		"a picture in a chart":     scene.Image{},
	} {
		if _, err := r.PNG(scene.Group{Box: scene.Rect{W: 50, H: 50}, Items: []scene.Item{it}}, black, 2); err == nil {
			t.Errorf("%s is drawn", name)
		}
	}
	for _, box := range []scene.Rect{{}, {W: math.NaN(), H: 5}, {W: 1e9, H: 5}} {
		if _, err := r.PNG(scene.Group{Box: box, Items: []scene.Item{scene.Text{S: "a", Size: 10}}}, black, 2); err == nil && box != (scene.Rect{}) {
			t.Errorf("an image of %v is drawn", box)
		}
	}
}

func TestPicturesAreOpaqueAndPalettedWhenNothingIsLost(t *testing.T) {
	g := drawn(t, shares(charts.Pie, []float64{60, 40}))
	data, err := painter(t).PNG(g, scene.Color{R: 255, G: 255, B: 255}, 2)
	if err != nil {
		t.Fatal(err)
	}
	if kind := data[25]; kind != 3 || bytes.Contains(data, []byte("tRNS")) {
		t.Errorf("colour type %d, want 3 without transparency", kind)
	}
	gradient := image.NewRGBA(image.Rect(0, 0, 256, 256))
	for i := range 256 * 256 {
		gradient.SetRGBA(i%256, i/256, color.RGBA{uint8(i % 256), uint8(i / 256), 90, 255})
	}
	var out bytes.Buffer
	if err := encode(&out, gradient); err != nil {
		t.Fatal(err)
	}
	if kind := out.Bytes()[25]; kind != 2 {
		t.Errorf("a gradient is squeezed into a palette (colour type %d)", kind)
	}
	if back, _ := png.Decode(&out); back.At(200, 100) != (color.RGBA{200, 100, 90, 255}) {
		t.Error("a colour of the gradient has changed")
	}
}

func TestChartsCanBeDrawnInParallelAndComeOutTheSame(t *testing.T) {
	g := drawn(t, shares(charts.Donut, []float64{60, 30, 10}))
	r := painter(t)
	out := make([][]byte, 8)
	var wg sync.WaitGroup
	for i := range out {
		wg.Go(func() { out[i], _ = r.PNG(g, scene.Color{R: 255, G: 255, B: 255}, 2) })
	}
	wg.Wait()
	for i := range out {
		if len(out[i]) == 0 || !bytes.Equal(out[i], out[0]) {
			t.Errorf("drawing %d differs", i)
		}
	}
}

func TestRasterizeKeepsRoleAlternativeTextAndPlace(t *testing.T) {
	g := drawn(t, shares(charts.Pie, []float64{60, 40}))
	g.Name, g.Alt = "slide-02-1", "Ja 60 %"
	pages := []scene.Page{{Number: 2, Size: scene.Rect{W: 960, H: 540}, Items: []scene.Item{scene.Group{Role: scene.H2}, g}}}
	out, err := Charts(pages, houseFamily(t), 2)
	if err != nil {
		t.Fatal(err)
	}
	got := out[0].Items[1].(scene.Group)
	img := got.Items[0].(scene.Image)
	if got.Role != scene.Figure || got.Alt != g.Alt || got.Box != g.Box || img.Box != g.Box || img.Format != "png" {
		t.Errorf("got %+v", got)
	}
	if _, still := pages[0].Items[1].(scene.Group).Items[0].(scene.Image); still {
		t.Error("the given pages were changed")
	}
}

func BenchmarkRaster(b *testing.B) {
	r := painter(b)
	level := func(share float64) []float64 { return []float64{share, share, share, share} }
	for _, c := range []charts.Chart{
		shares(charts.Pie, []float64{60, 30, 10}),
		shares(charts.Column, []float64{6, 81, 13}),
		shares(charts.Likert, level(10), level(20), level(30), level(25), level(15)),
	} {
		b.Run(string(c.Kind), func(b *testing.B) {
			g := drawn(b, c)
			for b.Loop() {
				if _, err := r.PNG(g, scene.Color{R: 255, G: 255, B: 255}, 2); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestLettersThatReachBeyondTheBoxAreWhole(t *testing.T) {
	draw := func(y float64) image.Rectangle {
		return ink(picture(t, scene.Text{S: "Åg", At: scene.Point{X: 100, Y: y}, Width: 40, Ascent: 30, Descent: 8, Size: 40, Style: scene.Semibold}))
	}
	whole := draw(70).Size()
	for _, y := range []float64{50, 115} { // the box is from 20 to 120
		if got := draw(y).Size(); got != whole {
			t.Errorf("on the baseline %v the letters have %v pixels, want %v", y, got, whole)
		}
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

func TestThePictureOfAGroupIsPlacedPixelByPixel(t *testing.T) {
	g := scene.Group{Role: scene.Figure, Name: "x", Box: scene.Rect{X: 10.3, Y: 20.1, W: 200.2, H: 99.9}, Items: []scene.Item{
		scene.Text{S: "Åg", At: scene.Point{X: 11, Y: 30}, Width: 40, Ascent: 30, Descent: 8, Size: 40, Style: scene.Semibold},
	}}
	pages, err := Charts([]scene.Page{{Items: []scene.Item{g}}}, houseFamily(t), 2)
	if err != nil {
		t.Fatal(err)
	}
	placed := pages[0].Items[0].(scene.Group).Items[0].(scene.Image)
	size, err := png.DecodeConfig(bytes.NewReader(placed.Data))
	if err != nil {
		t.Fatal(err)
	}
	if !near(placed.Box.W*2, float64(size.Width)) || !near(placed.Box.H*2, float64(size.Height)) {
		t.Errorf("%d x %d pixels are stretched over %v", size.Width, size.Height, placed.Box)
	}
	if x := (g.Box.X - placed.Box.X) * 2; !near(x, math.Round(x)) || !placed.Box.Contains(g.Box) {
		t.Errorf("the picture at %v does not begin a whole pixel before the box", placed.Box)
	}
}

func TestALineHasRoundCorners(t *testing.T) {
	corner := scene.Point{X: 110, Y: 60}
	img := picture(t, scene.Line(20, scene.Color{}, scene.Point{X: 60, Y: 110}, corner, scene.Point{X: 160, Y: 110}))
	top := ink(img).Min.Y
	if want := int((corner.Y - 10 - 20) * 2); top < want-1 || top > want+1 {
		t.Errorf("the corner ends at %d, want %d", top, want)
	}
}
