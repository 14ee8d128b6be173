package draft

import (
	"testing"

	"lysark/report/template"
)

func TestShortNamesAreTheWordThatSaysMost(t *testing.T) {
	for _, tt := range []struct{ name, heading, taken, want string }{
		{"the longest of the first words that mean something", "Har dere interne retningslinjer for bruk av hjemmekontor?", "", "retningslinjer"},
		{"letters that a name does without are folded", "Årsaker til åpning på søndager", "", "sondager"},
		{"æ is two letters", "Sykefravær", "", "sykefravaer"},
		{"accents go", "Idéutvikling", "", "ideutvikling"},
		{"a word too like one that is taken is passed over", "Er retningslinjene drøftet?", "retningslinjer", "droftet"},
		{"two words when one is taken", "Sterk kultur", "kultur", "sterk"},
		{"a word of the expressions is no name", "Share", "", "q3"},
		{"a heading without words gets a number", "#?!", "", "q3"},
		{"a heading in other letters gets a number", "日本語", "", "q3"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := shortName(tt.heading, 3, map[string]bool{tt.taken: true}); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestNoNameIsAWordOfTheExpressions(t *testing.T) {
	for _, w := range template.Reserved() {
		if got := shortName(w, 3, map[string]bool{}); got == w {
			t.Errorf("%q is a name", w)
		}
	}
}
