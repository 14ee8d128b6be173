package config

import (
	"bytes"
	"image"
	"image/jpeg"
	"testing"
)

// FuzzUpright: whatever a file says of its camera, what comes out is the file or a JPEG as large.
func FuzzUpright(f *testing.F) {
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, image.NewGray(image.Rect(0, 0, 9, 5)), nil); err != nil {
		f.Fatal(err)
	}
	f.Add([]byte("\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"))
	f.Add([]byte("\xff\xe1\x00\x10Exif\x00\x00II*\x00\xff\xff\xff\xff"))
	f.Add([]byte("\xff\xe1\x00\x00"))
	f.Fuzz(func(t *testing.T, segment []byte) {
		data := append(append([]byte("\xff\xd8"), segment...), plain.Bytes()[2:]...)
		before, err := jpeg.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			return
		}
		after, err := jpeg.DecodeConfig(bytes.NewReader(upright(data)))
		if err != nil || after.Width*after.Height != before.Width*before.Height {
			t.Errorf("%v: %d x %d, was %d x %d", err, after.Width, after.Height, before.Width, before.Height)
		}
	})
}
