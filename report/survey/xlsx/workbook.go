// Package xlsx reads spreadsheets: it opens the workbook, chooses the sheet, and yields its rows with each cell as it
// is shown, and what else was found in the sheet: merged cells, rows that are not shown, formulas that were never
// worked out, other sheets that hold rows.
//
// It knows nothing of answers: which row names the columns, and what a cell means, is for the caller to say. A sheet
// is read in one pass; excelize is asked only how a number looks in a format.
package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"strconv"
)

// Workbook is a spreadsheet that is open for reading.
type Workbook struct {
	parts  parts
	sheets []listed
	texts  []string // that cells share
	shower *shower
	asks   bool // to be worked out when it is opened, as what no program has worked out yet does
}

// Refusal is why a file cannot be read, and what to do.
type Refusal struct{ Why, Hint string }

// Damaged is the refusal of a spreadsheet that turns out to be no whole one.
func Damaged() *Refusal {
	return &Refusal{"the spreadsheet is damaged", "open it and save it again as .xlsx, or as CSV (UTF-8)"}
}

// listed is a sheet in the list of the workbook.
type listed struct {
	name, entry string
	hidden      bool
}

// What only a made-up file has more of, which could take much memory for few bytes.
const (
	mostSheets = 10_000
	mostStyles = 1 << 16
	mostTexts  = 20_000_000
)

// Open opens a spreadsheet. The language is that of months and weekdays whose format names none: nb, nn or en; empty
// for nb.
func Open(data []byte, lang string) (*Workbook, *Refusal) {
	if why, hint := refusal(data); why != "" {
		return nil, &Refusal{why, hint}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, Damaged()
	}
	w := &Workbook{parts: parts{z}}
	workbook := w.parts.start()
	related := w.parts.related(workbook)
	var date1904 bool
	err = w.parts.visit(workbook, func(e xml.StartElement) {
		switch e.Name.Local {
		case "workbookPr":
			date1904 = isOn(e, "date1904")
		case "calcPr":
			w.asks = isOn(e, "fullCalcOnLoad")
		case "sheet":
			if len(w.sheets) > mostSheets {
				return
			}
			state := attribute(e, "state")
			w.sheets = append(w.sheets, listed{attribute(e, "name"), related.byID[attribute(e, "id")],
				state == "hidden" || state == "veryHidden"})
		}
	})
	if err != nil || len(w.sheets) == 0 || len(w.sheets) > mostSheets {
		return nil, Damaged()
	}
	if w.texts, err = w.parts.texts(related.texts); err != nil {
		return nil, Damaged()
	}
	w.shower = newShower(w.parts.formats(related.styles), date1904, lang)
	return w, nil
}

// Names are those of all sheets.
func (w *Workbook) Names() (names []string) {
	for _, s := range w.sheets {
		names = append(names, s.name)
	}
	return names
}

// Shown are the names of the sheets that are not hidden.
func (w *Workbook) Shown() (names []string) {
	for _, s := range w.sheets {
		if !s.hidden {
			names = append(names, s.name)
		}
	}
	return names
}

func isOn(e xml.StartElement, name string) bool {
	on, err := strconv.ParseBool(attribute(e, name))
	return err == nil && on
}
