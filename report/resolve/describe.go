package resolve

import (
	"strings"

	"lysark/charts"
	"lysark/config"
	"lysark/report"
	"lysark/report/figures"
)

// describe gives each chart of a slide what its alternative text says beside its figures: what it is about, how many
// answered, and where the figures come from.
func (r *slideResolver) describe(s *report.Slide) {
	for i := range s.Charts {
		c := &s.Charts[i]
		c.About, c.Source = s.Headline.S, s.Source.S
		if t, ok := r.asks(r.in.Charts[i]); ok {
			c.MultipleResponse = t.MultipleResponse
			if strings.Contains(t.Label, " ") { // one word may be a code such as Q7
				c.About = t.Label
			}
		}
		c.Base = r.basesOf(*c)
	}
}

// asks is the question that a chart shows, if it is one.
func (r *slideResolver) asks(c config.Chart) (figures.Tally, bool) {
	question := c.Question
	for _, s := range c.Series {
		if question = s.Question; question.V != c.Series[0].Question.V {
			return figures.Tally{}, false
		}
	}
	if !question.Set {
		return figures.Tally{}, false
	}
	data := c.Data
	if len(c.Series) > 0 && c.Series[0].Data.Set {
		data = c.Series[0].Data
	}
	return r.book.Counted(figures.Group{Data: data.V}, question.V)
}

// basesOf are the least and the most answers that a value of the chart rests on: none when there is a value that does
// not come from answers, or that is not told.
func (r *slideResolver) basesOf(c charts.Chart) [2]int {
	var out [2]int
	for _, s := range c.Series {
		for _, v := range s.Values {
			source, counted := r.deck.SourceOf(v)
			if !counted || v.Hidden {
				return [2]int{}
			}
			if out[1] == 0 {
				out = [2]int{source.Base, source.Base}
			}
			out = [2]int{min(out[0], source.Base), max(out[1], source.Base)}
		}
	}
	return out
}
