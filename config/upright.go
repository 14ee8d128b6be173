package config

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/draw"
	"image/jpeg"
)

// photo is a JPEG the way its camera says it is seen, without what else the camera and the programs after it say, such
// as where it was taken: a PDF would carry it to everyone.
func photo(data []byte) []byte { return silent(upright(data)) }

// silent leaves out the segments that hold Exif and XMP (APP1), press photos' notes (APP13), and comments.
func silent(data []byte) []byte {
	const (
		frame            = 4
		app1, app13, com = 0xe1, 0xed, 0xfe
	)
	if len(data) < 2 {
		return data
	}
	out := append([]byte(nil), data[:2]...)
	at := 2
	for at+frame <= len(data) && data[at] == 0xff {
		length := 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		kind := data[at+1]
		if kind == 0xda || length < frame || at+length > len(data) { // the picture itself begins
			break
		}
		if kind != app1 && kind != app13 && kind != com {
			out = append(out, data[at:at+length]...)
		}
		at += length
	}
	return append(out, data[at:]...)
}

// upright is a JPEG the way its camera says it is seen (Exif 2.32, 4.6.4, Orientation), which PDF knows nothing of. One
// that lies in the file as it is seen stays as it is.
func upright(data []byte) []byte {
	turn := orientation(exif(data))
	if turn < 2 || turn > 8 {
		return data
	}
	picture, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return data
	}
	var out bytes.Buffer
	const quality = 95
	if jpeg.Encode(&out, turned(picture, turn), &jpeg.Options{Quality: quality}) != nil {
		return data
	}
	return out.Bytes()
}

// turned is the picture seen upright: from 5 on its rows are columns; how both run differs.
func turned(picture image.Image, turn int) image.Image {
	width, height := picture.Bounds().Dx(), picture.Bounds().Dy()
	from := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(from, from.Bounds(), picture, picture.Bounds().Min, draw.Src)
	mirrored := turn == 2 || turn == 3 || turn == 7 || turn == 8
	flipped := turn == 3 || turn == 4 || turn == 6 || turn == 7
	size := image.Pt(width, height)
	if turn >= 5 {
		size = image.Pt(height, width)
	}
	to := image.NewRGBA(image.Rectangle{Max: size})
	for y := range height {
		for x := range width {
			at := image.Pt(x, y)
			if mirrored {
				at.X = width - 1 - x
			}
			if flipped {
				at.Y = height - 1 - y
			}
			if turn >= 5 {
				at.X, at.Y = at.Y, at.X
			}
			copy(to.Pix[to.PixOffset(at.X, at.Y):][:4], from.Pix[from.PixOffset(x, y):][:4])
		}
	}
	return to
}

// exif is what the JPEG's camera says of it, a TIFF file; nil when it says nothing.
func exif(data []byte) []byte {
	const mark, application, frame = 0xff, 0xe1, 4
	for at := 2; at+frame <= len(data) && data[at] == mark; {
		length := 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		kind := data[at+1]
		if kind == 0xda || length < frame || at+length > len(data) { // the picture itself begins
			return nil
		}
		if tiff, ok := bytes.CutPrefix(data[at+frame:at+length], []byte("Exif\x00\x00")); ok && kind == application {
			return tiff
		}
		at += length
	}
	return nil
}

// orientation is from 1, upright, to 8; 0 when it is not said (TIFF 6.0, section 8).
func orientation(tiff []byte) int {
	const header, entry, tag = 8, 12, 0x112
	if len(tiff) < header {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if string(tiff[:2]) == "II" {
		order = binary.LittleEndian
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 0
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < entry {
			return 0
		}
		if order.Uint16(entries) == tag {
			return int(order.Uint16(entries[8:]))
		}
		entries = entries[entry:]
	}
	return 0
}
