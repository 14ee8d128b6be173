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

func TestALastRowThatLooksLikeATotalIsFound(t *testing.T) {
	for _, tt := range []struct {
		name, file, answers string
		line                int
		found               bool
	}{
		{"a word and numbers", "a.csv", "Avdeling;Timer\nIT;3\nHR;5\nSum;8\n", 4, true},
		{"the word stands after a blank cell", "a.csv", "Nr;Avdeling;Timer\n1;IT;3\n2;HR;5\n;I alt:;8\n;;\n", 4, true},
		{"blank lines and cells of several lines", "a.csv", "Avdeling;Timer\n\"I\nT\";3\n\nHR;5\nTOTALT;8\n", 6, true},
		{"no line is known of a column without a heading", "a.csv", ";Timer\nIT;3\nHR;5\nTotal;8\n", 0, true},
		{"JSON", "a.json", "[{\"a\":\"IT\",\"b\":3},{\"a\":\"HR\",\"b\":5},\n{\"a\":\"Sum\",\"b\":8}]", 2, true},
		{"a department of that name is no total", "a.csv", "Avdeling;Mening\nIT;Ja\nHR;Nei\nTotalt;Ja\n", 0, false},
		{"an answer further up is none", "a.csv", "Avdeling;Timer\nSum;8\nHR;5\n", 0, false},
		{"a word alone is none", "a.csv", "Avdeling;Timer\nHR;5\nSum;\n", 0, false},
		{"one column", "a.csv", "Avdeling\nHR\nSum\n", 0, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table, list := survey.Read(tt.file, []byte(tt.answers), survey.Options{})
			if list.HasErrors() {
				t.Fatal(list)
			}
			if line, found := draft.Total(table); line != tt.line || found != tt.found {
				t.Errorf("got line %d, %v; want line %d, %v", line, found, tt.line, tt.found)
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
