package xlsx

import (
	"strings"
	"testing"
)

// 45784 is Wednesday 7 May 2025.
func TestALanguageThatAFormatNamesByLettersIsThatLanguage(t *testing.T) {
	for _, tt := range []struct{ format, want string }{
		{"[$-nb-NO]d. mmmm yyyy", "7. mai 2025"},
		{"[$-nn-NO]dddd", "onsdag"},
		{"[$-no-NO]mmm", "mai"},
		{"[$-da-DK]mmmm", "maj"},
		{"[$-sv-SE]mmmm;@", "maj"},
		{"[$-en-GB]dddd", "Wednesday"},
		{"[$-en-US,1]mmm-yy", "May-25"},
		{"[$-de-AT]mmmm", "Mai"},
		{"[$-is-IS]mmmm", "maí"},
		{"[$-xy-ZZ]mmmm", "mai"}, // the deck's
		{"[$kr-nb-NO] 0.00", "kr 45784,00"},
	} {
		if got := shownIn(t, "nb", tt.format, "45784"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.format, got, tt.want)
		}
	}
}

func TestAllMonthsAndDaysHaveTheirNames(t *testing.T) {
	for _, tt := range []struct{ lang, format, want string }{
		{"nb", "mmm", "jan feb mar apr mai jun jul aug sep okt nov des"},
		{"nb", "mmmm", "januar februar mars april mai juni juli august september oktober november desember"},
		{"nn", "mmmm", "januar februar mars april mai juni juli august september oktober november desember"},
		{"en", "mmm", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"},
	} {
		got := ""
		for _, first := range []string{"45658", "45689", "45717", "45748", "45778", "45809", "45839", "45870", "45901", "45931", "45962", "45992"} {
			got += " " + shownIn(t, tt.lang, tt.format, first)
		}
		if got[1:] != tt.want {
			t.Errorf("%s in %s: %s", tt.format, tt.lang, got)
		}
	}
	for lang, want := range map[string]string{
		"nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag", "nn": "måndag tysdag onsdag torsdag fredag laurdag søndag",
		"en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
	} {
		got := ""
		for _, day := range []string{"45782", "45783", "45784", "45785", "45786", "45787", "45788"} {
			got += " " + shownIn(t, lang, "dddd", day)
		}
		if got[1:] != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

// TestANumberIsNoBlank: a format with no place for a number leaves it as it is stored; one that hides all is meant to.
func TestANumberIsNoBlank(t *testing.T) {
	for _, tt := range []struct{ format, number, want string }{
		{"Standard", "-3.5", "-3.5"}, {"GENERAL", "0.125", "0.125"}, {"#", "0", "0"}, {";;;", "7", ""},
		{"[h]:mm", "1.5", "36:00"}, {"yyyy-mm-dd", "-1", "-1"},
		{strings.Repeat("0", 256), "7", "7"}, {strings.Repeat("0", 255) + ".0", "1.5", "1.5"}, {"0.00", "2E15", "2E+15"}, {"0.00", "x", "x"},
	} {
		got, _ := rowsOf(t, book(t, `<row><c s="1"><v>`+tt.number+`</v></c><c><v>1</v></c></row>`, tt.format))
		if want := "1: " + tt.want + "|1"; got != want {
			t.Errorf("%s in %s: %q, want %q", tt.number, tt.format, got, want)
		}
	}
}

// TestOnlyTheWorkbookSaysHowDaysAreCounted: newer programs write an element of that name among extensions, too.
func TestOnlyTheWorkbookSaysHowDaysAreCounted(t *testing.T) {
	const extension = `<extLst><ext><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>`
	for properties, want := range map[string]string{
		`<workbookPr date1904="1"/>`: "2025-05-07", `<workbookPr date1904="true"/>`: "2025-05-07", `<workbookPr/>`: "2021-05-06",
	} {
		w := bookOf(t, map[string]string{
			"xl/workbook.xml":          `<workbook>` + properties + `<sheets><sheet name="Svar" r:id="s"/></sheets>` + extension + `</workbook>`,
			"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row><c s="1"><v>44322</v></c></row></sheetData></worksheet>`,
		}, "yyyy-mm-dd")
		if got, _ := rowsOf(t, w); got != "1: "+want {
			t.Errorf("%s: %s, want %s", properties, got, want)
		}
	}
}

func TestFormatsAreFoundWhereverTheyStand(t *testing.T) {
	const format = `<numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts>`
	const cells = `<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>`
	for name, styles := range map[string]string{
		"before the styles of cells": format + cells,
		"after them":                 cells + format,
		"beside another way to say it": `<numFmts><mc:AlternateContent><mc:Choice><numFmt numFmtId="170" formatCode="0.0%" x16r2:formatCode16="x"/></mc:Choice>` +
			`<mc:Fallback><numFmt numFmtId="170" formatCode="0.0%"/></mc:Fallback></mc:AlternateContent></numFmts>` + cells,
		"with one of conditions that has its number": format + cells + `<dxfs><dxf><numFmt numFmtId="170" formatCode="0"/></dxf></dxfs>`,
	} {
		w := bookOf(t, map[string]string{
			"xl/styles.xml":            "<styleSheet>" + styles + "</styleSheet>",
			"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row><c s="1"><v>0.125</v></c></row></sheetData></worksheet>`,
		})
		if got, _ := rowsOf(t, w); got != "1: 12.5%" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestANumberBesideAUnitIsWrittenAsTheLanguageDoes: it is a text for people, while bare numbers are to be reckoned with.
func TestANumberBesideAUnitIsWrittenAsTheLanguageDoes(t *testing.T) {
	for _, tt := range []struct{ format, number, nb, en string }{
		{`#,##0 "kr"`, "450000", "450 000 kr", "450,000 kr"},
		{`#,##0.00 "kr"`, "1234567.5", "1 234 567,50 kr", "1,234,567.50 kr"},
		{`[$kr-414]\ #,##0.00`, "1250.5", "kr 1 250,50", "kr 1,250.50"},
		{`"$"#,##0`, "-2000", "-$2 000", "-$2,000"},
		{`0.0" år"`, "2.5", "2,5 år", "2.5 år"},
		{`0" år"`, "2500", "2500 år", "2500 år"},
		{`#,##0.00`, "1234567.5", "1234567.50", "1234567.50"},
		{`0.0%`, "0.125", "12.5%", "12.5%"},
		{`0.0E+00`, "12", "1.2E+01", "1.2E+01"},
		{`mmm.yy`, "45784", "mai.25", "May.25"},
		{`d. mmm`, "7", "7. jan", "7. Jan"},
	} {
		for lang, want := range map[string]string{"nb": tt.nb, "nn": tt.nb, "en": tt.en} {
			if got := shownIn(t, lang, tt.format, tt.number); got != want {
				t.Errorf("%s in %s, %s: %q, want %q", tt.number, tt.format, lang, got, want)
			}
		}
	}
}

func TestNumbersAreRoundedAsSpreadsheetsDo(t *testing.T) {
	for _, tt := range []struct{ format, number, want string }{
		{"0%", "0.285", "29%"}, {"0%", "0.28499999999999998", "29%"}, {"0%", "0.2849", "28%"}, {"0%", "0.145", "15%"}, {"0.0%", "0.0005", "0.1%"},
		{"0.00", "1.005", "1.01"}, {"0.00", "-1.005", "-1.01"}, {"0.00", "2.675", "2.68"}, {"0.00", "1.0049", "1.00"},
		{"0", "0.5", "1"}, {"0", "2.5", "3"}, {"0", "-2.5", "-3"}, {"0.0", "1.15", "1.2"}, {"#9", "0.285", "29%"}, {"#2", "1.005", "1.01"},
		{"##0.0E+0", "12.5", "12.5"}, {"@", "12.5", "12.5"}, {"#,##0.0", "1.25", "1.3"},
		{"0.###############", "0.285", "0.285"}, {"0.####", "1.005", "1.005"}, {"0.00", "123456789012.345", "123456789012.35"},
		{"yyyy-mm-dd hh:mm", "45784.5", "2025-05-07 12:00"},
	} {
		if got := shownIn(t, "nb", tt.format, tt.number); got != tt.want {
			t.Errorf("%s in %s: %q, want %q", tt.number, tt.format, got, tt.want)
		}
	}
}
