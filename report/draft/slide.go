package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"lysark/report/survey"
	"lysark/report/survey/scale"
)

// start is the title slide and the one that tells who answered.
func (w *writer) start(background *column) {
	w.line("")
	w.line("[[slide]]")
	w.line(`layout = "title"`)
	w.line("")
	if background != nil {
		w.owner = background.name
	}
	w.line("[[slide]]")
	w.line("headline = %s", quoted(w.say.startHeadline))
	w.line("source = %s", quoted("{"+w.say.source+"}"))
	w.line(`number = { value = "{respondents()}", text = %s }`, quoted(w.say.startText))
	if background != nil {
		w.chart("bar", background, `sort = "descending"`, "title = "+quoted(w.printed(background.label)))
	}
	w.owner = ""
}

// slide writes the slide of a question or of statements.
func (w *writer) slide(s slide) {
	w.owner = s.key
	c := s.columns[0]
	w.line("")
	switch {
	case len(s.columns) > 1:
		w.comment(w.say.scale)
		w.line("[[slide]]")
		w.statements(s)
	case c.shape == amount:
		w.comment(w.say.question + clipped(c.label, 200))
		w.line("[[slide]]")
		w.amount(c, s.form)
	default:
		w.comment(w.say.question + clipped(c.label, 200))
		w.line("[[slide]]")
		w.question(c, s.form)
	}
	w.owner = ""
}

func (w *writer) question(c *column, f form) {
	w.line("headline = %s", quoted(w.headline(c, f)))
	if f < alone && !isLabel(c.label) && !(c.isBoolean() && clipped(c.label, mostTitle) == c.label) {
		w.line("lead = %s", quoted(w.printed(clipped(c.label, mostLead))))
	}
	if f < alone {
		w.bullets(c)
	}
	w.line("source = %s", quoted(w.source(c)))
	w.claim(c)
	kind, keys := w.figure(c)
	if f != beside {
		kind = "bar"
	}
	if f == alone {
		keys = append(keys, "title = "+quoted(w.printed(clipped(c.label, mostLead))))
	}
	if kind == "donut" {
		first := c.told()[0].Label
		keys = append(keys, "center = "+quoted(w.share(c, first)), "center_note = "+quoted(w.say.gave+w.cited(first)))
	}
	w.chart(kind, c, keys...)
}

// headline says what stays true when the answers change: which answer is the most given is worked out, too, and may be
// several. A box that was not ticked says nothing by itself, so there the question comes first.
func (w *writer) headline(c *column, f form) string {
	top := "{top(" + inExpression(c.name) + ")}"
	switch {
	case f == alone:
		return w.say.neutral
	case f == titled || c.isBoolean():
		return w.printed(clipped(c.label, mostTitle))
	case c.hasApart() && !c.isToTen() && isLabel(c.label):
		first := c.told()[0].Label
		return w.printed(c.label) + ": " + w.share(c, first) + " " + w.cited(first)
	case c.hasApart() && c.isSeveral():
		first := c.told()[0].Label
		return w.share(c, first) + " " + w.say.gaveMulti + w.cited(first)
	case c.hasApart() && !c.isToTen():
		return w.gave(c, c.told()[0].Label)
	case c.isSeveral() && isLabel(c.label):
		return w.printed(c.label) + ": " + w.say.mentionedOf + top
	case c.isSeveral():
		return w.say.mentioned + top
	case c.shape == pair && isLabel(c.label):
		first := c.top(1)[0].Label
		return w.printed(c.label) + ": " + w.share(c, first) + " " + w.cited(first)
	case c.shape == pair:
		return w.gave(c, c.top(1)[0].Label)
	case c.isToTen() && isLabel(c.label):
		return w.printed(c.label) + ": {mean(" + c.meanOf() + ")} " + w.say.meanText
	case c.isToTen():
		return fmt.Sprintf(w.say.mean, c.meanOf())
	case isLabel(c.label):
		return w.printed(c.label) + ": " + w.say.mostOf + top
	}
	return w.say.most + top
}

// isToTen tells a question that is answered from nought or one to ten, which has a mean.
func (c *column) isToTen() bool {
	if !c.scale.IsNumbers() || c.isSeveral() || c.own || len(c.codes) > 0 {
		return false
	}
	steps := levelsOf([]*column{c})
	return len(steps) >= 10 && steps[len(steps)-1] == "10"
}

// meanOf are what the mean is worked out of: the question, without the answers that are apart.
func (c *column) meanOf() string {
	args := inExpression(c.name)
	for _, a := range c.answers {
		if scale.IsApart(a.Label) {
			args += ", " + inExpression(a.Label)
		}
	}
	return args
}

