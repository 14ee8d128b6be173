package main

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/color/palette"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lysark/report/golden"
)

// Pictures that Go cannot write, of 32 by 24 pixels in the colour #C81E1E.
const (
	interlacedPNG = "iVBORw0KGgoAAAANSUhEUgAAACAAAAAYCAIAAAFjNlj1AAAAP0lEQVRIx2M8ISfHAANMDEgAhcNIhjKcqoiSoKJRVJTA6SqSTRrOGkZDaVQDtT" +
		"SQnJZo7qJRC0YtGLVgJFoAANWIB3ALRiqBAAAAAElFTkSuQmCC"
	progressiveJPEG = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGB" +
		"YUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wgARCAAY" +
		"ACADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAWAQEBAQAAAAAAAAAAAAAAAAAABgf/2gAMAwEAAhADEAAAAYCY3EAAAAAf/8" +
		"QAFBABAAAAAAAAAAAAAAAAAAAAMP/aAAgBAQABBQJP/8QAFBEBAAAAAAAAAAAAAAAAAAAAMP/aAAgBAwEBPwFP/8QAFBEBAAAAAAAAAAAAAAAA" +
		"AAAAMP/aAAgBAgEBPwFP/8QAFBABAAAAAAAAAAAAAAAAAAAAMP/aAAgBAQAGPwJP/8QAFBABAAAAAAAAAAAAAAAAAAAAMP/aAAgBAQABPyFP/9" +
		"oADAMBAAIAAwAAABD/AP8A/wD/AP8A/8QAFBEBAAAAAAAAAAAAAAAAAAAAMP/aAAgBAwEBPxBP/8QAFBEBAAAAAAAAAAAAAAAAAAAAMP/aAAgB" +
		"AgEBPxBP/8QAFBABAAAAAAAAAAAAAAAAAAAAMP/aAAgBAQABPxBP/9k="
	cmykJPEG = "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgWFB" +
		"gSFBUU/9sAQwEDBAQFBAUJBQUJFA0LDRQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU/8AAFAgAGAAg" +
		"BAERAAIRAQMRAQQRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAHCP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAWAQEBAQAAAAAAAAAAAAAAAAAABw" +
		"n/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AKAsbNxsAAAAAAAAAAAAAAAH/9k="
)

// TestPicturesComeOutRightOrAreRefused builds a slide with each picture. What is refused is told with its place.
func TestPicturesComeOutRightOrAreRefused(t *testing.T) {
	t.Parallel()
	red, half := color.NRGBA{200, 30, 30, 255}, color.NRGBA{200, 30, 30, 128}
	onWhite := color.NRGBA{227, 142, 142, 255}
	opaque := pngOf(t, filled(image.NewNRGBA(image.Rect(0, 0, 400, 300)), red))
	photo := jpegOf(t, filled(image.NewNRGBA(image.Rect(0, 0, 400, 300)), red))
	clear := append(color.Palette{half}, palette.WebSafe[:200]...)
	tests := []struct {
		name string
		data []byte
		want color.NRGBA // in the picture's middle
		told string      // when it is refused
	}{
		{"a PNG", opaque, red, ""},
		{"a PNG with alpha", pngOf(t, filled(image.NewNRGBA(image.Rect(0, 0, 400, 300)), half)), onWhite, ""},
		{"a PNG with 16 bits and alpha", pngOf(t, filled(image.NewNRGBA64(image.Rect(0, 0, 400, 300)), half)), onWhite, ""},
		{"a PNG with a palette with alpha", pngOf(t, image.NewPaletted(image.Rect(0, 0, 400, 300), clear)), onWhite, ""},
		{"an interlaced PNG", decoded(t, interlacedPNG), red, ""},
		{"a PNG with a chunk of no bytes", withEmptyChunk(opaque), red, ""},
		{"a grey PNG", pngOf(t, filled(image.NewGray(image.Rect(0, 0, 400, 300)), color.Gray{90})), color.NRGBA{90, 90, 90, 255}, ""},
		{"a JPEG", photo, red, ""},
		{"a grey JPEG", jpegOf(t, filled(image.NewGray(image.Rect(0, 0, 400, 300)), color.Gray{90})), color.NRGBA{90, 90, 90, 255}, ""},
		{"a progressive JPEG", decoded(t, progressiveJPEG), red, ""},
		{"a JPEG in RGB", inRGB(photo), color.NRGBA{81, 99, 214, 255}, ""}, // brightness and two colours, taken for red, green and blue
		{"a JPEG in CMYK", decoded(t, cmykJPEG), color.NRGBA{}, "is in CMYK, the colours of print"},
		{"a PNG with a wrong checksum", changed(opaque, len(opaque)-20), color.NRGBA{}, "is damaged"},
		{"a PNG that is cut off", opaque[:len(opaque)/2], color.NRGBA{}, "is damaged"},
		{"a PNG without its end", opaque[:len(opaque)-12], color.NRGBA{}, "is damaged"},
		{"the first bytes of a PNG", opaque[:20], color.NRGBA{}, "is not a picture that can be used"},
		{"a JPEG that is cut off", photo[:len(photo)/2], color.NRGBA{}, "is damaged"},
		{"a PNG of no size", noWidth(opaque), color.NRGBA{}, "is not a picture that can be used"},
		{"a GIF", gifOf(t), color.NRGBA{}, "is not a picture that can be used"},
		{"an empty file", nil, color.NRGBA{}, "is not a picture that can be used"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			pdf, told := buildWith(t, tt.data)
			switch {
			case tt.told != "":
				if !strings.HasPrefix(told, "deck.toml:5:18: error: ") || !strings.Contains(told, tt.told) || strings.Count(told, "error: ") != 1 {
					t.Errorf("got %s", told)
				}
			case pdf == "":
				t.Errorf("not built: %s", told)
			default:
				if got := middleOf(t, pdf); distance(got, tt.want) > 3 {
					t.Errorf("the middle is %v, want %v", got, tt.want)
				}
			}
		})
	}
}

