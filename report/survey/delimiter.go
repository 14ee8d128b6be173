package survey

import (
	"bytes"
	"unicode/utf8"
)

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
