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
		{"numbers below nought are numbers", "1 -50 -99 3", "-99 1, -50 1, 1 1, 3 1 of 4 of 4", ""},
		{"a code far below them may be none", "1 -5 -99 3", "-99 1, -5 1, 1 1, 3 1 of 4 of 4",
			`4:1 no-answer: 1 answered "-99" to "q", far below all others: it may be a code for no answer`},
		{"a code with the decimals of a program", "1.0 5.0 -99.0 3.0", "1.0 1, 3.0 1, 5.0 1 of 3 of 4",
			`4:1 no-answer: 1 cell of "q" with "-99.0": taken for no answer`},
		{"a name is an answer", "Nasjonal Nan NAV", "Nan 1, NAV 1, Nasjonal 1 of 3 of 3", ""},
		{"99 may be a code", "1 5 99 3 4", "1 1, 3 1, 4 1, 5 1, 99 1 of 5 of 5",
			`4:1 no-answer: 1 answered "99" to "q", whose other answers are from 0 to 11: it may be a code for no answer`},
		{"below nought beside numbers from 1 up", "1 2 -1 1", "-1 1, 1 2, 2 1 of 4 of 4",
			`4:1 no-answer: 1 answered "-1" to "q", whose other answers are from 0 to 11: it may be a code for no answer`},
		{"one step below nought", "-1 0 1 2", "-1 1, 0 1, 1 1, 2 1 of 4 of 4", ""},
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

// TestNoAnswerInAList is none, whoever says so; nor is a cell that holds nothing else one.
func TestNoAnswerInAList(t *testing.T) {
	const data = "q;g\nKurs|NA;a\nRåd;a\nNA;b\nNA|NA;b\n"
	for _, q := range []Question{
		{Column: "q", Multiple: "|", Missing: []string{"NA"}}, {Column: "q", Multiple: "|", Found: true},
	} {
		tally, list := table(t, data).Tally(q)
		if line(tally) != "Kurs 1, Råd 1 of 2 of 4" || q.Found != (len(list) == 1) {
			t.Errorf("%s (%v)", line(tally), list)
		}
	}
}

// TestAGroupHasNoAnswerWhereAllHaveNone: what a code means does not depend on who is counted.
func TestAGroupHasNoAnswerWhereAllHaveNone(t *testing.T) {
	all := table(t, "q;g\n4;a\n5;a\n-99;b\n-99;b\n2;b\n-99;c\n")
	rows, _ := all.Rows(Question{Column: "g"}, []string{"c"})
	tally, _ := all.Where(rows).Tally(Question{Column: "q", Found: true})
	if tally.Base != 0 {
		t.Error(line(tally))
	}
}

// TestWhatTheLayoutForgetsIsTold: it says what is no answer, and tools write something else, too.
func TestWhatTheLayoutForgetsIsTold(t *testing.T) {
	const data = "q\n1\nNA\n88\n2\n"
	tests := []struct {
		q    Question
		told string
	}{
		{Question{Missing: []string{"88"}}, `svar.csv:3:1 no-answer: 1 cell of "q" with "NA": counted as an answer, as the ` +
			`layout does not say that it is none`},
		{Question{Missing: []string{"88", "NA"}}, ""},
		{Question{Missing: []string{"88"}, Labels: []Label{{Code: "NA", Text: "Ikke aktuelt"}}}, ""},
		{Question{}, ""},
	}
	for _, tt := range tests {
		tt.q.Column = "q"
		if _, list := table(t, data).Tally(tt.q); inShort(list) != tt.told {
			t.Errorf("%v: told %s, want %s", tt.q.Missing, inShort(list), tt.told)
		}
	}
}
