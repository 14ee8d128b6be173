package unasked

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
		want             Reason
	}{
		{"lastpage", "3|3|2|3|3", Technical},
		{"startlanguage. Start language", "nb|nb|nb|en|nb", Technical},
		{"UserLanguage", "NO|EN|NO|NO|NO", Technical},
		{"Språk", "Norsk bokmål (Norge)|English (United States)", Technical},
		{"Språk", "Norsk|Samisk|Norsk", ""}, // a question
		{"stato_4", "1|1|0|1|1", Technical},
		{"Status", "IP Address|IP Address|Survey Preview", Technical},
		{"Status", "Yrkesaktiv|Student|Yrkesaktiv", ""},
		{"Finished", "True|True|False|True|True", Technical},
		{"Progress", "100|100|45|100|12", Technical},
		{"LocationLatitude", "59.9|60.4|59.9", Place},
		{"_gps_longitude", "10.7|5.3|10.7", Place},
		{"Postnummer", "0150|0150|5003|0150", Place},
		{"Samtykker du til at svarene lagres?", "Ja|Ja|Ja|Nei", Consent},
		{"Duration (in seconds)", "120|340|90|88", Moment},
		{"group time 12", "12.4|33.1", Moment},
		{"Q1_Page Submit", "3.4|8.1|3.4", Moment},
		{"start", "2025-03-01T10:00:00.000+01:00|2025-03-01T10:05:00.000+01:00", Moment},
		{"Når var intervjuet?", "2025-03-01|2025-03-02|2025-03-02", Moment},
		{"Kontakt oss på", "a@eksempel.no|a@eksempel.no", Personal},
		{"deviceid", "collect:aa|collect:aa|collect:bb", Identifier},
		{"Hva er nøkkelen?", "0e1b3a9c-52f0-4d3e-9a57-0d6f3c0a1f11|9e1b3a9c-52f0-4d3e-9a57-0d6f3c0a1f12", Identifier},
		{"Respondent-ID", "118|119|118", Identifier},
		{"Sak", numbers(470001, 7, 12), Identifier}, // large, and close together
		{"Medlem", numbers(310000, 9871, 12), Identifier},
		{"Hva er inntekten din?", numbers(310000, 9871, 12), ""}, // large, and far apart
		{"Omsetning", numbers(310000, 9871, 12), ""},
		{"Linje", numbers(1, 2, 40), Identifier},
		{"Alder", numbers(21, 3, 12), ""},
		{"E-post", "E-post|E-post|E-post", ""}, // an option that was ticked
		{"Foretrekker du e-post?", "Ja|Nei|Ja", ""},
		{"stratum", "101|102|101|204", Identifier}, // of the sample
		{"Cluster", "By|Bygd|By|By", ""},
		{"Vekt", "0,8|1,2|1,0", Weight},
	} {
		t.Run(tt.heading, func(t *testing.T) {
			if got := Why(tt.heading, tallyOf(t, tt.answers)); got != tt.want {
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
