package alt

import (
	"fmt"
	"slices"

	"lysark/charts"
	"lysark/report/locale"
)

// tiesMost is how many categories of the same value are named.
const tiesMost = 3

// shapes tell many values by their extremes, from the form that tells most to the shortest.
func (d description) shapes() []string {
	switch {
	case d.Kind.IsScale():
		return []string{sentences(d.topShares(), d.count())}
	case d.Kind.IsOverTime() && len(d.Series) <= toldOneByOne:
		return []string{d.courses(), d.overall()}
	case len(d.Series) <= toldOneByOne:
		return []string{d.spans(), d.overall()}
	}
	return []string{d.overall()}
}

// spans are the largest and smallest value of each series, and the largest and smallest sum.
func (d description) spans() string {
	var told []string
	for i, s := range d.Series {
		text := d.extremes(d.Categories, s.Values, d.labels[i])
		if s.Name != "" {
			told = append(told, s.Name+": "+text)
		} else {
			told = append(told, locale.Capital(text))
		}
		if total, ok := d.sum(i); ok && len(d.Series) > 1 { // that of the only one is told with the count
			told[i] += fmt.Sprintf(d.words.total, d.locale.Number(total, 0))
		}
	}
	return sentences(append(told, d.sumSpan(), d.count())...)
}

// overall are the largest and smallest of all values, and of the sums.
func (d description) overall() string {
	var names, labels []string
	var values []charts.Value
	for i, s := range d.Series {
		for k, v := range s.Values {
			name := d.Categories[k]
			if s.Name != "" {
				name = s.Name + ", " + name
			}
			names, values, labels = append(names, name), append(values, v), append(labels, d.labels[i][k])
		}
	}
	text := locale.Capital(d.extremes(names, values, labels))
	if len(d.Series) > 1 {
		text = sentences(text, fmt.Sprintf(d.words.series, len(d.Series)))
	}
	return sentences(text, d.sumSpan(), d.count())
}

// topShares are the statements with the largest and the smallest sum of the levels that count as agreement.
func (d description) topShares() string {
	if d.hasSums() {
		return d.sumSpan()
	}
	values, labels := make([]charts.Value, len(d.Categories)), make([]string, len(d.Categories))
	for i := range d.Categories {
		missing := slices.ContainsFunc(d.Series, func(s charts.Series) bool {
			return s.Values[i].Missing && !s.Values[i].Unasked // no part of the sum, which is whole without it
		})
		values[i] = charts.Value{V: d.TopBoxShare(i), Missing: missing}
		labels[i] = d.Written(values[i], d.locale)
	}
	name := spoken(d.TopName)
	if name == "" {
		name = d.words.top
	}
	return name + ": " + d.extremes(d.Categories, values, labels)
}

// extremes names the largest and the smallest of some values. Values that are printed alike are equal.
func (d description) extremes(names []string, values []charts.Value, labels []string) string {
	least, most := -1, -1
	for i, v := range values {
		if v.Missing {
			continue
		}
		if least < 0 || less(v, values[least]) {
			least = i
		}
		if most < 0 || less(values[most], v) {
			most = i
		}
	}
	switch {
	case most < 0:
		return d.nothingOf(values)
	case labels[most] == labels[least]:
		return fmt.Sprintf(d.words.equal, labels[most])
	}
	largest, smallest := d.alike(names, values, labels, most), d.alike(names, values, labels, least)
	return fmt.Sprintf(d.words.extremes, largest, labels[most], smallest, labels[least])
}

// less tells whether a value is less than another by more than the error of a sum of weights.
func less(a, b charts.Value) bool {
	const exact = 9
	return locale.Round(a.V, exact) < locale.Round(b.V, exact)
}

// nothingOf says why there is no value to tell.
func (d description) nothingOf(values []charts.Value) string {
	if slices.ContainsFunc(values, func(v charts.Value) bool { return v.Hidden }) {
		return d.words.hidden
	}
	if slices.ContainsFunc(values, func(v charts.Value) bool { return v.Unasked }) {
		return d.words.unasked
	}
	return d.words.missing
}

