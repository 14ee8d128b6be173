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

func TestAnswersAreInTheOrderOfTheirScale(t *testing.T) {
	for _, tt := range []struct {
		name   string
		labels []string // in order
		family string
	}{
		{"agreement", []string{"Helt uenig", "Litt uenig", "Verken eller", "Litt enig", "Helt enig"}, "agree"},
		{"agreement in nynorsk", []string{"Heilt ueinig", "Ueinig", "Korkje einig eller ueinig", "Einig", "Heilt einig"}, "agree"},
		{"agreement in English", []string{"Strongly disagree", "Disagree", "Neither", "Somewhat agree", "Agree", "Strongly agree"}, "agree"},
		{"little of the good end", []string{"Svært misfornøyd", "Lite fornøyd", "Ganske fornøyd", "Svært fornøyd"}, "satisfied"},
		{"extent", []string{"I svært liten grad", "I liten grad", "I noen grad", "I stor grad", "I svært stor grad"}, "extent"},
		{"how often", []string{"Aldri", "Månedlig", "Ukentlig", "Daglig"}, "often"},
		{"plain numbers", []string{"2", "9", "10"}, numbers},
		{"ages", []string{"Under 18", "18–29 år", "30–44 år", "Over 44"}, counts},
		{"numbers with words", []string{"Ingen", "1 dag", "2 dager", "3 eller flere dager"}, counts},
		{"months", []string{"januar", "mars", "oktober", "desember"}, months},
		{"shortened months", []string{"Jan.", "Feb.", "May", "Sept.", "Oct."}, months},
		{"marks of a school", []string{"A", "B", "D", "F"}, grades},
		{"units that differ are in no order", []string{"1 måned", "2 uker"}, ""},
		{"answers of their own", []string{"Kurs", "Rådgivning"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := scaleOf(tt.labels)
			if s.family != tt.family {
				t.Fatalf("it measures %q, want %q", s.family, tt.family)
			}
			for i := 1; i < len(tt.labels) && s.ordered(); i++ {
				if s.places[tt.labels[i-1]] >= s.places[tt.labels[i]] {
					t.Errorf("%q is not before %q", tt.labels[i-1], tt.labels[i])
				}
			}
		})
	}
}
