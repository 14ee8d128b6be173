package compare

import (
	"strings"

	"lysark/config"
	"lysark/report"
)

// pairing tells which slide of the new deck is which of the old one, by number; slide 0, the deck's own texts, is itself.
type pairing struct {
	newOf, oldOf map[int]int
}

// pairSlides finds the slides again: those with the same id first, then the rest in their order, such that as much as
// possible stays the same. A slide that is put in or taken out does not shift the others.
func pairSlides(old, new Side) pairing {
	p := pairing{map[int]int{0: 0}, map[int]int{0: 0}}
	before, after := old.slides(), new.slides()
	byID := map[string]int{}
	for _, s := range after {
		if s.id != "" {
			byID[s.id] = s.number
		}
	}
	for _, s := range before {
		if n, ok := byID[s.id]; ok && s.id != "" {
			p.pair(s.number, n)
		}
	}
	p.align(unpaired(before, p.newOf), unpaired(after, p.oldOf))
	return p
}

func (p pairing) pair(old, new int) { p.newOf[old], p.oldOf[new] = new, old }

// align is the longest common subsequence, with degrees of likeness.
func (p pairing) align(before, after []slide) {
	best := make([][]float64, len(before)+1)
	for i := range best {
		best[i] = make([]float64, len(after)+1)
	}
	for i := len(before) - 1; i >= 0; i-- {
		for j := len(after) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1], best[i+1][j+1]+likeness(before[i], after[j]))
		}
	}
	for i, j := 0, 0; i < len(before) && j < len(after); {
		alike := likeness(before[i], after[j])
		switch {
		case alike > 0 && best[i][j] == best[i+1][j+1]+alike:
			p.pair(before[i].number, after[j].number)
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
}

// slide is what a slide is known again by.
type slide struct {
	number   int
	id       string
	headline string // as written, expressions and all
	layout   report.Layout
	figures  map[string]bool
}

func (s Side) slides() []slide {
	out := make([]slide, len(s.Deck.Slides))
	for i, one := range s.Deck.Slides {
		out[i] = slide{number: one.Number, id: one.ID, layout: one.Layout, figures: map[string]bool{}}
		if i < len(s.File.Slides) {
			out[i].headline = strings.TrimSpace(s.File.Slides[i].Headline.V)
			out[i].questions(s.File.Slides[i])
		}
	}
	for _, f := range printed(s.Deck) {
		if f.Slide > 0 && f.Slide <= len(out) {
			out[f.Slide-1].figures[kind(f.Where)+"\x00"+origin(f.Figure)] = true
		}
	}
	return out
}

// questions are what the slide's charts show, which stays the same even when the answers are not there.
func (s slide) questions(in config.Slide) {
	for _, c := range in.Charts {
		s.figures["question\x00"+c.Data.V+"\x00"+c.Question.V] = c.Question.Set
		for _, q := range c.Questions {
			s.figures["question\x00"+c.Data.V+"\x00"+q.Question.V] = true
		}
	}
}

func unpaired(slides []slide, paired map[int]int) []slide {
	var out []slide
	for _, s := range slides {
		if _, ok := paired[s.number]; !ok {
			out = append(out, s)
		}
	}
	return out
}

// likeness weighs the headline most, then the figures, then the layout. Two slides that have nothing in common but
// their turn are taken for the same only when there is nothing better.
func likeness(a, b slide) float64 {
	if a.id != "" && b.id != "" {
		return 0 // another id is another slide
	}
	const turn, layout, figures, headline = 1, 1, 6, 8
	out := float64(turn)
	if a.layout == b.layout {
		out += layout
	}
	if a.headline != "" && a.headline == b.headline {
		out += headline
	}
	both := 0
	for f, there := range a.figures {
		if there && b.figures[f] {
			both++
		}
	}
	if all := len(a.figures) + len(b.figures) - both; all > 0 {
		out += figures * float64(both) / float64(all)
	}
	return out
}
