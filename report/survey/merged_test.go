package survey

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"lysark/config/diag"
	"lysark/report/golden"
)

// merging fills the first sheet from its first row and merges blocks such as A2:A4 in it.
func merging(t testing.TB, rows []string, blocks ...string) []byte {
	return workbook(t, func(f *excelize.File) {
		put(t, f, "Sheet1", 1, rows...)
		for _, b := range blocks {
			first, last, _ := strings.Cut(b, ":")
			if err := f.MergeCell("Sheet1", first, last); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestMergedCellsAmongTheAnswersAreTold(t *testing.T) {
	answers := []string{"Farge|Alder|By", "Rød|40|Oslo", "|50|", "|60|"}
	tests := []struct {
		name   string
		rows   []string
		blocks []string
		want   string
	}{
		{"a block of three rows", answers, []string{"A2:A4"}, "svar.xlsx:2:1 bad-data: the cells A2:A4 are merged, so only the first row has their text"},
		{"each block, in the order of the rows", answers, []string{"C2:C3", "A2:A4"}, "svar.xlsx:2:1 bad-data: the cells A2:A4 are merged, so only the first row has their text\n" +
			"svar.xlsx:2:3 bad-data: the cells C2:C3 are merged, so only the first row has their text"},
		{"a block of several columns", []string{"A|B|C", "1|x", "2||z"}, []string{"B2:C3"}, "svar.xlsx:2:2 bad-data: the cells B2:C3 are merged, so only the first row has their text"},
		{"a table of one column", []string{"Farge", "Rød", "", "Blå"}, []string{"A2:A3"}, "svar.xlsx:2:1 bad-data: the cells A2:A3 are merged, so only the first row has their text"},
		{"at the end of the sheet", []string{"ID|Farge", "1|Rød", "2|Blå"}, []string{"B3:B9"}, "svar.xlsx:3:2 bad-data: the cells B3:B9 are merged, so only the first row has their text"},
		{"below titles", []string{"Undersøkelse", "", "ID|Farge", "1|Rød", "2"}, []string{"A1:B2", "B4:B5"}, "svar.xlsx:4:2 bad-data: the cells B4:B5 are merged, so only the first row has their text"},
		{"a column without a name in the table", []string{"|Kvinner|Menn", "2024|1|2", "|3|4"}, []string{"A2:A3"}, "svar.xlsx:2:1 bad-data: the cells A2:A3 are merged, so only the first row has their text"},
		{"a title of two rows", []string{"Undersøkelse", "", "ID|Farge", "1|Rød"}, []string{"A1:B2"}, ""},
		{"names over two rows", []string{"ID|Tilfredshet", "|Lønn|Miljø|Leder", "1|5|4|3", "2|5|4|3"}, []string{"A1:A2", "B1:D1"}, ""},
		{"a block that holds no text", answers, []string{"C3:C4"}, ""},
		{"a note beside the table", []string{"ID|Farge", "1|Rød||NB", "2|Blå", "3|Rød"}, []string{"D2:E4"}, ""},
		{"cells merged across", []string{"ID|Farge", "1|Rød", "NB"}, []string{"A3:B3"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := Read("svar.xlsx", merging(t, tt.rows, tt.blocks...), Options{})
			if got := inShort(list); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if len(list) > 0 && list[0].Hint != "unmerge them and fill in each row" {
				t.Errorf("the hint is %q", list[0].Hint)
			}
		})
	}
}

func TestMergedCellsWithAnAnswerInEachRowAreRead(t *testing.T) {
	data := workbook(t, put1(t, 1, "ID|Farge", "1|Rød", "2|Rød"))
	data = rewritten(t, data, "sheet1.xml", "</sheetData>", `</sheetData><mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="B"/><mergeCell/></mergeCells>`)
	table, list := Read("svar.xlsx", data, Options{})
	if len(list) > 0 || table.text(2, 1) != "Rød" {
		t.Errorf("%v, %v", table, list)
	}
}

func TestOfManyBlocksOfMergedCellsTwentyAreTold(t *testing.T) {
	rows, blocks := []string{"ID|Farge"}, []string{}
	for i := range 25 {
		rows = append(rows, fmt.Sprintf("%d|Rød", i), "x")
		blocks = append(blocks, fmt.Sprintf("B%d:B%d", 2*i+2, 2*i+3))
	}
	_, list := Read("svar.xlsx", merging(t, rows, blocks...), Options{})
	if len(list) != 21 || inShort(list[20:]) != "svar.xlsx bad-data: 5 more blocks of merged cells" {
		t.Errorf("%d: %v", len(list), list[len(list)-1])
	}
}

func TestAMillionBlocksOfMergedCellsAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes long")
	}
	data := workbook(t, put1(t, 1, "ID|Farge", "1|Rød", "2|"))
	data = rewritten(t, data, "sheet1.xml", "</sheetData>", "</sheetData><mergeCells>"+strings.Repeat(`<mergeCell ref="B2:B9"/>`, 1_000_001)+"</mergeCells>")
	var list diag.List
	golden.Within(t, time.Minute, func() {
		golden.Allocating(t, 600<<20, func() { _, list = Read("svar.xlsx", data, Options{}) })
	})
	if want := "svar.xlsx too-many: the sheet has more than a million blocks of merged cells"; inShort(list) != want {
		t.Errorf("%.300v", list)
	}
}
