package diag

import "slices"

// Following is what a later stage tells after an earlier one told the list, without what only repeats the same mistake
// in other words: what it says of a place where there is an error already, and, but for slips of the author's own, what
// it says of a slide that was found wrong.
func (l List) Following(earlier List) List {
	var slips, others List
	for _, d := range l {
		switch {
		case earlier.hasErrorAt(d.Pos):
		case d.Rule.IsOwnSlip():
			slips = append(slips, d)
		default:
			others = append(others, d)
		}
	}
	return append(slips, others.OnWholeSlides(earlier)...)
}

// hasErrorAt tells whether there is an error at the very place.
func (l List) hasErrorAt(at Pos) bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error && d.Pos == at })
}

// OnWholeSlides is the list without what it says of slides that an earlier one already found wrong.
func (l List) OnWholeSlides(earlier List) List {
	broken := map[int]bool{}
	for _, d := range earlier {
		if d.Severity == Error && !d.Rule.LeavesSlideWhole() {
			broken[d.Slide] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(l), func(d Diagnostic) bool { return d.Slide != 0 && broken[d.Slide] })
}
