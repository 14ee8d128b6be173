package draft

import (
	"fmt"
	"strings"
	"testing"

	"lysark/report/survey"
)

func TestColumnsThatAskNothingAreTold(t *testing.T) {
	numbers := func(low, step, n int) string {
		var out []string
		for i := range n {
			out = append(out, fmt.Sprint(low+i*step+i%2))
		}
		return strings.Join(out, "|")
	}
	for _, tt := range []struct {
		heading, answers string
		want             reason
	}{
		{"lastpage", "3|3|2|3|3", technical},
		{"startlanguage. Start language", "nb|nb|nb|en|nb", technical},
		{"UserLanguage", "NO|EN|NO|NO|NO", technical},
		{"Språk", "Norsk bokmål (Norge)|English (United States)", technical},
		{"Språk", "Norsk|Samisk|Norsk", ""}, // a question
		{"stato_4", "1|1|0|1|1", technical},
		{"Status", "IP Address|IP Address|Survey Preview", technical},
		{"Status", "Yrkesaktiv|Student|Yrkesaktiv", ""},
		{"Finished", "True|True|False|True|True", technical},
		{"Progress", "100|100|45|100|12", technical},
		{"LocationLatitude", "59.9|60.4|59.9", place},
		{"_gps_longitude", "10.7|5.3|10.7", place},
		{"Postnummer", "0150|0150|5003|0150", place},
		{"Samtykker du til at svarene lagres?", "Ja|Ja|Ja|Nei", consent},
		{"Duration (in seconds)", "120|340|90|88", moment},
		{"group time 12", "12.4|33.1", moment},
		{"Q1_Page Submit", "3.4|8.1|3.4", moment},
		{"start", "2025-03-01T10:00:00.000+01:00|2025-03-01T10:05:00.000+01:00", moment},
		{"Når var intervjuet?", "2025-03-01|2025-03-02|2025-03-02", moment},
		{"Kontakt oss på", "a@eksempel.no|a@eksempel.no", personal},
		{"deviceid", "collect:aa|collect:aa|collect:bb", identifier},
		{"Hva er nøkkelen?", "0e1b3a9c-52f0-4d3e-9a57-0d6f3c0a1f11|9e1b3a9c-52f0-4d3e-9a57-0d6f3c0a1f12", identifier},
		{"Respondent-ID", "118|119|118", identifier},
		{"Sak", numbers(470001, 7, 12), identifier}, // large, and close together
		{"Medlem", numbers(310000, 9871, 12), identifier},
		{"Hva er inntekten din?", numbers(310000, 9871, 12), ""}, // large, and far apart
		{"Omsetning", numbers(310000, 9871, 12), ""},
		{"Linje", numbers(1, 2, 40), identifier},
		{"Alder", numbers(21, 3, 12), ""},
		{"E-post", "E-post|E-post|E-post", ""}, // an option that was ticked
		{"Foretrekker du e-post?", "Ja|Nei|Ja", ""},
		{"Vekt", "0,8|1,2|1,0", weight},
	} {
		t.Run(tt.heading, func(t *testing.T) {
			if got := unasked(tt.heading, tallyOf(t, tt.answers)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// tallyOf counts answers that are written with a line between them.
func tallyOf(t *testing.T, answers string) survey.Tally {
	t.Helper()
	file := "q\n\"" + strings.Join(strings.Split(answers, "|"), "\"\n\"") + "\"\n"
	table, list := survey.Read("a.csv", []byte(file), survey.Options{Delimiter: ";"})
	if list.HasErrors() {
		t.Fatal(list)
	}
	tally, _ := table.Tally(survey.Question{Column: "q"})
	return tally
}
