package report

import (
	"fmt"
	"slices"
	"strings"

	"lysark/charts"
	"lysark/report/locale"
)

// withhold makes a chart of figures that are not shown one that can be drawn: a list of the answers with a dash each.
// A pie has no way to show that it shows nothing.
func (r *resolver) withhold(c *charts.Chart) {
	shows := slices.ContainsFunc(c.Series, func(s charts.Series) bool {
		return slices.ContainsFunc(s.Values, func(v charts.Value) bool { return !v.Hidden })
	})
	if shows || !hides(*c) {
		return
	}
	if c.Kind == charts.Likert || c.Kind == charts.Stacked {
		c.Series = []charts.Series{{Values: c.Series[0].Values}} // one dash for a bar's parts
	}
	c.Kind, c.Parts, c.Center, c.CenterNote, c.Apart = charts.Bar, false, "", "", ""
	c.Min, c.Max, c.Step, c.Axis = nil, nil, nil, false
	c.Highlight, c.Colors = nil, nil // they may name answers that are not told
}

// hides tells whether the chart has a value that is not shown.
func hides(c charts.Chart) bool {
	return slices.ContainsFunc(c.Series, func(s charts.Series) bool {
		return slices.ContainsFunc(s.Values, func(v charts.Value) bool { return v.Hidden })
	})
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
