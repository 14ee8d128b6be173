package sav

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// charset reads the texts of a file. All the sets of characters that SPSS writes have ASCII in its place.
type charset struct {
	name    string
	decoder *encoding.Decoder // nil for UTF-8
	unsaid  bool

	guessed bool // a text was met that could be read in other ways
	garbled bool // a text was met with bytes that no letter has
}

// chooseCharset takes what the caller knows, then the name that the file gives (subtype 20), then the number of its
// code page (subtype 3). Older versions of SPSS write that it is ASCII, whatever it is.
func (d *dictionary) chooseCharset(opts Options) charset {
	if opts.Encoding != "" {
		c, ok := charsetOf(opts.Encoding)
		if !ok {
			d.err = &Error{Message: "there is no encoding " + strconv.Quote(opts.Encoding),
				Hint: `name it as SPSS does, such as "windows-1252" or "utf-8"`}
		}
		return c
	}
	said := ""
	d.eachInfo(3, func(c *cursor) {
		c.take(28)
		if page := c.int32(); page > 3 {
			said = strconv.Itoa(int(page))
		}
	})
	d.eachInfo(20, func(c *cursor) {
		if name := strings.Trim(string(c.data), "\x00 "); name != "" && !strings.EqualFold(name, "US-ASCII") {
			said = name
		}
	})
	if c, ok := charsetOf(said); ok {
		return c
	}
	if said != "" {
		d.odd(&Error{Message: "the encoding " + strconv.Quote(said) + " of the SPSS file is not known",
			Hint: "open it in SPSS and save it with Unicode on (Edit > Options > Language)"})
	}
	return charset{name: "utf-8", unsaid: true}
}

// charsetOf knows an encoding by name, or by the number of its code page, alone or behind letters: "CP850".
func charsetOf(name string) (charset, bool) {
	name = strings.ToLower(name)
	page, _ := strconv.Atoi(strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyz-_ "))
	e, html := pageOf(page)
	if e == nil {
		if html == "" {
			html = name
		}
		var err error
		if e, err = htmlindex.Get(html); err != nil {
			return charset{}, false
		}
	}
	known, err := htmlindex.Name(e)
	if err != nil {
		known = "cp" + strconv.Itoa(page)
	}
	if known == "utf-8" {
		return charset{name: known}, true
	}
	return charset{name: known, decoder: e.NewDecoder()}, true
}

// pageOf are the code pages whose numbers are not in their names elsewhere.
func pageOf(page int) (e encoding.Encoding, name string) {
	switch page {
	case 437:
		return charmap.CodePage437, ""
	case 850:
		return charmap.CodePage850, ""
	case 852:
		return charmap.CodePage852, ""
	case 858:
		return charmap.CodePage858, ""
	case 865:
		return charmap.CodePage865, ""
	case 932:
		return nil, "shift_jis"
	case 936:
		return nil, "gbk"
	case 949:
		return nil, "euc-kr"
	case 950:
		return nil, "big5"
	case 10000:
		return nil, "macintosh"
	case 65001:
		return nil, "utf-8"
	case 874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258:
		return nil, "windows-" + strconv.Itoa(page)
	}
	if page > 28590 && page <= 28606 {
		return nil, "iso-8859-" + strconv.Itoa(page-28590)
	}
	return nil, ""
}

// text is a text of the file without the blanks at its end.
func (c *charset) text(raw []byte) string { return string(c.append(nil, raw)) }

// append writes a text without the blanks at its end.
func (c *charset) append(dst, raw []byte) []byte {
	raw = bytes.TrimRight(raw, " \x00")
	if !isBeyondASCII(raw) {
		return append(dst, raw...)
	}
	c.guessed = c.unsaid
	text, decoder := withoutHalf(raw), c.decoder
	if c.unsaid && !utf8.Valid(text) {
		decoder = charmap.Windows1252.NewDecoder()
	}
	if decoder != nil {
		if decoded, err := decoder.Bytes(raw); err == nil {
			text = decoded
		}
	}
	start := len(dst)
	dst = append(dst, bytes.ToValidUTF8(text, []byte("\ufffd"))...)
	c.garbled = c.garbled || bytes.Contains(dst[start:], []byte("\ufffd"))
	return dst
}

func isBeyondASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// withoutHalf takes off a letter that a text was too narrow for: SPSS cuts at a number of bytes.
func withoutHalf(b []byte) []byte {
	for i := 1; i <= min(utf8.UTFMax-1, len(b)); i++ {
		if end := b[len(b)-i:]; utf8.RuneStart(end[0]) {
			if !utf8.FullRune(end) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}
