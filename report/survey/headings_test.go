package survey

import (
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"lysark/report/survey/heading"
)

func saidRow(n int) heading.Number { return heading.Number{N: n, Set: true} }

// TestRowsThatAreNoRespondents holds what is counted, and that it is told only of those who count.
func TestRowsThatAreNoRespondents(t *testing.T) {
	const monkey = "ID,Trivst?,Tilbud,,Kjønn,\n,Response,Kurs,Råd,Kvinne,Mann\n1,Ja,Kurs,,Kvinne,\n2,Nei,,Råd,,Mann\n3,Ja,Kurs,Råd,Kvinne,\n"
	const q = "Status,Q1\nRespons,Trivst?\n\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n"
	tests := []struct {
		name, text string
		said       heading.Said
		q          Question
		want       string
		told       string
	}{
		{"a question of a second row", monkey, heading.Said{}, Question{Column: "Trivst?"},
			"Ja 2, Nei 1 of 3 of 3", "svar.csv:2:1 no-respondent: row 2 is taken for headings, not for respondents"},
		{"options, by a pattern", monkey, heading.Said{HeaderRows: saidRow(2)}, Question{Column: "t", Columns: []string{"Tilbud [*]"}}, "Kurs 2, Råd 2 of 3 of 3", ""},
		{"options, by what their columns share", monkey, heading.Said{Preset: "surveymonkey"}, Question{Column: "Tilbud"}, "Kurs 2, Råd 2 of 3 of 3", ""},
		{"one choice over several columns", monkey, heading.Said{Preset: "surveymonkey"}, Question{Column: "Kjønn"}, "Kvinne 2, Mann 1 of 3 of 3", ""},
		{"one of the columns, by its own name", monkey, heading.Said{Preset: "surveymonkey"}, Question{Column: "Råd"}, "Råd 2 of 2 of 3", ""},
		{"the layout says one row", monkey, heading.Said{HeaderRows: saidRow(1)}, Question{Column: "Trivst?"}, "Ja 2, Nei 1, Response 1 of 4 of 4", ""},
		{"previews come first, and are no answers", q + "Survey Preview,Nei\nIP Address,Ja\nIP Address,Nei\n", heading.Said{}, Question{Column: "Q1"}, "Ja 1, Nei 1 of 2 of 2",
			"svar.csv:2:1 no-respondent: rows 2 and 3 are taken for headings, not for respondents\nsvar.csv:4:1 no-respondent: the row is left out: the survey was tried out, and nobody asked"},
		{"previews by their codes", q + "1,Nei\n0,Ja\n0,Nei\n", heading.Said{Preset: "qualtrics"}, Question{Column: "Q1"}, "Ja 1, Nei 1 of 2 of 2", ""},
		{"previews count where the layout says so", q + "Survey Preview,Nei\nIP Address,Ja\n", heading.Said{Preset: "plain", HeaderRows: saidRow(3)}, Question{Column: "Q1"}, "Ja 1, Nei 1 of 2 of 2", ""},
		{"a status of another tool", "Status;F\n1;Ja\n0;Nei\n1;Ja\n", heading.Said{}, Question{Column: "F"}, "Ja 2, Nei 1 of 3 of 3", ""},
		{"a total with an answer of its own", "ID;F\n1;Ja\n2;Nei\n3;Ja\nSum;3\n", heading.Said{}, Question{Column: "F"}, "Ja 2, Nei 1 of 3 of 3",
			"svar.csv:5:1 no-respondent: row 5 is left out, as a total of the rows above and no respondent"},
		{"the line is that of the file", "ID;F\n1;\"Ja\n\nmen\"\n2;Nei\n3;Nei\n\nKilde: oss;\n", heading.Said{}, Question{Column: "F"}, "Ja men 1, Nei 2 of 3 of 3",
			"svar.csv:8:1 no-respondent: row 8 is left out, as a note and no respondent"},
		{"the layout says the last line", "ID;F\n1;Ja\n2;Nei\n3;Ja\n", heading.Said{LastRow: saidRow(3)}, Question{Column: "F"}, "Ja 1, Nei 1 of 2 of 2",
			"svar.csv:4:1 no-respondent: this row is below last_row, but looks like a respondent"},
		{"a title above, and another delimiter in it", "Undersøkelse, alle\n\nID;F\n1;Ja\n2;Nei\n", heading.Said{}, Question{Column: "F"}, "Ja 1, Nei 1 of 2 of 2",
			"svar.csv:3:1 no-respondent: the rows above this one are passed over, as the headings seem to begin here"},
		{"the layout says where the headings are", "Om oss;;\nA;B;C\nID;F;X\n1;Ja;\n2;Nei;\n", heading.Said{SkipRows: saidRow(2)}, Question{Column: "F"}, "Ja 1, Nei 1 of 2 of 2", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table, list := Read("svar.csv", []byte(tt.text), Options{Rows: tt.said})
			if len(list) > 0 {
				t.Fatal(inShort(list))
			}
			tally, list := table.Tally(tt.q)
			if got := line(tally); got != tt.want || len(list) > 0 {
				t.Errorf("got %s, want %s %s", got, tt.want, inShort(list))
			}
			if got := inShort(table.Found()); got != tt.told {
				t.Errorf("told: %s", got)
			}
		})
	}
}

