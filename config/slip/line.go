package slip

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

var (
	header    = regexp.MustCompile(`^\s*(\[+)\s*([^\[\]]*?)\s*(\]*)\s*(?:#.*)?$`)
	comment   = regexp.MustCompile(`(?://|<!--|;;|--)\s*(.*?)\s*(?:-->)?$`)
	dashItem  = regexp.MustCompile(`^\s*[-–—•*]\s+(.*)$`)
	withColon = regexp.MustCompile(`^\s*([\p{L}0-9_-]+)\s*:\s*(.*?)\s*$`)
	noEquals  = regexp.MustCompile(`^\s*([A-Za-z0-9_-]+)\s+(["'\[\d{].*)$`)
	keyAlone  = regexp.MustCompile(`^\s*([^=\["'{}]+?)\s*=`)
	bare      = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)
	hex       = regexp.MustCompile(`^#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?\b`)
	nextKey   = regexp.MustCompile(`^\s*(?:[A-Za-z0-9_-]+\s*=|\[\[?[a-z.]+\]\]?\s*$)`)
)

// twice knows a table of a list that is written like one that there is once.
func (s *search) twice() bool {
	if !s.says("already been defined", "already created", "already exists") {
		return false
	}
	m := header.FindStringSubmatch(string(s.letters))
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
	if m := dashItem.FindStringSubmatch(text); m != nil {
		return s.tell(s.At, write(s.valid(m[1]), `write a list as ["…", "…"]`), "a line does not begin with a dash")
	}
	if m := withColon.FindStringSubmatch(text); m != nil {
		return s.tell(s.At, write(s.assigned(m[1], m[2]), "write = in its place"), `":" stands where = belongs`)
	}
	if m := noEquals.FindStringSubmatch(text); m != nil {
		return s.tell(s.At, write(s.assigned(m[1], m[2]), "write = between the key and its value"),
			"there is no = between the key and its value")
	}
	m := keyAlone.FindStringSubmatch(text)
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

// listed knows what is wrong between the elements of a list.
func (s *search) listed() bool {
	switch {
	case !s.says("expected a comma"):
		return false
	case s.here() == ';':
		line := s.valid(strings.ReplaceAll(string(s.letters), ";", ","))
		return s.tell(s.At, with("write commas between the elements of a list", line), `";" does not separate anything`)
	case nextKey.MatchString(string(s.letters)) && strings.TrimSpace(string(s.letters[:s.At])) == "":
		return s.tell(s.At, "close it with ] before this line", "the list above has no end")
	case strings.TrimSpace(string(s.letters[:s.At])) == "":
		return s.tell(s.At, "put a comma at the end of the line above",
			"there is no comma between two elements of a list")
	}
	return false
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
	case strings.HasPrefix(s.value, "="):
		return s.tell(s.At, write(s.whole(strings.TrimLeft(s.value, "= \t")), "write one"), "there is one = too many")
	case word == "true" || word == "false":
		return s.tell(s.At, write(s.keyed1(word), "write it in small letters"),
			"true and false are written in small letters")
	case yesOrNo(word) != "":
		return s.tell(s.At, "write "+yesOrNo(word)+`, or put text in quotes`,
			s.value+" is neither text in quotes nor true or false")
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
	value := strings.Trim(s.value, `"',;`)
	return s.tell(s.begin, write(s.keyed1(strconv.Quote(value)), "put it in quotes"), "a text stands in quotes")
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
