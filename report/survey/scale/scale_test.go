package scale

import (
	"slices"
	"strings"
	"testing"
)

func TestAnswersAreInTheOrderOfTheirScale(t *testing.T) {
	for _, tt := range []struct{ name, family, labels string }{ // in order
		{"agreement", Agreement, "Helt uenig|Litt uenig|Verken eller|Litt enig|Helt enig"},
		{"in nynorsk", Agreement, "Heilt ueinig|Ueinig|Korkje einig eller ueinig|Einig|Heilt einig"},
		{"in Danish", Agreement, "Helt uenig|Overvejende uenig|Hverken enig eller uenig|Overvejende enig|Helt enig"},
		{"in Swedish", Agreement, "Tar helt avstånd|Tar delvis avstånd|Varken eller|Instämmer delvis|Instämmer helt"},
		{"with a verb that is parted", Agreement, "Håller inte alls med|Håller delvis inte med|Håller varken med eller inte|Håller delvis med|Håller helt med"},
		{"in English", Agreement, "Strongly disagree|Disagree|Neither|Somewhat agree|Agree|Strongly agree"},
		{"in mixed capitals", Agreement, "HELT UENIG|uenig|Verken Eller|EnIg|helt Enig"},
		{"satisfaction", "satisfied", "Meget utilfreds|Utilfreds|Hverken/eller|Tilfreds|Meget tilfreds"},
		{"satisfaction in Swedish", "satisfied", "Mycket missnöjd|Ganska missnöjd|Varken eller|Ganska nöjd|Mycket nöjd"},
		{"little of the good end", "satisfied", "Svært misfornøyd|Lite fornøyd|Ganske fornøyd|Svært fornøyd"},
		{"one end alone", "satisfied", "Not at all satisfied|Not so satisfied|Somewhat satisfied|Very satisfied|Extremely satisfied"},
		{"extent", "extent", "I svært liten grad|I liten grad|I noen grad|I stor grad|I svært stor grad"},
		{"extent in Danish", "extent", "Slet ikke|I ringe grad|I mindre grad|I nogen grad|I høj grad|I meget høj grad"},
		{"extent in Swedish", "extent", "Inte alls|I liten utsträckning|I viss mån|I hög grad|I mycket hög grad"},
		{"extent in English", "extent", "Not at all|To a small extent|To some extent|To a great extent|To a very great extent"},
		{"sizes", "extent", "Lav|Middels|Høy"},
		{"how often in words", "often", "Aldri|Sjelden|Av og til|Ofte|Svært ofte|Alltid"},
		{"how often in Danish", "often", "Aldrig|Sjældent|Sommetider|Ofte|Altid"},
		{"how often in English", "often", "Never|Sometimes|About half the time|Most of the time|Always"},
		{"how often in time", "rate", "Aldri|Sjeldnere|En gang i måneden|Ukentlig|2–3 ganger i uken|Daglig|Flere ganger om dagen"},
		{"how often in time, in English", "rate", "Never|Less than once a month|Once a month|Several times a month|Once a week|Every day"},
		{"amount", "amount", "Ingenting|Lite|Noe|Mye|Svært mye"},
		{"amount in Danish", "amount", "Slet ikke|Lidt|Noget|Meget"},
		{"amount in English", "amount", "None at all|A little|A moderate amount|A lot|A great deal"},
		{"quality", "good", "Svært dårlig|Dårlig|Verken god eller dårlig|God|Svært god"},
		{"quality in English", "good", "Very poor|Poor|Fair|Good|Very good|Excellent"},
		{"importance", "important", "Ikke viktig|Lite viktig|Nøytral|Ganske viktig|Svært viktig"},
		{"likelihood", "likely", "Svært usannsynlig|Usannsynlig|Verken sannsynlig eller usannsynlig|Sannsynlig|Svært sannsynlig"},
		{"comparison", "better", "Mye dårligere|Litt dårligere|Som før|Litt bedre|Mye bedre"},
		{"comparison in Swedish, where lite is a little", "better", "Mycket sämre|Lite sämre|Oförändrat|Lite bättre|Mycket bättre"},
		{"comparison in English", "better", "Much worse|Somewhat worse|About the same|Somewhat better|Much better"},
		{"ease", "easy", "Svært vanskelig|Vanskelig|Verken eller|Lett|Svært lett"},
		{"ease in Danish, where svært is difficult", "easy", "Meget svært|Svært|Hverken eller|Let|Meget let"},
		{"too much and too little", "right", "Alt for lite|Litt for lite|Passe|Litt for mye|Alt for mye"},
		{"how well it fits", "true", "Stemmer ikke|Stemmer delvis|Stemmer ganske godt|Stemmer helt"},
		{"words of degree alone", "degree", "Not at all|Slightly|Moderately|Very|Extremely"},
		{"an end that is no known word", "degree", "Svært utrygg|Litt trygg|Ganske trygg|Svært trygg"},
		{"yes before no", YesOrNo, "Ja, absolutt|Ja, trolig|Kanskje|Nei, trolig ikke|Nei, absolutt ikke"},
		{"partly between them", YesOrNo, "JA|Delvis|nei"},
		{"yes and no in English", YesOrNo, "Definitely yes|Probably yes|Might or might not|Probably not|Definitely not"},
		{"plain numbers", Numbers, "2|9|10"},
		{"numbers whose ends have words", Ratings, "1 - Helt uenig|2|3|4|5 - Helt enig"},
		{"words in parentheses", Ratings, "1 (aldri)|3|5 (alltid)"},
		{"numbers in parentheses", Ratings, "Uenig (1)|Enig (5)"},
		{"numbers before a point, whatever the words say", Ratings, "1. Enig|2. Uenig"},
		{"an equals sign", Ratings, "1 = dårligst|10 = best"},
		{"nothing but a space", Ratings, "0 Not at all likely|5|10 Extremely likely"},
		{"ages", Counts, "Under 18|18–29 år|30 - 44 år|45-64|65 og over"},
		{"ages to a plus", Counts, "18-34|35-64|65+"},
		{"numbers with words", Counts, "Ingen|1 dag|2 dager|3 eller flere dager"},
		{"sizes of companies", Counts, "1–9 ansatte|10–49 ansatte|50–249 ansatte|250 eller flere"},
		{"thousands", Counts, "0|1 000–4 999|5.000-9.999|10 000 eller mer"},
		{"money", Counts, "Under 300 000 kr|300 000–499 999 kr|Over 1 million"},
		{"units of time", Counts, "Mindre enn 2 uker|2 uker til 6 måneder|6–12 måneder|1–2 år|Over 2 år"},
		{"groups with names", Counts, "Store (1–9)|Små (10–49)|Middels (50 eller flere)"},
		{"schooling", Schooling, "Grunnskole|Videregående|Fagskole|Bachelor|Master/Doktorgrad"},
		{"schooling in years", Schooling, "Grunnskole|Videregående skole|Universitet/høyskole inntil 4 år|Universitet/høyskole mer enn 4 år"},
		{"schooling in Danish", Schooling, "Grundskole|Gymnasial uddannelse|Kort videregående uddannelse|Mellemlang videregående uddannelse|Ph.d."},
		{"schooling in Swedish", Schooling, "Grundskola|Gymnasium|Högskola/universitet|Forskarutbildning"},
		{"schooling in English", Schooling, "Less than high school|High school degree or equivalent|Associate degree|Bachelor degree|Graduate degree"},
		{"months", Months, "januar|mars|oktober|desember"},
		{"shortened months", Months, "Jan.|Feb.|May|Sept.|Oct."},
		{"weekdays", Weekdays, "mandag|onsdag|søndag"},
		{"dates", Dates, "03.11.2024|1. februar 2025|2025-12-31"},
		{"quarters", Dates, "Q4 2024|Q1 2025"},
		{"marks of a school", Grades, "A|B|D|F"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			labels := strings.Split(tt.labels, "|")
			shuffled := slices.Clone(labels)
			slices.Reverse(shuffled)
			s := Of(shuffled)
			if s.Family != tt.family {
				t.Fatalf("it measures %q, want %q", s.Family, tt.family)
			}
			for i := 1; i < len(labels); i++ {
				if s.Places[labels[i-1]] >= s.Places[labels[i]] {
					t.Errorf("%q is not before %q", labels[i-1], labels[i])
				}
			}
		})
	}
}

