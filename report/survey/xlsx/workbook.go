// Package xlsx reads the sheets of a spreadsheet row by row, each cell as it is shown, and finds what the library that
// does so passes over in silence.
package xlsx

import (
	"bytes"
	"slices"

	"github.com/xuri/excelize/v2"
)

// Workbook is a spreadsheet that is open for reading.
type Workbook struct {
	file *excelize.File
	data []byte
}

// Refusal is why a file cannot be read, and what to do.
type Refusal struct{ Why, Hint string }

// Damaged is the refusal of a spreadsheet that turns out to be no whole one.
func Damaged() *Refusal {
	return &Refusal{"the spreadsheet is damaged", "open it and save it again as .xlsx, or as CSV (UTF-8)"}
}

// Open opens a spreadsheet. Excelize panics on some files that are damaged on purpose, here and later: whoever calls
// has to recover.
func Open(data []byte) (*Workbook, *Refusal) {
	if why, hint := refusal(data); why != "" {
		return nil, &Refusal{why, hint}
	}
	// Dates whose format is the machine's own are shown as in Norway; excelize would show them as in the USA.
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit:   mostUnpacked,
		ShortDatePattern: "dd.mm.yyyy", LongDatePattern: "d. mmmm yyyy", LongTimePattern: "hh:mm:ss",
	})
	if err != nil {
		return nil, Damaged()
	}
	return &Workbook{f, data}, nil
}

// Close removes temporary files, of which nothing is lost.
func (w *Workbook) Close() { _ = w.file.Close() }

// Names are those of all sheets.
func (w *Workbook) Names() []string { return w.file.GetSheetList() }

// Shown are the names of the sheets that are not hidden.
func (w *Workbook) Shown() []string {
	notShown := func(name string) bool { v, err := w.file.GetSheetVisible(name); return err != nil || !v }
	return slices.DeleteFunc(w.Names(), notShown)
}

// Sheet is a sheet that is read row by row.
type Sheet struct {
	rows   *excelize.Rows
	raw    rawRows
	n      int // rows read
	failed bool
	seen   chan Findings
}

// Sheet begins to read a sheet; false for one that is a chart.
func (w *Workbook) Sheet(name string) (*Sheet, bool) {
	rows, err := w.file.Rows(name)
	if err != nil {
		return nil, false
	}
	s := &Sheet{rows: rows, raw: rawRows{file: w.file, sheet: name}, seen: make(chan Findings, 1)}
	go func() { s.seen <- examine(w.data, name) }()
	return s, true
}

// Next is the number of the next row, counted from 1, and its cells; false at the end, or where it cannot be read.
func (s *Sheet) Next() (n int, cells []string, ok bool) {
	if s.failed || !s.rows.Next() {
		s.failed = s.failed || s.rows.Error() != nil
		return 0, nil, false
	}
	cells, err := s.rows.Columns()
	s.n++
	if err == nil {
		err = s.raw.plain(s.n, cells)
	}
	s.failed = err != nil
	return s.n, cells, err == nil
}

// Close ends the reading; false when not all could be read.
func (s *Sheet) Close() bool {
	read := s.rows.Close() == nil
	return s.raw.close() == nil && read && !s.failed
}

// Findings are what was found in the sheet beside its cells.
func (s *Sheet) Findings() Findings { return <-s.seen }
