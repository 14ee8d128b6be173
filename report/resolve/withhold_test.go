package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report/compose"
	"lysark/report/figures"
	"lysark/report/pdf"
	"lysark/report/resolve"
	"lysark/report/scene"
	"lysark/report/survey"
	"lysark/report/template"
)

func TestNothingTellsOfASmallGroup(t *testing.T) {
	const min5 = "min_base = 5"
	for _, text := range []string{
		"{share('sjelden', 'Ja')}", "{share_of_all('sjelden', 'Ja')}", "{count('sjelden', 'Ja')}", "{100 - share('sjelden', 'Ja')}", "{share('sjelden', 'Ja') + rod}",
		"{share('sjelden', 'Ja', 'Nei')}", "{change(share('sjelden', 'Ja'))}", "{share('sjelden', 'Ja') - was(share('sjelden', 'Ja'))}",
		"{change(share('forrige.sjelden', 'Ja'), 'svar')}", "{was(share('forrige.sjelden', 'Ja'), 'svar')}",
		"{pct(share('sjelden', 'Ja'), 1)}", "{num(count('sjelden', 'Ja'))}", "{about(share('sjelden', 'Ja'))}", "{fraction(share('sjelden', 'Ja'))}", "{words(fraction(share('sjelden', 'Ja')))}",
		"{top('sjelden')}", "{rank('sjelden', 'Ja')}", "{list('sjelden')}", "{list('sjelden', 1)}", "{answers('sjelden')[0]}", "{list(answers('sjelden'))}",
		"{rod - share('sjelden', 'Ja') + share('sjelden', 'Ja')}", "{share('sjelden', 'Ja') / rod}", "{list([share('sjelden', 'Ja')])}", "{capital(share('sjelden', 'Ja'))}",
	} {
		deck, list := inYears(t, min5, "[[slide]]\nheadline = \"A\"\ntext = \""+text+"\"\n")
		if list.HasErrors() || deck.Slides[0].Prose.Paragraphs[0].S != template.Dash {
			t.Errorf("%s prints %q (%v)", text, deck.Slides[0].Prose.Paragraphs[0].S, list)
		}
		if got := soft(deck.Slides[0].Source.S); got != "– : færre enn 5 svar, vises ikke" {
			t.Errorf("%s: the footnote is %q", text, got)
		}
	}
	for _, text := range []string{
		"{share('sjelden', 'Ja') > 50 ? 'a' : 'b'}", "{share('sjelden', 'Ja') == share('sjelden', 'Nei') ? 'a' : 'b'}", "{value(share('sjelden', 'Ja'))}", "{rank('sjelden', 'Ja') == 1 ? 'a' : 'b'}",
		"{100 - share('sjelden', 'Ja') < 50 ? 'a' : 'b'}", "{len(filter(['Ja', 'Nei'], share('sjelden', #) > 50)) == 1 ? 'a' : 'b'}", "{max(value(rod), value(share('sjelden', 'Ja')))}",
	} {
		_, list := inYears(t, min5, "[[slide]]\nheadline = \"A\"\ntext = \""+text+"\"\n")
		if len(list) != 1 || list[0].Rule != diag.SmallGroup {
			t.Errorf("%s: %v", text, list)
		}
	}
	// how many answered is no answer, and stays
	deck, list := inYears(t, min5, "[[slide]]\nheadline = \"{base('sjelden')} {respondents()} {rod}\"\n")
	if got := soft(deck.Slides[0].Headline.S); got != "4 10 70 %" || list.HasErrors() || deck.Slides[0].Source.S != "" {
		t.Errorf("%q, %v", got, list)
	}
	// and without the option nothing is hidden
	deck, _ = inYears(t, "", "[[slide]]\nheadline = \"{share('sjelden', 'Ja')}\"\n")
	if got := soft(deck.Slides[0].Headline.S); got != "75 %" {
		t.Errorf("%q", got)
	}
}

