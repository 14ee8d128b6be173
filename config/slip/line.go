package slip

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

var (
	header    = regexp.MustCompile(`^\s*(\[+)\s*([^\[\]]*?)\s*(\]*)\s*(?:#.*)?$`)
	comment   = regexp.MustCompile(`(?://|/\*|<!--|;;|--)\s*(.*?)\s*(?:-->|\*/)?$`)
	commentOf = regexp.MustCompile(`^\s*(?:/\*|<!--|;+|--|%+|REM\b|rem\b)\s*(.*?\pL.*?)\s*(?:-->|\*/)?$`)
	dashItem  = regexp.MustCompile(`^\s*[-–—•*]\s+(.*)$`)
	withColon = regexp.MustCompile(`^\s*([\p{L}0-9_-]+)\s*:\s*(.*?)\s*$`)
	inBraces  = regexp.MustCompile(`([{,]\s*[\p{L}0-9_"-]+\s*):`)
	wordAlone = regexp.MustCompile(`^\s*([\p{L}0-9_.-]+)\s*:?\s*$`)
	rgb       = regexp.MustCompile(`^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$`)
	hexAlone  = regexp.MustCompile(`^[0-9A-Fa-f]*\d[0-9A-Fa-f]*$`)
	noEquals  = regexp.MustCompile(`^\s*([A-Za-z0-9_-]+)\s+(?:[-–—>~]+\s*)?(["'\[\d{].*)$`)
	keyAlone  = regexp.MustCompile(`^\s*([^=\["'{}]+?)\s*=`)
	bare      = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)
	decimals  = regexp.MustCompile(`(\d),(\d)`)
	perCent   = regexp.MustCompile(`(\d)\s*%`)
	hex       = regexp.MustCompile(`^#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?\b`)
	nextKey   = regexp.MustCompile(`^\s*(?:[A-Za-z0-9_-]+\s*=|\[\[?[a-z.]+\]\]?\s*$)`)
)

// twice knows a table of a list that is written like one that there is once.
func (s *search) twice() bool {
	if !s.says("already been defined", "already created", "already exists") {
		return false
	}
	m := header.FindStringSubmatch(string(s.letters))
	if m != nil && len(m[1]) > 1 && s.IsOne(m[2]) {
		return s.tell(strings.IndexByte(s.Text, '['), "write ["+m[2]+"], once, with all its keys below it",
			fmt.Sprintf("there is one table [%s], and it stands in single brackets", m[2]))
	}
	if m == nil || !s.IsList(m[2]) {
		return false
	}
	return s.tell(strings.IndexByte(s.Text, '['), "write [["+m[2]+"]], with two brackets, for each",
		fmt.Sprintf("there are several tables [%s], and one of them stands in single brackets", m[2]))
}

// headed knows what is wrong with the name of a table.
func (s *search) headed() bool {
	m := header.FindStringSubmatch(string(s.letters))
	if m == nil || m[2] == "" || strings.ContainsAny(m[2], "=,") || s.says("value") {
		return false
	}
	var parts []string
	quoted := false
	for _, part := range strings.Split(m[2], ".") {
		part = strings.TrimFunc(part, isSpace)
		if !bare.MatchString(part) && !strings.HasPrefix(part, `"`) && !strings.HasPrefix(part, "'") {
			part, quoted = strconv.Quote(part), true
		}
		parts = append(parts, part)
	}
	name := strings.Join(parts, ".")
	line := "[" + name + "]"
	if s.IsList(name) || len(m[1]) > 1 && len(m[3]) > 1 {
		line = "[" + line + "]"
	}
	switch line = s.valid(line); {
	case line == "":
		return false
	case len(m[1]) != len(m[3]):
		return s.tell(s.At, "write "+line, "the brackets round the name of a table do not match")
	case quoted:
		return s.tell(s.At, "write "+line, "a name with other letters than a–z, or with spaces, stands in quotes")
	}
	return false
}

