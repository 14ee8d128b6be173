package draft

import (
	"slices"
	"strings"

	"lysark/config/diag"
	"lysark/report/survey"
	"lysark/report/survey/words"
)

// options are the columns of a question that has one for each option.
type options struct {
	columns []string // headings, or one pattern
	several bool     // somebody chose more than one
	named   []survey.Label
}

// joinOptions makes one question of the columns that hold an option each, in the place of the first of them.
func joinOptions(table *survey.Table, columns []*column) []*column {
	var out []*column
	for i := 0; i < len(columns); {
		run := columns[i : i+runOf(columns[i:])]
		i += len(run)
		if joined := join(table, run); joined != nil {
			out = append(out, joined)
		}
		out = append(out, run...)
	}
	for _, c := range out {
		if c.options != nil {
			leaveOutTogether(table, c, columns)
		}
	}
	return out
}

// runOf is how many columns from the first on may be options of one question: a block, or neighbours that hold their
// own heading where they were ticked.
func runOf(columns []*column) int {
	n := 1
	first := columns[0]
	for n < len(columns) && (first.block != 0 && columns[n].block == first.block ||
		first.block == 0 && first.isItself && columns[n].isItself && columns[n].block == 0) {
		n++
	}
	return n
}

// join is the question whose options some of the columns are; nil for none.
func join(table *survey.Table, run []*column) *column {
	var parts []*column
	for _, c := range run {
		switch {
		case c.isBox && (c.why == "" || c.why == oneAnswer || c.why == tooFew || c.why == noAnswers):
			parts = append(parts, c)
		case c.why == "" && slices.ContainsFunc(c.answers, func(a survey.Answer) bool { return words.IsYes(a.Label) }):
			return nil // a battery that is answered by more than yes and no
		}
	}
	isTicked := func(c *column) bool { return c.why != noAnswers }
	if len(parts) < 2 || !slices.ContainsFunc(parts, isTicked) {
		return nil
	}
	out := &column{heading: parts[0].heading, label: stemOf(parts), letter: parts[0].letter, shape: many,
		options: &options{columns: headings(parts)}, block: parts[0].block, stem: parts[0].stem}
	for _, c := range parts {
		out.missing, out.odd = union(out.missing, c.missing), union(out.odd, c.odd)
	}
	tally, ok := out.count(table, parts)
	if !ok || !askedAlike(parts, tally.Base) {
		return nil
	}
	for _, c := range parts {
		c.why, c.answers = anOption, nil
	}
	out.take(tally)
	return out
}

// union is a list with what another has besides.
func union(list, other []string) []string {
	for _, s := range other {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// askedAlike tells whether the columns that say no, too, were filled in by nearly all of those who filled in any. Where
// they were not, they are questions that others were asked, but for one that was hidden from those who ticked "none".
func askedAlike(parts []*column, base int) bool {
	isLess := func(c *column) bool { return c.saysNo && 10*c.base < 9*base }
	first := slices.IndexFunc(parts, isLess)
	return first < 0 || slices.ContainsFunc(parts, func(none *column) bool {
		const fewest = 3
		isHidden := func(c *column) bool { return c == none || c.base == parts[first].base }
		return len(parts) >= fewest && none.base == base && none.ticks == base-parts[first].base &&
			!slices.ContainsFunc(parts, func(c *column) bool { return !isHidden(c) })
	})
}

func stemOf(parts []*column) string {
	if parts[0].block != 0 {
		return parts[0].stem
	}
	return strings.Join(headings(parts), ", ")
}

func headings(columns []*column) []string {
	var out []string
	for _, c := range columns {
		out = append(out, c.heading)
	}
	return out
}

// count counts who chose which option, under names that say it, by a pattern where one means these columns alone.
func (c *column) count(table *survey.Table, parts []*column) (survey.Tally, bool) {
	for i, o := range parts {
		if o.block != 0 && o.says == "" && isCode(o.item) && c.hasNoText(parts) {
			o.item = o.label
		}
		if o.says == "" {
			c.options.named = append(c.options.named, survey.Label{Code: parts[i].heading, Text: o.item})
		}
	}
	tally, ok := c.tallied(table)
	if !ok {
		return tally, false
	}
	if named := c.options.named; len(named) > 0 {
		c.options.named = nil
		if plain, ok := c.tallied(table); !ok || !slices.Equal(plain.Labels(), tally.Labels()) {
			c.options.named = named
		}
	}
	c.generalize(table, tally)
	return tally, true
}

// hasNoText tells whether nothing but codes says what the options are.
func (c *column) hasNoText(parts []*column) bool {
	return !slices.ContainsFunc(parts, func(o *column) bool { return !isCode(o.item) })
}

// isCode tells a number or a letter that says nothing of what it stands for.
func isCode(s string) bool {
	return len(s) <= 1 || strings.Trim(s, "0123456789") == ""
}

func (c *column) tallied(table *survey.Table) (survey.Tally, bool) {
	q := c.asked()
	q.Labels = c.options.named
	tally, list := table.Tally(q)
	return tally, !list.HasErrors() && !slices.ContainsFunc(list, func(d diag.Diagnostic) bool {
		return d.Rule == diag.NoAnswer
	})
}

// generalize writes the columns as a pattern, which next year's options match as well.
func (c *column) generalize(table *survey.Table, tally survey.Tally) {
	if len(c.options.columns) < 3 || len(c.options.named) > 0 {
		return
	}
	before := *c.options
	begin, end := beginning(before.columns), ending(before.columns)
	if strings.ContainsAny(begin+end, "*") || len(begin) < 2 {
		return
	}
	c.options = &options{columns: []string{begin + "*" + end}}
	again, ok := c.tallied(table)
	if !ok || !slices.Equal(again.Answers, tally.Answers) || again.Base != tally.Base {
		*c.options = before
	}
}

// take takes over what was counted.
func (c *column) take(tally survey.Tally) {
	c.options.several = tally.MultipleResponse
	c.answers = tally.Answers
	if tally.Base < minBase {
		c.why = tooFew
		return
	}
	c.order()
	c.shape = c.shaped()
	if len(c.answers) > mostShown {
		c.most = c.leading(tally.Answers, mostGiven, mostShown)
		c.listed = c.leading(tally.Answers, mostListed, mostListed+1)
	}
}

// leaveOutTogether leaves out the column that holds the same options together, as KoboToolbox writes it beside
// theirs.
func leaveOutTogether(table *survey.Table, question *column, columns []*column) {
	for _, c := range columns {
		if c.options != nil || !strings.EqualFold(unmarked(c.heading), unmarked(question.label)) &&
			!strings.EqualFold(unmarked(c.label), unmarked(question.label)) {
			continue
		}
		for _, separator := range []string{" ", ";", ",", "|"} {
			q := c.asked()
			q.Multiple = separator
			tally, _ := table.Tally(q)
			if isAllOf(tally, question.answers) {
				c.why, c.answers = together, nil
			}
		}
	}
}

// isAllOf tells whether the answers are options of a question, as many times given.
func isAllOf(tally survey.Tally, options []survey.Answer) bool {
	for _, a := range tally.Answers {
		same := func(o survey.Answer) bool { return o.Count == a.Count && strings.EqualFold(o.Label, a.Label) }
		if !slices.ContainsFunc(options, same) {
			return false
		}
	}
	return len(tally.Answers) > 1
}
