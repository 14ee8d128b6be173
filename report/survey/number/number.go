// Package number reads numbers as people write them, and finds out of a column of them whether a point or a comma
// stands between thousands or before decimals. It takes texts; package survey calls it for means, weights and
// ready-made tables.
package number

import (
	"fmt"
	"iter"
	"math"
	"strconv"
	"strings"
)

// Value is a number or nothing.
type Value struct {
	V       float64 // as it is shown in the file: 65.6 for "65,6 %"
	Missing bool    // the cell is blank, or says that there is none
}

// Parse reads a number as people write it: decimal comma or point, spaces between thousands, a per cent sign.
func Parse(s string) (Value, bool) { return Style{}.Parse(s) }

// Style is how the numbers of a column are written. The zero Style has no thousands but by spaces.
type Style struct {
	typed  bool // by people and their tools, who may group thousands with points or commas
	groups byte // what "1.234" or "1,234" does so with; the other one stands before decimals
	said   bool // by the layout, so that anything else is no number
}

// Parse reads a number; a Value that is missing where the text says that there is none.
func (as Style) Parse(s string) (Value, bool) {
	s = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2212", "-").Replace(s)
	if !isGrouped(s) {
		return Value{Missing: true}, false
	}
	s = strings.ReplaceAll(strings.TrimSuffix(s, "%"), " ", "")
	switch strings.ToLower(s) {
	case "", "-", "–", "n/a", "na", "nan", "..", ":":
		return Value{Missing: true}, true
	}
	s, isNumber := as.withPoint(s)
	v, err := strconv.ParseFloat(s, 64)
	const most = 1e15
	if !isNumber || err != nil || math.IsNaN(v) || math.Abs(v) > most || strings.ContainsAny(s, "xX_pP") {
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

// withPoint is a number without thousands and with a decimal point; false for one that the layout rules out.
func (as Style) withPoint(s string) (string, bool) {
	sign, use := signOf(s)
	if !as.typed && use != decimal && use != either {
		return s, true
	}
	if as.typed && use == either && sign == as.groups {
		use = thousands
	}
	other := byte('.' + ',' - sign)
	switch use {
	case thousands:
		return strings.ReplaceAll(s, string(sign), ""), !as.said || sign == as.groups
	case decimal, either:
		return strings.Replace(s, string(sign), ".", 1), !as.said || sign != as.groups
	case mixed:
		s = strings.ReplaceAll(s, string(other), "")
		return strings.Replace(s, string(sign), ".", 1), !as.said || sign != as.groups
	}
	return s, true
}

// use is what a point or comma in a number is for.
type use int

const (
	unused    use = iota
	either        // 1.234
	decimal       // 1.5, 0.125, 1234.567
	thousands     // 1.234.567
	mixed         // 1,234.5, where the sign is the last one and the other groups
)

// signOf is the point or comma in a number, and what it is for.
func signOf(s string) (byte, use) {
	s = strings.TrimLeft(strings.TrimSuffix(strings.ReplaceAll(s, " ", ""), "%"), "+-")
	last := strings.LastIndexAny(s, ".,")
	if last < 0 || strings.Trim(s, "0123456789.,") != "" {
		return '.', unused
	}
	sign, head, tail := s[last], s[:last], s[last+1:]
	switch first := strings.IndexAny(s, ".,"); {
	case first < last && inThrees(s, sign):
		return sign, thousands
	case first < last && s[first] != sign && inThrees(head, s[first]):
		return sign, mixed
	case first < last:
		return sign, unused
	case len(tail) == 3 && inThrees(s, sign):
		return sign, either
	}
	return sign, decimal
}

// inThrees tells whether a sign stands before each three digits of a number, and only there.
func inThrees(s string, sign byte) bool {
	parts := strings.Split(s, string(sign))
	for i, p := range parts {
		if strings.Trim(p, "0123456789") != "" || i > 0 && len(p) != 3 {
			return false
		}
	}
	return len(parts[0]) > 0 && len(parts[0]) <= 3 && parts[0][0] != '0'
}

// Said is what the layout says of the numbers that people and their tools have written.
type Said struct {
	Decimal string // what stands before decimals, "," or "."; empty: find out
	Lang    string // the deck's language, which tells where nothing else does
}

// StyleOf finds out how the numbers of a column are written: one that can be read in one way alone speaks for all of
// them, else the language does. The first that nothing speaks for is returned, too.
func StyleOf(texts iter.Seq[string], said Said) (as Style, doubtful string) {
	as = Style{typed: true, groups: '.', said: said.Decimal != ""}
	if said.Decimal == "." || !as.said && said.Lang == "en" {
		as.groups = ','
	}
	points, commas := 0, 0 // numbers with a decimal point, and with a decimal comma
	for s := range texts {
		switch sign, use := signOf(s); {
		case use == unused:
		case use == either && doubtful == "":
			doubtful = s
		case use == either:
		case (sign == '.') == (use != thousands):
			points++
		default:
			commas++
		}
	}
	switch {
	case as.said:
		return as, ""
	case points > 0 && commas == 0:
		as.groups = ','
	case commas > 0 && points == 0:
		as.groups = '.'
	default:
		return as, doubtful
	}
	return as, ""
}

// Doubt tells how a number is read that can be read in two ways, and what the layout can say of it.
func (as Style) Doubt(number, what string) (text, hint string) {
	sign, _ := signOf(number)
	name, decimals := "point", "."
	if sign == ',' {
		name, decimals = "comma", ","
	}
	between := string(rune('.' + ',' - sign))
	const way = "the %s in numbers %s is read as %s, though it may stand %s"
	if sign == as.groups {
		return fmt.Sprintf(way, name, what, "between thousands", "before decimals"), hintOf(between, decimals)
	}
	return fmt.Sprintf(way, name, what, "before decimals", "between thousands"), hintOf(decimals, between)
}

func hintOf(isSo, otherwise string) string {
	return fmt.Sprintf("write decimal = %q beside the file if that is so, decimal = %q if not", isSo, otherwise)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
