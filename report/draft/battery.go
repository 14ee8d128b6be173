package draft

import (
	"cmp"
	"slices"
	"strconv"

	"lysark/report/draft/unasked"
	"lysark/report/survey"
	"lysark/report/survey/scale"
)

// grouped joins neighbours that are answered alike: on one scale, or, where their headings begin alike, from the same
// answers.
func grouped(columns []*column) [][]*column {
	var out [][]*column
	for i := 0; i < len(columns); {
		if whole := columns[i : i+blockOf(columns[i:])]; len(whole) > 1 && isBattery(whole) {
			out = append(out, slices.Clone(whole))
			i += len(whole)
			continue
		}
		if last := len(out) - 1; last >= 0 && joins(out[last], columns[i]) {
			out[last] = append(out[last], columns[i])
		} else {
			out = append(out, []*column{columns[i]})
		}
		i++
	}
	for _, g := range out {
		if len(g) > 1 && isMixed(g) { // whatever slides they come to stand on
			offered := unionOf(g)
			for _, c := range g {
				c.offered = offered
			}
		}
	}
	for i, g := range out {
		if len(g) > 1 && !isMixed(g) && len(levelsOf(g)) < 3 {
			out[i] = g[:1]
			for k := len(g) - 1; k > 0; k-- {
				out = slices.Insert(out, i+1, g[k:k+1])
			}
		}
	}
	return out
}

// blockOf is how many columns from the first on have headings that begin alike.
func blockOf(columns []*column) int {
	n := 1
	for n < len(columns) && columns[0].block != 0 && columns[n].block == columns[0].block {
		n++
	}
	return n
}

// isBattery tells whether all of a block are statements that are answered alike.
func isBattery(whole []*column) bool {
	return oneScale(whole) && len(levelsOf(whole)) >= 3 || sameAnswers(whole)
}

// joins tells whether a column is one more statement of a group.
func joins(group []*column, c *column) bool {
	if c.block != group[0].block {
		return false
	}
	if all := append(slices.Clone(group), c); oneScale(all) {
		return len(group) == 1 || !isMixed(group)
	} else if !sameAnswers(all) || c.block == 0 && !areTheirOwn(all) {
		return false
	}
	return len(group) == 1 || isMixed(group)
}

// isMixed tells a group whose answers are in no order that is known.
func isMixed(group []*column) bool { return group[0].offered != nil || !oneScale(group) }

// sameAnswers tells whether all columns are answered from the same few answers, though somebody may not have chosen
// some of them.
func sameAnswers(columns []*column) bool {
	const mostAnswers = 7
	all, most := map[string]bool{}, columns[0]
	for _, c := range columns {
		if c.isSeveral() || c.own || c.most > 0 || c.shape == amount {
			return false
		}
		for _, a := range c.answers {
			all[a.Label] = true
		}
		if len(c.answers) > len(most.answers) {
			most = c
		}
	}
	for _, c := range columns {
		if !slices.ContainsFunc(c.answers, func(a survey.Answer) bool { return most.has(a.Label) }) {
			return false
		}
	}
	const rare = 2 // answers that somebody chose of one statement alone
	return len(most.answers) >= 2 && len(all) <= min(mostAnswers, len(most.answers)+rare)
}

func (c *column) has(answer string) bool {
	return slices.ContainsFunc(c.answers, func(a survey.Answer) bool { return a.Label == answer })
}

// isRanking tells columns that were put in an order: as many places as columns, each given as often as any other.
func isRanking(columns []*column) bool {
	const fewest = 3
	given, all := map[float64]int{}, 0
	for _, c := range columns {
		for _, a := range c.answers {
			at, isLevel := c.scale.Places[a.Label]
			if !isLevel || at < 1 || int(at) > len(columns) {
				return false
			}
			given[at] += a.Count
			all += a.Count
		}
	}
	for _, n := range given {
		if each := all / len(columns); 20*max(n-each, each-n) > each+20 {
			return false
		}
	}
	return len(columns) >= fewest && len(given) == len(columns) && columns[0].scale.IsNumbers()
}

// oneScale tells whether all statements are answered on the same scale.
func oneScale(columns []*column) bool {
	at := map[string]float64{}
	of := map[float64]string{}
	for _, c := range columns {
		if c.scale.IsNumbers() && (!alikeScales(c, columns[0]) || asksHowMany(c.label)) {
			return false
		}
		if c.isSeveral() || c.own || !c.scale.IsRated() || c.scale.Family != columns[0].scale.Family {
			return false
		}
		for label, place := range c.scale.Places {
			if other, taken := of[place]; taken && other != label {
				return false
			}
			at[label], of[place] = place, label
		}
	}
	const mostLevels = 7
	return !isRanking(columns) && len(apartOf(columns)) <= 1 && (columns[0].scale.IsNumbers() || len(at) <= mostLevels)
}

// asksHowMany tells a question whose numbers count something, and are no scale.
func asksHowMany(heading string) bool {
	return unasked.AnyOf(unasked.Words(heading), "antall", "antal", "mange", "många", "number", "many")
}

// areTheirOwn tells whether all columns have the same answers, of which no other question is likely to have any: then
// they belong together whatever their headings are.
func areTheirOwn(columns []*column) bool {
	const fewest = 3
	first := labels(columns[0].answers)
	isUsual := func(answer string) bool {
		return scale.YesNo(answer) != 0 || scale.IsApart(answer) || scale.IsNumber(answer)
	}
	if len(first) < fewest || slices.ContainsFunc(first, isUsual) {
		return false
	}
	slices.Sort(first)
	return !slices.ContainsFunc(columns, func(c *column) bool {
		own := labels(c.answers)
		slices.Sort(own)
		return !slices.Equal(own, first)
	})
}

