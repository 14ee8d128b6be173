package xlsx

import (
	"fmt"
	"strings"
	"testing"
)

// 45784 is Wednesday 7 May 2025; .6 of a day is 14:24.
func TestDatesComeInTheLanguageOfTheDeck(t *testing.T) {
	for _, tt := range []struct{ format, nb, nn, en string }{
		{"#14", "07.05.2025", "07.05.2025", "07.05.2025"},
		{"#15", "07.mai.25", "07.mai.25", "7-May-25"},
		{"#16", "07.mai", "07.mai", "7-May"},
		{"#17", "mai.25", "mai.25", "May-25"},
		{"#22", "07.05.2025 14:24", "07.05.2025 14:24", "07.05.2025 14:24"},
		{"mmm-yy", "mai-25", "mai-25", "May-25"},
		{"mmmm", "mai", "mai", "May"},
		{"d. mmmm yyyy", "7. mai 2025", "7. mai 2025", "7. May 2025"},
		{"ddd", "ons", "ons", "Wed"},
		{"dddd", "onsdag", "onsdag", "Wednesday"},
		{"DDDD", "onsdag", "onsdag", "Wednesday"},
		{`dddd" den "d"."`, "onsdag den 7.", "onsdag den 7.", "Wednesday den 7."},
		{"[$-F800]dddd, mmmm dd, yyyy", "7. mai 2025", "7. mai 2025", "7 May 2025"},
		{"[$-x-sysdate]dddd, mmmm dd, yyyy", "7. mai 2025", "7. mai 2025", "7 May 2025"},
		{"[$-F400]h:mm:ss AM/PM", "14:24:00", "14:24:00", "14:24:00"},
		{"[$-414]dddd", "onsdag", "onsdag", "onsdag"},
		{"[$-409]mmm-yy", "May-25", "May-25", "May-25"},
		{"[$-409]d/m/yyyy", "7/5/2025", "7/5/2025", "7/5/2025"},
		{"dd/mm/yyyy", "07.05.2025", "07.05.2025", "07/05/2025"},
		{"dd/mm/yyyy;@", "07.05.2025", "07.05.2025", "07/05/2025"},
		{"yyyy-mm-dd", "2025-05-07", "2025-05-07", "2025-05-07"},
		{"hh:mm", "14:24", "14:24", "14:24"},
		{"General", "45784.6", "45784.6", "45784.6"},
		{`0.0" mmm"`, "45784,6 mmm", "45784,6 mmm", "45784.6 mmm"},
		{`0.0\d`, "45784,6d", "45784,6d", "45784.6d"},
	} {
		for lang, want := range map[string]string{"nb": tt.nb, "": tt.nb, "nn": tt.nn, "en": tt.en} {
			if got := shownIn(t, lang, tt.format, "45784.6"); got != want {
				t.Errorf("%s in %q: %q, want %q", tt.format, lang, got, want)
			}
		}
	}
	if got := shownIn(t, "nn", "dddd", "45786"); got != "fredag" {
		t.Error(got)
	}
	if got := shownIn(t, "nn", "dddd", "45787"); got != "laurdag" {
		t.Error(got)
	}
}

func shownIn(t *testing.T, lang, format, number string) string {
	t.Helper()
	w := book(t, fmt.Sprintf(`<row><c s="1"><v>%s</v></c><c><v>1</v></c></row>`, number), strings.ReplaceAll(format, "<", "&lt;"))
	w.shower.words = wordsOf(lang)
	got, _ := rowsOf(t, w)
	return strings.TrimSuffix(strings.TrimPrefix(got, "1: "), "|1")
}

func TestDaysAreCountedFrom1904WhereTheWorkbookSaysSo(t *testing.T) {
	w := bookOf(t, map[string]string{
		"xl/workbook.xml":          `<workbook><workbookPr date1904="1"/><sheets><sheet name="Svar" r:id="s"/></sheets></workbook>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row><c s="1"><v>44322</v></c><c s="1" t="d"><v>2025-05-07</v></c></row></sheetData></worksheet>`,
	}, "yyyy-mm-dd")
	if got, _ := rowsOf(t, w); got != "1: 2025-05-07|2025-05-07" {
		t.Error(got)
	}
}

func TestTextsInAFormatOfTheirOwn(t *testing.T) {
	for _, tt := range []struct{ format, want string }{
		{"0.00", "Ja"}, {"@", "Ja"}, {"dd.mm.yyyy", "Ja"}, {"dd.mm.yyyy;@", "Ja"}, {`"Svar: "@`, "Svar: Ja"},
	} {
		got, _ := rowsOf(t, book(t, `<row><c t="inlineStr" s="1"><is><t>Ja</t></is></c></row>`, tt.format))
		if got != "1: "+tt.want {
			t.Errorf("%s: %q, want %q", tt.format, got, tt.want)
		}
	}
}

// TestTheSameNumberInTwoFormatsIsShownInEach: what was shown once is remembered.
func TestTheSameNumberInTwoFormatsIsShownInEach(t *testing.T) {
	got, _ := rowsOf(t, book(t, `<row><c s="1"><v>0.5</v></c><c s="2"><v>0.5</v></c><c s="1"><v>0.5</v></c><c><v>0.5</v></c></row>`, "0%", "0.00"))
	if got != "1: 50%|0.50|50%|0.5" {
		t.Error(got)
	}
}

// TestAFormatSaysWhichNumbersAreShownInWhichWay: one way to write codes as answers.
func TestAFormatSaysWhichNumbersAreShownInWhichWay(t *testing.T) {
	for _, tt := range []struct{ format, want string }{
		{`[=1]"Ja";[=2]"Nei";General`, "Nei|Ja|0|-3|7.5"},
		{`[=1]"Ja";[=2]"Nei; nå"`, "Nei; nå|Ja|0|-3|7.5"},
		{`[>=5]"mye";[<0]"minus";"lite"`, "lite|lite|lite|minus|mye"},
		{`[Blue][>1]0.0;[Red]0`, "2.0|1|0|-3|7.5"},
		{`0;-0;"ingen"`, "2|1|ingen|-3|8"},
		{`"Ja";"kr "-;"Nei"`, "Ja|Ja|Nei|kr -|Ja"},
		{`0;;`, "2|1|0|-3|8"},
		{`0;(0)`, "2|1|0|(3)|8"},
		{`_-* # ##0_-;-* # ##0_-;_-* "-"??_-;_-@_-`, "2|1|0|- 3|8"},
		{`;;;`, "||||"},
		{`dd/mm/yyyy;@`, "02.01.1900|01.01.1900|00.01.1900|-3|07.01.1900"},
	} {
		var cells []string
		for _, v := range []string{"2", "1", "0", "-3", "7.5"} {
			cells = append(cells, strings.TrimSpace(shownIn(t, "nb", tt.format, v)))
		}
		if got := strings.Join(cells, "|"); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.format, got, tt.want)
		}
	}
}
