package survey

import (
	"strings"
	"testing"

	"lysark/config/diag"
)

// column is a file of one column.
func column(answers string) string {
	return "S;T\n" + strings.ReplaceAll(answers, "|", ";x\n") + ";x\n"
}

func TestAnswersComeInAnOrderOfTheirOwn(t *testing.T) {
	for _, tt := range []struct{ name, answers, want string }{
		{"numbers before words, what is apart last", "Vet ikke|4|Annet|10|Kanskje|2", "2 1, 4 1, 10 1, Kanskje 1, Annet 1, Vet ikke 1 of 6 of 6"},
		{"a scale from low to high", "Fornøyd|Ved ikke|Misfornøyd|Verken eller", "Misfornøyd 1, Verken eller 1, Fornøyd 1, Ved ikke 1 of 4 of 4"},
		{"yes first", "Nei|Vet ikke|Ja", "Ja 1, Nei 1, Vet ikke 1 of 3 of 3"},
		{"groups by size", "50+|Under 20|20–49", "Under 20 1, 20–49 1, 50+ 1 of 3 of 3"},
		{"all else by name", "Ål|Zoo|Ape|Øy", "Ape 1, Zoo 1, Øy 1, Ål 1 of 4 of 4"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, list := table(t, column(tt.answers)).Tally(Question{Column: "S"})
			if line(got) != tt.want || len(list) > 0 {
				t.Errorf("got %s, want %s (%v)", line(got), tt.want, list)
			}
		})
	}
}

func TestAnswersInSeveralSpellingsAreTold(t *testing.T) {
	texts := func(n int) string {
		var out []string
		for i := range n {
			out = append(out, "Jeg mener "+strings.Repeat("a", i), "jeg mener "+strings.Repeat("a", i))
		}
		return strings.Join(out, "|")
	}
	for _, tt := range []struct {
		name, answers string
		q             Question
		want          string // empty for nothing told
	}{
		{
			"capitals and a full stop", "Av|Av|PÅ|av|Av.|PÅ", Question{},
			`svar.csv:5:1 "S" has answers that differ only in how they are written: "Av.", "av" beside "Av"; ` +
				`if they are one answer, say so at the question: labels = { "Av." = "Av", "av" = "Av" }`,
		},
		{"what the layout labels as one is one", "Av|av", Question{Labels: []Label{{Code: "av", Text: "Av"}}}, ""},
		{"what the layout lists is told as strange", "Av", Question{Answers: []string{"Av"}}, ""},
		{"words of the respondents' own", texts(40), Question{}, ""},
		{"answers that differ", "Av|På", Question{}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.q.Column = "S"
			_, list := table(t, column(tt.answers)).Tally(tt.q)
			got := ""
			for _, d := range list {
				if d.Rule == diag.AnswerVariants {
					got = d.Pos.String() + " " + d.Message + "; " + d.Hint
				}
			}
			if got != tt.want || len(list) > 1 {
				t.Errorf("got %s\nwant %s (%v)", got, tt.want, list)
			}
		})
	}
}

func TestAPartIsToldOfTheSpellingsOfAll(t *testing.T) {
	all := table(t, "S;K\nAv;M\nav;M\nAv;K\nPÅ;K\n")
	_, whole := all.Tally(Question{Column: "S"})
	rows, _ := all.Rows(Question{Column: "K"}, []string{"K"})
	_, part := all.Where(rows).Tally(Question{Column: "S"})
	if len(whole) != 1 || len(part) != 1 || whole[0] != part[0] {
		t.Errorf("of all: %v\nof a part: %v", whole, part)
	}
}

func TestNumbersWithWordsHaveAMean(t *testing.T) {
	for _, tt := range []struct {
		name, answers string
		want          float64
		strange       string
	}{
		{"the ends of a scale", "1 - Uenig|2|2|5 - Enig|5 - Enig", 3, ""},
		{"words in parentheses", "1 (aldri)|3 (av og til)|5 (alltid)", 3, ""},
		{"a point, and words that rise", "1. Uenig|2. Verken eller|3. Enig", 2, ""},
		{"alternatives that somebody numbered", "1. Kurs|2. Rådgivning", 0, "1. Kurs 2. Rådgivning"},
		{"groups are no numbers", "1|4 eller 5|18-34", 1, "4 eller 5 18-34"},
		{"who does not know", "1 - Uenig|3|9 - Vet ikke", 2, "9 - Vet ikke"},
		{"decimals as before", "1,5|2.5", 2, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m, strange := table(t, column(tt.answers)).Mean(Question{Column: "S"}, nil)
			if m.Mean != tt.want || strings.Join(strange, " ") != tt.strange {
				t.Errorf("got %v, %q", m.Mean, strange)
			}
		})
	}
}
