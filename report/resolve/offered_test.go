package resolve_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lysark/charts"
	"lysark/charts/alt"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/locale"
)

// travel is two years of one question: "Sykkel" is new, "Moped" is gone. this and last are what the layout says of each.
func travel(t *testing.T, this, last, slide string) (*report.Deck, diag.List) {
	t.Helper()
	return resolved(t, "deck.toml", func(name string) ([]byte, error) {
		switch name {
		case "this.csv":
			return []byte("Reise\nBuss\nBuss\nTog\nSykkel\nSykkel\n"), nil
		case "last.csv":
			return []byte("Reise\nBuss\nTog\nTog\nMoped\n"), nil
		}
		return []byte(`[deck]
title = "P"
[data.this]
file = "this.csv"
previous = "last"
questions = { reise = { column = "Reise"` + this + ` } }
[data.last]
file = "last.csv"
` + last + `
[[slide]]
headline = "A"
` + slide), nil
	})
}

const (
	thisList = `, answers = ["Buss", "Tog", "Sykkel"]`
	lastList = `questions = { reise = { column = "Reise", answers = ["Buss", "Tog", "Moped"] } }`
	bothList = `, answers = ["Buss", "Tog", "Sykkel", "Moped"]`
	compared = `series = [{ name = "i fjor", data = "last", question = "reise" }, { name = "i år", data = "this", question = "reise" }]`
)

func TestWhatWasNotOnOfferIsADashInAChart(t *testing.T) {
	for _, kind := range []string{"column", "bar", "line"} {
		deck, list := travel(t, thisList, lastList, `chart = [{ type = "`+kind+`", `+compared+` }]`+"\n")
		if len(list) != 0 {
			t.Errorf("%s: %v", kind, list)
		}
		c := deck.Slides[0].Charts[0]
		if got := fmt.Sprint(c.Categories); got != "[Buss Tog Moped Sykkel]" {
			t.Fatalf("the categories are %s", got)
		}
		for _, dash := range [][2]int{{0, 3}, {1, 2}} {
			if v := c.Series[dash[0]].Values[dash[1]]; !v.Missing || !v.Unasked || v.Hidden || v.V != 0 {
				t.Errorf("%s: %s of %s is %+v", kind, c.Categories[dash[1]], c.Series[dash[0]].Name, v)
			}
		}
		if got := soft(deck.Slides[0].Source.S); got != "– : ikke spurt" {
			t.Errorf("the footnote is %q", got)
		}
	}
}

func TestWhatWasNotOnOfferIsToldInWords(t *testing.T) {
	deck, _ := travel(t, thisList, lastList, `chart = [{ type = "column", `+compared+` }]`+"\n")
	for tag, want := range map[string]string{
		"nb": "Moped 25 %, Sykkel: ikke spurt", "nn": "Moped 25 %, Sykkel: ikkje spurt", "en": "Moped 25%, Sykkel: not asked",
	} {
		l, _ := locale.For(tag)
		if got := soft(alt.Text(deck.Slides[0].Charts[0], l)); !strings.Contains(got, want) {
			t.Errorf("%s: %q", tag, got)
		}
	}
}

func TestWhatWasNotOnOfferIsADashInAText(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"{share('reise', 'Sykkel')} mot {share('last.reise', 'Sykkel')}", "40 % mot –"},
		{"{was(share('reise', 'Sykkel'))}", "–"},
		{"{count('last.reise', 'Sykkel')}", "–"},
		{"{share_of_all('last.reise', 'Sykkel')}", "–"},
		{"{pct(share('last.reise', 'Sykkel'), 1)}", "–"},
		{"{fraction(was(share('reise', 'Sykkel')))}", "–"},
		{"{about(share('last.reise', 'Sykkel'))}", "–"},
		{"{share('last.reise', 'Moped')}", "25 %"},
	} {
		deck, list := travel(t, thisList, lastList, fmt.Sprintf("text = %q\n", tt.text))
		if got := soft(deck.Slides[0].Prose.Paragraphs[0].S); got != tt.want || len(list) != 0 {
			t.Errorf("%s prints %q, want %q (%v)", tt.text, got, tt.want, list)
		}
		if got := soft(deck.Slides[0].Source.S); (got == "– : ikke spurt") != strings.Contains(tt.want, "–") {
			t.Errorf("%s: the footnote is %q", tt.text, got)
		}
	}
}

