package compare

import (
	"fmt"
	"strings"
)

// matched is a figure and the same figure of the other deck; one of them is nil when there is none.
type matched struct{ old, new *origined }

// match finds the figures again, in the order of the new deck, those that only the old one has at the end. Each way of
// knowing a figure again is tried on what the ones before it left over. What a figure is about goes before what it is
// called, since a series called {year} has another name every year.
func match(old, new []origined, slides pairing) []matched {
	var left []*origined
	for i := range old {
		left = append(left, &old[i])
	}
	out := make([]matched, len(new))
	for i := range new {
		out[i].new = &new[i]
	}
	for _, known := range ways() {
		left = known.take(left, out, slides)
	}
	for _, f := range left {
		out = append(out, matched{old: f})
	}
	return out
}

// way is one way of knowing a figure again: by a text that is the same for both, empty when it does not apply.
type way func(f *origined) string

func ways() []way {
	return []way{
		func(f *origined) string { return f.Where + "\x00" + f.Name + "\x00" + f.origin },
		func(f *origined) string { return about(f.Where, f) },
		func(f *origined) string { return kind(f.Where) + "\x00" + f.Name + "\x00" + f.origin },
		func(f *origined) string { return about(kind(f.Where), f) },
		shareOf,
		called,
	}
}

// take gives each new figure without a counterpart the first old one that is known by the same, and returns the rest.
func (w way) take(left []*origined, out []matched, slides pairing) []*origined {
	waiting := map[string][]int{}
	for i, m := range out {
		if key := w(m.new); m.old == nil && key != "" {
			key = fmt.Sprint(m.new.Slide, "\x00", key)
			waiting[key] = append(waiting[key], i)
		}
	}
	var rest []*origined
	for _, f := range left {
		number, paired := slides.newOf[f.Slide]
		key := fmt.Sprint(number, "\x00", w(f))
		if queue := waiting[key]; paired && w(f) != "" && len(queue) > 0 {
			out[queue[0]].old = f
			waiting[key] = queue[1:]
			continue
		}
		rest = append(rest, f)
	}
	return rest
}

// about knows a chart's figure by its question and answers, whatever they are called this year.
func about(where string, f *origined) string {
	if !isChart(f.Figure) || len(f.Sources) == 0 {
		return ""
	}
	return where + "\x00" + f.origin
}

// shareOf knows the share of some answers, however the expression is written this year.
func shareOf(f *origined) string {
	if _, simple := f.Share(); !simple || isChart(f.Figure) {
		return ""
	}
	return kind(f.Where) + "\x00" + f.origin
}

// called knows a figure by its expression, whatever it rests on now. Two charts may both have a category "Ja" that is
// an answer to different questions, so a chart's figure has to be of the same column, too.
func called(f *origined) string {
	key := f.Where + "\x00" + f.Name
	if isChart(f.Figure) && len(f.Sources) > 0 {
		key += "\x00" + f.Sources[0].Column
	}
	return key
}

// kind is a place without its number: a bullet that moves down is still a bullet.
func kind(where string) string { return strings.TrimRight(where, " 0123456789") }
