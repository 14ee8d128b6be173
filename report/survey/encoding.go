package survey

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"lysark/config/diag"
)

// decode turns the bytes into UTF-8 without a byte-order mark. UTF-8 is told by its mark or by being valid; what is
// neither valid nor damaged UTF-8 is Windows-1252, which older Excels and many web tools save.
func decode(name string, data []byte, opts Options, list *diag.List) ([]byte, bool) {
	at := diag.Pos{File: name, Line: 1, Col: 1}
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil || len(data)%2 != 0 {
			list.Errorf(at, diag.BadFile, "save it as CSV (UTF-8)", "the file is not valid UTF-16")
			return nil, false
		}
		return text, true
	case bytes.IndexByte(data, 0) >= 0:
		list.Errorf(at, diag.BadFile, "save it as CSV (UTF-8)", "this is not a text file")
		return nil, false
	}
	marked := bytes.HasPrefix(data, []byte("\ufeff"))
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	valid := utf8.Valid(data)
	switch asked := opts.Encoding; {
	case valid && asked != "windows-1252":
		return data, true
	case valid && (marked || !isASCII(data)):
		list.Errorf(opts.Pos, diag.BadValue, "take the encoding out of the layout",
			"the file %s is UTF-8, not Windows-1252 as the layout says", name)
		return nil, false
	case !valid && (marked || asked == "utf-8"):
		list.Errorf(firstInvalid(name, data), diag.BadFile, "save it again as CSV (UTF-8)",
			"the file says it is UTF-8 but holds a byte that is not")
		return nil, false
	case !valid && asked == "" && isDamaged(data):
		list.Errorf(firstInvalid(name, data), diag.BadFile,
			`save it again as CSV (UTF-8), or write encoding = "windows-1252" if it is that`,
			"the file is UTF-8 elsewhere, but this byte is not")
		return nil, false
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		list.Errorf(at, diag.BadFile, "save it as CSV (UTF-8)", "the file is neither UTF-8 nor Windows-1252")
		return nil, false
	}
	return text, true
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
	pos := diag.Pos{File: name, Line: 1, Col: 1}
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			break
		}
		pos.Col++
		if r == '\n' {
			pos.Line, pos.Col = pos.Line+1, 1
		}
		data = data[n:]
	}
	return pos
}

// splitSepLine takes off the line "sep=;" with which Excel files may begin, and returns its delimiter. The line
// break stays, so that places in the rest are still those of the file.
func splitSepLine(text []byte) (rest []byte, sep rune) {
	if len(text) > 5 && bytes.EqualFold(text[:4], []byte("sep=")) {
		r, n := utf8.DecodeRune(text[4:])
		if after := text[4+n:]; len(after) == 0 || after[0] == '\n' || after[0] == '\r' {
			return after, r
		}
	}
	return text, 0
}

// delimiter is what the layout or the file says, else the candidate that the first row holds most of outside
// quotes. The first row names the questions, so it is the one without answers that hold delimiters.
func delimiter(text []byte, asked string, sep rune) rune {
	switch {
	case asked == "tab":
		return '\t'
	case asked != "":
		r, _ := utf8.DecodeRuneInString(asked)
		return r
	case sep != 0:
		return sep
	}
	counts := [256]int{}
	quoted := false
	for _, c := range bytes.TrimLeft(text, "\r\n") {
		if c == '"' {
			quoted = !quoted
		}
		if quoted {
			continue
		}
		if c == '\n' || c == '\r' {
			break
		}
		counts[c]++
	}
	best := ';'
	for _, r := range []rune{'\t', ',', '|'} { // in the order of preference when counts are equal: ; first
		if counts[r] > counts[best] {
			best = r
		}
	}
	return best
}
