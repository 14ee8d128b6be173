package slip

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// How numbers and dates are written at home.
var (
	pointless   = regexp.MustCompile(`^([-+−–—]?)\s*(\d+),(\d+)$`)
	firstOf     = regexp.MustCompile(`^[-+−–—]?\s*\d+,\d+`)
	grouped     = regexp.MustCompile(`^([-+−–—]?)\s*(\d{1,3}(?:[ \x{a0}\x{202f}\x{2009}'’]\d{3})+|\d{1,3}(?:\.\d{3}){2,})$`)
	dashed      = regexp.MustCompile(`^[−–—]\s*(\d+(?:\.\d+)?)$`)
	withUnit    = regexp.MustCompile(`^(-?\d+(?:[.,]\d+)?)\s*(%|[a-zæøå]{1,8}\.?)$`)
	bareDecimal = regexp.MustCompile(`^([-+]?)(\d*)\.(\d*)$`)
	leadingZero = regexp.MustCompile(`^[-+]?0+(\d+)$`)

	dayFirst  = regexp.MustCompile(`^(\d{1,2})[\s.]*[./-][\s]*(\d{1,2})[\s.]*[./-][\s]*(\d{4})$`)
	shortYear = regexp.MustCompile(`^(\d{1,2})[./-](\d{1,2})[./-](\d{2})$`)
	yearFirst = regexp.MustCompile(`^(\d{4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,2})$`)
	dayMonth  = regexp.MustCompile(`^(\d{1,2})\.?\s*(\p{L}{3,9})\.?,?\s*(\d{4})$`)
	monthDay  = regexp.MustCompile(`^(\p{L}{3,9})\.?\s*(\d{1,2})\.?,?\s*(\d{4})$`)
)

// DateIn is a date as TOML has it; false when the text is none. Where day and month could be either, the day is first,
// as Norwegians write it.
func DateIn(s string) (string, bool) {
	s = strings.TrimFunc(s, isSpace)
	var year, month, day string
	switch {
	case dayFirst.MatchString(s):
		m := dayFirst.FindStringSubmatch(s)
		year, month, day = m[3], m[2], m[1]
		if n, _ := strconv.Atoi(month); n > 12 {
			month, day = day, month
		}
	case shortYear.MatchString(s):
		m := shortYear.FindStringSubmatch(s)
		year, month, day = "20"+m[3], m[2], m[1]
	case yearFirst.MatchString(s):
		m := yearFirst.FindStringSubmatch(s)
		year, month, day = m[1], m[2], m[3]
	case dayMonth.MatchString(s):
		m := dayMonth.FindStringSubmatch(s)
		year, month, day = m[3], monthNamed(m[2]), m[1]
	case monthDay.MatchString(s):
		m := monthDay.FindStringSubmatch(s)
		year, month, day = m[3], monthNamed(m[1]), m[2]
	}
	t, err := time.Parse("2006-1-2", year+"-"+month+"-"+day)
	return t.Format(time.DateOnly), err == nil
}

// monthNamed is the number of a month by the first three letters of its name in Norwegian or English.
func monthNamed(name string) string {
	const short = 3
	begin := strings.ToLower(string([]rune(name)[:short]))
	for i, names := range []string{"jan", "feb", "mar", "apr", "mai may", "jun", "jul", "aug", "sep", "okt oct",
		"nov", "des dec"} {
		if strings.Contains(names, begin) {
			return strconv.Itoa(i + 1)
		}
	}
	return ""
}

// dated knows a date.
func (s *search) dated() bool {
	date, ok := DateIn(s.value)
	switch {
	case ok && s.Wants(s.key) == Text:
		return s.unquoted()
	case ok && shortYear.MatchString(s.value) && s.Wants(s.key) != Date: // it may be the number of a version
		return false
	case ok && date != s.value:
		return s.tell(s.begin, write(s.keyed1(date), "write "+date), "dates are written with the year first")
	case yearFirst.MatchString(s.value) && s.says("datetime"):
		return s.tell(s.begin, "", s.value+" is no day of the calendar")
	}
	return false
}

// keyed1 is the key with its value, also within a line that holds more.
func (s *search) keyed1(value string) string {
	if line := s.whole(value); line != "" || s.key == "" {
		return line
	}
	return s.valid(s.key + " = " + value)
}

// NumberIn is a number as TOML has it; false when the text is none, and none that is only written otherwise. Of "1,200"
// nobody knows which number it is.
func NumberIn(s string) (string, bool) {
	s = strings.TrimFunc(s, isSpace)
	if m := pointless.FindStringSubmatch(s); m != nil {
		return sign(m[1]) + strings.TrimLeft(m[2][:len(m[2])-1], "0") + m[2][len(m[2])-1:] + "." + m[3], !orThousand(s)
	}
	if m := grouped.FindStringSubmatch(s); m != nil {
		return sign(m[1]) + strings.Map(digit, m[2]), true
	}
	if m := dashed.FindStringSubmatch(s); m != nil {
		return "-" + m[1], true
	}
	if m := bareDecimal.FindStringSubmatch(s); m != nil && m[2]+m[3] != "" {
		return m[1] + orZero(m[2]) + "." + orZero(m[3]), true
	}
	if m := leadingZero.FindStringSubmatch(s); m != nil {
		return m[1], true
	}
	return "", false
}

// orThousand tells a number of which the comma may as well stand between thousands.
func orThousand(s string) bool {
	m := pointless.FindStringSubmatch(s)
	const group = 3
	return m != nil && len(m[3]) == group && len(m[2]) <= group && m[2] != "0"
}

func sign(s string) string {
	if s == "" || s == "+" {
		return ""
	}
	return "-"
}

func orZero(digits string) string {
	if digits == "" {
		return "0"
	}
	return digits
}

func digit(r rune) rune {
	if r < '0' || r > '9' {
		return -1
	}
	return r
}

// numbered knows a number.
func (s *search) numbered() bool {
	value := s.value
	if m := firstOf.FindString(value); m != "" && strings.HasPrefix(strings.TrimLeft(value[len(m):], " \t"), ",") {
		value = m // another key of a table on one line follows
	}
	if s.isListed() {
		return false
	}
	number, ok := NumberIn(value)
	if s.Wants(s.key) == Text {
		return (ok || orThousand(value)) && s.unquoted()
	}
	if ok {
		what := value + " is no number here"
		if pointless.MatchString(value) {
			what = value + " has a comma where the point of a decimal belongs"
		}
		return s.tell(s.begin, "write "+number, what)
	}
	if orThousand(value) {
		plain := strings.Map(digit, value)
		return s.tell(s.begin, "write "+strings.Replace(value, ",", ".", 1)+" for decimals, or "+plain+" for thousands",
			value+" is no number here")
	}
	if m := withUnit.FindStringSubmatch(value); m != nil && s.Wants(s.key) != Text {
		number := strings.Replace(m[1], ",", ".", 1)
		return s.tell(s.begin, "write "+number+s.orText(), "a number stands without "+m[2])
	}
	return false
}

// orText is what to do about a value that may be meant as text, if nobody knows what belongs there.
func (s *search) orText() string {
	if s.Wants(s.key) != Unknown {
		return ""
	}
	return ", or put text in quotes"
}

// isListed tells whether the value is an element of a list that begins in the line.
func (s *search) isListed() bool { return strings.HasPrefix(s.value, "[") }
