package difference_test

import (
	"bytes"
	"compress/zlib"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"
	"time"

	"lysark/report/golden"
	"lysark/report/pdf/cos"
	"lysark/report/pdf/difference"
	"lysark/report/scene"
)

func TestADeckThatIsCompressedAnewIsTheSame(t *testing.T) {
	deck := newDeck(t, 4)
	deck.info.Attachments = nil
	data := deck.bytes(t)
	for _, level := range []int{zlib.NoCompression, zlib.BestSpeed, zlib.BestCompression} {
		d := compared(t, data, recompressed(t, data, level))
		if d.Equal || !d.Same() {
			t.Errorf("level %d: %+v", level, d)
		}
	}
}

// recompressed writes a file's objects anew, all its streams at another level and without predictors.
func recompressed(t testing.TB, data []byte, level int) []byte {
	t.Helper()
	f, err := cos.Read(data, cos.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	b, refs := cos.NewBuilder(), map[int]cos.Ref{}
	for _, num := range f.Numbers() {
		refs[num] = b.Reserve()
	}
	var copied func(o cos.Object) cos.Object
	entries := func(d cos.Dict) cos.Dict {
		out := cos.Dict{}
		for k, v := range d {
			out[k] = copied(v)
		}
		return out
	}
	copied = func(o cos.Object) cos.Object {
		switch o := o.(type) {
		case cos.Ref:
			return refs[o.Num]
		case cos.Array:
			out := make(cos.Array, len(o))
			for i, e := range o {
				out[i] = copied(e)
			}
			return out
		case cos.Dict:
			return entries(o)
		case *cos.Stream:
			if o.Dict["Type"] == cos.Name("Metadata") { // which PDF/A does not want compressed
				return &cos.Stream{Dict: entries(o.Dict), Data: o.Data}
			}
			plain, err := f.Decode(o)
			if err != nil {
				t.Fatal(err)
			}
			d := entries(o.Dict)
			delete(d, "DecodeParms")
			d["Filter"] = cos.Name("FlateDecode")
			return &cos.Stream{Dict: d, Data: zipped(t, plain, level)}
		}
		return o
	}
	for _, num := range f.Numbers() {
		b.Set(refs[num], copied(f.Object(num)))
	}
	var out bytes.Buffer
	root, info := f.Trailer()["Root"].(cos.Ref), f.Trailer()["Info"].(cos.Ref)
	if err := b.Write(&out, refs[root.Num], refs[info.Num]); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func zipped(t testing.TB, data []byte, level int) []byte {
	var b bytes.Buffer
	z, err := zlib.NewWriterLevel(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = z.Write(data) // memory takes all
	_ = z.Close()
	return b.Bytes()
}

func TestOnePixelIsToldWithItsFigure(t *testing.T) {
	old, new := newDeck(t, 4), newDeck(t, 4)
	chart := func(spoilt bool) scene.Image {
		img := image.NewPaletted(image.Rect(0, 0, 200, 200), color.Palette{color.White, color.Black})
		if spoilt {
			img = image.NewPaletted(img.Rect, color.Palette{color.Black, color.RGBA{1, 2, 3, 255}, color.White})
			for i := range img.Pix {
				img.Pix[i] = 2
			}
			img.Set(50, 20, color.Black)
		}
		var b bytes.Buffer
		_ = png.Encode(&b, img) // memory takes all
		return scene.Image{Box: scene.Rect{X: 500, Y: 100, W: 200, H: 200}, Data: b.Bytes(), Format: "png"}
	}
	old.change(3, 3, func(g *scene.Group) { g.Items[0] = chart(false) })
	new.change(3, 3, func(g *scene.Group) { g.Items[0] = chart(true) })
	d := compared(t, old.bytes(t), new.bytes(t))
	var b bytes.Buffer
	if err := d.Text(&b, difference.Style{}); err != nil {
		t.Fatal(err)
	}
	want := "slide 3  Om arealbruk\n  image       picture \"Kakediagram om arealbruk: ja 68 %, nei 32 %.\" changed: 1 of its 40000 pixels, within 1 x 1 pt, 550 pt from the left and 120 pt from the top\n"
	if !strings.Contains(b.String(), want) || len(d.Slides) != 1 || d.Same() {
		t.Errorf("want %q, got\n%s", want, b.String())
	}
}

// painting is a page that paints one image.
func painting(t testing.TB, image func(b *cos.Builder) *cos.Stream) []byte {
	return foreign(t, "q 100 0 0 100 50 50 cm /R Do Q", func(b *cos.Builder, page cos.Dict) {
		page["Resources"] = cos.Dict{"XObject": cos.Dict{"R": b.Add(image(b))}}
	})
}

// picture4 is an image of 4 x 1 pixels; more is what its dictionary has beside.
func picture4(data string, bits int, space cos.Object, more cos.Dict) func(b *cos.Builder) *cos.Stream {
	return func(b *cos.Builder) *cos.Stream {
		d := cos.Dict{"Subtype": cos.Name("Image"), "Width": 4, "Height": 1, "BitsPerComponent": bits, "ColorSpace": space}
		for k, v := range more {
			if make, ok := v.(func(b *cos.Builder) *cos.Stream); ok {
				v = b.Add(make(b))
			}
			d[k] = v
		}
		return &cos.Stream{Dict: d, Data: []byte(data)}
	}
}

func TestPicturesAreComparedByWhatIsSeen(t *testing.T) {
	gray, rgb := cos.Name("DeviceGray"), cos.Name("DeviceRGB")
	palette := func(entries string) cos.Array {
		return cos.Array{cos.Name("Indexed"), rgb, len(entries)/3 - 1, cos.String(entries)}
	}
	flate := func(parms cos.Dict) cos.Dict {
		return cos.Dict{"Filter": cos.Name("FlateDecode"), "DecodeParms": parms}
	}
	zip := func(s string) string { return string(zipped(t, []byte(s), zlib.BestSpeed)) }
	grays := picture4("\x00\xff\xff\x00", 8, gray, nil)
	masked := func(mask string) func(b *cos.Builder) *cos.Stream {
		return picture4("\x00\xff\xff\x00", 8, gray, cos.Dict{"SMask": picture4(mask, 8, gray, nil)})
	}
	photo := func(data string) func(b *cos.Builder) *cos.Stream {
		return picture4(data, 8, rgb, cos.Dict{"Filter": cos.Name("DCTDecode")})
	}
	for name, tt := range map[string]struct {
		old, new func(b *cos.Builder) *cos.Stream
		told     string // empty: nothing
	}{
		"Flate":                        {grays, picture4(zip("\x00\xff\xff\x00"), 8, gray, flate(nil)), ""},
		"PNG's predictor":              {grays, picture4(zip("\x01\x00\xff\x00\x01"), 8, gray, flate(cos.Dict{"Predictor": 15, "Columns": 4})), ""},
		"TIFF's predictor":             {grays, picture4(zip("\x00\xff\x00\x01"), 8, gray, flate(cos.Dict{"Predictor": 2, "Columns": 4})), ""},
		"hexadecimal digits":           {grays, picture4("00FFFF00>", 8, gray, cos.Dict{"Filter": cos.Name("ASCIIHexDecode")}), ""},
		"fewer bits":                   {grays, picture4("\x60", 1, gray, nil), ""},
		"a palette":                    {picture4("abcdefabcdef", 8, rgb, nil), picture4("\x00\x01\x00\x01", 8, palette("abcdef"), nil), ""},
		"another palette":              {picture4("\x00\x01\x00\x01", 8, palette("abcdef"), nil), picture4("\x44", 2, palette("defabc"), nil), ""},
		"a mask, compressed":           {masked("abcd"), picture4("\x00\xff\xff\x00", 8, gray, cos.Dict{"SMask": picture4(zip("abcd"), 8, gray, flate(nil))}), ""},
		"more than its samples":        {grays, picture4("\x00\xff\xff\x00and more", 8, gray, nil), ""},
		"one pixel":                    {grays, picture4("\x00\xff\xfe\x00", 8, gray, nil), "25 % of its pixels, within 25 x 100 pt, 100 pt from the left and 390 pt from the top"},
		"one entry of the palette":     {picture4("\x00\x01\x00\x01", 8, palette("abcdef"), nil), picture4("\x00\x01\x00\x01", 8, palette("abcdeg"), nil), "50 % of its pixels"},
		"one pixel of the mask":        {masked("abcd"), masked("abcc"), "25 % of its pixels, within 25 x 100 pt, 125 pt from the left"},
		"a mask that came":             {grays, masked("\xff\xff\xff\xff"), "its colours or its mask are of another kind"},
		"another colour space":         {grays, picture4("\x00\xff\xff\x00", 8, cos.Name("CalGray"), nil), "its colours or its mask are of another kind"},
		"black for white":              {grays, picture4("\x00\xff\xff\x00", 8, gray, cos.Dict{"Decode": cos.Array{1, 0}}), "its colours or its mask are of another kind"},
		"a colour that is not painted": {grays, picture4("\x00\xff\xff\x00", 8, gray, cos.Dict{"Mask": cos.Array{0, 0}}), "its colours or its mask are of another kind"},
		"another size":                 {grays, picture4("\x00\xff\xff\x00", 8, gray, cos.Dict{"Width": 2, "Height": 2}), "it is 2 x 2 pixels, and was 4 x 1"},
		"samples that are not there":   {grays, picture4("\x00\xff\xff", 8, gray, nil), "its bytes are others, but it is not decoded and may look the same"},
		"a photograph":                 {photo("abc"), photo("abd"), "its bytes are others, but it is not decoded and may look the same"},
		"a stencil":                    {picture4("\x60", 1, nil, cos.Dict{"ImageMask": true}), picture4("\x70", 1, nil, cos.Dict{"ImageMask": true}), "25 % of its pixels"},
	} {
		d := compared(t, painting(t, tt.old), painting(t, tt.new))
		var b bytes.Buffer
		if err := d.Text(&b, difference.Style{}); err != nil {
			t.Fatal(err)
		}
		if d.Same() != (tt.told == "") || !strings.Contains(b.String(), tt.told) {
			t.Errorf("%s: want %q, got\n%s", name, tt.told, b.String())
		}
	}
}

func TestHostilePicturesCostNeitherTimeNorRoom(t *testing.T) {
	bombs := map[byte][]byte{}
	for _, fill := range []byte{0, 1} {
		bombs[fill] = zipped(t, bytes.Repeat([]byte{fill}, 100<<20), zlib.BestSpeed)
	}
	hostile := func(width, height, bits int, fill byte, times int) func(b *cos.Builder) *cos.Stream {
		data := bombs[fill]
		filters := cos.Array{cos.Name("FlateDecode")}
		for range times {
			data, filters = zipped(t, data, zlib.BestCompression), append(filters, cos.Name("FlateDecode"))
		}
		return func(*cos.Builder) *cos.Stream {
			return &cos.Stream{Dict: cos.Dict{"Subtype": cos.Name("Image"), "Width": width, "Height": height, "BitsPerComponent": bits, "ColorSpace": cos.Name("DeviceRGB"), "Filter": filters}, Data: data}
		}
	}
	for name, tt := range map[string]struct {
		old, new func(b *cos.Builder) *cos.Stream
	}{
		"100000 x 100000 pixels":       {hostile(100_000, 100_000, 8, 0, 0), hostile(100_000, 100_000, 8, 1, 0)},
		"a number that is none":        {hostile(1<<31-1, 1<<31-1, 16, 0, 0), hostile(1<<31-1, 1<<31-1, 16, 1, 0)},
		"rows without end":             {hostile(1<<30, 1, 8, 0, 0), hostile(1<<30, 1, 8, 1, 0)},
		"bombs as large as they say":   {hostile(10_000, 9000, 8, 0, 0), hostile(10_000, 9000, 8, 1, 0)},
		"bombs in bombs":               {hostile(1000, 1000, 8, 0, 2), hostile(1000, 1000, 8, 1, 2)},
		"as much as there is room for": {hostile(10_000, 1000, 8, 0, 1), hostile(10_000, 1000, 8, 1, 1)},
	} {
		old, new := read(t, painting(t, tt.old)), read(t, painting(t, tt.new))
		t.Run(name, func(t *testing.T) {
			golden.Within(t, 5*time.Second, func() {
				golden.Allocating(t, 50<<20, func() {
					if d := difference.Compare(old, new); d.Same() {
						t.Errorf("%+v", d)
					}
				})
			})
		})
	}
}

func TestPagesOfNothingButPicturesAreKnownByThem(t *testing.T) {
	scanned := func(shades ...uint8) []byte {
		d := newDeck(t, 0)
		for i, shade := range shades {
			p := slide("bilder")
			p.Number, p.Title, p.Outline, p.Items = i+1, "", scene.Outline{}, []scene.Item{group(scene.Artifact, picture(shade))}
			d.pages = append(d.pages, p)
		}
		d.info.Attachments = nil
		return d.bytes(t)
	}
	d := compared(t, scanned(10, 20, 30), recompressed(t, scanned(10, 15, 20, 30), zlib.BestCompression))
	if len(d.Slides) != 1 || d.Slides[0].What != difference.Came || d.Slides[0].New.Number != 2 {
		t.Errorf("%+v", d)
	}
}
