package resolve

import (
	"fmt"
	"slices"
	"strings"

	"lysark/charts"
	"lysark/report"
	"lysark/report/locale"
)

// withhold makes a chart of figures that are not shown one that can be drawn: a list of the answers with a dash each.
// A pie has no way to show that it shows nothing.
func (r *chartResolver) withhold() {
	shows := slices.ContainsFunc(r.out.Series, func(s charts.Series) bool {
		return slices.ContainsFunc(s.Values, func(v charts.Value) bool { return !v.Hidden })
	})
	if shows || !hides(*r.out) {
		return
	}
	if r.out.Kind.StacksSeries() {
		r.out.Series = []charts.Series{{Values: r.out.Series[0].Values}} // one dash for a bar's parts
	}
	r.out.Kind, r.out.Center, r.out.CenterNote, r.out.Excluded = charts.Bar, "", "", ""
	r.out.Min, r.out.Max, r.out.Step, r.out.Axis = nil, nil, nil, false
	r.out.Highlight, r.out.Colors = nil, nil // they may name answers that are not told
}

// hides tells whether the chart has a value that is not shown.
func hides(c charts.Chart) bool {
	return slices.ContainsFunc(c.Series, func(s charts.Series) bool {
		return slices.ContainsFunc(s.Values, func(v charts.Value) bool { return v.Hidden })
	})
}

// footnote tells what the dash means on a slide where a figure is not shown, or was not asked for.
func (r *slideResolver) footnote(s *report.Slide) {
	few := fmt.Sprintf(r.deck.Locale.Word(locale.FewerThan), r.file.Deck.MinBase.V)
	note := ""
	switch {
	case r.hides && r.unasked:
		note = few + r.deck.Locale.Word(locale.OrNotAsked)
	case r.hides:
		note = few
	case r.unasked:
		note = r.deck.Locale.Word(locale.NotAsked)
	default:
		return
	}
	if s.Source.S != "" {
		note = strings.TrimRight(s.Source.S, " .") + ". " + note
	}
	s.Source.S = note
	if s.Source.Pos.Line == 0 {
		s.Source.Pos = s.Pos
	}
}
