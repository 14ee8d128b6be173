package resolve_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lysark/charts"
	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/compose"
	"lysark/report/figures"
	"lysark/report/pdf"
	"lysark/report/resolve"
	"lysark/report/survey"
)

// resolved reads a deck whose data files stand beside it.
func resolved(t *testing.T, layout string, read func(string) ([]byte, error)) (*report.Deck, diag.List) {
	t.Helper()
	file, list := config.Read(layout, read)
	answers := map[string]*survey.Table{}
	for _, d := range file.Data {
		name := filepath.Join(filepath.Dir(layout), d.File.V)
		data, err := read(name)
		if err != nil {
			t.Fatal(err)
		}
		table, more := survey.Read(name, data, survey.Options{})
		list.Add(more)
		answers[d.Name.V] = table
	}
	deck, more := resolve.Deck(file, figures.New(file, answers), compose.Layouts(), pdf.Format().Limits)
	list.Add(more)
	return deck, list
}

// TestReferenceFigures holds every figure that the original presentation prints against what the charts show.
func TestReferenceFigures(t *testing.T) {
	deck, list := resolved(t, "../../decks/hjemmekontor/deck.toml", os.ReadFile)
	if list.HasErrors() {
		t.Fatal(list)
	}
	tests := []struct {
		slide, chart int
		category     string
		want         string
	}{
		{2, 1, "Sparebank", "50 %"},
		{3, 1, "Ja, avdelingsnivå", "2,1 %"},
		{3, 1, "Ja, konsern-/virksomhetsnivå", "65,6 %"},
		{3, 1, "Nei", "5,2 %"},
		{3, 1, "Nei, men praksis", "27,1 %"},
		{3, 2, "Ja, hele virksomheten", "78 %"},
		{3, 2, "Ja, med noen unntak", "22 %"},
		{5, 1, "Ja", "89 %"},
		{5, 1, "Nei", "11 %"},
		{6, 1, "2 dager", "81 %"},
		{7, 1, "3 dager", "13 %"},
		{8, 1, "Mellom ansatt og leder", "64 %"},
		{8, 1, "På avdelingsnivå", "11 %"},
		{8, 1, "Faste føringer", "21 %"},
		{8, 1, "Ansatte velger selv", "4 %"},
		{9, 1, "Nei", "57 %"},
		{9, 1, "Ja, strammet inn", "29 %"},
		{10, 1, "Samspill og samarbeid", "96 %"},
		{10, 1, "Kultur og tilhørighet", "86 %"},
		{11, 1, "Fleksibilitet", "80 %"},
		{12, 1, "Ja", "25 %"},
		{12, 1, "Nei", "61 %"},
		{12, 1, "Vet ikke", "14 %"},
		{14, 1, "Ingen egne tiltak", "59 %"},
		{14, 1, "Kalender/booking", "31 %"},
		{14, 1, "Nærmeste leder", "13 %"},
		{14, 1, "Adgangsdata", "5 %"},
		{14, 1, "Annet", "4 %"},
		{15, 1, "Nei", "69 %"},
		{15, 1, "Ja", "31 %"},
		{16, 1, "Nei", "90 %"},
		{16, 1, "Ja, redusert eller planlegger endring", "10 %"},
		{17, 1, "Uendret", "77 %"},
		{17, 1, "Enklere", "20 %"},
		{17, 1, "Vanskeligere", "3 %"},
		{18, 1, "Nei", "57 %"},
		{18, 1, "Ja", "7 %"},
		{18, 1, "Usikker", "35 %"},
	}
	for _, tt := range tests {
		c := deck.Slides[tt.slide-1].Charts[tt.chart-1]
		newest := c.Series[len(c.Series)-1]
		got := "not there"
		for i, name := range c.Categories {
			if name == tt.category {
				got = strings.ReplaceAll(deck.Locale.Percent(newest.Values[i].V, c.Decimals), "\u00a0", " ")
			}
		}
		if got != tt.want {
			t.Errorf("slide %d, %q: %s, want %s", tt.slide, tt.category, got, tt.want)
		}
	}
}

const survey1 = `ID;Farge;Tilbud;Enig?;Uenig?
1;Rød;Kurs;4;1
2;Blå;"Kurs;Råd";5;2
3;Blå;;5;1
4;;Råd;1;
`

// inline reads a deck from a string: the head and its data set are given.
func inline(t *testing.T, slides string) (*report.Deck, diag.List) {
	t.Helper()
	const head = `[deck]
title = "Prøve"
[data.svar]
file = "svar.csv"
[data.svar.questions]
farge = "Farge"
tilbud = { column = "Tilbud", multiple = ";" }
enig = { column = "Enig?", answers = ["1", "2", "3", "4", "5"] }
uenig = { column = "Uenig?", answers = ["1", "2", "3", "4", "5"] }
`
	return resolved(t, "deck.toml", func(name string) ([]byte, error) {
		if name == "svar.csv" {
			return []byte(survey1), nil
		}
		return []byte(head + slides), nil
	})
}

