package unasked

import "testing"

func TestNamesOfPersonsAreToldFromOtherAnswers(t *testing.T) {
	for _, tt := range []struct {
		answer string
		want   bool
	}{
		{"Ola Hansen", true},
		{"Anne-Marie Øy", true},
		{"Kari N. Nordmann", true},
		{"Hansen, Ola", true},
		{"Ludwig van Beethoven", true},
		{"Ola Hansen og Kari Nordmann", true},
		{"Ola Hansen, Kari Nordmann", true},
		{"Mellom ansatt og leder", false},
		{"Faste føringer", false},
		{"Line Manager", false},
		{"Oslo", false},
		{"Avdeling 3", false},
		{"HR og IT", false},
		{"", false},
	} {
		t.Run(tt.answer, func(t *testing.T) {
			if got := isPersonsName(tt.answer); got != tt.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestHeadingsThatAskWho(t *testing.T) {
	for _, tt := range []struct {
		heading string
		want    bool
	}{
		{"Hvem er nærmeste leder?", true},
		{"Kven rapporterer du til?", true},
		{"Who is your contact person?", true},
		{"Avdelingsleder", true},
		{"Hvor bor du?", false},
		{"Hvilken bank bruker du?", false},
	} {
		t.Run(tt.heading, func(t *testing.T) {
			got := false
			for _, w := range Words(tt.heading) {
				got = got || asksWho(w)
			}
			if got != tt.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
