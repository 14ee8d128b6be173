package survey

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"lysark/config/diag"
	"lysark/report/survey/cells"
)

// workbook is an XLSX file made by fill.
func workbook(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// put writes rows, cells separated by |, from a row of the sheet on; an empty cell is not written.
func put(t testing.TB, f *excelize.File, sheet string, from int, rows ...string) {
	t.Helper()
	for i, row := range rows {
		for j, c := range strings.Split(row, "|") {
			if c == "" {
				continue
			}
			if err := f.SetCellValue(sheet, fmt.Sprintf("%s%d", cells.ColumnName(j), from+i), c); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// put1 fills the first sheet.
func put1(t testing.TB, from int, rows ...string) func(f *excelize.File) {
	return func(f *excelize.File) { put(t, f, "Sheet1", from, rows...) }
}

// inShort is a list in short.
func inShort(list diag.List) string {
	var out []string
	for _, d := range list {
		out = append(out, d.Pos.String()+" "+d.Rule.String()+": "+d.Message)
	}
	return strings.Join(out, "\n")
}

func TestTheNamesAreFoundBelowTitles(t *testing.T) {
	tests := []struct {
		name    string
		fill    func(f *excelize.File)
		columns string
		len     int
		first   string // the first row below the names
	}{
		{"a plain sheet", put1(t, 1, "ID|Farge", "1|Rød", "2|Blå"), "ID|Farge", 2, "1|Rød"},
		{"a title and a date above", put1(t, 2, "Undersøkelse|||3.11.2025", "", "ID|Farge|Alder|Kjønn|By", "1|Rød|40|K|Oslo", "2|Blå||M"), "ID|Farge|Alder|Kjønn|By", 2, "1|Rød|40|K|Oslo"},
		{"a table that does not begin in column A", put1(t, 3, "|ID|Farge", "|1|Rød"), "|ID|Farge", 1, "|1|Rød"},
		{"a table of one column", put1(t, 1, "Farge", "Rød"), "Farge", 1, "Rød"},
		{"a corner without a name", put1(t, 1, "Tittel", "|Kvinner|Menn", "2024|1|2", "2025|3|4"), "|Kvinner|Menn", 2, "2024|1|2"},
		{"a note beside the table", put1(t, 1, "ID|Farge", "1|Rød||NB", "2|Blå"), "ID|Farge||", 2, "1|Rød||NB"},
		{"questions that few answer", put1(t, 1, "ID|A|B|C|D", "1||x", "2|y", "3", "4||||z"), "ID|A|B|C|D", 4, "1||x||"},
		{"empty rows in between and at the end", put1(t, 1, "ID|Farge", "", "1|Rød", "", " | "), "ID|Farge", 1, "|"},
		{"names over two rows, where one is merged over both", func(f *excelize.File) {
			put(t, f, "Sheet1", 1, "ID|Tilfredshet", "|Lønn|Miljø|Leder", "1|5|4|3", "2|5|4|3")
			f.MergeCell("Sheet1", "A1", "A2")
			f.MergeCell("Sheet1", "B1", "D1")
		}, "ID|Tilfredshet [Lønn]|Tilfredshet [Miljø]|Tilfredshet [Leder]", 2, "1|5|4|3"},
		{"letters in parts, in a rich text", func(f *excelize.File) {
			put(t, f, "Sheet1", 1, "ID|Fa\u030arge", "1")
			f.SetCellRichText("Sheet1", "B2", []excelize.RichTextRun{{Text: "mørke", Font: &excelize.Font{Bold: true}}, {Text: "blå "}})
		}, "ID|Fårge", 1, "1|mørkeblå"},
		{"the first sheet that is not empty and not hidden", func(f *excelize.File) {
			f.NewSheet("Skjult")
			put(t, f, "Skjult", 1, "X|Y", "1|2")
			f.SetSheetVisible("Skjult", false)
			f.NewSheet("Svar")
			put(t, f, "Svar", 1, "ID|Farge", "1|Rød")
		}, "ID|Farge", 1, "1|Rød"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table, list := Read("svar.csv", workbook(t, tt.fill), Options{}) // told by content, not by ending
			if len(list) > 0 {
				t.Fatal(list)
			}
			if got := strings.Join(table.cells.Names(), "|"); got != tt.columns || table.Len() != tt.len {
				t.Errorf("%d rows of %q, want %d of %q", table.Len(), got, tt.len, tt.columns)
			}
			var row []string
			for col := range table.Columns {
				row = append(row, table.text(len(table.cells.Above), col))
			}
			if got := strings.Join(row, "|"); got != tt.first {
				t.Errorf("row %q, want %q", got, tt.first)
			}
		})
	}
}

// TestCellsComeAsTheyAreShown holds the formats of Norwegian spreadsheets, which excelize does not all get right.
func TestCellsComeAsTheyAreShown(t *testing.T) {
	at := time.Date(2025, 11, 3, 14, 5, 0, 0, time.UTC)
	tests := []struct {
		value  any
		format string
		want   string
	}{
		{at, "dd.mm.yyyy", "03.11.2025"},
		{at, "[$-414]d. mmmm yyyy;@", "3. november 2025"},
		{at, "d.m.yy", "3.11.25"},
		{at, "dd mm yyyy", "03 11 2025"},
		{at, "hh:mm", "14:05"},
		{0.656, "0%", "66%"},
		{0.656, "0 %", "66 %"},
		{0.656, `0.0\ %`, "65.6 %"},
		{12.34, "#,##0.0 %", "1234.0 %"},
		{1234567, "# ##0", "1234567"},
		{1234567.5, `#\ ##0`, "1234568"},
		{12, `#\ ##0`, "12"},
		{1234, "#,##0", "1234"},
		{1234567.891, `#\ ##0.00`, "1234567.89"},
		{-1234.5, `#\ ##0.0;[Red]\-#\ ##0.0`, "-1234.5"},
		{1234567, `#,##0\ "kr"`, "1 234 567 kr"},
		{4, "00000", "00004"},
		{5, `0" dager"`, "5 dager"},
		{true, "", "TRUE"},
		{"1,234", "", "1,234"},
		{"1 234,5", "@", "1 234,5"},
		{65.6, "", "65.6"},
		{1.0 / 3, "", "0.333333333333333"},
		{100000.1, "", "100000.1"},
	}
	data := workbook(t, func(f *excelize.File) {
		put(t, f, "Sheet1", 1, "ID|Verdi")
		for i, tt := range tests {
			cell := fmt.Sprintf("B%d", i+2)
			f.SetCellValue("Sheet1", fmt.Sprintf("A%d", i+2), "x")
			f.SetCellValue("Sheet1", cell, tt.value)
			if tt.format != "" {
				style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &tt.format})
				if err != nil {
					t.Fatal(err)
				}
				f.SetCellStyle("Sheet1", cell, cell, style)
			}
		}
	})
	table, list := Read("svar.xlsx", rewritten(t, data, "sheet1.xml", "<v>65.6</v>", "<v>65.599999999999994</v>"), Options{})
	if len(list) > 0 {
		t.Fatal(list)
	}
	for i, tt := range tests {
		if got := table.text(i+1, 1); got != tt.want {
			t.Errorf("%v as %q is %q, want %q", tt.value, tt.format, got, tt.want)
		}
	}
}

func TestADateInTheMachinesOwnFormatIsShownAsInNorway(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		put(t, f, "Sheet1", 1, "ID|Dato", "1")
		f.SetCellValue("Sheet1", "B2", time.Date(2025, 11, 3, 0, 0, 0, 0, time.UTC))
		style, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
		f.SetCellStyle("Sheet1", "B2", "B2", style)
	})
	if table, list := Read("svar.xlsx", data, Options{}); len(list) > 0 || table.text(1, 1) != "03.11.2025" {
		t.Errorf("%v %v", table, list)
	}
}

