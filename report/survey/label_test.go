package survey

import (
	"fmt"
	"lysark/report/survey/letters"
	"strings"
	"testing"
)

// coded is a table whose file holds codes, as those of statistics programs do.
func coded(t testing.TB) *Table {
	out := table(t, "q1;q2\n1;2 9\n2;2\n2;9\n8;\n10;1\n")
	out.Columns[0].Label = "Er du fornøyd?"
	out.Columns[0].Labels = labels{{Code: "10", Text: "Svært"}, {Code: "2", Text: "1"}, {Code: "1", Text: "2"}, {Code: "8", Text: "Vet ikke"}, {Code: "3", Text: "Nei"}}
	out.Columns[1].Labels = labels{{Code: "2", Text: "Kurs"}, {Code: "9", Text: "Råd"}}
	return out
}

func TestLabelsAreShown(t *testing.T) {
	tests := []struct {
		q           Question
		label, want string
	}{
		{Question{Column: "q1"}, "Er du fornøyd?", "1 2, 2 1, Svært 1, Vet ikke 1 of 5 of 5"},
		{Question{Column: " q2 ", Multiple: " "}, " q2 ", "1 1, Kurs 2, Råd 2 of 4 of 5"},
	}
	for _, tt := range tests {
		tally, list := coded(t).Tally(tt.q)
		if line(tally) != tt.want || tally.Label != tt.label || len(list) > 0 {
			t.Errorf("%q: %s, want %q: %s (%v)", tally.Label, line(tally), tt.label, tt.want, list)
		}
	}
	tally, list := coded(t).Tally(Question{Column: "q1", Answers: []string{"3", "Svært", "1", "2"}})
	if want := "Nei 0, Svært 1, 1 2, 2 1, Vet ikke 1 of 5 of 5"; line(tally) != want || tally.Answers[0].Code != "3" {
		t.Errorf("%s, want %s", line(tally), want)
	}
	want := `svar.csv:5:1 unknown-answer: 1 answered "Vet ikke" to "q1", which is not among the answers that the ` +
		`layout lists: "3", "Svært", "1", "2"; given were "2", "1", "Vet ikke", "Svært"`
	if inShort(list) != want {
		t.Errorf("got  %s\nwant %s", inShort(list), want)
	}
}

// TestALayoutNamesAnAnswerByLabelOrCode: where the one is the other of another answer, what people read goes first.
func TestALayoutNamesAnAnswerByLabelOrCode(t *testing.T) {
	tally, _ := coded(t).Tally(Question{Column: "q1"})
	for name, want := range map[string]string{"Svært": "10", "10": "10", "1": "2", "2": "1", " Vet  ikke": "8", "Ja": "", "3": ""} {
		a, _ := tally.Answer(letters.Tidy(name))
		count, _ := tally.Count(name)
		share, _ := tally.Share(name)
		some, _ := coded(t).AnyOf(Question{Column: "q1"}, []string{name})
		rows, _ := coded(t).Rows(Question{Column: "q1"}, []string{name})
		if a.Code != want || count != a.Count || share != 20*float64(a.Count) || some.Count != a.Count || len(rows.at) != a.Count {
			t.Errorf("%q is %q, counted %d, %v %%, %d, %d times", name, a.Code, count, share, some.Count, len(rows.at))
		}
	}
	_, unknown := coded(t).AnyOf(Question{Column: "q1", Answers: []string{"Nei"}}, []string{"3", "Ja"})
	if got := fmt.Sprint(unknown); got != "[Ja]" {
		t.Errorf("unknown are %s", got)
	}
}

// TestTheMeanIsOfTheCodes, but for labels that are numbers themselves, which people read. A code that says that there is
// no answer is no number.
func TestTheMeanIsOfTheCodes(t *testing.T) {
	mean, strange := coded(t).Mean(Question{Column: "q1"}, []string{"Vet ikke"})
	if mean.Mean != (2+1+1+10)/4.0 || mean.Count != 4 || len(strange) > 0 {
		t.Errorf("%+v, %q", mean, strange)
	}
	if _, strange = coded(t).Mean(Question{Column: "q1"}, nil); strings.Join(strange, "") != "Vet ikke" {
		t.Errorf("%q are no numbers", strange)
	}
	turned := []Label{{Code: "1", Text: "10 (best)"}, {Code: "10", Text: "1 (verst)"}}
	if _, strange = coded(t).Mean(Question{Column: "q1", Labels: turned}, nil); len(strange) != 3 {
		t.Errorf("%q are no numbers", strange)
	}
}

// TestACodeHasItsLabelHoweverItIsWritten, but for one that has a label of its own.
func TestACodeHasItsLabelHoweverItIsWritten(t *testing.T) {
	ja := []Label{{Code: "1", Text: "Ja"}, {Code: "2,0", Text: "Nei"}}
	tally, list := table(t, "q\n1\n1.0\n01\n2\n\"2,0\"\n1.000\n").Tally(Question{Column: "q", Labels: ja})
	if line(tally) != "1.000 1, Ja 3, Nei 2 of 6 of 6" || len(list) > 0 {
		t.Errorf("%s (%v)", line(tally), list)
	}
	tally, _ = table(t, "q\n1\n01\n").Tally(Question{Column: "q", Labels: append(ja, Label{Code: "01", Text: "Oslo"})})
	if line(tally) != "Ja 1, Oslo 1 of 2 of 2" {
		t.Error(line(tally))
	}
}
