package report

import (
	"strings"

	"lysark/charts"
	"lysark/config"
)

// describe gives each chart of a slide what its alternative text says beside its figures: what it is about, how many
// answered, and where the figures come from.
func (r *resolver) describe(in config.Slide, s *Slide) {
	for i := range s.Charts {
		c := &s.Charts[i]
		c.About, c.Source = s.Headline.S, s.Source.S
		if t, ok := r.asks(in.Charts[i]); ok {
			c.Overlaps = t.Multi
			if strings.Contains(t.Question.Column, " ") { // one word may be a code such as Q7
				c.About = t.Question.Column
			}
		}
		c.Base = r.basesOf(*c)
	}
}

// asks is the question that a chart shows, if it is one.
func (r *resolver) asks(c config.Chart) (tallied, bool) {
	question := c.Question
	for _, s := range c.Series {
		if question = s.Question; question.V != c.Series[0].Question.V {
			return tallied{}, false
		}
	}
	if !question.Set {
		return tallied{}, false
	}
	data := c.Data
	if len(c.Series) > 0 && c.Series[0].Data.Set {
		data = c.Series[0].Data
	}
	d, _, err := r.set(data.V)
	if err != nil {
		return tallied{}, false
	}
	q, ok := r.declared(d, question.V)
	if !ok {
		return tallied{}, false
	}
	t, ok := r.tallies[d.Name.V+"\x00"+q.Name.V]
	return t, ok && t.ok
}

// basesOf are the least and the most answers that a value of the chart rests on: none when there is a value that does
// not come from answers, or that is not told.
func (r *resolver) basesOf(c charts.Chart) [2]int {
	var out [2]int
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v.Ref == 0 || v.Hidden {
				return [2]int{}
			}
			base := r.sources[v.Ref-1].Base
			if out[1] == 0 {
				out = [2]int{base, base}
			}
			out = [2]int{min(out[0], base), max(out[1], base)}
		}
	}
	return out
}
