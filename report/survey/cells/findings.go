package cells

import (
	"lysark/config/diag"
	"lysark/report/survey/xlsx"
)

// tellFindings reports what was found in a sheet beside its cells; false when the sheet cannot be trusted.
func tellFindings(f xlsx.Findings, name string, list *diag.List) bool {
	const hint = "open it in Excel or LibreOffice and save it again"
	if f.Broken {
		list.Errorf(diag.Pos{File: name}, diag.BadFile, hint, "the spreadsheet breaks off in the middle of the sheet")
		return false
	}
	if f.Mixed {
		list.Errorf(diag.Pos{File: name}, diag.BadFile, hint, "the rows or cells of the sheet are not in their order")
		return false
	}
	bad := diag.Repeated{List: list, File: name, What: "formulas whose result was not saved", N: len(f.Unworked) + f.More}
	for _, c := range f.Unworked {
		list.Errorf(diag.Pos{File: name, Line: c.Row, Col: c.Col}, diag.BadData, "open the file in Excel and save it",
			"the cell %s%d holds a formula whose result was not saved", ColumnName(c.Col-1), c.Row)
	}
	bad.Rest(diag.BadData)
	return true
}

// tellMerged reports the blocks that begin among the answers and hold a text. Names and titles may be merged, and so
// may what stands beside the table.
func tellMerged(t *Cells, f xlsx.Findings, list *diag.List) {
	if f.TooManyMerged {
		list.Errorf(diag.Pos{File: t.File}, diag.TooMany, "unmerge them and fill in each row",
			"the sheet has more than a million blocks of merged cells")
		return
	}
	beside := besideNames(t)
	found := diag.Repeated{List: list, File: t.File, What: "blocks of merged cells"}
	for _, b := range f.Merged {
		row, col := int(b.Row0), int(b.Col0)
		below := row - len(t.Above)
		if below < 0 || col >= beside || t.Text(below, col) == "" {
			continue
		}
		if t.Text(below+1, col) != "" { // a program wrote each row's answer below the merged cell, and all are read
			continue
		}
		if found.Next() {
			list.Errorf(t.Places.At(row, col), diag.BadData, "unmerge them and fill in each row",
				"the cells %s are merged, so only the first row has their text", b)
		}
	}
	found.Rest(diag.BadData)
}

// besideNames is the first column that stands beside the table: none from there on has a name.
func besideNames(t *Cells) int {
	for i := len(t.Columns); i > 0; i-- {
		if t.Columns[i-1].Name != "" {
			return i
		}
	}
	return 0
}
