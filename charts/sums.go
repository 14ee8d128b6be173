package charts

import (
	"slices"

	"lysark/report/locale"
)

// Sums are what the chart prints of each category beside the values themselves: of a likert chart the share of its top
// levels, of a stacked one the total. head is what stands above them, which the chart need not say; ok is false when
// it prints none, or only the last series once more: its top level alone, under that level's name.
func Sums(c Chart, l locale.Locale) (head string, sums []Value, labels []string, ok bool) {
	p := worded(c, l)
	head, sum := p.sums()
	switch {
	case sum == nil:
		return "", nil, nil, false
	case head == "":
		head = l.Word(locale.Total)
	}
	for i := range c.Categories {
		v := Value{Missing: p.allMissing(i)}
		if !v.Missing {
			v.V = sum(i)
		}
		sums, labels = append(sums, v), append(labels, p.written(v))
	}
	last := len(c.Series) - 1
	if head == c.Series[last].Name && slices.Equal(labels, ValueLabels(c, l)[last]) {
		return "", nil, nil, false
	}
	return head, sums, labels, true
}

// sums are what stands above the sums that the chart prints, if anything does, and how they are reckoned; there is no
// sum where it prints none.
func (p *plot) sums() (head string, sum func(category int) float64) {
	if of := p.Kind.traits().sums; of != nil {
		return of(p)
	}
	return "", nil
}
