package compare

import (
	"cmp"
	"slices"
	"strings"

	"lysark/config"
	"lysark/report"
	"lysark/report/template"
)

// pairing tells which slide of the new deck is which of the old one, by number; slide 0, the deck's own texts, is
// itself.
type pairing struct {
	newOf, oldOf map[int]int
}

// pairSlides finds the slides again: those with the same id first, then those that are alike in their order, such that
// as much as possible stays the same. Then those that are alike but changed places, and last those that have nothing
// but their turn in common, between others. A slide that is put in or taken out does not shift the others.
func pairSlides(old, new Side, newNames renaming) pairing {
	p := pairing{map[int]int{0: 0}, map[int]int{0: 0}}
	before, after := old.slides(newNames), new.slides(renaming{})
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
	before, after = unpaired(before, p.newOf), unpaired(after, p.oldOf)
	inOrder := pairing{map[int]int{}, map[int]int{}}
	inOrder.align(before, after, alike)
	p.add(inOrder)
	p.displaced(unpaired(before, p.newOf), unpaired(after, p.oldOf))
	p.turns(before, after, inOrder)
	return p
}

func (p pairing) pair(old, new int) { p.newOf[old], p.oldOf[new] = new, old }

func (p pairing) add(o pairing) {
	for old, new := range o.newOf {
		p.pair(old, new)
	}
}

// align is the longest common subsequence, with degrees of likeness.
func (p pairing) align(before, after []slide, likeness func(a, b slide) float64) {
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

// displaced pairs slides that changed places, the most alike first. It takes more likeness than in order: a figure that
// stands on many slides is no sign that one of them moved.
func (p pairing) displaced(before, after []slide) {
	type couple struct {
		old, new slide
		alike    float64
	}
	var couples []couple
	for _, a := range before {
		for _, b := range after {
			if same(a.headline, b.headline) || 2*shared(a.figures, b.figures) >= 1 {
				couples = append(couples, couple{a, b, alike(a, b)})
			}
		}
	}
	slices.SortStableFunc(couples, func(a, b couple) int { return cmp.Compare(b.alike, a.alike) })
	for _, c := range couples {
		_, gone := p.newOf[c.old.number]
		_, taken := p.oldOf[c.new.number]
		if !gone && !taken && c.alike > 0 {
			p.pair(c.old.number, c.new.number)
		}
	}
}

// turns pairs what is left between slides that are in their order.
func (p pairing) turns(before, after []slide, inOrder pairing) {
	p.align(before, after, func(a, b slide) float64 {
		to, paired := p.newOf[a.number]
		_, taken := p.oldOf[b.number]
		_, anchored := inOrder.newOf[a.number]
		switch {
		case anchored && to == b.number:
			return float64(2 * (len(before) + len(after)) * layoutCounts) // more than all turns together
		case paired || taken || a.id != "" && b.id != "":
			return 0
		case a.layout == b.layout:
			return turnCounts + layoutCounts
		}
		return turnCounts
	})
}

// slide is what a slide is known again by.
type slide struct {
	number   int
	id       string
	headline string // as written, expressions and all
	layout   report.Layout
	figures  map[string]bool
}

func (s Side) slides(names renaming) []slide {
	out := make([]slide, len(s.Deck.Slides))
	for i, one := range s.Deck.Slides {
		out[i] = slide{number: one.Number, id: one.ID, layout: one.Layout, figures: map[string]bool{}}
		if i < len(s.File.Slides) {
			out[i].headline = strings.TrimSpace(s.File.Slides[i].Headline.V)
			out[i].questions(s.File, s.File.Slides[i], names)
		}
	}
	for _, f := range s.known(names) {
		if f.Slide > 0 && f.Slide <= len(out) && telling(f) {
			out[f.Slide-1].figures[kind(f.Where)+"\x00"+f.origin] = true
		}
	}
	return out
}

// telling: what rests on no question, such as how many respondents there are, may stand on every slide.
func telling(f origined) bool {
	return slices.ContainsFunc(f.Sources, func(s template.Source) bool { return s.Question != "" })
}

// questions are what the slide's charts show, which stays the same even when the answers are not there.
func (s slide) questions(file *config.File, in config.Slide, names renaming) {
	add := func(data, question config.Str) {
		if question.Set {
			if !data.Set && len(file.Data) > 0 {
				data = file.Data[0].Name
			}
			set, name := names.names(data.V, question.V)
			s.figures["question\x00"+set+"\x00"+name] = true
		}
	}
	for _, c := range in.Charts {
		add(c.Data, c.Question)
		for _, q := range c.Questions {
			add(c.Data, q.Question)
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

// What makes slides alike: the headline most, then the figures, then the layout, which tells nothing on its own.
const (
	turnCounts     = 1
	layoutCounts   = 1
	figuresCount   = 6
	headlineCounts = 8
)

// alike is how alike two slides are; 0 when they have neither the headline nor a figure in common.
func alike(a, b slide) float64 {
	if a.id != "" && b.id != "" {
		return 0 // another id is another slide
	}
	out := figuresCount * shared(a.figures, b.figures)
	if same(a.headline, b.headline) {
		out += headlineCounts
	}
	if out > 0 && a.layout == b.layout {
		out += layoutCounts
	}
	return out
}

func same(a, b string) bool { return a != "" && a == b }

// shared is the part of all figures of two slides that both have.
func shared(a, b map[string]bool) float64 {
	both := 0
	for f, there := range a {
		if there && b[f] {
			both++
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
