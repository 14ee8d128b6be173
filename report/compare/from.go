package compare

import (
	"slices"
	"strings"
)

// from tells the parts of a figure that is no share of its own: of 100 − 5 of 96 neither 5 nor 96 is the share that is
// printed, so they do not stand in the columns of its count and base.
func (f Figure) from(number func(float64) string) string {
	if f.Count != nil {
		return ""
	}
	var out []string
	for _, s := range f.Sources {
		if s.Count == nil || s.Base == nil {
			return "" // hidden
		}
		out = append(out, f.called(s)+": "+s.part(number))
	}
	return strings.Join(out, "; ")
}

// called is a source by its answers, with question and data set where the figure has several; by its question or data
// set where all answers count.
func (f Figure) called(s Source) string {
	question := s.Question
	if f.several(func(s Source) string { return s.Data }) && question != "" {
		question = s.Data + "." + question
	}
	switch {
	case question == "":
		return s.Data
	case len(s.Answers) == 0:
		return question
	case f.several(func(s Source) string { return s.Data + "." + s.Question }):
		return question + " " + strings.Join(s.Answers, ", ")
	}
	return strings.Join(s.Answers, ", ")
}

func (f Figure) several(of func(Source) string) bool {
	return slices.ContainsFunc(f.Sources, func(s Source) bool { return of(s) != of(f.Sources[0]) })
}

// part is "5 of 96", or how many answered where the source is all of them.
func (s Source) part(number func(float64) string) string {
	all := len(s.Answers) == 0 && *s.Count == *s.Base
	count := whole(s.Count) + " of " + whole(s.Base)
	switch {
	case all && s.Question == "":
		count = whole(s.Count) + " respondents"
	case all:
		count = whole(s.Count) + " answered"
	}
	if s.WeightedCount == nil || s.WeightedBase == nil {
		return count
	}
	if count += ", weighted " + number(*s.WeightedCount); all {
		return count
	}
	return count + " of " + number(*s.WeightedBase)
}