// TestAPhotoIsShownTheWayTheCameraWasHeld: the picture has its own corner at the top left, seen as its camera says.
func TestAPhotoIsShownTheWayTheCameraWasHeld(t *testing.T) {
	t.Parallel()
	blue, red := color.NRGBA{30, 30, 200, 255}, color.NRGBA{200, 30, 30, 255}
	seen := image.NewNRGBA(image.Rect(0, 0, 480, 320))
	filled(seen, red)
	filled(seen.SubImage(image.Rect(0, 0, 240, 160)).(canvas), blue)
	right, told := buildWith(t, jpegOf(t, seen))
	if right == "" {
		t.Fatalf("not built: %s", told)
	}
	want := shown(t, right)
	tests := []struct {
		name string
		turn byte
		lies func(x, y int) (int, int) // where a point that is seen lies in the file
	}{
		{"upright", 1, func(x, y int) (int, int) { return x, y }},
		{"mirrored", 2, func(x, y int) (int, int) { return 479 - x, y }},
		{"upside down", 3, func(x, y int) (int, int) { return 479 - x, 319 - y }},
		{"upside down and mirrored", 4, func(x, y int) (int, int) { return x, 319 - y }},
		{"on its left side and mirrored", 5, func(x, y int) (int, int) { return y, x }},
		{"on its left side", 6, func(x, y int) (int, int) { return y, 479 - x }},
		{"on its right side and mirrored", 7, func(x, y int) (int, int) { return 319 - y, 479 - x }},
		{"on its right side", 8, func(x, y int) (int, int) { return 319 - y, x }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			size := image.Rect(0, 0, 480, 320)
			if tt.turn >= 5 {
				size = image.Rect(0, 0, 320, 480)
			}
			file := image.NewNRGBA(size)
			for y := range 320 {
				for x := range 480 {
					lx, ly := tt.lies(x, y)
					file.Set(lx, ly, seen.At(x, y))
				}
			}
			pdf, told := buildWith(t, turned(jpegOf(t, file), tt.turn))
			if pdf == "" {
				t.Fatalf("not built: %s", told)
			}
			got := shown(t, pdf)
			if got.Bounds() != want.Bounds() {
				t.Fatalf("the page is %v, want %v", got.Bounds(), want.Bounds())
			}
			for _, at := range []image.Point{{120, 80}, {240, 80}, {120, 200}, {240, 200}, {160, 130}} {
				a, b := color.NRGBAModel.Convert(got.At(at.X, at.Y)).(color.NRGBA), color.NRGBAModel.Convert(want.At(at.X, at.Y)).(color.NRGBA)
				if distance(a, b) > 3 {
					t.Errorf("at %v it is %v, want %v", at, a, b)
				}
			}
		})
	}
}

