package charts

import (
	"slices"

	"lysark/report/locale"
)

// Sums are what the chart prints of each category beside the values themselves: of a likert chart the share of its top
// levels, of a stacked one the total. head is what stands above them, which the chart need not say; ok is false when
// it prints none, or only the last series once more: its top level alone, under that level's name.
func Sums(c Chart, l locale.Locale) (head string, sums []Value, labels []string, ok bool) {
	head, of := c.sums()
	switch {
	case of == nil:
		return "", nil, nil, false
	case head == "":
		head = l.Word(locale.Total)
	}
	for i := range c.Categories {
		v := Value{Missing: c.allMissing(i)}
		if !v.Missing {
			v.V = sum(of(i))
		}
		sums, labels = append(sums, v), append(labels, c.Written(v, l))
	}
	last := len(c.Series) - 1
	if head == c.Series[last].Name && slices.Equal(labels, ValueLabels(c, l)[last]) {
		return "", nil, nil, false
	}
	return head, sums, labels, true
}

// Summed are the values that a category's sum is made of; none where the chart prints no sums.
func Summed(c Chart, category int) []Value {
	if _, of := c.sums(); of != nil {
		return of(category)
	}
	return nil
}

// sums are what stands above the sums that the chart prints, if anything does, and what they are sums of; nil where it
// prints none.
func (c Chart) sums() (head string, of func(category int) []Value) {
	if of := c.Kind.traits().sums; of != nil {
		return of(c)
	}
	return "", nil
}

// stackSums are the totals, which have no head.
func (c Chart) stackSums() (head string, of func(category int) []Value) {
	if !c.hasTotals() {
		return "", nil
	}
	return "", c.Across
}

func (c Chart) hasTotals() bool { return c.Totals && !c.Full }

// total is a category's sum, of unrounded values.
func (c Chart) total(category int) float64 { return sum(c.Across(category)) }

// allMissing tells whether a category has no value at all; then a dash stands where its bar would.
func (c Chart) allMissing(category int) bool {
	return !slices.ContainsFunc(c.Across(category), func(v Value) bool { return !v.Missing })
}

// TopBoxShare is the sum of a likert statement's top levels, from unrounded values.
func (c Chart) TopBoxShare(category int) float64 { return sum(c.topBox(category)) }

// topBox are the values of a likert statement's top levels.
func (c Chart) topBox(category int) []Value {
	levels := c.barOf(category)
	return c.valuesOf(category, levels[len(levels)-min(max(c.TopBox, 0), len(levels)):])
}

// topBoxSums are the sums of the top levels, under the name that the author gives them.
func (c Chart) topBoxSums() (head string, of func(category int) []Value) {
	if c.TopName == "" {
		return "", nil
	}
	return c.TopName, c.topBox
}