// commented knows a comment of another language.
func (s *search) commented() bool {
	if m := commentOf.FindStringSubmatch(string(s.letters)); m != nil {
		return s.tell(s.firstLetter(), "write # "+m[1], "a comment begins with #")
	}
	rest := string(s.letters[s.At:])
	if m := comment.FindStringSubmatchIndex(rest); m == nil || m[0] != 0 {
		return false
	}
	words := comment.FindStringSubmatch(rest)[1]
	line := s.valid(strings.TrimRightFunc(string(s.letters[:s.At]), isSpace) + " # " + words)
	return s.tell(s.At, write(line, "begin a comment with #"), "a comment begins with #")
}

// keyed knows what is wrong before the value.
func (s *search) keyed() bool {
	if !s.says("'.' or '='", "bare keys", "key name") {
		return false
	}
	text := string(s.letters)
	if s.here() == ':' && inBraces.MatchString(text) {
		line := s.valid(inBraces.ReplaceAllString(text, "$1 ="))
		return s.tell(s.At, write(line, "write = in its place"), `":" stands where = belongs`)
	}
	if m := wordAlone.FindStringSubmatch(text); m != nil {
		return s.alone(m[1])
	}
	if first := strings.TrimSpace(text); strings.HasPrefix(first, "{") || strings.HasPrefix(first, "<") {
		return s.tell(s.firstLetter(), "write a table as [name], and below it lines of key = value",
			"the file is not written as TOML")
	}
	if m := dashItem.FindStringSubmatch(text); m != nil {
		return s.tell(s.At, write(s.valid(m[1]), `write a list as ["…", "…"]`), "a line does not begin with a dash")
	}
	if m := withColon.FindStringSubmatch(text); m != nil {
		return s.tell(s.At, write(s.assigned(m[1], strings.TrimLeft(m[2], "= ")), "write = in its place"), `":" stands where = belongs`)
	}
	if m := noEquals.FindStringSubmatch(text); m != nil {
		return s.tell(s.At, write(s.assigned(m[1], m[2]), "write = between the key and its value"),
			"there is no = between the key and its value")
	}
	m := keyAlone.FindStringSubmatch(text)
	if m == nil && !strings.ContainsAny(text, `="'[]{}`) {
		return s.tell(s.firstLetter(), "write # before a comment, or the key of the text and =",
			"the line is a text without a key")
	}
	if m == nil || bare.MatchString(m[1]) {
		return false
	}
	value := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text)[len(strings.TrimSpace(m[1])):], " "))
	if key := s.Key(m[1]); key != "" {
		line := s.valid(key + " " + value)
		return s.tell(s.firstOther(m[1]), write(line, "write "+key),
			fmt.Sprintf("keys are English, and %q is not", m[1]))
	}
	line := s.valid(strconv.Quote(m[1]) + " " + value)
	return s.tell(s.firstOther(m[1]), write(line, "put it in quotes"),
		"a key with other letters than a–z, or with spaces, stands in quotes")
}

// alone knows a word that stands in a line alone: a table without its brackets, or a key without its value.
func (s *search) alone(word string) bool {
	at := s.firstLetter()
	switch {
	case strings.Trim(word, "-.") == "":
		return s.tell(at, "take the line out", "a line of dashes means nothing in TOML")
	case s.IsList(word):
		return s.tell(at, "write [["+word+"]]", "the name of a table stands in brackets")
	case s.IsOne(word):
		return s.tell(at, "write ["+word+"]", "the name of a table stands in brackets")
	}
	if english := s.Key(word); english != "" {
		word = english
	}
	return s.tell(at, fmt.Sprintf(`write %s = "…", or # before a comment`, word), "the line has no = and no value")
}

// firstLetter is where the line begins, but for its blank space.
func (s *search) firstLetter() int {
	return max(0, slices.IndexFunc(s.letters, func(r rune) bool { return !isSpace(r) }))
}

