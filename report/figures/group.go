package figures

import (
	"lysark/config"
	"lysark/config/diag"
	"lysark/report/survey"
	"lysark/report/template"

	"fmt"
	"slices"
)

// Group is who is counted: the respondents of a data set, or some of them.
type Group struct {
	Data  string // name of the data set; empty for the layout's first
	Where Where
}

// Where says which respondents of a data set are counted: those who gave an answer to a question. The zero Where is
// all.
type Where struct{ Question, Answer string }

// String is the condition in words, for messages; empty for all.
func (w Where) String() string {
	if w == (Where{}) {
		return ""
	}
	return fmt.Sprintf("%s = %q", w.Question, w.Answer)
}

// DataSet is a data set by name, or the layout's first. One whose file could not be read is told by whoever read it.
func (b *Book) DataSet(name string) (config.Data, error) {
	d, _, err := b.dataSet(name)
	return d, err
}

func (b *Book) dataSet(name string) (config.Data, *survey.Table, error) {
	if len(b.sets) == 0 {
		return config.Data{}, nil, &template.ArgError{
			Arg: -1, Rule: diag.Missing, Text: "the layout names no data",
			Hint: `add a table [data.svar] with file = "…"`,
		}
	}
	for _, d := range b.sets {
		if name != "" && d.Name.V != name {
			continue
		}
		if table := b.tables[d.Name.V]; table != nil {
			return d, table, nil
		}
		return d, nil, template.ErrReported
	}
	return config.Data{}, nil, &template.ArgError{
		Arg: -1, Rule: diag.UnknownQuestion, Text: fmt.Sprintf("there is no data set %q", name),
		Hint: diag.DidYouMean(name, b.DataNames()),
	}
}

// Table is a data set's answers; nil when they could not be read.
func (b *Book) Table(data string) *survey.Table { return b.tables[data] }

// Grid is a part of a ready-made table.
type Grid = survey.Grid

// Range is the part of a data set's file that a reference such as "B2:D9" names. at is where the layout names it.
func (b *Book) Range(data, ref string, at diag.Pos) (Grid, diag.List) {
	return b.tables[data].Range(ref, at)
}

// ShownCell is a cell of a ready-made table, be it a number or not.
type ShownCell = survey.ShownCell

// Shown is a part of a ready-made table as the file shows it, whatever its cells hold.
func (b *Book) Shown(data, ref string, at diag.Pos) (survey.Shown, diag.List) {
	return b.tables[data].Shown(ref, at)
}

// table is the answers of a group.
func (b *Book) table(g Group) (config.Data, *survey.Table, error) {
	d, table, err := b.dataSet(g.Data)
	if err == nil {
		b.tellOnce(table.Found())
	}
	if err != nil || g.Where == (Where{}) {
		return d, table, err
	}
	g.Data = d.Name.V
	if part, done := b.parts[g]; done {
		return d, part, nil
	}
	part, err := b.part(d, table, g.Where)
	if err == nil {
		b.parts[g] = part
	}
	return d, part, err
}

// HasData tells whether there is a data set of that name.
func (b *Book) HasData(name string) bool { return slices.Contains(b.DataNames(), name) }

// DataNames are the names of the data sets, in the layout's order.
func (b *Book) DataNames() []string {
	var names []string
	for _, d := range b.sets {
		names = append(names, d.Name.V)
	}
	return names
}

// Previous is the data set that a data set's changes are told against: the one it names, or, for the deck's own
// answers, which come first, the only other one.
func (b *Book) Previous(data string) (string, error) {
	var others []string
	for _, d := range b.sets {
		if d.Name.V == data && d.Previous.Set {
			return d.Previous.V, nil
		}
		if d.Name.V != data {
			others = append(others, d.Name.V)
		}
	}
	if len(others) == 1 && data == b.sets[0].Name.V {
		return others[0], nil
	}
	hint := fmt.Sprintf("add previous = %q to [data.%s]", "…", data)
	if len(others) > 0 {
		hint += ", or name it: change(x, " + Literal(others[0]) + ")"
	}
	return "", &template.ArgError{
		Arg: -1, Rule: diag.Missing, Hint: hint,
		Text: fmt.Sprintf("the layout does not say which data set comes before %q", data),
	}
}

// part is the answers of those in a data set to whom the condition applies.
func (b *Book) part(d config.Data, table *survey.Table, w Where) (*survey.Table, error) {
	t, err := b.Tally(Group{Data: d.Name.V}, w.Question)
	if err != nil {
		return nil, err
	}
	rows, unknown := table.Rows(Asked(t.Set, t.Asked), []string{w.Answer})
	if len(unknown) > 0 && !b.Untold(t) {
		return nil, &template.ArgError{
			Rule: diag.UnknownAnswer, Hint: diag.DidYouMean(w.Answer, b.Tellable(t)),
			Text: fmt.Sprintf("nobody in %s answered %q to %q", table.File, w.Answer, t.Asked.Column.V),
		}
	}
	return table.Where(rows), nil
}
