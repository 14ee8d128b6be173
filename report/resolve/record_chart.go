package resolve

import (
	"slices"

	"lysark/charts"
	"lysark/report"
	"lysark/report/locale"
	"lysark/report/template"
)

// recordChart keeps the figures that a chart shows: its values, then the sums that it prints beside them.
func (r *textResolver) recordChart(at element, c charts.Chart) {
	labels := charts.ValueLabels(c, r.deck.Locale.InSigns())
	for i, s := range c.Series {
		for j, v := range s.Values {
			if j >= len(c.Categories) {
				break // Validate reports it
			}
			name := c.Categories[j]
			if s.Name != "" {
				name = s.Name + ": " + name
			}
			r.recordValue(at, c, name, labels[i][j], v, r.sources(v))
		}
	}
	r.recordSums(at, c)
}

func (r *textResolver) recordValue(
	at element, c charts.Chart, name, text string, v charts.Value, sources []template.Source,
) {
	f := report.Figure{Slide: r.number, Where: string(at), Name: name, Text: text, Pos: c.Pos}
	f.Figure = template.Figure{
		Value: v.V, Unit: template.Number, Decimals: c.Decimals, Hidden: v.Hidden, Unasked: v.Unasked, Sources: sources,
	}
	if c.Percent {
		f.Unit = template.Percent
	}
	if !v.Missing || v.Hidden || v.Unasked {
		r.deck.Figures = append(r.deck.Figures, f)
	}
	r.hides, r.unasked = r.hides || v.Hidden, r.unasked || v.Unasked
}

// sources are what values rest on: none of those that are typed.
func (r *textResolver) sources(values ...charts.Value) []template.Source {
	var out []template.Source
	for _, v := range values {
		if v.Ref > 0 {
			out = append(out, r.deck.Sources[v.Ref-1])
		}
	}
	return out
}

func (r *textResolver) recordSums(at element, c charts.Chart) {
	uneven := func(s charts.Series) bool { return len(s.Values) != len(c.Categories) }
	if len(c.Series) == 0 || slices.ContainsFunc(c.Series, uneven) {
		return // Validate reports it
	}
	head, sums, texts, ok := charts.Sums(c, r.deck.Locale.InSigns())
	switch {
	case !ok:
		return
	case slices.ContainsFunc(c.Series, func(s charts.Series) bool { return s.Name == head }):
		head = r.deck.Locale.Word(locale.Total) + ": " + head
	}
	for i, sum := range sums {
		of := charts.Summed(c, i)
		sum.Hidden = slices.ContainsFunc(of, func(v charts.Value) bool { return v.Hidden })
		sum.Unasked = sum.Missing && slices.ContainsFunc(of, func(v charts.Value) bool { return v.Unasked })
		r.recordValue(at, c, head+": "+c.Categories[i], texts[i], sum, template.Together(r.sources(of...)))
	}
}
