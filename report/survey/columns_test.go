package survey

import (
	"strings"
	"testing"

	"lysark/config/diag"
)

// TestAHeadingThatIsGivenTwiceIsNamedByItsLetters: tools write "Other" after each question.
func TestAHeadingThatIsGivenTwiceIsNamedByItsLetters(t *testing.T) {
	answers := table(t, "nr;Annet;Rolle;Annet;Annet (D);Tilbud\n1;a;x;b;c;d\n2;a;y;;c;d\n")
	if got, want := strings.Join(answers.cells.Names(), "|"), "nr|Annet (B)|Rolle|Annet (D) (D)|Annet (D)|Tilbud"; got != want {
		t.Errorf("the columns are %s, want %s", got, want)
	}
	for _, tt := range []struct{ column, want, told string }{
		{"Annet (B)", "Annet: a 2 of 2 of 2", ""},
		{" Annet  (D)", " Annet  (D): c 2 of 2 of 2", ""}, // as a column is really called
		{"Annet (D) (D)", "Annet: b 1 of 1 of 2", ""},
		{"Rolle", "Rolle: x 1, y 1 of 2 of 2", ""},
		{"Annet", "", `deck.toml:5:3 duplicate: "Annet" is the heading of 2 columns of svar.csv, B and D`},
		{"Tilbu", "", `deck.toml:5:3 unknown-column: the file svar.csv has no column "Tilbu"`},
		{"Annet (C)", "", `deck.toml:5:3 unknown-column: the file svar.csv has no column "Annet (C)"`},
	} {
		tally, list := answers.Tally(Question{Column: tt.column, Pos: diagPos()})
		if inShort(list) != tt.told || tt.told == "" && tally.Label+": "+line(tally) != tt.want {
			t.Errorf("%q: %s: %s, told: %s", tt.column, tally.Label, line(tally), inShort(list))
		}
	}
	_, list := answers.Tally(Question{Column: "Annet"})
	if want := `name one of them: "Annet (B)" or "Annet (D) (D)"`; list[0].Hint != want {
		t.Errorf("the hint is %s, want %s", list[0].Hint, want)
	}
	_, list = Read("svar.csv", []byte("v;a;v\n1;x;2\n"), Options{Weight: "v", WeightPos: diagPos()})
	if inShort(list) != `deck.toml:5:3 duplicate: "v" is the heading of 2 columns of svar.csv, A and C` {
		t.Errorf("weights: %s", inShort(list))
	}
}

func TestAHeadingTwiceInAListOfMembersIsAMistake(t *testing.T) {
	_, list := ReadRaw("liste.csv", []byte("epost;navn;navn;;\na@b.example;x;y;;\n"), Options{})
	if len(list) != 1 || list[0].Rule != diag.Duplicate {
		t.Errorf("told: %s", inShort(list))
	}
}
