package survey

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"lysark/config/diag"
)

// twoYears is a workbook with a sheet for each year, an empty one, one that is not shown, and a chart's title.
func twoYears(t testing.TB) []byte {
	return workbook(t, func(f *excelize.File) {
		f.SetSheetName("Sheet1", "Vår")
		put(t, f, "Vår", 1, "Lag|Humør", "1|Bra", "2|Bra")
		for _, name := range []string{"Høst", "Tom", "Gjemt", "Om"} {
			f.NewSheet(name)
		}
		put(t, f, "Høst", 1, "Lag|Humør", "1|Dårlig", "2|Bra")
		put(t, f, "Gjemt", 1, "Lag|Humør", "1|Dårlig", "2|Bra")
		put(t, f, "Om", 3, "Svar fra lagene")
		f.SetSheetVisible("Gjemt", false)
	})
}

func TestAnotherSheetWithRowsIsTold(t *testing.T) {
	at := diag.Pos{File: "deck.toml", Line: 7, Col: 8}
	for _, tt := range []struct {
		name string
		opts Options
		want string
	}{
		{"when none is named", Options{Pos: at}, `deck.toml:7:8 unread-sheet: the sheet "Vår" of the file lag.xlsx is read, the first with rows; "Høst" holds rows, too, and is not read`},
		{"not when one is", Options{Pos: at, Sheet: "Vår"}, ""},
		{"not when it is read for something else", Options{Pos: at, Beside: "Høst"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table, list := Read("lag.xlsx", twoYears(t), tt.opts)
			if inShort(list) != tt.want || list.HasErrors() || table.Len() != 2 {
				t.Errorf("got  %s\nwant %s", inShort(list), tt.want)
			}
			if len(list) > 0 && list[0].Hint != `name the one that is meant: sheet = "Vår", or sheet = "Høst"` {
				t.Errorf("the hint is %q", list[0].Hint)
			}
		})
	}
}

func TestManySheetsWithRowsAreNamedUpToFour(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		put(t, f, "Sheet1", 1, "a|b", "1|2")
		for _, name := range strings.Split("ABCDEF", "") {
			f.NewSheet(name)
			put(t, f, name, 1, "a|b", "1|2")
		}
	})
	_, list := Read("s.xlsx", data, Options{SheetKey: "codebook_sheet"})
	if len(list) != 1 || !strings.Contains(list[0].Message, `"A", "B", "C", "D" and 2 more hold rows, too, and are not read`) || !strings.Contains(list[0].Hint, `codebook_sheet = "Sheet1"`) {
		t.Errorf("%+v", list)
	}
}

func TestRowsThatAreNotShownCountAndAreTold(t *testing.T) {
	rows := []string{"Lag|Humør", "1|Bra", "2|Dårlig", "3|Bra", "", "5|Bra"}
	for _, tt := range []struct {
		name   string
		hidden []int
		want   string
	}{
		{"none", nil, ""},
		{"one", []int{3}, `lag.xlsx:3:1 hidden-row: 1 row of answers is not shown in the sheet "Sheet1" and counted all the same`},
		{"several", []int{3, 4, 6}, `lag.xlsx:3:1 hidden-row: 3 rows of answers, from this one on, are not shown in the sheet "Sheet1" and counted all the same`},
		{"one that holds nothing, and the headings", []int{1, 5}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table, list := Read("lag.xlsx", workbook(t, func(f *excelize.File) {
				put(t, f, "Sheet1", 1, rows...)
				for _, row := range tt.hidden {
					f.SetRowVisible("Sheet1", row, false)
				}
			}), Options{})
			if inShort(list) != tt.want || list.HasErrors() || table.Len() != 4 {
				t.Errorf("got  %s\nwant %s", inShort(list), tt.want)
			}
		})
	}
}

func TestAFormulasErrorThatSaysThereIsNoValueIsNoMistakeAmongAnswers(t *testing.T) {
	data := workbook(t, put1(t, 1, "Lag|Humør", "1|#N/A", "2|#NULL!", "3|Bra"))
	table, list := Read("lag.xlsx", data, Options{})
	if len(list) > 0 || table.text(1, 1) != "#N/A" || table.text(2, 1) != "#NULL!" {
		t.Errorf("answers: %s", inShort(list))
	}
	if _, list := ReadRaw("lag.xlsx", data, Options{}); len(list) != 2 {
		t.Errorf("a list of members: %s", inShort(list))
	}
}

func TestSettingsNameTheSheetThatWasRead(t *testing.T) {
	for _, tt := range []struct{ said, want string }{{"", `[{sheet "Vår"}]`}, {"Vår", "[]"}} {
		table, _ := Read("lag.xlsx", twoYears(t), Options{Sheet: tt.said})
		if got := fmt.Sprint(table.Settings()); got != tt.want {
			t.Errorf("%q: got %s", tt.said, got)
		}
	}
}
