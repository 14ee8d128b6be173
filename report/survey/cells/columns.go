package cells

import (
	"fmt"
	"slices"

	"lysark/config/diag"
	"lysark/report/survey/heading"
	"lysark/report/survey/letters"
)

// Column is a column of a file.
type Column struct {
	Name  string // its heading, tidied, by which layouts name it; empty for one that cannot be asked for
	Label string // what people read: the heading, where the file has no other words for the question

	Shared  string  // the heading that it shares with the columns beside it; empty for none
	Part    string  // its own heading under that
	Heading string  // where other columns have it, too, and the name has the column's letters behind it
	Labels  []Label // of its answers
}

// Label is what people read of an answer that the file holds as a code; both tidied.
type Label struct{ Code, Text string }

// Column is the index of the column with that name. Columns with the same heading have their letters behind it, as in
// "Other (H)"; where a column has just that as its heading, it is the one.
func (t *Cells) Column(name string) (int, bool) {
	name = letters.Tidy(name)
	found := -1
	for i, c := range t.Columns {
		switch {
		case c.Name != name || name == "":
		case c.Heading == "":
			return i, true
		default:
			found = i
		}
	}
	if found < 0 {
		return under(t, name)
	}
	return found, true
}

// under is the only column that has the name under a heading which it shares with others, as spreadsheets have it.
func under(t *Cells, name string) (int, bool) {
	is := func(c Column) bool { return c.Part == name && name != "" }
	i := slices.IndexFunc(t.Columns, is)
	if i < 0 || slices.ContainsFunc(t.Columns[i+1:], is) {
		return 0, false
	}
	return i, true
}

// Named are the names of the columns that can be asked for.
func (t *Cells) Named() []string {
	return slices.DeleteFunc(t.Names(), func(name string) bool { return name == "" })
}

// Names are the names of all columns.
func (t *Cells) Names() []string {
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = c.Name
	}
	return out
}

// addColumn adds a column under its heading.
func addColumn(t *Cells, name string) {
	t.Columns = append(t.Columns, Column{Name: name, Label: name})
}

// nameColumns takes the names from the headings. What several columns have as their heading becomes the
// names of all of them with their letters; in a list of members, which is no export, it is a mistake.
func nameColumns(t *Cells, columns []heading.Column, list *diag.List) {
	count := map[string]int{}
	t.Columns = make([]Column, len(columns))
	for i, c := range columns {
		t.Columns[i] = Column{Name: c.Name, Label: c.Label, Shared: c.Under, Part: c.Part}
		count[c.Name]++
	}
	if t.asWritten {
		tellTwice(t, t.Names(), list)
		return
	}
	for i, c := range t.Names() {
		if c == "" || count[c] == 1 {
			continue // a column without a name cannot be asked for
		}
		name := fmt.Sprintf("%s (%s)", c, ColumnName(i))
		for count[name] > 0 {
			name += fmt.Sprintf(" (%s)", ColumnName(i))
		}
		t.Columns[i].Name, t.Columns[i].Heading = name, c
	}
}

// tellTwice reports the names that several columns have. They are not printed: a list without a first row of names has
// a member there.
func tellTwice(t *Cells, names []string, list *diag.List) {
	first := map[string]int{}
	twice := diag.Repeated{List: list, File: t.File, What: "columns with a name that another has"}
	for i, c := range names {
		j, dup := first[c]
		switch {
		case c == "":
		case !dup:
			first[c] = i
		case twice.Next():
			list.Errorf(t.Places.At(len(t.Above)-1, i), diag.Duplicate, "give each column its own name",
				"the columns %s and %s have the same name", ColumnName(j), ColumnName(i))
		}
	}
	twice.Rest(diag.Duplicate)
}

// ColumnName is a column's letters, as spreadsheets count: A, B, … Z, AA.
func ColumnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}
