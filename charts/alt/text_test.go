package alt_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"lysark/charts"
	"lysark/charts/alt"
	"lysark/report/locale"
)

func row(values ...float64) []charts.Value {
	var out []charts.Value
	for _, v := range values {
		out = append(out, charts.Value{V: v, Missing: math.IsNaN(v)})
	}
	return out
}

// pair is a chart of two categories and one series.
func pair(kind charts.Kind, values ...float64) charts.Chart {
	return charts.Chart{Kind: kind, Categories: []string{"Ja", "Nei"}, Series: []charts.Series{{Values: row(values...)}}, Percent: true}
}

// agreement is a scale of n levels; each row of shares is one statement.
func agreement(statements []string, levels []string, rows ...[]float64) charts.Chart {
	c := charts.Chart{Kind: charts.Likert, Percent: true, TopBox: 2, TopName: "Enig", BottomName: "Uenig", Categories: statements}
	for l, name := range levels {
		s := charts.Series{Name: name}
		for _, r := range rows {
			s.Values = append(s.Values, charts.Value{V: r[l]})
		}
		c.Series = append(c.Series, s)
	}
	return c
}

func fiveLevels() []string {
	return []string{"Helt uenig", "Uenig", "Verken eller", "Litt enig", "Helt enig"}
}

// nothing is a value that is not told, as row makes missing ones of NaN.
func nothing() charts.Value { return charts.Value{Missing: true, Hidden: true} }

func numbered(pattern string, n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf(pattern, i+1))
	}
	return out
}