// turned is the JPEG with Exif that says how the camera was held.
func turned(data []byte, turn byte) []byte {
	exif := "\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string([]byte{turn}) + "\x00\x00\x00\x00\x00\x00"
	return slices.Concat(data[:2], []byte(exif), data[2:])
}

// TestALargePictureWithAlphaIsBuiltFast: fpdf alone takes it apart and packs it again, at a second and 140 MB a picture.
func TestALargePictureWithAlphaIsBuiltFast(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long")
	}
	large := image.NewNRGBA(image.Rect(0, 0, 2000, 1200))
	for i := range large.Pix {
		large.Pix[i] = uint8(i * i >> 8)
	}
	data := pngOf(t, large)
	golden.Within(t, 2*time.Second, func() { // a quarter of that was seen
		golden.Allocating(t, 80<<20, func() {
			if pdf, told := buildWith(t, data); pdf == "" {
				t.Fatalf("not built: %s", told)
			}
		})
	})
}

// buildWith builds a slide with the picture: the PDF, or what is told instead.
func buildWith(t *testing.T, picture []byte) (pdf, told string) {
	t.Helper()
	dir := t.TempDir()
	layout := "[deck]\ntitle = \"Prøve\"\n[[slide]]\nheadline = \"Bilde\"\nimage = { file = \"bilde\", alt = \"En flate i én farge\" }\n"
	for name, data := range map[string][]byte{"deck.toml": []byte(layout), "bilde": picture} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	ui := newUI(io.Discard, &out, func(string) string { return "" })
	pdf = filepath.Join(dir, "deck.pdf")
	if code := run([]string{"build", filepath.Join(dir, "deck.toml"), "-o", pdf}, ui); code != exitFine {
		pdf = ""
	}
	return pdf, strings.ReplaceAll(out.String(), dir+string(filepath.Separator), "")
}

// middleOf is the colour in the middle of the slide's picture.
func middleOf(t *testing.T, pdf string) color.NRGBA {
	t.Helper()
	img := shown(t, pdf)
	size := img.Bounds().Size()
	return color.NRGBAModel.Convert(img.At(size.X/2, size.Y*11/20)).(color.NRGBA)
}

// shown is the PDF's page as a reader shows it.
func shown(t *testing.T, pdf string) image.Image {
	t.Helper()
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed")
	}
	page := strings.TrimSuffix(pdf, ".pdf")
	if out, err := exec.Command("pdftoppm", "-r", "36", "-png", "-singlefile", pdf, page).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	data, err := os.ReadFile(page + ".png")
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func distance(a, b color.NRGBA) int {
	far := func(x, y uint8) int { return max(int(x), int(y)) - min(int(x), int(y)) }
	return max(far(a.R, b.R), far(a.G, b.G), far(a.B, b.B))
}

// canvas is a picture that can be drawn on.
type canvas interface {
	image.Image
	Set(x, y int, c color.Color)
}

func filled(img canvas, c color.Color) image.Image {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			img.Set(x, y, c)
		}
	}
	return img
}

func pngOf(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gifOf(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := gif.Encode(&b, image.NewPaletted(image.Rect(0, 0, 40, 30), palette.Plan9), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func decoded(t *testing.T, s string) []byte {
	t.Helper()
	data, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// changed is the file with one byte changed.
func changed(data []byte, at int) []byte {
	out := bytes.Clone(data)
	out[at] ^= 0xff
	return out
}

// inRGB is the JPEG with a mark that its colours are red, green and blue (Adobe Technical Note 5116).
func inRGB(data []byte) []byte {
	return slices.Concat(data[:2], []byte("\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"), data[2:])
}

// withEmptyChunk is the PNG with image data of no bytes before its own (PNG specification, 11.2.4).
func withEmptyChunk(data []byte) []byte {
	const header = 8 + 12 + 13
	return slices.Concat(data[:header], []byte("\x00\x00\x00\x00IDAT\x35\xaf\x06\x1e"), data[header:])
}

// noWidth is the PNG with a width of 0 in its header.
func noWidth(data []byte) []byte {
	out := bytes.Clone(data)
	clear(out[16:20])
	return out
}
