package cells

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"lysark/config/diag"
)

// Sheet is what has to be known of a spreadsheet beside the cells.
type Sheet struct {
	Name   string   // of the sheet that was read
	Others []string // sheets that hold rows, too, and were not read
	Hidden []int32  // rows that are not shown, as those that a filter takes out, counted from 1
}

// IsHidden tells whether the row is not shown, counted from 1.
func (s Sheet) IsHidden(line int) bool {
	_, found := slices.BinarySearch(s.Hidden, int32(line))
	return found
}

// tellUnseen warns of what the author may not know to be there: other sheets with rows, and rows that are not shown.
func tellUnseen(t *Cells, opts Options, list *diag.List) {
	others := slices.DeleteFunc(slices.Clone(t.Sheet.Others), func(name string) bool { return name == opts.Beside })
	if len(others) > 0 {
		list.Warnf(opts.Pos, diag.UnreadSheet,
			fmt.Sprintf("name the one that is meant: %[1]s = %[2]q, or %[1]s = %[3]q",
				cmp.Or(opts.SheetKey, "sheet"), t.Sheet.Name, others[0]),
			"the sheet %q of the file %s is read, the first with rows; %s not read",
			t.Sheet.Name, t.File, quotedNames(others))
	}
	first, n := 0, 0
	for _, r := range t.Rows {
		if r.Filled && t.Sheet.IsHidden(r.Line) {
			first = cmp.Or(first, r.Line)
			n++
		}
	}
	if n > 0 {
		list.Warnf(diag.Pos{File: t.File, Line: first, Col: 1}, diag.HiddenRow,
			"take out those that are not meant, or show all rows and save the file again",
			"%s not shown in the sheet %q and counted all the same", hiddenRows(n), t.Sheet.Name)
	}
}

func hiddenRows(n int) string {
	if n == 1 {
		return "1 row of answers is"
	}
	return fmt.Sprintf("%d rows of answers, from this one on, are", n)
}

// quotedNames says of sheets by their names that they are, up to four of them.
func quotedNames(names []string) string {
	const most = 4
	quoted := make([]string, 0, most)
	for _, name := range names[:min(len(names), most)] {
		quoted = append(quoted, fmt.Sprintf("%q", name))
	}
	switch more := len(names) - most; {
	case len(names) == 1:
		return quoted[0] + " holds rows, too, and is"
	case more > 0:
		return fmt.Sprintf("%s and %d more hold rows, too, and are", strings.Join(quoted, ", "), more)
	}
	return strings.Join(quoted[:len(quoted)-1], ", ") + " and " + quoted[len(quoted)-1] + " hold rows, too, and are"
}
