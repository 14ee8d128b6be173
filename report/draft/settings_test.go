package draft

import (
	"fmt"
	"strings"
	"testing"
)

// TestTheLayoutSaysWhatWasFoundOut holds the lines that let next year's file be read alike.
func TestTheLayoutSaysWhatWasFoundOut(t *testing.T) {
	rows := func(head string, rows ...string) string {
		return head + "\n" + strings.Repeat(strings.Join(rows, "\n")+"\n", 5)
	}
	for _, tt := range []struct {
		name, file string
		want       []string
	}{
		{"words and codes where nobody answered", rows("Kommune;Besøk", "Voss;3", "NA;4", "Bømlo;-99"),
			[]string{`missing = ["NA", "-99"]`}},
		{"a code of one question that is an answer to another", rows("Karakter;Poeng", "1;99", "2;12", "99;140", "3;55"),
			[]string{`missing = ["99"]`, `poeng = { column = "Poeng", missing = []`}},
		{"dashes", rows("Kjønn;Bil", "Kvinne;X", "Mann;-", "-;X", "Kvinne;-"), []string{`missing = ["-"]`, "missing = []"}},
		{"dashes of boxes beside a dash for no answer",
			rows("Alder;Hva eier du? [bil];Hva eier du? [båt]", "Under 30;X;-", "-;-;-", "Over 30;-;X", "Over 30;X;X"),
			[]string{`missing = ["-"]`, `columns = ["Hva eier du? [bil]", "Hva eier du? [båt]"], missing = []`}},
		{"points between thousands", "Lag;Omsetning\n" + amounts("%s;%d.000\n"),
			[]string{`decimal = ","`}},
		{"rows of headings", rows("Nr;Trives du?;\n;Svar;Kommentar", "4711;Ja;", "4713;Nei;Bra", "4718;Ja;Nei", "4720;Ja;"),
			[]string{"header_rows = 2"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := StudyOf(tableOf(t, tt.file), "nb", nil).Deck(Options{Lang: "nb", File: "svar.csv"})
			for _, want := range tt.want {
				if !strings.Contains(d.Text, want) {
					t.Errorf("no %s in\n%s", want, d.Text)
				}
			}
		})
	}
}

// amounts are rows of different numbers in a form.
func amounts(form string) string {
	var b strings.Builder
	for i := range 20 {
		fmt.Fprintf(&b, form, []string{"A", "B"}[i%2], 381+17*i)
	}
	return b.String()
}

func TestNoDecimalIsSaidWhereNumbersDisagree(t *testing.T) {
	file := "Timer;Omsetning\n" + amounts("0.%[2]d5;%[2]d.000\n")
	d := StudyOf(tableOf(t, file), "nb", nil).Deck(Options{Lang: "nb", File: "svar.csv"})
	if strings.Contains(d.Text, "decimal") {
		t.Errorf("got\n%s", d.Text)
	}
}

// TestNumbersThatGoFarHaveNoStepsBetween: what nobody answered is a step of a scale that ends at ten.
func TestNumbersThatGoFarHaveNoStepsBetween(t *testing.T) {
	file := "Dager\n" + strings.Repeat("3\n6\n14\n30\n", 8)
	d := StudyOf(tableOf(t, file), "nb", nil).Deck(Options{Lang: "nb", File: "svar.csv"})
	if !strings.Contains(d.Text, `answers = ["3", "6", "14", "30"]`) {
		t.Errorf("got\n%s", d.Text)
	}
}
