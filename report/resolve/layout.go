package resolve

import (
	"slices"
	"strings"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
)

// layout is the layout the author named, or the one that has a place for all the slide holds.
func (r *slideResolver) layout() report.Arrangement {
	s := r.in
	if len(s.Charts) > 2 {
		r.list.Errorf(s.Charts[2].Pos, diag.TooMany, "split the slide in two",
			"a slide has room for two charts, this is number 3")
		return r.called(report.TextTwoCharts)
	}
	held := contents(s)
	if !s.Layout.Set {
		return r.layoutFor(held)
	}
	var nearest report.Arrangement
	for _, a := range r.layouts {
		if a.Layout != report.Layout(s.Layout.V) {
			continue
		}
		if a.Fits(held) {
			return a
		}
		if nearest.Layout == "" || len(a.Homeless(held)) < len(nearest.Homeless(held)) {
			nearest = a
		}
	}
	r.tellMisfit(nearest, held)
	return nearest
}

func (r *slideResolver) layoutFor(held []report.Content) report.Arrangement {
	if len(held) == 0 {
		return r.called(report.SectionLayout)
	}
	for _, a := range r.layouts {
		if a.Fits(held) {
			return a
		}
	}
	r.list.Errorf(r.in.Pos, diag.BadLayout, "split the slide in two", "no layout has room for %s together", join(held))
	return r.called(report.TextLayout)
}

// called is the layout of that name.
func (r *slideResolver) called(name report.Layout) report.Arrangement {
	return r.layouts[slices.IndexFunc(r.layouts, func(a report.Arrangement) bool { return a.Layout == name })]
}

func (r *slideResolver) tellMisfit(a report.Arrangement, held []report.Content) {
	named := r.in.Layout
	hint := "leave layout out to have it chosen from what the slide holds"
	if h := a.Homeless(held); len(h) > 0 {
		r.list.Errorf(named.Pos, diag.BadLayout, hint, "the layout %q has no place for %s", named.V, join(h))
		return
	}
	r.list.Errorf(named.Pos, diag.Missing, hint, "the layout %q needs %s", named.V, join(a.Missing(held)))
}

func contents(s config.Slide) []report.Content {
	var held []report.Content
	if s.Lead.Set || len(s.Bullets) > 0 || len(s.Text) > 0 {
		held = append(held, report.HasText)
	}
	switch len(s.Charts) {
	case 0:
	case 1:
		held = append(held, report.HasChart)
	default:
		held = append(held, report.HasCharts)
	}
	for _, c := range []struct {
		there bool
		what  report.Content
	}{{s.Table != nil, report.HasTable}, {s.Image != nil, report.HasImage}, {s.Quote != nil,
		report.HasQuote}, {s.Number != nil, report.HasNumber}} {
		if c.there {
			held = append(held, c.what)
		}
	}
	return held
}

func join(held []report.Content) string {
	words := make([]string, len(held))
	for i, h := range held {
		words[i] = string(h)
	}
	return enumerated(words, "and")
}

// enumerated is words as a message lists them, with "and" or "or" before the last.
func enumerated(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + last + " " + words[len(words)-1]
}