// alikeScales tells whether two columns of numbers look as if answered on the same usual scale, which may begin at
// nought or one where it ends at ten.
func alikeScales(a, b *column) bool {
	x, y := levelsOf([]*column{a}), levelsOf([]*column{b})
	return len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1]
}

// apartOf are the answers of the statements that are outside of the scale.
func apartOf(columns []*column) []string {
	var out []string
	for _, c := range columns {
		for _, a := range c.answers {
			if scale.IsApart(a.Label) && !slices.Contains(out, a.Label) {
				out = append(out, a.Label)
			}
		}
	}
	return out
}

// levelsOf are the levels of the statements' scale, low to high. A scale of numbers is taken for one of the usual ones.
func levelsOf(columns []*column) []string {
	places := map[string]float64{}
	var levels []string
	for _, c := range columns {
		for _, a := range c.answers {
			if at, ok := c.scale.Places[a.Label]; ok && !slices.Contains(levels, a.Label) {
				levels, places[a.Label] = append(levels, a.Label), at
			}
		}
	}
	slices.SortFunc(levels, func(a, b string) int { return cmp.Compare(places[a], places[b]) })
	if !columns[0].scale.IsNumbers() || len(levels) == 0 {
		return levels
	}
	return usualScale(places[levels[0]], places[levels[len(levels)-1]])
}

// withoutUnused is a scale of numbers without a highest level that nobody of very many gave to any of the statements:
// some go to four or six.
func withoutUnused(levels []string, group []*column) []string {
	const very = 100
	if !group[0].scale.IsNumbers() || len(levels) == 0 {
		return levels
	}
	all, last := 0, levels[len(levels)-1]
	for _, c := range group {
		for _, a := range c.answers {
			all += a.Count
			if a.Label == last && a.Count > 0 || last == "10" {
				return levels
			}
		}
	}
	if all < very {
		return levels
	}
	return levels[:len(levels)-1]
}

// usualScale is the scale of numbers that the answers from low to high were probably given on; nil for none.
func usualScale(low, high float64) []string {
	first, last := 1, 0
	switch {
	case low >= 1 && high >= 4 && high <= 5:
		last = 5
	case low >= 1 && high >= 6 && high <= 7:
		last = 7
	case low == 1 && high >= 8 && high <= 10:
		last = 10
	case low >= 0 && high >= 8 && high <= 10:
		first, last = 0, 10
	}
	var out []string
	for n := first; n <= last; n++ {
		out = append(out, strconv.Itoa(n))
	}
	return out
}

// split makes slides of a group. One that turned out to be too full is halved; at last each question is by itself.
func split(group []*column, key string, plainer map[string]int) []slide {
	const mostStatements = 8
	if len(group) == 1 {
		return single(group[0], plainer)
	}
	if len(group) > mostStatements || plainer[key] > 0 {
		half := (len(group) + 1) / 2
		parts := append(split(group[:half], key+"1", plainer), split(group[half:], key+"2", plainer)...)
		for i := range parts {
			parts[i].isPart = true
		}
		return parts
	}
	for _, c := range group {
		c.key = key
	}
	s := slide{key: key, columns: group}
	if isMixed(group) {
		s.isMixed, s.scale = true, group[0].offered
	} else {
		s.scale = withoutUnused(levelsOf(group), group)
		s.top = highEnd(group, s.scale)
	}
	for _, c := range group {
		switch {
		case s.isMixed:
			c.answers = nil // the chart lists them: not each was chosen of each statement
		case group[0].scale.IsNumbers():
			c.widen(s.scale)
		}
	}
	if apart := apartOf(group); len(apart) > 0 && !s.isMixed {
		s.apart = apart[0]
		s.scale = append(s.scale, s.apart)
	}
	return []slide{s}
}

// unionOf are the answers to statements in no known order: those that are in one first, then the others, yes before no,
// the most given first, what is apart last.
func unionOf(group []*column) []string {
	var all column
	at := map[string]int{}
	for _, c := range group {
		for _, a := range c.answers {
			if i, known := at[a.Label]; known {
				all.answers[i].Count += a.Count
				continue
			}
			at[a.Label] = len(all.answers)
			all.answers = append(all.answers, a)
		}
	}
	all.order()
	var levels []string
	for _, label := range labels(all.answers) {
		if scale.IsKnown(label) && !scale.IsApart(label) {
			levels = append(levels, label)
		}
	}
	if known := scale.Of(levels); known.IsOrdered() {
		slices.SortStableFunc(all.answers, func(a, b survey.Answer) int {
			x, first := known.Places[a.Label]
			y, second := known.Places[b.Label]
			if first && second {
				return cmp.Compare(x, y)
			}
			return cmp.Compare(rank(!first), rank(!second))
		})
	}
	return labels(all.answers)
}

// highEnd is how many levels stand for agreement or the like.
func highEnd(group []*column, levels []string) int {
	if group[0].scale.IsNumbers() {
		return 2
	}
	n := 0
	for _, level := range levels {
		if scale.IsHigh(level) {
			n++
		}
	}
	return max(1, min(n, len(levels)-1))
}

// widen lists all levels of the scale as answers: next year may use those that nobody chose now.
func (c *column) widen(levels []string) {
	var all []survey.Answer
	for _, level := range levels {
		all = append(all, survey.Answer{Label: level})
	}
	for _, a := range c.answers {
		if scale.IsApart(a.Label) && !slices.Contains(levels, a.Label) {
			all = append(all, a)
		}
	}
	c.answers = all
}
