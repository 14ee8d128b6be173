package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// writeSpreadsheet is a command of scripts: spreadsheet FILE.xlsx TEXT. The text has a line for each row, with | between
// cells. "= formula" is one that nobody has worked out, "value [format]" a number or date in a
// format; a line that begins with ~ is a row that is not shown, and "sheet NAME" begins another sheet.
func writeSpreadsheet(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: spreadsheet FILE.xlsx TEXT")
	}
	f := excelize.NewFile()
	sheet, row := "Sheet1", 0
	for _, line := range strings.Split(strings.TrimSuffix(ts.ReadFile(args[1]), "\n"), "\n") {
		if name, begins := strings.CutPrefix(line, "sheet "); begins {
			if row > 0 || sheet != "Sheet1" {
				f.NewSheet(name)
			} else {
				f.SetSheetName(sheet, name)
			}
			sheet, row = name, 0
			continue
		}
		row++
		line, hidden := strings.CutPrefix(line, "~")
		for i, cell := range strings.Split(line, "|") {
			at, err := excelize.CoordinatesToCellName(i+1, row)
			ts.Check(err)
			ts.Check(writeCell(f, sheet, at, cell))
		}
		if hidden {
			ts.Check(f.SetRowVisible(sheet, row, false))
		}
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[0])))
}

func writeCell(f *excelize.File, sheet, at, cell string) error {
	if formula, is := strings.CutPrefix(cell, "= "); is {
		return f.SetCellFormula(sheet, at, formula)
	}
	value, format, hasFormat := strings.Cut(cell, " [")
	if hasFormat {
		code := strings.TrimSuffix(format, "]")
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			return err
		}
		if err := f.SetCellStyle(sheet, at, at, style); err != nil {
			return err
		}
	}
	if day, err := time.Parse(time.DateOnly, value); err == nil {
		return f.SetCellValue(sheet, at, day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours()/24)
	}
	if v, err := strconv.ParseFloat(value, 64); err == nil {
		return f.SetCellValue(sheet, at, v)
	}
	return f.SetCellValue(sheet, at, value)
}
