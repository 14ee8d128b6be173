package compare

import (
	"lysark/report"
	"lysark/report/locale"
	"lysark/report/template"
)

// Move is a figure that is printed otherwise now.
type Move struct {
	Slide    int           `json:"slide"`
	OldSlide int           `json:"old_slide"`
	Where    string        `json:"where"`
	Name     string        `json:"name"`
	Old      Figure        `json:"old"`
	New      Figure        `json:"new"`
	Change   *float64      `json:"change"` // not rounded; absent between texts, and between figures of different answers
	Unit     template.Unit `json:"change_unit,omitempty"`
	Chance   Chance        `json:"beyond_chance"`
	P        *float64      `json:"p"`
}

// Only is a figure that one of the two decks shows and the other does not.
type Only struct {
	Side   string `json:"side"` // "old" or "new": the deck that shows it
	Figure Figure `json:"figure"`
	Reason string `json:"reason"` // why the other does not
}

// figures fills in the figures that moved, and those that only one side has.
func (r *Report) figures(old, new Side, slides pairing, newNames, oldNames renaming) {
	r.Moved, r.Only = []Move{}, []Only{}
	tested := map[string]bool{}
	for _, m := range match(old.known(newNames), new.known(renaming{}), slides) {
		switch {
		case m.old == nil && m.new.Hidden || m.new == nil && m.old.Hidden:
			r.HalfGone++
			continue
		case m.old == nil && m.new.Unasked || m.new == nil && m.old.Unasked:
			continue
		case m.old == nil:
			r.Only = append(r.Only,
				Only{"new", shown(m.new.Figure, new.Deck.Locale), absent(old, slides.oldOf, oldNames, m.new.Figure)})
			continue
		case m.new == nil:
			r.Only = append(r.Only,
				Only{"old", shown(m.old.Figure, old.Deck.Locale), absent(new, slides.newOf, newNames, m.old.Figure)})
			continue
		case m.old.Hidden && m.new.Hidden:
			r.Unshown++
			continue
		case unshown(m.old) != "" && unshown(m.new) != "":
			continue
		case unshown(m.old) != "":
			r.Only = append(r.Only, Only{"new", shown(m.new.Figure, new.Deck.Locale), unshown(m.old)})
			continue
		case unshown(m.new) != "":
			r.Only = append(r.Only, Only{"old", shown(m.old.Figure, old.Deck.Locale), unshown(m.new)})
			continue
		}
		one := move(m, old.Deck.Locale, new.Deck.Locale)
		if key := m.new.origin; one.P != nil && !tested[key] {
			tested[key] = true
			r.Tested++
			if one.Chance == Larger {
				r.Larger++
			}
		}
		if m.old.Text == m.new.Text { // what is printed stays right
			r.Unmoved++
			continue
		}
		r.Moved = append(r.Moved, one)
	}
}

// unshown is why a figure stands as a dash; empty when it does not.
func unshown(f *origined) string {
	switch {
	case f.Hidden:
		return "too few answered there to show it"
	case f.Unasked:
		return "it was not on offer there"
	}
	return ""
}

// absent is why a deck does not have a figure of the other.
func absent(s Side, counterpart map[int]int, names renaming, f report.Figure) string {
	number, ok := counterpart[f.Slide]
	if !ok {
		return "the slide is not there"
	}
	for _, source := range f.Sources {
		if reason := s.uncounted(names.source(source)); reason != "" {
			return reason
		}
	}
	if number > 0 && s.Deck.Slides[number-1].Broken {
		return unworked
	}
	return "it is not on the slide there"
}

const unworked = "it could not be worked out there"

// uncounted is why the answers that a figure rests on cannot be counted on this side; empty when they can.
func (s Side) uncounted(source template.Source) string {
	d, there := s.data(source.Data)
	table := s.Answers[source.Data]
	if !there || table == nil || source.Question == "" {
		return ""
	}
	for _, q := range s.asked(d, table) {
		if q.Name != source.Question {
			continue
		}
		if _, list := table.Tally(q); list.HasErrors() {
			return unworked
		}
		return ""
	}
	return "its column is not among the answers there"
}

func move(m matched, before, after locale.Locale) Move {
	out := Move{
		Slide: m.new.Slide, OldSlide: m.old.Slide, Where: m.new.Where, Name: m.new.Name,
		Old: shown(m.old.Figure, before), New: shown(m.new.Figure, after), Chance: Untested,
	}
	sameOrigin := m.old.origin == m.new.origin
	if comparable(m, sameOrigin, before, after) {
		out.Change, out.Unit = finite(m.new.Value-m.old.Value), m.new.Unit
		if out.Unit == template.Percent {
			out.Unit = template.Points
		}
	}
	a, ok := sampleOf(m.old.Figure.Figure)
	b, also := sampleOf(m.new.Figure.Figure)
	if ok && also && sameOrigin {
		chance, p := test(a, b)
		out.Chance, out.P = chance, finite(p)
	}
	return out
}

// comparable: both texts tell a number in the same unit. The text "2 dager" may be the most given answer, which rests
// on a share of another answer this year: the difference of the two would mean nothing.
func comparable(m matched, sameOrigin bool, before, after locale.Locale) bool {
	if m.old.Unit != m.new.Unit || !tellsValue(m.old.Figure, before) || !tellsValue(m.new.Figure, after) {
		return false
	}
	return sameOrigin || (printsValue(m.old.Figure, before) && printsValue(m.new.Figure, after))
}
