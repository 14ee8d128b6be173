// Package scale knows which order answers have by themselves: the words of the scales that surveys use, numbers with
// and without words, groups by age and size, schooling, dates. It knows no table and no layout.
//
// It is strict: an order is known only when each answer has a place of its own on one scale. Two that may mean the
// same, or one that is not known, and there is none.
package scale

import (
	"cmp"
	"slices"
)

// Scale is an order that answers have by themselves. The zero Scale is none.
type Scale struct {
	// what it measures: "number", "agree" …; "count" and the like for an order that is no scale
	Family string
	Places map[string]float64 // of each answer, in the order in which they are shown
}

// What a scale measures, as far as somebody asks.
const (
	Numbers   = "number"
	Ratings   = "rating" // numbers with words
	Counts    = "count"  // and groups of them, such as ages
	Months    = "month"
	Weekdays  = "weekday"
	Dates     = "date"
	Grades    = "grade"
	Schooling = "education"
	YesOrNo   = "yes"
	Agreement = "agree"
)

// IsOrdered tells whether there is an order.
func (s Scale) IsOrdered() bool { return s.Places != nil }

// IsNumbers tells whether all answers are plain numbers.
func (s Scale) IsNumbers() bool { return s.Family == Numbers }

// IsRated tells a scale that statements are judged on from an order that answers merely have.
func (s Scale) IsRated() bool {
	merely := []string{Counts, Months, Weekdays, Dates, Grades, Schooling, YesOrNo}
	return s.IsOrdered() && !slices.Contains(merely, s.Family)
}

// Rises tells whether the order in which the answers are shown is that from low to high. Yes is shown before no.
func (s Scale) Rises() bool { return s.IsOrdered() && s.Family != YesOrNo }

// mostPlaces is how many answers a scale in words or of groups has at most.
const mostPlaces = 500

// Of finds the order of the answers. None of them may be apart.
func Of(labels []string) Scale {
	if len(labels) < 2 || slices.ContainsFunc(labels, isLong) {
		return Scale{}
	}
	tries := []func([]string) Scale{wholeNumbers, dates}
	if len(labels) <= mostPlaces {
		tries = append(tries, ratings, yesOrNo, inWords, rates, schooling, months, weekdays, groups, marks, commonEnd)
	}
	for _, try := range tries {
		if s := try(labels); s.IsOrdered() {
			return s
		}
	}
	return Scale{}
}

// placedBy puts each answer where it belongs; none when one has no place, or two may have the same.
func placedBy(name string, labels []string, place func(string) (span, bool)) Scale {
	at := make([]span, len(labels))
	for i, label := range labels {
		s, ok := place(label)
		if !ok {
			return Scale{}
		}
		at[i] = s
	}
	return ordered(name, labels, at)
}

// ordered is a scale of answers that lie where they are said to.
func ordered(name string, labels []string, at []span) Scale {
	sorted := slices.Clone(at)
	slices.SortFunc(sorted, func(a, b span) int { return cmp.Compare(a.low, b.low) })
	for i := 1; i < len(sorted); i++ {
		if sorted[i-1].high >= sorted[i].low {
			return Scale{}
		}
	}
	s := Scale{Family: name, Places: map[string]float64{}}
	for i, label := range labels {
		s.Places[label] = at[i].middle()
	}
	return s
}

// inWords finds the answers' places among the words of a known scale.
func inWords(labels []string) Scale {
	phrases := make([]phrase, len(labels))
	for i, label := range labels {
		p, ok := phraseOf(label)
		if !ok {
			return Scale{}
		}
		phrases[i] = p
	}
	for _, f := range families() {
		if s := f.scale(labels, phrases); s.IsOrdered() {
			return s
		}
	}
	return Scale{}
}

func (f family) scale(labels []string, phrases []phrase) Scale {
	at := make([]span, len(phrases))
	owned := false
	for i, p := range phrases {
		s, own, ok := f.place(p)
		if !ok {
			return Scale{}
		}
		at[i], owned = s, owned || own
	}
	if !owned {
		return Scale{}
	}
	return ordered(f.name, labels, at)
}

// IsHigh tells an answer of the high end of its scale: agreement, satisfaction and the like.
func IsHigh(label string) bool {
	p, ok := phraseOf(label)
	if !ok {
		return false
	}
	for _, f := range families() {
		if s, own, ok := f.place(p); ok && own {
			return s.middle() > 0
		}
	}
	return false
}

// IsKnown tells answers that are everybody's: they tell nothing of who gave them.
func IsKnown(label string) bool {
	if v, ok := Number(label); ok {
		return v >= 0 && v <= 10
	}
	if IsApart(label) || YesNo(label) != 0 {
		return true
	}
	p, ok := phraseOf(label)
	if !ok {
		return false
	}
	return slices.ContainsFunc(families(), func(f family) bool {
		_, _, ok := f.place(p)
		return ok
	})
}