func TestNoOrderIsGuessed(t *testing.T) {
	for _, tt := range []struct{ name, labels string }{
		{"answers of their own", "Kurs|Rådgivning"},
		{"a stranger", "Enig|Uenig|Banan"},
		{"two words for one place", "Litt enig|Noe enig|Helt enig"},
		{"words of which nobody knows which is more", "Fornøyd|Ganske fornøyd"},
		{"two spellings of one place", "Helt enig|helt enig|Uenig"},
		{"things that are good and bad", "God mat|Dårlig service"},
		{"one thing and its absence", "Medlem|Ikke medlem"},
		{"groups that overlap", "18–34|30–44"},
		{"what is counted differs", "2–3 biler|1 båt"},
		{"two ends in one answer", "Enig eller uenig|Helt enig"},
		{"not completely", "Ikke helt enig|Enig"},
		{"scales of two kinds", "Enig|Fornøyd"},
		{"one number with two words", "1 - Enig|1 - Uenig|2"},
		{"one answer", "Enig"},
		{"words that only degree has", "Midt imellom|Vet hva jeg synes"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if s := Of(strings.Split(tt.labels, "|")); s.IsOrdered() {
				t.Errorf("it measures %q: %v", s.Family, s.Places)
			}
		})
	}
}

func TestAnswersThatAreNoneStandApart(t *testing.T) {
	for _, label := range []string{
		"Vet ikke", "Veit ikkje", "Ved ikke", "VET EJ", "Vet inte", "Don't know", "I don’t know", "Ikke relevant",
		"Not applicable", "N/A", "Ønsker ikke å svare", "Vill inte svara", "Prefer not to say", "Vet ikke/ikke relevant",
		"Don't know / not applicable", "Annet", "Annet, spesifiser", "Other (please specify)", "Övrigt", "Andet",
		"6 - Vet ikke", "Ingen av delene", "Kan ej ta ställning",
	} {
		if !IsApart(label) {
			t.Errorf("%q is not apart", label)
		}
	}
	for _, label := range []string{"Nei", "Ingen", "Verken eller", "5 - Helt enig", "Vet ikke hva jeg skal gjøre", "Ikke enig"} {
		if IsApart(label) {
			t.Errorf("%q is apart", label)
		}
	}
}

