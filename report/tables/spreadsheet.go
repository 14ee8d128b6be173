package tables

import (
	"encoding/csv"
	"io"
	"strings"

	"lysark/report/locale"
)

// Spreadsheet writes CSV as the spreadsheets of a language read it without being asked: in Norwegian with semicolons
// and decimal commas, in English with commas and points. Excel takes a file for UTF-8 by its mark only.
type Spreadsheet struct{ comma, decimal string }

// SpreadsheetOf is the spreadsheet of a deck's language.
func SpreadsheetOf(l locale.Locale) Spreadsheet {
	if l.Tag == "en" {
		return Spreadsheet{",", "."}
	}
	return Spreadsheet{";", ","}
}

// Number is a number, given with a decimal point.
func (s Spreadsheet) Number(n string) string { return strings.Replace(n, ".", s.decimal, 1) }

// Write writes the lines, which all have as many cells as the first.
func (s Spreadsheet) Write(w io.Writer, lines [][]string) error {
	const mark = "\ufeff"
	if _, err := io.WriteString(w, mark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF, out.Comma = true, rune(s.comma[0])
	if err := out.WriteAll(lines); err != nil {
		return err
	}
	return out.Error()
}

// Harmless is a cell's text that a spreadsheet does not take for a formula, though a member's answer looks like one.
func Harmless(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
