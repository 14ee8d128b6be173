package xlsx

import (
	"slices"
	"strings"
	"testing"
)

// TestStrangeSheetsAreReadOrTold: what only a damaged or made-up file holds never counts as something else.
func TestStrangeSheetsAreReadOrTold(t *testing.T) {
	const broken, mixed, damaged = "broken", "mixed", "damaged"
	for _, tt := range []struct{ name, sheet, want string }{
		{"it ends in a row", `<worksheet><sheetData><row><c><v>1</v></c>`, broken},
		{"it ends in a tag", `<worksheet><sheetData><row><c><v>1</v></c></row></shee`, broken},
		{"a control character", "<worksheet><sheetData><row><c><v>1\x01</v></c></row></sheetData></worksheet>", broken},
		{"bytes that are no letters", "<worksheet><sheetData><row><c t=\"str\"><v>\xe6</v></c></row></sheetData></worksheet>", broken},
		{"a name of its own for other text", `<!DOCTYPE x [<!ENTITY e "1">]><worksheet><sheetData><row><c><v>&e;</v></c></row></sheetData></worksheet>`, broken},
		{"one end too many", `<worksheet><sheetData/></worksheet></worksheet>`, broken},
		{"nothing at all", ``, ""},
		{"no rows", `<worksheet><sheetData/></worksheet>`, ""},
		{"rows that come twice", `<worksheet><row r="2"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row></worksheet>`, mixed},
		{"rows from the last to the first", `<worksheet><row r="2"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row></worksheet>`, mixed},
		{"cells from the last to the first", `<worksheet><row><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row></worksheet>`, mixed},
		{"a cell of another row", `<worksheet><row r="1"><c r="A2"><v>1</v></c></row></worksheet>`, mixed},
		{"a cell of no row", `<worksheet><c r="A1"><v>1</v></c></worksheet>`, mixed},
		{"a row beyond the last", `<worksheet><row r="1048577"><c><v>1</v></c></row></worksheet>`, mixed},
		{"a row that no number counts", `<worksheet><row r="99999999999999999999"><c><v>1</v></c></row></worksheet>`, "1: 1"},
		{"a row after the last", `<worksheet><row r="1048576"><c><v>1</v></c></row><row><c><v>1</v></c></row></worksheet>`, mixed},
		{"a cell after the last", `<worksheet><row><c r="XFD1"><v>1</v></c><c><v>1</v></c></row></worksheet>`, mixed},
		{"rows and cells with and without numbers", `<worksheet><row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></worksheet>`, "3: |1|2, 4: 3"},
		{"prefixes", `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row x:r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>Ja</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`, "2: |Ja"},
		{"another encoding", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet><row><c t=\"str\"><v>\xe6</v></c></row></worksheet>", "1: æ"},
		{"an encoding that nobody knows", `<?xml version="1.0" encoding="x-own"?><worksheet><row><c><v>1</v></c></row></worksheet>`, damaged},
		{"a text by a number that is none", `<worksheet><row><c t="s"><v>x</v></c></row></worksheet>`, damaged},
		{"a text before the first", `<worksheet><row><c t="s"><v>-1</v></c></row></worksheet>`, damaged},
		{"a cell in a cell", `<worksheet><row><c r="A1"><c r="B1"><v>1</v></c></c></row></worksheet>`, mixed},
		{"a row in a row", `<worksheet><row><c><v>1</v></c><row><c><v>2</v></c></row></row></worksheet>`, mixed},
		{"a row that another element ends", `<worksheet><row><c><v>1</v></c></rox></worksheet>`, broken},
		{"a cell that another element ends", `<worksheet><row><c><v>1</v></b></row></worksheet>`, broken},
		{"a formula of an extension", `<worksheet><row><c><v>1</v></c></row><extLst><ext><xm:f>A1</xm:f></ext></extLst></worksheet>`, "1: 1"},
		{"lines and space", `<worksheet><row><c t="inlineStr"><is><t xml:space="preserve">  a &#10;b </t></is></c><c><v> 1 </v></c></row></worksheet>`, "1:   a \nb | 1 "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rows, found := rowsOf(t, bookOf(t, map[string]string{"xl/worksheets/sheet1.xml": tt.sheet}))
			got := rows
			switch {
			case found.Broken:
				got = broken
			case found.Mixed:
				got = mixed
			case strings.HasSuffix(rows, damaged):
				got = damaged
			}
			if got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// FuzzSheet reads any sheet, styles and texts. Rows come in their order, and no row is wider than a sheet.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><f>1</f><v>0.5</v></c></row>`, `<numFmt numFmtId="170" formatCode="0.0%"/>`, `<si><t>Ja</t></si>`)
	f.Add(`<row hidden="1"><c t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c></row><mergeCell ref="A1:A2"/>`, `<numFmt numFmtId="170" formatCode="[$-nb-NO]d. mmm;@"/>`, `<si/>`)
	f.Add(`<x:row><x:c t="d" s="1"><x:v>2025-11-03</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row>`, `<numFmt numFmtId="170" formatCode="# ?/?;[Red]-0"/>`, `<si><t>_x000D_</t></si>`)
	f.Fuzz(func(t *testing.T, rows, formats, texts string) {
		w, refusal := Open(zipped(partsOf(map[string]string{
			"xl/worksheets/sheet1.xml": "<worksheet>" + rows + "</worksheet>",
			"xl/sharedStrings.xml":     "<sst>" + texts + "</sst>",
			"xl/styles.xml":            `<styleSheet><numFmts>` + formats + `</numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>`,
		}, nil)), "")
		if refusal != nil {
			return
		}
		s, _ := w.Sheet("Svar")
		last := 0
		for n, cells, ok := s.Next(); ok; n, cells, ok = s.Next() {
			if n <= last || n > lastRow || len(cells) > lastColumn || len(cells) == 0 {
				t.Fatalf("row %d after %d holds %d cells", n, last, len(cells))
			}
			last = n
		}
		s.Close()
		if found := s.Findings(); !slices.IsSorted(found.Hidden) {
			t.Error("hidden rows are not in their order")
		}
	})
}