// firstOther is where a key is that cannot stand as it is.
func (s *search) firstOther(key string) int {
	begin := strings.Index(s.Text, key)
	return len([]rune(s.Text[:max(begin, 0)]))
}

// assigned is a line of a key and its value, which may lack its quotes; empty when it is none.
func (s *search) assigned(key, value string) string {
	if english := s.Key(key); english != "" {
		key = english
	}
	if line := s.valid(key + " = " + value); line != "" {
		return line
	}
	return s.valid(key + " = " + strconv.Quote(value))
}

// listed knows what is wrong between the elements of a list, or the keys of a table on one line.
func (s *search) listed() bool {
	if !s.says("expected a comma", "inline table") {
		return false
	}
	first := strings.TrimSpace(string(s.letters[:s.At])) == ""
	above, closes, parts := "list", "]", "elements of a list"
	if s.openAbove() == '{' {
		above, closes, parts = "table", "}", "keys of a table"
	}
	text := string(s.letters)
	switch {
	case s.here() == '%':
		line := s.valid(perCent.ReplaceAllString(decimals.ReplaceAllString(text, "$1.$2"), "$1"))
		return s.tell(s.At, write(line, "write the numbers alone"), "a number stands without %")
	case s.here() == ';':
		line := s.valid(strings.ReplaceAll(decimals.ReplaceAllString(text, "$1.$2"), ";", ","))
		return s.tell(s.At, with("write commas between the elements of a list", line), `";" does not separate anything`)
	case first && nextKey.MatchString(text) && (above == "list" || header.MatchString(text)):
		return s.tell(s.At, "close it with "+closes+" before this line", "the "+above+" above has no end")
	case first:
		hint := "put a comma at the end of the line above"
		if above == "table" {
			hint += ", or } where the table ends there"
		}
		return s.tell(s.At, hint, "there is no comma between two "+parts)
	}
	return false
}

// openAbove is the bracket that the lines above open last and do not close; 0 where there is none.
func (s *search) openAbove() rune {
	var open []rune
	for _, line := range s.Above {
		letters := []rune(line)
		if header.MatchString(line) {
			open = nil
			continue
		}
		for i, free := range outside(letters) {
			switch c := letters[i]; {
			case !free:
			case c == '[' || c == '{':
				open = append(open, c)
			case (c == ']' || c == '}') && len(open) > 0:
				open = open[:len(open)-1]
			}
		}
	}
	if len(open) == 0 {
		return 0
	}
	return open[len(open)-1]
}

// valued knows what is wrong with the value itself.
func (s *search) valued() bool {
	if !s.says("expected value", "invalid float", "invalid integer", "number") || s.key == "" {
		return false
	}
	if m := hex.FindString(string(s.letters[s.At:])); m != "" {
		return s.tell(s.At, write(s.keyed1(strconv.Quote(m)), "put the colour in quotes"),
			"a # outside of quotes begins a comment")
	}
	switch word := strings.ToLower(s.value); {
	case s.value == "" && s.At >= s.begin:
		return s.tell(s.At, fmt.Sprintf(`write %s = "…", or leave the key out`, s.key),
			s.key+" has no value in its line")
	case strings.HasPrefix(s.value, "=") || strings.HasPrefix(s.value, ">"):
		return s.tell(s.At, write(s.whole(strings.TrimLeft(s.value, "=> \t")), "write one ="),
			"there is "+s.value[:1]+" after the =")
	case word == "true" || word == "false":
		return s.tell(s.At, write(s.keyed1(word), "write it in small letters"),
			"true and false are written in small letters")
	case yesOrNo(word) != "" && s.Wants(s.key) != Text:
		return s.tell(s.At, "write "+yesOrNo(word)+s.orText(), s.value+" is neither text in quotes nor true or false")
	case word == "none" || word == "null" || word == "nil" || word == "na":
		return s.tell(s.At, "leave the key out", s.value+" is no value")
	case s.isListed():
		return s.tell(s.At, with("put text in quotes", s.whole(quotedEach(s.value))),
			"a text in a list stands in quotes")
	}
	return s.unquoted()
}

