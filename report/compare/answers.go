package compare

import (
	"slices"

	"lysark/report/survey"
)

const (
	leastNamed = 5  // who have to have given an answer that the layout does not name before it is named here
	mostNamed  = 25 // different answers to a question that has a list of them; more is numbers, names or free text
)

// question tells which answers to a question came or went.
func (p pair) question(was, is survey.Question) Question {
	out := Question{Name: is.Name, Column: is.Column, Came: []string{}, Gone: []string{}}
	if was.Column != is.Column {
		out.OldColumn = was.Column
	}
	// without the list, so that each answer counts as it was given
	then, _ := p.then.Tally(survey.Question{Column: was.Column, Multiple: was.Multiple})
	now, _ := p.now.Tally(survey.Question{Column: is.Column, Multiple: is.Multiple})
	came, gone := missing(now, then), missing(then, now)
	if len(came)+len(gone) == 0 {
		return out
	}
	if small(then, p.old) || small(now, p.new) {
		out.TooFew = true
		return out
	}
	printed := p.listed(was, is, then, now)
	named := printed.orGiven()
	if various(then) || various(now) {
		named = printed
		out.Various = named == nil
	}
	out.Came, out.OtherCame = named.sort(came)
	out.Gone, out.OtherGone = named.sort(gone)
	return out
}

func (q Question) changed() bool {
	return q.OldColumn != "" || q.TooFew || len(q.Came)+len(q.Gone)+q.OtherCame+q.OtherGone > 0
}

// missing are the answers of a that were not given in b.
func missing(a, b survey.Tally) []survey.Answer {
	given := map[string]bool{} // a column of names has as many answers as respondents
	for _, one := range b.Answers {
		given[one.Label] = true
	}
	var out []survey.Answer
	for _, one := range a.Answers {
		if !given[one.Label] {
			out = append(out, one)
		}
	}
	return out
}

// small: a data set without any answer to the question counts as well, as nothing can be compared with it.
func small(t survey.Tally, s Side) bool { return t.Base < max(1, s.File.Deck.MinBase.V) }

// various tells columns of numbers, names and free text from those with answers to choose from.
func various(t survey.Tally) bool {
	return len(t.Answers) > mostNamed || 2*len(t.Answers) > t.Base && len(t.Answers) > leastNamed
}

// naming tells whether an answer may be named.
type naming func(a survey.Answer) bool

// sort parts the answers into those that may be named and the number of the others.
func (n naming) sort(answers []survey.Answer) (named []string, others int) {
	named = []string{}
	for _, a := range answers {
		if n != nil && n(a) {
			named = append(named, a.Label)
		} else {
			others++
		}
	}
	return named, others
}

// orGiven: what several gave is named, too.
func (n naming) orGiven() naming {
	return func(a survey.Answer) bool { return n != nil && n(a) || a.Count >= leastNamed }
}

// listed: what the layout lists for the question or the deck prints. An answer to a question with a list is named
// when it is not on the list, too: check does the same, as it is mostly a word spelt otherwise.
func (p pair) listed(was, is survey.Question, then, now survey.Tally) naming {
	var printed []string
	for _, side := range []struct {
		Side
		q survey.Question
	}{{p.old, was}, {p.new, is}} {
		if len(side.q.Answers) > 0 {
			return func(survey.Answer) bool { return true }
		}
		for _, f := range side.Deck.Figures {
			for _, s := range f.Sources {
				if s.Question == side.q.Name && s.Question != "" {
					printed = append(printed, s.Answers...)
				}
			}
		}
	}
	if len(printed) == 0 {
		return nil
	}
	return func(a survey.Answer) bool {
		return slices.ContainsFunc(printed,
			func(name string) bool { return isNamed(a, name, then) || isNamed(a, name, now) })
	}
}

// isNamed tells whether a text of the layout names the answer.
func isNamed(a survey.Answer, name string, t survey.Tally) bool {
	one, given := t.Answer(name)
	return given && one.Code == a.Code
}
