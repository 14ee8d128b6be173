package config

import (
	"slices"

	"lysark/config/diag"
)

// Silenced is the list without the warnings that the layout silences by name, each with a reason, and with what is
// wrong with the silencing. A claim that --allow lets fail is told whatever is silenced.
func (f *File) Silenced(list diag.List) diag.List {
	var out diag.List
	for _, s := range f.Deck.Silence {
		rule, known := diag.RuleNamed(s.Rule.V)
		switch {
		case !s.Rule.Set:
		case !known:
			out.Errorf(s.Rule.Pos, diag.BadValue, diag.DidYouMean(s.Rule.V, diag.RuleNames()),
				"there is no rule %q to silence", s.Rule.V)
		case !rule.MayBeSilenced():
			out.Errorf(s.Rule.Pos, diag.BadValue, "change the claim, or build with --allow",
				"claims cannot be silenced")
		}
		if s.Slide.Set && f.slideOf(s.Slide.V) == 0 {
			out.Errorf(s.Slide.Pos, diag.BadValue, diag.DidYouMean(s.Slide.V, f.ids()),
				"there is no slide with the id %q", s.Slide.V)
		}
	}
	for _, d := range list {
		silenced := func(s Silence) bool { return f.silences(s, d) }
		if d.Severity == diag.Error || !d.Rule.MayBeSilenced() || !slices.ContainsFunc(f.Deck.Silence, silenced) {
			out = append(out, d)
		}
	}
	return out
}

func (f *File) silences(s Silence, d diag.Diagnostic) bool {
	if !s.Rule.Set || s.Rule.V != d.Rule.String() || s.Reason.V == "" {
		return false
	}
	return !s.Slide.Set || (d.Slide > 0 && d.Slide == f.slideOf(s.Slide.V))
}

// slideOf is the number of the slide with that id, 0 when there is none.
func (f *File) slideOf(id string) int {
	return 1 + slices.IndexFunc(f.Slides, func(s Slide) bool { return s.ID.Set && s.ID.V == id })
}

func (f *File) ids() []string {
	var out []string
	for _, s := range f.Slides {
		if s.ID.Set {
			out = append(out, s.ID.V)
		}
	}
	return out
}
