package letters

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"lysark/config/diag"
)

// old is a way to store letters in one byte each.
type old struct {
	name, title string // in the layout, and in messages
	letters     *charmap.Charmap
}

// olds begin with the one that a file is in unless its words say otherwise. Code page 865 has the letters of the North
// where 850 has them.
func olds() []old {
	return []old{
		{"windows-1252", "Windows-1252", charmap.Windows1252},
		{"macintosh", "MacRoman", charmap.Macintosh},
		{"cp850", "code page 850", charmap.CodePage850},
	}
}

// title is what messages call an encoding of one byte a letter; false for one that is none.
func title(name string) (string, bool) {
	for _, o := range olds() {
		if o.name == name {
			return o.title, true
		}
	}
	return "", false
}

// fromBytes decodes a text of one byte a letter.
func fromBytes(file string, data []byte, asked Asked, list *diag.List) ([]byte, bool) {
	use, sure := likely(data)
	for _, o := range olds() {
		if o.name == asked.Encoding {
			use = o
		}
	}
	at := firstInvalid(file, data)
	if asked.Encoding == "" && asked.Found != nil && (!sure || use.name != olds()[0].name) {
		*asked.Found = use.name
	}
	switch {
	case asked.Encoding != "":
	case !sure:
		list.Warnf(at, diag.Encoding,
			`save it again as CSV (UTF-8), or write encoding = "windows-1252" if it is that, "macintosh" or "cp850"`,
			"the letters from here on make no words, however they are read; the file is taken for %s", use.title)
	case use.name != olds()[0].name:
		list.Warnf(at, diag.Encoding, `write encoding = "`+use.name+`" if that is so; else save it again as CSV (UTF-8)`,
			"the file is not UTF-8, and only as %s do its letters make words", use.title)
	}
	text, err := use.letters.NewDecoder().Bytes(data)
	if err != nil {
		list.Errorf(at, diag.BadFile, "save it as CSV (UTF-8)", "the file is neither UTF-8 nor %s", use.title)
		return nil, false
	}
	return text, true
}

// likely is the encoding that makes words of the bytes; not sure when they are none in any.
func likely(data []byte) (best old, sure bool) {
	all := olds()
	best = all[0]
	first, most := words(data, best.letters), math.Inf(-1)
	for _, o := range all[1:] {
		if fits := words(data, o.letters); fits > most {
			best, most = o, fits
		}
	}
	if most >= clearly && most >= first+clearly {
		return best, true
	}
	return all[0], first > -clearly
}

// clearly is how much better one encoding has to fit than another: a letter of the North in a word.
const clearly = 2

// words tells how well the bytes above 0x7F fit as letters of words in an encoding.
func words(data []byte, in *charmap.Charmap) float64 {
	const enough = 100_000
	fit, n := 0.0, 0
	var before, at rune = ' ', ' '
	for i := 0; i <= len(data) && n < enough; i++ {
		after := ' '
		if i < len(data) {
			after = in.DecodeByte(data[i])
		}
		if at >= utf8.RuneSelf {
			n++
			fit += fits(before, at, after)
		}
		before, at = at, after
	}
	return fit
}

const (
	northern = "æøåäöÆØÅÄÖ"
	western  = "éèêëüóòôáàâíìîïúùûñçãõßÿýðþšžÉÈÊËÜÓÒÔÁÀÂÍÌÎÏÚÙÛÑÇÃÕÝÐÞŠŽ"
)

// fits tells how well a letter stands between two others: 3 for one of the North in a word, less than 0 for a sign in
// the middle of a word, or a capital after a small letter.
func fits(before, at, after rune) float64 {
	inWord := unicode.IsLetter(before) || unicode.IsLetter(after)
	switch {
	case at == 'â' && after == '€', at == 'Ã' && !unicode.IsLetter(after): // UTF-8 that was read as something else
		return -3
	case strings.ContainsRune("Œœ", at): // oeuvre, coeur: a u comes next
		if after == 'u' {
			return 3
		}
		return -2
	case unicode.IsUpper(at) && unicode.IsLower(before):
		return -3
	case unicode.IsUpper(at) && unicode.IsUpper(before) && unicode.IsLower(after):
		return -1
	case strings.ContainsRune(northern, at):
		return letter(3, inWord, before, after)
	case strings.ContainsRune(western, at):
		return letter(1, inWord, before, after)
	}
	return sign(before, at, after)
}

// letter weighs a letter: alone it says little, beside a number nothing good.
func letter(weight float64, inWord bool, before, after rune) float64 {
	switch {
	case unicode.IsDigit(before) || unicode.IsDigit(after):
		return -1
	case !inWord:
		return weight / 4
	}
	return weight
}

// sign weighs what is no letter.
func sign(before, at, after rune) float64 {
	left, right := unicode.IsLetter(before), unicode.IsLetter(after)
	switch {
	case strings.ContainsRune("\u00a0–—…’", at): // they join words, and numbers
		return 1
	case strings.ContainsRune("«“‘„¿¡", at) && !left, strings.ContainsRune("»”", at) && !right:
		return 1
	case strings.ContainsRune("€§°·•²³½¼¾£©®™", at) && !left:
		return 0.5
	case left && right:
		return -3
	case left || right, at == utf8.RuneError, unicode.IsControl(at):
		return -2
	}
	return -0.5
}
