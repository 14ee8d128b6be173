package draft

import (
	"cmp"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/report/draft/unasked"
	"lysark/report/survey"
	"lysark/report/survey/cells"
	"lysark/report/survey/scale"
	"lysark/report/survey/words"
)

// shape is what the answers to a question look like, which decides its chart.
type shape string

const (
	pair   shape = "pair"   // two answers
	few    shape = "few"    // up to five short answers in no order
	steps  shape = "steps"  // answers in an order of their own
	many   shape = "many"   // more, longer, or several per respondent
	amount shape = "amount" // numbers of any size
)

// reason is why a column has no slide.
type reason string

const (
	noHeading  reason = "no heading"
	unreadable reason = "unreadable"
	noAnswers  reason = "no answers"
	tooFew     reason = "too few"
	personal          = reason(unasked.Personal)
	moment            = reason(unasked.Moment)
	identifier        = reason(unasked.Identifier)
	weight            = reason(unasked.Weight)
	ownWords   reason = "own words"
	technical         = reason(unasked.Technical)
	place             = reason(unasked.Place)
	consent           = reason(unasked.Consent)
	oneAnswer  reason = "one answer"
	anOption   reason = "an option" // it is part of a question
	together   reason = "together"  // it holds the options of others together
	tooPlain   reason = "too plain" // no form of the slide has room for it
)

// column is one column of the file and what is made of it.
type column struct {
	heading  string // by which the layout names it
	label    string // what people read
	under    string // the heading that it shares with the columns beside it in the file; empty for none
	letter   string // as spreadsheets count columns
	block    int    // of neighbours whose headings begin alike; 0 for none
	stem     string // what they share
	item     string // what is this one's
	name     string // the question's short name
	key      string // of its slide
	isSpare  bool   // it has no slide for want of room
	why      reason // why it has no slide; empty when it has one
	shape    shape
	multiple string          // between several answers in a cell
	options  *options        // of a question with a column for each option
	isItself bool            // where it was ticked its own heading stands
	says     string          // the text that stands where the option was ticked; empty for a mark
	saysNo   bool            // some answered that it was not
	base     int             // how many answered
	ticks    int             // and of a box, how many said yes
	isBox    bool            // the answers may say no more than that an option was ticked or not
	codes    []survey.Label  // what its codes mean
	missing  []string        // what stands where nobody answered
	odd      []string        // answers that stand for no answer in other columns
	answers  []survey.Answer // in the order they are listed
	offered  []string        // of statements in no known order: what any of them was answered by
	own      bool            // some answered in their own words, which are not listed
	most     int             // of many answers: how many of the most given are shown, whichever they are; 0 for all
	listed   int             // and how many of them a sentence lists
	scale    scale.Scale
	except   []string // of an amount: answers that are no numbers
	marks    string   // of an amount: the points and commas in its numbers
	isDoubt  bool     // they can be read in two ways
}

// How many answers a form has room for.
const (
	minBase      = 5 // answers that a question must have to be shown
	mostFew      = 5
	mostShort    = 22 // characters of a slice's label
	mostShown    = 12
	mostGiven    = 10 // of more than mostShown
	mostListed   = 3
	mostClosed   = 60
	longestLabel = 300
	mostLead     = 160 // characters of the question
	mostTitle    = 70  // of one that is a headline
)

func columnOf(table *survey.Table, i int) *column {
	in := table.Columns[i]
	c := &column{heading: in.Name, label: plain(in.Label), under: plain(in.Shared), letter: cells.ColumnName(i)}
	c.read(table)
	return c
}

var markup = regexp.MustCompile(`<[a-zA-Z/][^<>]*>`)

// plain is a heading without the markup that some tools leave in it.
func plain(heading string) string {
	if !strings.ContainsAny(heading, "<&") {
		return heading
	}
	return strings.Join(strings.Fields(html.UnescapeString(markup.ReplaceAllString(heading, " "))), " ")
}

// isSeveral tells whether a respondent may have given several answers.
func (c *column) isSeveral() bool { return c.multiple != "" || c.options != nil && c.options.several }

// isBoolean tells whether the column is a box to tick.
func (c *column) isBoolean() bool {
	return slices.ContainsFunc(c.answers, func(a survey.Answer) bool { return scale.IsBoolean(a.Label) })
}