func TestAnswersAreSortedWhoeverGaveThemFirst(t *testing.T) {
	for _, tt := range []struct{ name, labels string }{ // in order
		{"numbers by size, then names, then what is apart", "2|10|100|Aldri|Noe|Annet|Vet ikke"},
		{"numbers with words by their number", "1 - Uenig|2|10 - Enig|Ikke relevant"},
		{"decimals", "1,5|2.5|10"},
		{"negative numbers", "-2|−1|0|1"},
		{"two numbers alike", "1|1.0|2"},
		{"names as Norwegians sort them", "Bodø|Ålesund"},
		{"æ, ø and å last", "Zoo|Ærlig|Øl|Åpen"},
		{"capitals do not count", "avis|Bok|cd"},
		{"numbers within names by size", "Avdeling 2|Avdeling 10"},
		{"what is apart in an order of its own", "Bil|Buss|Annet|Ingen av disse|Ikke relevant|Vet ikke|Ønsker ikke å svare"},
		{"a scale", "Helt uenig|Uenig|Enig|Helt enig|Vet ikke"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			want := strings.Split(tt.labels, "|")
			for turn := range want {
				var answers []Answer
				for _, label := range slices.Concat(want[turn:], want[:turn]) {
					answers = append(answers, Answer{Code: label, Label: label})
				}
				var got []string
				for _, i := range Sorted(answers) {
					got = append(got, answers[i].Label)
				}
				if !slices.Equal(got, want) {
					t.Errorf("got %q", got)
				}
			}
		})
	}
}

