package message

import (
	"strings"
	"unicode/utf8"

	"github.com/emersion/go-message"
)

// Header fields are folded and encoded here: go-message gets those of the parts as they are to stand (Header.AddRaw),
// and the letter's own stand before what it wrote. Left to itself, v0.18.2 does this:
//   - textproto/header.go:649: when the first word does not fit into 76 columns, it gives up folding and writes up to
//     998, while a line with encoded words may have 76 (RFC 2047, 2). Any long subject with æ, ø or å is such a field,
//     as mime.WordEncoder fills a word to 75 columns and leaves no room for "Subject: ".
//   - textproto/header.go:594: it folds within a run of spaces and leaves lines with nothing but white space.
//   - charset.go:64: text that looks like an encoded word is left as it is, and a reader decodes it to something
//     that nobody wrote, line breaks among it.
//   - textproto/header.go:21: it writes Message-Id and Mime-Version.
//
// TestGoMessageStillNeedsOurFolding fails when that has changed.
const (
	longestLine  = 76
	longestWord  = 74 // of an encoded word, 75 at most by RFC 2047, less the quote behind a file's name
	wordOpening  = "=?utf-8?q?"
	wordClosing  = "?="
	longestPlain = 66 // of a word that is not encoded, so that it fits behind the name of any of our fields
)

// field is a header field as it is to stand, with its line end.
type field []byte

// fold writes a field of tokens that may each begin a line.
func fold(name string, tokens ...string) field {
	return appendField(make([]byte, 0, 128), name, tokens...)
}

func appendField(f []byte, name string, tokens ...string) []byte {
	f = append(append(f, name...), ':')
	column := len(name) + 1
	for i, token := range tokens {
		if i > 0 && column+1+len(token) > longestLine {
			f = append(f, "\r\n"...)
			column = 0
		}
		f = append(append(f, ' '), token...)
		column += 1 + len(token)
	}
	return append(f, "\r\n"...)
}

// header hands the fields to go-message, which takes them from the last to the first.
func header(fields []field) message.Header {
	var h message.Header
	for i := len(fields) - 1; i >= 0; i-- {
		h.AddRaw(fields[i])
	}
	return h
}

// subject is the tokens of a text.
func subject(s string) []string {
	if tokens := strings.Fields(s); needsNoEncoding(s, tokens) {
		return tokens
	}
	return encodedWords(s, len("Subject: "))
}

// mailbox is the tokens of an address with its name, in a field of that name.
func mailbox(name string, a Address) []string {
	return append(phrase(name, a.Name), "<"+a.Addr+">")
}

// phrase is the tokens of a display name: as it is, in quotes, or encoded.
func phrase(field, name string) []string {
	written := name
	if strings.ContainsFunc(name, func(r rune) bool { return r != ' ' && !isAtom(r) }) {
		written = quoted(name)
	}
	if tokens := strings.Fields(written); needsNoEncoding(written, tokens) {
		return tokens
	}
	return encodedWords(name, len(field)+2)
}

func quoted(s string) string {
	return `"` + strings.ReplaceAll(strings.ReplaceAll(s, `\`, `\\`), `"`, `\"`) + `"`
}

// needsNoEncoding tells a text that comes out as it went in without being encoded, however it is folded between its
// tokens.
func needsNoEncoding(s string, tokens []string) bool {
	if strings.Contains(s, "=?") || strings.Join(tokens, " ") != s {
		return false
	}
	for _, token := range tokens {
		if len(token) > longestPlain || !isASCII(token) {
			return false
		}
	}
	return true
}

// encodedWords is the text as encoded words, the first with so many columns of its line taken. The encoding is the
// stricter one for names (RFC 2047, 5.3), which is right everywhere.
func encodedWords(s string, taken int) []string {
	var words []string
	room := min(longestWord, longestLine-taken)
	for s != "" {
		n := cut(s, room-len(wordOpening)-len(wordClosing))
		words = append(words, wordOpening+encoded(s[:n])+wordClosing)
		s, room = s[n:], longestWord
	}
	return words
}

// cut is how many bytes of the text go into one word: whole characters, and no space at either side of the cut where
// that can be, as some readers trim a word when they put it together with the next.
func cut(s string, room int) int {
	n := 0
	for n < len(s) {
		_, size := utf8.DecodeRuneInString(s[n:])
		if room -= width(s[n : n+size]); room < 0 {
			break
		}
		n += size
	}
	if n == len(s) {
		return n
	}
	for k := n; k > 0; {
		if s[k] != ' ' && s[k-1] != ' ' {
			return k
		}
		_, size := utf8.DecodeLastRuneInString(s[:k])
		k -= size
	}
	return n
}

func encoded(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ':
			b.WriteByte('_')
		case isSafe(c):
			b.WriteByte(c)
		default:
			b.WriteByte('=')
			writeHex(&b, c)
		}
	}
	return b.String()
}

// width is how many columns a character takes in an encoded word.
func width(char string) int {
	if len(char) == 1 && (char[0] == ' ' || isSafe(char[0])) {
		return 1
	}
	return 3 * len(char)
}

func isSafe(c byte) bool {
	return isLetterOrDigit(rune(c)) || c == '!' || c == '*' || c == '+' || c == '-' || c == '/'
}

func writeHex(b *strings.Builder, c byte) {
	const digits = "0123456789ABCDEF"
	b.WriteByte(digits[c>>4])
	b.WriteByte(digits[c&15])
}
