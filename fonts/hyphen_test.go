package fonts

import (
	"strings"
	"testing"
)

func TestNorwegianHyphenation(t *testing.T) {
	tests := map[string]string{
		"medlemsundersøkelse":       "med-lems-un-der-sø-kelse",
		"arbeidsmiljøundersøkelsen": "arbeids-miljø-un-der-sø-kel-sen",
		"bærekraftsrapportering":    "bære-krafts-rap-por-te-ring",
		"Medlemsundersøkelse":       "Med-lems-un-der-sø-kelse", // case is kept
		"(medlemsundersøkelse),":    "(med-lems-un-der-sø-kelse),",
		"promptesyke2":              "promptesyke2", // not a word
		"hei":                       "hei",
		"":                          "",
	}
	h := Norwegian()
	for word, want := range tests {
		if got := strings.Join(h.Hyphenate(word), "-"); got != want {
			t.Errorf("%q: %s, want %s", word, got, want)
		}
	}
}

func TestOtherLanguagesAreNotHyphenated(t *testing.T) {
	if got := ForLanguage("en").Hyphenate("questionnaire"); len(got) != 1 {
		t.Errorf("got %q", got)
	}
}
