package charts

import (
	"cmp"
	"math"
	"slices"

	"lysark/report/locale"
)

// ValueLabels are the chart's values as its labels show them, by series and category.
func ValueLabels(c Chart, l locale.Locale) [][]string {
	p := worded(c, l)
	out := make([][]string, len(c.Series))
	for i, s := range c.Series {
		for _, v := range s.Values {
			out[i] = append(out[i], p.written(v))
		}
	}
	switch {
	case !c.Parts:
	case c.Kind.hasOneSeries():
		if len(c.Series) == 1 {
			out[0] = p.wholeLabels(c.Series[0].Values)
		}
	default:
		p.wholeRows(out)
	}
	return out
}

// worded is a chart that nobody draws but asks for its figures as they are written.
func worded(c Chart, l locale.Locale) *plot {
	return &plot{Chart: c, Style: Style{Locale: l}}
}

// wholeRows labels each category's values across the series, which are the parts of its whole.
func (p *plot) wholeRows(out [][]string) {
	for category := range p.Categories {
		var values []Value
		var rows []int
		for i, s := range p.Series {
			if category < len(s.Values) && (p.Apart == "" || s.Name != p.Apart) {
				values, rows = append(values, s.Values[category]), append(rows, i)
			}
		}
		for k, label := range p.wholeLabels(values) {
			out[rows[k]][category] = label
		}
	}
}

// wholeLabels are the values of one whole as they are printed: each rounded on its own, or, when the author
// asks for it, so that the shares add up to 100. Then a label may differ from its value by up to one unit.
func (p *plot) wholeLabels(values []Value) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = p.written(v)
	}
	if !p.Sum100 || !p.Percent || sum(values) < sumSlack {
		return out
	}
	for i, v := range largestRemainder(values, p.wholeOf(values), p.Decimals) {
		if !values[i].Missing {
			out[i] = p.value(v)
		}
	}
	return out
}

// wholeOf is what the labels add up to: 100, or what the values do when a level is set apart from them.
func (p *plot) wholeOf(values []Value) float64 {
	if total := sum(values); p.Apart != "" && (total < partsLow-sumSlack || total > partsHigh+sumSlack) {
		return locale.Round(total, p.Decimals)
	}
	return 100
}

// largestRemainder rounds the parts of a whole down, and gives the units that are then left of it to those that lost
// most, the first of equals first.
func largestRemainder(values []Value, of float64, decimals int) []float64 {
	units := math.Pow10(decimals)
	total, left := sum(values), of*units
	whole, lost := make([]float64, len(values)), make([]float64, len(values))
	var order []int
	for i, v := range values {
		share := v.shown() / total * of * units
		whole[i] = math.Floor(share + sumSlack)
		lost[i] = share - whole[i]
		left -= whole[i]
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lost[b], lost[a]) })
	for _, i := range order[:min(len(order), max(0, int(math.Round(left))))] {
		whole[i]++
	}
	for i := range whole {
		whole[i] /= units
	}
	return whole
}
