package resolve

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/report/figures"
)

// holdOrder reports levels that nobody knows the order of: the highest of them are summed.
func (r *chartResolver) holdOrder(tallies []figures.Tally) {
	several := func(t figures.Tally) bool { return t.MultipleResponse } // those are on no scale, which is told
	if !r.out.Kind.IsScale() || r.listsLevels() || slices.ContainsFunc(tallies, several) {
		return
	}
	levels := r.book.Levels(tallies, true)
	if levels.Known || len(levels.Answers) == 0 {
		return
	}
	r.list.Errorf(r.in.Pos, diag.UnknownOrder,
		"write levels = [ … ] with these in order, the lowest first: "+listed(levels.Answers),
		"the answers are on no scale that is known, so nobody can tell which of them are the highest")
}

// holdLength warns of a question that nobody gave any of the highest numbers to, which others were: its scale may be
// shorter, and the sum of its own highest levels another.
func (r *chartResolver) holdLength(tallies []figures.Tally, levels []string) {
	levels = slices.DeleteFunc(slices.Clone(levels), figures.IsApart)
	top := levels[max(0, len(levels)-r.in.Top.Or(2)):]
	if !r.out.Kind.IsScale() || r.listsLevels() || !figures.AreNumbers(levels) {
		return
	}
	for _, t := range tallies {
		highest := t.Highest(levels)
		if t.IsListed() || highest == "" || r.book.Suppresses(t) || slices.Contains(top, highest) {
			continue
		}
		r.list.Warnf(r.in.Pos, diag.UnknownOrder,
			"list the answers of each question that were on offer, and show scales of one length in one chart",
			"nobody answered %q above %q, while the chart goes on to %q: the scale may be a shorter one",
			t.Question.Column, highest, top[len(top)-1])
	}
}

// listsLevels tells whether the chart itself says which levels there are.
func (r *chartResolver) listsLevels() bool { return len(r.in.Levels) > 0 || len(r.in.Answers) > 0 }

// holdTop reports a sum of the highest levels that holds others than it says: the neutral one of three, or those below
// the highest, which nobody gave.
func (r *chartResolver) holdTop() {
	var levels []string
	for _, a := range r.answers {
		if !figures.IsApart(a) {
			levels = append(levels, a)
		}
	}
	top := levels[max(0, len(levels)-r.out.TopBox):]
	above := figures.AboveMiddle(levels)
	high := 0
	for i := range top {
		if above != nil && above[len(levels)-1-i] {
			high++
		}
	}
	switch tell := r.list.Errorf; {
	case r.listed && r.in.Top.Set:
	case above != nil && high < len(top):
		hint := "list all levels that were on offer, from low to high: levels = […]"
		if high > 0 {
			hint = fmt.Sprintf("write top = %d, or ", high) + hint
		}
		if r.listed {
			tell = r.list.Warnf
		}
		tell(r.in.Pos, diag.UnknownOrder, hint,
			"of the %d highest levels that are summed, %s, not all are above the middle", len(top), listed(top))
	case !r.listed && figures.MayGoOn(levels):
		hint := "list all levels that were on offer, from low to high: levels = […], or answers = […] at the questions"
		r.list.Warnf(r.in.Pos, diag.UnknownOrder, hint,
			"the scale may go on above %q, the highest level that somebody gave", levels[len(levels)-1])
	}
}

// listed writes answers as a list in a layout, the first of very many.
func listed(answers []string) string {
	const most = 12
	var out []string
	for _, a := range answers[:min(len(answers), most)] {
		out = append(out, strconv.Quote(a))
	}
	if len(answers) > most {
		out = append(out, "…")
	}
	return strings.Join(out, ", ")
}

// setApart takes a level such as "don't know" out of the scale when the layout does not, and tells of it: it is no
// agreement, wherever it stands. Two cannot be set apart.
func (r *chartResolver) setApart() {
	var names []string
	for _, i := range r.apart {
		if name := r.out.Series[i].Name; !slices.Contains(names, name) && name != r.out.Excluded {
			names = append(names, name)
		}
	}
	switch {
	case len(names) == 0:
	case len(names) == 1 && r.out.Excluded == "":
		r.out.Excluded = names[0]
		r.list.Warnf(r.in.Pos, diag.SetApart, fmt.Sprintf("say so: apart = %q", names[0]),
			"the level %q is no part of a scale, and stands in a column of its own", names[0])
	default:
		other := r.out.Excluded
		if other == "" {
			other, names = names[0], names[1:]
		}
		r.list.Errorf(r.in.Pos, diag.SetApart, fmt.Sprintf("make them one at the questions: labels = { %q = %q }, "+
			"or take them for no answer: missing = [%q]", names[0], other, names[0]),
			"the levels %q and %q are no part of a scale, and one alone can be set apart", other, names[0])
	}
}