func TestThereIsNoReckoningWithWhatWasNotOnOffer(t *testing.T) {
	const refused = `"Sykkel" was not on offer to those in the data set "last"`
	for text, want := range map[string]string{
		"{change(share('reise', 'Sykkel'))}":                              refused,
		"{share('reise', 'Sykkel') - share('last.reise', 'Sykkel')}":      refused,
		"{100 - share('last.reise', 'Sykkel')}":                           refused,
		"{share('last.reise', 'Sykkel') < 5 ? 'a' : 'b'}":                 refused,
		"{value(share('last.reise', 'Sykkel'))}":                          refused,
		"{rank('last.reise', 'Sykkel')}":                                  `was offered "Sykkel"`,
		"{share('last.reise', 'Sykel')}":                                  `answered "Sykel"`,
		"{share('last.reise', 'Sykkel', 'Buss')}":                         `answered "Sykkel"`,
		"{was(share('reise', 'Sykkel')) + was(share('reise', 'Buss'))}":   refused,
		"{change(share('last.reise', 'Moped'), 'this')}":                  `"Moped" was not on offer to those in the data set "this"`,
		"{fraction(share('reise', 'Buss') - share('reise', 'Sparkesk'))}": `answered "Sparkesk"`,
	} {
		_, list := travel(t, thisList, lastList, fmt.Sprintf("text = %q\n", text))
		if len(list) != 1 || list[0].Rule != diag.UnknownAnswer || !strings.Contains(list[0].Message, want) {
			t.Errorf("%s: %v, want %q", text, list, want)
		}
	}
}

// TestWhereNobodyKnowsWhatWasOnOfferThatIsTold: a list of one year is not one of the other, though its question is.
func TestWhereNobodyKnowsWhatWasOnOfferThatIsTold(t *testing.T) {
	for _, tt := range []struct {
		name, this, last, slide string
		want                    []string // the answers that are told of
	}{
		{"no lists", "", "", `chart = [{ type = "bar", ` + compared + ` }]`, []string{"Moped", "Sykkel"}},
		{"a list of this year that holds both", bothList, "", `chart = [{ type = "bar", ` + compared + ` }]`, []string{"Sykkel"}},
		{"the same in a text", bothList, "", `text = "{was(share('reise', 'Sykkel'))} {share('last.reise', 'Sykkel')}"`, []string{"Sykkel"}},
		{"a change", bothList, "", `text = "{change(share('reise', 'Sykkel'))}"`, []string{"Sykkel"}},
		{"a question of its own without a list", thisList, `questions = { reise = "Reise" }`,
			`chart = [{ type = "bar", ` + compared + `, answers = ["Buss", "Sykkel"] }]`, []string{"Sykkel"}},
		{"lists of both years", bothList, `questions = { reise = { column = "Reise"` + bothList + ` } }`,
			`chart = [{ type = "bar", ` + compared + ` }]`, nil},
		{"only this year is shown", bothList, "", `chart = [{ type = "bar", question = "reise" }]`, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			deck, list := travel(t, tt.this, tt.last, tt.slide+"\n")
			var told []string
			for _, d := range list {
				if d.Rule == diag.NotOffered {
					told = append(told, strings.Split(d.Message, `"`)[1])
				}
			}
			if slices.Sort(told); !slices.Equal(told, tt.want) || list.HasErrors() {
				t.Errorf("told of %q, want %q (%v)", told, tt.want, list)
			}
			for _, c := range deck.Slides[0].Charts {
				for _, s := range c.Series {
					if i := slices.IndexFunc(s.Values, func(v charts.Value) bool { return v.Missing }); i >= 0 {
						t.Errorf("%s of %s is missing", c.Categories[i], s.Name)
					}
				}
			}
		})
	}
}

func TestAStepOfANumberedScaleMayGoUnusedInAnyYear(t *testing.T) {
	_, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
		switch name {
		case "this.csv":
			return []byte("Poeng\n1\n2\n3\n"), nil
		case "last.csv":
			return []byte("Poeng\n1\n3\n"), nil
		}
		return []byte("[deck]\ntitle = \"P\"\n[data.this]\nfile = \"this.csv\"\nquestions = { reise = \"Poeng\" }\n[data.last]\n" +
			"file = \"last.csv\"\n[[slide]]\nheadline = \"A\"\nchart = [{ type = \"bar\", " + compared + " }]\n"), nil
	})
	if len(list) != 0 {
		t.Errorf("%v", list)
	}
}

