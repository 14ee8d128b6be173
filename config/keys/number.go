package keys

import (
	"fmt"
	"math"
	"strings"
	"time"

	"lysark/config/diag"
	"lysark/config/slip"
)

// Finite is a number that one can count with.
func (k Key) Finite() (float64, bool) {
	switch v := k.Value.(type) {
	case int64:
		return float64(v), true
	case float64:
		if before, grouped := strings.CutSuffix(k.place.raw, ".000"); grouped {
			hint := fmt.Sprintf("write %s, or %s000 if the point stands between thousands", before, before)
			k.Errorf(diag.BadValue, hint, "is %s with three decimals that are nothing", before)
			return 0, false
		}
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			return v, true
		}
		what := strings.ToLower(fmt.Sprint(v))
		k.Errorf(diag.BadValue, "write a number, or leave the key out", "cannot be %v", what)
	default:
		k.Wrong(withoutQuotes(k.Value, false), "a number")
	}
	return 0, false
}

// withoutQuotes is the hint for a number that was written as text.
func withoutQuotes(v any, whole bool) string {
	text, ok := v.(string)
	if !ok {
		return ""
	}
	number, otherwise := slip.NumberIn(text)
	switch {
	case otherwise && !(whole && strings.Contains(number, ".")):
		return "write " + number + ", without quotes"
	case otherwise || text == "" || strings.Trim(text, "+-.0123456789") != "":
		return "write a number, without quotes"
	}
	return "write it without quotes"
}

// whole is a whole number within the range of the tag.
func (k Key) whole() (int, bool) {
	i, ok := k.Value.(int64)
	if !ok {
		if f, fraction := k.Value.(float64); fraction {
			k.Errorf(diag.WrongType, asWhole(k.place.raw, f), "must be a whole number, not %s", k.place.raw)
		} else {
			k.Wrong(withoutQuotes(k.Value, true), "a whole number")
		}
		return 0, false
	}
	if least, most := k.Bounds(); float64(i) < least || float64(i) > most {
		k.Errorf(diag.ValueRange, "", "is %d; it must be between %.0f and %.0f", i, least, most)
		return 0, false
	}
	return int(i), true
}

// asWhole is the hint for a number with a point between its thousands, or with decimals that are nothing; empty for any
// other.
func asWhole(written string, f float64) string {
	before, after, _ := strings.Cut(written, ".")
	const group = 3
	switch {
	case len(after) == group && len(before) <= group && before != "0":
	case f == math.Trunc(f) && math.Abs(f) < math.MaxInt32:
		return fmt.Sprintf("write %.0f", f)
	default:
		return ""
	}
	return "write " + before + after + ", if the point stands between thousands"
}

// Truth is true or false.
func (k Key) Truth() (bool, bool) {
	b, ok := k.Value.(bool)
	if !ok {
		hint := "write true or false, without quotes"
		if text, isText := k.Value.(string); isText {
			if truth, known := slip.TruthIn(text); known {
				hint = "write " + truth + ", without quotes"
			}
		}
		k.Wrong(hint, "true or false")
	}
	return b, ok
}

func (k Key) date() (time.Time, bool) {
	t, ok := k.Value.(time.Time)
	if !ok || t.Year() == 0 { // a time of day comes without a date
		what := "a time of day"
		if !ok {
			what = typeOf(k.Value)
		}
		k.Errorf(diag.WrongType, k.asDate(), "must be a date, not %s", what)
		return time.Time{}, false
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), true
}

// asDate is how the date is written that stands in quotes.
func (k Key) asDate() string {
	text, _ := k.Value.(string)
	if date, ok := slip.DateIn(text); ok {
		return "write " + k.key + " = " + date + ", without quotes"
	}
	return "write it as 2025-11-03, without quotes"
}
