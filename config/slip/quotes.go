package slip

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// curly are the quotation marks of word processors, and what is taken for one.
const curly = "“”„‟‘’‚‛«»‹›″′`´"

func isSpace(r rune) bool { return unicode.IsSpace(r) || isUnseen(r) }

// isUnseen tells characters that look like a space, or like nothing, and that TOML knows nothing of.
func isUnseen(r rune) bool {
	return r > unicode.MaxASCII && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Zs, r))
}

// called is what people call such a character.
func called(r rune) string {
	switch r {
	case '\u00a0':
		return "a hard space"
	case '\u202f':
		return "a narrow hard space"
	case '\u200b':
		return "a space without width"
	case '\ufeff':
		return "a byte order mark"
	case '\u00ad':
		return "a soft hyphen"
	}
	if unicode.IsSpace(r) {
		return "an unusual space"
	}
	return "an invisible character"
}

// unseen knows a character that cannot be told from a space, or cannot be seen.
func (s *search) unseen() bool {
	c := s.here()
	if !isUnseen(c) {
		return false
	}
	hint := "put an ordinary space in its place"
	if !unicode.IsSpace(c) {
		hint = "take it out: delete the line's blank space, and type it anew"
	}
	return s.tell(s.At, hint+s.andElsewhere(isUnseen),
		fmt.Sprintf("%s (%U) stands here, which looks like nothing", called(c), c))
}

// andElsewhere tells in how many other lines there is such a character outside of quotes.
func (s *search) andElsewhere(is func(rune) bool) string {
	n := 0
	for _, line := range s.Other {
		letters := []rune(line)
		for i, free := range outside(letters) {
			if free && is(letters[i]) {
				n++
				break
			}
		}
	}
	switch n {
	case 0:
		return ""
	case 1:
		return ", here and in 1 other line"
	}
	return fmt.Sprintf(", here and in %d other lines", n)
}

func isCurly(r rune) bool { return strings.ContainsRune(curly, r) }

// curled knows quotation marks that are not straight.
func (s *search) curled() bool {
	at := s.At
	if s.says("newlines") {
		at = len([]rune(strings.TrimRightFunc(string(s.letters), isSpace))) - 1
	}
	if at < 0 || at >= len(s.letters) || !isCurly(s.letters[at]) {
		return false
	}
	straight := slices.Clone(s.letters)
	free := s.outside()
	for i := range straight {
		if (free[i] || i == at) && isCurly(straight[i]) {
			straight[i] = '"'
		}
	}
	const hint = `use straight quotes, "…"`
	line := s.valid(string(straight))
	if line != "" {
		return s.tell(at, "use straight quotes"+s.andElsewhere(isCurly)+": "+line, s.noQuote(at))
	}
	return s.tell(at, hint+s.andElsewhere(isCurly), s.noQuote(at))
}

func (s *search) noQuote(at int) string {
	return "the mark " + string(s.letters[at]) + " neither begins nor ends a text"
}

var drive = regexp.MustCompile(`^(?:[A-Za-z]:)?\\|\\[^\\]*\.\w{1,5}$|^[A-Za-z]:`)

// pathLike knows a path as Windows writes it.
func (s *search) pathLike() bool {
	if !s.says("escape", "hexadecimal") {
		return false
	}
	begin, end := s.stringAround()
	text := strings.Trim(string(s.letters[begin:end]), `"`)
	if !s.IsFile(s.key) && !drive.MatchString(text) {
		return false
	}
	return s.tell(begin, "write / between folders: "+Path(text), "a path holds a backslash")
}