func TestNoChartTellsOfASmallGroup(t *testing.T) {
	for _, chart := range []string{
		`type = "pie", question = "sjelden"`, `type = "donut", question = "sjelden", center = "{share('sjelden', 'Ja')}"`, `type = "column", question = "sjelden"`,
		`type = "bar", question = "sjelden", sort = "descending", unit = "number"`, `type = "bar", question = "sjelden", base = "all", highlight = "{top('sjelden')}"`,
		`type = "line", question = "sjelden"`, `type = "stacked", questions = ["sjelden"]`, `type = "likert", questions = ["sjelden"], top = 1`,
	} {
		deck, list := inYears(t, "min_base = 5", "[[slide]]\nheadline = \"A\"\nchart = [{ "+chart+" }]\n")
		if list.HasErrors() {
			t.Errorf("%s: %v", chart, list[0].Message)
			continue
		}
		for _, s := range deck.Slides[0].Charts[0].Series {
			for _, v := range s.Values {
				if !v.Missing || v.V != 0 {
					t.Errorf("%s: has the value %v", chart, v)
				}
			}
		}
		for _, f := range deck.Figures {
			if !f.Hidden || f.Value != 0 && f.Where == "chart 1" || f.Text != template.Dash {
				t.Errorf("%s: the figure %+v is told", chart, f)
			}
		}
		if !strings.Contains(deck.Slides[0].Source.S, "færre") {
			t.Errorf("%s: no footnote", chart)
		}
	}
}

// TestAPartThatTellsOfTheRestIsHidden: three answered in the small group, so all less the large group would tell how.
func TestAPartThatTellsOfTheRestIsHidden(t *testing.T) {
	files := map[string]string{
		"all.csv":   "ID;Farge\n1;Rød\n2;Rød\n3;Rød\n4;Rød\n5;Blå\n6;Blå\n7;Rød\n8;Blå\n9;Blå\n10;Rød\n11;Blå\n12;Rød\n13;Blå\n14;Rød\n",
		"large.csv": "ID;Farge\n1;Rød\n2;Rød\n3;Rød\n4;Rød\n5;Blå\n", "medium.csv": "ID;Farge\n6;Blå\n7;Rød\n8;Blå\n9;Blå\n10;Rød\n11;Blå\n", "small.csv": "ID;Farge\n12;Rød\n13;Blå\n14;Rød\n",
		"deck.toml": `[deck]
title = "Prøve"
min_base = 5
[data.all]
file = "all.csv"
questions = { farge = "Farge" }
[data.large]
file = "large.csv"
[data.medium]
file = "medium.csv"
[data.small]
file = "small.csv"
[[slide]]
headline = "{share('farge', 'Rød')} {share('large.farge', 'Rød')} {share('medium.farge', 'Rød')} {share('small.farge', 'Rød')}"
`,
	}
	deck, list := resolved(t, "deck.toml", func(name string) ([]byte, error) { return []byte(files[name]), nil })
	if got := soft(deck.Slides[0].Headline.S); got != "57 % – 33 % –" || list.HasErrors() {
		t.Errorf("%q, %v", got, list)
	}
	// when three are enough, nothing has to be hidden for their sake
	files["deck.toml"] = strings.Replace(files["deck.toml"], "min_base = 5", "min_base = 3", 1)
	deck, _ = resolved(t, "deck.toml", func(name string) ([]byte, error) { return []byte(files[name]), nil })
	if got := soft(deck.Slides[0].Headline.S); got != "57 % 80 % 33 % 67 %" {
		t.Errorf("%q", got)
	}
	// a group that is not a data set of its own is told by what the others leave of the whole
	files["deck.toml"] = strings.NewReplacer("min_base = 3", "min_base = 5", "[data.small]\nfile = \"small.csv\"\n", "", " {share('small.farge', 'Rød')}", "").Replace(files["deck.toml"])
	deck, _ = resolved(t, "deck.toml", func(name string) ([]byte, error) { return []byte(files[name]), nil })
	if got := soft(deck.Slides[0].Headline.S); got != "57 % – 33 %" {
		t.Errorf("%q", got)
	}
	// another year is no part of this one, however its answers fall
	files["deck.toml"] = strings.Replace(files["deck.toml"], "[data.all]\n", "[data.all]\nprevious = \"medium\"\n", 1)
	files["deck.toml"] = strings.NewReplacer("[data.large]\nfile = \"large.csv\"\n", "", " {share('large.farge', 'Rød')}", "").Replace(files["deck.toml"])
	files["medium.csv"] = files["all.csv"][:strings.LastIndex(files["all.csv"], "13;")]
	deck, _ = resolved(t, "deck.toml", func(name string) ([]byte, error) { return []byte(files[name]), nil })
	if got := soft(deck.Slides[0].Headline.S); got != "57 % 58 %" {
		t.Errorf("%q", got)
	}
}

