package fonts

import (
	"strings"
	"sync"
	"testing"
)

func TestNorwegianHyphenation(t *testing.T) {
	tests := map[string]string{
		"medlemsundersøkelse":       "med-lems-un-der-sø-kelse",
		"arbeidsmiljøundersøkelsen": "arbeids-miljø-un-der-sø-kel-sen",
		"bærekraftsrapportering":    "bære-krafts-rap-por-te-ring",
		"Medlemsundersøkelse":       "Med-lems-un-der-sø-kelse", // case is kept
		"(medlemsundersøkelse),":    "(med-lems-un-der-sø-kelse),",
		"ØKONOMISJEFEN":             "ØKO-NOMI-SJE-FEN",
		"Notodden":                  "Not-odden", // an exception to the patterns
		"avisene":                   "avi-sene",  // never av-, two letters
		"e-undersøkelsesportalen":   "e-under-sø-kel-ses-por-ta-len",
		"undersøkelsen\u00a0viser":  "under-sø-kel-sen\u00a0viser",
		"medlemsundersøkelse2":      "medlemsundersøkelse2", // no word
		"www.medlemsforeningen.no":  "www.medlemsforeningen.no",
		"åse@medlemsforeningen.no":  "åse@medlemsforeningen.no",
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

func TestHyphenatingKeepsEveryLetter(t *testing.T) {
	h := Norwegian()
	for _, word := range []string{"", "-", "…", "(/-", "\xff", "medlems\xffundersøkelse", "İSTANBULUNDERSØKELSE", "ſtasjonsmesteren", "a\u030angstrømkurven"} {
		pieces := h.Hyphenate(word)
		if got := strings.Join(pieces, ""); got != word {
			t.Errorf("%q became %q", word, got)
		}
	}
}

func TestAHyphenatorCanBeUsedByManyAtOnce(t *testing.T) {
	h := Norwegian()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := len(h.Hyphenate("medlemsundersøkelse")); got != 6 {
				t.Errorf("%d pieces", got)
			}
		})
	}
	wg.Wait()
}

func TestBothNorwegiansAreHyphenated(t *testing.T) {
	for _, tag := range []string{"nb", "nn"} {
		if got := ForLanguage(tag).Hyphenate("undersøking"); len(got) < 2 {
			t.Errorf("%s: got %q", tag, got)
		}
	}
}

func TestOtherLanguagesAreNotHyphenated(t *testing.T) {
	if got := ForLanguage("en").Hyphenate("questionnaire"); len(got) != 1 {
		t.Errorf("got %q", got)
	}
}

func BenchmarkLoadingPatterns(b *testing.B) {
	for b.Loop() {
		Norwegian().Hyphenate("medlemsundersøkelse")
	}
}

func BenchmarkHyphenate(b *testing.B) {
	h := Norwegian()
	for b.Loop() {
		h.Hyphenate("medlemsundersøkelse")
	}
}
