package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"lysark/report/locale"
	"lysark/report/template"
)

// section is a part of the report as every way of writing shows it.
type section struct {
	id, title, note string
	none            string // instead of the table when there is nothing in it
	columns         []column
	rows            [][]cell
}

type column struct {
	name   string
	number bool // set to the right
}

// cell is one field of a table.
type cell struct {
	text   string
	deck   bool    // in the language of the deck and not of the report
	bar    float64 // −1 to 1: the change, for those who see it
	strong bool
}

// sections are the parts that every report has, empty or not: that nothing is wrong is worth telling, too.
func (r Report) sections() []section {
	return []section{r.chanceSection(), r.movedSection(), r.dataSection(), r.claimsSection(), r.typedSection(),
		r.onlySection(), r.problemsSection()}
}

// lead says in a few sentences what the tables say.
func (r Report) lead() []string {
	out := []string{fmt.Sprintf("Both decks show %s, of which %d moved. %s shown by one deck only.",
		plural(len(r.Moved)+r.Unmoved, "figure", "figures"), len(r.Moved), capital(plural(len(r.Only), "figure is", "figures are")))}
	if r.Unshown > 0 {
		out = append(out,
			fmt.Sprintf("%s hidden in both, as too few answered.",
				capital(plural(r.Unshown, "figure is", "figures are"))))
	}
	if r.HalfGone > 0 {
		out = append(out,
			fmt.Sprintf("%s hidden in one deck, as too few answered, and not in the other at all.",
				capital(plural(r.HalfGone, "figure is", "figures are"))))
	}
	if r.Tested > 0 {
		out = append(out, r.leadOnChance())
	}
	if failed := len(r.Claims); failed > 0 {
		out = append(out,
			fmt.Sprintf("%s not hold.", capital(plural(failed, "claim of the layout does", "claims of the layout do"))))
	}
	return out
}

// leadOnChance keeps readers from making too much of one change among many.
func (r Report) leadOnChance() string {
	out := fmt.Sprintf("%s could be tested; %d changed by more than chance. About one in twenty shares that have "+
		"not changed at all will still look changed by chance",
		capital(plural(r.Tested, "different share", "different shares")), r.Larger)
	if r.Tested >= 1/surely {
		out += fmt.Sprintf(": of %d about %s", r.Tested, reportLocale().Number(surely*float64(r.Tested), 0))
	}
	return out + "."
}

// sides says what was compared.
func (r Report) sides() [2]string {
	var out [2]string
	for i, s := range []Summary{r.Old, r.New} {
		var parts []string
		for _, d := range s.Data {
			part := fmt.Sprintf("%s: %s, %s", d.Name, d.File, plural(d.Respondents, "respondent", "respondents"))
			if d.Population > 0 {
				part += fmt.Sprintf(" of %d asked", d.Population)
			}
			parts = append(parts, part)
		}
		out[i] = s.Layout
		if len(parts) > 0 {
			out[i] += " (" + strings.Join(parts, "; ") + ")"
		}
	}
	return out
}

// chanceSection is what a reader with a minute looks at: the shares that changed by more than chance, each once.
func (r Report) chanceSection() section {
	var moves []Move
	for _, m := range r.Moved {
		same := func(o Move) bool { return slices.EqualFunc(o.New.Sources, m.New.Sources, sameAnswers) }
		switch i := slices.IndexFunc(moves, same); {
		case m.Chance != Larger:
		case i < 0:
			moves = append(moves, m)
		case moves[i].Change == nil: // a fraction, say: the share itself tells more
			moves[i] = m
		}
	}
	out := section{
		id: "chance", title: "Changed by more than chance", none: "No share changed by more than chance.",
		note: "The largest change first. Each share is told once.",
	}
	slices.SortStableFunc(moves, func(a, b Move) int { return cmp.Compare(b.size(), a.size()) })
	out.columns, out.rows = tableOf(moves)
	return out
}

// size is how far a figure moved either way; 0 when its text tells no number.
func (m Move) size() float64 {
	if m.Change == nil {
		return 0
	}
	return math.Abs(*m.Change)
}

func sameAnswers(a, b Source) bool {
	return a.Data == b.Data && a.Question == b.Question && slices.Equal(a.Answers, b.Answers)
}

func (r Report) movedSection() section {
	out := section{
		id: "moved", title: "Figures that moved", none: "No figure moved.",
		note: "Larger than chance is a two-sided test of two shares at 5 %, with effective sizes for weighted answers and a finite population correction where the layout says how many were asked. " +
			"It takes the two groups as independent samples. “Too few” is where fewer than five answers are expected; “–” is what is no simple share." + r.heard(),
	}
	out.columns, out.rows = tableOf(r.Moved)
	return out
}

