package survey

import (
	"bytes"
	"slices"

	"github.com/xuri/excelize/v2"

	"lysark/config/diag"
)

// readSheet reads one sheet of an XLSX file, each cell as it is shown.
func readSheet(t *Table, data []byte, opts Options, list *diag.List) (ok bool) {
	if why, hint := refusal(data); why != "" {
		list.Errorf(diag.Pos{File: t.File}, diag.BadFile, hint, "%s", why)
		return false
	}
	defer func() {
		if recover() != nil { // excelize panics on some files that are damaged on purpose
			tellDamaged(t.File, list)
			ok = false
		}
	}()
	// Dates whose format is the machine's own are shown as in Norway; excelize would show them as in the USA.
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit:   mostUnpacked,
		ShortDatePattern: "dd.mm.yyyy", LongDatePattern: "d. mmmm yyyy", LongTimePattern: "hh:mm:ss",
	})
	if err != nil {
		tellDamaged(t.File, list)
		return false
	}
	defer f.Close() // removes temporary files, of which nothing is lost
	names, ok := sheetsToTry(f, t.File, opts, list)
	if !ok {
		return false
	}
	for i, name := range names {
		rows, err := f.Rows(name)
		if err != nil {
			continue // a sheet that is a chart
		}
		seen := make(chan findings, 1)
		go func() { seen <- examine(data, name) }()
		s := &sheet{t: t, rows: rows, list: list, raw: rawRows{file: f, sheet: name}}
		found := s.read()
		if rows.Close() != nil || s.raw.close() != nil || s.failed {
			tellDamaged(t.File, list)
			return false
		}
		passed := <-seen
		if !passed.tell(t.File, list) || s.full {
			return false
		}
		if found {
			passed.merges.tell(t, list)
			if t.asWritten {
				t.facts = sheetFacts{name: name, others: withRows(f, names[i+1:]), hidden: passed.hidden}
			}
			return true
		}
	}
	list.Errorf(diag.Pos{File: t.File}, diag.EmptyData, "save it again, with the names of the columns above the rows",
		"the spreadsheet holds nothing that can be read")
	return false
}

// sheetsToTry is the sheet that the layout names, else those that are not hidden.
func sheetsToTry(f *excelize.File, file string, opts Options, list *diag.List) ([]string, bool) {
	names := f.GetSheetList()
	if opts.Sheet == "" {
		notShown := func(name string) bool { v, err := f.GetSheetVisible(name); return err != nil || !v }
		return slices.DeleteFunc(names, notShown), true
	}
	if !slices.Contains(names, opts.Sheet) {
		list.Errorf(opts.SheetPos, diag.BadValue, diag.DidYouMean(opts.Sheet, names),
			"the file %s has no sheet %q", file, opts.Sheet)
		return nil, false
	}
	return []string{opts.Sheet}, true
}

func tellDamaged(file string, list *diag.List) {
	list.Errorf(diag.Pos{File: file}, diag.BadFile, "open it and save it again as .xlsx, or as CSV (UTF-8)",
		"the spreadsheet is damaged")
}

// sheet reads rows one by one.
type sheet struct {
	t      *Table
	rows   *excelize.Rows
	list   *diag.List
	raw    rawRows
	n      int // rows read
	cells  int // cells read, empty ones included
	failed bool
	full   bool
	wrong  told // cells with a formula's error
}

// read fills the table; false when the sheet is empty.
func (s *sheet) read() bool {
	s.wrong = told{list: s.list, file: s.t.File, what: "cells that hold a formula's error"}
	lead := s.lead()
	if len(lead) == 0 {
		return false
	}
	head := header(lead)
	for _, l := range lead[:head+1] {
		for len(s.t.above) < l.n-1 {
			s.t.above = append(s.t.above, nil)
		}
		s.t.above = append(s.t.above, tidied(l.cells))
	}
	s.t.places = sheetCells{s.t.File}
	s.t.nameColumns(names(s.t.above), s.list)
	for _, l := range lead[head+1:] {
		s.row(l)
	}
	for l, more := s.next(); more; l, more = s.next() {
		s.row(l)
	}
	s.wrong.rest(diag.BadData)
	for len(s.t.Columns) < len(s.t.dictionaries) {
		s.t.addColumn("") // cells beside the table are columns without a name
	}
	s.t.wide = len(s.t.Columns)
	for _, cells := range s.t.above {
		s.t.wide = max(s.t.wide, len(cells))
	}
	s.t.trim()
	return true
}

