package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"strings"
	"testing"

	"lysark/report/golden"
)

// book is a workbook of one sheet: what is inside its sheetData, and the number formats of its styles from 1 on.
func book(t testing.TB, rows string, formats ...string) *Workbook {
	t.Helper()
	return bookOf(t, map[string]string{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}, formats...)
}

// bookOf is a workbook with these parts in place of those that it would have.
func bookOf(t testing.TB, own map[string]string, formats ...string) *Workbook {
	t.Helper()
	w, refusal := Open(zipped(partsOf(own, formats)), "")
	if refusal != nil {
		t.Fatal(refusal.Why)
	}
	return w
}

func partsOf(own map[string]string, formats []string) map[string]string {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	var numFmts, xfs strings.Builder
	for i, f := range formats {
		id := i + 164
		if _, err := fmt.Sscanf(f, "#%d", &id); err != nil {
			fmt.Fprintf(&numFmts, `<numFmt numFmtId="%d" formatCode="%s"/>`, id, strings.ReplaceAll(f, `"`, "&quot;"))
		}
		fmt.Fprintf(&xfs, `<xf numFmtId="%d"/>`, id)
	}
	parts := map[string]string{
		"[Content_Types].xml": "<Types/>",
		"_rels/.rels":         `<Relationships><Relationship Id="a" Type="` + office + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":     `<workbook><sheets><sheet name="Svar" sheetId="1" r:id="s"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="s" Type="` + office + `worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="t" Type="` + office + `sharedStrings" Target="sharedStrings.xml"/>` +
			`<Relationship Id="y" Type="` + office + `styles" Target="/xl/styles.xml"/></Relationships>`,
		"xl/styles.xml": `<styleSheet><numFmts>` + numFmts.String() + `</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>` +
			`<cellXfs><xf numFmtId="0"/>` + xfs.String() + `</cellXfs></styleSheet>`,
	}
	maps.Copy(parts, own)
	return parts
}

// zipped is a file with these parts.
func zipped(parts map[string]string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, body := range parts {
		w, _ := z.Create(name)
		io.WriteString(w, body)
	}
	z.Close()
	return out.Bytes()
}

// rowsOf are the rows of the first sheet as "1: a|b, 3: c", and what was found beside them.
func rowsOf(t testing.TB, w *Workbook) (string, Findings) {
	t.Helper()
	s, ok := w.Sheet(w.Names()[0])
	if !ok {
		t.Fatal("there is no sheet")
	}
	var out []string
	for n, cells, ok := s.Next(); ok; n, cells, ok = s.Next() {
		out = append(out, fmt.Sprintf("%d: %s", n, strings.Join(cells, "|")))
	}
	if !s.Close() {
		out = append(out, "damaged")
	}
	return strings.Join(out, ", "), s.Findings()
}

func TestCellsOfAllKindsAreRead(t *testing.T) {
	for _, tt := range []struct{ name, row, want string }{
		{"a number", `<c r="A1"><v>42</v></c>`, "1: 42"},
		{"a number that says that it is one", `<c r="A1" t="n"><v>-0.5</v></c>`, "1: -0.5"},
		{"more digits than a spreadsheet reckons with", `<c r="A1"><v>0.30000000000000004</v></c>`, "1: 0.3"},
		{"a large number", `<c r="A1"><v>1E3</v></c><c r="B1"><v>123456789012345</v></c>`, "1: 1000|123456789012345"},
		{"a text of its own", `<c r="A1" t="inlineStr"><is><t>Ja</t></is></c>`, "1: Ja"},
		{"a text in parts, each with a look", `<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Ja</t></r><r><t xml:space="preserve">, ofte</t></r></is></c>`, "1: Ja, ofte"},
		{"how a word is pronounced is no part of it", `<c r="A1" t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></is></c>`, "1: 東京"},
		{"what XML cannot hold", `<c r="A1" t="inlineStr"><is><t>en_x000D_to _x005F_x0041_ _xZZZZ_</t></is></c>`, "1: en\rto _x0041_ _xZZZZ_"},
		{"letters in other forms", `<c r="A1" t="inlineStr"><is><t>&lt;&#198;&gt;<![CDATA[ & ]]></t></is></c>`, "1: <Æ> & "},
		{"a formula's text", `<c r="A1" t="str"><f>B1</f><v>Ja</v></c>`, "1: Ja"},
		{"true and false", `<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>`, "1: TRUE|FALSE"},
		{"an error", `<c r="A1" t="e"><v>#DIV/0!</v></c>`, "1: #DIV/0!"},
		{"a date that is written out", `<c r="A1" t="d" s="1"><v>2025-11-03T00:00:00</v></c><c r="B1" t="d" s="1"><v>2025-11-03</v></c>`, "1: 2025-11-03|2025-11-03"},
		{"cells without a reference", `<c><v>1</v></c><c><v>2</v></c>`, "1: 1|2"},
		{"cells that are left out", `<c r="C1"><v>1</v></c><c r="D1" s="1"/>`, "1: ||1"},
		{"a style that there is not", `<c r="A1" s="99"><v>1</v></c><c r="B1" s="x"><v>2</v></c>`, "1: 1|2"},
		{"names with a prefix", `<x:c r="A1"><x:v>1</x:v></x:c>`, "1: 1"},
		{"a text that there is not", `<c r="A1" t="s"><v>7</v></c>`, "damaged"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := rowsOf(t, book(t, `<row r="1">`+tt.row+`</row>`, "yyyy-mm-dd")); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestTextsThatCellsShareAreRead(t *testing.T) {
	w := bookOf(t, map[string]string{
		"xl/sharedStrings.xml":     `<sst><si><t>Ja</t></si><si><r><t>N</t></r><r><t>ei</t></r><rPh><t>x</t></rPh></si><si/></sst>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row><c t="s"><v>1</v></c><c t="s"><v> 0 </v></c><c t="s"><v>2</v></c><c t="s"><v></v></c></row></sheetData></worksheet>`,
	})
	if got, _ := rowsOf(t, w); got != "1: Nei|Ja" {
		t.Error(got)
	}
}

func TestAFormulaWithoutAResultIsFound(t *testing.T) {
	for _, tt := range []struct {
		name, cell string
		unworked   bool
	}{
		{"no value", `<f>1+1</f>`, true},
		{"an empty value, as scripts write it", `<f>1+1</f><v></v>`, true},
		{"an empty value in short", `<f>1+1</f><v/>`, true},
		{"space", `<f>1+1</f><v> </v>`, true},
		{"a formula that shares another's text", `<f t="shared" si="0"/>`, true},
		{"a value", `<f>1+1</f><v>2</v>`, false},
		{"no formula", ``, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, found := rowsOf(t, book(t, `<row r="3"><c r="A3"><v>1</v></c><c r="B3">`+tt.cell+`</c></row>`))
			if got := len(found.Unworked) == 1 && found.Unworked[0] == (Cell{3, 2}); got != tt.unworked || found.More > 0 {
				t.Errorf("%+v", found)
			}
		})
	}
	for cell, unworked := range map[string]int{
		`<c r="A1" t="str"><f>""</f><v></v></c>`: 0, `<c r="A1" t="str"><f>B1</f></c>`: 1, `<c r="A1" t="s"><f>B1</f></c>`: 1,
		`<c r="A1" t="inlineStr"><f>B1</f><is><t>x</t></is></c>`: 0,
	} {
		if _, found := rowsOf(t, book(t, `<row r="1">`+cell+`</row>`)); len(found.Unworked) != unworked {
			t.Errorf("%s: %+v", cell, found)
		}
	}
}

// TestANoughtThatNobodyWorkedOutIsFound: some programs write 0 as the value of every formula, and ask for it to be
// worked out when the workbook is opened.
func TestANoughtThatNobodyWorkedOutIsFound(t *testing.T) {
	const asking = `<workbook><sheets><sheet name="Svar" r:id="s"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>`
	const silent = `<workbook><sheets><sheet name="Svar" r:id="s"/></sheets><calcPr calcId="191029"/></workbook>`
	for _, tt := range []struct {
		name, workbook, cells string
		want                  int
	}{
		{"nothing but noughts", asking, `<c><f>1+1</f><v>0</v></c><c><f>2+2</f><v>0</v></c>`, 2},
		{"a value beside", asking, `<c><f>1+1</f><v>0</v></c><c><f>2+2</f><v>4</v></c>`, 0},
		{"a nought that is written", asking, `<c><v>0</v></c>`, 0},
		{"a workbook that asks for nothing", silent, `<c><f>1-1</f><v>0</v></c>`, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, found := rowsOf(t, bookOf(t, map[string]string{
				"xl/workbook.xml":          tt.workbook,
				"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>" + tt.cells + "</row></sheetData></worksheet>",
			}))
			if len(found.Unworked) != tt.want {
				t.Errorf("%+v", found)
			}
		})
	}
}

func TestManyFormulasWithoutAResultAreCounted(t *testing.T) {
	_, found := rowsOf(t, book(t, "<row>"+strings.Repeat("<c><f>1</f></c>", 25)+"</row>"))
	if len(found.Unworked) != 20 || found.More != 5 {
		t.Errorf("%d and %d more", len(found.Unworked), found.More)
	}
}

func TestHiddenRowsAreFound(t *testing.T) {
	_, found := rowsOf(t, book(t, `<row r="2" hidden="1"><c><v>1</v></c></row><row r="3" hidden="0"/><row r="4" hidden="true"/>`))
	if fmt.Sprint(found.Hidden) != "[2 4]" {
		t.Error(found.Hidden)
	}
}

func TestReferencesAreRead(t *testing.T) {
	for ref, want := range map[string]string{
		"A1": "1 1 true", "xfd1048576": "16384 1048576 true", "AA10": "27 10 true",
		"XFE1": "false", "A0": "false", "A1048577": "false", "A": "false", "1": "false", "": "false", "A-1": "false", "Å1": "false", "AAAAAAAAAAAAAAAAAAAA1": "false",
	} {
		col, row, ok := coordinates(ref)
		if got := fmt.Sprint(col, row, ok); got != want && (ok || want != "false") {
			t.Errorf("%q is %s, want %s", ref, got, want)
		}
	}
	if got := letters(1) + letters(26) + letters(27) + letters(16384); got != "AZAAXFD" {
		t.Error(got)
	}
}

// TestPartsOfAFewBytesTakeNoMemory: an element of five bytes is no reason to keep a hundred.
func TestPartsOfAFewBytesTakeNoMemory(t *testing.T) {
	const n = 300_000
	golden.Allocating(t, 600<<20, func() {
		w := bookOf(t, map[string]string{"xl/styles.xml": "<styleSheet><cellXfs>" + strings.Repeat("<xf/>", n) + "</cellXfs></styleSheet>"})
		if len(w.shower.looks) != mostStyles {
			t.Errorf("%d styles are kept", len(w.shower.looks))
		}
	})
	many := zipped(partsOf(map[string]string{"xl/workbook.xml": "<workbook>" + strings.Repeat("<sheet/>", n) + "</workbook>"}, nil))
	if _, refusal := Open(many, ""); refusal == nil {
		t.Errorf("%d sheets are taken", n)
	}
}
