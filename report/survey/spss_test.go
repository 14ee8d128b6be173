package survey

import (
	"testing"

	"lysark/report/survey/sav/savtest"
)

func spss() savtest.File {
	yesNo := savtest.Labels(1, "Ja", 2, "Nei", 9, "Ikke spurt")
	listed := savtest.Labels(1, "Fjell", 2, "Sjø", 3, "By")
	return savtest.File{
		Variables: []savtest.Variable{
			{Name: "vekt"},
			{Name: "Q1", Label: "Er du fornøyd?", Labels: yesNo, Missing: []any{9}},
			{Name: "k1", Label: "Kurs", Labels: savtest.Labels(1, "Quoted", 0, "Not quoted")},
			{Name: "k2", Label: "Råd", Labels: savtest.Labels(1, "Quoted", 0, "Not quoted")},
			{Name: "v1", Label: "Første valg", Labels: listed},
			{Name: "v2", Label: "Andre valg", Labels: listed},
		},
		Rows: [][]any{
			{1, 1, 1, 0, 1, 2},
			{1, 2, 1, 1, 2, nil},
			{2, 1, 0, 0, nil, nil},
			{1, 9, nil, nil, 3, 1},
		},
		Sets: []string{savtest.Set("$tilbud", "D", "1", "Hva bruker du?", "V3", "V4"), savtest.Set("$tur", "C", "", "Hvor?", "V5", "V6")},
	}
}

// TestAnSPSSFileSaysWhatItsCodesMean: labels are shown, what is missing is no answer, and sets are questions.
func TestAnSPSSFileSaysWhatItsCodesMean(t *testing.T) {
	table, list := Read("svar.sav", spss().Bytes(), Options{})
	if len(list) > 0 {
		t.Fatal(list)
	}
	tests := []struct {
		q           Question
		label, want string
	}{
		{Question{Column: "Q1", Found: true}, "Er du fornøyd?", "Ja 2, Nei 1 of 3 of 4"},
		{Question{Columns: []string{"$tilbud"}}, "Hva bruker du?", "Kurs 2, Råd 1 of 3 of 4"},
		{Question{Columns: []string{"k*"}, Labels: []Label{{Code: "k1", Text: "Et kurs"}}}, "k", "Et kurs 2, Råd 1 of 3 of 4"},
		{Question{Columns: []string{"$tur"}}, "Hvor?", "Fjell 2, Sjø 2, By 1 of 3 of 4"},
	}
	for _, tt := range tests {
		tt.q.Column = "k*"
		if len(tt.q.Columns) == 0 {
			tt.q.Column = "Q1"
		}
		tally, list := table.Tally(tt.q)
		if !sameAnswers(line(tally), tt.want) || tally.Label != tt.label || len(list) > 0 {
			t.Errorf("%q: %s, want %q: %s (%v)", tally.Label, line(tally), tt.label, tt.want, list)
		}
	}
	some, unknown := table.AnyOf(Question{Column: "Q1"}, []string{"1"})
	if some.Count != 2 || len(unknown) > 0 {
		t.Errorf("%+v answered 1, unknown are %q", some, unknown)
	}
}

func TestAnSPSSFileThatIsTold(t *testing.T) {
	weighted := spss()
	weighted.Weight = "vekt"
	unsaid := spss()
	unsaid.Unsaid, unsaid.Encoding = true, "windows-1252"
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"a weight that the layout does not take", weighted.Bytes(),
			`bad-data: the file weights its cases by "vekt", and the layout does not`},
		{"letters of an encoding that it does not name", unsaid.Bytes(),
			"svar.sav bad-data: the file does not say the encoding of its texts, so it was found out"},
		{"cut off", spss().Bytes()[:900], "svar.sav bad-file: the SPSS file is cut off (byte 900)"},
	}
	for _, tt := range tests {
		if _, list := Read("svar.sav", tt.data, Options{}); inShort(list) != tt.want && inShort(list) != " "+tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.name, inShort(list), tt.want)
		}
	}
	if _, list := Read("svar.sav", weighted.Bytes(), Options{Weight: "vekt"}); len(list) > 0 {
		t.Error(list)
	}
}
