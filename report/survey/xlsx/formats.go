package xlsx

import (
	"cmp"
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
)

// numberFormat is how a cell's number is shown.
type numberFormat struct {
	id   int    // of those that every spreadsheet program has
	code string // of one of the file's own, such as "0.0%"
}

// longestFormat is the longest that spreadsheet programs take. A made-up one takes seconds for each number.
const longestFormat = 255

// formats are those of the styles that cells name, in their order.
func (p parts) formats(styles string) (out []numberFormat) {
	if styles == "" {
		return nil
	}
	own := map[int]string{}
	within := "" // which list of the styles
	// Styles that break off show the numbers after them as they are stored.
	_ = p.visit(styles, func(e xml.StartElement) {
		switch e.Name.Local {
		case "numFmts", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs":
			within = e.Name.Local
		case "numFmt":
			id, err := strconv.Atoi(attribute(e, "numFmtId"))
			code := attribute(e, "formatCode")
			if err == nil && within == "numFmts" && len(own) < mostStyles && len(code) <= longestFormat {
				own[id] = code
			}
		case "xf":
			if within == "cellXfs" && len(out) < mostStyles {
				id, _ := strconv.Atoi(attribute(e, "numFmtId"))
				out = append(out, numberFormat{id: id})
			}
		}
	})
	for i := range out {
		out[i].code = own[out[i].id] // some programs write the formats last
	}
	return out
}

// isPlain tells a format that shows a number as it is stored. Some programs write its name as their users see it.
func (f numberFormat) isPlain() bool {
	return f.id == 0 && f.code == "" || f.code == "@" ||
		strings.EqualFold(f.code, "General") || strings.EqualFold(f.code, "Standard")
}

var (
	digitsAlone = regexp.MustCompile(`^[-+() #,0.%;]*0[-+() #,0.%;]*$`)
	asMany      = regexp.MustCompile(`\.0*#|\.0{11}`)
)

// rounds tells a format with a certain number of decimals.
func (f numberFormat) rounds() bool {
	if f.code == "" {
		return f.id >= 1 && f.id <= 10 || f.id >= 37 && f.id <= 44 // of those that every program has
	}
	asked := unspoken.ReplaceAllString(f.code, "")
	return digitsAlone.MatchString(asked) && !asMany.MatchString(asked)
}

// words are what a language has for dates and numbers: its number in formats, and how a program in that language shows
// those of the formats that every program has.
type words struct {
	locale    string
	own       map[int]string // formats by their number
	longDate  string
	separator string // between the numbers of a date
	thousands string // what stands between them
	decimal   string // what stands before decimals
}

func wordsOf(lang string) words {
	norwegian := map[int]string{
		14: "dd.mm.yyyy", 15: "dd.mmm.yy", 16: "dd.mmm", 17: "mmm.yy", 22: "dd.mm.yyyy hh:mm",
	}
	switch lang {
	case "en":
		return words{locale: "409", separator: "/", thousands: ",", decimal: ".", longDate: "d mmmm yyyy",
			own: map[int]string{14: "dd.mm.yyyy", 22: "dd.mm.yyyy hh:mm"}}
	case "nn":
		return words{locale: "814", separator: ".", thousands: " ", decimal: ",", longDate: "d. mmmm yyyy", own: norwegian}
	}
	return words{locale: "414", separator: ".", thousands: " ", decimal: ",", longDate: "d. mmmm yyyy", own: norwegian}
}

const longTime = "hh:mm:ss"

var (
	// machinesOwn are formats that leave it to the machine how a date or a time is shown.
	machinesOwn = regexp.MustCompile(`(?i)\[\$-(?:f800|f400|x-sysdate|x-systime)`)
	isTime      = regexp.MustCompile(`(?i)\[\$-(?:f400|x-systime)`)
	// unspoken is what a format does not show as it stands: texts in quotes, single characters, colours and languages.
	unspoken = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[[^\]]*\]`)
	// named asks for the name of a month or a weekday.
	named = regexp.MustCompile(`(?i)mmm|ddd|aaa`)
	// ofDate asks for a day or a year.
	ofDate = regexp.MustCompile(`(?i)[dy]`)
	// language is the language that a format names, as in [$-414].
	language = regexp.MustCompile(`\[\$[^\]-]*-[^\]]+\]`)
	// tagged names it by letters, as in [$-nb-NO] or [$kr-nb-NO,1].
	tagged = regexp.MustCompile(`(\[\$[^\]-]*-)([A-Za-z]{2,3})-[^\]]*\]`)
)

// numbered is a format with the number of its language in place of letters, which excelize takes for another language:
// for it, nb-NO is Finnish.
func (w words) numbered(code string) string {
	numbers := map[string]string{
		"nb": "414", "no": "414", "nn": "814", "da": "406", "sv": "41D", "fi": "40B", "is": "40F", "se": "43B",
		"en": "409", "de": "407", "fr": "40C", "es": "C0A", "it": "410", "nl": "413", "pl": "415", "pt": "816",
	}
	return tagged.ReplaceAllStringFunc(code, func(s string) string {
		part := tagged.FindStringSubmatch(s)
		return part[1] + cmp.Or(numbers[strings.ToLower(part[2])], w.locale) + "]"
	})
}

// in is the format as a program in that language shows it, as a code; empty for a number as it is stored.
func (f numberFormat) in(w words) string {
	switch {
	case f.code == "":
		return w.section(w.own[f.id])
	case machinesOwn.MatchString(f.code):
		if isTime.MatchString(f.code) {
			return longTime
		}
		return "[$-" + w.locale + "]" + w.longDate
	}
	sections := strings.Split(w.numbered(f.code), ";")
	for i, s := range sections {
		sections[i] = w.section(s)
	}
	return strings.Join(sections, ";")
}

// section puts a part of a format into the language, unless it names its own.
func (w words) section(s string) string {
	asked := unspoken.ReplaceAllString(s, "")
	if language.MatchString(s) || !ofDate.MatchString(asked) && !named.MatchString(asked) {
		return s
	}
	if w.separator != "/" {
		s = strings.ReplaceAll(s, "/", w.separator)
	}
	if named.MatchString(asked) {
		s = "[$-" + w.locale + "]" + s
	}
	return s
}
