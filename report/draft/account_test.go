package draft

import (
	"slices"
	"strings"
	"testing"
)

// TestAccountTellsWhatWasFoundAndLeftOut holds the words that stand on the terminal.
func TestAccountTellsWhatWasFoundAndLeftOut(t *testing.T) {
	file := "Svar på spørreskjema\n\nToken;Eier du bil?;Karakter;Forslag\n" +
		strings.Repeat("k;1;4;\nk;2;NA;\nk;1;5;\nk;2;3;\n", 5) + "q9x;1;2;Mer\n"
	d := StudyOf(tableOf(t, file), "nb", nil).Deck(Options{Lang: "nb", File: "svar.csv"})
	want := []string{
		"deck.toml says, as found out: skip_rows = 2",
		"deck.toml says what stands where nobody answered: NA",
		"the draft shows 2 questions",
		"their answers are numbers that may be codes; say in deck.toml what they mean, with labels:",
		"  Eier du bil?",
		"left out, as deck.toml tells, too:",
		"  a number or code of each respondent: Token",
		"  too few answers to be shown: Forslag",
	}
	if got := d.Account("svar.csv", "deck.toml"); !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if !strings.Contains(d.Text, `answers = ["1", "2"] }   # er tallene koder?`) {
		t.Errorf("got\n%s", d.Text)
	}
}

func TestAnAccountOfManyIsShort(t *testing.T) {
	d := Draft{Spare: strings.Split("abcdefghijkl", ""), Private: []string{"E-post"}}
	want := []string{
		"the draft shows 0 questions",
		"12 more questions named in d.toml without a slide, as a draft has at most 30:",
		"  a, b, c, d, e, f, g, h, and 4 more",
		"s.csv is in the folder whole, with these; do not pass the folder on:",
		"  E-post",
	}
	if got := d.Account("s.csv", "d.toml"); !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}
