package charts

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lysark/config/diag"
)

// What a chart has room for, whatever its box. More is no longer a figure but a table.
const (
	largestValue  = 1e12
	mostDecimals  = 6
	mostSeries    = 12
	mostTicks     = 20
	smallestStep  = 1e-6
	partsLow      = 99.0 // shares rounded one by one may add up to a little less or more than 100
	partsHigh     = 101.0
	sumSlack      = 1e-6
	longestLabel  = 400 // characters; a longer one is running text that went astray
	barHint       = `use type = "bar"`
	hintRemoveKey = "remove it"
)

// Validate finds all that keeps the chart from being drawn, whatever its box. Drawing relies on it: what has no
// error here has equally long rows of finite numbers of a sensible size, and names that can be told apart.
func Validate(c Chart) diag.List {
	v := &validation{Chart: c}
	if names := kindNames(); !slices.Contains(names, string(c.Kind)) {
		v.errorf(diag.BadValue, diag.DidYouMean(string(c.Kind), names), "there is no chart of type %q", string(c.Kind))
		return v.list
	}
	v.names("category", c.Categories)
	v.series()
	v.counts()
	v.options()
	if v.rows() && v.numbers() {
		v.wholes()
		v.axis()
	}
	v.chosen()
	return v.list
}

// validation is a chart and what has been found wrong with it.
type validation struct {
	Chart
	list diag.List
}

func (v *validation) errorf(rule diag.Rule, hint, format string, args ...any) {
	v.list.Errorf(v.Pos, rule, hint, format, args...)
}

// names checks the names of one sort: there is one, and each can be read and told from the others.
func (v *validation) names(sort string, names []string) {
	seen := map[string]bool{}
	for i, name := range names {
		switch {
		case strings.TrimSpace(name) == "":
			v.errorf(diag.BadData, "give it a name", "%s %d has no name", sort, i+1)
			continue
		case !printable(name):
			v.errorf(diag.BadData, "write it on one line, in UTF-8",
				"the %s %q holds characters that cannot be drawn", sort, name)
		case utf8.RuneCountInString(name) > longestLabel:
			v.errorf(diag.BadData, "shorten it",
				"the name of %s %d has %d characters, the most is %d",
				sort, i+1, utf8.RuneCountInString(name), longestLabel)
		}
		if seen[name] {
			v.errorf(diag.BadData, "give each its own name, or add the values up",
				"there are two of the %s %q", sort, name)
		}
		seen[name] = true
	}
}

// printable tells whether a name is one line of text; a soft hyphen is the author's own break and may stay.
func printable(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
}

func (v *validation) series() {
	switch {
	case len(v.Series) == 0:
		v.errorf(diag.BadData, "give values or series", "the chart has no values")
	case len(v.Series) == 1 && v.Series[0].Name == "":
	default:
		var names []string
		for _, s := range v.Series {
			names = append(names, s.Name)
		}
		v.names("series", names)
	}
}

// counts checks that there is something to draw, and not too much of it.
func (v *validation) counts() {
	switch n, t := len(v.Categories), v.Kind.traits(); {
	case n == 0:
		v.errorf(diag.BadData, "give labels, or a question with answers", "the chart has no categories")
	case n > t.most && t.series == alone:
		v.errorf(diag.TooMany, barHint, "a %s chart with %d slices cannot be read; the most is %d", v.Kind, n, t.most)
	case n > t.most:
		v.errorf(diag.TooMany, "split the chart, or use a table",
			"a %s chart has room for %d categories, this one has %d", v.Kind, t.most, n)
	case n > t.readable && t.readable > 0:
		v.list.Warnf(v.Pos, diag.TooMany, barHint, "a %s chart with %d %s is hard to read", v.Kind, n, t.categories())
	}
	switch {
	case v.Kind.hasOneSeries() && len(v.Series) > 1:
		v.errorf(diag.BadData, `use type = "stacked", or one chart per series`,
			"a %s chart shows one series, this one has %d", v.Kind, len(v.Series))
	case len(v.Series) > mostSeries:
		v.errorf(diag.TooMany, "split the chart, or use a table",
			"a chart has room for %d series, this one has %d", mostSeries, len(v.Series))
	}
}

