package difference

import (
	"fmt"
	"slices"
	"strings"

	"lysark/report/pdf/inspect"
)

// drawing is what changed of how a page looks. told is what is known to have changed already.
func (c *comparer) drawing(old, new inspect.Page, own numbers, told []Change) []Change {
	switch {
	case old.Painted == new.Painted:
		return nil
	case old.Partly || new.Partly:
		if old.Ground == new.Ground {
			return nil
		}
	case slices.Equal(old.Marks, new.Marks): // by other operators, to the same look
		return nil
	}
	a, b := apiece(old.Marks, new.Marks)
	same := len(a)+len(b) == 0 // but for their order
	if own.differ() {
		a, b = own.without(a, b, untagged(old) && untagged(new))
	}
	d := &drawn{said: slices.ContainsFunc(told, tellsText)}
	d.compare(a, b)
	out := append(c.pictures(d, old, new), d.all()...)
	if len(out) > 0 || len(a)+len(b) == 0 && !same && !old.Partly && !new.Partly ||
		(d.said || d.alike > 0) && d.others == 0 {
		return out
	}
	return []Change{{Part: Drawing, What: Changed}}
}

// tellsText: words that came or went are drawn, too, and no news.
func tellsText(ch Change) bool {
	return slices.Contains([]Part{Heading, Text, Alt, Decoration, Order}, ch.Part)
}

func untagged(p inspect.Page) bool {
	return !slices.ContainsFunc(p.Blocks, func(b inspect.Block) bool { return b.Role != "" })
}

// without leaves out the page's own number where it is decoration, or where nothing tells what is, and the words of
// links that name other pages.
func (n numbers) without(a, b []inspect.Mark, all bool) (restA, restB []inspect.Mark) {
	used := map[int]bool{}
	var at []int // of b, where it may be a number
	for j, m := range b {
		if m.Kind == inspect.Lettering && (m.Artifact || all || len(n.links) > 0) && len(at) < 50 {
			at = append(at, j)
		}
	}
	for _, m := range a {
		i := slices.IndexFunc(at, func(j int) bool {
			return !used[j] && m.Kind == inspect.Lettering && level(m, b[j]) && n.stands(m, b[j], all)
		})
		if i < 0 {
			restA = append(restA, m)
			continue
		}
		used[at[i]] = true
	}
	for j, m := range b {
		if !used[j] {
			restB = append(restB, m)
		}
	}
	return restA, restB
}

// level tells whether two lines of text are set alike and at the same height.
func level(m, o inspect.Mark) bool {
	return m.Y == o.Y && m.Font == o.Font && m.Size == o.Size && m.Color == o.Color && m.Artifact == o.Artifact
}

// stands tells whether a line of text stands for another as its number is another now.
func (n numbers) stands(m, o inspect.Mark, all bool) bool {
	return m.Name != o.Name && (m.Artifact || all) && n.same(m.Name, o.Name) || n.linked(m.Name, o.Name)
}

// drawn collects what changed of marks that are on one page only.
type drawn struct {
	said    bool // the page says something else
	changes []Change
	images  [2][]inspect.Mark // that are gone, that came
	alike   int               // pictures in which nobody can see a difference
	shapes  [2]int
	notes   [2]int // annotations
	others  int    // marks for which there is no better word
}

// compare pairs marks of the same text or path, and tells what is not the same of them.
func (d *drawn) compare(a, b []inspect.Mark) {
	type name struct {
		kind inspect.Kind
		name string
	}
	at := map[name][]inspect.Mark{}
	for _, m := range b {
		k := name{m.Kind, m.Name}
		at[k] = append(at[k], m)
	}
	for _, m := range a {
		k := name{m.Kind, m.Name}
		if len(at[k]) == 0 {
			d.single(m, Gone)
			continue
		}
		d.pair(m, at[k][0])
		at[k] = at[k][1:]
	}
	for _, m := range b {
		k := name{m.Kind, m.Name}
		if len(at[k]) > 0 && at[k][0] == m {
			d.single(m, Came)
			at[k] = at[k][1:]
		}
	}
}