// alike are the names of all values that are printed as one of them is, or how many they are.
func (d description) alike(names []string, values []charts.Value, labels []string, one int) string {
	var out []string
	for i, v := range values {
		if !v.Missing && labels[i] == labels[one] {
			out = append(out, names[i])
		}
	}
	if len(out) > tiesMost {
		return fmt.Sprintf(d.words.several, len(out))
	}
	return d.locale.List(out)
}

// courses are the lines from their first to their last value.
func (d description) courses() string {
	var told []string
	for i, s := range d.Series {
		text := d.course(i)
		if s.Name == "" {
			told = append(told, locale.Capital(text))
			continue
		}
		told = append(told, s.Name+": "+text)
	}
	return sentences(append(told, d.absent())...)
}

// course is a line's first, last, largest and smallest value, and which way it went.
func (d description) course(series int) string {
	s := d.Series[series]
	first, last := s.FirstAndLast()
	if first < 0 {
		return d.nothingOf(s.Values)
	}
	if first == last {
		return d.dated(series, first)
	}
	text := fmt.Sprintf(d.words.course, d.dated(series, first), d.dated(series, last),
		d.change(s.Values[first].V, s.Values[last].V))
	least, most := first, first
	for i, v := range s.Values {
		if !v.Missing && less(v, s.Values[least]) {
			least = i
		}
		if !v.Missing && less(s.Values[most], v) {
			most = i
		}
	}
	if most != first && most != last {
		text += fmt.Sprintf(d.words.highest, d.dated(series, most))
	}
	if least != first && least != last {
		text += fmt.Sprintf(d.words.lowest, d.dated(series, least))
	}
	return text
}

// change is how far a value has moved, with the decimals that both are told with.
func (d description) change(from, to float64) string {
	decimals := d.Decimals
	if d.Percent {
		decimals = max(locale.ShareDecimals(from, decimals), locale.ShareDecimals(to, decimals))
	}
	return d.locale.Change(to-from, decimals, d.Percent)
}

// dated is a value and when it was.
func (d description) dated(series, category int) string {
	name, value := d.Categories[category], d.labels[series][category]
	if d.years {
		return fmt.Sprintf(d.words.inYear, value, name)
	}
	return fmt.Sprintf("%s (%s)", value, name)
}

// count is how many categories there are, and of counts how many they add up to.
func (d description) count() string {
	words := d.words.categories
	if d.Kind.IsScale() {
		words = d.words.statements
	}
	text := fmt.Sprintf(words, len(d.Categories))
	if total, ok := d.sum(0); ok && len(d.Series) == 1 {
		text += fmt.Sprintf(d.words.total, d.locale.Number(total, 0))
	}
	return sentences(text, d.absent())
}

// sum is what the values of a series add up to where that means something: counts, of which nobody is in two.
func (d description) sum(series int) (float64, bool) {
	if d.Percent || d.IsWhole() || d.MultipleResponse || d.Kind.IsOverTime() || series >= len(d.Series) {
		return 0, false
	}
	total := 0.0
	for _, v := range d.Series[series].Values {
		if v.Missing || v.V < 0 || v.V != locale.Round(v.V, 0) {
			return 0, false
		}
		total += v.V
	}
	return total, true
}

// absent is how many values are withheld, how many were not asked for, and how many are missing.
func (d description) absent() string {
	hidden, unasked, missing := 0, 0, 0
	for _, s := range d.Series {
		for _, v := range s.Values {
			switch {
			case v.Hidden:
				hidden++
			case v.Unasked:
				unasked++
			case v.Missing:
				missing++
			}
		}
	}
	var told []string
	if hidden > 0 {
		told = append(told, fmt.Sprintf(d.words.hiddenCount, hidden))
	}
	if unasked > 0 {
		told = append(told, fmt.Sprintf(d.words.unaskedCount, unasked))
	}
	if missing > 0 {
		told = append(told, fmt.Sprintf(d.words.missingCount, missing))
	}
	return sentences(told...)
}
