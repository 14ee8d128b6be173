package figures

import (
	"cmp"
	"slices"

	"lysark/report/survey"
	"lysark/report/survey/scale"
)

// Levels are the answers to several questions in one order, whichever of them each was given to.
type Levels struct {
	Answers []string // what people read of them
	Apart   []string // those that are outside of any order, such as "don't know"

	Known  bool // all but those apart are known to stand from low to high
	Untold bool // there is a question of which only the answers given are known, and too few gave them
}

// IsApart tells an answer that is none, or outside of any order: "don't know", "other".
func IsApart(label string) bool { return scale.IsApart(label) }

// Levels puts the answers to the questions in one order: as the layout lists them, where it does; else along the scale
// they are on, numbers by size, all else by name. Of a scale that is to rise, no stands before yes.
func (b *Book) Levels(tallies []Tally, rising bool) Levels {
	var out Levels
	var listed [][]string
	var given []survey.Answer
	at := map[string]int{}
	for _, t := range tallies {
		if b.Untold(t) {
			out.Untold = true
			continue
		}
		if t.IsListed() {
			listed = append(listed, t.Labels())
		}
		given = united(given, t.Answers, at)
	}
	for _, a := range given {
		if IsApart(a.Label) {
			out.Apart = append(out.Apart, a.Label)
		}
	}
	own := ownOrder(given, rising)
	out.Answers, out.Known = own.labels, own.known
	if len(listed) > 0 {
		out.Answers, out.Known = withListed(listed, own)
	}
	return out
}

// IsListed tells a question whose answers are in an order of the layout's or the file's making.
func (t Tally) IsListed() bool { return len(t.Asked.Answers) > 0 || len(t.Asked.Columns) > 0 }

// Highest is the last of the levels that somebody gave; empty when nobody gave any.
func (t Tally) Highest(levels []string) string {
	highest := ""
	for _, level := range levels {
		if t.Answer(level).Count > 0 {
			highest = level
		}
	}
	return highest
}

// united are the answers of both, each once: at is where, by label. Codes that differ are none to go by.
func united(all, more []survey.Answer, at map[string]int) []survey.Answer {
	for _, a := range more {
		i, known := at[a.Label]
		switch {
		case !known:
			at[a.Label] = len(all)
			all = append(all, a)
		case all[i].Code != a.Code:
			all[i].Code = a.Label
		}
	}
	return all
}

// inOrder are answers in an order; known says that it is that from low to high.
type inOrder struct {
	labels []string
	known  bool
}

func ownOrder(answers []survey.Answer, rising bool) inOrder {
	var out inOrder
	toOrder := survey.ToOrder(answers)
	for _, i := range scale.Sorted(toOrder) {
		out.labels = append(out.labels, answers[i].Label)
	}
	o := scale.OrderOf(toOrder)
	levels := len(answers) - len(apartIn(out.labels))
	own := out.labels[:levels]
	isRating := o.Family == scale.Ratings
	falls := isRating && scale.Falls(own)
	out.known = levels < 2 || o.IsOrdered() && o.Family != scale.Grades && !falls && (!isRating || scale.ArePoints(own))
	if rising && o.IsOrdered() && (!o.Rises() || falls) {
		slices.Reverse(own)
	}
	return out
}

func apartIn(labels []string) []string {
	return slices.DeleteFunc(slices.Clone(labels), func(l string) bool { return !IsApart(l) })
}

func levelsIn(labels []string) []string { return slices.DeleteFunc(slices.Clone(labels), IsApart) }

// withListed are the answers as the layout lists them for some of the questions, and all others in an order of their
// own. Where the lists leave it open which of two comes first, a known scale that they follow decides.
func withListed(lists [][]string, own inOrder) ([]string, bool) {
	order, sure := merged(lists)
	follows := own.known && isWithin(levelsIn(order), own.labels)
	rest := slices.DeleteFunc(slices.Clone(own.labels), func(l string) bool { return slices.Contains(order, l) })
	switch {
	case len(levelsIn(rest)) == 0 && sure:
		return append(order, rest...), true
	case follows:
		return own.labels, true
	}
	return append(order, rest...), false
}

// isWithin tells whether the labels stand in the same order among all.
func isWithin(labels, all []string) bool {
	return slices.IsSortedFunc(labels, func(a, b string) int {
		return cmp.Compare(slices.Index(all, a), slices.Index(all, b))
	})
}

// merged is the one order that all lists follow; sure, when they leave none of it open. Lists that contradict each
// other are joined.
func merged(lists [][]string) (out []string, sure bool) {
	left := make([][]string, len(lists))
	copy(left, lists)
	for {
		next, open := "", false
		for _, list := range left {
			if len(list) > 0 {
				open = true
				if isFirst(list[0], left) {
					next = list[0]
					break
				}
			}
		}
		switch {
		case !open:
			return out, isChain(levelsIn(out), lists)
		case next == "":
			return union(lists), false
		}
		out = append(out, next)
		for i, list := range left {
			if len(list) > 0 && list[0] == next {
				left[i] = list[1:]
			}
		}
	}
}

// isFirst tells whether no list has the answer behind another.
func isFirst(answer string, lists [][]string) bool {
	return !slices.ContainsFunc(lists, func(list []string) bool { return slices.Index(list, answer) > 0 })
}

// isChain tells whether each answer follows the one before it in one of the lists.
func isChain(order []string, lists [][]string) bool {
	for i := 1; i < len(order); i++ {
		follows := func(list []string) bool {
			list = levelsIn(list)
			at := slices.Index(list, order[i-1])
			return at >= 0 && at+1 < len(list) && list[at+1] == order[i]
		}
		if !slices.ContainsFunc(lists, follows) {
			return false
		}
	}
	return true
}

func union(lists [][]string) []string {
	var out []string
	for _, label := range slices.Concat(lists...) {
		if !slices.Contains(out, label) {
			out = append(out, label)
		}
	}
	return out
}

// AboveMiddle tells of each level whether it is on the high side of a scale with two ends; nil when that is not known.
func AboveMiddle(levels []string) []bool { return scale.AboveMiddle(levels) }

// AreNumbers tells levels that are numbers, with or without words.
func AreNumbers(levels []string) bool {
	f := scale.Of(levels).Family
	return f == scale.Numbers || f == scale.Ratings
}

// MayGoOn tells whether levels that are numbers may go on above the highest that somebody gave.
func MayGoOn(levels []string) bool { return scale.MayGoOn(levels) }