// rows tells whether every series has one value per category.
func (v *validation) rows() bool {
	ok := len(v.Series) > 0 && len(v.Categories) > 0
	for i, s := range v.Series {
		if len(s.Values) != len(v.Categories) {
			ok = false
			v.errorf(diag.BadData, "give one value per label; leave out a value with \"\"",
				"%s has %d values for %d categories", seriesName(i, s), len(s.Values), len(v.Categories))
		}
	}
	return ok
}

func seriesName(i int, s Series) string {
	if s.Name == "" {
		return fmt.Sprintf("series %d", i+1)
	}
	return fmt.Sprintf("the series %q", s.Name)
}

// numbers tells whether every value can be drawn in this kind of chart.
func (v *validation) numbers() bool {
	errors, some := len(v.list), false
	for _, s := range v.Series {
		for i, x := range s.Values {
			some = some || !x.Missing || x.Hidden
			v.number(mark(s.Name, v.Categories[i]), x)
		}
	}
	if !some {
		v.errorf(diag.BadData, "give at least one value", "every value of the chart is missing")
	}
	return len(v.list) == errors
}

// number checks one value. A kind that shows parts or lengths end to end has no place for less than nothing.
func (v *validation) number(name string, x Value) {
	switch {
	case (x.Hidden || x.Unasked) && !v.Kind.hasOneSeries(): // a dash stands in its row, or it is no part of it
	case x.Missing && v.IsWhole():
		v.errorf(diag.BadData, "give every part of the whole, or "+barHint,
			"the value of %s is missing, but a %s needs all its parts", name, v.words())
	case x.Missing:
	case math.IsNaN(x.V) || math.IsInf(x.V, 0):
		v.errorf(diag.BadData, "give a number, or \"\" for a missing value", "the value of %s is not a number", name)
	case math.Abs(x.V) > largestValue:
		v.errorf(diag.ValueRange, "give it in thousands or millions",
			"the value of %s is %v, beyond the largest that can be drawn, %v", name, x.V, largestValue)
	case x.V < 0 && !v.Kind.traits().signed:
		v.errorf(diag.ValueRange, barHint,
			"the value of %s is %v, but a %s cannot show less than zero", name, x.V, v.words())
	}
}

// words names the kind of chart in a sentence.
func (v *validation) words() string {
	if v.fillsBars() {
		return "chart stacked to 100 %"
	}
	return string(v.Kind) + " chart"
}

// wholes checks that parts add up to something, and to 100 when they are shares.
func (v *validation) wholes() {
	if !v.IsWhole() {
		return
	}
	if v.Kind.hasOneSeries() {
		if len(v.Series) == 1 {
			v.whole("the chart", v.Series[0].Values)
		}
		return
	}
	for i, category := range v.Categories {
		parts := v.valuesOf(i, v.barOf(i))
		if all := v.Across(i); v.addsUp(all) {
			parts = all // the excluded level may be part of the 100 or come on top
		}
		v.whole(fmt.Sprintf("%q", category), parts)
	}
}

// whole checks one total.
func (v *validation) whole(name string, parts []Value) {
	switch total := sum(parts); {
	case slices.ContainsFunc(parts, func(x Value) bool { return x.Hidden }):
	case total < sumSlack:
		v.errorf(diag.BadData, "leave it out of the chart", "the values of %s add up to nothing", name)
	case v.Percent && !v.addsUp(parts):
		v.errorf(diag.NotParts, v.partsHint(), "the shares of %s add up to %.4g, not to 100", name, total)
	}
}

func (v *validation) partsHint() string {
	if v.Kind.hasOneSeries() {
		return barHint + `, which fits several answers per respondent; or unit = "number"`
	}
	return `use stack = "absolute" or type = "bar", which fit several answers per respondent`
}

func (v *validation) addsUp(parts []Value) bool {
	total := sum(parts)
	return total >= partsLow-sumSlack && total <= partsHigh+sumSlack
}

// options checks what is set apart from the values.
func (v *validation) options() {
	if v.Decimals < 0 || v.Decimals > mostDecimals {
		v.errorf(diag.BadValue, "0 or 1 is usual", "decimals is %d, not from 0 to %d", v.Decimals, mostDecimals)
	}
	if v.fillsBars() && v.Totals {
		v.list.Warnf(v.Pos, diag.BadValue, `remove it, or use stack = "absolute"`,
			"totals are not shown where every bar reaches 100 %%")
	}
	for _, words := range []string{v.Center, v.TopName, v.BottomName} {
		if !printable(words) {
			v.errorf(diag.BadData, "write it on one line, in UTF-8", "%q holds characters that cannot be drawn", words)
		}
	}
	if !v.Kind.IsScale() {
		return
	}
	levels := len(v.Series)
	if v.Excluded != "" {
		levels--
	}
	if levels == 1 {
		v.errorf(diag.BadData, barHint, "a %s chart needs at least two levels", v.Kind)
	}
	if levels > 1 && (v.TopBox < 0 || v.TopBox > levels) {
		v.errorf(diag.BadValue, "count the levels that mean agreement",
			"top is %d, but the scale has %d levels", v.TopBox, levels)
	}
}

