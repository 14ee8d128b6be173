package resolve_test

import (
	"bytes"
	"encoding/csv"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/compose"
	"lysark/report/figures"
	"lysark/report/pdf"
	"lysark/report/resolve"
	"lysark/report/scene"
	"lysark/report/survey"
	"lysark/report/template"
)

const referenceDeck = "../../decks/hjemmekontor/"

// otherYear is the reference deck with the answers of another year in the place of its own.
func otherYear(t *testing.T, answers string) (*report.Deck, diag.List) {
	t.Helper()
	file, list := config.Read(referenceDeck+"deck.toml", os.ReadFile)
	tables := map[string]*survey.Table{}
	for name, path := range map[string]string{"svar": answers, "forrige": "svar-2022.csv"} {
		data, err := os.ReadFile(referenceDeck + path)
		if err != nil {
			t.Fatal(err)
		}
		table, more := survey.Read(path, data, survey.Options{})
		list.Add(more)
		tables[name] = table
	}
	deck, more := resolve.Deck(file, figures.New(file, tables), compose.Layouts(), pdf.Format().Limits)
	list.Add(more)
	return deck, list
}

// raw is a file of answers as nothing but this test reads it.
type raw struct {
	columns map[string]int
	rows    [][]string
}

func readRaw(t *testing.T, name string) raw {
	t.Helper()
	data, err := os.ReadFile(referenceDeck + name)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := raw{columns: map[string]int{}, rows: rows[1:]}
	for i, name := range rows[0] {
		out.columns[name] = i
	}
	return out
}

// counted is how many gave one of the answers to a question, and how many answered it.
func (r raw) counted(column string, answers []string) (count, base int) {
	i, ok := r.columns[column]
	if !ok {
		return -1, -1
	}
	for _, row := range r.rows {
		if row[i] == "" {
			continue
		}
		base++
		if slices.ContainsFunc(strings.Split(row[i], ";"), func(a string) bool { return slices.Contains(answers, a) }) {
			count++
		}
	}
	return count, base
}

// TestAnotherYearsAnswersMakeAnotherYearsDeck swaps the answers and works every figure of headlines, bullets, charts
// and the list of figures out anew from the file, with other code.
func TestAnotherYearsAnswersMakeAnotherYearsDeck(t *testing.T) {
	for _, year := range []string{"svar-2022.csv", "svar-2025.csv"} {
		deck, list := otherYear(t, year)
		files := map[string]raw{"svar": readRaw(t, year), "forrige": readRaw(t, "svar-2022.csv")}
		for _, d := range list {
			if d.Severity == diag.Error && d.Rule != diag.Expect {
				t.Errorf("%s: %s: %s", year, d.Pos, d.Message)
			}
		}
		pages, list := compose.Pages(deck)
		if list.HasErrors() || len(pages) != 18 {
			t.Fatalf("%s: %v", year, list)
		}
		shares := 0
		for _, f := range deck.Figures {
			if checkFigure(t, year, files, f) {
				shares++
			}
			if printed := pageText(pages, f.Slide); f.Where != "notes" && !strings.Contains(printed, squeeze(f.Text)) {
				t.Errorf("%s: slide %d does not show %q of its %s", year, f.Slide, f.Text, f.Where)
			}
		}
		if shares < 100 {
			t.Errorf("%s: only %d shares were worked out anew: the test looks in the wrong place", year, shares)
		}
		noOtherNumbers(t, year, deck)
	}
}

// checkFigure works a figure out from the file. It tells whether it is a share.
func checkFigure(t *testing.T, year string, files map[string]raw, f report.Figure) bool {
	t.Helper()
	if strings.Contains(" year before year - before ", " "+f.Name+" ") {
		return false // a variable: it is set each year
	}
	if len(f.Sources) == 0 {
		t.Errorf("%s: slide %d, %s: %q comes from nowhere", year, f.Slide, f.Where, f.Text)
		return false
	}
	s := f.Sources[0]
	file := files[s.Data]
	if s.Question == "" { // of all respondents
		if s.Respondents != len(file.rows) {
			t.Errorf("%s: %d respondents, the file has %d", year, s.Respondents, len(file.rows))
		}
		return false
	}
	count, base := file.counted(s.Column, s.Answers)
	if strings.HasPrefix(f.Name, "share_of_all") {
		base = len(file.rows)
	}
	if len(s.Answers) == 0 {
		count = base
	}
	if s.Count != count || s.Base != base {
		t.Errorf("%s: slide %d, %s: %q rests on %d of %d, the file says %d of %d", year, f.Slide, f.Where, f.Text, s.Count, s.Base, count, base)
	}
	want := 100 * float64(count) / float64(base)
	switch {
	case strings.HasPrefix(f.Name, "base("):
		want = float64(base)
	case f.Name == "gir_mulighet":
		want = 100 - want
	case strings.HasPrefix(f.Name, "about("):
		want = math.Round(want/10) * 10
	}
	if math.Abs(f.Value-want) > 1e-9 {
		t.Errorf("%s: slide %d, %s: %q is %v, the file says %v", year, f.Slide, f.Where, f.Text, f.Value, want)
	}
	if number := regexp.MustCompile(`^([0-9,]+)\x{a0}%$`).FindStringSubmatch(f.Text); number != nil {
		printed, _ := strconv.ParseFloat(strings.Replace(number[1], ",", ".", 1), 64)
		if half := 0.5 * math.Pow10(-f.Decimals); math.Abs(printed-want) > half+1e-9 {
			t.Errorf("%s: slide %d, %s prints %q for %v", year, f.Slide, f.Where, f.Text, want)
		}
	}
	return f.Unit == template.Percent
}

// noOtherNumbers: every per cent sign in a text belongs to a figure that was checked above.
func noOtherNumbers(t *testing.T, year string, deck *report.Deck) {
	t.Helper()
	for _, s := range deck.Slides {
		texts := append([]report.Text{s.Headline, s.Subtitle, s.Prose.Lead, s.Source}, append(s.Prose.Bullets, s.Prose.Paragraphs...)...)
		for _, text := range texts {
			for _, number := range regexp.MustCompile(`[0-9][0-9,]*\x{a0}%|[0-9]+\x{a0}av\x{a0}[0-9]+`).FindAllString(text.S, -1) {
				if !slices.ContainsFunc(deck.Figures, func(f report.Figure) bool { return f.Slide == s.Number && f.Text == number }) {
					t.Errorf("%s: slide %d says %q, which is none of its figures", year, s.Number, number)
				}
			}
		}
	}
	if len(deck.Typed) > 0 {
		t.Errorf("%s: %d numbers are typed, such as %q", year, len(deck.Typed), deck.Typed[0].Number)
	}
}

// pageText is all that a page says, without spaces, as lines break at them.
func pageText(pages []scene.Page, number int) string {
	if number == 0 {
		number = 1
	}
	var b strings.Builder
	var walk func(items []scene.Item)
	walk = func(items []scene.Item) {
		for _, it := range items {
			switch it := it.(type) {
			case scene.Text:
				b.WriteString(it.S)
			case scene.Group:
				b.WriteString(it.Alt)
				walk(it.Items)
			}
		}
	}
	walk(pages[number-1].Items)
	return squeeze(b.String())
}

func squeeze(s string) string {
	return strings.NewReplacer(" ", "", "\u00a0", "", "\u00ad", "").Replace(s)
}
