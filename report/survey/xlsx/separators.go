package xlsx

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// cleaned takes the separators out of a number: excelize groups thousands with a comma, which in Norway is the decimal
// sign, and puts the spaces of "# ##0,00" in the wrong place. The space of "0 %" it puts last.
func (s *shower) cleaned(shown, stored string) string {
	if number, spaced := strings.CutSuffix(shown, "% "); spaced {
		shown = number + " %"
	}
	v, err := strconv.ParseFloat(stored, 64)
	switch {
	case err != nil || shown == stored:
		return shown
	case hasUnit(shown):
		return s.words.withUnit(shown, v)
	case hasSeparator(shown):
		return withoutSeparators(shown, v)
	}
	return shown
}

// hasUnit tells a number with letters or a currency's sign around it. It stays a text, for people to read.
func hasUnit(shown string) bool {
	first, last := strings.IndexFunc(shown, isDigitRune), strings.LastIndexFunc(shown, isDigitRune)
	isOfUnit := func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) }
	return first >= 0 && strings.ContainsFunc(shown[:first]+shown[last+1:], isOfUnit)
}

func isDigitRune(r rune) bool { return r >= '0' && r <= '9' }

// withUnit writes the number beside a unit as the language does. What is no number, as a date with a month's name,
// stays.
func (w words) withUnit(shown string, v float64) string {
	bare, ok := unseparated(shown, v)
	if !ok {
		return shown
	}
	first, last := strings.IndexFunc(bare, isDigitRune), strings.LastIndexFunc(bare, isDigitRune)
	whole, decimals, hasDecimals := strings.Cut(bare[first:last+1], ".")
	if hasSeparator(shown) {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + w.thousands + whole[i:]
		}
	}
	if hasDecimals {
		decimals = w.decimal + decimals
	}
	return bare[:first] + whole + decimals + bare[last+1:]
}

// hasSeparator tells whether a comma or space stands between two digits.
func hasSeparator(s string) bool {
	for i := 1; i < len(s)-1; i++ {
		if isSeparator(s[i]) && isDigit(s[i-1]) && isDigit(s[i+1]) {
			return true
		}
	}
	return false
}

// withoutSeparators writes a number with the decimals it is shown with. What is shown otherwise, as a date is, stays.
func withoutSeparators(shown string, v float64) string {
	if out, ok := unseparated(shown, v); ok {
		return out
	}
	return shown
}

// unseparated is false where what is shown is not the number.
func unseparated(shown string, v float64) (string, bool) {
	var out strings.Builder
	for i := range len(shown) {
		if isSeparator(shown[i]) && i > 0 && i+1 < len(shown) && isDigit(shown[i-1]) && isDigit(shown[i+1]) {
			continue
		}
		out.WriteByte(shown[i])
	}
	number := strings.TrimFunc(out.String(), func(r rune) bool { return !isDigitRune(r) }) // sign and unit
	got, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return "", false
	}
	v = math.Abs(v)
	if strings.Contains(shown, "%") {
		v *= 100
	}
	_, decimals, _ := strings.Cut(number, ".")
	return out.String(), math.Abs(got-v) <= math.Pow10(-len(decimals))
}

func isSeparator(c byte) bool { return c == ',' || c == ' ' }
func isDigit(c byte) bool     { return c >= '0' && c <= '9' }
