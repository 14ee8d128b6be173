package charts

import (
	"cmp"
	"math"
	"slices"

	"lysark/report/locale"
)

// ValueLabels are the chart's values as its labels show them, by series and category.
func ValueLabels(c Chart, l locale.Locale) [][]string {
	out := make([][]string, len(c.Series))
	for i, s := range c.Series {
		if len(c.Series) == 1 && c.Kind.hasOneSeries() {
			out[i] = c.labelsTogether(s.Values, l)
			continue
		}
		for _, v := range s.Values {
			out[i] = append(out[i], c.Written(v, l))
		}
	}
	if c.IsWhole() && !c.Kind.hasOneSeries() {
		c.labelBars(out, l)
	}
	return out
}

// labelBars labels the values that lie together in each category's bar.
func (c Chart) labelBars(out [][]string, l locale.Locale) {
	for category := range c.Categories {
		series := c.barOf(category)
		for k, label := range c.labelsTogether(c.valuesOf(category, series), l) {
			out[series[k]][category] = label
		}
	}
}

// barOf are the series whose values make up a category's bar: all but the level that is excluded.
func (c Chart) barOf(category int) []int {
	var out []int
	for i, s := range c.Series {
		if category < len(s.Values) && (c.Excluded == "" || s.Name != c.Excluded) {
			out = append(out, i)
		}
	}
	return out
}

// valuesOf are a category's values in some series.
func (c Chart) valuesOf(category int, series []int) []Value {
	out := make([]Value, len(series))
	for k, i := range series {
		out[k] = c.Series[i].Values[category]
	}
	return out
}

// Across are a category's values in all series.
func (c Chart) Across(category int) []Value {
	out := make([]Value, len(c.Series))
	for i, s := range c.Series {
		out[i] = s.Values[category]
	}
	return out
}

func sum(values []Value) float64 {
	total := 0.0
	for _, x := range values {
		if !x.Missing {
			total += x.V
		}
	}
	return total
}

// labelsTogether are values that lie together as they are printed: each rounded on its own, or, when they are a whole
// and the author asks for it, so that the shares add up to 100. Then a label may differ from its value by up to one
// unit; where that is not enough for all to be told from nothing and from all, there are more decimals.
func (c Chart) labelsTogether(values []Value, l locale.Locale) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = c.Written(v, l)
	}
	if !c.IsWhole() || !c.Sum100 || !c.Percent || sum(values) < sumSlack {
		return out
	}
	parts, decimals, ok := c.rounded(values)
	if !ok {
		return out
	}
	c.Decimals = decimals
	for i, v := range parts {
		// where a level is set apart, those on the scale may be all of it and yet not all
		isAll := locale.Round(v, decimals) == 100 && locale.Round(values[i].V, mostDecimals) != 100
		if !values[i].Missing && !isAll {
			out[i] = c.Written(Value{V: v}, l)
		}
	}
	return out
}

// rounded are the parts of a whole rounded together, with the decimals that it takes: two more at most.
func (c Chart) rounded(values []Value) (parts []float64, decimals int, ok bool) {
	const more = 2
	for range 1 + more {
		if parts, ok = largestRemainder(values, c.wholeOf(values), c.Decimals); ok {
			break
		}
		c.Decimals++
	}
	return parts, c.Decimals, ok
}

// wholeOf is what the labels add up to: 100, or what the values do when a level is excluded from them.
func (c Chart) wholeOf(values []Value) float64 {
	if total := sum(values); c.Excluded != "" && (total < partsLow-sumSlack || total > partsHigh+sumSlack) {
		return locale.Round(total, c.Decimals)
	}
	return 100
}

// largestRemainder rounds the parts of a whole down, but none to nothing that is something. The units that are then
// left of it go to those that lost most, the first of equals first; those that were given too many are taken from those
// that lost least. ok is false when a part would be off by a whole unit.
func largestRemainder(values []Value, of float64, decimals int) (parts []float64, ok bool) {
	units := math.Pow10(decimals)
	total, left := sum(values), of*units
	whole, lost := make([]float64, len(values)), make([]float64, len(values))
	var order []int
	for i, v := range values {
		share := v.shown() / total * of * units
		whole[i] = math.Floor(share + sumSlack)
		if share > 0 {
			whole[i] = math.Max(whole[i], 1)
		}
		lost[i] = share - whole[i]
		left -= whole[i]
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lost[b], lost[a]) })
	step := 1.0
	if left < 0 {
		slices.Reverse(order)
		order = slices.DeleteFunc(order, func(i int) bool { return whole[i] <= 1 })
		step = -1
	}
	for _, i := range order[:min(len(order), int(math.Round(math.Abs(left))))] {
		whole[i] += step
		lost[i] -= step
	}
	for i := range whole {
		whole[i] /= units
	}
	return whole, !slices.ContainsFunc(lost, func(off float64) bool { return math.Abs(off) > 1-sumSlack })
}
