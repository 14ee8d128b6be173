package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"lysark/fonts"
	"lysark/report/output"
	"lysark/report/pdf/cos"
	"lysark/report/scene"
)

// sourceSans is read once for all tests.
var sourceSans = sync.OnceValues(fonts.SourceSans)

func family(t testing.TB) fonts.Family {
	t.Helper()
	f, err := sourceSans()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func info(t testing.TB) output.Info {
	return output.Info{Title: "Bruk av hjemmekontor", Author: "Finans Norge", Lang: "nb", Date: time.Date(2025, 11, 3, 0, 0, 0, 0, time.UTC), Fonts: family(t)}
}

func page(number int, items ...scene.Item) scene.Page {
	return scene.Page{Number: number, Size: scene.Rect{W: 960, H: 540}, Background: scene.Color{R: 255, G: 255, B: 255}, Items: items}
}

func text(s string) scene.Text {
	return scene.Text{S: s, At: scene.Point{X: 56, Y: 74}, Size: 20, Style: scene.Regular, Color: scene.Color{R: 255}}
}

func written(t testing.TB, pages ...scene.Page) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, pages, info(t)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func opened(t testing.TB, pdf []byte) *cos.File {
	t.Helper()
	f, err := cos.Read(pdf, cos.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if problems := f.Problems(); len(problems) > 0 {
		t.Fatalf("the file is broken: %s", strings.Join(problems, "; "))
	}
	return f
}

func catalogue(f *cos.File) cos.Dict { return f.Dict(f.Trailer()["Root"]) }

func pagesOf(f *cos.File) []cos.Dict {
	var out []cos.Dict
	for _, k := range f.Array(f.Dict(catalogue(f)["Pages"])["Kids"]) {
		out = append(out, f.Dict(k))
	}
	return out
}

// content is the operators of the first page.
func content(t testing.TB, pdf []byte) string {
	t.Helper()
	f := opened(t, pdf)
	data, err := f.Decode(f.Stream(pagesOf(f)[0]["Contents"]))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// pictures are the images of the file.
func pictures(f *cos.File) []*cos.Stream {
	var out []*cos.Stream
	for _, n := range f.Numbers() {
		if s, ok := f.Object(n).(*cos.Stream); ok && s.Dict["Subtype"] == cos.Name("Image") {
			out = append(out, s)
		}
	}
	return out
}

func TestTextIsKernedByTheFacesPairs(t *testing.T) {
	f := family(t).Regular
	got := content(t, written(t, page(1, text("To"))))
	want := fmt.Sprintf("[<0054>%s<006F>] TJ", strings.TrimSpace(string(appendNumbers(nil, -f.Kern('T', 'o')*1000))))
	if !strings.Contains(got, want) {
		t.Errorf("got %s, want %s in it", got, want)
	}
	if !strings.Contains(got, "1 0 0 rg 1 0 0 1 56 466 Tm") {
		t.Errorf("colour or place is wrong: %s", got)
	}
	plain := text("To")
	plain.Unkerned = true
	if got := content(t, written(t, page(1, plain))); !strings.Contains(got, "[<0054006F>] TJ") {
		t.Errorf("unkerned text is kerned: %s", got)
	}
}

func TestPathsAreFilledAndStroked(t *testing.T) {
	dashed := scene.Line(1.5, scene.Color{G: 255}, scene.Point{X: 10, Y: 40}, scene.Point{X: 60, Y: 40})
	dashed.Dash = []float64{2, 3}
	got := content(t, written(t, page(1,
		scene.Box(scene.Rect{X: 10, Y: 20, W: 30, H: 40}, scene.Color{B: 255}),
		dashed,
		scene.Disc(scene.Point{X: 100, Y: 100}, 10, scene.Color{}),
	)))
	for _, want := range []string{
		"q 0 0 1 rg 10 520 m 40 520 l 40 480 l 10 480 l h f Q",
		"q 0 1 0 RG 1.5 w 1 j [2 3] 0 d 10 500 m 60 500 l S Q",
		"110 440 m 110 440 l 110 434.477 105.523 430 100 430 c",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
}

func TestWhatAPDFSaysOfItself(t *testing.T) {
	f := opened(t, written(t, page(1, text("a"))))
	own, root := f.Dict(f.Trailer()["Info"]), catalogue(f)
	for what, got := range map[string]cos.Object{
		"Title": own["Title"], "Author": own["Author"], "CreationDate": own["CreationDate"], "ModDate": own["ModDate"],
		"Producer": own["Producer"], "Lang": root["Lang"], "MediaBox": f.Resolve(pagesOf(f)[0]["MediaBox"]),
		"DisplayDocTitle": f.Dict(root["ViewerPreferences"])["DisplayDocTitle"], "Marked": f.Dict(root["MarkInfo"])["Marked"],
	} {
		want := map[string]cos.Object{
			"Title": cos.String("Bruk av hjemmekontor"), "Author": cos.String("Finans Norge"), "Producer": cos.String("lysark"),
			"CreationDate": cos.String("D:20251103000000Z"), "ModDate": cos.String("D:20251103000000Z"), "Lang": cos.String("nb"),
			"MediaBox": cos.Array{0, 0, 960, 540}, "DisplayDocTitle": true, "Marked": true,
		}[what]
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s is %v, want %v", what, got, want)
		}
	}
}

func TestOnlyUsedFacesAreEmbeddedAndNoneIsChanged(t *testing.T) {
	f := family(t)
	before := slices.Clone(f.Regular.Bytes)
	var out bytes.Buffer
	if err := Write(&out, []scene.Page{page(1, text("abc"))}, output.Info{Fonts: f}); err != nil {
		t.Fatal(err)
	}
	resources := opened(t, out.Bytes())
	if n := len(resources.Dict(resources.Dict(pagesOf(resources)[0]["Resources"])["Font"])); n != 1 {
		t.Errorf("%d faces are embedded, one is used", n)
	}
	if !bytes.Equal(before, f.Regular.Bytes) {
		t.Error("the font's bytes were changed")
	}
	if out.Len() > 40_000 {
		t.Errorf("a page of three letters takes %d bytes: the font is not cut to what is used", out.Len())
	}
}

func TestWhatFpdfWouldDropOrPanicOnIsAnError(t *testing.T) {
	for name, tt := range map[string]struct {
		item scene.Item
		want string
	}{
		"an emoji":                  {text("fint 😀"), "U+1F600"},
		"a letter the font lacks":   {text("漢"), "U+6F22"},
		"bytes that are not UTF-8":  {text("\xff\xfe"), "not UTF-8"},
		"a picture without data":    {scene.Image{Box: scene.Rect{W: 1, H: 1}, Format: "png", Name: "logo.png"}, "logo.png"},
		"a picture that is damaged": {scene.Image{Box: scene.Rect{W: 1, H: 1}, Data: picture(t, 3, 3, color.White)[:40], Format: "png", Name: "logo.png"}, "logo.png"},
		"a JPEG that is not one":    {scene.Image{Box: scene.Rect{W: 1, H: 1}, Data: []byte("x"), Format: "jpeg", Name: "foto.jpg"}, "foto.jpg"},
	} {
		err := Write(io.Discard, []scene.Page{page(1), page(7, scene.Group{Items: []scene.Item{tt.item}})}, info(t))
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "slide 7") {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if err := Write(io.Discard, nil, info(t)); err == nil {
		t.Error("a PDF without pages is written")
	}
}

// picture is a PNG of one colour.
func picture(t testing.TB, w, h int, c color.Color) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		img.Set(i%w, i/w, c)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func placed(data []byte, format string) scene.Image {
	return scene.Image{Box: scene.Rect{X: 10, Y: 10, W: 20, H: 20}, Data: data, Format: format, Name: "x"}
}

func TestAPictureIsEmbeddedOnceHoweverOftenItIsShown(t *testing.T) {
	logo := placed(picture(t, 4, 4, color.NRGBA{200, 0, 0, 255}), "png")
	other := placed(picture(t, 4, 4, color.NRGBA{0, 200, 0, 255}), "png")
	pdf := written(t, page(1, logo), page(2, logo, other), page(3, logo))
	if n := len(pictures(opened(t, pdf))); n != 2 {
		t.Errorf("%d pictures are embedded, want 2", n)
	}
}

func TestTransparentPicturesAreFlattenedOnThePagesColour(t *testing.T) {
	half := picture(t, 2, 2, color.NRGBA{0, 0, 0, 128})
	if plainPNG(half) {
		t.Fatal("a transparent picture passes as opaque")
	}
	opaque, err := flatten(half, scene.Color{R: 255, G: 255, B: 255})
	if err != nil {
		t.Fatal(err)
	}
	img, _ := png.Decode(bytes.NewReader(opaque))
	if r, _, _, a := img.At(0, 0).RGBA(); r>>8 < 126 || r>>8 > 128 || a != 0xffff || !plainPNG(opaque) {
		t.Errorf("half black on white is %v", img.At(0, 0))
	}
	pdf := written(t, page(1, placed(half, "png")))
	if pictures(opened(t, pdf))[0].Dict["SMask"] != nil {
		t.Error("the picture keeps a mask")
	}
	var deep bytes.Buffer
	if err := png.Encode(&deep, image.NewRGBA64(image.Rect(0, 0, 2, 2))); err != nil {
		t.Fatal(err)
	}
	written(t, page(1, placed(deep.Bytes(), "png")))
}

func TestJPEGsPassThrough(t *testing.T) {
	var data bytes.Buffer
	if err := jpeg.Encode(&data, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	if pdf := written(t, page(1, placed(data.Bytes(), "jpeg"))); !bytes.Contains(pdf, data.Bytes()) {
		t.Error("the JPEG was encoded anew")
	}
}

// Pictures of one width come out of fpdf in the random order of a map unless they are told apart.
func TestSameInputSameBytes(t *testing.T) {
	var pages []scene.Page
	for i := range 12 {
		pages = append(pages, page(i+1, text(fmt.Sprintf("Side %d – To Ta", i)), placed(picture(t, 30, 20+i%3, color.NRGBA{uint8(20 * i), 0, 90, 255}), "png")))
	}
	first := written(t, pages...)
	for range 20 {
		if !bytes.Equal(written(t, pages...), first) {
			t.Fatal("two writes differ")
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	var pages []scene.Page
	for i := range 18 {
		pages = append(pages, page(i+1, text(strings.Repeat("Blåbærsyltetøy og To Ta ", 10)), placed(picture(b, 900, 700, color.NRGBA{uint8(10 * i), 0, 90, 255}), "png")))
	}
	meta := info(b)
	for b.Loop() {
		if err := Write(io.Discard, pages, meta); err != nil {
			b.Fatal(err)
		}
	}
}
