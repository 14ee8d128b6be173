package ledger

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	mostText = 300     // characters
	mostRead = 4 << 10 // bytes that are looked at: what comes after is never kept
	masked   = "<…>"
)

// Clean is a text as the ledger keeps it: without control characters, at most 300 characters, and with <…> for all that
// looks like an address, because servers quote addresses and the ledger is to hold none.
func Clean(text string) string {
	if len(text) > mostRead {
		text = text[:mostRead]
		text = text[:max(0, strings.LastIndexFunc(text, outside))] // half an address would not be known as one
	}
	text = strings.Map(visible, strings.ToValidUTF8(text, "�"))
	text = maskAddresses(strings.Join(strings.Fields(text), " "))
	if utf8.RuneCountInString(text) <= mostText {
		return text
	}
	return string([]rune(text)[:mostText-1]) + "…"
}

// visible turns line breaks into spaces and drops what cannot be seen, such as marks that turn the direction of text.
func visible(c rune) rune {
	switch {
	case unicode.IsSpace(c):
		return ' '
	case unicode.Is(unicode.C, c), unicode.Is(unicode.Zl, c), unicode.Is(unicode.Zp, c):
		return -1
	}
	return c
}

// maskAddresses looks for at signs and takes out the words around them. Half an address, as at a line's end, goes too.
func maskAddresses(text string) string {
	if !strings.Contains(text, "%40") && !strings.ContainsAny(text, "@＠") {
		return text
	}
	var b strings.Builder
	for text != "" {
		at, size := atSign(text)
		if size == 0 {
			break
		}
		from, to := startOf(text[:at]), at+size+endOf(text[at+size:])
		if from == at && to == at+size { // a sign that stands alone
			b.WriteString(text[:to])
			text = text[to:]
			continue
		}
		if from > 0 && text[from-1] == '<' && strings.HasPrefix(text[to:], ">") {
			from, to = from-1, to+1
		}
		b.WriteString(text[:from] + masked)
		text = text[to:]
	}
	b.WriteString(text)
	return b.String()
}

// atSign is the first sign and its length in bytes; links in replies write it as %40.
func atSign(text string) (int, int) {
	best, size := len(text), 0
	for _, sign := range []string{"@", "＠", "%40"} {
		if i := strings.Index(text, sign); i >= 0 && i < best {
			best, size = i, len(sign)
		}
	}
	return best, size
}

// startOf is where the local part that ends the text begins. It may be quoted, and then hold spaces.
func startOf(text string) int {
	if quoted, ok := strings.CutSuffix(text, `"`); ok {
		if i := strings.LastIndexByte(quoted, '"'); i >= 0 {
			return i
		}
	}
	i := strings.LastIndexFunc(text, outside)
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return i + size
}

func endOf(text string) int {
	if i := strings.IndexFunc(text, outside); i >= 0 {
		return i
	}
	return len(text)
}

func outside(c rune) bool { return strings.ContainsRune(` <>()[]",;`, c) }
