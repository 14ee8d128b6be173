package survey

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey/cells"
	"lysark/report/survey/letters"
	"lysark/report/survey/number"
	"lysark/report/survey/words"
)

// option is one of the columns of a question that has a column for each option.
type option struct {
	column int
	set    *cells.Set // that it is of
	label  string     // what people read of it
	yes    []bool     // by code of the column: the option was ticked
	filled []bool     // by code: something stands there, if only that it was not ticked
	texts  []string   // by code: of a column that holds one of many options, which; empty else
}

// joiner makes one column of those that hold an option each: its cells are lists of the options that were ticked.
type joiner struct {
	*Table
	q    Question
	list *diag.List

	common map[string]bool // texts that several of the columns hold
}

// joined is the column of the question, which is made once.
func (t *Table) joined(q Question, list *diag.List) (asked, bool) {
	key := fmt.Sprintf("%q %d %q %q %v %q", q.Columns, q.Base, q.Labels, q.Missing, q.Found, q.Answers)
	if a, done := t.made[key]; done {
		return a, true
	}
	if len(t.beside) == 0 {
		t.own = max(len(t.texts), len(t.Columns))
		t.texts = append(t.texts, make([][]text, t.own-len(t.texts))...)
	}
	told := len(*list)
	j := joiner{Table: t, q: q, list: list}
	options := j.options()
	if (*list)[told:].HasErrors() {
		return asked{}, false
	}
	a := j.join(options)
	t.made[key] = a
	return a, true
}

// join makes the column.
func (t joiner) join(options []option) asked {
	a := asked{column: len(t.texts), heading: t.stem(options)}
	for _, o := range options {
		if o.texts == nil {
			a.offered = append(a.offered, o.label)
		}
	}
	d, codes := cells.Dictionary{}, make([]uint32, len(t.cells.Rows))
	var cell []byte
	for i, r := range t.cells.Rows {
		if !r.Filled {
			continue
		}
		var ticked int
		cell, ticked = t.ticked(i, options, cell[:0])
		if len(cell) > 0 {
			codes[i] = d.Code(cell, i)
		}
		a.multiple = a.multiple || ticked > 1
	}
	t.texts = append(t.texts, t.weighed(d.Texts, codes))
	t.beside = append(t.beside, codes)
	t.madeAt = append(t.madeAt, options[0].column)
	return a
}

// stem is what people read of the question: what the texts of its columns share, else what the headings do.
func (t joiner) stem(options []option) string {
	var headings, labels []string
	for _, o := range options {
		if o.set != nil && o.set.Label != "" {
			return o.set.Label
		}
		c := t.Columns[o.column]
		headings, labels = append(headings, c.Name), append(labels, cmp.Or(c.Shared, c.Label))
	}
	return cmp.Or(words.Shared(labels), words.Shared(headings), letters.Tidy(strings.ReplaceAll(t.q.Column, "*", "")))
}

// ticked is what a respondent ticked, as a cell that holds a list, and how many options that are. The cell is empty
// when the respondent is not of the base.
func (t joiner) ticked(row int, options []option, cell []byte) ([]byte, int) {
	answered, ticked := t.q.Base == Everybody, 0
	for _, o := range options {
		code := t.code(row, o.column)
		if code == 0 {
			continue
		}
		answered = answered || o.filled[code]
		if !o.yes[code] {
			continue
		}
		label := o.label
		if o.texts != nil {
			label = o.texts[code]
		}
		ticked++
		cell = append(append(cell, between...), label...)
	}
	if ticked == 0 && answered && t.q.Base != Ticked {
		cell = append(cell, between...)
	}
	return cell, ticked
}

// weighed are the texts of a column that was made, with the weights of those who gave them.
func (t joiner) weighed(texts []cells.Text, codes []uint32) []text {
	out := make([]text, len(texts))
	for i, x := range texts {
		out[i] = text{s: x.S, code: x.Code, first: x.First}
	}
	for row, code := range codes {
		if code != 0 {
			out[code].add(t.weight(int32(row)))
		}
	}
	return out
}

// options are the columns of the question and what their cells say. Whatever cannot be told to mean that an option was
// ticked is reported.
func (t joiner) options() []option {
	found := t.columns()
	if len(found) == 0 {
		return nil
	}
	named, choices := t.names(found), t.areChoices(found)
	t.common = t.inSeveral(found)
	var out []option
	for i, m := range found {
		o := option{column: m.column, set: m.set, label: named[i].text}
		given, missing := t.cellsOf(m.column)
		tellMissing(t.q, t.Columns[m.column].Labels, missing, nil, t.firstIn(m.column), t.list)
		t.read(&o, named[i].own, given, choices)
		for _, other := range out {
			if other.label == o.label && o.texts == nil {
				t.list.Errorf(t.q.Pos, diag.Duplicate, `take one of them out, or give them labels = { "…" = "…" }`,
					"the columns %s and %s of %q are both called %q", cells.ColumnName(other.column),
					cells.ColumnName(o.column), t.q.Column, o.label)
			}
		}
		out = append(out, o)
	}
	return out
}

// cellsOf are the texts of an option's column in all of the file, whoever is counted.
func (t joiner) cellsOf(column int) (given, missing []text) {
	if len(t.texts[column]) == 0 {
		return nil, nil
	}
	q := t.q
	q.Labels, q.Answers = nil, nil
	texts, cut := t.texts[column][1:], splitter{}
	cut.none = noneOf(texts, t.Columns[column].Labels, q)
	return parted(texts, cut)
}

func (t joiner) firstIn(column int) func(text) diag.Pos {
	return func(x text) diag.Pos { return t.atFirst(x, column) }
}