func TestAnOptionWithAColumnOfItsOwnWasOnOffer(t *testing.T) {
	_, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
		switch name {
		case "this.csv":
			return []byte("Reise [buss];Reise [sykkel]\n1;1\n0;1\n"), nil
		case "last.csv":
			return []byte("Reise [buss];Reise [sykkel]\n1;0\n1;0\n"), nil
		}
		return []byte("[deck]\ntitle = \"P\"\n[data.this]\nfile = \"this.csv\"\nquestions = { reise = { columns = \"Reise [*]\" } }\n" +
			"[data.last]\nfile = \"last.csv\"\n[[slide]]\nheadline = \"A\"\nchart = [{ type = \"bar\", " + compared + " }]\n"), nil
	})
	for _, d := range list {
		if d.Rule == diag.NotOffered {
			t.Errorf("%v", d)
		}
	}
}

func TestAnOptionWithoutAColumnWasNotOnOffer(t *testing.T) {
	deck, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
		switch name {
		case "this.csv":
			return []byte("Reise [buss];Reise [sykkel]\n1;1\n0;1\n"), nil
		case "last.csv":
			return []byte("Reise [buss];Reise [tog]\n1;0\n1;0\n"), nil
		}
		return []byte("[deck]\ntitle = \"P\"\n[data.this]\nfile = \"this.csv\"\nquestions = { reise = { columns = \"Reise [*]\" } }\n" +
			"[data.last]\nfile = \"last.csv\"\n[[slide]]\nheadline = \"A\"\nchart = [{ type = \"bar\", " + compared + " }]\n"), nil
	})
	c := deck.Slides[0].Charts[0]
	sykkel := slices.Index(c.Categories, "sykkel")
	if v := c.Series[0].Values[sykkel]; !v.Unasked || len(list) > 0 {
		t.Errorf("last year it is %+v (%v)", v, list)
	}
	if v := c.Series[0].Values[slices.Index(c.Categories, "tog")]; v.Unasked || v.V != 0 {
		t.Errorf("what nobody chose is %+v", v)
	}
}

func TestNothingIsToldOfWhatFewWereOffered(t *testing.T) {
	_, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
		switch name {
		case "this.csv":
			return []byte("Reise\n" + strings.Repeat("Buss\nTog\n", 5)), nil
		case "last.csv":
			return []byte("Reise\nBuss\nBuss\n"), nil
		}
		return []byte("[deck]\ntitle = \"P\"\nmin_base = 5\n[data.this]\nfile = \"this.csv\"\nquestions = { reise = \"Reise\" }\n" +
			"[data.last]\nfile = \"last.csv\"\n[[slide]]\nheadline = \"A\"\nchart = [{ type = \"bar\", " + compared + " }]\n"), nil
	})
	if len(list) != 0 {
		t.Errorf("%v", list)
	}
}

func TestASortedChartKeepsWhatWasNotOnOffer(t *testing.T) {
	for sort, want := range map[string]string{
		"descending": "[Buss Sykkel Tog Moped]", "ascending": "[Moped Tog Buss Sykkel]",
	} {
		deck, list := travel(t, thisList, lastList, `chart = [{ type = "bar", sort = "`+sort+`", `+compared+` }]`+"\n")
		if got := fmt.Sprint(deck.Slides[0].Charts[0].Categories); got != want || len(list) != 0 {
			t.Errorf("%s: %s, want %s (%v)", sort, got, want, list)
		}
	}
}

func TestALabelOfCountedSeriesIsAnAnswer(t *testing.T) {
	for labels, want := range map[string]string{
		`["Buss", "Sykkel"]`:  "",
		`["Buss ", "Sykkel"]`: "",
		`["Bus", "Sykkel"]`:   `nobody answered "Bus" to "Reise"`,
	} {
		deck, list := travel(t, thisList, lastList, `chart = [{ type = "bar", labels = `+labels+`, `+compared+` }]`+"\n")
		if want != "" {
			if len(list) != 1 || list[0].Rule != diag.UnknownAnswer || !strings.Contains(list[0].Message, want) {
				t.Errorf("%s: %v", labels, list)
			}
			continue
		}
		if v := deck.Slides[0].Charts[0].Series[0].Values[0]; v.V != 25 || len(list) != 0 {
			t.Errorf("%s: %v, %v", labels, v, list)
		}
	}
}