// Path is a path as it is written in a file, with slashes between its folders.
func Path(written string) string {
	server := strings.HasPrefix(written, `\\`)
	path := strings.ReplaceAll(strings.ReplaceAll(written, `\\`, `\`), `\`, "/")
	if server {
		return "/" + path
	}
	return path
}

// stringAround is where the text in double quotes is that the parser stopped in.
func (s *search) stringAround() (begin, end int) {
	mark := -1
	for i := 0; i < len(s.letters); i++ {
		switch {
		case s.letters[i] != '"' && (s.letters[i] != '\\' || mark < 0):
		case s.letters[i] == '\\':
			if i+1 < len(s.letters) && s.letters[i+1] == '"' && i+2 < len(s.letters) {
				i++
			}
		case mark < 0:
			mark = i
		case i >= s.At:
			return mark, i + 1
		default:
			mark = -1
		}
	}
	return max(mark, 0), len(s.letters)
}

// quotedWithin knows a quotation mark within the text that it ends.
func (s *search) quotedWithin() bool {
	begin, end, inner := s.textEndedEarly()
	if inner < 0 || inner > s.At {
		return false
	}
	mark := s.letters[begin]
	before := string(s.letters[begin+1 : inner])
	words := string(s.letters[begin+1 : end])
	what := fmt.Sprintf("the quote %c ends the text that it is meant to be in", mark)
	head, tail := string(s.letters[:begin]), string(s.letters[end+1:])
	inBraces := strings.Count(before, "{") > strings.Count(before, "}")
	var hint, mended string
	switch first := strings.TrimRight(before, " \t"); {
	case strings.HasSuffix(first, ",") && !inBraces && s.isListed():
		quote := string(mark)
		what, hint = "the text that begins here has no "+quote+" at its end", "write "+quote+" where it ends"
		inner, mended = begin, quote+strings.TrimRight(first, ", \t")+quote+", "+string(s.letters[inner:end+1])
	case mark == '\'':
		hint, mended = `put the text in "double quotes"`, `"`+words+`"`
	case inBraces:
		hint, mended = "inside braces write '…'", `"`+strings.ReplaceAll(words, `"`, "'")+`"`
	default:
		hint, mended = `write \" for a quote inside a text`, `"`+strings.ReplaceAll(words, `"`, `\"`)+`"`
	}
	if strings.ContainsRune(words, '\'') && mark == '"' && inBraces {
		mended = ""
	}
	tail = strings.TrimSuffix(strings.TrimSpace(tail), ",")
	switch {
	case mended == "":
	case strings.TrimSpace(head) == "" && tail == "" && s.Valid("x = "+mended): // an element of a list
	default:
		mended = s.valid(head + mended + tail)
	}
	return s.tell(inner, with(hint, mended), what)
}

// unclosed knows a text whose second quote is missing.
func (s *search) unclosed() bool {
	if !s.says("strings cannot contain newlines") {
		return false
	}
	begin, _ := s.stringAround()
	if s.letters[begin] != '"' {
		begin = slices.Index(s.letters, '\'')
	}
	if begin < 0 {
		return false
	}
	mark := string(s.letters[begin])
	if mark == "'" && begin == s.firstLetter() && s.openAbove() == 0 {
		return s.tell(begin, "write # "+strings.Trim(string(s.letters[begin:]), "' \t"), "a comment begins with #")
	}
	what := "the text that begins here has no " + mark + " at its end"
	text := strings.TrimSpace(string(s.letters[begin:]))
	bare := strings.TrimRight(text, " \t,;]}")
	tail := strings.TrimRight(text[len(bare):], " \t")
	mended := strings.TrimSpace(string(s.letters[:begin])) + " " + bare + mark + tail
	switch {
	case strings.Contains(text, "#"):
	case s.valid(mended) != "":
		return s.tell(begin, "write "+s.valid(mended), what)
	case strings.TrimSpace(string(s.letters[:begin])) == "" && s.Valid("x = ["+bare+mark+tail+"]"):
		return s.tell(begin, "write "+bare+mark+tail, what)
	}
	return s.tell(begin, "write "+mark+` where it ends; a text of several lines stands between """ and """`, what)
}

// textEndedEarly is the text after whose end letters stand that nothing separates from it: where it begins, the last
// such mark of the line, where it may have been meant to end, and the mark that ends it; -1 when there is none.
func (s *search) textEndedEarly() (begin, last, inner int) {
	if strings.Contains(s.Text, `"""`) || strings.Contains(s.Text, "'''") {
		return 0, 0, -1
	}
	var mark rune
	for i := 0; i < len(s.letters); i++ {
		switch c := s.letters[i]; {
		case mark == 0 && c == '#':
			return 0, 0, -1
		case mark == 0 && (c == '"' || c == '\''):
			mark, begin = c, i
		case c == '\\' && mark == '"':
			i++
		case mark != 0 && c == mark:
			rest := strings.TrimLeft(string(s.letters[i+1:]), " \t")
			last = lastRune(s.letters, mark)
			parted := rest == "" || strings.ContainsRune(",;]}#=.", []rune(rest)[0]) || keyAlone.MatchString(rest)
			if !parted && last > i {
				return begin, last, i
			}
			mark = 0
		}
	}
	return 0, 0, -1
}

func lastRune(letters []rune, r rune) int {
	for i := len(letters) - 1; i >= 0; i-- {
		if letters[i] == r {
			return i
		}
	}
	return -1
}