// TestTwoDataSetsAreNoYearsUnlessTheLayoutSaysSo: of twenty, seventeen are in a group of their own, and three are not.
func TestTwoDataSetsAreNoYearsUnlessTheLayoutSaysSo(t *testing.T) {
	all, large := "ID;Svar\n", "ID;Svar\n"
	for i := range 20 {
		row := fmt.Sprintf("%d;%s\n", i, []string{"Ja", "Nei"}[i%2])
		all += row
		if i < 17 {
			large += row
		}
	}
	deck, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
		switch name {
		case "all.csv":
			return []byte(all), nil
		case "large.csv":
			return []byte(large), nil
		}
		return []byte("[deck]\ntitle = \"P\"\nmin_base = 5\n[data.all]\nfile = \"all.csv\"\nquestions = { q = \"Svar\" }\n[data.large]\nfile = \"large.csv\"\n[[slide]]\nheadline = \"{count('q', 'Ja')} {count('large.q', 'Ja')}\"\n"), nil
	})
	if got := deck.Slides[0].Headline.S; got != "10 –" || list.HasErrors() {
		t.Errorf("%q, %v", got, list)
	}
}

// TestWithoutWeightNobodyMakesAGroupLarger: of six who answered one has a weight.
func TestWithoutWeightNobodyMakesAGroupLarger(t *testing.T) {
	file, list := config.Read("deck.toml", func(string) ([]byte, error) {
		return []byte("[deck]\ntitle = \"P\"\nmin_base = 5\n[data.svar]\nfile = \"svar.csv\"\nweight = \"V\"\nquestions = { q = \"Svar\" }\n[[slide]]\nheadline = \"{share('q', 'a')} {top('q')}\"\n"), nil
	})
	table, more := survey.Read("svar.csv", []byte("Svar;V\na;1\nb;0\nb;0\nb;0\nb;0\nb;0\n"), survey.Options{Weight: "V"})
	list.Add(more)
	deck, more := resolve.Deck(file, figures.New(file, map[string]*survey.Table{"svar": table}), compose.Layouts(), pdf.Format().Limits)
	if list.Add(more); list.HasErrors() || deck.Slides[0].Headline.S != "– –" {
		t.Errorf("%q, %v", deck.Slides[0].Headline.S, list)
	}
}