func TestAFormulaIsReadAsItWasLastWorkedOut(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		put(t, f, "Sheet1", 1, "ID|Sum", "1|to be a formula")
	})
	data = rewritten(t, data, "sheet1.xml", `<c r="B2" t="s"><v>3</v></c>`, `<c r="B2"><f>1+2</f><v>3</v></c>`)
	if table, list := Read("svar.xlsx", data, Options{}); len(list) > 0 || table.text(1, 1) != "3" {
		t.Errorf("%v, %v", table, list)
	}
}

// rewritten is the zip file with a text replaced in the entry whose name ends so.
func rewritten(t testing.TB, data []byte, entry, from, to string) []byte {
	t.Helper()
	return edited(t, data, entry, func(body []byte) []byte {
		if !bytes.Contains(body, []byte(from)) {
			t.Fatalf("%s does not hold %q", entry, from)
		}
		return bytes.ReplaceAll(body, []byte(from), []byte(to))
	})
}

// edited is the zip file with the entry changed whose name ends so.
func edited(t testing.TB, data []byte, entry string, change func(body []byte) []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f.Name, entry) {
			body = change(body)
		}
		w, err := z.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(body)
	}
	z.Close()
	return out.Bytes()
}

// packed is a zip file with these entries.
func packed(entries map[string]string, order ...string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range order {
		w, _ := z.Create(name)
		io.WriteString(w, entries[name])
	}
	z.Close()
	return out.Bytes()
}

