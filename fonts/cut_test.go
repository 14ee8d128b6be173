package fonts

import (
	"strings"
	"testing"
)

func TestCut(t *testing.T) {
	tests := []struct {
		name    string
		text    string // with | where it is cut
		measure float64
		want    string // lines by /, pieces by |
	}{
		{"in the middle of words", "et l|ang|t ord", 20, "et l|ang|t ord"},
		{"a space stays where its first one is", "se | rapporten| her", 20, "se |rapporten| her"},
		{"a space that a line ends at is gone", "se| rapporten |her", 9, "se||/|rapporten|/||her"},
		{"a soft hyphen that is not used is gone", "om |bære\u00ad|kraft", 20, "om |bære|kraft"},
		{"the hyphen belongs to the piece that it ends", "om |bære\u00adkraft| her", 8, "om |bære-|/|kraft|/||her"},
		{"a word broken by the dictionary", "|medlemsundersøkelse|", 12, "|medlemsun-|/|dersøkelse|"},
		{"a hard space is a letter", "det |er 95\u00a0%|", 20, "det |er 95\u00a0%|"},
		{"over a line end", "se |dette\nog| det", 20, "se |dette|/|og| det"},
		{"spaces around a lone soft hyphen are one", "a |\u00ad |b", 20, "a ||b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var places []int
			text := ""
			for i, part := range strings.Split(tt.text, "|") {
				if i > 0 {
					places = append(places, len(text))
				}
				text += part
			}
			var got []string
			for _, l := range Wrap(text, tt.measure, letters, Norwegian()) {
				got = append(got, strings.Join(l.Cut(text, places), "|"))
			}
			if g := strings.Join(got, "/"); g != tt.want {
				t.Errorf("got  %q\nwant %q", g, tt.want)
			}
		})
	}
}

func TestEachPartIsHyphenatedByItsOwnLanguage(t *testing.T) {
	const text = "medlemsundersøkelse medlemsundersøkelse"
	tests := []struct {
		name string
		h    Hyphenator
		want string
	}{
		{"one language", Norwegian(), "medlemsun-|dersøkelse|medlemsun-|dersøkelse"},
		{"the second word in another", Languages{Norwegian(), []Part{{21, 41, ForLanguage("en")}}}, "medlemsun-|dersøkelse|medlemsundersøkelse!"},
		{"the first word in none", Languages{Norwegian(), []Part{{0, 20, nil}}}, "medlemsundersøkelse!|medlemsun-|dersøkelse"},
		{"Norwegian among English", Languages{ForLanguage("en"), []Part{{0, 20, Norwegian()}}}, "medlemsun-|dersøkelse|medlemsundersøkelse!"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := joinLines(Wrap(text, 12, letters, tt.h)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
