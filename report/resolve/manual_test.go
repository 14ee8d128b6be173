package resolve

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lysark/config"
	"lysark/report/compose"
	"lysark/report/figures"
	"lysark/report/pdf"
	"lysark/report/survey"
)

// TestTheManualOfExpressionsIsRight works out every example in the table of docs/expressions.md, and holds the
// functions it names against those there are.
func TestTheManualOfExpressionsIsRight(t *testing.T) {
	data, err := os.ReadFile("../../docs/expressions.md")
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
		deck, more := Deck(file, figures.New(file, answers), compose.Layouts(), pdf.Format().Limits)
		list.Add(more)
		if got := strings.ReplaceAll(deck.Slides[0].Headline.S, "\u00a0", " "); got != row[2] || list.HasErrors() {
			t.Errorf("%s prints %q, the manual says %q (%v)", row[1], got, row[2], list)
		}
	}
	for _, name := range figures.FunctionNames() {
		if !slices.Contains(named, name) {
			t.Errorf("the manual has no example of %s", name)
		}
	}
	for _, name := range named {
		if !slices.Contains(figures.FunctionNames(), name) {
			t.Errorf("the manual has an example of %s, which is no function", name)
		}
	}
}

// TestTheManualOfLinksIsRight resolves the example in docs/layout.md.
func TestTheManualOfLinksIsRight(t *testing.T) {
	data, err := os.ReadFile("../../docs/layout.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(data), "### Links and foreign phrases")
	layout := regexp.MustCompile("(?s)```toml\n(.*?)```").FindStringSubmatch(section)[1]
	file, list := config.Read("deck.toml", func(string) ([]byte, error) { return []byte(layout), nil })
	deck, more := Deck(file, figures.New(file, nil), compose.Layouts(), pdf.Format().Limits)
	if list.Add(more); len(list) > 0 {
		t.Fatal(list)
	}
	s := deck.Slides[0]
	got := []string{told(s.Headline), told(s.Source)}
	for _, b := range s.Prose.Bullets {
		got = append(got, told(b))
	}
	want := []string{
		"Hva {the respondents~en} svarte", "Kilde: {Finans Norge>mailto:post@example.no}",
		"Alt står i {rapporten for 2025>https://example.no/rapport/2025}", "Slik {spurte vi>slide 2}", "Hva som er [med](og ikke)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
