package survey

import (
	"testing"

	"lysark/config/diag"
)

func TestACodebookGivesCodesTheirLabels(t *testing.T) {
	answers := table(t, "q1;q2\n1;2\n2;2\n-1;1\n1;9\n")
	book := table(t, "Kode;Variabel;Etikett\n;q1;Er du med?\n1;q1;Ja\n2;;Nei\n-1;;Nekter å svare\n2;q2;Mye\n1;q2;Lite\n1;q3;Annet\n")
	if list := answers.Describe(book, diag.Pos{}); len(list) > 0 {
		t.Fatal(list)
	}
	tally, list := answers.Tally(Question{Column: "q1", Found: true})
	if line(tally) != "Ja 2, Nei 1 of 3 of 4" || tally.Label != "Er du med?" {
		t.Errorf("%q: %s", tally.Label, line(tally))
	}
	if want := `svar.csv:4:1 no-answer: 1 cell of "q1" with "-1": taken for no answer`; inShort(list) != want {
		t.Errorf("told %s", inShort(list))
	}
	tally, _ = answers.Tally(Question{Column: "q2", Labels: []Label{{Code: "9", Text: "Vet ikke"}, {Code: "2", Text: "Svært mye"}}})
	if !sameAnswers(line(tally), "Lite 1, Svært mye 2, Vet ikke 1 of 4 of 4") {
		t.Error(line(tally))
	}
}

func TestACodebookThatIsNone(t *testing.T) {
	tests := []struct{ book, want string }{
		{"a;b\n1;2\n", "svar.csv:1:1 unknown-column: the codebook needs three columns: the name of the column, the code and its label"},
		{"column;code;label\nx;1;Ja\n", "deck.toml:3:4 unknown-column: the codebook svar.csv tells of no column that svar.csv has"},
	}
	for _, tt := range tests {
		list := table(t, "q\n1\n").Describe(table(t, tt.book), diag.Pos{File: "deck.toml", Line: 3, Col: 4})
		if inShort(list) != tt.want {
			t.Errorf("got  %s\nwant %s", inShort(list), tt.want)
		}
	}
}
