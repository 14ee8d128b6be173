package fonts

import (
	"encoding/binary"
	"errors"
)

// checkContainer looks at the font file's header and table directory (OpenType 1.9, "Table Directory") for
// what the PDF and the chart renderer cannot draw.
func checkContainer(data []byte) error {
	if len(data) < 12 {
		return errors.New("not a font: the file is too short")
	}
	switch string(data[:4]) {
	case "OTTO":
		return errors.New("an OpenType font with PostScript outlines (CFF) cannot be used; take the family's static TTF")
	case "ttcf":
		return errors.New("a font collection (TTC) cannot be used; take the single static TTF")
	case "wOFF", "wOF2":
		return errors.New("a web font (WOFF) cannot be used; take the family's static TTF")
	case "\x00\x01\x00\x00", "true":
	default:
		return errors.New("not a TrueType font")
	}
	tables := int(binary.BigEndian.Uint16(data[4:]))
	for i := range tables {
		at := 12 + 16*i
		if at+16 > len(data) {
			return errors.New("not a usable TrueType font: its table directory is cut off")
		}
		if string(data[at:at+4]) == "fvar" {
			return errors.New("a variable font cannot be used; take the family's static TTF of each weight")
		}
	}
	return nil
}
