package scale

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

func months(labels []string) Scale {
	return placedBy(Months, labels, func(label string) (span, bool) {
		n := month(label)
		return point(float64(n)), n > 0
	})
}

// month is the number of a month, in full or shortened; 0 for none.
func month(label string) int {
	return nameIn(label,
		"januar january januari jan", "februar february februari feb", "mars march marts mar", "april apr",
		"mai may maj",
		"juni june jun", "juli july jul", "august augusti aug", "september sept sep", "oktober october okt oct",
		"november nov", "desember december des dec")
}

func isMonth(word string) bool { return month(word) > 0 }

func weekdays(labels []string) Scale {
	return placedBy(Weekdays, labels, func(label string) (span, bool) {
		n := nameIn(label,
			"mandag måndag monday man mon mån mandager mondays", "tirsdag tysdag tisdag tuesday tir tirs tis tue tues",
			"onsdag wednesday ons wed", "torsdag thursday tor tors thu thur thurs", "fredag friday fre fri",
			"lørdag laurdag lördag saturday lør lau lör sat", "søndag sundag söndag sunday søn sun sön")
		return point(float64(n)), n > 0
	})
}

// nameIn is the number of the line that has the name, from 1; 0 for none.
func nameIn(label string, lines ...string) int {
	word := strings.TrimSuffix(strings.ToLower(label), ".")
	for i, names := range lines {
		if slices.Contains(strings.Fields(names), word) {
			return i + 1
		}
	}
	return 0
}

func dates(labels []string) Scale {
	return placedBy(Dates, labels, func(label string) (span, bool) {
		at, ok := date(label)
		return point(at), ok
	})
}

var (
	yearFirst   = regexp.MustCompile(`^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2})?)?)?$`)
	dayFirst    = regexp.MustCompile(`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$`)
	monthInName = regexp.MustCompile(`^(?:(\d{1,2})\.?\s+)?(\p{L}+)\.?(?:\s+(\d{4}))?$`)
	quarter     = regexp.MustCompile(`^(?i:[QK]([1-4])\s?(\d{4})|(\d{4})\s?[QK]([1-4])|([1-4])\. ?kvartal (\d{4}))$`)
	clock       = regexp.MustCompile(`^(?:[Kk]l\.? ?(\d{1,2})[:.](\d{2})|(\d{1,2}):(\d{2}))$`)
)

// date is a point in time, as a number that grows with it.
func date(label string) (float64, bool) {
	at := func(year, month, day string) (float64, bool) {
		m := whole(month)
		return float64(whole(year)*10000 + m*100 + whole(day)), m <= 12 && whole(day) <= 31
	}
	if m := yearFirst.FindStringSubmatch(label); m != nil {
		v, ok := at(m[1], m[2], m[3])
		return v + float64(whole(m[4])*60+whole(m[5]))/10000, ok
	}
	if m := dayFirst.FindStringSubmatch(label); m != nil {
		return at(m[3], m[2], m[1])
	}
	if m := monthInName.FindStringSubmatch(label); m != nil && m[1]+m[3] != "" {
		if n := month(m[2]); n > 0 {
			return at(m[3], strconv.Itoa(n), m[1])
		}
	}
	if m := quarter.FindStringSubmatch(label); m != nil {
		return float64(whole(m[2]+m[3]+m[6])*10 + whole(m[1]+m[4]+m[5])), true
	}
	if m := clock.FindStringSubmatch(label); m != nil {
		hour, minute := whole(m[1]+m[3]), whole(m[2]+m[4])
		return float64(hour*60 + minute), hour < 25 && minute < 60
	}
	return 0, false
}

// whole reads digits that a pattern has found; 0 for none.
func whole(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// marks places the marks of schools, the best first.
func marks(labels []string) Scale {
	return placedBy(Grades, labels, func(label string) (span, bool) {
		const all = "ABCDEF"
		at := strings.Index(all, label)
		return point(float64(at + 1)), len(label) == 1 && at >= 0
	})
}
