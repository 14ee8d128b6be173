package cells

import (
	"slices"

	"lysark/config/diag"
	"lysark/report/survey/words"
)

// isError tells a formula's error, in English and as Norwegian, Danish and Swedish spreadsheets write it. Some of them
// say that there is no value, and are what other programs write where nobody answered; in a list of members, whose
// cells are kept as they are written, there has to be one.
func isError(cell string, asWritten bool) bool {
	if len(cell) == 0 || cell[0] != '#' {
		return false
	}
	if words.IsNoAnswer(cell) {
		return asWritten
	}
	return slices.Contains([]string{
		"#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#SPILL!", "#CALC!", "#BLOCKED!", "#FIELD!", "#GETTING_DATA",
		"#CONNECT!", "#UNKNOWN!", "#PYTHON!", "#BUSY!", "#ERROR!",
		"#VERDI!", "#NAVN?", "#OVERFLYT!", "#BEREGN!", "#FELT!", "#VÆRDI!", "#DIVISION/0!", "#NAVN!", "#VÄRDEFEL!",
		"#NAMN?", "#REFERENS!", "#DIVISION/0", "#OGILTIG!",
	}, cell)
}

// tellErrors warns of the errors of formulas in a text that a spreadsheet has saved; columns that nobody asks for may
// hold some.
func tellErrors(t *Cells, list *diag.List) {
	counts := ", which counts as an answer"
	if t.asWritten {
		counts = ""
	}
	wrong := diag.Repeated{List: list, File: t.File, What: "different formulas' errors in cells"}
	for col := range t.Dictionaries {
		for _, x := range t.Texts(col) {
			if isError(x.S, t.asWritten) && wrong.Next() {
				list.Warnf(t.Places.At(len(t.Above)+int(x.First), col), diag.BadData,
					"correct the formula in the spreadsheet, or empty the cell, and save it again",
					"the cell holds a formula's error, %s%s", x.S, counts)
			}
		}
	}
	wrong.Rest(diag.BadData)
}
