package compare

import (
	"slices"

	"lysark/config"
	"lysark/report/figures"
	"lysark/report/survey"
)

// Which answers are named: those that the layout names or a chart shows. An answer in a column that no question names
// may be what a member wrote in his own words; it is named only when several gave it, and counted otherwise. Of a
// question that too few answered nothing is told.

// Data is what came or went in a data set.
type Data struct {
	Name        string     `json:"name"`
	OldName     string     `json:"old_name,omitempty"` // when the data set is called otherwise
	Only        string     `json:"only,omitempty"`     // "old" or "new" when the other layout does not have the data set
	ColumnsCame []string   `json:"columns_came"`
	ColumnsGone []string   `json:"columns_gone"`
	Questions   []Question `json:"questions"` // those that changed
}

// Question is a column, under its short name when the layout gives one.
type Question struct {
	Name      string   `json:"name,omitempty"`
	Column    string   `json:"column"`
	OldColumn string   `json:"old_column,omitempty"` // when the column is called otherwise
	Came      []string `json:"answers_came"`
	Gone      []string `json:"answers_gone"`
	OtherCame int      `json:"unnamed_came"` // different answers that are not named here
	OtherGone int      `json:"unnamed_gone"`
	TooFew    bool     `json:"too_few,omitempty"` // to tell which answers were given
	Various   bool     `json:"various,omitempty"` // as good as everybody answers something else: numbers, names, free text
}

// data tells of each data set that is in either layout what came or went, those of the new one first.
func data(old, new Side, oldNames renaming) []Data {
	out, told := []Data{}, map[string]bool{}
	for _, d := range new.File.Data {
		table := new.Answers[d.Name.V]
		before, there := old.data(oldNames.data[d.Name.V])
		told[before.Name.V] = true
		switch then := old.Answers[before.Name.V]; {
		case !there:
			out = append(out, Data{Name: d.Name.V, Only: "new"})
		case table != nil && then != nil:
			p := pair{old: old, new: new, before: before, after: d, then: then, now: table}
			if one := p.changes(); one.changed() {
				out = append(out, one)
			}
		}
	}
	for _, d := range old.File.Data {
		if !told[d.Name.V] {
			out = append(out, Data{Name: d.Name.V, Only: "old"})
		}
	}
	return out
}

func (d Data) changed() bool {
	return d.OldName != "" || len(d.ColumnsCame)+len(d.ColumnsGone)+len(d.Questions) > 0
}

func (s Side) data(name string) (config.Data, bool) {
	for _, d := range s.File.Data {
		if d.Name.V == name {
			return d, true
		}
	}
	return config.Data{}, false
}

// pair is a data set in both decks.
type pair struct {
	old, new      Side
	before, after config.Data
	then, now     *survey.Table
}

func (p pair) changes() Data {
	out := Data{Name: p.after.Name.V, ColumnsCame: without(p.now, p.then), ColumnsGone: without(p.then, p.now),
		Questions: []Question{}}
	if was := p.before.Name.V; was != out.Name {
		out.OldName = was
	}
	told := map[string]bool{}
	for _, q := range p.new.asked(p.after, p.now) {
		told[q.Column] = true
		was, ok := p.counterpart(q)
		if !ok {
			continue
		}
		told[was.Column] = true
		one := p.question(was, q)
		if one.changed() {
			out.Questions = append(out.Questions, one)
		}
		if one.OldColumn != "" { // told as one
			out.ColumnsCame = slices.DeleteFunc(out.ColumnsCame, func(c string) bool { return c == one.Column })
			out.ColumnsGone = slices.DeleteFunc(out.ColumnsGone, func(c string) bool { return c == one.OldColumn })
		}
	}
	for _, column := range p.now.Columns {
		if _, both := p.then.Column(column.Name); !both || told[column.Name] || column.Name == p.after.Weight.V {
			continue // of weights nobody chose one
		}
		q := survey.Question{Column: column.Name}
		if one := p.question(q, q); one.changed() {
			out.Questions = append(out.Questions, one)
		}
	}
	return out
}

// counterpart is the old question of the same name, else that of the same column.
func (p pair) counterpart(q survey.Question) (survey.Question, bool) {
	before := p.old.asked(p.before, p.then)
	for _, was := range before {
		if was.Name == q.Name {
			return was, true
		}
	}
	for _, was := range before {
		if was.Column == q.Column {
			return was, true
		}
	}
	was := q
	was.Name, was.Answers = "", nil
	return was, p.then.Has(was)
}

// asked are the questions whose columns are in the table: the data set's own, then those of other data sets, which
// need not be declared again.
func (s Side) asked(d config.Data, table *survey.Table) []survey.Question {
	var out []survey.Question
	add := func(q config.Question) {
		one := figures.Asked(d, q)
		if !table.Has(one) || slices.ContainsFunc(out, func(o survey.Question) bool { return o.Name == q.Name.V }) {
			return
		}
		if i, single := table.Column(one.Column); single {
			one.Column = table.Columns[i].Name
		}
		out = append(out, one)
	}
	for _, q := range d.Questions {
		add(q)
	}
	for _, other := range s.File.Data {
		for _, q := range other.Questions {
			add(q)
		}
	}
	return out
}

// without are the columns of a that b does not have.
func without(a, b *survey.Table) []string {
	out := []string{}
	for _, c := range a.Columns {
		if _, there := b.Column(c.Name); !there && c.Name != "" {
			out = append(out, c.Name)
		}
	}
	return out
}
