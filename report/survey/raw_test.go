package survey

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestRawCellsAreAsWritten(t *testing.T) {
	raw, list := ReadRaw("liste.csv", []byte("epost;navn\n\n a@b.example ;\"Ola\n Nordmann\"\n;\nc@d.example;A\u030ase  B\n \t;\n"), Options{})
	if len(list) > 0 {
		t.Fatal(inShort(list))
	}
	var got []string
	for row := range raw.Len() {
		got = append(got, raw.Text(row, 0)+"|"+raw.Text(row, 1))
	}
	if want := "a@b.example|Ola\n Nordmann,|,c@d.example|Åse  B,|"; strings.Join(got, ",") != want {
		t.Errorf("got %q, want %q", strings.Join(got, ","), want)
	}
	if raw.Line(0) != 3 || raw.Line(2) != 6 || raw.At(2, 1).String() != "liste.csv:6:13" || raw.NameAt(1).String() != "liste.csv:1:7" {
		t.Errorf("rows in lines %d and %d, cells at %s and %s", raw.Line(0), raw.Line(2), raw.At(2, 1), raw.NameAt(1))
	}
	if raw.IsBlank(0) || !raw.IsBlank(1) || raw.IsBlank(2) || !raw.IsBlank(3) {
		t.Error("rows of space and delimiters alone are blank, the others are not")
	}
}

func TestRawCellsOfASheetKeepTheirRows(t *testing.T) {
	raw, list := ReadRaw("liste.xlsx", workbook(t, func(f *excelize.File) {
		put(t, f, "Sheet1", 2, "Medlemmer", "", "epost|nummer", "a@b.example", "", "c@d.example")
		f.SetCellValue("Sheet1", "B5", 12345678)
	}), Options{})
	if len(list) > 0 {
		t.Fatal(inShort(list))
	}
	if raw.Len() != 3 || raw.Line(0) != 5 || raw.Text(0, 1) != "12345678" || !raw.IsBlank(1) || raw.Text(2, 0) != "c@d.example" || raw.At(2, 1).String() != "liste.xlsx:7:2" {
		t.Errorf("%d rows from line %d on: %q, %q, at %s", raw.Len(), raw.Line(0), raw.Text(0, 1), raw.Text(2, 0), raw.At(2, 1))
	}
}

func TestQuotesInRawCellsAreTakenStrictly(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"as RFC 4180 has them", "a;b\n\"x\"\"y\";\"\"\n", ""},
		{"text after the closing quote", "a;b\n1;\"x\" y\n", "l.csv:2:3 bad-data: a quote is opened here and closed in line 2, with text after it"},
		{"a quote in the middle", "a;b\n1;x \"y\" z\n", "l.csv:2:3 bad-data: a quote stands in a cell that does not begin with one"},
		{"a quote that is never closed", "a;b\n1;\"x\n2;y\n", "l.csv:2:3 bad-data: a quote is opened here and never closed"},
		{"a name that two columns have is not told: without a row of names it is a member's", "Ola;Ola\nx;y\n", "l.csv:1:5 duplicate: the columns A and B have the same name"},
		{"JSON is no list", `[{"epost": "a@b.example"}]`, "l.csv bad-file: this is JSON, not a table"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, list := ReadRaw("l.csv", []byte(tt.text), Options{}); inShort(list) != tt.want {
				t.Errorf("got  %s\nwant %s", inShort(list), tt.want)
			}
		})
	}
}
