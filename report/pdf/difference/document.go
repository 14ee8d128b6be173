package difference

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lysark/report/pdf/inspect"
)

// document is what changed of the document as a whole.
func (c *comparer) document() []Change {
	out := c.information()
	out = append(out, structures(c.shape(0, 0), c.shape(1, 0), nil)...)
	out = append(out, c.labels()...)
	out = append(out, c.outline()...)
	out = append(out, fonts(c.old.Fonts, c.new.Fonts)...)
	out = append(out, c.attachments()...)
	return append(out, problems(c.old.Problems, c.new.Problems)...)
}

func (c *comparer) information() []Change {
	a, b := c.old, c.new
	var out []Change
	for _, p := range []struct{ name, old, new string }{
		{"title", a.Info.Title, b.Info.Title},
		{"author", a.Info.Author, b.Info.Author},
		{"subject", a.Info.Subject, b.Info.Subject},
		{"keywords", a.Info.Keywords, b.Info.Keywords},
		{"language", a.Info.Lang, b.Info.Lang},
		{"created", a.Info.Created, b.Info.Created},
		{"changed", a.Info.Modified, b.Info.Modified},
		{"creator", a.Info.Creator, b.Info.Creator},
		{"producer", a.Info.Producer, b.Info.Producer},
		{"claims", strings.Join(a.Claims, ", "), strings.Join(b.Claims, ", ")},
		{"version", a.Version, b.Version},
		{"tagged", yes(a.Tagged), yes(b.Tagged)},
		{"layers", a.Layers, b.Layers},
		{"title shown", yes(a.DisplayTitle), yes(b.DisplayTitle)},
	} {
		switch {
		case p.old == p.new:
		case p.old == "":
			out = append(out, Change{Part: Information, What: Came, Name: p.name, New: p.new})
		case p.new == "":
			out = append(out, Change{Part: Information, What: Gone, Name: p.name, Old: p.old})
		default:
			out = append(out, Change{Part: Information, What: Changed, Name: p.name, Old: p.old, New: p.new})
		}
	}
	return out
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// labels are the pages that are called something else, but for those that only have another number for having moved up
// or down. Pages of one kind of label are told once.
func (c *comparer) labels() []Change {
	var out []Change
	for j, i := range c.oldOf {
		if i < 0 {
			continue
		}
		old, new := c.old.Pages[i].Label, c.new.Pages[j].Label
		if old == new || i != j && manner(old) == manner(new) {
			continue
		}
		n := len(out)
		if n > 0 && manner(out[n-1].Old) == manner(old) && manner(out[n-1].New) == manner(new) {
			out[n-1].Count++
			continue
		}
		out = append(out, Change{Part: Label, What: Changed, Count: 1, Old: old, New: new})
	}
	return out
}

// manner is how a label counts: with digits, or with roman numerals, and what stands before them.
func manner(label string) string {
	prefix := strings.TrimRight(label, "0123456789")
	if prefix != label {
		return prefix + "#"
	}
	if label != "" && strings.Trim(strings.ToLower(label), "ivxlcdm") == "" {
		return "i"
	}
	return label
}

// entry is one of the outline, with its target as both documents know it.
type entry struct {
	title, target string
	level         int
}

// outline is what changed of the outline. Entries of slides that came or went, or that are called what their slide's
// heading is called, are told with the slide.
func (c *comparer) outline() []Change {
	entries := func(list []inspect.Entry, name func(int) string) (out []entry, keys []string) {
		for _, e := range list {
			n := entry{e.Title, target("", e.Page, name), e.Level}
			out = append(out, n)
			keys = append(keys, fmt.Sprint(n.level, n.target, "\x00", n.title))
		}
		return out, keys
	}
	before, a := entries(c.old.Outline, c.oldName)
	after, b := entries(c.new.Outline, c.newName)
	al := &aligner{old: [][]string{a}, new: [][]string{b}, exact: 1, room: &c.room}
	al.like = func(i, j int) float64 {
		switch {
		case before[i].title == after[j].title && before[i].target == after[j].target:
			return 3
		case before[i].target == after[j].target:
			return 2
		case before[i].title == after[j].title:
			return 1
		}
		return 0
	}
	newOf := al.align()
	oldOf := reversed(newOf, len(after))
	out := c.reentered(a, b, newOf, oldOf)
	for i, j := range newOf {
		e := c.old.Outline[i]
		switch {
		case j >= 0:
			out = append(out, c.entry(e, c.new.Outline[j], before[i], after[j])...)
		case j == -1 && (e.Page == 0 || c.newOf[e.Page-1] >= 0):
			out = append(out, Change{Part: Outline, What: Gone, Old: e.Title})
		}
	}
	for j, i := range oldOf {
		if e := c.new.Outline[j]; i == -1 && (e.Page == 0 || c.oldOf[e.Page-1] >= 0) {
			out = append(out, Change{Part: Outline, What: Came, New: e.Title})
		}
	}
	return out
}

// reentered finds entries that stand elsewhere in the outline. Those of a slide that moved are told with it.
func (c *comparer) reentered(a, b []string, newOf, oldOf []int) []Change {
	var out []Change
	for _, p := range swapped(a, b, newOf, oldOf) {
		if e := c.new.Outline[p[1]]; e.Page == 0 || !c.moved[e.Page-1] {
			out = append(out, Change{Part: Outline, What: Moved, Name: e.Title})
		}
	}
	return out
}

func (c *comparer) entry(a, b inspect.Entry, before, after entry) []Change {
	var out []Change
	if a.Title != b.Title && !(headed(c.old.Pages, a) && headed(c.new.Pages, b)) {
		out = append(out, Change{Part: Outline, What: Changed, Name: b.Title, Of: "title", Old: a.Title, New: b.Title})
	}
	if before.target != after.target {
		out = append(out,
			Change{Part: Outline, What: Changed, Name: b.Title, Of: "target", Old: before.target, New: after.target})
	}
	if a.Level != b.Level {
		out = append(out, Change{Part: Outline, What: Changed, Name: b.Title, Of: "level",
			Old: strconv.Itoa(a.Level), New: strconv.Itoa(b.Level)})
	}
	return out
}

// headed tells whether an entry is called what the page it leads to is headed.
func headed(pages []inspect.Page, e inspect.Entry) bool {
	return e.Page > 0 && pages[e.Page-1].Heading == e.Title
}

const otherGlyphs = ", other glyphs"

// fonts are those that came, went or are embedded otherwise. Which of their characters are used the texts tell.
func fonts(old, new []inspect.Font) []Change {
	type letters struct{ name, typ, used string }
	glyphs := map[letters]string{}
	for _, f := range old {
		glyphs[letters{f.Name, f.Type, f.Used}] = f.Glyphs
	}
	other := func(f inspect.Font) bool {
		was, there := glyphs[letters{f.Name, f.Type, f.Used}]
		return there && was != f.Glyphs
	}
	trait := func(list []inspect.Font) (out []string) {
		for _, f := range list {
			s := f.Name + "\x00" + f.Type
			for _, t := range []struct {
				is   bool
				name string
			}{{!f.Embedded, ", not embedded"}, {f.Subset, ", subset"}, {!f.Unicode, ", no Unicode map"}, {other(f), otherGlyphs}} {
				if t.is {
					s += t.name
				}
			}
			out = append(out, s)
		}
		return out
	}
	a, b := apiece(trait(old), trait(new))
	var out []Change
	for _, x := range a {
		name, was, _ := strings.Cut(x, "\x00")
		j := slices.IndexFunc(b, func(y string) bool { return strings.HasPrefix(y, name+"\x00") })
		if j < 0 {
			out = append(out, Change{Part: Font, What: Gone, Name: name, Old: was})
			continue
		}
		out = append(out, Change{Part: Font, What: Changed, Name: name, Old: was, New: strings.TrimPrefix(b[j], name+"\x00")})
		b = slices.Delete(b, j, j+1)
	}
	for _, y := range b {
		name, is, _ := strings.Cut(y, "\x00")
		out = append(out, Change{Part: Font, What: Came, Name: name, New: is})
	}
	return out
}

// problems are the rules that only one of the files breaks, or that are broken more or less often.
func problems(old, new []inspect.Problem) []Change {
	type tally struct {
		count   int
		message string
	}
	count := func(list []inspect.Problem) (map[string]tally, []string) {
		all, order := map[string]tally{}, []string{}
		for _, p := range list {
			t, seen := all[p.Rule]
			if !seen {
				t.message = p.Message
				order = append(order, p.Rule)
			}
			t.count++
			all[p.Rule] = t
		}
		return all, order
	}
	a, before := count(old)
	b, after := count(new)
	var out []Change
	for _, rule := range after {
		switch x, y := a[rule], b[rule]; {
		case x.count == 0:
			out = append(out, Change{Part: Problem, What: Came, Name: rule, Count: y.count, New: y.message})
		case x.count != y.count:
			out = append(out, Change{Part: Problem, What: Changed, Name: rule, Of: "places",
				Old: strconv.Itoa(x.count), New: strconv.Itoa(y.count)})
		}
	}
	for _, rule := range before {
		if b[rule].count == 0 {
			out = append(out, Change{Part: Problem, What: Gone, Name: rule, Count: a[rule].count, Old: a[rule].message})
		}
	}
	return out
}
