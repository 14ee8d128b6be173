package difference

import (
	"slices"
	"strconv"
	"strings"

	"lysark/report/pdf/inspect"
)

// decoration is what changed of the texts that are artifacts, but for the page's own number.
func (c *comparer) decoration(old, new inspect.Page, own numbers) []Change {
	a, b := apiece(old.Artifacts, new.Artifacts)
	if own.differ() && len(a)*len(b) <= mostCells && c.spend(len(a)*len(b)) {
		a = slices.DeleteFunc(a, func(s string) bool {
			j := slices.IndexFunc(b, func(t string) bool { return own.same(s, t) })
			if j >= 0 {
				b = slices.Delete(b, j, j+1)
			}
			return j >= 0
		})
	}
	var out []Change
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(b):
			out = append(out, Change{Part: Decoration, What: Gone, Old: a[i]})
		case i >= len(a):
			out = append(out, Change{Part: Decoration, What: Came, New: b[i]})
		default:
			out = append(out, Change{Part: Decoration, What: Changed, Old: a[i], New: b[i], Words: c.edits(a[i], b[i])})
		}
	}
	return out
}

// apiece is what only one of two lists has, however often each has it.
func apiece[T comparable](old, new []T) (a, b []T) {
	more := map[T]int{}
	for _, t := range new {
		more[t]++
	}
	for _, t := range old {
		if more[t]--; more[t] < 0 {
			a = append(a, t)
		}
	}
	for _, t := range slices.Backward(new) { // of several the last are those too many
		if more[t]--; more[t] >= 0 {
			b = append(b, t)
		}
	}
	slices.Reverse(b)
	return a, b
}

func (c *comparer) spend(n int) bool {
	c.room -= n
	return c.room >= 0
}

// numbers are what a page calls itself in its decoration: its label, how many there are, and what links to others say.
type numbers struct {
	old, new, oldAll, newAll string
	links                    []string // as they were, then as they are
}

func (c *comparer) numbers(old, new inspect.Page, links []string) numbers {
	return numbers{old.Label, new.Label, strconv.Itoa(len(c.old.Pages)), strconv.Itoa(len(c.new.Pages)), links}
}

// differ tells whether the two pages may have other numbers at all.
func (n numbers) differ() bool { return n.old != n.new || n.oldAll != n.newAll || len(n.links) > 0 }

// linked tells whether two texts are the words of one link, or a part of them.
func (n numbers) linked(old, new string) bool {
	for i := 0; i < len(n.links); i += 2 {
		a, b := n.links[i], n.links[i+1]
		if strings.Contains(a, old) && strings.Contains(b, new) || strings.ReplaceAll(old, a, b) == new {
			return true
		}
	}
	return false
}

// same tells whether two texts differ in nothing but these numbers, each standing for the other.
func (n numbers) same(old, new string) bool {
	a, b := strings.Fields(old), strings.Fields(new)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && (a[i] != n.old || b[i] != n.new) && (a[i] != n.oldAll || b[i] != n.newAll) {
			return false
		}
	}
	return true
}