// single is a mark that only one page has.
func (d *drawn) single(m inspect.Mark, what What) {
	switch {
	case m.Kind == inspect.Picture && what == Gone:
		d.images[0] = append(d.images[0], m)
	case m.Kind == inspect.Picture:
		d.images[1] = append(d.images[1], m)
	case m.Kind == inspect.Note && what == Gone:
		d.notes[0]++
	case m.Kind == inspect.Note:
		d.notes[1]++
	case m.Kind == inspect.Shape && what == Gone:
		d.shapes[0]++
	case m.Kind == inspect.Shape:
		d.shapes[1]++
	case m.Kind == inspect.Lettering && d.said:
	default:
		d.others++
	}
}

// pair is the same text, path or picture on both pages.
func (d *drawn) pair(m, n inspect.Mark) {
	name := map[inspect.Kind]string{inspect.Lettering: "text", inspect.Shape: "shape", inspect.Picture: "picture", inspect.Note: "annotation"}[m.Kind]
	before := len(d.changes)
	if m.Color != n.Color {
		d.add(Change{What: Changed, Name: name, Of: "colour", Count: 1, Old: m.Color, New: n.Color})
	}
	if m.Font != n.Font {
		d.add(Change{What: Changed, Name: name, Of: "font", Count: 1, Old: m.Font, New: n.Font})
	}
	if m.Size != n.Size {
		d.add(Change{What: Changed, Name: name, Of: "size", Count: 1, Old: points(m.Size), New: points(n.Size)})
	}
	if m.X != n.X || m.Y != n.Y {
		d.add(Change{What: Moved, Name: name, Of: shift(n.X-m.X, n.Y-m.Y), Count: 1, Old: m.Name})
	}
	if m.Artifact != n.Artifact {
		d.add(Change{What: Changed, Name: name, Of: "tagging", Count: 1, Old: tagging(m), New: tagging(n)})
	}
	if len(d.changes) == before {
		d.others++
	}
}

func tagging(m inspect.Mark) string {
	if m.Artifact {
		return "decoration"
	}
	return "content"
}

func points(x float64) string { return fmt.Sprintf("%.4g pt", x) }

// shift is a way in words.
func shift(x, y float64) string {
	var parts []string
	if x != 0 {
		parts = append(parts, points(max(x, -x))+map[bool]string{true: " right", false: " left"}[x > 0])
	}
	if y != 0 {
		parts = append(parts, points(max(y, -y))+map[bool]string{true: " up", false: " down"}[y > 0])
	}
	return strings.Join(parts, ", ")
}

// add counts changes of a kind; what moved is one kind, with the shift of the first. Old is text that helps to find it.
func (d *drawn) add(ch Change) {
	ch.Part = Drawing
	i := slices.IndexFunc(d.changes, func(o Change) bool {
		return o.What == ch.What && o.Name == ch.Name &&
			(ch.What == Moved || o.Of == ch.Of && o.Old == ch.Old && o.New == ch.New)
	})
	const mostKinds = 40
	switch {
	case i >= 0:
		d.changes[i].Count++
	case len(d.changes) < mostKinds:
		if ch.Name != "text" && ch.What == Moved {
			ch.Old = "" // a hash
		}
		d.changes = append(d.changes, ch)
	default:
		d.others++
	}
}

// pictures are the changes of pictures. Of very many only how many they are is told.
func (c *comparer) pictures(d *drawn, old, new inspect.Page) []Change {
	var out []Change
	pairs, gone, came := exchange(d.images[0], d.images[1])
	for i, p := range pairs {
		if i >= mostPictures {
			out = append(out, Change{Part: Image, What: Changed, Count: len(pairs) - i})
			break
		}
		ch, seen := c.picture(p, old, new)
		if seen {
			out = append(out, ch)
			continue
		}
		d.alike++
		if p.old.Name = p.new.Name; p.old != p.new {
			d.pair(p.old, p.new)
		}
	}
	return append(out, replaced(Change{Part: Image}, [2]int{len(gone), len(came)})...)
}

// all is the rest.
func (d *drawn) all() []Change {
	out := append(d.changes, replaced(Change{Part: Drawing, Name: "shape"}, d.shapes)...)
	return append(out, replaced(Change{Part: Drawing, Name: "annotation"}, d.notes)...)
}

// replaced takes each that is gone as replaced by one that came, as long as there are any.
func replaced(ch Change, count [2]int) []Change {
	var out []Change
	both := min(count[0], count[1])
	for _, p := range []struct {
		what  What
		count int
	}{{Changed, both}, {Gone, count[0] - both}, {Came, count[1] - both}} {
		if p.count > 0 {
			ch.What, ch.Count = p.what, p.count
			out = append(out, ch)
		}
	}
	return out
}
