package report

import (
	"slices"

	"lysark/report/survey"
)

// small tells whether a question was answered by too few to show how, or would tell of such a group: by taking all
// other parts of a whole from it one is left with the part that is hidden.
func (r *resolver) small(t tallied) bool {
	least := r.file.Deck.MinBase.V
	if least == 0 {
		return false
	}
	return t.Heard < least || slices.Contains(r.revealing(t), t.data.Name.V)
}

// revealing are the data sets whose answers to the question, though enough, must not be shown beside the others.
func (r *resolver) revealing(t tallied) []string {
	if names, done := r.remainders[t.in.Name.V]; done {
		return names
	}
	r.remainders[t.in.Name.V] = nil // while they are looked for
	var all []tallied
	for _, d := range r.file.Data {
		table := r.answers[d.Name.V]
		if table == nil {
			continue
		}
		if q, ok := r.declared(d, t.in.Name.V); ok {
			if one, ok := r.count(d, table, q); ok {
				all = append(all, one)
			}
		}
	}
	names := r.revealers(all)
	r.remainders[t.in.Name.V] = names
	return names
}

// mostParts is how many data sets are looked at for parts of one whole.
const mostParts = 14

// revealers are the parts of wholes that have to be hidden beside those that are too small. Of more data sets than can
// be looked at all are hidden when one is small.
func (r *resolver) revealers(all []tallied) []string {
	var names []string
	if len(all) > mostParts {
		if slices.ContainsFunc(all, func(t tallied) bool { return t.Heard < r.file.Deck.MinBase.V }) {
			for _, t := range all {
				names = append(names, t.data.Name.V)
			}
		}
		return names
	}
	for i := range all {
		if name, ok := r.revealer(all, i); ok {
			names = append(names, name)
		}
	}
	return names
}

// revealer is the part of a whole that has to be hidden beside those that are too small: the smallest of the rest.
func (r *resolver) revealer(all []tallied, whole int) (string, bool) {
	kinship, others := r.kinships(all, whole)
	for mask := range 1 << len(all) {
		if mask&^others != 0 {
			continue
		}
		var parts []tallied
		known := true
		for i := range all {
			if mask>>i&1 == 1 {
				parts = append(parts, all[i])
				known = known && kinship[i] == isPart
			}
		}
		rest, ok := remainder(all[whole], parts)
		if !ok || (rest > 0 && !known) { // what only looks like a part is one when the parts make up the whole
			continue
		}
		if name, ok := r.smallestShown(parts, rest); ok {
			return name, true
		}
	}
	return "", false
}

// kin is what is known of one data set as a part of another.
type kin int

const (
	isForeign kin = iota // it holds respondents that the other does not
	isPart
	mayBePart // they have no column in common, so that their rows cannot be compared
)

// kinships are what the data sets are to a whole, and a mask of those that may be parts of it.
func (r *resolver) kinships(all []tallied, whole int) ([]kin, int) {
	out, mask := make([]kin, len(all)), 0
	for i := range all {
		if i == whole || follow(all[i], all[whole]) {
			continue
		}
		switch holds, comparable := r.answers[all[whole].data.Name.V].Holds(r.answers[all[i].data.Name.V]); {
		case !comparable:
			out[i] = mayBePart
		case holds:
			out[i] = isPart
		}
		if out[i] != isForeign {
			mask |= 1 << i
		}
	}
	return out, mask
}

// follow tells whether the layout says that one data set comes after the other: a year is no part of another year.
func follow(a, b tallied) bool {
	return a.data.Previous.V == b.data.Name.V || b.data.Previous.V == a.data.Name.V
}

// smallestShown is the smallest part that is shown, if those that are not are too few together. rest is how many of
// the whole are in none of the parts: they are not shown either.
func (r *resolver) smallestShown(parts []tallied, rest int) (string, bool) {
	least, hidden := r.file.Deck.MinBase.V, rest
	var best *tallied
	for i, p := range parts {
		switch {
		case p.Heard < least:
			hidden += p.Base
		case best == nil || p.Base < best.Base:
			best = &parts[i]
		}
	}
	if hidden == 0 || hidden >= least || best == nil {
		return "", false
	}
	return best.data.Name.V, true
}

// remainder is how many of a whole are in none of the parts; false when the parts are no parts of it, as some answer
// was given more often in them.
func remainder(whole tallied, parts []tallied) (int, bool) {
	rest, left := whole.Base, map[string]int{}
	take := func(sign int, answers []survey.Answer) {
		for _, a := range answers {
			left[a.Label] += sign * a.Count
		}
	}
	take(1, whole.Answers)
	for _, p := range parts {
		rest -= p.Base
		take(-1, p.Answers)
	}
	for _, n := range left {
		if n < 0 {
			return 0, false
		}
	}
	return rest, rest >= 0 && len(parts) > 0
}
