package raster_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"lysark/charts/raster"
	"lysark/fonts"
	"lysark/report/scene"
)

// TestAWholePageIsDrawnWithItsPictures holds that size, ground and pictures come out, at any scale.
func TestAWholePageIsDrawnWithItsPictures(t *testing.T) {
	red := image.NewNRGBA(image.Rect(0, 0, 3, 3))
	for i := range red.Pix {
		red.Pix[i] = []uint8{200, 0, 0, 255}[i%4]
	}
	var logo bytes.Buffer
	if err := png.Encode(&logo, red); err != nil {
		t.Fatal(err)
	}
	family, err := fonts.SourceSans()
	if err != nil {
		t.Fatal(err)
	}
	page := scene.Page{
		Size: scene.Rect{W: 96, H: 54}, Background: scene.Color{R: 10, G: 20, B: 30},
		Items: []scene.Item{
			scene.Group{Items: []scene.Item{scene.Text{S: "Ås", At: scene.Point{X: 5, Y: 50}, Size: 10, Style: "regular", Color: scene.Color{R: 255}}}},
			scene.Image{Box: scene.Rect{X: 30, Y: 10, W: 20, H: 20}, Data: logo.Bytes(), Format: "png", Name: "logo.png"},
		},
	}
	for _, scale := range []float64{1, 2} {
		data, err := raster.Page(page, family, scale)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if got := img.Bounds().Size(); got != image.Pt(int(96*scale), int(54*scale)) {
			t.Errorf("the picture has %v pixels", got)
		}
		for at, want := range map[image.Point]color.NRGBA{{2, 2}: {10, 20, 30, 255}, {40, 20}: {200, 0, 0, 255}} {
			if got := color.NRGBAModel.Convert(img.At(int(float64(at.X)*scale), int(float64(at.Y)*scale))); got != want {
				t.Errorf("at %v it is %v, not %v", at, got, want)
			}
		}
	}
	page.Items = append(page.Items, scene.Image{Box: scene.Rect{W: 1, H: 1}, Data: []byte("none"), Name: "broken.png"})
	if _, err := raster.Page(page, family, 1); err == nil {
		t.Error("a picture that is none was drawn")
	}
}
