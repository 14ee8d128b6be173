package difference

import (
	"slices"
	"strconv"

	"lysark/report/pdf/inspect"
)

// leading is a link with its target as both documents know it.
type leading struct{ text, target, contents string }

// links are the changes of a page's links. A link that leads to the same slide is the same, whatever its number is now.
func (c *comparer) links(old, new []inspect.Link) []Change {
	var before, after []leading
	for _, l := range old {
		before = append(before, leading{l.Text, target(l.URL, l.Page, c.oldName), l.Contents})
	}
	for _, l := range new {
		after = append(after, leading{l.Text, target(l.URL, l.Page, c.newName), l.Contents})
	}
	a, b := apiece(before, after)
	var out []Change
	pair := func(same func(x, y leading) bool) {
		if len(a)*len(b) > mostCells || !c.spend(len(a)*len(b)) {
			return
		}
		a = slices.DeleteFunc(a, func(x leading) bool {
			j := slices.IndexFunc(b, func(y leading) bool { return same(x, y) })
			if j >= 0 {
				out = append(out, x.changes(b[j])...)
				b = slices.Delete(b, j, j+1)
			}
			return j >= 0
		})
	}
	pair(func(x, y leading) bool { return x.text == y.text && x.target == y.target })
	pair(func(x, y leading) bool { return x.text == y.text && x.text != "" })
	pair(func(x, y leading) bool { return x.target == y.target })
	for _, x := range a {
		out = append(out, Change{Part: Link, What: Gone, Name: x.text, Old: x.target})
	}
	for _, y := range b {
		out = append(out, Change{Part: Link, What: Came, Name: y.text, New: y.target})
	}
	return out
}

func (x leading) changes(y leading) []Change {
	var out []Change
	for _, p := range []struct{ of, old, new string }{{"text", x.text, y.text}, {"target", x.target, y.target},
		{"description", x.contents, y.contents}} {
		if p.old != p.new {
			out = append(out, Change{Part: Link, What: Changed, Name: y.text, Of: p.of, Old: p.old, New: p.new})
		}
	}
	return out
}

// target is where a link or an entry of the outline leads.
func target(url string, page int, name func(page int) string) string {
	switch {
	case url != "":
		return url
	case page == 0:
		return "nowhere"
	}
	return name(page)
}

// oldName is what a page of the old document is called in the new one.
func (c *comparer) oldName(page int) string {
	if j := c.newOf[page-1]; j >= 0 {
		return c.newName(j + 1)
	}
	return "slide " + c.old.Pages[page-1].Label + ", which is gone"
}

func (c *comparer) newName(page int) string {
	p := c.new.Pages[page-1]
	if number := strconv.Itoa(p.Number); p.Label == number || p.Label == "" {
		return "slide " + number
	}
	return "slide " + p.Label
}
