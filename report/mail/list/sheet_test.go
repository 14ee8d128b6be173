package list_test

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"lysark/config/diag"
	"lysark/report/mail/list"
)

func TestWhatASpreadsheetDoesNotShowIsTold(t *testing.T) {
	more := func(name string, rows ...string) func(*excelize.File) {
		return func(f *excelize.File) {
			f.NewSheet(name)
			for i, text := range rows {
				cell, _ := excelize.CoordinatesToCellName(1, i+1)
				f.SetCellValue(name, cell, text)
			}
		}
	}
	for _, tt := range []struct {
		name  string
		shape func(*excelize.File)
		sheet string
		want  string
	}{
		{"nothing is hidden", func(*excelize.File) {}, "", ""},
		{"a row", func(f *excelize.File) { f.SetRowVisible("Sheet1", 3, false) }, "", "medlemmer.csv:3:1 warning hidden-row: the row is hidden in the sheet and gets a mail all the same"},
		{"a row that gets no mail", func(f *excelize.File) { f.SetRowVisible("Sheet1", 4, false) }, "", ""},
		{"a second sheet with rows", more("Flere", "epost", "x@y.example"), "", `mail.toml:1:1 warning unread-sheet: the file medlemmer.csv has 2 sheets with rows, and only the first, "Sheet1", is read`},
		{"a second sheet, and the first is named", more("Flere", "epost", "x@y.example"), "Sheet1", ""},
		{"a second sheet with a title alone", more("Om", "Medlemmer per november"), "", ""},
		{"a second sheet that is empty", more("Om"), "", ""},
		{"a second sheet that is not shown", func(f *excelize.File) {
			more("Flere", "epost", "x@y.example")(f)
			f.SetSheetVisible("Flere", false)
		}, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := options("avmeldt.csv")
			o.Sheet = list.Named{S: tt.sheet, Pos: at(6)}
			rows := [][]any{{"epost", "navn"}, {"a@b.example", "A"}, {"b@b.example", "B"}, {"c@b.example", "C"}}
			l, problems := list.Read(o, memory(map[string]string{"medlemmer.csv": shaped(t, tt.shape, rows...), "avmeldt.csv": "c@b.example\n"}))
			if got := inShort(problems); got != tt.want || len(l.Members) != 2 {
				t.Errorf("%d members\n%s\nwant\n%s", len(l.Members), got, tt.want)
			}
		})
	}
}

func TestASecondSheetOfThoseWhoLeftIsTold(t *testing.T) {
	left := shaped(t, func(f *excelize.File) {
		f.NewSheet("2025")
		f.SetCellValue("2025", "A1", "epost")
		f.SetCellValue("2025", "A2", "b@b.example")
	}, []any{"epost"}, []any{"c@b.example"})
	_, problems := list.Read(options("avmeldt.xlsx"), memory(map[string]string{"medlemmer.csv": "epost;navn\nb@b.example;B\n", "avmeldt.xlsx": left}))
	if len(problems) != 1 || problems[0].Rule != diag.UnreadSheet || problems[0].Pos != at(5) || strings.Contains(problems[0].Hint, "sheet =") {
		t.Errorf("told %s", inShort(problems))
	}
}

func TestAListOfNobodySaysWhetherItHasNoRowsOrAllHaveLeft(t *testing.T) {
	for text, want := range map[string]string{
		"epost;navn\n":                "the list has no rows, only the names of the columns",
		"epost;navn\n;\n":             "the list has no rows, only the names of the columns",
		"epost;navn\nc@b.example;C\n": "the list has nobody to send to",
	} {
		_, problems := list.Read(options("avmeldt.csv"), memory(map[string]string{"medlemmer.csv": text, "avmeldt.csv": "c@b.example\n"}))
		if len(problems) != 1 || problems[0].Message != want || strings.Contains(problems[0].Hint, "left") != strings.Contains(want, "nobody") {
			t.Errorf("%q: %s", text, inShort(problems))
		}
	}
}
