// Package draft writes a first layout for a file of answers: a slide per question, each with the chart that suits
// its answers.
//
// Deck takes the read answers and gives the text of a layout; the command that asked for it writes it down. Whatever
// the draft says is worked out by expressions, so that it stays true when next year's answers take the place of these.
// What a respondent wrote in words of his own is never repeated: such columns are named by their heading alone.
package draft

import (
	"runtime"
	"strings"
	"sync"

	"lysark/report/survey"
)

// Options are what the answers themselves do not tell.
type Options struct {
	Lang string // of the deck: nb, nn or en
	File string // the file's name as the layout gives it

	Codebook string // the name of the file that says what its codes mean; empty for none

	// Plainer tells of each slide, by its key, how many times a plainer form is asked for than the one that suits
	// the answers: labels or headings may be too long for it. At last the slide is left out.
	Plainer map[string]int
}

// Draft is a layout.
type Draft struct {
	Text    string
	Shown   int       // questions with a slide
	Spare   []string  // questions without one, for want of room
	LeftOut []LeftOut // columns that the layout does not ask for
	Private []string  // those of them that may tell who gave which answers

	Settings []survey.Setting // of the file, as found out
	Missing  []string         // what stands where nobody answered
	Codes    []string         // questions with a slide whose answers may be codes, by heading

	owners []string // of each line of the text: the key of its slide
}

// LeftOut are columns that are left out for one reason, by heading.
type LeftOut struct {
	Why     string // in English, as the program speaks to its user
	Columns []string
}

// Owner is the key of the slide that a line of the text belongs to, counted from 1; empty when it belongs to none.
func (d Draft) Owner(line int) string {
	if line < 1 || line > len(d.owners) {
		return ""
	}
	return d.owners[line-1]
}

// Study is what was found out about the answers, once, however often a deck is drafted of them.
type Study struct {
	columns  []*column
	settings []survey.Setting // what was found out about the file, as the layout says it
}

// StudyOf looks at every column, for a deck in a language. Before each it tells which, counted from 1, when somebody
// wants to know.
func StudyOf(table *survey.Table, lang string, at func(column int)) *Study {
	s := &Study{settings: table.Settings(), columns: columnsOf(table, at)}
	if decimal := decimalOf(s.columns, lang); decimal != "" {
		s.settings = append(s.settings, survey.Setting{Key: "decimal", Value: quoted(decimal)})
	}
	blocks(s.columns)
	s.columns = joinOptions(table, s.columns)
	for _, c := range s.columns {
		c.nameTicks(table, phrasesOf(lang))
	}
	name(s.columns)
	return s
}

// columnsOf looks at all columns, several at a time: each by itself.
func columnsOf(table *survey.Table, at func(column int)) []*column {
	out := make([]*column, len(table.Columns))
	next := make(chan int)
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := range next {
				out[i] = columnOf(table, i)
			}
		})
	}
	for i := range out {
		if at != nil {
			at(i + 1)
		}
		next <- i
	}
	close(next)
	all.Wait()
	return out
}

// Deck drafts the layout of a deck for the answers.
func (s *Study) Deck(o Options) Draft {
	columns := make([]*column, len(s.columns))
	for i, c := range s.columns { // the plan of one draft is not that of the next
		copied := *c
		columns[i] = &copied
	}
	opening, slides := plan(columns, o.Plainer)
	w := newWriter(o.Lang)
	w.deck()
	w.data(o, columns, s.settings)
	w.start(opening)
	for _, s := range slides {
		w.slide(s)
	}
	out := Draft{Text: w.text.String(), Settings: s.settings, Missing: w.missing, owners: w.owners}
	for _, c := range columns {
		out.tell(c)
	}
	return out
}

// tell tells what became of a column.
func (d *Draft) tell(c *column) {
	called := oneLine(c.called())
	if c.isPrivate() {
		d.Private = append(d.Private, called)
	}
	switch {
	case c.why == "" && c.isSpare:
		d.Spare = append(d.Spare, called)
	case c.why == "":
		d.Shown++
		if c.isCoded() {
			d.Codes = append(d.Codes, called)
		}
	case c.isLeftOut():
		why := englishWords().why[c.why]
		for i := range d.LeftOut {
			if d.LeftOut[i].Why == why {
				d.LeftOut[i].Columns = append(d.LeftOut[i].Columns, called)
				return
			}
		}
		d.LeftOut = append(d.LeftOut, LeftOut{why, []string{called}})
	}
}

// Theme is the look of a drafted deck, to be changed into the sender's own.
func Theme(lang string) string {
	w := newWriter(lang)
	return strings.Join([]string{
		"# " + w.say.themeNote,
		"name = " + quoted(w.say.sender),
		"",
		"[colors]",
		`accent = "#13758A"`,
		`headline = "#0B2545"`,
		"",
		"[footer]",
		"text = " + quoted(w.say.sender),
		"",
	}, "\n")
}
