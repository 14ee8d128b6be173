package cells

import (
	"slices"

	"lysark/config/diag"
	"lysark/report/survey/heading"
	"lysark/report/survey/xlsx"
)

func isOffice(_ string, data []byte) bool { return xlsx.Is(data) }

const saveAsTable = "save it as .xlsx or as CSV (UTF-8)"

// readSheet reads one sheet of an XLSX file, each cell as it is shown.
func readSheet(t *Cells, data []byte, opts Options, list *diag.List) (ok bool) {
	defer func() {
		if recover() != nil { // excelize panics on some files that are damaged on purpose
			refuse(t.File, xlsx.Damaged(), list)
			ok = false
		}
	}()
	book, refusal := xlsx.Open(data, opts.Lang)
	if refusal != nil {
		refuse(t.File, refusal, list)
		return false
	}
	names, ok := sheetsToTry(book, t.File, opts, list)
	if !ok {
		return false
	}
	for i, name := range names {
		rows, ok := book.Sheet(name)
		if !ok {
			continue
		}
		s := &sheet{t: t, rows: rows, list: list}
		found := s.read()
		if !rows.Close() {
			refuse(t.File, xlsx.Damaged(), list)
			return false
		}
		passed := rows.Findings()
		if !tellFindings(passed, t.File, list) || s.full {
			return false
		}
		if found {
			tellMerged(t, passed, list)
			t.Sheet = Sheet{Name: name, Others: book.WithRows(names[i+1:]), Hidden: passed.Hidden}
			if !t.asWritten {
				tellUnseen(t, opts, list)
			}
			return true
		}
	}
	list.Errorf(diag.Pos{File: t.File}, diag.EmptyData, "save it again, with the names of the columns above the rows",
		"the spreadsheet holds nothing that can be read")
	return false
}

// sheetsToTry is the sheet that the layout names, else those that are not hidden.
func sheetsToTry(book *xlsx.Workbook, file string, opts Options, list *diag.List) ([]string, bool) {
	if opts.Sheet == "" {
		return book.Shown(), true
	}
	if names := book.Names(); !slices.Contains(names, opts.Sheet) {
		list.Errorf(opts.SheetPos, diag.BadValue, diag.DidYouMean(opts.Sheet, names),
			"the file %s has no sheet %q", file, opts.Sheet)
		return nil, false
	}
	return []string{opts.Sheet}, true
}

func refuse(file string, r *xlsx.Refusal, list *diag.List) {
	list.Errorf(diag.Pos{File: file}, diag.BadFile, r.Hint, "%s", r.Why)
}

// sheet reads rows one by one.
type sheet struct {
	t     *Cells
	rows  *xlsx.Sheet
	list  *diag.List
	cells int // cells read, empty ones included
	full  bool
	wrong diag.Repeated // cells with a formula's error
}

// read fills the table; false when the sheet is empty.
func (s *sheet) read() bool {
	s.wrong = diag.Repeated{List: s.list, File: s.t.File, What: "cells that hold a formula's error"}
	raw, lead := s.lead()
	if len(lead) == 0 {
		return false
	}
	head := findHeadings(s.t, lead)
	below := lead[head.First+head.Rows:]
	for _, l := range lead[:len(lead)-len(below)] {
		for len(s.t.Above) < l.N-1 {
			s.t.Above = append(s.t.Above, nil)
		}
		s.t.Above = append(s.t.Above, l.Cells)
	}
	s.t.Places = sheetCells{s.t.File}
	nameColumns(s.t, head.Columns, s.list)
	for _, l := range raw[len(lead)-len(below):] {
		s.row(l)
	}
	for l, more := s.next(); more; l, more = s.next() {
		s.row(l)
	}
	s.wrong.Rest(diag.BadData)
	for len(s.t.Columns) < len(s.t.Dictionaries) {
		addColumn(s.t, "") // cells beside the table are columns without a name
	}
	s.t.Wide = len(s.t.Columns)
	for _, cells := range s.t.Above {
		s.t.Wide = max(s.t.Wide, len(cells))
	}
	s.t.trim()
	return true
}

// sheetRow is a row and its number, counted from 1.
type sheetRow struct {
	n     int
	cells []string
}

// lead reads as many filled rows as it takes to find the headings; they come as they are, and tidied.
func (s *sheet) lead() (raw []sheetRow, lead []heading.Row) {
	last := 0
	for len(lead) < heading.Enough {
		l, more := s.next()
		if !more {
			break
		}
		if isFilled(l.cells) {
			raw = append(raw, l)
			lead = append(lead, heading.Row{N: l.n, Cells: tidied(l.cells), Gap: l.n > last+1})
			last = l.n
		}
	}
	return raw, lead
}

// next reads one row.
func (s *sheet) next() (sheetRow, bool) {
	if s.full {
		return sheetRow{}, false
	}
	n, cells, ok := s.rows.Next()
	s.cells += len(cells)
	const most = 200_000_000 // a row of 50 bytes can claim 16 384 empty cells
	if ok && (s.cells > most || s.t.isFull()) {
		s.full = true
		tellFull(s.t, s.list)
		return sheetRow{}, false
	}
	return sheetRow{n, cells}, ok
}

// row enters a row of answers, and the empty rows before it.
func (s *sheet) row(l sheetRow) {
	for s.t.height() < l.n {
		s.t.startRow(0, s.t.height()+1)
	}
	for col, c := range l.cells {
		s.t.set(col, []byte(c))
		if isError(c, s.t.asWritten) && s.wrong.Next() {
			s.list.Errorf(s.t.Places.At(l.n-1, col), diag.BadData, "correct the formula, or empty the cell",
				"the cell %s%d holds a formula's error, %s", ColumnName(col), l.n, c)
		}
	}
}

// sheetCells are the places of a sheet: its rows and columns.
type sheetCells struct{ file string }

func (s sheetCells) At(row, column int) diag.Pos {
	return diag.Pos{File: s.file, Line: row + 1, Col: column + 1}
}
