package survey

import (
	"math"
	"strconv"
	"strings"
)

// parseNumber reads a number as people write it: decimal comma or point, spaces between thousands, a per cent sign.
func parseNumber(s string) (Value, bool) {
	s = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2212", "-").Replace(s)
	if !isGrouped(s) {
		return Value{Missing: true}, false
	}
	s = strings.ReplaceAll(strings.TrimSuffix(s, "%"), " ", "")
	switch strings.ToLower(s) {
	case "", "-", "–", "n/a", "na", "nan", "..", ":":
		return Value{Missing: true}, true
	}
	if strings.Count(s, ",") == 1 && !strings.Contains(s, ".") {
		s = strings.Replace(s, ",", ".", 1)
	}
	v, err := strconv.ParseFloat(s, 64)
	const most = 1e15
	if err != nil || math.IsNaN(v) || math.Abs(v) > most || strings.ContainsAny(s, "xX_pP") {
		return Value{Missing: true}, false
	}
	return Value{V: v}, true
}

// isGrouped tells whether each space between two digits stands before three: "4 5" is two answers, not 45.
func isGrouped(s string) bool {
	for i := 1; i < len(s)-1; i++ {
		if s[i] != ' ' || !isDigit(s[i-1]) || !isDigit(s[i+1]) {
			continue
		}
		digits := i + 1
		for digits < len(s) && isDigit(s[digits]) {
			digits++
		}
		if digits-i-1 != 3 {
			return false
		}
	}
	return true
}
