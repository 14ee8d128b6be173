package locale

import "testing"

func TestCapitalRaisesTheFirstLetter(t *testing.T) {
	for s, want := range map[string]string{
		"halvparten":             "Halvparten",
		"åtte\u00a0av\u00a0ti":   "Åtte\u00a0av\u00a0ti",
		"éin av fem":             "Éin av fem",
		"2 av 3 har":             "2 av 3 har",
		"«ja» svarte 3":          "«Ja» svarte 3",
		"(ingen egne tiltak)":    "(Ingen egne tiltak)",
		`"hybrid"`:               `"Hybrid"`,
		"Alle":                   "Alle",
		"":                       "",
		"«»":                     "«»",
		"– ja":                   "– ja",
		"\xffa":                  "\xffa",
		"  ja":                   "  Ja",
		"60 % av sparebankene":   "60 % av sparebankene",
		"øker mest i Nord-Norge": "Øker mest i Nord-Norge",
	} {
		if got := Capital(s); got != want {
			t.Errorf("Capital(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestInnerLowersAnAnswerUnlessItIsAnAbbreviation(t *testing.T) {
	tests := []struct{ name, tag, s, want string }{
		{"a sentence", "nb", "Mellom ansatt og leder", "mellom ansatt og leder"},
		{"a letter outside ASCII", "nb", "Økt trivsel", "økt trivsel"},
		{"two words in one", "nb", "Kalender/bookingdata", "kalender/bookingdata"},
		{"a comma after the first word", "nb", "Ja, avdelingsnivå", "ja, avdelingsnivå"},
		{"an abbreviation", "nb", "IT support", "IT support"},
		{"an abbreviation", "nb", "AMU", "AMU"},
		{"an abbreviation in a compound", "nb", "HR-avdelingen", "HR-avdelingen"},
		{"a letter in a compound", "nb", "T-bane", "T-bane"},
		{"e-post is written so", "nb", "E-post", "e-post"},
		{"a capital later in the word", "nb", "LinkedIn", "LinkedIn"},
		{"a digit later in the word", "nb", "B2B-kunder", "B2B-kunder"},
		{"a hyphen later in the word", "nb", "Hjemme-kontor", "hjemme-kontor"},
		{"a digit first", "nb", "1 dag", "1 dag"},
		{"a letter alone", "nb", "C", "C"},
		{"a letter alone and more", "nb", "A er best", "A er best"},
		{"the infinitive mark", "nb", "Å pendle mindre", "å pendle mindre"},
		{"the preposition", "nn", "I tråd med avtalen", "i tråd med avtalen"},
		{"the letter alone is no preposition", "nb", "I", "I"},
		{"the English article", "en", "A lot", "a lot"},
		{"the English pronoun", "en", "I don't know", "I don't know"},
		{"the English pronoun", "en", "I'm not sure", "I'm not sure"},
		{"an apostrophe", "en", "Don't know", "don't know"},
		{"a letter and a sign", "en", "R&D", "R&D"},
		{"an opening bracket", "nb", "(Vet ikke)", "(vet ikke)"},
		{"lower case already", "nb", "vet ikke", "vet ikke"},
		{"nothing", "nb", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, _ := For(tt.tag)
			if got := l.Inner(tt.s); got != tt.want {
				t.Errorf("%s: Inner(%q) = %q, want %q", tt.tag, tt.s, got, tt.want)
			}
		})
	}
}
