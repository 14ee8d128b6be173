package tables_test

import (
	"fmt"
	"path"
	"strings"
	"testing"

	"lysark/charts"
	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/compose"
	"lysark/report/figures"
	"lysark/report/output"
	"lysark/report/resolve"
	"lysark/report/scene"
	"lysark/report/survey"
	"lysark/report/tables"
)

// tabled are the tables of a deck's charts, written one line per row.
func tabled(deck *report.Deck) string {
	var b strings.Builder
	for _, t := range tables.OfCharts(deck) {
		fmt.Fprintf(&b, "%s: %s\n%s", t.Name, t.Title, t.Corner)
		for _, c := range t.Columns {
			b.WriteString(" | " + c.Head)
			if c.Base > 0 {
				fmt.Fprintf(&b, " (%d)", c.Base)
			}
		}
		for row, name := range t.Categories {
			b.WriteString("\n" + name)
			for _, c := range t.Columns {
				b.WriteString(" | " + soft(c.Texts[row]))
			}
			if t.Bases != nil {
				fmt.Fprintf(&b, " | n %d", t.Bases[row])
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// charted reads a deck of one slide with one chart, of ten answers this year and five last year.
func charted(t *testing.T, deckKeys, chart string) *report.Deck {
	t.Helper()
	files := map[string]string{
		"oppsett/svar.csv":    "Ja?;Sjelden?;Del\nJa;Ja;A\nJa;Ja;B\nJa;Ja;B\nJa;Nei;\nJa;;\nJa;;\nNei;;\nNei;;\nNei;;\nNei;;\n",
		"oppsett/forrige.csv": "Ja?\nJa\nJa\nNei\nNei\nNei\n",
		"oppsett/deck.toml": "[deck]\ntitle = \"Prøve\"\n" + deckKeys + `
[data.svar]
file = "svar.csv"
questions = { ja = "Ja?", sjelden = "Sjelden?", tredel = "Del" }
[data.forrige]
file = "forrige.csv"
[[slide]]
headline = "A"
chart = [{ ` + chart + " }]\n",
	}
	deck, list := resolved("oppsett/deck.toml", files)
	if list.HasErrors() {
		t.Fatalf("%s: %v", chart, list[0].Message)
	}
	return deck
}

// resolved reads a deck and its answers from files by name, as the command does.
func resolved(layout string, files map[string]string) (*report.Deck, diag.List) {
	file, list := config.Read(layout, func(name string) ([]byte, error) { return []byte(files[name]), nil })
	answers := map[string]*survey.Table{}
	for _, d := range file.Data {
		table, more := survey.Read(d.File.V, []byte(files[path.Join(path.Dir(layout), d.File.V)]), survey.Options{})
		answers[d.Name.V] = table
		list.Add(more)
	}
	deck, more := resolve.Deck(file, figures.New(file, answers), compose.Layouts(), scene.Limits{})
	list.Add(more)
	return deck, list
}

func soft(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestAChartsTableTellsWhatTheChartDoes(t *testing.T) {
	tests := []struct{ name, deck, chart, want string }{
		{"a question has how many answered over its shares", "", `type = "pie", question = "ja"`,
			"slide-01-1: A\nSvar | Andel (10)\nJa | 60 %\nNei | 40 %\n"},
		{"counts are called so", "", `type = "bar", unit = "number", question = "ja", title = "Farger"`,
			"slide-01-1: Farger\nSvar | Antall (10)\nJa | 6\nNei | 4\n"},
		{"typed values have no base", "", `type = "bar", unit = "number", labels = ["a", "b"], values = [1.5, ""], decimals = 1`,
			"slide-01-1: A\nKategori | Verdi\na | 1,5\nb | –\n"},
		{"years have a base each", "", `type = "column", series = [{ name = "i år", question = "ja" }, { name = "før", data = "forrige", question = "ja" }]`,
			"slide-01-1: A\nSvar | i år (10) | før (5)\nJa | 60 % | 40 %\nNei | 40 % | 60 %\n"},
		{"questions have a base each, and their sums", "", `type = "likert", questions = ["ja", "sjelden"], top = 1, top_name = "Enige"`,
			"slide-01-1: A\nUtsagn | Nei | Ja | Enige\nJa? | 40 % | 60 % | 60 % | n 10\nSjelden? | 25 % | 75 % | 75 % | n 4\n"},
		{"a hidden row is dashes, without how many it hides", "min_base = 5", `type = "likert", questions = ["ja", "sjelden"], top = 1, top_name = "Enige"`,
			"slide-01-1: A\nUtsagn | Nei | Ja | Enige\nJa? | 40 % | 60 % | 60 % | n 10\nSjelden? | – | – | – | n 0\n"},
		{"a hidden chart is dashes alone", "min_base = 5", `type = "pie", question = "sjelden"`,
			"slide-01-1: A\nSvar | Andel\n– | –\n"},
		{"a sum that is the last level is not told twice", "", `type = "likert", labels = ["x"], series = [{ name = "Uenig", values = [40] }, { name = "Enig", values = [60] }], top = 1`,
			"slide-01-1: A\nUtsagn | Uenig | Enig\nx | 40 % | 60 %\n"},
		{"a sum that is called as a level is told apart", "", `type = "likert", labels = ["x"], series = [{ name = "Uenig", values = [40] }, { name = "Litt enig", values = [10] }, { name = "Enig", values = [50] }], top = 2`,
			"slide-01-1: A\nUtsagn | Uenig | Litt enig | Enig | I alt: Enig\nx | 40 % | 10 % | 50 % | 60 %\n"},
		{"a stack has its totals", "", `type = "stacked", stack = "absolute", totals = true, unit = "number", labels = ["a"], series = [{ name = "x", values = [1] }, { name = "y", values = [2] }]`,
			"slide-01-1: A\nKategori | x | y | I alt\na | 1 | 2 | 3\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tabled(charted(t, tt.deck, tt.chart)); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestATableIsCalledWhatItsChartIsAbout(t *testing.T) {
	const head = "[deck]\ntitle = \"Prøve\"\n[data.svar]\nfile = \"svar.csv\"\nquestions = { lenge = \"Har  dere svart lenge?\", q7 = \"Q7\" }\n[[slide]]\n"
	tests := []struct{ name, slide, want string }{
		{"the question", `headline = "Mange"` + "\n" + `chart = [{ type = "pie", question = "lenge" }]`, "Har dere svart lenge?"},
		{"its own title first", `headline = "Mange"` + "\n" + `chart = [{ type = "pie", question = "lenge", title = "Lenge?" }]`, "Lenge?"},
		{"the headline, where the question's heading is a code", `headline = "Mange"` + "\n" + `chart = [{ type = "pie", question = "q7" }]`, "Mange"},
		{"with a number, where two are called alike", `headline = "Mange"` + "\n" + `chart = [{ type = "pie", question = "lenge" }, { type = "bar", question = "lenge" }]`, "Har dere svart lenge? (1), Har dere svart lenge? (2)"},
		{"without one, where they are not", `headline = "Mange"` + "\n" + `chart = [{ type = "pie", question = "lenge" }, { type = "bar", question = "q7" }]`, "Har dere svart lenge?, Mange"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			deck, list := resolved("deck.toml", map[string]string{
				"svar.csv": "Har  dere svart lenge?;Q7\nJa;Ja\nNei;Nei\n", "deck.toml": head + tt.slide + "\n",
			})
			if list.HasErrors() {
				t.Fatal(list)
			}
			var titles []string
			for _, table := range tables.OfCharts(deck) {
				titles = append(titles, table.Title)
			}
			if got := strings.Join(titles, ", "); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// TestASourceDoesNotRepeatWhatItsTableTells: of a table of one question that ten have answered.
func TestASourceDoesNotRepeatWhatItsTableTells(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"a last sentence goes", "Kilde: Undersøkelsen 2025. n = 10", "Kilde: Undersøkelsen 2025"},
		{"with hard spaces, too", "Kilde: Undersøkelsen 2025. n\u00a0=\u00a010", "Kilde: Undersøkelsen 2025"},
		{"with a full stop, which stays", "Kilde: Undersøkelsen 2025. N=10.", "Kilde: Undersøkelsen 2025."},
		{"after a semicolon", "Kilde: Undersøkelsen 2025; n = 10", "Kilde: Undersøkelsen 2025"},
		{"of two charts", "Flere svar mulig. Kilde: X. n = 96 (venstre) og n = 10 (høyre)", "Flere svar mulig. Kilde: X"},
		{"of two charts in nynorsk", "Kjelde: X. n = 10 (venstre) og n = 65 (høgre)", "Kjelde: X"},
		{"of two charts in English", "Source: X. n = 1,204 (left) and n = 10 (right)", "Source: X"},
		{"of three charts", "Kilde: X. n = 96, n = 10 og n = 1 204", "Kilde: X"},
		{"all of it", "n = 10", ""},
		{"part of a sentence stays", "Kilde: Undersøkelsene 2022 (n = 68) og 2025 (n = 10)", "Kilde: Undersøkelsene 2022 (n = 68) og 2025 (n = 10)"},
		{"after a comma it is one", "Kilde: Undersøkelsen 2025, n = 10", "Kilde: Undersøkelsen 2025, n = 10"},
		{"a sentence that says more stays", "Kilde: X. n = 10 (uvektet)", "Kilde: X. n = 10 (uvektet)"},
		{"a sentence before others stays", "n = 10. Kilde: X", "n = 10. Kilde: X"},
		{"another number stays", "Kilde: X. n = 101", "Kilde: X. n = 101"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			deck := charted(t, "", `type = "pie", question = "ja"`)
			deck.Slides[0].Source.S = tt.source
			if got := tables.OfCharts(deck)[0].Source.S; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	typed := charted(t, "", `type = "bar", labels = ["a"], values = [1]`)
	typed.Slides[0].Source.S = "Kilde: X. n = 10"
	if got := tables.OfCharts(typed)[0].Source.S; got != "Kilde: X. n = 10" {
		t.Errorf("of a table without bases the source is %q", got)
	}
}

func TestATurnedTableHeadsItsRowsByWhatTheyAre(t *testing.T) {
	table := tables.OfCharts(charted(t, "", `type = "likert", questions = ["ja", "sjelden"], top = 1`))[0]
	if got := table.Corner + ", " + table.Turned().Corner; got != "Utsagn, Svar" {
		t.Errorf("got %s", got)
	}
}

func TestChartsThatAreNotAskedForHaveNoTable(t *testing.T) {
	deck := charted(t, "", `type = "pie", question = "ja"`)
	deck.Slides[0].Out = true
	if got := tabled(deck); got != "" {
		t.Errorf("got %s", got)
	}
}

func TestAttachments(t *testing.T) {
	const twoYears = `type = "column", series = [{ name = "i år", question = "ja" }, { name = "før", data = "forrige", question = "ja" }]`
	tests := []struct{ name, deck, chart, want string }{
		{"Norwegian has semicolons and commas", "", `type = "pie", question = "tredel"`, "Svar;Andel (%);n\nA;33,3333;3\nB;66,6667;3\n"},
		{"English has commas and points", `lang = "en"`, `type = "pie", question = "tredel"`, "Answer,Share (%),n\nA,33.3333,3\nB,66.6667,3\n"},
		{"a column with a base of its own says so", "", twoYears, "Svar;i år (%, n = 10);før (%, n = 5)\n"},
		{"a missing value is an empty cell", "", `type = "bar", unit = "number", labels = ["a", "b"], values = [-2.5, ""]`, "Kategori;Verdi\na;-2,5\nb;\n"},
		{"a hidden value is an empty cell", "min_base = 5", `type = "likert", questions = ["ja", "sjelden"], top = 1, top_name = "Enige"`, "Utsagn;Nei (%);Ja (%);Enige (%);n\nJa?;40;60;60;10\nSjelden?;;;;\n"},
		{"no name is a formula", "", `type = "bar", labels = ["=1+1", "@a"], series = [{ name = "-x", values = [1, 2] }]`, "Kategori;'-x (%)\n'=1+1;1\n'@a;2\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			deck := charted(t, tt.deck, tt.chart)
			if none := tables.Attachments(deck); none != nil {
				t.Errorf("unasked, there are %d", len(none))
			}
			deck.Attached = true
			all := tables.Attachments(deck)
			table, layout := all[0], all[1]
			if got, want := string(table.Data), "\ufeff"+strings.ReplaceAll(tt.want, "\n", "\r\n"); !strings.HasPrefix(got, want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if table.Name != "slide-01-1.csv" || table.MIME != "text/csv" || table.Relationship != output.IsData {
				t.Errorf("the table is %+v", table)
			}
			if layout.Name != "deck.toml" || layout.Relationship != output.IsSource || !strings.HasPrefix(string(layout.Data), "[deck]\ntitle") {
				t.Errorf("the layout is %s, %s, %s", layout.Name, layout.Relationship, layout.Data)
			}
		})
	}
}

// TestSumsAreThoseOfTheChart: a chart without a head over its sums prints none.
func TestSumsAreThoseOfTheChart(t *testing.T) {
	c := charts.Chart{Kind: charts.Likert, Categories: []string{"a"}, TopBox: 1, Series: []charts.Series{{Name: "x", Values: []charts.Value{{V: 100}}}}}
	deck := charted(t, "", `type = "pie", question = "ja"`)
	if _, _, _, ok := charts.Sums(c, deck.Locale); ok {
		t.Error("a likert chart without top_name has sums")
	}
}
