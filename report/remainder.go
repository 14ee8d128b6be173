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
	return t.Base < least || slices.Contains(r.revealing(t), t.data.Name.V)
}

// revealing are the data sets whose answers to the question, though enough, must not be shown beside the others.
func (r *resolver) revealing(t tallied) []string {
	if names, done := r.remainders[t.in.Column.V]; done {
		return names
	}
	var all []tallied
	for _, d := range r.file.Data {
		table := r.answers[d.Name.V]
		if table == nil {
			continue
		}
		if q, ok := r.declared(d, t.in.Name.V); ok && q.Column.V == t.in.Column.V {
			if one, ok := r.count(d, table, q); ok {
				all = append(all, one)
			}
		}
	}
	var names []string
	for i := range all {
		if p, ok := r.revealer(all, i); ok {
			names = append(names, p)
		}
	}
	r.remainders[t.in.Column.V] = names
	return names
}

// mostParts is how many data sets are looked at for parts of one whole.
const mostParts = 10

// revealer is the part of a whole that has to be hidden beside those that are too small: the smallest of the rest.
func (r *resolver) revealer(all []tallied, whole int) (string, bool) {
	if len(all) > mostParts {
		return "", false
	}
	for mask := range 1 << len(all) {
		if mask>>whole&1 == 1 {
			continue
		}
		var parts []tallied
		for i := range all {
			if mask>>i&1 == 1 {
				parts = append(parts, all[i])
			}
		}
		if name, ok := r.smallestShown(parts); ok && isWhole(all[whole], parts) {
			return name, true
		}
	}
	return "", false
}

// smallestShown is the smallest part that is shown, if those that are not are too few together.
func (r *resolver) smallestShown(parts []tallied) (string, bool) {
	least, hidden := r.file.Deck.MinBase.V, 0
	var best *tallied
	for i, p := range parts {
		switch {
		case p.Base < least:
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

// isWhole tells whether the parts' answers are the whole's, answer by answer.
func isWhole(whole tallied, parts []tallied) bool {
	base, left := whole.Base, map[string]int{}
	take := func(sign int, answers []survey.Answer) {
		for _, a := range answers {
			left[a.Label] += sign * a.Count
		}
	}
	take(1, whole.Answers)
	for _, p := range parts {
		base -= p.Base
		take(-1, p.Answers)
	}
	for _, n := range left {
		if n != 0 {
			return false
		}
	}
	return base == 0
}