func TestWhatExcelizePassesOverIsTold(t *testing.T) {
	data := workbook(t, put1(t, 1, "ID|Sum", "1|a", "2|b", "3|c"))
	tests := []struct{ name, from, to, want string }{
		{"a formula without a value", `<c r="B3" t="s"><v>5</v></c>`, `<c r="B3"><f>1+2</f></c>`, "svar.xlsx:3:2 bad-data: the cell B3 holds a formula whose result was not saved"},
		{"a control character", `<c r="B3" t="s"><v>5</v></c>`, "<c r=\"B3\" t=\"str\"><v>x\x0b</v></c>", "svar.xlsx bad-file: the spreadsheet breaks off in the middle of the sheet"},
		{"an end that is missing", `</sheetData>`, ``, "svar.xlsx bad-file: the spreadsheet breaks off in the middle of the sheet"},
		{"a formula whose value is no text", `<c r="B3" t="s"><v>5</v></c>`, `<c r="B3" t="str"><f>""</f><v></v></c>`, ""},
		{"an encoding of its own", `encoding="UTF-8"`, `encoding="ISO-8859-1"`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := Read("svar.xlsx", rewritten(t, data, "sheet1.xml", tt.from, tt.to), Options{})
			if got := inShort(list); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestASheetMayBeNamed(t *testing.T) {
	data := workbook(t, func(f *excelize.File) {
		put(t, f, "Sheet1", 1, "ID|Farge", "1|Rød")
		f.NewSheet("Svar 2025")
		put(t, f, "Svar 2025", 1, "ID|Alder", "1|40")
		f.SetSheetVisible("Svar 2025", false)
	})
	table, list := Read("svar.xlsx", data, Options{Sheet: "Svar 2025"})
	if len(list) > 0 || table.Columns[1].Name != "Alder" {
		t.Errorf("%v, %v", table, list)
	}
	_, list = Read("svar.xlsx", data, Options{Sheet: "Svar 2026", SheetPos: diagPos()})
	if want := `deck.toml:5:3 bad-value: the file svar.xlsx has no sheet "Svar 2026"`; inShort(list) != want || list[0].Hint != `did you mean "Svar 2025"?` {
		t.Errorf("%+v", list)
	}
	_, list = Read("svar.csv", []byte("ID;Farge\n1;Rød\n"), Options{Sheet: "Svar", SheetPos: diagPos()})
	if want := `deck.toml:5:3 bad-value: the file svar.csv is no spreadsheet, so it has no sheets`; inShort(list) != want {
		t.Errorf("%+v", list)
	}
}

func TestASpreadsheetThatCannotBeReadIsTold(t *testing.T) {
	whole := workbook(t, put1(t, 1, "ID|Farge", "1|Rød"))
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"cut off", whole[:len(whole)/2], "svar.xlsx bad-file: the spreadsheet or zip file is damaged"},
		{"a byte wrong in the middle", flipped(whole), "svar.xlsx bad-file: the spreadsheet is damaged"},
		{"nothing in it", workbook(t, func(*excelize.File) {}), "svar.xlsx empty-data: the spreadsheet holds nothing that can be read"},
		{"names without answers", workbook(t, put1(t, 1, "ID|Farge")), "svar.xlsx:1:1 empty-data: the file has no answers, only a first row"},
		{"a password", locked(t), "svar.xlsx bad-file: the spreadsheet is protected with a password"},
		{"the old kind", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), wide("Workbook")...), "svar.xlsx bad-file: this is a spreadsheet of the old kind, .xls"},
		{"an old letter", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "svar.xlsx bad-file: this is an old Office file or one with a password, and no spreadsheet that can be read"},
		{"OpenDocument", packed(map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "mimetype", "content.xml"), "svar.xlsx bad-file: this is an OpenDocument spreadsheet, .ods"},
		{"Numbers", packed(nil, "Index/Document.iwa"), "svar.xlsx bad-file: this is a spreadsheet of Apple Numbers"},
		{"binary", packed(nil, "[Content_Types].xml", "xl/workbook.bin"), "svar.xlsx bad-file: this is a binary spreadsheet, .xlsb"},
		{"a zip of something else", packed(nil, "svar.csv"), "svar.xlsx bad-file: this is a zip file, not a spreadsheet"},
		{"a letter", packed(map[string]string{"[Content_Types].xml": "<Types/>"}, "[Content_Types].xml", "word/document.xml"), "svar.xlsx bad-file: this is a Word or PowerPoint file, not a spreadsheet"},
		{"a formula's error", workbook(t, put1(t, 2, "ID|Farge", "1|#REF!")), "svar.xlsx:3:2 bad-data: the cell B3 holds a formula's error, #REF!"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := Read("svar.xlsx", tt.data, Options{})
			if got := inShort(list); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if len(list) == 1 && list[0].Hint == "" {
				t.Error("there is no hint")
			}
		})
	}
}

