package survey

import (
	"fmt"
	"testing"
	"time"

	"lysark/report/golden"
)

func TestAnyOfCountsARespondentOnce(t *testing.T) {
	const data = "ID;Tilbud;Vekt\n1;Kurs, Råd;2\n2;Råd;1\n3;Te;1\n4;;4\n5;Kurs,Kurs;0,5\n"
	tests := []struct {
		name    string
		q       Question
		answers []string
		want    string
	}{
		{"one answer", Question{Column: "Tilbud", Multiple: ","}, []string{"Kurs"}, "2 of weight 2.5, unknown []"},
		{"two answers, both given by one", Question{Column: "Tilbud", Multiple: ","}, []string{"Kurs", " Råd "}, "3 of weight 3.5, unknown []"},
		{"an answer that nobody gave", Question{Column: "Tilbud", Multiple: ","}, []string{"Te", "Kaffe", "Vin"}, `1 of weight 1, unknown ["Kaffe" "Vin"]`},
		{"an answer that nobody gave but the layout lists", Question{Column: "Tilbud", Multiple: ",", Answers: []string{"Kaffe", "Te"}}, []string{"Kaffe"}, "0 of weight 0, unknown []"},
		{"whole cells", Question{Column: "Tilbud"}, []string{"Råd", "Te"}, "2 of weight 2, unknown []"},
		{"no such column", Question{Column: "Til"}, []string{"Råd"}, `0 of weight 0, unknown ["Råd"]`},
		{"no answers", Question{Column: "Tilbud"}, nil, "0 of weight 0, unknown []"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, unknown := weighed(t, data).AnyOf(tt.q, tt.answers)
			if got := fmt.Sprintf("%d of weight %v, unknown %q", a.Count, a.Weight, unknown); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestTheShareOfAnyOf(t *testing.T) {
	table := weighed(t, "Tilbud;Vekt\nKurs, Råd;2\nRåd;1\nTe;1\n;4\n")
	q := Question{Column: "Tilbud", Multiple: ","}
	tally, _ := table.Tally(q)
	some, _ := table.AnyOf(q, []string{"Kurs", "Råd"})
	if got, ok := tally.ShareOf(some); got != 75 || !ok {
		t.Errorf("share %v", got)
	}
	if _, ok := (Tally{}).ShareOf(some); ok {
		t.Error("there is a share of nobody")
	}
}

func TestMean(t *testing.T) {
	const data = "ID;Score;Vekt\n1;4;1\n2;2,5;3\n3;Vet ikke;1\n4;;1\n5;fem;1\n6;4;1\n7;n/a;1\n"
	tests := []struct {
		name   string
		column string
		except []string
		want   string
	}{
		{"weighted, with what is no number told", "Score", []string{" Vet ikke"}, `{3.1 3 5 6} ["fem" "n/a"]`},
		{"no answer is a number", "Score", []string{"4", "2,5", "fem", "n/a", "Vet ikke"}, `{0 0 0 6} []`},
		{"no such column", "Skår", nil, `{0 0 0 0} []`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			mean, strange := weighed(t, data).Mean(Question{Column: tt.column}, tt.except)
			if got := fmt.Sprintf("%v %q", mean, strange); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
	if mean, _ := table(t, data).Mean(Question{Column: "Score"}, nil); mean.Mean != 3.5 || mean.Weight != 3 {
		t.Errorf("without weights %v", mean)
	}
}

func TestTwoNumbersInACellAreNotOne(t *testing.T) {
	const data = "Score\n4 5\n1 2345\n12 34\n5%2\n1 234,5\n12\u00a0345\u202f678\n− 3\n50 %\n"
	mean, strange := table(t, data).Mean(Question{Column: "Score"}, nil)
	if got, want := fmt.Sprintf("%d %q", mean.Count, strange), `4 ["4 5" "1 2345" "12 34" "5%2"]`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if want := (1234.5 + 12345678 - 3 + 50) / 4; mean.Mean != want {
		t.Errorf("got %v, want %v", mean.Mean, want)
	}
}

func TestFiguresOfALargeFileAreCheap(t *testing.T) {
	table, _ := Read("svar.csv", answersOf(200_000, 2), Options{})
	golden.Within(t, time.Second, func() {
		golden.Allocating(t, 2<<20, func() {
			for range 100 {
				table.AnyOf(Question{Column: "Spørsmål 1", Multiple: ";"}, []string{"Ja", "Nei"})
				table.Mean(Question{Column: "Spørsmål 1"}, nil)
			}
		})
	})
}