// called is what the column is called when it is told about.
func (c *column) called() string {
	if strings.TrimSpace(oneLine(c.label)) == "" {
		return "(" + c.letter + ")"
	}
	return c.label
}

// isPrivate tells a column that nobody else is to see: personal data, and what people wrote themselves.
func (c *column) isPrivate() bool { return c.why == personal || c.why == place || c.why == ownWords }

// isLeftOut tells a column that the layout does not ask for.
func (c *column) isLeftOut() bool { return c.why != "" && c.why != anOption }

// read finds out what the column holds.
func (c *column) read(table *survey.Table) {
	switch {
	case c.heading == "":
		c.why = noHeading
		return
	case !readable(c.heading):
		c.why = unreadable
		return
	}
	tally := c.tally(table)
	c.isBox, c.says = unasked.IsBox(tally), ticked(tally)
	c.base = tally.Base
	c.saysNo = c.isBox && slices.ContainsFunc(tally.Answers, func(a survey.Answer) bool { return words.IsNo(a.Label) })
	for _, a := range tally.Answers {
		if c.isBox && words.IsYes(a.Label) {
			c.ticks += a.Count
		}
	}
	c.isItself = c.says != "" && strings.EqualFold(c.says, c.heading)
	if tally.Base == 0 {
		c.why = noAnswers
		return
	}
	if c.why = reason(unasked.Why(c.label, tally)); c.why != "" {
		return
	}
	switch {
	case tally.Base < minBase:
		c.why = tooFew
		return
	case len(tally.Answers) == 1:
		c.why = oneAnswer
		return
	}
	if c.multiple = separator(table, c.asked(), tally); c.multiple != "" {
		tally, _ = table.Tally(c.asked())
	}
	if c.multiple == "" && c.isAmount(table, tally) {
		c.shape = amount
		return
	}
	c.close(tally.Answers)
}

// asked is the question as the answers are asked for it.
func (c *column) asked() survey.Question {
	q := survey.Question{Column: c.heading, Multiple: c.multiple, Missing: c.missing, Labels: c.codes}
	if c.options != nil {
		q.Columns = c.options.columns
	}
	return q
}

// tally counts the answers, and finds out what stands where there is none. A dash is one of two marks of a box, else
// nobody's answer.
func (c *column) tally(table *survey.Table) survey.Tally {
	q := survey.Question{Column: c.heading, Found: true}
	tally, list := table.Tally(q)
	for _, a := range tally.Answers {
		if isNineties(a.Code) || words.IsCode(a.Code) || words.IsNoAnswer(a.Code) || isDash(a.Code) {
			c.odd = append(c.odd, a.Code)
		}
	}
	isDashed := !unasked.IsBox(tally) && slices.ContainsFunc(c.odd, isDash)
	isTold := slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Rule == diag.NoAnswer })
	if !isDashed && !isTold {
		return tally
	}
	q.Found = false
	all, _ := table.Tally(q)
	for _, a := range all.Answers {
		_, isAnswer := tally.Answer(a.Code)
		if !isAnswer || isTold && (isNineties(a.Code) || isBelowNought(a.Code)) || isDashed && isDash(a.Code) {
			c.missing = append(c.missing, a.Code)
		}
	}
	tally, _ = table.Tally(c.asked())
	return tally
}

func isDash(s string) bool { return s != "" && strings.Trim(s, "-–—") == "" }

// isNineties tells the codes that stand for no answer where they are far from all others.
func isNineties(code string) bool {
	n, err := strconv.Atoi(code)
	return err == nil && (n >= 97 && n <= 99 || n >= 997 && n <= 999)
}

// isBelowNought tells the codes that stand for no answer where all others are from 1 up.
func isBelowNought(code string) bool {
	n, ok := words.Whole(code)
	return ok && n < 0
}

// isAmount tells whether the answers are numbers of any size, which have a mean. Years have none that says anything.
func (c *column) isAmount(table *survey.Table, t survey.Tally) bool {
	var values []float64
	for _, a := range t.Answers {
		if v, ok := scale.Number(a.Label); ok {
			values = append(values, v)
		} else if scale.IsApart(a.Label) {
			c.except = append(c.except, a.Label)
		} else {
			return false
		}
	}
	if len(values) == 0 || fewNumbers(values, t.Base) || allYears(values) {
		return false
	}
	m, words := table.Mean(c.asked(), c.except)
	for _, a := range t.Answers {
		for _, mark := range []string{".", ","} {
			if strings.Contains(a.Label, mark) && !strings.Contains(c.marks, mark) {
				c.marks += mark
			}
		}
	}
	c.isDoubt = len(table.Doubts(c.asked())) > 0
	return m.Count > 0 && len(words) == 0
}