// locked is a spreadsheet with a password.
func locked(t *testing.T) []byte {
	f := excelize.NewFile()
	defer f.Close()
	var out bytes.Buffer
	if err := f.Write(&out, excelize.Options{Password: "hemmelig"}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// flipped has one byte of the first entry's content changed, which its checksum shows.
func flipped(data []byte) []byte {
	out := bytes.Clone(data)
	out[80] ^= 0xff
	return out
}

func TestASpreadsheetThatUnpacksToTooMuchIsRefusedUnread(t *testing.T) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range []string{"[Content_Types].xml", "xl/worksheets/sheet1.xml"} {
		z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, UncompressedSize64: 600 << 20})
	}
	z.Close()
	_, list := Read("svar.xlsx", out.Bytes(), Options{})
	if want := "svar.xlsx bad-file: the spreadsheet is larger than 1 GB when unpacked"; inShort(list) != want {
		t.Errorf("%v", list)
	}
}

func TestCellsOfASheetAreFoundByTheirReference(t *testing.T) {
	data := workbook(t, put1(t, 1, "Tabell 1", "", "År|Kvinner|Menn", "2024|65.6|mange", "2025||1"))
	table, list := Read("svar.xlsx", data, Options{})
	if len(list) > 0 {
		t.Fatal(list)
	}
	for _, ref := range []string{"A3:C5", "A:C"} {
		g, list := table.Range(ref, diagPos())
		if got := fmt.Sprint(g.Corner, g.Categories, g.Series); got != "År[2024 2025] [{Kvinner [{65.6 false} {0 true}]} {Menn [{0 true} {1 false}]}]" {
			t.Errorf("%s: %s", ref, got)
		}
		if want := "svar.xlsx:4:3 bad-data: the cell C4 is not a number"; inShort(list) != want {
			t.Errorf("%s: %v", ref, list)
		}
	}
}

func TestRowsThatEachNameAFarColumnAreRefused(t *testing.T) {
	var rows strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&rows, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i+1, i+1)
	}
	data := workbook(t, put1(t, 1, "ID"))
	data = edited(t, data, "sheet1.xml", func([]byte) []byte {
		return []byte("<worksheet><sheetData>" + rows.String() + "</sheetData></worksheet>")
	})
	_, list := Read("svar.xlsx", data, Options{})
	if want := "svar.xlsx too-many: the file has more than 50 million cells"; inShort(list) != want {
		t.Errorf("%.500v", list)
	}
}

// FuzzSheet: any bytes in place of a sheet, and any bytes in place of a spreadsheet, are read or refused.
func FuzzSheet(f *testing.F) {
	whole := workbook(f, put1(f, 1, "Tittel", "ID|Farge", "1|Rød", "2|Blå"))
	f.Add(whole, "")
	f.Add(whole, `<worksheet><sheetData><row r="3"><c r="XFD3" t="s"><v>99</v></c></row></sheetData></worksheet>`)
	f.Add(whole, `<worksheet><sheetData><row><c t="inlineStr"><is><t>a</t></is></c><c><v>1e99</v></c></row><row r="1"/></sheetData></worksheet>`)
	f.Fuzz(func(t *testing.T, data []byte, sheet string) {
		if sheet != "" {
			data = edited(t, whole, "sheet1.xml", func([]byte) []byte { return []byte(sheet) })
		}
		readAny(t, "svar.xlsx", data)
	})
}

// wide is the text as containers of old Office programs write their names: UTF-16.
func wide(s string) []byte { return []byte(strings.Join(strings.Split(s, ""), "\x00") + "\x00") }
