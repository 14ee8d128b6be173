package report

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lysark/config"
	"lysark/report/survey"
)

// TestTheManualOfExpressionsIsRight works out every example in the table of docs/expressions.md, and holds the
// functions it names against those there are.
func TestTheManualOfExpressionsIsRight(t *testing.T) {
	data, err := os.ReadFile("../docs/expressions.md")
	if err != nil {
		t.Fatal(err)
	}
	manual := string(data)
	layout := regexp.MustCompile("(?s)```toml\n(.*?)```").FindStringSubmatch(manual)[1]
	files := map[string]string{
		"answers-2025.csv": "How are you?;What do you use?;Score\n" +
			"Happy;Courses;5\nHappy;\"Courses;Advice\";4\nHappy;Courses;4\nHappy;Courses;3\nHappy;Courses;2\nVery happy;Advice;1\nVery happy;;5\nSad;;5\nSad;;4\nSad;;\n",
		"answers-2022.csv": "How are you?;What do you use?;Score\nHappy;Courses;1\nHappy;Courses;2\nSad;Advice;3\nSad;Advice;4\nSad;Courses;5\n",
	}
	rows := regexp.MustCompile("(?m)^\\| `(\\{.*?\\})` \\| (.*?) ?\\|").FindAllStringSubmatch(manual, -1)
	var named []string
	for _, row := range rows {
		for _, call := range regexp.MustCompile(`\b([a-z_]+)\(`).FindAllStringSubmatch(row[1], -1) {
			named = append(named, call[1])
		}
		if row[2] == "" {
			continue
		}
		text := strings.Replace(layout, "{capital(fraction(happy))} are happy", row[1], 1)
		file, list := config.Read("deck.toml", func(string) ([]byte, error) { return []byte(text), nil })
		answers := map[string]*survey.Table{}
		for _, d := range file.Data {
			table, more := survey.Read(d.File.V, []byte(files[d.File.V]), survey.Options{})
			answers[d.Name.V] = table
			list.Add(more)
		}
		deck, more := Resolve(file, answers)
		list.Add(more)
		if got := strings.ReplaceAll(deck.Slides[0].Headline.S, "\u00a0", " "); got != row[2] || list.HasErrors() {
			t.Errorf("%s prints %q, the manual says %q (%v)", row[1], got, row[2], list)
		}
	}
	for _, name := range functionNames() {
		if !slices.Contains(named, name) {
			t.Errorf("the manual has no example of %s", name)
		}
	}
	for _, name := range named {
		if !slices.Contains(functionNames(), name) {
			t.Errorf("the manual has an example of %s, which is no function", name)
		}
	}
}
