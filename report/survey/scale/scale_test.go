package scale

import "testing"

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
		{"plain numbers", []string{"2", "9", "10"}, Numbers},
		{"ages", []string{"Under 18", "18–29 år", "30–44 år", "Over 44"}, Counts},
		{"numbers with words", []string{"Ingen", "1 dag", "2 dager", "3 eller flere dager"}, Counts},
		{"months", []string{"januar", "mars", "oktober", "desember"}, Months},
		{"shortened months", []string{"Jan.", "Feb.", "May", "Sept.", "Oct."}, Months},
		{"marks of a school", []string{"A", "B", "D", "F"}, Grades},
		{"units that differ are in no order", []string{"1 måned", "2 uker"}, ""},
		{"answers of their own", []string{"Kurs", "Rådgivning"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := Of(tt.labels)
			if s.Family != tt.family {
				t.Fatalf("it measures %q, want %q", s.Family, tt.family)
			}
			for i := 1; i < len(tt.labels) && s.IsOrdered(); i++ {
				if s.Places[tt.labels[i-1]] >= s.Places[tt.labels[i]] {
					t.Errorf("%q is not before %q", tt.labels[i-1], tt.labels[i])
				}
			}
		})
	}
}
