package fonts

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// letters measures each character as 1 wide.
func letters(s string) float64 { return float64(utf8.RuneCountInString(s)) }

// broken is the lines joined by |, a line that is too wide marked.
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
		{"a dash never begins a line", "alfa bet – gamma", 9, "alfa|bet –|gamma"},
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

// FuzzWrap: no line is wider than the measure unless it says so, and no letter is lost.
func FuzzWrap(f *testing.F) {
	f.Add("Et langt punkt om medlemsundersøkelsen – og mer", 9.0)
	f.Add("a\u00adb\u00ad\u00adc-d/e \n\n \u00a0x", 2.0)
	f.Add("\xff\xfe–", 0.0)
	h := Norwegian()
	f.Fuzz(func(t *testing.T, text string, measure float64) {
		if len(text) > 2000 || !utf8.ValidString(text) { // config lets no other text through
			return
		}
		for name, lines := range map[string][]Line{"Wrap": Wrap(text, measure, letters, h), "Balance": Balance(text, measure, letters, h)} {
			var all strings.Builder
			for _, l := range lines {
				if letters(l.Text) > measure && !l.Overflow {
					t.Fatalf("%s: %q is wider than %v", name, l.Text, measure)
				}
				if l.Hyphen {
					l.Text = strings.TrimSuffix(l.Text, "-")
				}
				all.WriteString(l.Text)
			}
			if got, want := inked(all.String()), inked(text); got != want {
				t.Fatalf("%s: %q became %q", name, want, got)
			}
		}
		if w, b := len(Wrap(text, measure, letters, h)), len(Balance(text, measure, letters, h)); b > w {
			t.Fatalf("Balance makes %d lines, Wrap %d", b, w)
		}
	})
}

// inked is a text without what may change at a line's end.
func inked(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00ad' {
			return -1
		}
		return r
	}, s)
}

func BenchmarkWrap(b *testing.B) {
	family, err := SourceSans()
	if err != nil {
		b.Fatal(err)
	}
	width := func(s string) float64 { return family.Regular.Advance(s, 20) }
	const text = "Unntakene begrunnes særlig med kundeoppfølging, sikkerhet og teamkritiske roller i medlemsvirksomhetene"
	for b.Loop() {
		Wrap(text, 344, width, nil)
	}
}