// bullets give the two most given answers. Of many answers, next year's may be others.
func (w *writer) bullets(c *column) {
	if c.most > 0 && c.listed == 0 {
		return
	}
	w.line("bullets = [")
	if c.most > 0 {
		w.line("  %s,", quoted(fmt.Sprintf("%s{list(answers(%s, %d))}", w.say.listed, inExpression(c.name), c.listed)))
		w.line("]")
		return
	}
	for _, a := range c.told() {
		switch {
		case c.shape == pair || c.hasApart() && !c.isSeveral():
			w.line("  %s,", quoted(fmt.Sprintf(w.say.counted, c.name, inExpression(a.Label), c.name)+w.cited(a.Label)))
		case c.isSeveral():
			w.line("  %s,", quoted(w.share(c, a.Label)+" "+w.say.gaveMulti+w.cited(a.Label)))
		default:
			w.line("  %s,", quoted(w.gave(c, a.Label)))
		}
	}
	w.line("]")
}

// hasApart tells whether somebody did not know, or answered otherwise: that is no answer for a headline, were it the
// one that most gave.
func (c *column) hasApart() bool {
	isApart := func(a survey.Answer) bool { return scale.IsApart(a.Label) }
	return c.most == 0 && slices.ContainsFunc(c.answers, isApart) && len(c.told()) > 0 && !isApart(c.told()[0])
}

// told are the two answers that texts tell of: the most given, but that a box was ticked before that it was not, and
// what is apart last.
func (c *column) told() []survey.Answer {
	most := c.top(len(c.answers))
	slices.SortStableFunc(most, func(a, b survey.Answer) int {
		return cmp.Compare(rank(scale.IsApart(a.Label)), rank(scale.IsApart(b.Label)))
	})
	most = most[:min(2, len(most))]
	slices.SortStableFunc(most, func(a, b survey.Answer) int {
		if scale.IsBoolean(a.Label) && scale.IsBoolean(b.Label) {
			return cmp.Compare(scale.YesNo(a.Label), scale.YesNo(b.Label))
		}
		return 0
	})
	return most
}

// gave says how many gave the answer. An answer that is a share itself stands away from the one who gave it.
func (w *writer) gave(c *column, answer string) string {
	if strings.Contains(answer, "%") {
		return w.cited(answer) + w.say.answerOf + w.share(c, answer)
	}
	return w.share(c, answer) + " " + w.say.gave + w.cited(answer)
}

// claim shows, once, how to let the build fail when a headline no longer holds.
func (w *writer) claim(c *column) {
	most := c.top(2)
	if w.claimed || c.most > 0 || len(most) < 2 || most[0].Count == most[1].Count {
		return
	}
	w.claimed = true
	of := func(a survey.Answer) string {
		return fmt.Sprintf("share(%s, %s)", inExpression(c.name), inExpression(a.Label))
	}
	w.comment(w.say.expect)
	w.comment("expect = " + list([]string{of(most[0]) + " > " + of(most[1])}))
}

func (w *writer) share(c *column, answer string) string {
	return fmt.Sprintf("{share(%s, %s)}", inExpression(c.name), inExpression(answer))
}

// cited is an answer in quotation marks. One with a number is marked as meant as a whole.
func (w *writer) cited(answer string) string {
	text := w.printed(answer)
	if len(w.numbers(answer)) > 0 {
		text = "{plain(" + inExpression(answer) + ")}"
	}
	return w.say.open + text + w.say.close
}

func (w *writer) source(c *column) string {
	note := ""
	if c.isSeveral() {
		note = w.say.severalPossible
	}
	switch {
	case c.most > 0:
		note += w.say.notAll
	case c.shown() != nil:
		note += w.say.notOthers
	}
	return note + "{" + w.say.source + "}. n = {base(" + inExpression(c.name) + ")}"
}

// figure is the chart that suits the answers.
func (w *writer) figure(c *column) (kind string, keys []string) {
	switch c.shape {
	case pair:
		return "donut", nil
	case few:
		return "pie", []string{`sort = "descending"`}
	case steps:
		if c.inColumns() {
			return "column", []string{pointedOut(c)}
		}
		return "bar", []string{pointedOut(c)}
	}
	keys = []string{`sort = "descending"`}
	if c.most > 0 {
		keys = append(keys,
			fmt.Sprintf("answers = %s", quoted(fmt.Sprintf("{answers(%s, %d)}", inExpression(c.name), c.most))))
	}
	if shown := c.shown(); shown != nil {
		return "bar", append(keys, "answers = "+list(labels(shown)))
	}
	return "bar", append(keys, pointedOut(c))
}

