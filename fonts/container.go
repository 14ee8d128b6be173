package fonts

import (
	"encoding/binary"
	"errors"
	"slices"
)

// checkContainer looks at the font file's header and table directory (OpenType 1.9, "Table Directory") for
// what the PDF and the chart renderer cannot draw.
func checkContainer(data []byte) error {
	if len(data) < 12 {
		return errors.New("not a font: the file is too short")
	}
	switch string(data[:4]) {
	case "OTTO":
		return errors.New("an OpenType font with PostScript outlines (CFF) cannot be used; " +
			"take the family's static TTF")
	case "ttcf":
		return errors.New("a font collection (TTC) cannot be used; take the single static TTF")
	case "wOFF", "wOF2":
		return errors.New("a web font (WOFF) cannot be used; take the family's static TTF")
	case "\x00\x01\x00\x00", "true":
	default:
		return errors.New("not a TrueType font")
	}
	if 12+16*int(binary.BigEndian.Uint16(data[4:])) > len(data) {
		return errors.New("not a usable TrueType font: its table directory is cut off")
	}
	if tableOf(data, "fvar") != nil {
		return errors.New("a variable font cannot be used; take the family's static TTF of each weight")
	}
	return nil
}

// tableOf is a table of the font by its tag; nil when there is none or it lies outside of the file.
func tableOf(data []byte, tag string) []byte {
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := data[12+16*i:]
		if string(entry[:4]) != tag {
			continue
		}
		from, length := uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if from+length > uint64(len(data)) {
			return nil
		}
		return data[from : from+length]
	}
	return nil
}

// Unkerned is the font as charts drawn as pictures read it: without its table of pairs, of which they make no use.
// freetype (truetype.go, parseKern) refuses fonts such as Open Sans whose table is too large for the number that says
// how large.
func Unkerned(data []byte) []byte {
	out := slices.Clone(data)
	for i := range int(binary.BigEndian.Uint16(out[4:])) {
		if entry := out[12+16*i:]; string(entry[:4]) == "kern" {
			copy(entry, "\x00\x00\x00\x00")
		}
	}
	return out
}

// hasCmap4 tells whether the character map has a subtable of format 4 for Unicode (OpenType 1.9, "cmap").
func hasCmap4(cmap []byte) bool {
	if len(cmap) < 4 {
		return false
	}
	for i := range int(binary.BigEndian.Uint16(cmap[2:])) {
		if 12+8*i > len(cmap) {
			return false
		}
		entry := cmap[4+8*i:]
		platform, encoding := binary.BigEndian.Uint16(entry), binary.BigEndian.Uint16(entry[2:])
		at := uint64(binary.BigEndian.Uint32(entry[4:]))
		if (platform == 0 || platform == 3 && encoding == 1) && at+2 <= uint64(len(cmap)) &&
			binary.BigEndian.Uint16(cmap[at:]) == 4 {
			return true
		}
	}
	return false
}