// TestADeckIsTheSameWhateverASmallGroupAnswers changes the answers of a hidden group: nothing that the deck holds may
// change with them, neither pages nor alternative texts nor the list of figures.
func TestADeckIsTheSameWhateverASmallGroupAnswers(t *testing.T) {
	const layout = `[deck]
title = "Prøve {share('liten', 'Ja')}"
min_base = 5
[figures]
ja = "share('liten', 'Ja')"
sum = "ja + share('farge', 'Rød')"
[data.svar]
file = "svar.csv"
questions = { farge = { column = "Farge", answers = ["Rød", "Blå"] }, liten = { column = "Liten", answers = ["Ja", "Nei", "Vet ikke"] }, flere = { column = "Flere", multiple = ";", answers = ["A", "B"] }, tall = { column = "Tall", answers = ["1", "2", "3", "4", "5"] }, fast = { column = "Fast", answers = ["1", "2", "3", "4", "5"] } }
[data.forrige]
file = "forrige.csv"
[[slide]]
headline = "{ja} {sum} {100 - ja} {change(ja)} {was(ja)}"
bullets = ["{top('liten')} {list('liten')} {rank('liten', 'Ja')} {mean('tall')}", "{share_of_all('flere', 'A')} {share('flere', 'A', 'B')} {count('flere', 'B')}", "{fraction(ja)} {words(fraction(ja))} {about(ja)}"]
source = "n = {base('liten')}"
chart = [{ type = "pie", question = "liten", sort = "descending" }, { type = "bar", question = "flere", sort = "descending", highlight = "{top('flere')}" }]
[[slide]]
headline = "Skala"
chart = [{ type = "likert", questions = ["tall"], sort = "top" }, { type = "column", series = [{ name = "a", question = "farge" }, { name = "b", data = "forrige", question = "farge" }] }]
[[slide]]
headline = "Flere"
chart = [{ type = "donut", question = "liten", center = "{ja}" }, { type = "stacked", questions = ["liten"] }]
[[slide]]
headline = "Summer"
chart = [{ type = "likert", questions = ["fast", "tall"], top = 2 }]
[[slide]]
headline = "Summer av antall"
chart = [{ type = "stacked", questions = ["fast", "tall"], stack = "absolute", totals = true, unit = "number" }]
[[slide]]
headline = "Tabell"
table = { columns = ["a", "b"], rows = [["Ja", "{ja}"], ["Nei", "{share('liten', 'Nei')}"]] }
`
	const forrige = "Farge;Liten;Flere;Tall\nRød;Ja;A;1\nRød;Nei;B;2\nBlå;Ja;A;3\nBlå;Nei;B;4\nBlå;Ja;A;5\n"
	const large = "Rød;;;;1\nRød;;;;4\nBlå;;;;5\nBlå;;;;5\n"
	var first string
	for i, small := range []string{
		"Rød;Ja;A;1;2\nRød;Ja;A;1;2\nBlå;Nei;B;2;2\n", "Rød;Nei;A;5;2\nRød;Nei;B;5;2\nBlå;Nei;B;5;2\n", "Rød;Nei;\"A;B\";3;2\nRød;Vet ikke;B;4;2\nBlå;Ja;\"A;B\";1;2\n",
	} {
		deck, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
			switch name {
			case "svar.csv":
				return []byte("Farge;Liten;Flere;Tall;Fast\n" + large + small), nil
			case "forrige.csv":
				return []byte(forrige), nil
			}
			return []byte(layout), nil
		})
		pages, more := compose.Pages(deck)
		if list.Add(more); list.HasErrors() {
			t.Fatal(list)
		}
		var all strings.Builder
		for _, p := range pages {
			all.WriteString(scene.Dump(p))
		}
		for _, f := range deck.Figures {
			fmt.Fprintf(&all, "%d %s %s %q %v %v %+v\n", f.Slide, f.Where, f.Name, f.Text, f.Value, f.Hidden, f.Sources)
		}
		if i == 0 {
			first = all.String()
			for _, want := range []string{`5: 29\u00a0%, Enig i alt 43\u00a0%. Tall: vises ikke.`, "5: 2, i alt 7. Tall: vises ikke."} {
				if !strings.Contains(first, want) {
					t.Errorf("no alternative text has the sums %q", want)
				}
			}
			continue
		}
		if got := all.String(); got != first {
			t.Errorf("the deck changes with the answers of a group that is hidden:\n%s", firstDifference(first, got))
		}
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return fmt.Sprintf("%d and %d lines", len(x), len(y))
}

// TestAHiddenChartDoesNotStumbleOverNames: what it would colour, rename and point out are answers that are not told.
func TestAHiddenChartDoesNotStumbleOverNames(t *testing.T) {
	for _, chart := range []string{
		`type = "pie", question = "sjelden", rename = { "Ja" = "Jo" }, highlight = "Nei", colors = { "Kanskje" = "accent" }`,
		`type = "likert", questions = ["sjelden"], top = 1, levels = { "Ja" = "Lav", "Nei" = "Høy" }, colors = { "Lav" = "pale" }`,
	} {
		deck, list := inYears(t, "min_base = 5", "[[slide]]\nheadline = \"A\"\nchart = [{ "+chart+" }]\n")
		_, more := compose.Pages(deck)
		if list.Add(more); list.HasErrors() {
			t.Errorf("%s: %s", chart, list[0].Message)
		}
	}
}