// heard tells what the layouts say of how many were asked, since a verdict may hang on it.
func (r Report) heard() string {
	before, after := r.Old.heard(), r.New.heard()
	if before == "" && after == "" {
		return ""
	}
	const none = "nothing"
	return fmt.Sprintf(" Of those asked the layouts say: old, %s; new, %s. The larger the part that answered, the "+
		"smaller a change that counts as larger than chance.",
		cmp.Or(before, none), cmp.Or(after, none))
}

// heard is the part of those asked that answered, by data set.
func (s Summary) heard() string {
	var out []string
	for _, d := range s.Data {
		if d.Population > 0 {
			out = append(out,
				fmt.Sprintf("%s %d of %d answered (%s)", d.Name, d.Respondents, d.Population,
					reportLocale().Percent(100*float64(d.Respondents)/float64(d.Population), 0)))
		}
	}
	return strings.Join(out, ", ")
}

// tableOf is a table of figures that moved.
func tableOf(moves []Move) ([]column, [][]cell) {
	columns := []column{{"Slide", true}, {"Where", false}, {"Figure", false}, {"Old", true}, {"New", true}, {"Change", true}, {"Answered", true}, {"Larger than chance", false}}
	var rows [][]cell
	widest := 0.0
	for _, m := range moves {
		if m.Change != nil && m.Unit == template.Points {
			widest = max(widest, math.Abs(*m.Change))
		}
	}
	for _, m := range moves {
		change := cell{text: m.change(), strong: m.Chance == Larger}
		if m.Change != nil && m.Unit == template.Points && widest > 0 {
			change.bar = *m.Change / widest
		}
		rows = append(rows, []cell{
			{text: slideName(m.Slide, m.OldSlide)}, {text: m.Where}, {text: m.Name, deck: true},
			{text: m.Old.Text, deck: true}, {text: m.New.Text, deck: true},
			change, {text: m.answered()}, {text: string(m.Chance), strong: m.Chance == Larger},
		})
	}
	return columns, rows
}

// change is how far a figure moved, with as many decimals as it takes to be more than nothing, at most two.
func (m Move) change() string {
	if m.Change == nil {
		return template.Dash
	}
	decimals := 1
	if m.Unit == template.Number && *m.Change == math.Trunc(*m.Change) {
		decimals = 0
	} else if locale.Round(*m.Change, 1) == 0 {
		decimals = 2
	}
	out := reportLocale().Number(*m.Change, decimals)
	if locale.Round(*m.Change, decimals) > 0 {
		out = "+" + out
	}
	if m.Unit == template.Points {
		out += " points"
	}
	return out
}

// answered are the bases of the two.
func (m Move) answered() string {
	before, after := m.Old.base(), m.New.base()
	if before == "" && after == "" {
		return template.Dash
	}
	return cmp.Or(before, template.Dash) + " → " + cmp.Or(after, template.Dash)
}

// base is the number of those a figure is about, when they are one group.
func (f Figure) base() string {
	var out []string
	for _, s := range f.Sources {
		if s.Base != nil && !slices.Contains(out, strconv.Itoa(*s.Base)) {
			out = append(out, strconv.Itoa(*s.Base))
		}
	}
	return strings.Join(out, ", ")
}

func (r Report) onlySection() section {
	out := section{
		id: "only", title: "Figures that only one deck shows", none: "Both decks show the same figures.",
		columns: []column{{"Slide", true}, {"Shown by", false}, {"Where", false}, {"Figure", false}, {"Text", true}, {"The other deck", false}},
	}
	for _, o := range r.Only {
		out.rows = append(out.rows, []cell{
			{text: slideName(o.Figure.Slide, o.Figure.Slide)}, {text: o.Side}, {text: o.Figure.Where},
			{text: o.Figure.Name, deck: true}, {text: o.Figure.Text, deck: true}, {text: o.Reason},
		})
	}
	return out
}

// slideName is a slide's number, with the old one when it is another.
func slideName(number, old int) string {
	switch {
	case number == 0:
		return "deck"
	case number != old:
		return fmt.Sprintf("%d (was %d)", number, old)
	}
	return strconv.Itoa(number)
}

func plural(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func capital(s string) string { return locale.Capital(s) }

// english is the report's own language.
func reportLocale() locale.Locale {
	l, _ := locale.For("en")
	return l
}
