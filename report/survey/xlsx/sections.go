package xlsx

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// section is a part of a format, for the numbers that meet a condition.
type section struct {
	sign   string // =, <>, <, <=, > or >=; empty: what no other section takes
	limit  float64
	look   look
	unsign bool // it says itself what stands before a number below 0
}

// condition of a section, as in [>100], [=1] or [<=-5,5].
var condition = regexp.MustCompile(`\[(=|<>|<=|>=|<|>)\s*([-+]?[0-9.]+)\]`)

// sectionsOf are the sections of a format, where which one counts is not left to excelize, which knows no conditions
// and no section for 0; nil for all other formats.
func sectionsOf(f numberFormat) (out []section) {
	parts := cut(f.code)
	if strings.Trim(f.code, ";") == "" {
		return nil // it hides all
	}
	hasCondition := slices.ContainsFunc(parts, condition.MatchString)
	if len(parts) < 3 && !hasCondition {
		return nil
	}
	for i, p := range parts[:min(len(parts), 3)] {
		s := section{look: newLook(numberFormat{code: condition.ReplaceAllString(p, "")})}
		given := condition.FindStringSubmatch(p)
		switch {
		case given != nil:
			s.sign = given[1]
			s.limit, _ = strconv.ParseFloat(given[2], 64)
		case i == 0 && !hasCondition:
			s.sign = ">"
		case i == 1 && len(parts) > 2:
			s.sign, s.unsign = "<", true
		}
		out = append(out, s)
	}
	return out
}

// cut cuts a format into its sections. Semicolons in quotes and behind a backslash are texts.
func cut(code string) (parts []string) {
	start, quoted := 0, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case c == '\\' && !quoted:
			i++
		case c == ';' && !quoted:
			parts = append(parts, code[start:i])
			start = i + 1
		}
	}
	return append(parts, code[start:])
}

func (s *section) takes(v float64) bool {
	switch s.sign {
	case "=":
		return v == s.limit
	case "<>":
		return v != s.limit
	case "<":
		return v < s.limit
	case "<=":
		return v <= s.limit
	case ">":
		return v > s.limit
	case ">=":
		return v >= s.limit
	}
	return true
}

// inSection is a number as the section shows it that it falls into; one that falls into none is shown as it is stored.
// It is false for a number that the section hides, or shows as a dash: that is no blank.
func (s *shower) inSection(sections []section, stored string) (shown string, ok bool) {
	v, err := strconv.ParseFloat(stored, 64)
	if err != nil {
		return stored, true
	}
	for i := range sections {
		one := &sections[i]
		if !one.takes(v) {
			continue
		}
		if text, is := literal(one.look.format.code); is {
			hasWord := strings.ContainsFunc(text, unicode.IsLetter) && !strings.HasSuffix(text, "-")
			return text, hasWord
		}
		if one.unsign {
			stored = strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
		}
		if one.look.plain {
			return general(stored), true
		}
		return s.cleaned(s.formatted(&one.look, stored, false), stored), true
	}
	return general(stored), true
}

// literal is what a section shows that has no place for a number.
func literal(code string) (text string, is bool) {
	if strings.ContainsAny(unspoken.ReplaceAllString(code, ""), "0#@%/.,EeGgAaBbDdHhMmSsYy") {
		return "", false
	}
	code = unspoken.ReplaceAllStringFunc(code, func(s string) string {
		switch s[0] {
		case '"':
			return s[1 : len(s)-1]
		case '\\':
			return s[1:]
		case '_':
			return " "
		}
		return "" // a colour, or what fills the cell
	})
	return strings.TrimSpace(strings.ReplaceAll(code, "?", " ")), true
}
