package survey

import (
	"fmt"
	"testing"
)

func TestRowsAndCellsThatAreNotInTheirOrderAreTold(t *testing.T) {
	const told = "svar.xlsx bad-file: the rows or cells of the sheet are not in their order"
	tests := []struct{ name, rows, want string }{
		{"cells from right to left", `<row r="2"><c r="B2"><v>2</v></c><c r="A2"><v>1</v></c></row>`, told},
		{"a cell twice", `<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>`, told},
		{"a cell of another row", `<row r="2"><c r="A3"><v>1</v></c></row>`, told},
		{"rows from below", `<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>`, told},
		{"a row twice", `<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>`, told},
		{"a row without a number before one that has its number", `<row><c><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>`, told},
		{"neither rows nor cells have numbers", `<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`, ""},
		{"rows and cells are left out", `<row r="2"/><row r="4"><c r="B4"><v>1</v></c></row>`, ""},
	}
	data := workbook(t, put1(t, 1, "ID|Farge", "1|Rød"))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sheet := fmt.Sprintf(`<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>ID</v></c><c r="B1" t="str"><v>Farge</v></c></row>%s</sheetData></worksheet>`, tt.rows)
			_, list := Read("svar.xlsx", edited(t, data, "sheet1.xml", func([]byte) []byte { return []byte(sheet) }), Options{})
			if got := inShort(list); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
