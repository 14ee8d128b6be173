package cos

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// TextOf is the text of a text string: the reverse of Text, for whatever way it was encoded (7.9.2.2).
func TextOf(s String) string {
	if rest, ok := strings.CutPrefix(string(s), "\xfe\xff"); ok {
		units := make([]uint16, 0, len(rest)/2)
		for i := 0; i+1 < len(rest); i += 2 {
			units = append(units, uint16(rest[i])<<8|uint16(rest[i+1]))
		}
		return string(utf16.Decode(units))
	}
	if rest, ok := strings.CutPrefix(string(s), "\xef\xbb\xbf"); ok {
		return strings.ToValidUTF8(rest, string(utf8.RuneError))
	}
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(docRune(s[i]))
	}
	return b.String()
}

// docRune is a character of PDFDocEncoding (annex D.3), which is Latin-1 but for two rows.
func docRune(c byte) rune {
	const (
		accents = "˘ˇˆ˙˝˛˚˜"
		marks   = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"
	)
	switch {
	case c >= 0x18 && c <= 0x1f:
		return []rune(accents)[c-0x18]
	case c >= 0x80 && c <= 0x9e:
		return []rune(marks)[c-0x80]
	case c == 0xa0:
		return '€'
	case c == 0x7f, c == 0x9f, c == 0xad:
		return utf8.RuneError
	}
	return rune(c)
}
