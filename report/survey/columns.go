package survey

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey/heading"
)

// Column is the index of the column with that name. Columns with the same heading have their letters behind it, as in
// "Other (H)"; where a column has just that as its heading, it is the one.
func (t *Table) Column(name string) (int, bool) {
	name = tidy(name)
	found := -1
	for i, c := range t.Columns {
		switch {
		case c.Name != name || name == "":
		case c.heading == "":
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
func under(t *Table, name string) (int, bool) {
	is := func(c Column) bool { return c.part == name && name != "" }
	i := slices.IndexFunc(t.Columns, is)
	if i < 0 || slices.ContainsFunc(t.Columns[i+1:], is) {
		return 0, false
	}
	return i, true
}

// sharing are the columns under a heading that they share, by their names.
func sharing(t *Table, heading string) (out []string) {
	for _, c := range t.Columns {
		if c.shared == tidy(heading) && c.shared != "" {
			out = append(out, c.Name)
		}
	}
	return out
}

// tellNoColumn reports a column that the layout names and that the file does not have, or has more than once.
func tellNoColumn(t *Table, list *diag.List, pos diag.Pos, name, what string) {
	var letters, names []string
	for i, c := range t.Columns {
		if c.heading != "" && c.heading == tidy(name) && len(names) < mostTold {
			letters, names = append(letters, columnName(i)), append(names, strconv.Quote(c.Name))
		}
	}
	if len(names) > 1 {
		list.Errorf(pos, diag.Duplicate, "name one of them: "+inWords(names, " or "),
			"%q is the heading of %d columns of %s, %s", name, len(names), t.File, inWords(letters, " and "))
		return
	}
	list.Errorf(pos, diag.UnknownColumn, diag.DidYouMean(name, t.named()),
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

// named are the names of the columns that can be asked for.
func (t *Table) named() []string {
	return slices.DeleteFunc(t.names(), func(name string) bool { return name == "" })
}

// names are the names of all columns.
func (t *Table) names() []string {
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = c.Name
	}
	return out
}

// addColumn adds a column under its heading.
func addColumn(t *Table, name string) {
	t.Columns = append(t.Columns, Column{Name: name, Label: name})
}

// nameColumns takes the names from the headings. What several columns have as their heading becomes the
// names of all of them with their letters; in a list of members, which is no export, it is a mistake.
func nameColumns(t *Table, columns []heading.Column, list *diag.List) {
	count := map[string]int{}
	t.Columns = make([]Column, len(columns))
	for i, c := range columns {
		t.Columns[i] = Column{Name: c.Name, Label: c.Label, shared: c.Under, part: c.Part}
		count[c.Name]++
	}
	if t.asWritten {
		tellTwice(t, t.names(), list)
		return
	}
	for i, c := range t.names() {
		if c == "" || count[c] == 1 {
			continue // a column without a name cannot be asked for
		}
		name := fmt.Sprintf("%s (%s)", c, columnName(i))
		for count[name] > 0 {
			name += fmt.Sprintf(" (%s)", columnName(i))
		}
		t.Columns[i].Name, t.Columns[i].heading = name, c
	}
}

// tellTwice reports the names that several columns have. They are not printed: a list without a first row of names has
// a member there.
func tellTwice(t *Table, names []string, list *diag.List) {
	first := map[string]int{}
	twice := told{list: list, file: t.File, what: "columns with a name that another has"}
	for i, c := range names {
		j, dup := first[c]
		switch {
		case c == "":
		case !dup:
			first[c] = i
		case twice.next():
			list.Errorf(t.places.at(len(t.above)-1, i), diag.Duplicate, "give each column its own name",
				"the columns %s and %s have the same name", columnName(j), columnName(i))
		}
	}
	twice.rest(diag.Duplicate)
}

// columnName is a column's letters, as spreadsheets count: A, B, … Z, AA.
func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}