// shown is a chart's figures in one line.
func shown(c charts.Chart) string {
	var parts []string
	for _, s := range c.Series {
		var values []string
		for i, v := range s.Values {
			text := "–"
			if !v.Missing {
				text = fmt.Sprintf("%.4g", v.V)
			}
			values = append(values, c.Categories[i]+" "+text)
		}
		parts = append(parts, strings.TrimPrefix(s.Name+": ", ": ")+strings.Join(values, ", "))
	}
	return strings.Join(parts, "; ")
}

func TestWhereAChartsFiguresComeFrom(t *testing.T) {
	tests := []struct{ name, chart, want string }{
		{"a question: shares of those who answered", `type = "bar", question = "farge"`, "Blå 66.67, Rød 33.33"},
		{"shares of all", `type = "bar", question = "farge", base = "all"`, "Blå 50, Rød 25"},
		{"counts", `type = "bar", question = "farge", unit = "number"`, "Blå 2, Rød 1"},
		{"several answers: shares of respondents", `type = "bar", question = "tilbud"`, "Kurs 66.67, Råd 66.67"},
		{"the answers the author lists, in his order", `type = "bar", question = "farge", answers = ["Blå", "Rød"]`, "Blå 66.67, Rød 33.33"},
		{"descending", `type = "bar", question = "farge", sort = "descending"`, "Blå 66.67, Rød 33.33"},
		{"renamed", `type = "bar", question = "farge", rename = { "Rød" = "Raud" }`, "Blå 66.67, Raud 33.33"},
		{"listed answers that nobody gave are zero", `type = "bar", question = "enig"`, "1 25, 2 0, 3 0, 4 25, 5 50"},
		{"several questions: one statement each", `type = "likert", questions = [{ question = "enig", label = "A" }, "uenig"]`, "1: A 25, Uenig? 66.67; 2: A 0, Uenig? 33.33; 3: A 0, Uenig? 0; 4: A 25, Uenig? 0; 5: A 50, Uenig? 0"},
		{"levels with names", `type = "likert", questions = ["enig"], levels = { "1" = "Lav", "2" = "b", "3" = "c", "4" = "d", "5" = "Høy" }`, "Lav: Enig? 25; b: Enig? 0; c: Enig? 0; d: Enig? 25; Høy: Enig? 50"},
		{"labels and values", `type = "pie", labels = ["a", "b"], values = [60, 40]`, "a 60, b 40"},
		{"series, one value missing", `type = "column", labels = ["a", "b"], series = [{ name = "x", values = [1, ""] }, { name = "y", values = [3, nan] }]`, "x: a 1, b –; y: a 3, b –"},
		{"series of questions", `type = "column", series = [{ name = "x", question = "farge" }, { name = "y", data = "svar", question = "farge" }]`, "x: Blå 66.67, Rød 33.33; y: Blå 66.67, Rød 33.33"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			deck, list := inline(t, "[[slide]]\nheadline = \"A\"\nchart = [{ "+tt.chart+" }]\n")
			if list.HasErrors() {
				t.Fatal(list)
			}
			if got := shown(deck.Slides[0].Charts[0]); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestAReadyMadeTableIsAChartAndATable(t *testing.T) {
	files := map[string]string{
		"deck.toml": `[deck]
title = "Prøve"
[data.tall]
file = "tall.csv"
[[slide]]
headline = "Linjer"
chart = [{ type = "line", range = "A1:C3", unit = "number" }]
[[slide]]
headline = "Tabell"
table = { range = "A1:C3" }
`,
		"tall.csv": "År;Kvinner;Menn\n2024;1 204,5;1 100\n2025;1 300;\n",
	}
	deck, list := resolved(t, "deck.toml", func(name string) ([]byte, error) { return []byte(files[name]), nil })
	if list.HasErrors() {
		t.Fatal(list)
	}
	if got, want := shown(deck.Slides[0].Charts[0]), "Kvinner: 2024 1204, 2025 1300; Menn: 2024 1100, 2025 –"; got != want && got != strings.Replace(want, "1204", "1205", 1) {
		t.Errorf("got %s, want %s", got, want)
	}
	table := deck.Slides[1].Table
	if table.Columns[0].S != "År" || table.Rows[0][1].S != "1204,5" || table.Rows[1][2].S != "–" || table.Align[1] != report.Right || table.Align[0] != report.Right {
		t.Errorf("got %+v", table)
	}
}

func TestTheLayoutFollowsFromWhatASlideHolds(t *testing.T) {
	const chart = `chart = [{ type = "pie", labels = ["a"], values = [100] }]`
	tests := []struct {
		slide string
		want  report.Layout
	}{
		{`headline = "A"`, report.SectionLayout},
		{`headline = "A"` + "\n" + `bullets = ["b"]`, report.TextLayout},
		{`headline = "A"` + "\n" + chart, report.ChartLayout},
		{`headline = "A"` + "\n" + `lead = "b"` + "\n" + chart, report.TextChart},
		{`headline = "A"` + "\n" + `text = "b"` + "\n" + strings.Replace(chart, "}]", "}, { type = \"pie\", labels = [\"a\"], values = [100] }]", 1), report.TextTwoCharts},
		{`headline = "A"` + "\n" + `table = { columns = ["a"], rows = [["1"]] }`, report.TableLayout},
		{`quote = { text = "A" }`, report.QuoteLayout},
		{`headline = "A"` + "\n" + `number = { value = "1" }` + "\n" + chart, report.NumberLayout},
		{`layout = "title"`, report.TitleLayout},
	}
	for _, tt := range tests {
		deck, list := inline(t, "[[slide]]\n"+tt.slide+"\n")
		if list.HasErrors() {
			t.Errorf("%s: %v", tt.slide, list)
		}
		if got := deck.Slides[0].Layout; got != tt.want {
			t.Errorf("%s: %s, want %s", tt.slide, got, tt.want)
		}
	}
}

func TestWhatCannotBeResolvedIsTold(t *testing.T) {
	tests := []struct {
		slide   string
		rule    diag.Rule
		message string
	}{
		{`headline = "A"` + "\n" + `chart = [{ type = "bar" }]`, diag.Missing, "the chart has no figures"},
		{`headline = "A"` + "\n" + `chart = [{ type = "bar", question = "farge", range = "A1:B2" }]`, diag.BadValue, "from 2 places"},
		{`headline = "A"` + "\n" + `chart = [{ type = "bar", question = "farve" }]`, diag.UnknownQuestion, `no question "farve"`},
		{`headline = "A"` + "\n" + `chart = [{ type = "bar", data = "svr", question = "farge" }]`, diag.UnknownQuestion, `no data set "svr"`},
		{`headline = "A"` + "\n" + `chart = [{ type = "pie", question = "tilbud" }]`, diag.NotParts, "allows several answers"},
		{`headline = "A"` + "\n" + `chart = [{ type = "likert", question = "tilbud" }]`, diag.NotParts, "allows several answers"},
		{`headline = "A"` + "\n" + `chart = [{ type = "likert", questions = ["tilbud"] }]`, diag.NotParts, "allows several answers"},
		{`headline = "A"` + "\n" + `chart = [{ type = "bar", question = "farge", answers = ["Grønn"] }]`, diag.UnknownAnswer, `nobody answered "Grønn"`},
		{`headline = "A"` + "\n" + `chart = [{ type = "bar", question = "farge", rename = { "Gul" = "x" } }]`, diag.UnknownAnswer, `no "Gul" to rename`},
		{`headline = "A"` + "\n" + `chart = [{ type = "bar", question = "farge", colors = { "Rød" = "rosa" } }]`, diag.BadValue, `"rosa" is neither`},
		{`headline = "A"` + "\n" + `chart = [{ type = "likert", questions = ["enig"], top = 7 }]`, diag.BadValue, "the scale has 5 levels"},
		{`headline = "A } b"`, diag.Syntax, "a single brace"},
		{`headline = "A {b}"`, diag.BadExpression, `no figure, variable or function "b"`},
		{`headline = "A 😀"`, diag.MissingGlyph, "U+1F600"},
		{`bullets = ["b"]`, diag.Missing, "the slide has no headline"},
		{`headline = "A"` + "\n" + `subtitle = "B"` + "\n" + `bullets = ["b"]`, diag.BadLayout, "no place for a subtitle"},
		{`layout = "text"` + "\n" + `headline = "A"` + "\n" + `chart = [{ type = "bar", question = "farge" }]`, diag.BadLayout, "no place for one chart"},
		{`layout = "chart"` + "\n" + `headline = "A"` + "\n" + `bullets = ["b"]`, diag.BadLayout, "no place for text"},
		{`headline = "A"` + "\n" + `bullets = ["b"]` + "\n" + `number = { value = "a" }` + "\n" + `chart = [{ type = "bar", question = "farge" }]`, diag.BadLayout, "no layout has room for"},
		{`headline = "A"` + "\n" + `quote = { text = "q" }` + "\n" + `number = { value = "a" }`, diag.BadLayout, "no layout has room for"},
	}
	for _, tt := range tests {
		_, list := inline(t, "[[slide]]\n"+tt.slide+"\n")
		if len(list) != 1 || list[0].Rule != tt.rule || !strings.Contains(list[0].Message, tt.message) || list[0].Line < 10 {
			t.Errorf("%s\n  got %+v", tt.slide, list)
		}
	}
}

func TestTextIsPrintedAsNorwegianWants(t *testing.T) {
	deck, _ := inline(t, "[[slide]]\nheadline = \"95 % og 3% {{a}}\"\n")
	if got, want := deck.Slides[0].Headline.S, "95\u00a0% og 3\u00a0% {a}"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
