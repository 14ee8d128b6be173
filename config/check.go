package config

import (
	"slices"
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/config/keys"
)

// What no tag of a single key can say: each struct looks at its table once it is read, and tells the schema the same.

// Check demands a deck and at least one slide, and that slides can be told apart.
func (f *File) Check(t *keys.Table) {
	if !t.Has("deck") {
		t.Missing("deck", t.Begin(), "begin the file with [deck] and a title", "the layout has no table [deck]")
	}
	if t.Lacks("slide") {
		pos := t.Begin()
		if t.Has("slide") {
			pos, _ = t.PosIn("slide", 0)
		}
		t.Missing("slide", pos, "add a table [[slide]] with a headline", "the layout has no slides")
	}
	f.checkIDs(t.Subs("slide"))
	if f.Mail != nil && f.Deck.Attachments.V {
		t.Warnf(f.Mail.Pos(), diag.AttachedMail, "move [mail] to a file of its own",
			"attachments puts this file into the PDF, so all who get it see server, user and the rest of [mail]")
	}
}

func (f *File) checkIDs(slides []*keys.Table) {
	first := map[string]int{} // slide of each id
	for i, t := range slides {
		id := f.Slides[i].ID
		if !id.Set {
			continue
		}
		if other, dup := first[id.V]; dup {
			t.Errorf(id.Pos, diag.Duplicate, "give each slide its own", "the id %q is slide %d's already", id.V, other)
		} else {
			first[id.V] = i + 1
		}
		if _, err := strconv.Atoi(id.V); err == nil || id.V == "all" {
			t.Errorf(id.Pos, diag.BadValue, "choose a word",
				"the id %q would be taken for something else where slides are named", id.V)
		}
	}
}

// Describe lets only rules be silenced that there are.
func (*Silence) Describe(s *keys.Schema) {
	s.Properties[0].Enum, s.Properties[0].Pattern = diag.RuleNames(), ""
}

// Check reports an answer that is listed twice, and what does not go together. A question over several columns is
// called by their headings where others have one.
func (q *Question) Check(t *keys.Table) {
	q.checkColumns(t)
	seen := map[string]bool{}
	for _, a := range q.Answers {
		if seen[a.V] && a.Set {
			t.Errorf(a.Pos, diag.Duplicate, "keep one of the two", "the answer %q is on the list already", a.V)
		}
		seen[a.V] = true
	}
}

func (q *Question) checkColumns(t *keys.Table) {
	switch columns := t.Has("columns"); {
	case !columns && !t.Has("column"):
		t.Missing("column", t.Pos(), `add column = "…", or columns = ["…", "…"]`, "%s has no column", t.Name())
	case !columns && q.Base.Set:
		t.Errorf(q.Base.Pos, diag.BadValue, `take it out; a chart has base = "all"`,
			"base is for questions that have a column for each option")
	case columns && t.Has("column"):
		t.Errorf(q.Column.Pos, diag.BadValue, "keep one of them", "%s has both column and columns", t.Name())
	case columns && t.Has("multiple"):
		t.Errorf(q.Multiple.Pos, diag.BadValue, "take multiple out",
			"columns that hold one option each hold no lists of them")
	}
	if len(q.Columns) > 0 {
		var headings []string
		for _, c := range q.Columns {
			headings = append(headings, c.V)
		}
		q.Column = q.Columns[0]
		q.Column.V = strings.Join(headings, ", ")
	}
}

// Describe says the same.
func (*Question) Describe(s *keys.Schema) {
	columns := &keys.Schema{Not: &keys.Schema{AnyOf: []*keys.Schema{keys.Need("column"), keys.Need("multiple")}}}
	s.If, s.Then, s.Else = keys.Need("columns"), columns, keys.Need("column")
	s.If.Type = keys.Types{"object"} // a text that stands for the table has neither
}

// Check demands a type.
func (c *Chart) Check(t *keys.Table) {
	if !t.Has("type") {
		types := t.Shape().At("type").Choices()
		last := len(types) - 1
		hint := "add type: " + strings.Join(types[:last], ", ") + " or " + types[last]
		t.Missing("type", t.Pos(), hint, "the chart has no type")
	}
}

// Check demands values or a question, and not both.
func (s *Series) Check(t *keys.Table) {
	switch values, question := t.Has("values"), t.Has("question"); {
	case values && question:
		t.Errorf(s.Pos, diag.BadValue, "keep one of them", "the series %q has both values and a question", s.Name.V)
	case !values && !question:
		t.Missing("values", s.Pos, "add values = [ … ], or a question", "the series %q has no figures", s.Name.V)
	}
}

// Describe says the same.
func (*Series) Describe(s *keys.Schema) {
	s.If, s.Then, s.Else = keys.Need("question"), &keys.Schema{Not: keys.Need("values")}, keys.Need("values")
}

// Check demands columns, or a range that has them, and knows how columns are aligned.
func (tb *Table) Check(t *keys.Table) {
	allowed := t.Shape().At("align").Choices()
	for i, a := range tb.Align {
		if !slices.Contains(allowed, a.V) {
			t.Errorf(a.Pos, diag.BadValue, diag.DidYouMean(a.V, allowed), "a column cannot be aligned %q", a.V)
			tb.Align[i].V = "left"
		}
	}
	if !t.Has("range") && t.Lacks("columns") {
		t.Missing("columns", t.Pos(), "add columns and rows, or a range of a data file", "the table has no columns")
	}
}

// Describe says the same of columns.
func (*Table) Describe(s *keys.Schema) {
	columns := keys.Need("columns")
	columns.Properties = keys.Properties{{Key: "columns", Schema: &keys.Schema{MinItems: 1}}}
	s.If, s.Else = keys.Need("range"), columns
}

// Check reads the picture.
func (i *Image) Check(t *keys.Table) {
	if i.File.Set {
		i.Data, i.Format = picture(t, i.File)
	}
}
