package resolve_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestALikertSumsNothingThatIsNotAgreement: whatever the answers are, in whatever order they stand in the file, what
// is summed is what it is called, or told.
func TestALikertSumsNothingThatIsNotAgreement(t *testing.T) {
	const fromLow = "levels = [\"Kanskje det\", \"Absolutt det\"]"
	for _, tt := range []struct {
		name, answers, chart string
		want                 string // the series, and the sum of the first question; then what is told
	}{
		{"a scale in words", "Helt enig|Uenig|Enig|Helt uenig", "", "Helt uenig, Uenig, Enig, Helt enig: 50"},
		{"a scale of numbers with words", "5 (alltid)|4|2|1 (aldri)", "", "1 (aldri), 2, 4, 5 (alltid): 50"},
		{
			"words that nobody knows the order of", "Absolutt det|Kanskje det", "",
			`ERR unknown-order write levels = [ … ] with these in order, the lowest first: "Absolutt det", "Kanskje det"`,
		},
		{"the layout says the order", "Absolutt det|Kanskje det", fromLow + ", top = 1", "Kanskje det, Absolutt det: 50"},
		{"two words for one place", "Litt enig|Noe enig|Uenig", "", `ERR unknown-order write levels = [ … ] with these in order, the lowest first: "Litt enig", "Noe enig", "Uenig"`},
		{"who does not know is set apart, and told", "Enig|Helt enig|Uenig|Vet ikke", "", "Uenig, Enig, Helt enig, Vet ikke (Vet ikke): 50 WARN set-apart"},
		{"the layout says who is apart", "Enig|Helt enig|Uenig|Vet ikke", `apart = "Vet ikke"`, "Uenig, Enig, Helt enig, Vet ikke (Vet ikke): 50"},
		{"two are apart", "Enig|Helt enig|Vet ikke|Ikke relevant", "", `ERR set-apart make them one at the questions: labels = { "Vet ikke" = "Ikke relevant" }, or take them for no answer: missing = ["Vet ikke"]`},
		{"the middle is no agreement", "Enig|Verken eller|Uenig", "", `ERR unknown-order write top = 1, or list all levels that were on offer, from low to high: levels = […]`},
		{"one level is", "Enig|Verken eller|Uenig", "top = 1", "Uenig, Verken eller, Enig: 33"},
		{"nobody agrees", "Helt uenig|Uenig|Verken eller", "", `ERR unknown-order list all levels that were on offer, from low to high: levels = […]`},
		{"listed levels with the middle among the highest", "Enig|Verken eller|Uenig", `levels = ["Uenig", "Verken eller", "Enig"]`, "Uenig, Verken eller, Enig: 67 WARN unknown-order"},
		{"listed, and so said", "Enig|Verken eller|Uenig", `levels = ["Uenig", "Verken eller", "Enig"], top = 2`, "Uenig, Verken eller, Enig: 67"},
		{"nobody gave the highest number", "1|2|3|4", "", "1, 2, 3, 4: 50 WARN unknown-order"},
		{"no before yes", "Ja|Nei", "top = 1", "Nei, Ja: 50"},
		{"how often is known, too", "Alltid|Aldri|Ofte", "", "Aldri, Ofte, Alltid: 67"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			deck, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
				if name == "svar.csv" {
					return []byte("ID;S;T\n" + rowsOf(tt.answers)), nil
				}
				chart := `type = "likert", questions = ["s", "t"]`
				if tt.chart != "" {
					chart += ", " + tt.chart
				}
				return []byte("[deck]\ntitle = \"P\"\n[data.svar]\nfile = \"svar.csv\"\nquestions = { s = \"S\", t = \"T\" }\n" +
					"[[slide]]\nheadline = \"A\"\nchart = [{ " + chart + " }]\n"), nil
			})
			got := ""
			if list.HasErrors() {
				got = fmt.Sprintf("ERR %s %s", list[0].Rule, list[0].Hint)
			} else {
				c := deck.Slides[0].Charts[0]
				var names []string
				for _, s := range c.Series {
					names = append(names, s.Name)
				}
				got = strings.Join(names, ", ")
				if c.Excluded != "" {
					got += " (" + c.Excluded + ")"
				}
				got += fmt.Sprintf(": %.0f", c.TopBoxShare(0))
				for _, d := range list {
					got += " WARN " + d.Rule.String()
				}
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s\n%v", got, tt.want, list)
			}
		})
	}
}

// rowsOf are respondents who gave the answers to two questions, in turn.
func rowsOf(answers string) string {
	var out strings.Builder
	all := strings.Split(answers, "|")
	for i, a := range all {
		fmt.Fprintf(&out, "%d;%s;%s\n", i, a, all[len(all)-1-i])
	}
	return out.String()
}

func TestColoursDoNotDependOnWhoAnsweredFirst(t *testing.T) {
	shown := func(csv string) string {
		deck, list := resolved(t, "deck.toml", func(name string) ([]byte, error) {
			if name == "svar.csv" {
				return []byte(csv), nil
			}
			return []byte("[deck]\ntitle = \"P\"\n[data.svar]\nfile = \"svar.csv\"\nquestions = { s = \"S\", t = \"T\" }\n" +
				"[[slide]]\nheadline = \"A\"\nchart = [{ type = \"stacked\", questions = [\"s\", \"t\"] }, " +
				"{ type = \"pie\", question = \"s\" }]\n"), nil
		})
		if list.HasErrors() {
			t.Fatal(list)
		}
		charts := deck.Slides[0].Charts
		return fmt.Sprint(charts[0].Series, charts[1].Categories)
	}
	one, other := shown("S;T\nBuss;Bil\nBil;Tog\nTog;Buss\n"), shown("S;T\nTog;Buss\nBuss;Bil\nBil;Tog\n")
	if one != other {
		t.Errorf("%s\n%s", one, other)
	}
}
