package locale

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzText holds what is true of every text: Words writes only over digits, spans lie in the text and in order.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"8 av 10", "2\u00a0av\u00a03", "En tredjedel, halvparten", "two-thirds of 3,5 %", "\xff1 \xfe", "10 000", "Å, 1.",
		"sekstiåtte prosent", "a hundred and five per cent", "hver tredje", "dobbelt så mange", "2½ og ⅔", "fem på ti", "ti %\xff",
	} {
		f.Add(s)
	}
	var locales []Locale
	for _, tag := range Tags() {
		l, _ := For(tag)
		locales = append(locales, l)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range locales {
			words := l.Words(text)
			if !strings.ContainsAny(text, "0123456789") && words != text {
				t.Errorf("%s: Words(%q) = %q", l.Tag, text, words)
			}
			for _, s := range []string{words, l.Inner(text), Capital(text)} {
				if utf8.ValidString(text) && !utf8.ValidString(s) {
					t.Errorf("%s: %q became invalid: %q", l.Tag, text, s)
				}
			}
			holdsSpans(t, l, text)
		}
	})
}

func holdsSpans(t *testing.T, l Locale, text string) {
	t.Helper()
	end := 0
	for _, s := range l.FindFractions(text) {
		if s.Start < end || s.End <= s.Start || s.End > len(text) || s.Numerator < 1 || s.Numerator >= s.Denominator {
			t.Errorf("%s: %+v in %q", l.Tag, s, text)
		}
		end = s.End
	}
	end = 0
	for _, s := range l.FindQuantities(text) {
		if s[0] < end || s[1] <= s[0] || s[1] > len(text) || utf8.ValidString(text) && !utf8.ValidString(text[s[0]:s[1]]) {
			t.Errorf("%s: %v in %q", l.Tag, s, text)
		}
		end = s[1]
	}
}
