package fonts

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// letters measures each character as 1 wide.
func letters(s string) float64 { return float64(utf8.RuneCountInString(s)) }

// joinLines is the lines joined by |, a line that is too wide marked.
func joinLines(lines []Line) string {
	var out []string
	for _, l := range lines {
		s := l.Text
		if l.Overflow {
			s += "!"
		}
		out = append(out, s)
	}
	return strings.Join(out, "|")
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name    string
		text    string
		measure float64
		want    string
	}{
		{"lines are as full as they go", "en to tre fire", 9, "en to tre|fire"},
		{"no text, no lines", "  ", 9, ""},
		{"a line end breaks", "en\nto tre", 9, "en|to tre"},
		{"a hard space does not break", "det er 95\u00a0% av alle", 9, "det er|95\u00a0% av|alle"},
		{"a narrow hard space does not break", "det er 95\u202f% av alle", 9, "det er|95\u202f% av|alle"},
		{"a hard hyphen does not break", "ja\u2011nei\u2011vet", 6, "ja\u2011nei\u2011vet!"},
		{"a soft hyphen is not seen where it is not used", "bære\u00adkraft", 12, "bærekraft"},
		{"a soft hyphen is used when the word does not fit", "om bære\u00adkraft", 9, "om bære-|kraft"},
		{"the author's break wins over the dictionary's", "medlemsunder\u00adsøkelse", 14, "medlemsunder-|søkelse"},
		{"a word that fits on a line of its own is not broken", "om medlemsundersøkelse", 19, "om|medlemsundersøkelse"},
		{"a word wider than the measure is", "medlemsundersøkelse", 12, "medlemsun-|dersøkelse"},
		{"a slash breaks only in a word wider than the measure", "med tillitsvalgte/AMU", 17, "med|tillitsvalgte/AMU"},
		{"and then does", "med tillitsvalgte/AMU", 14, "med|tillitsvalgte/|AMU"},
		{"so does a hyphen", "fem tolv-trettenfjorten", 16, "fem tolv-|trettenfjorten"},
		{"what cannot be broken stays whole and is told", "en xxxxxxxxxxxx to", 9, "en|xxxxxxxxxxxx!|to"},
		{"several spaces are drawn as one", " en  \t to\r\n tre ", 9, "en to|tre"},
		{"empty lines are not kept", "en\n\n \nto", 9, "en|to"},
		{"a figure space does not break", "om 10\u2007000", 6, "om|10\u2007000"},
		{"a soft hyphen at a word's end is nothing", "ord\u00ad \u00ad to", 9, "ord to"},
		{"a soft hyphen after a hyphen adds none", "ikt-\u00adkontoret", 8, "ikt-|kontoret"},
		{"the added hyphen has to fit, too", "ab\u00adcd\u00adef", 4, "ab-|cdef"},
		{"one letter and its hyphen hold together", "e-undersøkelsene", 10, "e-undersø-|kelsene"},
		{"the words of a hard space are hyphenated each", "68\u00a0000 undersøkelsen\u00a0viser", 14, "68\u00a0000 under-|søkelsen\u00a0viser"},
		{"an address is broken at its slashes only", "https://example.no/undersider", 20, "https://example.no/|undersider"},
		{"a dash never begins a line", "alfa bet – gamma", 9, "alfa|bet –|gamma"},
		{"unless it cannot be avoided", "alfabeter – gamma", 9, "alfabeter|– gamma"},
		{"nor because of a long word before it", "om medlemsundersøkelse – alt", 19, "om|medlemsundersøkelse|– alt"},
		{"nor does a per cent sign", "om 95 % av", 6, "om|95 %|av"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := joinLines(Wrap(tt.text, tt.measure, letters, Norwegian())); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestBalance(t *testing.T) {
	tests := []struct {
		name    string
		text    string
		measure float64
		want    string
	}{
		{"lines are of equal length", "en to tre fire fem seks", 20, "en to tre|fire fem seks"},
		{"no lonely last word", "2 dager vanligst blant de med interne retningslinjer", 45, "2 dager vanligst blant de|med interne retningslinjer"},
		{"one line stays one", "en to", 20, "en to"},
		{"no short word alone on the last line", "aaaaaaaaaa bbbb ccccc dd", 10, "aaaaaaaaaa|bbbb|ccccc dd"},
		{"unless every break leaves it there", "aaaaaaaaaa bbbbbbbbb dd", 10, "aaaaaaaaaa|bbbbbbbbb|dd"},
		{"or the author has put it there", "aaaaaaaaaa bbbb ccccc\ndd", 10, "aaaaaaaaaa|bbbb ccccc|dd"},
		{"no word is broken for the balance", "tillits\u00advalgte svarer", 19, "tillitsvalgte|svarer"},
		{"what is too wide is told", "en xxxxxxxxxxxx to", 9, "en|xxxxxxxxxxxx!|to"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := joinLines(Balance(tt.text, tt.measure, letters, nil)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestABrokenWordIsToldApartFromAHyphenOfItsOwn(t *testing.T) {
	lines := Wrap("medlemsundersøkelse", 12, letters, Norwegian())
	if !lines[0].Hyphen || !lines[0].Joined || lines[1].Joined {
		t.Errorf("got %+v", lines)
	}
	lines = Wrap("tillitsvalgte/AMU", 14, letters, Norwegian())
	if lines[0].Hyphen || !lines[0].Joined {
		t.Errorf("got %+v", lines)
	}
}
