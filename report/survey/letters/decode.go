// Package letters turns the bytes of a text file into UTF-8. It takes a file of answers or a list of members as it lies
// on the disk, finds out how its letters are stored, and tells a file that is no table of text at all by what it is.
// Package survey calls it for CSV.
package letters

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"lysark/config/diag"
)

// Asked is what the layout says of the letters.
type Asked struct {
	Encoding string   // a name of Names; empty: find out
	Pos      diag.Pos // where the layout names the file
	IsList   bool     // whoever reads it tells of the letters of each row
	Found    *string  // is set to the encoding that the layout can say, where one was found out that is told of
}

// Decode turns the bytes into UTF-8 without a byte-order mark. UTF-8 is told by its mark or by being valid, UTF-16 by
// its mark or by the bytes that are 0; what is neither valid nor damaged UTF-8 is of one byte a letter. Of those it is
// Windows-1252, which older Excels and many web tools save, unless the words clearly say otherwise, which is told.
func Decode(file string, data []byte, asked Asked, list *diag.List) ([]byte, bool) {
	at := diag.Pos{File: file, Line: 1, Col: 1}
	if text, is, valid := fromUTF16(data); is {
		if !valid {
			list.Errorf(at, diag.BadFile, "save it as CSV (UTF-8)", "the file is not valid UTF-16")
			return nil, false
		}
		data = text
	}
	if what, hint := stranger(data); what != "" {
		list.Errorf(at, diag.BadFile, hint, "this is %s, not a table", what)
		return nil, false
	}
	if bytes.IndexByte(data, 0) >= 0 {
		list.Errorf(at, diag.BadFile, "save it as CSV (UTF-8)", "this is not a text file")
		return nil, false
	}
	marked := bytes.HasPrefix(data, []byte(mark))
	data = bytes.TrimPrefix(data, []byte(mark))
	valid := utf8.Valid(data)
	switch name, isOld := title(asked.Encoding); {
	case valid && !isOld:
		if !asked.IsList {
			tellLost(file, data, list)
		}
		return data, true
	case valid && (marked || !isASCII(data)):
		list.Errorf(asked.Pos, diag.BadValue, "take the encoding out of the layout",
			"the file %s is UTF-8, not %s as the layout says", file, name)
		return nil, false
	case !valid && (marked || asked.Encoding == "utf-8"):
		list.Errorf(firstInvalid(file, data), diag.BadFile, "save it again as CSV (UTF-8)",
			"the file says it is UTF-8 but holds a byte that is not")
		return nil, false
	case !valid && !isOld && isDamaged(data):
		list.Errorf(firstInvalid(file, data), diag.BadFile,
			`save it again as CSV (UTF-8), or write encoding = "windows-1252" if it is that`,
			"the file is UTF-8 elsewhere, but this byte is not")
		return nil, false
	}
	return fromBytes(file, data, asked, list)
}

// tellLost tells letters that were lost before the file was saved: those of UTF-8 that a program took for another
// encoding, as in "fornÃ¸yd", and those that it had no letter for.
func tellLost(file string, data []byte, list *diag.List) {
	for _, lost := range []struct{ sign, then string }{{"Ã", "¸¦¥¶¤©"}, {"â€", "™œ“"}, {"\ufffd", ""}} {
		if i := indexOf(data, lost.sign, lost.then); i >= 0 {
			list.Warnf(placeOf(file, data[:i]), diag.Encoding,
				"export the answers again, as CSV (UTF-8) or .xlsx, and open them in no other program in between",
				"letters were lost before this file was saved, here and maybe elsewhere")
			return
		}
	}
}

// indexOf is where a sign stands before one of the others, or before anything; -1 for nowhere.
func indexOf(data []byte, sign, then string) int {
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte(sign))
		if i < 0 {
			return -1
		}
		at += i + len(sign)
		if r, _ := utf8.DecodeRune(data[at:]); then == "" || strings.ContainsRune(then, r) {
			return at - len(sign)
		}
	}
}

const mark = "\ufeff"

// fromUTF16 decodes what is UTF-16, with a mark or without: letters of the West then have a byte that is 0, all of them
// on the same side.
func fromUTF16(data []byte) (text []byte, is, valid bool) {
	order, use := unicode.LittleEndian, unicode.UseBOM
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
	case zeros(data, 1):
		use = unicode.IgnoreBOM
	case zeros(data, 0):
		order, use = unicode.BigEndian, unicode.IgnoreBOM
	default:
		return nil, false, false
	}
	text, err := unicode.UTF16(order, use).NewDecoder().Bytes(data)
	return text, true, err == nil && len(data)%2 == 0 && bytes.IndexByte(text, 0) < 0
}

// zeros tells whether most bytes on one side of each pair are 0, and none on the other.
func zeros(data []byte, side int) bool {
	const enough = 4000
	data = data[:min(len(data), enough)]
	n := 0
	for i := 0; i+1 < len(data); i += 2 {
		if data[i+1-side] == 0 {
			return false
		}
		if data[i+side] == 0 {
			n++
		}
	}
	return n > 0 && 10*n >= 7*(len(data)/2)
}

func isASCII(data []byte) bool {
	return !slices.ContainsFunc(data, func(c byte) bool { return c >= utf8.RuneSelf })
}

// isDamaged tells UTF-8 with some bytes wrong from Windows-1252, whose text hardly ever holds a letter of UTF-8: that
// takes two signs that do not follow each other in words, such as "Å»". Those of æ, ø and å, such as "Ã¦", never do.
func isDamaged(data []byte) bool {
	for _, letter := range []string{"æ", "ø", "å", "Æ", "Ø", "Å"} {
		if bytes.Contains(data, []byte(letter)) {
			return true
		}
	}
	letters, invalid := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case n > 1:
			letters++
		case r == utf8.RuneError:
			invalid++
		}
		data = data[n:]
	}
	return letters > 0 && letters >= invalid
}

// firstInvalid is the place of the first byte that is not UTF-8.
func firstInvalid(name string, data []byte) diag.Pos {
	rest := data
	for len(rest) > 0 {
		r, n := utf8.DecodeRune(rest)
		if r == utf8.RuneError && n == 1 {
			break
		}
		rest = rest[n:]
	}
	return placeOf(name, data[:len(data)-len(rest)])
}

// placeOf is the place behind a text.
func placeOf(name string, before []byte) diag.Pos {
	last := before[bytes.LastIndexByte(before, '\n')+1:]
	return diag.Pos{File: name, Line: bytes.Count(before, []byte("\n")) + 1, Col: utf8.RuneCount(last) + 1}
}
