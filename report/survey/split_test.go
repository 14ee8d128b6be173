package survey

import "testing"

func TestOptionsWithTheSeparatorInThem(t *testing.T) {
	const data = "q\n\"Kart, trykt, Kompass\"\n\"Kompass\"\n\"Mat (frukt, brød), Kart, trykt\"\n\"Kart,trykt\"\n\"Kart\"\n"
	listed := []string{"Kart, trykt", "Kart", "Kompass", "Mat (frukt, brød)"}
	tests := []struct {
		name       string
		q          Question
		want, told string
	}{
		{"listed options are matched whole, the longest first", Question{Answers: listed},
			"Kart, trykt 3, Kart 1, Kompass 2, Mat (frukt, brød) 1 of 5 of 5", ""},
		{"so are those that have labels", Question{Labels: []Label{{Code: "Kart, trykt", Text: "Trykt kart"}, {Code: "Mat (frukt, brød)", Text: "Mat"}}},
			"Trykt kart 3, Kompass 2, Mat 1, Kart 1 of 5 of 5", ""},
		{"else pieces are told", Question{}, "Kart 4, trykt 3, Kompass 2, Mat (frukt 1, brød) 1 of 5 of 5",
			`svar.csv:2:1 split-option: an answer to "q" looks like a piece of one that was split at ","`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.q.Column, tt.q.Multiple = "q", ","
			tally, list := table(t, data).Tally(tt.q)
			if !sameAnswers(line(tally), tt.want) || inShort(list) != tt.told {
				t.Errorf("%s, want %s\ntold %s", line(tally), tt.want, inShort(list))
			}
		})
	}
}

func TestNoPiecesAreToldOf(t *testing.T) {
	for _, data := range []string{"q\nrød, blå\nblå\n", "q\n\"Kurs (nett), Råd\"\nRåd\n", "q\nKurs\n"} {
		if _, list := table(t, data).Tally(Question{Column: "q", Multiple: ","}); len(list) > 0 {
			t.Errorf("%q: %v", data, list)
		}
	}
}

// TestSeveralAnswersInACellAreTold where the layout takes them for one.
func TestSeveralAnswersInACellAreTold(t *testing.T) {
	tests := []struct {
		name, cells string
		q           Question
		told        string
	}{
		{"each part is an answer", `"Kart;Mat"` + "\nKart\nMat\n", Question{}, `svar.csv:2:1 split-option: an answer to "q" looks like several, joined with ";"`},
		{"all end with the separator", `"Kart,"` + "\n" + `"Mat,Kart,"`, Question{}, `svar.csv:2:1 split-option: an answer to "q" looks like several, joined with ","`},
		{"a part is none", `"Kart, trykt"` + "\nKart\n", Question{}, ""},
		{"decimals", `"1,2"` + "\n1\n2\n", Question{}, ""},
		{"it is listed", `"Kart;Mat"` + "\nKart\nMat\n", Question{Answers: []string{"Kart", "Mat", "Kart;Mat"}}, ""},
		{"it is split", `"Kart;Mat"` + "\nKart\nMat\n", Question{Multiple: ";"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.q.Column = "q"
			if _, list := table(t, "q\n"+tt.cells).Tally(tt.q); inShort(list) != tt.told {
				t.Errorf("told %s, want %s", inShort(list), tt.told)
			}
		})
	}
}
