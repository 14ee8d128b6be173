package survey

import (
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	tests := []struct {
		name    string
		data    string
		columns string // joined by |
		row     string // the first respondent, joined by |
	}{
		{"semicolons and a byte-order mark, as Norwegian Excel saves", "\ufeffID;Farge\r\n1;Rød\r\n", "ID|Farge", "1|Rød"},
		{"commas", "ID,Farge\n1,Rød\n", "ID|Farge", "1|Rød"},
		{"tabs", "ID\tFarge\n1\tRød\n", "ID|Farge", "1|Rød"},
		{"bars", "ID|Farge\n1|Rød\n", "ID|Farge", "1|Rød"},
		{"old Mac line ends", "ID;Farge\r1;Rød\r", "ID|Farge", "1|Rød"},
		{"no line end at the end", "ID;Farge\n1;Rød", "ID|Farge", "1|Rød"},
		{"Excel's own line that names the delimiter", "sep=,\r\nA;B,C\r\n1;2,3\r\n", "A;B|C", "1;2|3"},
		{"a quoted question that holds the delimiter", "\"Farge, helst\";\"Alder, ca\"\nRød;40\n", "Farge, helst|Alder, ca", "Rød|40"},
		{"a quoted line break", "ID;Farge\n1;\"Rød\r\neller gul\"\n", "ID|Farge", "1|Rød eller gul"},
		{"text after a quote", "ID;Farge\n1;\"Rød\" eller \"gul\"\n", "ID|Farge", `1|Rød eller "gul"`},
		{"a quoted line break, and a space after the quote", "ID;Farge\n1;\"Rød\neller\" \n", "ID|Farge", "1|Rød eller"},
		{"doubled quotes", "ID;Farge\n1;\"\"\"Rød\"\" sa han\"\n", "ID|Farge", `1|"Rød" sa han`},
		{"Windows-1252", "ID;Farge\n1;R\xf8d \x96 bl\xe5\n", "ID|Farge", "1|Rød – blå"},
		{"UTF-16 from Excel's Unicode text", utf16("ID\tFarge\r\n1\tRød\r\n"), "ID|Farge", "1|Rød"},
		{"letters in two parts", "ID;Fa\u030arge\n1;bla\u030a\n", "ID|Fårge", "1|blå"},
		{"empty rows and columns at the end", "ID;Farge;;\n1;Rød;;\n;;;\n;;;\n", "ID|Farge||", "1|Rød||"},
		{"blank lines in between", "ID;Farge\n\n1;Rød\n\n", "ID|Farge", "1|Rød"},
		{"a question that is one column", "Farge\nRød\n", "Farge", "Rød"},
		{"spaces around", " ID ;Farge \n 1;  Rød  eller\u00a0gul \n", "ID|Farge", "1|Rød eller gul"},
		{"a row that is cut short", "ID;Farge;Alder\n1;Rød\n", "ID|Farge|Alder", "1|Rød|"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table, list := Read("svar.csv", []byte(tt.data), Options{})
			if len(list) > 0 {
				t.Fatal(list)
			}
			if got := strings.Join(table.cells.Names(), "|"); got != tt.columns {
				t.Errorf("columns %q, want %q", got, tt.columns)
			}
			var row []string
			for col := range table.Columns {
				row = append(row, table.text(1, col))
			}
			if got := strings.Join(row, "|"); got != tt.row {
				t.Errorf("row %q, want %q", got, tt.row)
			}
			if table.Len() != 1 {
				t.Errorf("%d respondents, want 1", table.Len())
			}
		})
	}
}

func utf16(s string) string {
	out := "\xff\xfe"
	for _, r := range s {
		out += string([]byte{byte(r), byte(r >> 8)})
	}
	return out
}

func TestWhatCannotBeReadIsTold(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"an empty file", "", "svar.csv:1:1 empty-data: the file is empty"},
		{"a file of blank lines", "\r\n\r\n", "svar.csv:1:1 empty-data: the file is empty"},
		{"questions without answers", "ID;Farge\n", "svar.csv:1:1 empty-data: the file has no answers, only a first row"},
		{"a spreadsheet by another name", "PK\x03\x04 and so on", "svar.csv bad-file: the spreadsheet or zip file is damaged"},
		{"not text at all", "ID;\x00\x01", "svar.csv:1:1 bad-file: this is not a text file"},
		{"UTF-8 that is damaged", "\ufeffID;Farge\n1;R\xf8d\n", "svar.csv:2:4 bad-file: the file says it is UTF-8 but holds a byte that is not"},
		{"a quote that is never closed", "ID;Farge\n1;\"Rød\n2;Blå\n", "svar.csv:2:3 bad-data: a quote is opened here and never closed"},
		{"a quote that is closed by the next one, rows below", "ID;Farge\n1;\"Rød\n2;Blå\n3;\"Gul\"\n4;Hvit\n", "svar.csv:2:3 bad-data: a quote is opened here and closed in line 4, with text after it"},
		{"a field too many", "ID;Farge\nå;Rød;eller gul\n", "svar.csv:2:7 bad-data: the row has 3 fields, the first row has 2"},
		{"a field too many after a quoted line break", "ID;Farge\n1;\"Rød\neller\"\n2;Blå;x\n", "svar.csv:4:7 bad-data: the row has 3 fields, the first row has 2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := Read("svar.csv", []byte(tt.data), Options{})
			if len(list) != 1 {
				t.Fatalf("got %v", list)
			}
			d := list[0]
			if got := d.Pos.String() + " " + d.Rule.String() + ": " + d.Message; got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if d.Hint == "" {
				t.Error("there is no hint")
			}
		})
	}
}