// pointedOut highlights the answer that the headline names, whichever it is next year.
func pointedOut(c *column) string {
	switch {
	case c.hasApart() && c.own: // no list says that the answer is there next year
		return ""
	case c.hasApart():
		return "highlight = " + quoted(c.told()[0].Label)
	}
	return "highlight = " + quoted("{answers("+inExpression(c.name)+", 1)}")
}

// inColumns tells whether labels under columns have room: bars are read more easily otherwise.
func (c *column) inColumns() bool {
	const mostColumns, longestWord, longestTwo = 7, 12, 24
	for _, a := range c.answers {
		for _, word := range strings.Fields(a.Label) {
			if len([]rune(word)) > longestWord {
				return false
			}
		}
		if len([]rune(a.Label)) > longestTwo {
			return false
		}
	}
	return len(c.answers) <= mostColumns || c.scale.IsNumbers()
}

func (w *writer) chart(kind string, c *column, keys ...string) {
	w.line("  [[slide.chart]]")
	w.line("  type = %s", quoted(kind))
	w.line("  question = %s", quoted(c.name))
	for _, key := range keys {
		if key != "" {
			w.line("  %s", key)
		}
	}
}

// amount is a question that is answered by a number: its mean, as large as it goes.
func (w *writer) amount(c *column, f form) {
	args := inExpression(c.name)
	for _, e := range c.except {
		args += ", " + inExpression(e)
	}
	headline, text := fmt.Sprintf(w.say.mean, args), w.printed(c.label)
	if isLabel(c.label) {
		headline, text = w.printed(c.label)+": {mean("+args+")}", w.say.meanText
	}
	if f != beside {
		headline, text = w.printed(clipped(c.label, mostTitle)), w.say.meanText
	}
	w.line("headline = %s", quoted(headline))
	w.line("source = %s", quoted(w.source(c)))
	w.line("number = { value = %s, text = %s }", quoted("{mean("+args+")}"), quoted(text))
}

// statements are questions on one scale: what most agree with comes first, whatever that is.
func (w *writer) statements(s slide) {
	high, note := w.say.highest(s.columns[0].scale.Family == scale.Agreement, s.isPart), ""
	if s.columns[0].scale.IsNumbers() {
		note = w.say.highNote
	}
	if s.isMixed {
		high = w.say.neutral
	}
	w.line("headline = %s", quoted(high))
	w.line("source = %s", quoted(note+"{"+w.say.source+"}. "+w.say.answered))
	w.line("  [[slide.chart]]")
	if s.isMixed {
		w.line(`  type = "stacked"`)
		w.asked(s.columns)
		w.line("  answers = %s", list(s.scale))
		return
	}
	w.line(`  type = "likert"`)
	w.asked(s.columns)
	if !s.columns[0].scale.IsNumbers() { // those the questions list already, in order
		w.line("  levels = %s", w.levels(s.scale))
	}
	if s.apart != "" {
		w.line("  apart = %s", quoted(s.apart))
	}
	w.line(`  sort = "top"`)
	w.line("  top = %d", s.top)
	if s.columns[0].scale.Family != scale.Agreement {
		w.line("  top_name = %s", quoted(w.say.high))
		w.line("  bottom_name = %s", quoted(w.say.low))
	}
}

// asked names the questions of a chart. Where their headings begin alike that is the chart's title, and what differs
// is what each is called.
func (w *writer) asked(columns []*column) {
	if columns[0].block == 0 {
		w.line("  questions = %s", list(names(columns)))
		return
	}
	w.line("  title = %s", quoted(w.printed(clipped(columns[0].stem, mostLead))))
	w.line("  questions = [")
	for _, c := range columns {
		w.line("    { question = %s, label = %s },", quoted(c.name), quoted(w.printed(c.item)))
	}
	w.line("  ]")
}

// levels are a list, or a table when a level holds a number, which is printed as meant.
func (w *writer) levels(levels []string) string {
	var pairs []string
	same := true
	for _, level := range levels {
		shown := w.printed(level)
		same = same && shown == level
		pairs = append(pairs, quoted(level)+" = "+quoted(shown))
	}
	if same {
		return list(levels)
	}
	return "{ " + strings.Join(pairs, ", ") + " }"
}

func names(columns []*column) []string {
	var out []string
	for _, c := range columns {
		out = append(out, c.name)
	}
	return out
}