func TestCodesAreTheOrderOfWordsThatHaveNone(t *testing.T) {
	answers := []Answer{{"2", "Kvinne"}, {"9", "Vet ikke"}, {"3", "Ikke-binær"}, {"1", "Mann"}}
	if got := Sorted(answers); !slices.Equal(got, []int{3, 0, 2, 1}) {
		t.Errorf("got %v", got)
	}
	answers = []Answer{{"1", "Helt enig"}, {"2", "Helt uenig"}}
	if got := Sorted(answers); !slices.Equal(got, []int{1, 0}) {
		t.Errorf("words in an order: got %v", got)
	}
}

func TestSpellingsOfOneAnswerAreFound(t *testing.T) {
	for _, tt := range []struct {
		name, labels string
		want         int
	}{
		{"capitals", "Ja|ja|JA|Nei", 1},
		{"a full stop", "Ja|Ja.", 1},
		{"kinds of dashes", "18-34|18–34|18 – 34", 1},
		{"kinds of quotation marks", "Don't know|Don’t know", 1},
		{"numbers", "1|1.0|1,0|2", 1},
		{"a space that does not break", "Helt enig|Helt\u00a0enig", 1},
		{"two answers", "Ja|ja|Nei|NEI", 2},
		{"an exclamation mark", "Ja|Ja!", 1},
		{"quotation marks around it", "Ja|«Ja»", 1},
		{"a number with words beside it alone", "5 (alltid)|5|4", 1},
		{"two numbers with words", "5 (alltid)|1 (aldri)|4", 0},
		{"none", "Ja|Nei|Kanskje|Ja?", 0},
		{"what may be thousands", "1.000|1", 0},
		{"nothing but dots", "…|...", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Variants(strings.Split(tt.labels, "|")); len(got) != tt.want {
				t.Errorf("got %v, want %d", got, tt.want)
			}
		})
	}
}

func TestNumbersWithWordsHaveAValue(t *testing.T) {
	for _, tt := range []struct {
		name, labels string
		want         []float64 // -1 for none
	}{
		{"ends with words", "1 - Helt uenig|3|5 (svært enig)", []float64{1, 3, 5}},
		{"one number with and without words", "5|5 - Enig|1", []float64{5, 5, 1}},
		{"groups have none", "18-34|4 eller 5|65+|3 eller flere|2", []float64{-1, -1, -1, -1, 2}},
		{"what is apart has none", "1|2 = bra|6 - Vet ikke", []float64{1, 2, -1}},
		{"weeks are no days", "1 uke|3 dager|2", []float64{-1, -1, 2}},
		{"days are", "1 dag|3 dager", []float64{1, 3}},
		{"words that contradict each other", "1 - Enig|1 - Uenig|2", []float64{-1, -1, 2}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			labels := strings.Split(tt.labels, "|")
			values := Values(labels)
			for i, label := range labels {
				v, ok := values[label]
				if !ok {
					v = -1
				}
				if v != tt.want[i] {
					t.Errorf("%q is %v, want %v", label, v, tt.want[i])
				}
			}
		})
	}
}

func TestWordsThatFallWithTheirNumbers(t *testing.T) {
	for _, tt := range []struct {
		labels string
		falls  bool
	}{
		{"1 = Helt enig|2|3|4 = Helt uenig", true},
		{"1 (svært fornøyd)|2|3", true},
		{"1|2|5: svært vanskelig", true},
		{"1 - Litt viktig|2|3 - Svært viktig", false},
		{"1 - Helt uenig|2|3 - Helt enig", false},
		{"1 - rød|2|3 - blå", false},
		{"1|2|3", false},
	} {
		if got := Falls(strings.Split(tt.labels, "|")); got != tt.falls {
			t.Errorf("%s falls: %v", tt.labels, got)
		}
	}
}

func TestNumbersMayGoOn(t *testing.T) {
	for labels, want := range map[string]bool{"1|2|3|4|5": false, "1|2|3|4": true, "-2|-1|0|1|2": false, "-3|0|2": true} {
		if got := MayGoOn(strings.Split(labels, "|")); got != want {
			t.Errorf("%s: %v", labels, got)
		}
	}
}