// TestAReadyMadeTableKeepsItsRows: totals and titles are cells like any other.
func TestAReadyMadeTableKeepsItsRows(t *testing.T) {
	table, list := Read("tall.csv", []byte("Tall for 2025;;\n\nÅr;K;M\n2023;4;5\n2024;6;7\nTotalt;10;12\nKilde: oss;;\n"), Options{Weight: "K"})
	if len(list) > 0 || table.Len() != 2 || table.weighted != 10 {
		t.Fatalf("%d respondents of %v: %s", table.Len(), table.weighted, inShort(list))
	}
	grid, list := table.Range("A2:C5", diagPos())
	if got := strings.Join(grid.Categories, "|"); len(list) > 0 || grid.Corner != "År" || got != "2023|2024|Totalt" || grid.Series[1].Values[2].V != 12 {
		t.Errorf("%v: %s", grid, inShort(list))
	}
	if got := table.cells.Places.At(4, 1).String(); got != "tall.csv:6:8" {
		t.Errorf("the total is at %s", got)
	}
}

func TestHeadingsOverTwoRowsOfASheet(t *testing.T) {
	table, list := Read("svar.xlsx", workbook(t, func(f *excelize.File) {
		put(t, f, "Sheet1", 1, "Svar fra alle", "", "ID|Tilfredshet", "|Lønn|Leder", "1|5|4", "2|5|3", "", "Kilde: oss")
	}), Options{})
	if want := "svar.xlsx:3:1 no-respondent: the rows above this one are passed over, as the headings seem to begin here\n" +
		"svar.xlsx:4:1 no-respondent: row 4 is taken for headings, not for respondents\n" +
		"svar.xlsx:8:1 no-respondent: row 8 is left out, as a note and no respondent"; inShort(table.Found()) != want || len(list) > 0 {
		t.Errorf("told: %s", inShort(table.Found()))
	}
	for _, name := range []string{"Tilfredshet [Leder]", "Leder"} {
		tally, _ := table.Tally(Question{Column: name})
		if got := tally.Label + ": " + line(tally); got != "Leder: 3 1, 4 1 of 2 of 2" {
			t.Errorf("%s is %s", name, got)
		}
	}
}

func TestSettingsSayTheEncodingThatIsTold(t *testing.T) {
	for _, tt := range []struct{ name, text, encoding, want string }{
		{"UTF-8", "Sted\nTromsø\n", "", ""},
		{"MacRoman", "Sted\nTroms\xbf\nV\x8cr\xbfy\n", "", `encoding "macintosh"`},
		{"said already", "Sted\nTroms\xbf\nV\x8cr\xbfy\n", "macintosh", ""},
		{"Windows-1252 goes without saying", "Sted\nTroms\xf8\n", "", ""},
	} {
		table, list := Read("svar.csv", []byte(tt.text), Options{Encoding: tt.encoding})
		if list.HasErrors() {
			t.Fatal(list)
		}
		var got []string
		for _, s := range table.Settings() {
			got = append(got, s.Key+" "+s.Value)
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: got %q", tt.name, got)
		}
	}
}

var rules = regexp.MustCompile(`(?m)^(\S+) [a-z-]+:`)

// TestTextsOfSpreadsheetsThatWentWrong holds what a spreadsheet or a tool has spoiled in a text: it is told.
func TestTextsOfSpreadsheetsThatWentWrong(t *testing.T) {
	const head = "ID;Trives?;Hvorfor?;By\n1;Ja;x;Oslo\n"
	const halves = "this row has too few fields and the next one the rest, as if a cell with a line break had no quotes; "
	for _, tt := range []struct{ name, text, want string }{
		{"a line break in the middle", head + "2;Nei;Bra\nså;Moss\n3;Ja;y;Oslo\n", "svar.csv:3:1 " + halves + "both count as respondents"},
		{"line breaks in the last cell", head + "2;Nei;Bra;Mo\ni Rana\n3;Ja;y;Mo\ni Rana\n4;Ja;y;Oslo\n", "svar.csv:3:1 " + halves + "so it is 2 times, and each half counts as a respondent"},
		{"rows without the empty fields at their end", head + "2;Nei\n3;Ja;y\n4;Nei\n5;Nei\n6;Ja;y\n7;Nei\n", ""},
		{"a quoted line break", head + "2;Nei;\"Bra\nså\";Moss\n3;Ja;y;Oslo\n", ""},
		{"a note at the end", head + "2;Nei;x;Moss\nKilde: oss\n", "svar.csv:4:1 row 4 is left out, as a note and no respondent"},
		{"the headings again", head + "ID;Trives?;Hvorfor?;By\n2;Nei;x;Moss\n", "svar.csv:3:1 the row is left out: the headings stand here again"},
		{"a formula's error", head + "2;#VERDI!;x;Moss\n", "svar.csv:3:3 the cell holds a formula's error, #VERDI!, which counts as an answer"},
		{"a hash before an answer", head + "2;#verdi;x;Moss\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table, list := Read("svar.csv", []byte(tt.text), Options{})
			told := strings.Trim(inShort(list)+"\n"+inShort(table.Found()), "\n")
			if told = rules.ReplaceAllString(told, "$1"); told != tt.want {
				t.Errorf("told: %s\nwant  %s", told, tt.want)
			}
		})
	}
}
