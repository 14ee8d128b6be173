package draft

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"lysark/report/survey"
	"lysark/report/survey/scale"
)

// slide is one slide of the draft: a question, or statements on one scale.
type slide struct {
	key     string
	form    form
	columns []*column
	scale   []string // of statements: the levels, low to high, then what is set apart
	apart   string
	top     int  // how many levels are at the high end
	isPart  bool // more statements on the scale have slides of their own
}

// form is how a question is shown: the first that has room for its texts.
type form int

const (
	beside     form = iota // the chart that suits the answers, text beside it
	bars                   // bars, text beside them
	alone                  // bars on all of the slide
	titled                 // bars on all of the slide, the question shortened to a headline
	impossible             // no slide
)

// plan makes slides of the columns, in their order. Neighbours on one scale share a slide.
func plan(columns []*column, plainer map[string]int) (opening *column, slides []slide) {
	var asked []*column
	for _, c := range columns {
		if c.why == "" {
			asked = append(asked, c)
		}
	}
	if len(asked) > 0 && isBackground(asked[0]) && plainer[asked[0].name] == 0 {
		opening, asked = asked[0], asked[1:]
		opening.key = opening.name
	}
	for _, group := range grouped(asked) {
		slides = append(slides, split(group, group[0].name+"…", plainer)...)
	}
	return opening, slides
}

// isBackground tells a column that says who answered from one that asks something.
func isBackground(c *column) bool {
	return c.multiple == "" && (c.shape == few || c.shape == pair) && isLabel(c.label)
}

// isLabel tells a heading that names something, such as "Størrelse", from one that asks or claims.
func isLabel(heading string) bool {
	return !strings.ContainsAny(heading, "?.!") && len(wordsOf(heading)) <= 3
}

// grouped joins neighbours that are answered on one scale.
func grouped(columns []*column) [][]*column {
	var out [][]*column
	for _, c := range columns {
		if last := len(out) - 1; last >= 0 && oneScale(append(slices.Clone(out[last]), c)) {
			out[last] = append(out[last], c)
			continue
		}
		out = append(out, []*column{c})
	}
	for i, g := range out {
		if len(g) > 1 && len(levelsOf(g)) < 3 {
			out[i] = g[:1]
			for k := len(g) - 1; k > 0; k-- {
				out = slices.Insert(out, i+1, g[k:k+1])
			}
		}
	}
	return out
}

// oneScale tells whether all statements are answered on the same scale.
func oneScale(columns []*column) bool {
	at := map[string]float64{}
	of := map[float64]string{}
	for _, c := range columns {
		if c.scale.IsNumbers() && !alikeScales(c, columns[0]) {
			return false
		}
		if c.multiple != "" || c.own || !c.scale.IsRated() || c.scale.Family != columns[0].scale.Family {
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
	return len(apartOf(columns)) <= 1 && (columns[0].scale.IsNumbers() || len(at) <= mostLevels)
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
	s := slide{key: key, columns: group, scale: levelsOf(group)}
	s.top = highEnd(group, s.scale)
	if group[0].scale.IsNumbers() {
		for _, c := range group {
			c.widen(s.scale)
		}
	}
	if apart := apartOf(group); len(apart) > 0 {
		s.apart = apart[0]
		s.scale = append(s.scale, s.apart)
	}
	return []slide{s}
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
		if scale.IsApart(a.Label) {
			all = append(all, a)
		}
	}
	c.answers = all
}

func single(c *column, plainer map[string]int) []slide {
	f := form(plainer[c.name])
	if c.shape == amount && f > bars {
		f = impossible // its two forms have no chart
	}
	if f >= impossible {
		c.why, c.answers = tooPlain, nil
		return nil
	}
	c.key = c.name
	return []slide{{key: c.name, form: f, columns: []*column{c}}}
}
