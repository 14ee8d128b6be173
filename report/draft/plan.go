package draft

import (
	"lysark/report/draft/unasked"
	"strings"
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
	isMixed bool // the answers are in no known order
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

// plan makes slides of the columns, in their order. Statements that are judged alike share a slide.
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
	return opening, chosen(slides)
}

// mostSlides is how many questions a draft shows, beside the title and who answered: more is no draft that one reads.
const mostSlides = 28

// chosen are the slides that the draft has room for: those of several columns come first, then single questions, both
// taken evenly from all of the file. The others' questions are named for the author, without a slide.
func chosen(slides []slide) []slide {
	if len(slides) <= mostSlides {
		return slides
	}
	isWide := func(s slide) bool { return len(s.columns) > 1 }
	wide := 0
	for _, s := range slides {
		if isWide(s) {
			wide++
		}
	}
	wides, singles := evenly(wide, mostSlides), evenly(len(slides)-wide, mostSlides-min(wide, mostSlides))
	var out []slide
	for _, s := range slides {
		keep := &singles
		if isWide(s) {
			keep = &wides
		}
		if (*keep)[0] {
			out = append(out, s)
		} else {
			for _, c := range s.columns {
				c.isSpare = true
			}
		}
		*keep = (*keep)[1:]
	}
	return out
}

// evenly marks most of n, spread over all of them.
func evenly(n, most int) []bool {
	out := make([]bool, n)
	for i := range out {
		out[i] = n <= most || (i+1)*most/n > i*most/n
	}
	return out
}

// isBackground tells a column that says who answered from one that asks something.
func isBackground(c *column) bool {
	return !c.isSeveral() && (c.shape == few || c.shape == pair) && isLabel(c.label) && asCode(c.label) == ""
}

// isLabel tells a heading that names something, such as "Størrelse", from one that asks or claims.
func isLabel(heading string) bool {
	return !strings.ContainsAny(heading, "?!") && !strings.Contains(heading+" ", ". ") &&
		len(unasked.Words(heading)) <= 3
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