func TestAlternativeText(t *testing.T) {
	titled := func(c charts.Chart) charts.Chart { c.Title = "Drøftet?"; return c }
	answered := func(c charts.Chart, least, most int, source string) charts.Chart {
		c.Base, c.Source = [2]int{least, most}, source
		return c
	}
	withheld := pair(charts.Bar, 1, 1)
	withheld.Series[0].Values = []charts.Value{nothing(), nothing()}
	halfWithheld := pair(charts.Bar, 60, 1)
	halfWithheld.Series[0].Values[1] = nothing()
	unasked := pair(charts.Column, 60, 1)
	unasked.Series[0].Values[1] = charts.Value{Missing: true, Unasked: true}
	manyUnasked := charts.Chart{Kind: charts.Bar, Categories: numbered("Fylke %d", 9), Series: []charts.Series{{Values: row(4, 4, 4, 4, 4, 4, 4, 4, 4)}}}
	manyUnasked.Series[0].Values[8] = charts.Value{Missing: true, Unasked: true}
	sum100 := charts.Chart{Kind: charts.Pie, Percent: true, Sum100: true, Categories: []string{"a", "b", "c"}, Series: []charts.Series{{Values: row(100.0/3, 100.0/3, 100.0/3)}}}
	center := pair(charts.Donut, 61, 39)
	center.Center, center.CenterNote = "61\u00a0%", "svarer ja"
	pale := pair(charts.Bar, 60, 40)
	pale.Highlight = []string{"Nei"}
	tests := []struct {
		name, tag string
		chart     charts.Chart
		want      string // _ is a space that does not break
	}{
		{"kind, title and values", "nb", titled(pair(charts.Pie, 89.2, 10.8)), "Kakediagram: Drøftet? Ja: 89_%, Nei: 11_%."},
		{"in nynorsk", "nn", titled(pair(charts.Bar, 89.2, 10.8)), "Liggjande stolpediagram: Drøftet? Ja: 89_%, Nei: 11_%."},
		{"in English", "en", titled(pair(charts.Column, 89.2, 10.8)), "Column chart: Drøftet? Ja: 89%, Nei: 11%."},
		{"without a title it says what it is about", "nb", charts.Chart{Kind: charts.Pie, About: "Fylke", Percent: true, Categories: []string{"Oslo", "Viken"}, Series: []charts.Series{{Values: row(60, 40)}}}, "Kakediagram: Fylke. Oslo: 60_%, Viken: 40_%."},
		{"names with commas are set off by semicolons", "nb", charts.Chart{Kind: charts.Bar, Percent: true, Categories: []string{"Ja, alle", "Nei"}, Series: []charts.Series{{Values: row(60, 40)}}, Highlight: []string{"Ja, alle", "Nei"}}, "Liggende stolpediagram. Ja, alle: 60_%; Nei: 40_%. Fremhevet: Ja, alle; Nei."},
		{"hyphenation points and full stops of names are left out", "nb", charts.Chart{Kind: charts.Bar, Categories: []string{"Egen\u00adrapport", "Det fungerer godt.", "Annet osv."}, Series: []charts.Series{{Values: row(1, 2, 3)}}}, "Liggende stolpediagram. Egenrapport: 1, Det fungerer godt: 2, Annet osv.: 3."},
		{"values are those of the labels", "nb", sum100, "Kakediagram. a: 34_%, b: 33_%, c: 33_%."},
		{"a missing value is said to be", "nb", pair(charts.Column, 60, math.NaN()), "Stolpediagram. Ja: 60_%, Nei: mangler."},
		{"a value that was not asked for is said to be", "nb", unasked, "Stolpediagram. Ja: 60_%, Nei: ikke spurt."},
		{"a value that was not asked for is said to be", "nn", unasked, "Stolpediagram. Ja: 60_%, Nei: ikkje spurt."},
		{"a value that was not asked for is said to be", "en", unasked, "Column chart. Ja: 60%, Nei: not asked."},
		{"of many values those not asked for are counted", "nb", manyUnasked, "Liggende stolpediagram. Alle har 4. 9 kategorier. Verdier det ikke ble spurt om: 1."},
		{"a share that is nearly all is told in words", "nb", pair(charts.Bar, 99.99, 0.01), "Liggende stolpediagram. Ja: over_99,9_%, Nei: under_0,1_%."},
		{"a value that is not told is not", "nb", halfWithheld, "Liggende stolpediagram. Ja: 60_%, Nei: vises ikke."},
		{"nor is any of several", "nb", answered(withheld, 0, 0, "Kilde: SSB"), "Liggende stolpediagram. Ingen av tallene vises, fordi for få har svart. Kilde: SSB."},
		{"the hole of a donut", "nb", center, "Hjuldiagram. Ja: 61_%, Nei: 39_%. I midten: 61_% svarer ja."},
		{"what is highlighted", "nb", pale, "Liggende stolpediagram. Ja: 60_%, Nei: 40_%. Fremhevet: Nei."},
		{"base and source", "nb", answered(pair(charts.Pie, 60, 40), 12345, 12345, "Undersøkelsen 2025"), "Kakediagram. Ja: 60_%, Nei: 40_%. Grunnlag: 12_345 svar. Kilde: Undersøkelsen 2025."},
		{"a base that the source has is not told twice", "nb", answered(pair(charts.Pie, 60, 40), 96, 96, "Kilde: X. n_=_96"), "Kakediagram. Ja: 60_%, Nei: 40_%. Kilde: X. n_=_96."},
		{"bases that differ", "nn", answered(pair(charts.Bar, 60, 40), 90, 96, ""), "Liggjande stolpediagram. Ja: 60_%, Nei: 40_%. Grunnlag: 90 til 96 svar."},
		{"one answer", "en", answered(pair(charts.Bar, 100, 0), 1, 1, "the survey"), "Bar chart. Ja: 100%, Nei: 0%. Base: 1 answer. Source: the survey."},
		{"series one after the other", "nb", charts.Chart{Kind: charts.Column, Percent: true, Categories: []string{"1 dag", "2 dager"}, Series: []charts.Series{{Name: "2022", Values: row(9, 91)}, {Name: "2025", Values: row(6, math.NaN())}}}, "Stolpediagram. 2022: 1 dag 9_%, 2 dager 91_%. 2025: 1 dag 6_%, 2 dager: mangler."},
		{"years follow their values", "nb", charts.Chart{Kind: charts.Line, Categories: []string{"2023", "2024"}, Series: []charts.Series{{Name: "Menn", Values: row(9, 91)}, {Name: "Kvinner", Values: row(6, math.NaN())}}}, "Linjediagram. Menn: 9 i 2023, 91 i 2024. Kvinner: 6 i 2023, mangler i 2024."},
		{"statements one after the other", "nb", agreement([]string{"Lederen lytter.", "Det er godt"}, []string{"Uenig", "Verken eller", "Enig"}, []float64{10, 20, 70}, []float64{20, 20, 60}), "Likert-diagram. Lederen lytter: Uenig 10_%, Verken eller 20_%, Enig 70_%, Enig i alt 90_%. Det er godt: Uenig 20_%, Verken eller 20_%, Enig 60_%, Enig i alt 80_%."},
		{"of many the extremes and what counts add up to", "nb", charts.Chart{Kind: charts.Bar, Categories: numbered("Fylke %d", 9), Series: []charts.Series{{Values: row(4, 9, 1, 4, 4, 4, 4, 4, 1)}}}, "Liggende stolpediagram. Størst er Fylke 2 med 9, minst er Fylke 3 og Fylke 9 med 1. 9 kategorier, til sammen 35."},
		{"nobody adds up shares", "nn", charts.Chart{Kind: charts.Bar, Percent: true, Categories: numbered("Fylke %d", 9), Series: []charts.Series{{Values: row(4, 9, 0, 0, 0, 0, 4, 4, math.NaN())}}}, "Liggjande stolpediagram. Størst er Fylke 2 med 9_%, minst er 4 kategoriar med 0_%. 9 kategoriar. Verdiar som manglar: 1."},
		{"nor what overlaps", "en", charts.Chart{Kind: charts.Bar, MultipleResponse: true, Categories: numbered("County %d", 9), Series: []charts.Series{{Values: row(4, 4, 4, 4, 4, 4, 4, 4, 4)}}}, "Bar chart. All have 4. 9 categories."},
		{"a long line's ends, extremes and way", "nb", charts.Chart{Kind: charts.Line, Percent: true, Categories: numbered("201%d", 9), Series: []charts.Series{{Name: "Menn", Values: row(40, 55, 50, 50, 50, 30, 50, 50, 45)}}}, "Linjediagram. Menn: fra 40_% i 2011 til 45_% i 2019, opp 5_prosentpoeng. Høyest: 55_% i 2012. Lavest: 30_% i 2016."},
		{"a line that is not of years", "en", charts.Chart{Kind: charts.Line, Categories: numbered("Week %d", 9), Series: []charts.Series{{Values: row(9, 8, 7, 6, 5, 4, 3, 2, 1)}}}, "Line chart. From 9 (Week 1) to 1 (Week 9), down 8."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, _ := locale.For(tt.tag)
			tt.chart.Source = strings.ReplaceAll(tt.chart.Source, "_", "\u00a0")
			if got := strings.ReplaceAll(alt.Text(tt.chart, l), "\u00a0", "_"); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// TestAlternativeTextHasTheSumsThatArePrinted: those who see the chart need not add up, so those who do not see it need
// not either.
func TestAlternativeTextHasTheSumsThatArePrinted(t *testing.T) {
	levels := []string{"Uenig", "Verken eller", "Litt enig", "Enig"}
	likert := func(change func(*charts.Chart)) charts.Chart {
		c := agreement([]string{"A er bra", "B er bra"}, levels, []float64{10, 20, 30, 40}, []float64{40.2, 20, 19.4, 20.4})
		change(&c)
		return c
	}
	stack := func(n int, change func(*charts.Chart)) charts.Chart {
		c := charts.Chart{Kind: charts.Stacked, Totals: true, Categories: numbered("Fylke %d", n), Series: []charts.Series{{Name: "Menn"}, {Name: "Kvinner"}}}
		for i := range n {
			c.Series[0].Values, c.Series[1].Values = append(c.Series[0].Values, charts.Value{V: float64(10 + i)}), append(c.Series[1].Values, charts.Value{V: 20})
		}
		change(&c)
		return c
	}
	asItIs := func(*charts.Chart) {}
	tests := []struct {
		name, tag string
		chart     charts.Chart
		want      string // _ is a space that does not break
	}{
		{"under their head, of unrounded values", "nb", likert(asItIs), "Likert-diagram. A er bra: Uenig 10_%, Verken eller 20_%, Litt enig 30_%, Enig 40_%, Enig i alt 70_%. B er bra: Uenig 40_%, Verken eller 20_%, Litt enig 19_%, Enig 20_%, Enig i alt 40_%."},
		{"not where there is no head, and no sum", "nb", likert(func(c *charts.Chart) { c.TopName = "" }), "Likert-diagram. A er bra: Uenig 10_%, Verken eller 20_%, Litt enig 30_%, Enig 40_%. B er bra: Uenig 40_%, Verken eller 20_%, Litt enig 19_%, Enig 20_%."},
		{"nor where they are the last level once more", "nb", likert(func(c *charts.Chart) { c.TopBox = 1 }), "Likert-diagram. A er bra: Uenig 10_%, Verken eller 20_%, Litt enig 30_%, Enig 40_%. B er bra: Uenig 40_%, Verken eller 20_%, Litt enig 19_%, Enig 20_%."},
		{"a head with a comma needs semicolons", "nb", likert(func(c *charts.Chart) { c.TopName = "Enig, samlet"; c.Categories = c.Categories[:1] }), "Likert-diagram. A er bra: Uenig 10_%; Verken eller 20_%; Litt enig 30_%; Enig 40_%; Enig, samlet i alt 70_%."},
		{"of a statement that is withheld there is none", "nb", likert(func(c *charts.Chart) {
			for i := range c.Series {
				c.Series[i].Values[1] = nothing()
			}
		}), "Likert-diagram. A er bra: Uenig 10_%, Verken eller 20_%, Litt enig 30_%, Enig 40_%, Enig i alt 70_%. B er bra: vises ikke."},
		{"levels that are numbers have a colon", "nb", likert(func(c *charts.Chart) { c.Series[0].Name, c.Categories = "1", c.Categories[:1] }), "Likert-diagram. A er bra: 1: 10_%, Verken eller 20_%, Litt enig 30_%, Enig 40_%, Enig i alt 70_%."},
		{"a stack's totals", "nb", stack(2, asItIs), "Liggende, stablet stolpediagram. Fylke 1: Menn 10, Kvinner 20, i alt 30. Fylke 2: Menn 11, Kvinner 20, i alt 31."},
		{"in nynorsk", "nn", stack(1, asItIs), "Liggjande, stabla stolpediagram. Fylke 1: Menn 10, Kvinner 20, i alt 30."},
		{"in English", "en", stack(1, asItIs), "Stacked bar chart. Fylke 1: Menn 10, Kvinner 20, total 30."},
		{"of bars to 100 % there are none", "nb", stack(1, func(c *charts.Chart) { c.Full = true }), "Liggende, stablet stolpediagram. Fylke 1: Menn 10, Kvinner 20."},
		{"of one series they are its values", "nb", stack(1, func(c *charts.Chart) { c.Series = c.Series[:1] }), "Liggende, stablet stolpediagram. Fylke 1: 10."},
		{"of what is missing in part, the rest", "nb", stack(1, func(c *charts.Chart) { c.Series[0].Values[0] = charts.Value{Missing: true} }), "Liggende, stablet stolpediagram. Fylke 1: Menn: mangler, Kvinner 20, i alt 20."},
		{"withheld and missing add up to nothing", "nb", stack(2, func(c *charts.Chart) {
			c.Series[0].Values[0], c.Series[1].Values[0] = charts.Value{Missing: true}, nothing()
		}), "Liggende, stablet stolpediagram. Fylke 1: Menn: mangler, Kvinner: vises ikke, i alt: vises ikke. Fylke 2: Menn 11, Kvinner 20, i alt 31."},
		{"of many the largest and the smallest", "nb", stack(9, asItIs), "Liggende, stablet stolpediagram. Menn: størst er Fylke 9 med 18, minst er Fylke 1 med 10, til sammen 126. Kvinner: alle har 20, til sammen 180. I alt: størst er Fylke 9 med 38, minst er Fylke 1 med 30. 9 kategorier."},
		{"of many series, too", "nb", stack(2, func(c *charts.Chart) {
			for i := range 7 {
				c.Series = append(c.Series, charts.Series{Name: fmt.Sprintf("Del %d", i+1), Values: row(1, 1)})
			}
		}), "Liggende, stablet stolpediagram. Størst er Kvinner, Fylke 1 og Kvinner, Fylke 2 med 20, minst er 14 kategorier med 1. 9 serier. I alt: størst er Fylke 2 med 38, minst er Fylke 1 med 37. 2 kategorier."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, _ := locale.For(tt.tag)
			if got := strings.ReplaceAll(alt.Text(tt.chart, l), "\u00a0", "_"); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestOfManyStatementsOnlyTheTopSharesAreTold(t *testing.T) {
	nb, _ := locale.For("nb")
	var rows [][]float64
	for i := range 9 {
		rows = append(rows, []float64{float64(10 + i), 20, float64(70 - i)})
	}
	c := agreement(numbered("Påstand %d", 9), []string{"Uenig", "Verken eller", "Enig"}, rows...)
	c.TopBox, c.TopName = 1, "Enig"
	if got, want := alt.Text(c, nb), "Likert-diagram. Enig: størst er Påstand 1 med 70\u00a0%, minst er Påstand 9 med 62\u00a0%. 9 utsagn."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestALongAlternativeTextLeavesOutWhatTheSlideSaysAnyway(t *testing.T) {
	nb, _ := locale.For("nb")
	c := agreement(numbered("Et utsagn om hverdagen på jobben som går over en hel linje, nummer %d", 8), fiveLevels(), eightRows()...)
	c.Source = "Kilde: Undersøkelsen"
	got := alt.Text(c, nb)
	if strings.Contains(got, "Kilde") || strings.Count(got, "Litt enig") != 1 || strings.Count(got, "\u00a0%") != 48 {
		t.Errorf("got %q", got)
	}
	c.Categories, c.Series = c.Categories[:2], nil
	for _, name := range fiveLevels() {
		c.Series = append(c.Series, charts.Series{Name: name, Values: row(20, 20)})
	}
	if got = alt.Text(c, nb); !strings.Contains(got, "Kilde") || utf8.RuneCountInString(got) > 600 {
		t.Errorf("got %q", got)
	}
}

func eightRows() [][]float64 {
	out := make([][]float64, 8)
	for i := range out {
		out[i] = []float64{10, 20, 30, 25, 15}
	}
	return out
}

// TestEveryTextBeginsWithWhatTheChartIsCalled: a kind that the words were forgotten for would begin with a colon.
func TestEveryTextBeginsWithWhatTheChartIsCalled(t *testing.T) {
	for _, tag := range locale.Tags() {
		l, _ := locale.For(tag)
		for _, k := range charts.Kinds() {
			c := charts.Chart{Kind: k, Title: "Tittel"}
			if got := alt.Text(c, l); c.Called(l) == "" || !strings.HasPrefix(got, c.Called(l)+": Tittel") {
				t.Errorf("%s: a %s chart is told as %q", tag, k, got)
			}
		}
	}
}
