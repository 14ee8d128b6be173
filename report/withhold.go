package report

import (
	"fmt"
	"strings"

	"lysark/charts"
	"lysark/report/locale"
)

// withhold makes a chart of figures that are not shown one that can be drawn: a list of the answers with a dash each.
// A pie has no way to show that it shows nothing.
func (r *resolver) withhold(c *charts.Chart) {
	some, all := false, true
	for _, s := range c.Series {
		for _, v := range s.Values {
			some = some || v.Hidden
			all = all && v.Hidden
		}
	}
	if !some || !all || len(c.Series) == 0 {
		return
	}
	if c.Kind == charts.Likert || c.Kind == charts.Stacked {
		c.Series = []charts.Series{{Values: c.Series[0].Values}} // one dash for a bar's parts
	}
	c.Kind, c.Parts, c.Center, c.CenterNote, c.Apart = charts.Bar, false, "", "", ""
	c.Min, c.Max, c.Step, c.Axis = nil, nil, nil, false
}

// footnote tells what the dash means on a slide where a figure is not shown.
func (r *resolver) footnote(s *Slide) {
	if !r.hides {
		return
	}
	note := fmt.Sprintf(r.deck.Locale.Word(locale.FewerThan), r.file.Deck.MinBase.V)
	if s.Source.S != "" {
		note = strings.TrimRight(s.Source.S, " .") + ". " + note
	}
	s.Source.S = note
	if s.Source.Pos.Line == 0 {
		s.Source.Pos = s.Pos
	}
}
