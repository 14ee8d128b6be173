package survey

import (
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey/cells"
	"lysark/report/survey/letters"
)

// Column is the index of the column with that name: see cells.Cells.
func (t *Table) Column(name string) (int, bool) { return t.cells.Column(name) }

// sharing are the columns under a heading that they share, by their names.
func sharing(t *Table, heading string) (out []string) {
	for _, c := range t.Columns {
		if c.Shared == letters.Tidy(heading) && c.Shared != "" {
			out = append(out, c.Name)
		}
	}
	return out
}

// tellNoColumn reports a column that the layout names and that the file does not have, or has more than once.
func tellNoColumn(t *Table, list *diag.List, pos diag.Pos, name, what string) {
	var places, names []string
	for i, c := range t.Columns {
		if c.Heading != "" && c.Heading == letters.Tidy(name) && len(names) < diag.MostTold {
			places, names = append(places, cells.ColumnName(i)), append(names, strconv.Quote(c.Name))
		}
	}
	if len(names) > 1 {
		list.Errorf(pos, diag.Duplicate, "name one of them: "+inWords(names, " or "),
			"%q is the heading of %d columns of %s, %s", name, len(names), t.File, inWords(places, " and "))
		return
	}
	list.Errorf(pos, diag.UnknownColumn, diag.DidYouMean(name, t.cells.Named()),
		"the file %s has no column %q%s", t.File, name, what)
}

// inWords is a list in a sentence.
func inWords(texts []string, last string) string {
	n := len(texts) - 1
	if n < 1 {
		return strings.Join(texts, "")
	}
	return strings.Join(texts[:n], ", ") + last + texts[n]
}
