package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"lysark/charts/alt"
	"lysark/report"
	"lysark/report/locale"
)

// nearlyAll is a deck over the answers of 500, of whom two are not vaccinated, and of 4000, of whom one is not.
func nearlyAll(t *testing.T, deck, slide string) *report.Deck {
	t.Helper()
	out, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
		switch name {
		case "few.csv":
			return []byte("Vaksinert\n" + strings.Repeat("Ja\n", 498) + strings.Repeat("Nei\n", 2)), nil
		case "many.csv":
			return []byte("Vaksinert\n" + strings.Repeat("Ja\n", 3999) + "Nei\n"), nil
		}
		return []byte(`[deck]
title = "P"
` + deck + `
[data.few]
file = "few.csv"
questions = { v = "Vaksinert" }
[data.many]
file = "many.csv"
[[slide]]
headline = "A"
` + slide), nil
	})
	if list.HasErrors() {
		t.Fatalf("%s %s: %v", deck, slide, list)
	}
	return out
}

func TestNoTextSaysAllOfNearlyAll(t *testing.T) {
	tests := []struct{ text, decimal, words string }{
		{"{share('v', 'Ja')} og {share('v', 'Nei')}", "99,6 % og 0,4 %", "Over 99 % og under 1 %"},
		{"nå {share('v', 'Ja')}", "nå 99,6 %", "nå over 99 %"},
		{"{share('many.v', 'Ja')} og {share('many.v', 'Nei')}", "Over 99,9 % og under 0,1 %", "Over 99 % og under 1 %"},
		{"{pct(share('many.v', 'Ja'), 1)}", "99,98 %", "Over 99,9 %"},
		{"{num(share('v', 'Ja'))} prosent", "99,6 prosent", "Over 99 prosent"},
		{"{pct(num(share('v', 'Ja')))}", "99,6 %", "Over 99 %"},
		{"{about(share('v', 'Ja'))} og {about(share('v', 'Nei'), 5)}", "99,6 % og 0,4 %", "Over 99 % og under 1 %"},
		{"{100 - share('v', 'Ja')}", "0,4 %", "Under 1 %"},
		{"{list([share('v', 'Ja'), share('v', 'Nei')])}", "99,6 % og 0,4 %", "over 99 % og under 1 %"},
		{"{share('v', 'Ja', 'Nei')} svarte", "100 % svarte", "100 % svarte"},
		{"{fraction(share('v', 'Ja', 'Nei'))}", "alle", "alle"},
		{"{share('v', 'Ja') == 100 ? 'alle' : 'ikke alle'}", "ikke alle", "ikke alle"},
		{"{share('v', 'Nei') == 0 ? 'ingen' : 'noen'}", "noen", "noen"},
		{"{share('v', 'Ja') - share('many.v', 'Ja')}", "−0,4 prosentpoeng", "−0,4 prosentpoeng"},
		{"{change(share('v', 'Ja'))}", "ned 0,4 prosentpoeng", "ned 0,4 prosentpoeng"},
	}
	for _, tt := range tests {
		for near, want := range map[string]string{"": tt.decimal, "near_all = \"words\"": tt.words} {
			deck := nearlyAll(t, near, fmt.Sprintf("text = %q\n", tt.text))
			if got := soft(deck.Slides[0].Prose.Paragraphs[0].S); got != want {
				t.Errorf("%s %s\nprints %q, want %q", near, tt.text, got, want)
			}
		}
	}
}

func TestNoChartSaysAllOfNearlyAll(t *testing.T) {
	for _, tt := range []struct{ chart, labels, told string }{
		{`type = "pie", question = "v"`, "99,6 % 0,4 %", "Ja: 99,6 %, Nei: 0,4 %"},
		{`type = "pie", question = "v", sum100 = true`, "99 % 1 %", "Ja: 99 %, Nei: 1 %"},
		{`type = "bar", question = "v", data = "many"`, ">99,9 % <0,1 %", "Ja: over 99,9 %, Nei: under 0,1 %"},
		{`type = "column", question = "v", decimals = 1`, "99,6 % 0,4 %", "Ja: 99,6 %, Nei: 0,4 %"},
		{`type = "bar", labels = ["x", "y"], values = [99.7, 0.02]`, "99,7 % <0,1 %", "x: 99,7 %, y: under 0,1 %"},
		{`type = "bar", labels = ["x", "y"], values = [99.7, 0.02], unit = "number"`, "100 0", "x: 100, y: 0"},
	} {
		deck := nearlyAll(t, "", "chart = [{ "+tt.chart+" }]\n")
		var labels []string
		for _, f := range deck.Figures {
			labels = append(labels, soft(f.Text))
		}
		if got := strings.Join(labels, " "); got != tt.labels {
			t.Errorf("%s: the labels are %q, want %q", tt.chart, got, tt.labels)
		}
		nb, _ := locale.For("nb")
		if got := soft(alt.Text(deck.Slides[0].Charts[0], nb)); !strings.Contains(got, tt.told) {
			t.Errorf("%s is told as %q, want %q", tt.chart, got, tt.told)
		}
	}
}

func TestACellThatBeginsWithAWordStillIsANumber(t *testing.T) {
	deck := nearlyAll(t, `near_all = "words"`, `table = { columns = ["Svar", "Andel"], rows = [["Ja", "{share('v', 'Ja')}"]] }`+"\n")
	if got := deck.Slides[0].Table; got.Align[1] != report.Right || soft(got.Rows[0][1].S) != "Over 99 %" {
		t.Errorf("%q stands at the %v", got.Rows[0][1].S, got.Align[1])
	}
}
