package draft

import (
	"slices"
	"strings"
	"unicode"

	"lysark/report/draft/unasked"
	"lysark/report/survey"
	"lysark/report/survey/scale"
)

// crowd is what the answers to a question are together; each is looked at once, however many there are.
type crowd struct {
	given  []survey.Answer
	known  []bool // of each: it is one that every survey has
	total  int    // answers given
	shared int    // of them, those that others gave, too, or that every survey has
	once   int    // different answers that one respondent alone gave, and that not every survey has
}

// crowdOf looks at the answers. known is empty where most are one respondent's alone: what the others are is then of no
// interest.
func crowdOf(given []survey.Answer) crowd {
	c := crowd{given: given}
	for _, a := range given {
		c.total += a.Count
		if a.Count > 1 {
			c.shared += a.Count
		} else {
			c.once++
		}
	}
	const mostKnown = 1000 // words of known scales that one respondent alone may have chosen
	if c.once > mostKnown && !c.isRepeated() {
		return c
	}
	c.known = make([]bool, len(given))
	for i, a := range given {
		c.known[i] = isShort(a.Label) && scale.IsKnown(a.Label)
		if c.known[i] && a.Count == 1 {
			c.shared++
			c.once--
		}
	}
	return c
}

// isShort tells an answer that may be one of a known scale.
func isShort(s string) bool {
	const longest = 80
	return len(s) <= longest
}

// isRepeated tells whether most answers are ones that others gave, too, or that every survey has.
func (c crowd) isRepeated() bool { return 5*c.shared >= 3*c.total }

// closed are the answers that are a choice between given ones; none when they are too few of all.
func (c crowd) closed() []survey.Answer {
	if len(c.known) < len(c.given) {
		return nil
	}
	var out []survey.Answer
	shared := 0
	for i, a := range c.given {
		if c.isOwn(i) {
			continue
		}
		out = append(out, a)
		if a.Count > 1 || c.known[i] {
			shared += a.Count
		}
	}
	if len(out) > mostClosed || 5*shared < 3*c.total {
		return nil
	}
	return out
}

// isOwn tells whether an answer reads as if one respondent wrote it. Where a third or more of many answers are
// given once only, all those are.
func (c crowd) isOwn(i int) bool {
	a := c.given[i]
	if !readable(a.Label) || len(a.Label) > longestLabel || unasked.HasContact(a.Label) {
		return true
	}
	if a.Count > 1 || c.known[i] {
		return false
	}
	const manyAnswers, wordy = 20, 6
	return len(strings.Fields(a.Label)) >= wordy || len(c.given) > mostShown ||
		(c.total >= manyAnswers && c.once >= 3 && 3*c.once >= len(c.given))
}

// close takes the answers for a choice between given ones, unless they look like words of the respondents' own.
func (c *column) close(given []survey.Answer) {
	all := crowdOf(given)
	c.answers = all.closed()
	c.own = len(c.answers) < len(given)
	if len(c.answers) == 0 {
		c.why = ownWords
		return
	}
	c.order()
	c.shape = c.shaped()
	if len(c.answers) > mostShown || (c.own && len(c.answers) >= mostGiven && len(given) > mostShown) {
		c.most = c.leading(given, mostGiven, mostShown)
		c.listed = c.leading(given, mostListed, mostListed+1)
	}
}

// leading is how many answers, at most n, can be asked for as the most given without a tie that makes them more than
// there is room for, and without any in people's own words; 0 when only all can be.
func (c *column) leading(given []survey.Answer, n, room int) int {
	ranked := c.top(len(c.answers))
	for n = min(n, len(ranked)); n > 1; n-- {
		isFewer := func(a survey.Answer) bool { return a.Count < ranked[n-1].Count }
		kept := slices.DeleteFunc(slices.Clone(ranked), isFewer)
		all := slices.DeleteFunc(slices.Clone(given), isFewer)
		if len(kept) <= room && len(kept) == len(all) && len(kept) < len(given) {
			return n
		}
	}
	return 0
}

// readable tells whether a layout can hold the text.
func readable(s string) bool {
	return !strings.ContainsFunc(s, unicode.IsControl) && !strings.ContainsRune(s, unicode.ReplacementChar)
}
