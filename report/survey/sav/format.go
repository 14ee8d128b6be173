package sav

import (
	"fmt"
	"math"
	"strconv"
	"time"
)

// Format is how a variable is shown, such as F8.2 or DATE11.
type Format struct {
	Type     FormatType
	Width    int
	Decimals int
}

// FormatType is the letters of a format, by the number that files have for them.
type FormatType uint8

// The formats that tell more than how wide a number or a text is.
const (
	N        FormatType = 16 // with zeros in front
	F        FormatType = 5
	Date     FormatType = 20
	Time     FormatType = 21
	DateTime FormatType = 22
	ADate    FormatType = 23
	JDate    FormatType = 24
	DTime    FormatType = 25
	Weekday  FormatType = 26
	Month    FormatType = 27
	MonthYr  FormatType = 28
	Quarter  FormatType = 29
	Week     FormatType = 30
	Percent  FormatType = 31
	EDate    FormatType = 38
	SDate    FormatType = 39
	MTime    FormatType = 40
	YMDHMS   FormatType = 41
	text     FormatType = 1
)

// String is the format as SPSS writes it.
func (f Format) String() string {
	names := [...]string{1: "A", "AHEX", "COMMA", "DOLLAR", "F", "IB", "PIBHEX", "P", "PIB", "PK", "RB", "RBHEX",
		15: "Z", "N", "E", 20: "DATE", "TIME", "DATETIME", "ADATE", "JDATE", "DTIME", "WKDAY", "MONTH", "MOYR", "QYR",
		"WKYR", "PCT", "DOT", "CCA", "CCB", "CCC", "CCD", "CCE", "EDATE", "SDATE", "MTIME", "YMDHMS"}
	if int(f.Type) >= len(names) {
		return "?"
	}
	if f.Decimals > 0 {
		return fmt.Sprintf("%s%d.%d", names[f.Type], f.Width, f.Decimals)
	}
	return fmt.Sprintf("%s%d", names[f.Type], f.Width)
}

// IsDate tells a point in time or a part of one from a mere number.
func (f Format) IsDate() bool {
	return f.Type >= Date && f.Type <= Week || f.Type >= EDate && f.Type <= YMDHMS
}

// parseFormat takes a format apart. One that is none is what SPSS shows anything in.
func parseFormat(packed int32, isText bool) Format {
	f := Format{Type: FormatType(packed >> 16), Width: int(packed >> 8 & 0xff), Decimals: int(packed & 0xff)}
	switch known := f.String(); {
	case isText:
		f.Type = text
	case known == "?" || known[0] >= '0' && known[0] <= '9' || f.Type <= 2:
		return Format{Type: F, Width: 8, Decimals: 2}
	}
	return f
}

// forValues is what the texts of values depend on.
func (f Format) forValues() Format {
	switch {
	case f.Type == N:
		return Format{Type: N, Width: f.Width}
	case f.IsDate():
		return Format{Type: f.Type, Decimals: f.Decimals}
	}
	return Format{}
}

// Append writes a number as a cell's text. A number is written with all the digits it has, up to fifteen, and not
// rounded as SPSS shows it: what is counted and reckoned with is the answer. Dates are written by ISO 8601, weekdays
// and months by their English names, and N with the zeros that codes of towns and the like begin with.
func (f Format) Append(dst []byte, x float64) []byte {
	if f.IsDate() {
		if out, ok := f.appendDate(dst, x); ok {
			return out
		}
	}
	if f.Type == N && x >= 0 && x < 1e15 && x == math.Trunc(x) {
		digits := strconv.AppendInt(nil, int64(x), 10)
		for n := len(digits); n < f.Width; n++ {
			dst = append(dst, '0')
		}
		return append(dst, digits...)
	}
	return appendNumber(dst, x)
}

func appendNumber(dst []byte, x float64) []byte {
	size := math.Abs(x)
	switch {
	case size < 1e15 && x == math.Trunc(x):
		return strconv.AppendInt(dst, int64(x), 10)
	case size >= 1e21 || size < 1e-7:
		return strconv.AppendFloat(dst, x, 'g', 15, 64)
	}
	start := len(dst)
	dst = strconv.AppendFloat(dst, x, 'f', -1, 64)
	if len(dst)-start > len("0.")+15 {
		// What lies behind the fifteenth digit is what a computer makes of 0.1 + 0.2.
		short, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64)
		if err == nil {
			dst = strconv.AppendFloat(dst[:start], short, 'f', -1, 64)
		}
	}
	return dst
}

const (
	minute = 60
	hour   = 60 * minute
	day    = 24 * hour
)

// appendDate writes a point in time, which is seconds since the first day of the Gregorian calendar, a duration, or the
// number of a weekday or month. It is false for a number that is none of these.
func (f Format) appendDate(dst []byte, x float64) ([]byte, bool) {
	const most = 8000 * 366 * day // some day of the year 9500
	switch f.Type {
	case Weekday:
		if x >= 1 && x <= 7 && x == math.Trunc(x) {
			return append(dst, time.Weekday(int(x)-1).String()...), true
		}
		return dst, false
	case Month:
		if x >= 1 && x <= 12 && x == math.Trunc(x) {
			return append(dst, time.Month(int(x)).String()...), true
		}
		return dst, false
	case Time, DTime, MTime:
		if math.Abs(x) > most {
			return dst, false
		}
		return f.appendTime(dst, x), true
	}
	if !(x >= 0 && x < most) {
		return dst, false
	}
	t := time.Date(1582, time.October, 14, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(x/day))
	switch f.Type {
	case MonthYr:
		return t.AppendFormat(dst, "2006-01"), true
	case Quarter:
		return fmt.Appendf(dst, "%d Q%d", t.Year(), (t.Month()+2)/3), true
	case Week: // that which begins on the first of January is the first
		return fmt.Appendf(dst, "%d W%02d", t.Year(), (t.YearDay()+6)/7), true
	}
	dst = t.AppendFormat(dst, time.DateOnly)
	if f.Type == DateTime || f.Type == YMDHMS {
		dst = f.appendClock(append(dst, ' '), math.Mod(x, day))
	}
	return dst, true
}

// appendTime writes a duration, of which hours may be more than a day has.
func (f Format) appendTime(dst []byte, x float64) []byte {
	if x < 0 {
		dst, x = append(dst, '-'), -x
	}
	if f.Type == DTime {
		dst = strconv.AppendInt(dst, int64(x/day), 10)
		return f.appendClock(append(dst, ' '), math.Mod(x, day))
	}
	return f.appendClock(dst, x)
}

// appendClock writes hours, minutes, seconds and, where the format shows them and there are any, their parts.
func (f Format) appendClock(dst []byte, x float64) []byte {
	whole := int64(x)
	dst = fmt.Appendf(dst, "%02d:%02d:%02d", whole/hour, whole%hour/minute, whole%minute)
	scale := int64(math.Pow10(min(f.Decimals, 6)))
	// A millionth more: 0.29 is stored as a little less than it.
	parts := int64((x - float64(whole)) * float64(scale) * (1 + 1e-6))
	if parts <= 0 {
		return dst
	}
	digits := strconv.AppendInt(nil, min(parts, scale-1)+scale, 10)[1:]
	for digits[len(digits)-1] == '0' {
		digits = digits[:len(digits)-1]
	}
	return append(append(dst, '.'), digits...)
}
