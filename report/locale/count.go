package locale

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words writes each whole number from 0 to 100 that stands alone in words and keeps all else, spaces too: "8 av 10"
// becomes "åtte av ti". Figures stay in decimals, percents, ordinals ("3. november"), grouped thousands, sums and
// formulas ("n = 96"), words ("IT2") and before an abbreviated unit ("10 kr": Språkrådet, "Tall"). In Norwegian a 1
// before a noun stays as well, as "én", "ei" and "ett" depend on the noun's gender.
func (l Locale) Words(text string) string {
	var b strings.Builder
	for done := 0; ; {
		start := strings.IndexAny(text[done:], "0123456789")
		if start < 0 {
			return b.String() + text[done:]
		}
		start += done
		end := digitsEnd(text, start)
		b.WriteString(text[done:start])
		word := text[start:end]
		if n, ok := wholeNumber(text, start, end); ok && !l.needsGender(n, text[end:]) {
			word, _ = l.Cardinal(n)
		}
		b.WriteString(word)
		done = end
	}
}

func digitsEnd(text string, start int) int {
	end := start
	for end < len(text) && isDigit(text[end]) {
		end++
	}
	return end
}

// wholeNumber is the number that the run of digits text[start:end] states, if it stands alone and is at most 100.
func wholeNumber(text string, start, end int) (int, bool) {
	digits := text[start:end]
	n, err := strconv.Atoi(digits)
	if err != nil || n > 100 || len(digits) > 1 && digits[0] == '0' {
		return 0, false
	}
	return n, opens(text[:start], len(digits)) && closes(text[end:])
}

// opens tells whether a number of so many digits may begin after before.
func opens(before string, digits int) bool {
	r, size := utf8.DecodeLastRuneInString(before)
	if size > 0 && !unicode.IsSpace(r) && !isOpening(r) {
		return false
	}
	r, _ = utf8.DecodeLastRuneInString(strings.TrimRightFunc(before, unicode.IsSpace))
	if unicode.IsDigit(r) && digits == 3 {
		return false // the thousands of 10 100
	}
	return !isSign(r) && !strings.ContainsRune("§#", r)
}

// closes tells whether a whole number may end before after.
func closes(after string) bool {
	r, size := utf8.DecodeRuneInString(after)
	rest := strings.TrimLeftFunc(after, unicode.IsSpace)
	switch {
	case size == 0:
		return true
	case unicode.IsSpace(r):
		return !isUnit(rest) && !isThousands(rest)
	case !unicode.In(r, unicode.Pe, unicode.Pf) && !strings.ContainsRune(`.,;:!?…"'`, r):
		return false
	}
	rest = after[size:]
	next, _ := utf8.DecodeRuneInString(rest)
	if isWordRune(next) {
		return false // 3,5 and 10:30
	}
	next, _ = utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, unicode.IsSpace))
	return r != '.' || !unicode.IsLower(next) && !unicode.IsDigit(next) // 3. november
}

// isUnit tells whether s begins with a sign or an abbreviated unit that a figure belongs to.
func isUnit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if isSign(r) || strings.ContainsRune("%‰°", r) {
		return true
	}
	word := s
	if end := strings.IndexFunc(s, func(r rune) bool { return !isWordRune(r) }); end >= 0 {
		word = s[:end]
	}
	return slices.Contains([]string{"kr", "mill", "mrd", "pst", "kg", "g", "km", "m", "cm", "mm"}, word)
}

// isSign tells what makes a sum or a price of the number beside it: = < + − € $.
func isSign(r rune) bool {
	return unicode.In(r, unicode.Sm, unicode.Sc) || strings.ContainsRune("/*", r)
}

// isThousands tells whether s begins with the group of three digits that 10 000 ends in.
func isThousands(s string) bool { return digitsEnd(s, 0) == 3 }

// needsGender tells whether n ends in a one that agrees with a noun after it; "av" is no noun.
func (l Locale) needsGender(n int, after string) bool {
	if l.Tag == "en" || n%10 != 1 || n == 11 || !startsWithSpace(after) {
		return false
	}
	start, end := nextWord(after, 0)
	return start < end && strings.ToLower(after[start:end]) != l.Word(of)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
