package draft_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lysark/report/draft"
	"lysark/report/golden"
	"lysark/report/survey"
)

func TestADraftGivesEachQuestionTheChartThatSuitsItsAnswers(t *testing.T) {
	drafts := golden.New(t, filepath.Join("testdata", "drafts"))
	for _, tt := range []struct{ name, file, lang string }{
		{"the reference deck's answers", "../../decks/hjemmekontor/svar-2025.csv", "nb"},
		{"several answers per cell, and more answers than a chart shows", "testdata/answers/several.csv", "nb"},
		{"scales in words", "testdata/answers/scales-en.csv", "en"},
		{"numbers, ages, years and weights", "testdata/answers/numbers-nn.csv", "nn"},
		{"many answers, months, marks, boxes, shares, managers and a long battery", "testdata/answers/wording.csv", "nb"},
		{"personal data", "testdata/answers/personal.csv", "nb"},
		{"headings and answers that nobody should write", "testdata/answers/hostile.csv", "nb"},
		{"headings that would be links", "testdata/answers/brackets.csv", "nb"},
		{"one respondent", "testdata/answers/one.csv", "nb"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			name := filepath.Base(tt.file)
			d := draft.StudyOf(read(t, tt.file), tt.lang, nil).Deck(draft.Options{Lang: tt.lang, File: name})
			drafts.Text(strings.TrimSuffix(name, ".csv")+".toml", d.Text)
			if strings.Contains(d.Text, "Hemmelig") {
				t.Error("the draft repeats what a respondent wrote")
			}
		})
	}
}

// TestTheWorkGrowsWithTheAnswers counts what is allocated, as each comparison of one answer with another would.
func TestTheWorkGrowsWithTheAnswers(t *testing.T) {
	work := func(respondents int) float64 {
		table, list := survey.Read("a.csv", []byte(openAnswers(respondents)), survey.Options{})
		if list.HasErrors() {
			t.Fatal(list)
		}
		return testing.AllocsPerRun(1, func() { draft.StudyOf(table, "nb", nil).Deck(draft.Options{Lang: "nb", File: "a.csv"}) })
	}
	const few, times = 400, 8
	if a, b := work(few), work(few*times); b > 2*times*a {
		t.Errorf("%d times as many respondents take %.0f times the work", times, b/a)
	}
}

// openAnswers are texts of the respondents' own, some of them short, with commas, many times the same or nearly known.
func openAnswers(respondents int) string {
	var b strings.Builder
	b.WriteString("Fornøyd?;Hva kan bli bedre?;Andre?;Hvilke?;Ord;Tid\n")
	for i := range respondents {
		fmt.Fprintf(&b, "%s;flere kurs, mer tid, %d;%d av oss;", []string{"Ja", "Nei"}[i%2], i, i)
		fmt.Fprintf(&b, "Kurs, Møter, Annet: tanke %d;%c%c%c;%d\n", i%(1+respondents/3), 'a'+i%26, 'a'+i/26%26, 'a'+i/676, i*i)
	}
	b.WriteString("Sum;;;;;1\n")
	return b.String()
}

func read(t *testing.T, file string) *survey.Table {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	table, list := survey.Read(file, data, survey.Options{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	return table
}
