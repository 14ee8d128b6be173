package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"lysark/config/diag"
)

func TestClaims(t *testing.T) {
	tests := []struct{ name, claim, message string }{
		{"a claim that holds says nothing", "rod > 50", ""},
		{"one that fails tells the numbers", "rod > 80", `the claim "rod > 80" no longer holds: rod is 70,0 % (7 of 10)`},
		{"of several figures, too", "ikke > rod", `the claim "ikke > rod" no longer holds: ikke is 30,0 %, rod is 70,0 % (7 of 10)`},
		{"of a text", "top('farge') == 'Blå'", `the claim "top('farge') == 'Blå'" no longer holds: rod is 70,0 % (7 of 10)`},
		{"of a fraction", "fraction(rod) == '2 av 3'", `the claim "fraction(rod) == '2 av 3'" no longer holds: rod is 70,0 % (7 of 10)`},
		{"a fraction is compared whatever its spaces", "fraction(rod) == '7 av 10'", ""},
		{"of a count", "count('farge', 'Blå') > 2", `the claim "count('farge', 'Blå') > 2" no longer holds: "Blå" of farge is 2`},
		{"that rests on no figure", "year == 2026", `the claim "year == 2026" no longer holds: it is false whatever the answers are`},
		{"that is no claim", "rod", "a claim has to be true or false, and this is neither"},
		{"that is misspelt", "rodt > 1", `there is no figure, variable or function "rodt"`},
	}
	for _, tt := range tests {
		deck, list := inYears(t, "", "[[slide]]\nheadline = \"A\"\nexpect = \""+tt.claim+"\"\n")
		switch {
		case tt.message == "" && len(list) > 0, tt.message != "" && (len(list) != 1 || soft(list[0].Message) != tt.message || list[0].Slide != 1):
			t.Errorf("%s: got %v", tt.name, soft(fmt.Sprintf("%+v", []diag.Diagnostic(list))))
		case deck.Slides[0].Broken:
			t.Errorf("%s: a claim breaks the slide", tt.name)
		}
	}
}

func TestContracts(t *testing.T) {
	tests := []struct {
		question string
		rule     diag.Rule
		message  string
	}{
		{`{ column = "Farge", answers = ["Rød", "Blå", "Grønn mynte", "Gul"] }`, diag.VanishedAnswer, `nobody in other.csv answered "Gul" to "Farge"; given were "Rød", "Blå" and "Grønn mynte"`},
		{`{ column = "Farge", answers = ["Rød", "Blå"] }`, diag.UnknownAnswer, `1 answered "Grønn mynte" to "Farge", which is not among the answers that the layout lists`},
		{`{ column = "Enig?", answers = ["1", "2", "3", "4", "5", "6"] }`, 0, ""}, // a scale's step may go unused
		{`{ column = "Sjelden", min_base = 5 }`, diag.Contract, `4 answered "Sjelden", and at least 5 have to`},
		{`{ column = "Farge", sum = 100 }`, 0, ""},
		{`{ column = "Tilbud", multiple = ";", sum = 100 }`, diag.Contract, `the shares of "Tilbud" add up to 133,3 %, and should to 99 % to 101 %`},
		{`{ column = "Tilbud", multiple = ";", sum = [100, 200] }`, 0, ""},
		{`{ column = "Farge", in_text = { "Gul" = "gult" } }`, diag.UnknownAnswer, `nobody answered "Gul" to "Farge"`},
		{`{ column = "Farve" }`, diag.UnknownColumn, `no column "Farve"`},
	}
	for _, tt := range tests {
		_, list := inYears(t, "", "[data.svar2]\nfile = \"other.csv\"\n[data.svar2.questions]\nq = "+tt.question+"\n[[slide]]\nheadline = \"A\"\n")
		switch {
		case tt.rule == 0 && len(list) == 0:
		case len(list) != 1 || list[0].Rule != tt.rule || !strings.Contains(soft(list[0].Message), tt.message):
			t.Errorf("%s: %s", tt.question, soft(fmt.Sprintf("%+v", []diag.Diagnostic(list))))
			for _, d := range list {
				t.Log(d.Message)
			}
		}
	}
}

func TestTheSameAnswersTwiceAreTold(t *testing.T) {
	_, list := inYears(t, "", "[data.kopi]\nfile = \"svar.csv\"\n[[slide]]\nheadline = \"A\"\n")
	if len(list) != 1 || list[0].Rule != diag.SameYear || list[0].Line != 23 {
		t.Errorf("%+v", list)
	}
}
