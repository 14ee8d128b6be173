package survey

import (
	"slices"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey/cells"
	"lysark/report/survey/letters"
)

// Describe takes what a codebook says of the columns and their codes: a row for each code, with the column, the code
// and its label, under headings that say so. A row without a code says what the column is called. Columns that the
// answers do not have are passed over, as a codebook may tell of more than was exported.
func (t *Table) Describe(book *Table, at diag.Pos) diag.List {
	var list diag.List
	column, code, label := headed(book, columnWords), headed(book, codeWords), headed(book, labelWords)
	if column < 0 || code < 0 || label < 0 {
		list.Errorf(diag.Pos{File: book.File, Line: 1, Col: 1}, diag.UnknownColumn,
			"head them column, code and label, or kolonne, kode and etikett",
			"the codebook needs three columns: the name of the column, the code and its label")
		return list
	}
	known := 0
	filled := ""
	for i := range book.cells.Rows {
		if name := book.cells.Text(i, column); name != "" {
			filled = name // lists made for people name a column once
		}
		col, ok := named(t, filled)
		if !ok || book.cells.Text(i, label) == "" {
			continue
		}
		known++
		describe(&t.Columns[col], book.cells.Text(i, code), book.cells.Text(i, label))
	}
	if known == 0 {
		list.Errorf(at, diag.UnknownColumn, "name the columns in the codebook as the answers do",
			"the codebook %s tells of no column that %s has", book.File, t.File)
	}
	return list
}

// named is the column that a codebook names, also in other capitals where none has that name letter by letter and one
// has it so.
func named(t *Table, name string) (int, bool) {
	if col, ok := t.Column(name); ok {
		return col, true
	}
	found := -1
	for i, c := range t.Columns {
		if !strings.EqualFold(c.Name, letters.Tidy(name)) {
			continue
		}
		if found >= 0 {
			return 0, false
		}
		found = i
	}
	return found, found >= 0
}

func describe(c *Column, code, text string) {
	switch {
	case code == "":
		c.Label = text
	case !slices.ContainsFunc(c.Labels, func(l cells.Label) bool { return l.Code == code }):
		c.Labels = append(c.Labels, cells.Label{Code: code, Text: text})
	}
}

// What the three columns of a codebook are headed.
const (
	columnWords = "column variable name question field kolonne variabel spørsmål felt navn namn kolumn fråga spørgsmål"
	codeWords   = "code value answer kode verdi svar svarkode kod värde værdi"
	labelWords  = "label text meaning tekst etikett betydning beskrivelse svarstekst merkelapp description"
)

// headed is the column with one of the headings; -1 for none.
func headed(t *Table, words string) int {
	for w := range strings.FieldsSeq(words) {
		for i, c := range t.Columns {
			if strings.EqualFold(c.Name, w) {
				return i
			}
		}
	}
	return -1
}
