package inspect

import "strings"

// isoDate is a date of PDF (D:20251103080000+01'00') in the form of ISO 8601; as written when it is none.
func isoDate(s string) string {
	digits := strings.TrimPrefix(s, "D:")
	n := 0
	for n < len(digits) && digits[n] >= '0' && digits[n] <= '9' && n < 14 {
		n++
	}
	if n < 4 || n%2 == 1 {
		return s
	}
	out := digits[:4]
	for i, sep := range []string{"-", "-", "T", ":", ":"} {
		if at := 4 + 2*i; n >= at+2 {
			out += sep + digits[at:at+2]
		}
	}
	if n == 10 {
		out += ":00"
	}
	if n < 10 {
		return out
	}
	return out + zone(digits[n:])
}

// zone is the offset from UTC: Z, +01'00' or +01'00.
func zone(s string) string {
	switch {
	case s == "" || s[0] == 'Z':
		return "Z"
	case len(s) < 3:
		return ""
	}
	hours, minutes := s[1:3], "00"
	if len(s) >= 6 && s[3] == '\'' {
		minutes = s[4:6]
	}
	if hours+minutes == "0000" {
		return "Z"
	}
	return s[:1] + hours + ":" + minutes
}

// isTag tells whether a text is a language tag as BCP 47 wants it (RFC 5646, 2.1): subtags of letters and digits, a
// language of two to eight letters first. Whether the language exists is not looked up.
func isTag(s string) bool {
	subtags := strings.Split(s, "-")
	first := strings.ToLower(subtags[0])
	private := first == "x" || first == "i"
	if !letters2to8(first) && !(private && len(subtags) > 1) {
		return false
	}
	single := private
	for _, t := range subtags[1:] {
		if len(t) == 0 || len(t) > 8 || strings.Trim(strings.ToLower(t), "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
		single = len(t) == 1
	}
	return !single || private && len(subtags) > 1
}

func letters2to8(s string) bool {
	return len(s) >= 2 && len(s) <= 8 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}
