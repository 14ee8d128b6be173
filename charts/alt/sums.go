package alt

import (
	"lysark/charts"
	"lysark/report/locale"
)

// column is what an alternative text tells of each category under one name: a series, or the sums.
type column struct {
	name   string
	values []charts.Value
	labels []string
}

// columns are the series, and then the sums that are printed beside them.
func (d description) columns() []column {
	var out []column
	for i, s := range d.Series {
		out = append(out, column{s.Name, s.Values, d.labels[i]})
	}
	if d.hasSums() {
		out = append(out, d.sums)
	}
	return out
}

func (d description) hasSums() bool { return d.sums.name != "" }

// sumSpan is the largest and the smallest sum, if there are any.
func (d description) sumSpan() string {
	if !d.hasSums() {
		return ""
	}
	return locale.Capital(d.sums.name) + ": " + d.extremes(d.Categories, d.sums.values, d.sums.labels)
}

// sumsTold are the sums that the chart prints. Those of one series are its values.
func (d description) sumsTold() column {
	head, values, labels, ok := charts.Sums(d.Chart, d.locale)
	if !ok || len(d.Series) == 1 {
		return column{}
	}
	name := d.words.sum
	if d.Kind.IsScale() { // a stack has no head over its totals
		name = spoken(head) + " " + name
	}
	for i, v := range values {
		if v.Missing {
			labels[i] = d.nothingOf(d.Across(i))
		}
	}
	return column{name, values, labels}
}