func TestTheLayoutMayNameDelimiterAndEncoding(t *testing.T) {
	table, list := Read("svar.csv", []byte("a;b,c\nr\xf8d;1,2\n"), Options{Delimiter: ",", Encoding: "windows-1252"})
	if len(list) > 0 || table.Columns[0].Name != "a;b" || table.text(1, 0) != "rød;1" {
		t.Errorf("got %v, %v", table, list)
	}
	if _, list := Read("svar.csv", []byte("a\nr\xf8d\n"), Options{Encoding: "utf-8"}); !list.HasErrors() {
		t.Error("a file that is not UTF-8 passes as UTF-8")
	}
}

func TestDamagedUTF8IsNotReadAsWindows1252(t *testing.T) {
	tests := []struct {
		name, data, encoding string
		want                 string // the first answer, or the problem
	}{
		{"one damaged byte among letters", "Blåbær\nR\xf8d og blå\n", "", "svar.csv:2:2 bad-file: the file is UTF-8 elsewhere, but this byte is not"},
		{"as many damaged bytes as letters", "F\nRød\n\xe5\n", "", "svar.csv:3:1 bad-file: the file is UTF-8 elsewhere, but this byte is not"},
		{"a letter that is cut off", "F\nRød\nbl\xc3\n", "", "svar.csv:3:3 bad-file: the file is UTF-8 elsewhere, but this byte is not"},
		{"two files in one, most of it Windows-1252", "F\nbl\xe5\nr\xf8d\nblå\n", "", "svar.csv:2:3 bad-file: the file is UTF-8 elsewhere, but this byte is not"},
		{"a letter that is not Norwegian", "F\ncaf\u00e9 \u2013 R\xf8d\n", "", "svar.csv:2:9 bad-file: the file is UTF-8 elsewhere, but this byte is not"},
		{"no letters of UTF-8", "F\nR\xf8d \x96 \xabbl\xe5\xbb\n", "", "Rød – «blå»"},
		{"all letters of Norwegian, next to each other", "F\n\xe6\xf8\xe5\xc6\xd8\xc5\n", "", "æøåÆØÅ"},
		{"words in Windows-1252, and two signs that look like UTF-8", "F\nv\xe6r s\xe5 god, s\xf8r p\xe5 \xabP\xc5\xbb\n", "", "vær så god, sør på «PÅ»"},
		{"damaged, but the layout says Windows-1252", "F\nBl\xc3\xa5 \xe5\n", "windows-1252", "BlÃ¥ å"},
		{"UTF-8, but the layout says Windows-1252", "F\nBlå\n", "windows-1252", "deck.toml:5:3 bad-value: the file svar.csv is UTF-8, not Windows-1252 as the layout says"},
		{"the mark of UTF-8, but the layout says Windows-1252", "\ufeffF\nBla\n", "windows-1252", "deck.toml:5:3 bad-value: the file svar.csv is UTF-8, not Windows-1252 as the layout says"},
		{"nothing but ASCII, where the layout says Windows-1252", "F\nBla\n", "windows-1252", "Bla"},
		{"UTF-16 that is cut off", utf16("F\nBlå\n") + "a", "", "svar.csv:1:1 bad-file: the file is not valid UTF-16"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table, list := Read("svar.csv", []byte(tt.data), Options{Encoding: tt.encoding, Pos: diagPos()})
			got := inShort(list)
			if table != nil {
				got += table.text(1, 0)
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if len(list) > 0 && list[0].Hint == "" {
				t.Error("there is no hint")
			}
		})
	}
}

// FuzzRead: any bytes are read or refused, and never make a panic; what is read can be counted.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"ID;Farge\n1;\"Rød\nblå\"\n", "sep=,\na,b\n", "\ufeffa\tb\r1\t2", "\xff\xfea\x00", "\"\"\"", "a;a\n\"", "PK\x03\x04"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { readAny(t, "svar.csv", data) })
}

// readAny reads and counts whatever the bytes are, and holds that what is not read is told.
func readAny(t *testing.T, name string, data []byte) {
	table, list := Read(name, data, Options{})
	if table == nil {
		if !list.HasErrors() {
			t.Fatal("nothing is read and nothing said")
		}
		return
	}
	for _, c := range table.cells.Names() {
		if c != "" {
			q := Question{Column: c, Multiple: ";"}
			tally, _ := table.Tally(q)
			if some, _ := table.AnyOf(q, tally.Labels()); some.Count != tally.Base {
				t.Fatalf("%d of %d gave any answer", some.Count, tally.Base)
			}
			table.Mean(q, nil)
		}
	}
	for row := range min(table.height(), 100) {
		for col := range table.Columns[:min(len(table.Columns), 100)] {
			if at := table.cells.Places.At(row, col); at.Line < 1 || at.Col < 1 {
				t.Fatalf("a cell at %s", at)
			}
		}
	}
}
