package compare

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lysark/config"
	"lysark/report"
	"lysark/report/compose"
	"lysark/report/figures"
	"lysark/report/golden"
	"lysark/report/pdf"
	"lysark/report/resolve"
	"lysark/report/survey"
)

// side reads a layout and its answers; instead names other files for data sets.
func side(t testing.TB, layout string, instead map[string]string, read func(string) ([]byte, error)) Side {
	t.Helper()
	file, list := config.Read(layout, read)
	answers := map[string]*survey.Table{}
	for _, d := range file.Data {
		name := d.File.V
		if other, ok := instead[d.Name.V]; ok {
			name = other
		}
		data, err := read(filepath.Join(filepath.Dir(layout), name))
		if err != nil {
			t.Fatal(err)
		}
		table, more := survey.Read(name, data, survey.Options{})
		list.Add(more)
		answers[d.Name.V] = table
	}
	if list.HasErrors() {
		t.Fatal(list)
	}
	deck, told := resolve.Deck(file, figures.New(file, answers), compose.Layouts(), pdf.Format().Limits)
	return Side{file, answers, deck, file.Silenced(told)}
}

// inline is a side of texts: its layout below a head that names the data set svar, and its answers.
func inline(t testing.TB, layout, answers string) Side {
	t.Helper()
	return side(t, "deck.toml", nil, func(name string) ([]byte, error) {
		if name == "svar.csv" {
			return []byte(answers), nil
		}
		return []byte("[deck]\ntitle = \"Prøve\"\nmin_base = 5\n[data.svar]\nfile = \"svar.csv\"\n[data.svar.questions]\n" + layout), nil
	})
}

// answers is a column of as many answers as each number says.
func answers(column string, given ...any) string {
	out := column + ";ID\n"
	n := 0
	for i := 0; i < len(given); i += 2 {
		for range given[i+1].(int) {
			n++
			out += fmt.Sprintf("%s;%d\n", given[i], n)
		}
	}
	return out
}

// example is the deck of 2025 held against itself with the answers of 2026, and against the layout of 2026.
func example(t testing.TB) map[string]Report {
	read := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join("testdata/example", name)) }
	old := side(t, "2025.toml", nil, read)
	return map[string]Report{
		"answers": Compare(old, side(t, "2025.toml", map[string]string{"svar": "svar-2026.csv"}, read)),
		"layouts": Compare(old, side(t, "2026.toml", nil, read)),
	}
}

// forms are all the ways a report is written.
func forms() map[string]func(Report, io.Writer) error {
	return map[string]func(Report, io.Writer) error{
		"txt":        func(r Report, w io.Writer) error { return r.Text(w, 0) },
		"narrow.txt": func(r Report, w io.Writer) error { return r.Text(w, 90) },
		"md":         Report.Markdown,
		"json":       Report.JSON,
		"html":       Report.HTML,
	}
}

func written(t testing.TB, write func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheReportInEveryForm(t *testing.T) {
	files := golden.New(t, "testdata/golden")
	for name, r := range example(t) {
		for ext, write := range forms() {
			files.Text(name+"."+ext, written(t, func(w io.Writer) error { return write(r, w) }))
		}
	}
	read := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join("testdata/example", name)) }
	list := List(side(t, "2025.toml", map[string]string{"svar": "svar-2026.csv"}, read).Deck)
	files.Text("figures.txt", written(t, func(w io.Writer) error { return list.Table(w, 0) }))
	files.Text("figures-narrow.txt", written(t, func(w io.Writer) error { return list.Table(w, 80) }))
	files.Text("figures.csv", written(t, list.CSV))
	files.Text("figures.json", written(t, list.JSON))
}

// TestTheReferenceDeck holds what does not depend on how the deck is worded.
func TestTheReferenceDeck(t *testing.T) {
	read := func(name string) ([]byte, error) { return os.ReadFile(name) }
	const layout = "../../decks/hjemmekontor/deck.toml"
	old := side(t, layout, nil, read)
	now := side(t, layout, map[string]string{"svar": "svar-2022.csv"}, read)
	r := Compare(old, now)
	if len(r.Moved) < 50 || r.Tested < 40 || r.Larger < 1 || r.Larger > r.Tested/2 {
		t.Errorf("%d figures moved, %d tested, %d by more than chance", len(r.Moved), r.Tested, r.Larger)
	}
	moved := map[string]Move{}
	for _, m := range r.Moved {
		if m.Slide != m.OldSlide {
			t.Errorf("slide %d was %d in the same layout", m.Slide, m.OldSlide)
		}
		moved[m.Where+" "+m.Name+" "+m.New.question()] = m
	}
	if m := moved["chart 1 Ja, strammet inn endret"]; m.Chance != Larger || m.Old.Text != "29\u00a0%" {
		t.Errorf("got %+v", m)
	}
	if m := moved["chart 1 Nei lokaler"]; m.Chance != Within || m.Old.Text != "69\u00a0%" {
		t.Errorf("got %+v", m)
	}
	if r := Compare(old, old); len(r.Moved)+len(r.Only)+len(r.Data) != 0 || r.Unmoved < 90 {
		t.Errorf("a deck differs from itself: %d moved, %d only in one, %d data sets; %d alike", len(r.Moved), len(r.Only), len(r.Data), r.Unmoved)
	}
}

func (f Figure) question() string {
	if len(f.Sources) == 0 {
		return ""
	}
	return f.Sources[0].Question
}

func TestJSONIsReadByOthersAndCSVHoldsEveryFigure(t *testing.T) {
	r := example(t)["answers"]
	var back map[string]any
	if err := json.Unmarshal([]byte(written(t, r.JSON)), &back); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"old", "new", "moved", "data", "claims", "typed", "only_in_one", "problems"} {
		if back[key] == nil {
			t.Errorf("%q is null or not there", key)
		}
	}
	list := Figures{Locale: reportLocale(), All: []Figure{{Where: "chart 1", Name: "=HYPERLINK(\"x\")", Text: "5", Sources: []Source{}}, {Where: "bullet", Name: "a;\"b\"\nc", Sources: []Source{}}}}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(written(t, list.CSV), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 3 || rows[1][2] != "'=HYPERLINK(\"x\")" || rows[2][2] != "a;\"b\"\nc" {
		t.Errorf("got %q, %v", rows, err)
	}
	if got := written(t, List(&report.Deck{}).JSON); got != "[]\n" {
		t.Errorf("no figures are %q", got)
	}
}
