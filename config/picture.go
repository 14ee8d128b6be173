package config

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // pictures may be either
	_ "image/png"

	"lysark/config/diag"
	"lysark/config/keys"
)

// picture reads a PNG or JPEG and checks that it can be embedded.
func picture(t *keys.Table, named Str) (data []byte, format string) {
	data, ok := t.Bytes(named)
	if !ok {
		return nil, ""
	}
	name := keys.Beside(named.Pos.File, named.V)
	size, format, err := image.DecodeConfig(bytes.NewReader(data))
	const most, mostPixels = 10_000, 40_000_000
	switch {
	case err != nil || (format != "png" && format != "jpeg"):
		t.Errorf(named.Pos, diag.BadFile, "save it as PNG or JPEG", "%q is not a picture that can be used", name)
	case size.ColorModel == color.CMYKModel: // without the press's profile its colours are anyone's guess
		t.Errorf(named.Pos, diag.BadFile, "save it as RGB", "the picture %q is in CMYK, the colours of print", name)
	case max(size.Width, size.Height) > most, size.Width*size.Height > mostPixels, min(size.Width, size.Height) == 0:
		t.Errorf(named.Pos, diag.BadFile, "make it smaller; 2000 pixels are plenty for a slide",
			"the picture %q has %d x %d pixels; at most %d on a side and %d million in all are read",
			name, size.Width, size.Height, most, mostPixels/1_000_000)
	case !whole(data):
		t.Errorf(named.Pos, diag.BadFile, "save it again", "the picture %q is damaged", name)
	case format == "jpeg":
		return photo(data), format
	default:
		return data, format
	}
	return nil, ""
}

// whole tells whether the picture decodes to its end.
func whole(data []byte) bool {
	_, _, err := image.Decode(bytes.NewReader(data))
	return err == nil
}