// decimalOf is what stands before decimals in a file whose numbers can be read in two ways, as they are read in that
// language; empty where all is clear, or where some other numbers say otherwise.
func decimalOf(columns []*column, lang string) string {
	decimal, other := ",", "."
	if lang == "en" {
		decimal, other = other, decimal
	}
	isDoubt := false
	for _, c := range columns {
		if !c.isDoubt && c.shape == amount && strings.Contains(c.marks, other) {
			return ""
		}
		isDoubt = isDoubt || c.isDoubt
	}
	if !isDoubt {
		return ""
	}
	return decimal
}

// fewNumbers tells a choice between numbers from numbers of any size.
func fewNumbers(values []float64, base int) bool {
	small := !slices.ContainsFunc(values, func(v float64) bool { return v != float64(int(v)) || v < 0 || v > 10 })
	return small || (len(values) <= mostShown && base >= 2*len(values))
}

func allYears(values []float64) bool {
	return !slices.ContainsFunc(values, func(v float64) bool { return v != float64(int(v)) || v < 1900 || v > 2100 })
}

// order lists the answers: along their scale, else yes before no, else the most given first; what is apart, last.
func (c *column) order() {
	var labels []string
	for _, a := range c.answers {
		if !scale.IsApart(a.Label) {
			labels = append(labels, a.Label)
		}
	}
	c.scale = scale.Of(labels)
	slices.SortStableFunc(c.answers, func(a, b survey.Answer) int {
		if last := cmp.Compare(rank(scale.IsApart(a.Label)), rank(scale.IsApart(b.Label))); last != 0 {
			return last
		}
		if c.scale.IsOrdered() && !scale.IsApart(a.Label) {
			return cmp.Compare(c.scale.Places[a.Label], c.scale.Places[b.Label])
		}
		if yes := cmp.Compare(scale.YesNo(a.Label), scale.YesNo(b.Label)); yes != 0 {
			return yes
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Label, b.Label))
	})
	c.fill()
}

// fill adds the steps between the lowest and the highest of a scale of numbers that nobody chose.
func (c *column) fill() {
	isLarge := func(a survey.Answer) bool { return c.scale.Places[a.Label] > 10 }
	if !c.scale.IsNumbers() || c.isSeveral() || slices.ContainsFunc(c.answers, isLarge) {
		return
	}
	for at := 0; at+1 < len(c.answers) && !scale.IsApart(c.answers[at+1].Label); at++ {
		low, high := c.scale.Places[c.answers[at].Label], c.scale.Places[c.answers[at+1].Label]
		if low >= 0 && low+1 < high {
			step := strconv.Itoa(int(low) + 1)
			c.scale.Places[step] = low + 1
			c.answers = slices.Insert(c.answers, at+1, survey.Answer{Label: step})
		}
	}
}

func (c *column) shaped() shape {
	longest := 0
	for _, a := range c.answers {
		longest = max(longest, len([]rune(a.Label)))
	}
	switch {
	case c.isSeveral():
		return many
	case len(c.answers) == 2 && !c.own:
		return pair
	case c.scale.IsOrdered() && c.scale.Family != scale.YesOrNo && !c.own && len(c.answers) <= mostShown:
		return steps
	case len(c.answers) <= mostFew && len(c.answers) > 1 && longest <= mostShort && !c.own:
		return few
	}
	return many
}

// shown are the answers that the chart names; nil for all.
func (c *column) shown() []survey.Answer {
	switch {
	case !c.own || c.most > 0:
		return nil
	case len(c.answers) > mostShown:
		return c.top(mostGiven)
	}
	return c.answers
}

// top are the n most given answers.
func (c *column) top(n int) []survey.Answer {
	most := slices.DeleteFunc(slices.Clone(c.answers), func(a survey.Answer) bool { return a.Count == 0 })
	slices.SortStableFunc(most, func(a, b survey.Answer) int { return cmp.Compare(b.Count, a.Count) })
	return most[:min(n, len(most))]
}

func rank(last bool) int {
	if last {
		return 1
	}
	return 0
}
