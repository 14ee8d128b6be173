package xlsx

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// clock is a format of dates and times that is numbers alone, such as dd.mm.yyyy hh:mm, as a layout of package time.
// Each respondent has another time, so that what excelize has shown once is of no use for the next.
type clock string

// hour stands in a layout for the hour without a nought before it, which package time does not know.
const hour = "\x00"

var (
	clockPart = regexp.MustCompile(`(?i)y+|m+|d+|h+|s+|\\?[-./: ,]|"[^"0-9]*"`)
	spoken    = regexp.MustCompile(`(?i)^\[\$-0?(?:409|809|414|814|406|41D)\]`)
)

// clockOf is the layout of a format; empty for one with names, fractions or anything else that excelize has to show.
func clockOf(code string) clock {
	code, _, _ = strings.Cut(spoken.ReplaceAllString(code, ""), ";")
	parts := clockPart.FindAllString(code, -1)
	if strings.Join(parts, "") != code {
		return ""
	}
	var layout strings.Builder
	for i, p := range parts {
		p = strings.ToLower(p)
		if p[0] == 'm' && isOfMinutes(parts, i) {
			p = strings.ToUpper(p)
		}
		in, known := map[string]string{
			"yyyy": "2006", "yy": "06", "mm": "01", "m": "1", "dd": "02", "d": "2",
			"hh": "15", "h": hour, "MM": "04", "M": "4", "ss": "05", "s": "5",
		}[p]
		switch {
		case known:
			layout.WriteString(in)
		case p[0] >= 'a' && p[0] <= 'z':
			return "" // a name, or a year in five digits
		default:
			layout.WriteString(strings.Trim(p, `\"`))
		}
	}
	if strings.ContainsFunc(layout.String(), func(r rune) bool { return r > ':' }) {
		return "" // a word that package time could take for a month's name
	}
	return clock(layout.String())
}

// isOfMinutes tells the minutes from the month: they follow the hours, or the seconds follow them.
func isOfMinutes(parts []string, at int) bool {
	before, after := "", ""
	for _, p := range parts[:at] {
		if isOfTime(p) {
			before = strings.ToLower(p)
		}
	}
	for _, p := range parts[at+1:] {
		if after == "" && isOfTime(p) {
			after = strings.ToLower(p)
		}
	}
	return strings.HasPrefix(before, "h") || strings.HasPrefix(after, "s")
}

func isOfTime(part string) bool { return strings.Contains("ymdhsYMDHS", part[:1]) }

// show is a number of days since the first as a date; false for one outside the calendar that all programs share.
func (c clock) show(v float64, date1904 bool) (string, bool) {
	const first, last = 62, 2_957_000 // before it spreadsheets count a day that never was
	if c == "" || v < first || v > last {
		return "", false
	}
	days := int(v)
	// A second is as long as excelize has it.
	at := dayZero(date1904).AddDate(0, 0, days).Add(time.Duration((v - float64(days) + 1e-9) * float64(24*time.Hour)))
	if at.Nanosecond()/1e6 > 500 {
		at = at.Round(time.Second)
	}
	shown := at.Format(string(c))
	if strings.Contains(shown, hour) {
		shown = strings.ReplaceAll(shown, hour, strconv.Itoa(at.Hour()))
	}
	return shown, true
}

// dayZero is the day that spreadsheets count from.
func dayZero(date1904 bool) time.Time {
	if date1904 {
		return time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
}
