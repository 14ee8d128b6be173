package figures

import (
	"slices"

	"lysark/report/survey"
	"lysark/report/template"
)

// Suppresses tells whether a question was answered by too few to show how, or would tell of such a group: by taking all
// other parts of a whole from it one is left with the part that is suppressed. The first is primary, the second
// complementary suppression.
func (b *Book) Suppresses(t Tally) bool {
	if b.threshold == 0 {
		return false
	}
	return b.primary(t) || slices.Contains(b.complementary(t), t.Set.Name.V)
}

func (b *Book) primary(t Tally) bool { return t.PositivelyWeighted < b.threshold }

// Tellable are the answers that messages may name: none of a group too small to be shown.
func (b *Book) Tellable(t Tally) []string {
	if b.Suppresses(t) {
		return nil
	}
	return t.Labels()
}

// Untold tells whether even which answers were given is not told: only the answers themselves say which there are, and
// too few gave them.
func (b *Book) Untold(t Tally) bool { return len(t.Asked.Answers) == 0 && b.Suppresses(t) }

// suppressed takes out of a figure what is not to be shown, so that nothing later on can.
func suppressed(f template.Figure, hidden bool) template.Figure {
	if !hidden {
		return f
	}
	f.Value, f.Hidden, f.Unasked = 0, true, false
	for i := range f.Sources {
		f.Sources[i].Count, f.Sources[i].WeightedSum = 0, 0
	}
	return f
}

// complementary are the data sets whose answers to the question, though enough, must not be shown beside the others.
func (b *Book) complementary(t Tally) []string {
	question := t.Asked.Name.V
	if names, done := b.secondary[question]; done {
		return names
	}
	b.secondary[question] = nil // while they are looked for
	var all []Tally
	for _, d := range b.sets {
		table := b.tables[d.Name.V]
		if table == nil {
			continue
		}
		if q, ok := b.declared(d, question); ok {
			if one := b.count(Group{Data: d.Name.V}, d, table, q); one.ok {
				all = append(all, one)
			}
		}
	}
	names := b.revealers(all)
	b.secondary[question] = names
	return names
}

// mostParts is how many data sets are looked at for parts of one whole.
const mostParts = 14

// revealers are the parts of wholes that have to be hidden beside those that are too small. Of more data sets than can
// be looked at all are hidden when one is small.
func (b *Book) revealers(all []Tally) []string {
	var names []string
	if len(all) > mostParts {
		if slices.ContainsFunc(all, b.primary) {
			for _, t := range all {
				names = append(names, t.Set.Name.V)
			}
		}
		return names
	}
	for i := range all {
		if name, ok := b.revealer(all, i); ok {
			names = append(names, name)
		}
	}
	return names
}

// revealer is the part of a whole that has to be hidden beside those that are too small: the smallest of the rest.
func (b *Book) revealer(all []Tally, whole int) (string, bool) {
	relations, others := b.relations(all, whole)
	for mask := range 1 << len(all) {
		if mask&^others != 0 {
			continue
		}
		var parts []Tally
		known := true
		for i := range all {
			if mask>>i&1 == 1 {
				parts = append(parts, all[i])
				known = known && relations[i] == isPart
			}
		}
		rest, ok := remainder(all[whole], parts)
		if !ok || (rest > 0 && !known) { // what only looks like a part is one when the parts make up the whole
			continue
		}
		if name, ok := b.smallestShown(parts, rest); ok {
			return name, true
		}
	}
	return "", false
}

// relation is what is known of one data set as a part of another.
type relation int

const (
	isForeign relation = iota // it holds respondents that the other does not
	isPart
	mayBePart // they have no column in common, so that their rows cannot be compared
)

// relations are what the data sets are to a whole, and a mask of those that may be parts of it.
func (b *Book) relations(all []Tally, whole int) ([]relation, int) {
	out, mask := make([]relation, len(all)), 0
	for i := range all {
		if i == whole || follow(all[i], all[whole]) {
			continue
		}
		switch holds, comparable := b.tables[all[whole].Set.Name.V].Holds(b.tables[all[i].Set.Name.V]); {
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
func follow(a, b Tally) bool {
	return a.Set.Previous.V == b.Set.Name.V || b.Set.Previous.V == a.Set.Name.V
}

// smallestShown is the smallest part that is shown, if those that are not are too few together. rest is how many of
// the whole are in none of the parts: they are not shown either.
func (b *Book) smallestShown(parts []Tally, rest int) (string, bool) {
	hidden := rest
	var best *Tally
	for i, p := range parts {
		switch {
		case b.primary(p):
			hidden += p.Base
		case best == nil || p.Base < best.Base:
			best = &parts[i]
		}
	}
	if hidden == 0 || hidden >= b.threshold || best == nil {
		return "", false
	}
	return best.Set.Name.V, true
}

// remainder is how many of a whole are in none of the parts; false when the parts are no parts of it, as some answer
// was given more often in them.
func remainder(whole Tally, parts []Tally) (int, bool) {
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
