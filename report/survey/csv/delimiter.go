package csv

import (
	"bytes"
	"unicode/utf8"
)

// SplitSepLine takes off the line "sep=;" with which Excel files may begin, and returns its delimiter. The line
// break stays, so that places in the rest are still those of the file.
func SplitSepLine(text []byte) (rest []byte, sep rune) {
	if len(text) > 5 && bytes.EqualFold(text[:4], []byte("sep=")) {
		r, n := utf8.DecodeRune(text[4:])
		if after := text[4+n:]; len(after) == 0 || after[0] == '\n' || after[0] == '\r' {
			return after, r
		}
	}
	return text, 0
}

// Delimiter is what the layout or the file says, else the candidate that the first row holds most of outside quotes.
// The first row names the questions, so it is the one without answers that hold delimiters. Where it is a title, the
// rows below tell.
func Delimiter(text []byte, asked string, sep rune) rune {
	switch {
	case asked == "tab":
		return '\t'
	case asked != "":
		r, _ := utf8.DecodeRuneInString(asked)
		return r
	case sep != 0:
		return sep
	}
	rows := firstRows(bytes.TrimLeft(text, "\r\n"))
	best := candidates[0]
	for _, r := range []byte(candidates[1:]) {
		if rows[0].all[r] > rows[0].all[best] {
			best = r
		}
	}
	if below := belowTitle(rows, best); below != 0 {
		return below
	}
	return rune(best)
}

// candidates are in the order of preference when counts are equal.
const candidates = ";\t,|"

// countedRow is how often each candidate stands in a row outside quotes.
type countedRow struct {
	all   [256]int
	prose int  // commas that a space follows, as in sentences
	gap   bool // an empty line stands above
}

// tight counts a delimiter without the commas of sentences.
func (r countedRow) tight(c byte) int {
	if c == ',' {
		return r.all[c] - r.prose
	}
	return r.all[c]
}

// firstRows are the first rows that are not blank; at least one.
func firstRows(text []byte) []countedRow {
	const enough = 40
	rows, row := []countedRow{}, countedRow{}
	filled, quoted := false, false
	for i, c := range text {
		switch {
		case c == '"':
			quoted, filled = !quoted, true
		case quoted:
		case c == '\n' || c == '\r':
			if filled {
				rows, row = append(rows, row), countedRow{}
			} else if i > 0 && c == '\n' && text[i-1] != '\r' || c == '\r' {
				row.gap = true
			}
			filled = false
		default:
			filled = true
			row.all[c]++
			if c == ',' && i+1 < len(text) && text[i+1] == ' ' {
				row.prose++
			}
		}
		if len(rows) == enough {
			return rows
		}
	}
	if filled || len(rows) == 0 {
		rows = append(rows, row)
	}
	return rows
}

// belowTitle is the delimiter of a table that begins below the first row; 0 where the first row is one of the table. A
// table has the same number of them in nearly all of its rows, and one that begins right below has more than one.
func belowTitle(rows []countedRow, first byte) rune {
	if n := rows[0].tight(first); n > 0 && 2*like(rows[1:], first, n) >= len(rows)-1 {
		return 0
	}
	for i := 1; i+2 < len(rows); i++ {
		for _, c := range []byte(candidates) {
			n := rows[i].tight(c)
			isTable := n > rows[0].tight(c) && (n > 1 || n == 1 && rows[i].gap)
			if isTable && 10*like(rows[i:], c, n) >= 9*(len(rows)-i) {
				return rune(c)
			}
		}
	}
	return 0
}

// like counts the rows that have so many of a delimiter.
func like(rows []countedRow, c byte, n int) int {
	out := 0
	for _, r := range rows {
		if r.tight(c) == n {
			out++
		}
	}
	return out
}

// Below is the text below so many lines.
func Below(text []byte, lines int) []byte {
	for ; lines > 0; lines-- {
		i := bytes.IndexAny(text, "\r\n")
		if i < 0 {
			return text
		}
		if bytes.HasPrefix(text[i:], []byte("\r\n")) {
			i++
		}
		text = text[i+1:]
	}
	return text
}

// IsBelowBlank tells whether the row that begins at a byte stands below a blank line.
func IsBelowBlank(text []byte, offset int) bool {
	above := bytes.TrimSuffix(bytes.TrimSuffix(text[:offset], []byte("\n")), []byte("\r"))
	if len(above) == offset {
		return false // the first
	}
	return len(bytes.TrimSpace(above[bytes.LastIndexAny(above, "\r\n")+1:])) == 0
}