// axis checks the limits of the value axis against each other and the values.
func (v *validation) axis() {
	given := v.Min != nil || v.Max != nil || v.Step != nil
	if v.IsWhole() {
		if given {
			v.list.Warnf(v.Pos, diag.BadValue, "remove min, max and step",
				"a %s always runs from 0 to 100 %%", v.words())
		}
		return
	}
	ok := true
	for _, limit := range []struct {
		key string
		v   *float64
	}{{"min", v.Min}, {"max", v.Max}, {"step", v.Step}} {
		if limit.v != nil && !(math.Abs(*limit.v) <= largestValue) {
			ok = false
			v.errorf(diag.BadValue, hintRemoveKey, "%s is %v, not a number that can be drawn", limit.key, *limit.v)
		}
	}
	if ok {
		v.limits()
		v.step()
	}
}

// limits checks min and max: no value lies beyond them, and bars start at zero, since their length is read.
func (v *validation) limits() {
	lo, hi := v.extent()
	bars := v.Kind.traits().fromZero
	switch {
	case v.Min != nil && v.Max != nil && *v.Min >= *v.Max:
		v.errorf(diag.BadValue, "swap them", "min is %v, not below max, which is %v", *v.Min, *v.Max)
		return
	case v.Min != nil && bars && *v.Min > 0:
		v.errorf(diag.BadValue, `remove min, or use type = "line"`, "min is %v, but bars start at zero", *v.Min)
	case v.Min != nil && *v.Min > lo:
		v.errorf(diag.BadValue, hintRemoveKey, "min is %v, above the smallest value, %v", *v.Min, lo)
	}
	if v.Max != nil && *v.Max < hi {
		v.errorf(diag.BadValue, hintRemoveKey, "max is %v, below the largest value, %v", *v.Max, hi)
	}
}

// step checks that the axis gets neither a wall of ticks nor none.
func (v *validation) step() {
	if v.Step == nil {
		return
	}
	lo, hi := v.span()
	switch step := *v.Step; {
	case step < smallestStep:
		v.errorf(diag.BadValue, hintRemoveKey, "step is %v, not above zero", step)
	case step > 10*(hi-lo):
		v.errorf(diag.BadValue, "take a smaller step, or remove it",
			"step %v is far longer than the axis from %v to %v", step, lo, hi)
	case (hi-lo)/step > mostTicks:
		v.errorf(diag.BadValue, "take a larger step, or remove it",
			"step %v makes more than %d steps from %v to %v", step, mostTicks, lo, hi)
	}
}

// chosen checks the names that pick out a category or series.
func (v *validation) chosen() {
	names := v.pickable()
	for _, name := range append(slices.Clone(v.Highlight), slices.Sorted(maps.Keys(v.Colors))...) {
		if !slices.Contains(names, name) {
			v.errorf(diag.UnknownAnswer, diag.DidYouMean(name, names), "the chart has no %q to give a colour", name)
		}
	}
	if !v.Kind.IsScale() || v.Excluded == "" {
		return
	}
	var levels []string
	for _, s := range v.Series {
		levels = append(levels, s.Name)
	}
	if !slices.Contains(levels, v.Excluded) {
		v.errorf(diag.UnknownAnswer, diag.DidYouMean(v.Excluded, levels),
			"the chart has no level %q to set apart", v.Excluded)
	}
}

// pickable are the names that a colour can be given to: those that a colour tells apart.
func (v *validation) pickable() []string {
	var names []string
	series := v.Kind.traits().series
	byCategory := series == alone || (series == sideBySide && len(v.Series) == 1)
	if byCategory {
		names = slices.Clone(v.Categories)
	}
	for _, s := range v.Series {
		if s.Name != "" && (!byCategory || len(v.Series) == 1) {
			names = append(names, s.Name)
		}
	}
	return names
}