// unquoted knows a text without quotes.
func (s *search) unquoted() bool {
	if s.value == "" || !unicode.IsLetter([]rune(s.value)[0]) && !unicode.IsDigit([]rune(s.value)[0]) {
		return false
	}
	switch wants := s.Wants(s.key); {
	case wants == Date:
		return s.tell(s.begin, "write a day, with the year first, as 2025-11-03", s.value+" is no date")
	case wants != Text && wants != Unknown:
		return s.tell(s.begin, "write "+string(wants), s.value+" is not "+string(wants))
	}
	value := strings.Trim(s.value, `"',;`)
	if s.IsFile(s.key) || drive.MatchString(value) {
		value = Path(value)
	}
	return s.tell(s.begin, write(s.keyed1(strconv.Quote(value)), "put it in quotes"), "a text stands in quotes")
}

// coloured knows a colour that is written in another way.
func (s *search) coloured() bool {
	c := colour(s.value)
	return c != "" && s.tell(s.begin, write(s.keyed1(strconv.Quote(c)), "write "+strconv.Quote(c)),
		"a colour is written as # and six signs, in quotes")
}

// colour is a colour that is written in another way; empty when the value is none.
func colour(value string) string {
	const digits = 6
	if len(value) == digits && hexAlone.MatchString(value) {
		return "#" + value
	}
	m := rgb.FindStringSubmatch(value)
	if m == nil {
		return ""
	}
	out := "#"
	for _, part := range m[1:] {
		n, _ := strconv.Atoi(part)
		if n > math.MaxUint8 {
			return ""
		}
		out += fmt.Sprintf("%02X", n)
	}
	return out
}

// TruthIn is true or false as TOML has it; false when the text means neither.
func TruthIn(text string) (string, bool) {
	word := strings.ToLower(strings.TrimFunc(text, isSpace))
	if word == "true" || word == "false" {
		return word, true
	}
	word = yesOrNo(word)
	return word, word != ""
}

func yesOrNo(word string) string {
	switch word {
	case "ja", "yes", "sann", "sant", "on", "på":
		return "true"
	case "nei", "no", "usann", "usant", "off", "av":
		return "false"
	}
	return ""
}

// quotedEach is a list with quotes around each element that has none.
func quotedEach(list string) string {
	inside := strings.TrimSuffix(strings.TrimPrefix(list, "["), "]")
	var out []string
	for _, e := range strings.Split(inside, ",") {
		if e = strings.TrimFunc(e, isSpace); e != "" && !strings.ContainsAny(e, `"'[]`) {
			e = strconv.Quote(e)
		}
		out = append(out, e)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// ended knows what stands after the value and does not belong there.
func (s *search) ended() bool {
	if !s.says("to end with a newline") {
		return false
	}
	rest := strings.TrimSpace(string(s.letters[s.At:]))
	before := strings.TrimRight(string(s.letters[:s.At]), " \t")
	switch {
	case len(rest) > 1 && strings.HasPrefix(rest, ",") && s.key != "" && s.whole("["+s.value+"]") != "":
		return s.tell(s.At, "write one value; where the key takes several, a list: "+s.whole("["+s.value+"]"),
			"a second value follows the first")
	case rest == "," || rest == ";":
		return s.tell(s.At, write(s.valid(before), "take it out"),
			fmt.Sprintf("%q is not expected after the value", rest))
	case strings.HasPrefix(rest, "["):
		return s.tell(s.At, "put "+rest+" on a line of its own", "a table begins in a line of its own")
	case keyAlone.MatchString(rest):
		return s.tell(s.At, "put it on a line of its own", "each key stands in a line of its own")
	}
	return s.key != "" && !strings.ContainsAny(s.value, `"'`) && s.unquoted()
}