// sheetRow is a row and its number, counted from 1.
type sheetRow struct {
	n     int
	cells []string
}

// filled counts the cells that hold something.
func (r sheetRow) filled() int {
	n := 0
	for _, c := range r.cells {
		if tidy(c) != "" {
			n++
		}
	}
	return n
}

// lead reads as many filled rows as it takes to find the names.
func (s *sheet) lead() []sheetRow {
	var out []sheetRow
	for len(out) < mostTitles+enoughRows {
		l, more := s.next()
		if !more {
			break
		}
		if l.filled() > 0 {
			out = append(out, l)
		}
	}
	return out
}

// next reads one row.
func (s *sheet) next() (sheetRow, bool) {
	if s.failed || s.full || !s.rows.Next() {
		s.failed = s.failed || s.rows.Error() != nil
		return sheetRow{}, false
	}
	cells, err := s.rows.Columns()
	s.n++
	if err == nil {
		err = s.raw.plain(s.n, cells)
	}
	s.cells += len(cells)
	const most = 200_000_000 // a row of 50 bytes can claim 16 384 empty cells
	if err != nil {
		s.failed = true
		return sheetRow{}, false
	}
	if s.cells > most || s.t.isFull() {
		s.full = true
		s.t.tellFull(s.list)
		return sheetRow{}, false
	}
	return sheetRow{s.n, cells}, true
}

// row enters a row of answers, and the empty rows before it.
func (s *sheet) row(l sheetRow) {
	for s.t.height() < l.n {
		s.t.startRow(0, s.t.height()+1)
	}
	for col, c := range l.cells {
		s.t.set(col, []byte(c))
		if isFormulaError(c) && s.wrong.next() {
			s.list.Errorf(s.t.places.at(l.n-1, col), diag.BadData, "correct the formula, or empty the cell",
				"the cell %s%d holds a formula's error, %s", columnName(col), l.n, c)
		}
	}
}

func isFormulaError(s string) bool {
	if len(s) == 0 || s[0] != '#' {
		return false
	}
	errors := []string{"#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
	return slices.Contains(errors, s)
}

const (
	mostTitles = 50 // filled rows there may be above the names
	enoughRows = 20 // filled rows that show which columns are in use
)

// header is the index of the row with the columns' names: the first with at least two filled cells that is followed by
// answers and names more than half of the columns in use below it. A column is in use when at least half of the next
// 20 filled rows fill it. Titles, dates and logos above a table are narrower than that. When no row is such, as in a
// table of one column, it is the first that is filled.
func header(lead []sheetRow) int {
	for i, l := range lead[:min(len(lead)-1, mostTitles)] {
		below := lead[i+1 : min(len(lead), i+1+enoughRows)]
		if l.filled() >= 2 && namesMost(l, below) {
			return i
		}
	}
	return 0
}

func namesMost(l sheetRow, below []sheetRow) bool {
	filled := map[int]int{}
	for _, b := range below {
		for col, c := range b.cells {
			if tidy(c) != "" {
				filled[col]++
			}
		}
	}
	used, named := 0, 0
	for col, n := range filled {
		if 2*n < len(below) {
			continue
		}
		used++
		if col < len(l.cells) && tidy(l.cells[col]) != "" {
			named++
		}
	}
	return 2*named > used || used == 0
}

// names are the columns' names: the last of the rows above the answers, and where it is empty, what stands directly
// above, as in a cell that is merged over two rows. A row with one filled cell is a title.
func names(above [][]string) []string {
	out := slices.Clone(above[len(above)-1])
	for i := len(above) - 2; i >= 0; i-- {
		row := sheetRow{cells: above[i]}
		if row.filled() < 2 {
			break
		}
		for col, c := range row.cells {
			if col < len(out) && out[col] == "" {
				out[col] = c
			}
		}
	}
	return out
}

func tidied(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = tidy(c)
	}
	return out
}

// sheetCells are the places of a sheet: its rows and columns.
type sheetCells struct{ file string }

func (s sheetCells) at(row, column int) diag.Pos {
	return diag.Pos{File: s.file, Line: row + 1, Col: column + 1}
}
