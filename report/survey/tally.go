package survey

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"lysark/config/diag"
)

// Question is a column under a short name.
type Question struct {
	Name     string
	Column   string
	Multiple string   // separator between several answers in one cell; empty for one answer
	Answers  []string // the answers there may be, in the order they are shown; empty for those there are
	Pos      diag.Pos // in the layout
}

// Tally is the count of the answers to one question.
type Tally struct {
	Question    Question
	Answers     []Answer
	Base        int  // respondents who answered; a blank cell is no part of it
	Respondents int  // all in the file
	Multi       bool // several answers per respondent: shares may pass 100
}

// Answer is one answer and how many gave it.
type Answer struct {
	Label string
	Count int
}

// Tally counts the answers to a question.
func (t *Table) Tally(q Question) (Tally, diag.List) {
	var list diag.List
	out := Tally{Question: q, Respondents: t.Len(), Multi: q.Multiple != ""}
	column, ok := t.Column(q.Column)
	if !ok {
		hint := diag.DidYouMean(q.Column, slices.DeleteFunc(slices.Clone(t.Columns), func(c string) bool { return c == "" }))
		list.Errorf(q.Pos, "unknown-column", hint, "the file %s has no column %q", t.File, q.Column)
		return out, list
	}
	first := t.count(column, q.Multiple, &out)
	out.order(q.Answers)
	for _, a := range out.unexpected(q.Answers) {
		list.Errorf(first[a.Label], "unknown-answer", diag.DidYouMean(a.Label, q.Answers),
			"%d answered %q to %q, which is not among the answers that the layout lists", a.Count, a.Label, q.Column)
	}
	if out.Base == 0 {
		list.Errorf(q.Pos, "empty-data", "take the chart out, or check the file", "nobody in %s answered %q", t.File, q.Column)
	}
	return out, list
}

// count fills in the answers in the order they first occur, and returns where each first does.
func (t *Table) count(column int, multiple string, out *Tally) map[string]diag.Pos {
	index := map[string]int{}
	first := map[string]diag.Pos{}
	for _, record := range t.records[1:] {
		if column >= len(record) || record[column].text == "" {
			continue
		}
		given := answers(record[column].text, multiple)
		if len(given) > 0 {
			out.Base++
		}
		for _, a := range given {
			i, ok := index[a]
			if !ok {
				i = len(out.Answers)
				index[a] = i
				first[a] = t.at(record[column])
				out.Answers = append(out.Answers, Answer{Label: a})
			}
			out.Answers[i].Count++
		}
	}
	return first
}

// answers are the different answers in one cell.
func answers(text, multiple string) []string {
	if multiple == "" {
		return []string{text}
	}
	var out []string
	for part := range strings.SplitSeq(text, multiple) {
		if part = tidy(part); part != "" && !slices.Contains(out, part) {
			out = append(out, part)
		}
	}
	return out
}

// order puts the answers in the order of the layout's list, those nobody gave included; without a list, numbers
// by size, all else as they first occur.
func (t *Tally) order(listed []string) {
	if len(listed) == 0 {
		if !slices.ContainsFunc(t.Answers, func(a Answer) bool { _, err := strconv.ParseFloat(a.Label, 64); return err != nil }) {
			slices.SortStableFunc(t.Answers, func(a, b Answer) int {
				x, _ := strconv.ParseFloat(a.Label, 64)
				y, _ := strconv.ParseFloat(b.Label, 64)
				return cmp.Compare(x, y)
			})
		}
		return
	}
	var out []Answer
	for _, label := range listed {
		n, _ := t.Count(label)
		out = append(out, Answer{tidy(label), n})
	}
	t.Answers = append(out, t.unexpected(listed)...)
}

// unexpected are the answers that are not on the layout's list.
func (t *Tally) unexpected(listed []string) []Answer {
	if len(listed) == 0 {
		return nil
	}
	var out []Answer
	for _, a := range t.Answers {
		if !slices.ContainsFunc(listed, func(l string) bool { return tidy(l) == a.Label }) {
			out = append(out, a)
		}
	}
	return out
}

// Labels are the answers without their counts.
func (t Tally) Labels() []string {
	out := make([]string, len(t.Answers))
	for i, a := range t.Answers {
		out[i] = a.Label
	}
	return out
}

// Count is how many gave the answer; false when it is neither given nor listed.
func (t Tally) Count(label string) (int, bool) {
	label = tidy(label)
	for _, a := range t.Answers {
		if a.Label == label {
			return a.Count, true
		}
	}
	return 0, false
}

// Share is the answer's share of those who answered, in percent, not rounded.
func (t Tally) Share(label string) (float64, bool) { return t.share(label, t.Base) }

// ShareOfAll is the answer's share of all respondents, those included who did not answer.
func (t Tally) ShareOfAll(label string) (float64, bool) { return t.share(label, t.Respondents) }

func (t Tally) share(label string, base int) (float64, bool) {
	n, ok := t.Count(label)
	if base == 0 {
		return 0, false
	}
	return 100 * float64(n) / float64(base), ok
}
