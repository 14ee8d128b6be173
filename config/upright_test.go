package config

import (
	"bytes"
	"image"
	"image/jpeg"
	"testing"
)

func TestAPhotoDoesNotTellWhereItWasTaken(t *testing.T) {
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, image.NewGray(image.Rect(0, 0, 9, 5)), nil); err != nil {
		t.Fatal(err)
	}
	told := "\xff\xd8\xff\xe1\x00\x0eExif\x00\x00Bergen\xff\xed\x00\x08Bergen\xff\xfe\x00\x08Bergen" + plain.String()[2:]
	if got := photo([]byte(told)); !bytes.Equal(got, plain.Bytes()) {
		t.Errorf("%d bytes are left, want the %d without what the camera said:\n%q", len(got), plain.Len(), got[:min(len(got), 60)])
	}
}

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
		after, err := jpeg.DecodeConfig(bytes.NewReader(photo(data)))
		if err != nil || after.Width*after.Height != before.Width*before.Height {
			t.Errorf("%v: %d x %d, was %d x %d", err, after.Width, after.Height, before.Width, before.Height)
		}
	})
}
