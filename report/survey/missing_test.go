package survey

import (
	"strings"
	"testing"
)

func TestNoAnswerIsFoundAndTold(t *testing.T) {
	tests := []struct{ name, cells, want, told string }{
		{"words of statistics programs", "Ja NA Nei #NULL! Ja .", "Ja 2, Nei 1 of 3 of 6",
			`3:1 no-answer: 3 cells of "q" with "NA" or "#NULL!" or ".": taken for no answer`},
		{"a code beside a scale", "1 5 -99 3", "1 1, 3 1, 5 1 of 3 of 4", `4:1 no-answer: 1 cell of "q" with "-99": taken for no answer`},
		{"numbers below nought are numbers", "1 -5 -99 3", "-99 1, -5 1, 1 1, 3 1 of 4 of 4", ""},
		{"a name is an answer", "Nasjonal Nan NAV", "Nan 1, NAV 1, Nasjonal 1 of 3 of 3", ""},
		{"99 may be a code", "1 5 99 3 4", "1 1, 3 1, 4 1, 5 1, 99 1 of 5 of 5",
			`4:1 no-answer: 1 answered "99" to "q", whose other answers are from 0 to 11: it may be a code for no answer`},
		{"99 among ages", "31 45 99 62", "31 1, 45 1, 62 1, 99 1 of 4 of 4", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tally, list := table(t, "q;\n"+strings.ReplaceAll(tt.cells, " ", ";\n")+";\n").Tally(Question{Column: "q", Found: true})
			if got := strings.TrimPrefix(inShort(list), "svar.csv:"); !sameAnswers(line(tally), tt.want) || got != tt.told {
				t.Errorf("%s, want %s\ntold %s\nwant %s", line(tally), tt.want, got, tt.told)
			}
		})
	}
}

// TestTheLayoutSaysWhatIsNoAnswer: then nothing is found out, and nothing told.
func TestTheLayoutSaysWhatIsNoAnswer(t *testing.T) {
	const data = "q\n1\nNA\n-99\n5\n77\n"
	tests := []struct {
		name string
		q    Question
		want string
	}{
		{"what it names", Question{Missing: []string{"77", " NA"}}, "-99 1, 1 1, 5 1 of 3 of 5"},
		{"none", Question{}, "-99 1, 1 1, 5 1, 77 1, NA 1 of 5 of 5"},
		{"an answer that it lists is one", Question{Found: true, Answers: []string{"1", "5", "77", "NA", "-99"}},
			"1 1, 5 1, 77 1, NA 1, -99 1 of 5 of 5"},
		{"and so is one that it labels", Question{Found: true, Labels: []Label{{Code: "NA", Text: "Ikke aktuelt"}}},
			"1 1, 5 1, 77 1, Ikke aktuelt 1 of 4 of 5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.q.Column = "q"
			tally, _ := table(t, data).Tally(tt.q)
			if !sameAnswers(line(tally), tt.want) {
				t.Errorf("%s, want %s", line(tally), tt.want)
			}
		})
	}
}

// TestTheMeanLeavesOutNoAnswer, and takes numbers that the layout gives words.
func TestTheMeanLeavesOutNoAnswer(t *testing.T) {
	mean, strange := table(t, "q\n2\nN/A\n4\n-99\n").Mean(Question{Column: "q", Found: true}, nil)
	if mean.Mean != 3 || mean.Count != 2 || len(strange) > 0 {
		t.Errorf("%+v, %q", mean, strange)
	}
	words := Question{Column: "q", Numbers: []Number{{"Mye", 3}, {"Noe", 2}, {"Lite", 1}}}
	mean, strange = table(t, "q\nMye\nNoe\nVet ikke\nMye\n").Mean(words, nil)
	if mean.Mean != 8.0/3 || mean.Count != 3 || mean.Base != 4 || len(strange) > 0 {
		t.Errorf("%+v, %q", mean, strange)
	}
}

func TestSeveralSpellingsOfOneAnswer(t *testing.T) {
	q := Question{Column: "q", Labels: []Label{{Code: "ja", Text: "Ja"}, {Code: "JA", Text: "Ja"}, {Code: "N", Text: "Nei"}}}
	tally, _ := table(t, "q\nJa\nja\nJA\nN\nNei\n").Tally(q)
	if line(tally) != "Ja 3, Nei 2 of 5 of 5" {
		t.Error(line(tally))
	}
	for _, name := range []string{"Ja", "ja", "JA"} {
		if some, unknown := table(t, "q\nJa\nja\nJA\nN\n").AnyOf(q, []string{name}); some.Count != 3 && name != "JA" || len(unknown) > 0 {
			t.Errorf("%q: %+v, unknown %q", name, some, unknown)
		}
	}
}
