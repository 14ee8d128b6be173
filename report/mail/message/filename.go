package message

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// longestName is how many bytes a file's name may have: percent-encoded it then stays on one line of 998, as RFC 2231's
// continuation of a parameter is read by fewer programs than a long line.
const longestName = 150

// checkName tells whether every reader can save a file by that name.
func checkName(s string) error {
	switch err := CheckText("the file name", s); {
	case err != nil:
		return err
	case s == "":
		return errors.New("the file has no name")
	case len(s) > longestName:
		return fmt.Errorf("the file name has %d bytes, more than %d", len(s), longestName)
	case strings.ContainsAny(s, `/\:*?"|`):
		return errors.New(`the file name holds one of / \ : * ? " |, which not every system takes in a name`)
	case strings.TrimSpace(s) != s || strings.Trim(s, ".") != s:
		return errors.New("the file name has a space or a dot at its edge")
	}
	return nil
}

// contentType and disposition write a file's name twice for those who read only one of them. go-message would put an
// encoded word into filename="" (Header.SetContentDisposition), which not every reader decodes; with filename* before
// filename, those who know RFC 2231 and those who take the first get the name itself, and all others plain ASCII.
func contentType(mime, name string) field {
	if isASCII(name) {
		return fold("Content-Type", mime+";", `name="`+name+`"`)
	}
	words := encodedWords(name, len(` name="`))
	words[0] = `name="` + words[0]
	words[len(words)-1] += `"`
	return fold("Content-Type", append([]string{mime + ";"}, words...)...)
}

func disposition(kind, name string) field {
	if isASCII(name) {
		return fold("Content-Disposition", kind+";", `filename="`+name+`"`)
	}
	return fold("Content-Disposition", kind+";", "filename*=utf-8''"+percent(name)+";", `filename="`+plainName(name)+`"`)
}

// percent encodes all but the characters that RFC 5987, 3.2.1 lets stand and that no reader takes for a sign of its
// own.
func percent(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; isLetterOrDigit(rune(c)) || c == '-' || c == '.' || c == '_' {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		writeHex(&b, s[i])
	}
	return b.String()
}

// plainName is the name in ASCII for those who read no other: Norwegian letters as in a passport, the commonest others
// without their marks, and an underscore for the rest.
func plainName(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < unicode.MaxASCII:
			b.WriteRune(r)
		case unicode.IsMark(r): // of a letter written in two characters, as macOS does in file names
		default:
			b.WriteString(plainLetter(r))
		}
	}
	return b.String()
}

func plainLetter(r rune) string {
	const marked = "ÀAÁAÂAÃAÄAÇCČCĐDÐDÈEÉEÊEËEÌIÍIÎIÏIÑNŊNÒOÓOÔOÕOÖOŠSŦTÙUÚUÛUÜUÝYŽZ" +
		"àaáaâaãaäaçcčcđdðdèeéeêeëeìiíiîiïiñnŋnòoóoôoõoöošsŧtùuúuûuüuýyÿyžz" + "–-—-‐-‑-’'\u00a0 "
	switch r {
	case 'æ':
		return "ae"
	case 'ø':
		return "oe"
	case 'å':
		return "aa"
	case 'Æ':
		return "Ae"
	case 'Ø':
		return "Oe"
	case 'Å':
		return "Aa"
	case 'ß':
		return "ss"
	}
	if i := strings.IndexRune(marked, r); i >= 0 {
		return marked[i+len(string(r)) : i+len(string(r))+1]
	}
	return "_"
}
