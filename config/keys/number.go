package keys

import (
	"fmt"
	"math"
	"strings"
	"time"

	"lysark/config/diag"
)

// Finite is a number that one can count with.
func (k Key) Finite() (float64, bool) {
	switch v := k.Value.(type) {
	case int64:
		return float64(v), true
	case float64:
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			return v, true
		}
		what := strings.ToLower(fmt.Sprint(v))
		k.Errorf(diag.BadValue, "write a number, or leave the key out", "cannot be %v", what)
	default:
		k.Wrong(withoutQuotes(k.Value), "a number")
	}
	return 0, false
}

// withoutQuotes is the hint for a number that was written as text.
func withoutQuotes(v any) string {
	if _, text := v.(string); text {
		return "write it without quotes"
	}
	return ""
}

// whole is a whole number within the range of the tag.
func (k Key) whole() (int, bool) {
	i, ok := k.Value.(int64)
	if !ok {
		if f, fraction := k.Value.(float64); fraction {
			k.Errorf(diag.WrongType, "", "must be a whole number, not %v", f)
		} else {
			k.Wrong(withoutQuotes(k.Value), "a whole number")
		}
		return 0, false
	}
	if least, most := k.Bounds(); float64(i) < least || float64(i) > most {
		k.Errorf(diag.ValueRange, "", "is %d; it must be between %.0f and %.0f", i, least, most)
		return 0, false
	}
	return int(i), true
}

// Truth is true or false.
func (k Key) Truth() (bool, bool) {
	b, ok := k.Value.(bool)
	if !ok {
		k.Wrong("write true or false, without quotes", "true or false")
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
		k.Errorf(diag.WrongType, "write it as 2025-11-03, without quotes", "must be a date, not %s", what)
		return time.Time{}, false
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), true
}
