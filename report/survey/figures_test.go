package survey

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"lysark/config/diag"
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

// TestHostileFilesTakeTimeAndMemoryInProportion reads files of some megabytes that are made to be slow. Each takes some
// tenths of a second; what grows with the square of the size would take minutes.
func TestHostileFilesTakeTimeAndMemoryInProportion(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long")
	}
	const n = 1_000_000
	wideHead := strings.Repeat("x;", 10_000)
	keys := func(count int) string {
		var out bytes.Buffer
		for i := range count {
			fmt.Fprintf(&out, `,{"%d":1}`, i)
		}
		return "[" + out.String()[1:] + "]"
	}
	tests := []struct {
		name, data string
		rule       diag.Rule // of the first problem; none when there is none
		megabytes  uint64    // that it may allocate
	}{
		{"one quoted field", "a;b\n1;\"" + strings.Repeat("å\n", n) + "\"", 0, 160},
		{"a quote that is never closed", "a;b\n1;\"" + strings.Repeat("å\n", n), diag.BadData, 160},
		{"nothing but doubled quotes", "a;b\n1;\"" + strings.Repeat(`""`, n) + "\"", 0, 20},
		{"nothing but delimiters", strings.Repeat(";", n), diag.EmptyData, 110},
		{"a row of delimiters below a row of names", "a;b\n1;2" + strings.Repeat(";", n), 0, 2},
		{"rows of nothing but delimiters", strings.Repeat(";;\n", n), diag.EmptyData, 4},
		{"blank lines", strings.Repeat("\n", n) + "a;b\n1;2", 0, 20},
		{"a million columns of one name", strings.Repeat("x;", n) + "\n1", diag.Duplicate, 320},
		{"10,000 columns, and rows that fill one", ";" + strings.Repeat(";", 10_000) + "\n" + strings.Repeat("1\n", n), 0, 200},
		{"10,000 columns of one name, and rows that are too long", wideHead + "\n" + strings.Repeat("1"+strings.Repeat(";", 10_001)+"2\n", 200), diag.Duplicate, 15},
		{"a million answers in one cell", "a;b\n1;\"" + strings.Repeat("x;y;", n/4) + "\"", 0, 3},
		{"a new key in each object", keys(5_000), 0, 320},
		{"too many keys", keys(15_000), diag.TooMany, 1500},
		{"a million lists in lists", `[{"a":` + strings.Repeat("[", n), diag.BadData, 55},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var list diag.List
			golden.Within(t, time.Minute, func() {
				golden.Allocating(t, tt.megabytes<<20, func() {
					var table *Table
					if table, list = Read("svar", []byte(tt.data), Options{}); table != nil {
						table.Tally(Question{Column: "b", Multiple: ";"})
					}
				})
			})
			switch {
			case tt.rule == 0 && len(list) > 0, tt.rule != 0 && (len(list) == 0 || list[0].Rule != tt.rule):
				t.Errorf("%.300v", list)
			case len(list) > 60:
				t.Errorf("%d problems are told", len(list))
			}
		})
	}
}
