package draft_test

import (
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
			d := draft.Deck(read(t, tt.file), draft.Options{Lang: tt.lang, File: name})
			drafts.Text(strings.TrimSuffix(name, ".csv")+".toml", d.Text)
			if strings.Contains(d.Text, "Hemmelig") {
				t.Error("the draft repeats what a respondent wrote")
			}
		})
	}
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