// columns are the columns that the question's headings and patterns mean, each once.
func (t joiner) columns() (out []matched) {
	for _, c := range t.q.Columns {
		found := t.matching(c)
		if len(found) == 0 {
			t.list.Errorf(t.q.Pos, diag.UnknownColumn, diag.DidYouMean(c, t.cells.Named()),
				"the file %s has no column %q", t.File, c)
		}
		for _, m := range found {
			isThere := slices.ContainsFunc(out, func(o matched) bool { return o.column == m.column })
			if !isThere {
				out = append(out, m)
			}
		}
	}
	return out
}

// optionName is what an option is called.
type optionName struct {
	text string
	own  bool // the layout says so, whatever stands in the cells
}

// names are what the options are called: as the layout says, else what differs between the texts that people
// read of the columns, else what the star of the pattern stands for, else what differs between the headings.
func (t joiner) names(found []matched) []optionName {
	var headings, labels []string
	described := true
	for _, m := range found {
		c := t.Columns[m.column]
		headings, labels = append(headings, c.Name), append(labels, c.Label)
		described = described && c.Label != c.Name
	}
	headings, labels = words.Differing(headings), words.Differing(labels)
	out := make([]optionName, len(found))
	for i, m := range found {
		switch part := t.Columns[m.column].Part; {
		case m.set != nil:
			out[i].text = m.star
		case part != "":
			out[i].text = part
		case described:
			out[i].text = labels[i]
		case m.star != "":
			out[i].text = m.star
		default:
			out[i].text = headings[i]
		}
		for _, l := range t.q.Labels {
			if code := letters.Tidy(l.Code); code == t.Columns[m.column].Name || code == m.star && code != "" {
				out[i] = optionName{letters.Tidy(l.Text), true}
			}
		}
	}
	return out
}

// areChoices tells columns that each hold a choice from one list, such as the first and the second: all their texts are
// answers that the layout lists, and a column has several.
func (t joiner) areChoices(found []matched) bool {
	if found[0].set != nil && found[0].set.Options == nil {
		return true
	}
	if len(t.q.Answers) == 0 {
		return false
	}
	most := 0
	for _, m := range found {
		l := labels(t.Columns[m.column].Labels).with(t.q.Labels)
		given, _ := t.cellsOf(m.column)
		for _, x := range given {
			if !slices.ContainsFunc(t.q.Answers, func(a string) bool { return l.code(letters.Tidy(a)) == l.one(x.s) }) {
				return false
			}
		}
		most = max(most, len(given))
	}
	return most > 1
}

// read finds out which texts of a column mean that its option was ticked.
func (t joiner) read(o *option, named bool, given []text, choices bool) {
	codes := len(t.texts[o.column])
	o.yes, o.filled = make([]bool, codes), make([]bool, codes)
	l := labels(t.Columns[o.column].Labels)
	var others []text // that say neither yes nor no
	saysYes := false
	for _, x := range given {
		o.filled[x.code] = true
		switch word := l.of(x.s); {
		case o.set != nil && !choices:
			o.yes[x.code] = x.s == o.set.Counted
		case choices || isNo(word):
		case isYes(word):
			o.yes[x.code], saysYes = true, true
		default:
			others = append(others, x)
		}
	}
	switch {
	case choices:
		o.chosen(given, codes, labels(t.Columns[o.column].Labels).with(t.q.Labels))
	case len(others) == 0:
	case !saysYes && (named && !slices.ContainsFunc(others, t.isMark) || len(others) == 1):
		for _, x := range others {
			o.yes[x.code] = true
		}
		if !named && !isNumeric(others[0].s) {
			o.label = l.of(others[0].s) // the cells hold the option's own text
		}
	default:
		t.list.Errorf(t.atFirst(others[0], o.column), diag.BadData, t.notTicks(o.label, others),
			"the column %s of %q holds more than whether %q was chosen",
			cells.ColumnName(o.column), t.q.Column, o.label)
	}
}

// chosen reads a column that holds one of many options.
func (o *option) chosen(given []text, codes int, l labels) {
	o.texts = make([]string, codes)
	for _, x := range given {
		o.yes[x.code], o.texts[x.code] = true, l.of(x.s)
	}
}

// isYes and isNo know marks, and 1 and 0 with decimals.
func isYes(word string) bool {
	n, ok := words.Whole(word)
	return words.IsYes(word) || ok && n == 1
}

func isNo(word string) bool {
	n, ok := words.Whole(word)
	return words.IsNo(word) || ok && n == 0
}

// inSeveral are the texts that several of the columns hold, as marks are.
func (t joiner) inSeveral(found []matched) map[string]bool {
	out, once := map[string]bool{}, map[string]bool{}
	for _, m := range found {
		given, _ := t.cellsOf(m.column)
		for _, x := range given {
			out[x.s] = once[x.s]
			once[x.s] = true
		}
	}
	return out
}

func (t joiner) isMark(x text) bool { return t.common[x.s] }

// notTicks is what to do about a column that says more than yes or no. Where its texts are marks of a kind that is not
// known, only the author can tell which of them says no: if any meant yes, all would be chosen by everybody.
func (t joiner) notTicks(label string, others []text) string {
	marks := slices.DeleteFunc(slices.Clone(others), func(x text) bool { return !t.isMark(x) })
	if len(marks) > 0 {
		return fmt.Sprintf("leave the column out if it is no option; else say which of %s stands where an option was "+
			"not chosen, or nobody was asked: missing = [\"…\"]; base = \"all\" counts those who chose none, too",
			quotedTexts(marks[:min(len(marks), diag.MostTold)], "and"))
	}
	return fmt.Sprintf("leave the column out if it holds words or all the answers together; "+
		"if any text in it means that the option was chosen: labels = { %q = %q }", label, label)
}

func isNumeric(s string) bool {
	v, ok := number.Parse(s)
	return ok && !v.Missing
}
