package difference

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// run is a piece of a line as every way of writing shows it: words of ours, or words of one of the files.
type run struct {
	text string
	of   owner
	bare bool // without quotes: a line of an attached file, which has enough of its own
}

type owner byte

const (
	ours owner = iota
	theirs
	theOld
	theNew
)

const arrow = "->"

func plain(s string) run { return run{text: s} }

func was(s string) run { return run{text: s, of: theOld} }

func now(s string) run { return run{text: s, of: theNew} }

func quoted(s string) run { return run{text: s, of: theirs} }

// lead says in a line what the rest says.
func (d Difference) lead() string {
	switch {
	case len(d.Bytes) > 0:
		return "the slides say and show the same; the files differ in " + strings.Join(d.Bytes, ", ")
	case len(d.Unread) > 0 && min(d.Old.Slides, d.New.Slides) == 0:
		return "the slides were not compared"
	case len(d.Unread) > 0 && len(d.Slides)+len(d.Document) == 0:
		return "no difference is found, but not all was compared"
	}
	counts := map[What]int{}
	for _, s := range d.Slides {
		counts[s.What]++
		if s.What == Moved && len(s.Changes) > 0 {
			counts[Changed]++
		}
	}
	var parts []string
	for _, p := range []struct {
		what     What
		one, all string
	}{{Changed, "changed", "changed"}, {Moved, "moved", "moved"}, {Came, "is new", "are new"}, {Gone, "is gone", "are gone"}} {
		verb := p.all
		if counts[p.what] == 1 {
			verb = p.one
		}
		switch n := counts[p.what]; {
		case n == 0:
		case len(parts) == 0:
			parts = append(parts, counted(n, "slide")+" "+verb)
		default:
			parts = append(parts, strconv.Itoa(n)+" "+verb)
		}
	}
	letters := slices.ContainsFunc(d.Document, func(ch Change) bool { return strings.HasSuffix(ch.New, otherGlyphs) })
	switch {
	case len(parts) == 0 && letters:
		return "the slides say the same, in letters that may look otherwise"
	case len(parts) == 0:
		return "the slides are the same; the document is not"
	}
	return strings.Join(parts, ", ")
}

// alike are slides that changed in the same way and follow each other.
type alike struct {
	name    string
	heading string // empty when they have not all the same
	told    string
}

// groups are the slides with what is told of each, those together that a change of the theme, say, makes alike.
func (d Difference) groups(tell func(list []Change) string) []alike {
	var out []alike
	last := What("")
	for _, s := range d.Slides {
		g := alike{s.name(), s.Heading, tell(s.Changes)}
		if n := len(out) - 1; s.What == Changed && last == Changed && out[n].told == g.told {
			out[n].name = "slides " + strings.TrimPrefix(strings.TrimPrefix(out[n].name, "slides "), "slide ") + ", " +
				s.New.Label
			if out[n].heading != g.heading {
				out[n].heading = ""
			}
			continue
		}
		last = s.What
		out = append(out, g)
	}
	return out
}

// name is what to call a slide, and what happened to it.
func (s Slide) name() string {
	switch s.What {
	case Came:
		return "slide " + s.New.Label + " is new"
	case Gone:
		return "slide " + s.Old.Label + " is gone"
	case Moved:
		if s.New.Label == s.Old.Label { // it took its label with it
			return fmt.Sprintf("slide %s moved, from place %d to %d", s.New.Label, s.Old.Number, s.New.Number)
		}
		return "slide " + s.New.Label + " moved, it was slide " + s.Old.Label
	}
	return "slide " + s.New.Label
}

// lines are what is told of a change.
func (ch Change) lines() [][]run {
	switch ch.Part {
	case Drawing, Image:
		return [][]run{ch.drawn()}
	case Order:
		return [][]run{{plain(ch.Name + " is read at another point:"), quoted(ch.Old)}}
	case Problem, Label, Structure:
		return ch.counted()
	case Attachment:
		if ch.Of == "content" {
			return append([][]run{{plain(ch.Name + ":"), plain(ch.Old), plain(arrow), plain(ch.New)}}, ch.attached()...)
		}
		return ch.texts(ch.subject())
	}
	return ch.texts(ch.subject())
}

// subject is what a change is about, before what it is.
func (ch Change) subject() []run {
	var out []run
	switch ch.Part {
	case Text, Alt:
		if ch.Row != "" {
			out = append(out, plain(ch.Name+" in"), quoted(short(ch.Row)))
			break
		}
		out = append(out, plain(ch.Name))
	case Role, Language, Link:
		if ch.Name != "" {
			out = append(out, quoted(ch.Name))
		}
	case Information, Font, Attachment:
		out = append(out, plain(ch.Name))
	case Outline:
		if ch.Name != "" && ch.Of != "title" {
			out = append(out, quoted(ch.Name))
		}
	}
	if ch.Of != "" && ch.Of != "title" && ch.Of != "text" && ch.Of != "content" {
		out = append(out, plain(ch.Of))
	}
	return out
}

// texts are the words that changed, or the old text and the new one.
func (ch Change) texts(subject []run) [][]run {
	put := func(runs ...run) []run { return append(subject[:len(subject):len(subject)], runs...) }
	switch {
	case ch.What == Moved:
		return [][]run{put(plain("moved"))}
	case ch.What == Came || ch.Old == "" && (ch.Part == Text || ch.Part == Alt):
		return [][]run{put(plain("is new:"), now(ch.New))}
	case ch.What == Gone || ch.New == "" && (ch.Part == Text || ch.Part == Alt):
		return [][]run{put(plain("is gone:"), was(ch.Old))}
	case spaced(ch.Old, ch.New):
		return [][]run{put(plain("has other spaces:"), quoted(short(ch.New)))}
	}
	if len(subject) > 0 {
		subject = put(plain(":"))
	}
	switch {
	case len(ch.Words) > 0:
		var out [][]run
		for _, e := range ch.Words {
			out = append(out, put(e.runs()...))
		}
		return out
	case len(ch.Old)+len(ch.New) < 100:
		return [][]run{put(ch.replaced()...)}
	}
	return [][]run{put(plain("-"), was(ch.Old)), {plain("+"), now(ch.New)}}
}

func (ch Change) replaced() []run {
	none := func(s string, of owner) run {
		if s == "" {
			return plain("none")
		}
		return run{text: s, of: of}
	}
	return []run{none(ch.Old, theOld), plain(arrow), none(ch.New, theNew)}
}

func (e Edit) runs() []run {
	var out []run
	put := func(r run) {
		if r.text != "" {
			out = append(out, r)
		}
	}
	put(plain(e.Before))
	switch {
	case e.New == "":
		out = append(out, plain("-"))
		put(was(e.Old))
	case e.Old == "":
		out = append(out, plain("+"))
		put(now(e.New))
	default:
		out = append(out, was(e.Old), plain(arrow), now(e.New))
	}
	put(plain(e.After))
	return out
}

// counted are changes that are told by how many there are.
func (ch Change) counted() [][]run {
	var out []run
	switch {
	case ch.Part == Label:
		out = append([]run{plain("called")}, ch.replaced()...)
		if ch.Count > 1 {
			out = append(out, plain("and "+strconv.Itoa(ch.Count-1)+" more like it"))
		}
	case ch.Part == Structure && ch.What != Changed:
		return ch.texts([]run{plain(ch.Of)})
	case ch.Part == Structure && ch.Name != "":
		out = append(out, plain(ch.Of+" of "+counted(ch.Count, ch.Name)))
		if ch.Old != ch.New {
			out = append(out, ch.replaced()...)
		}
	case ch.Part == Structure && ch.Old == ch.New:
		out = append(out, plain(ch.Of))
	case ch.Part == Structure:
		out = append([]run{plain(ch.Of)}, ch.replaced()...)
	case ch.What == Changed:
		out = append([]run{plain(ch.Name + " in")}, ch.replaced()...)
		out = append(out, plain("places"))
	case ch.What == Came:
		out = append(out, plain(ch.Name+" is broken now, in "+counted(ch.Count, "place")+": "+ch.New))
	default:
		out = append(out, plain(fmt.Sprintf("%s is broken no more: %s", ch.Name, ch.Old)))
	}
	return [][]run{out}
}

// drawn is what changed of what is painted.
func (ch Change) drawn() []run {
	name := ch.Name
	if ch.Part == Image {
		name = "picture"
	}
	are := counted(ch.Count, name)
	switch {
	case ch.Part == Image && ch.What == Changed && ch.Count == 1:
		return ch.picture()
	case name == "":
		return []run{plain("drawn differently")}
	case ch.What == Moved && ch.Old == "":
		return []run{plain(are + " moved, by " + ch.Of)}
	case ch.What == Moved && ch.Count == 1:
		return []run{plain("the text"), quoted(ch.Old), plain("moved by " + ch.Of)}
	case ch.What == Moved:
		return []run{plain(are + " moved:"), quoted(ch.Old), plain("by " + ch.Of + ", and others")}
	case ch.What == Changed && ch.Of == "":
		return []run{plain(are + " changed")}
	case ch.What == Changed:
		return append([]run{plain(ch.Of + " of " + are)}, ch.replaced()...)
	case ch.Count == 1:
		return []run{plain(are + " is " + string(ch.What))}
	}
	return []run{plain(are + " are " + string(ch.What))}
}

// picture is what changed of one, by its alternative text.
func (ch Change) picture() []run {
	out := []run{plain("picture"), quoted(short(ch.Name)), plain("changed")}
	if ch.Name == "" {
		out = []run{plain("1 picture changed")}
	}
	if ch.Of != "" {
		out = append(out, plain(":"), plain(ch.Of))
	}
	return out
}

// attached are the lines of an attached text.
func (ch Change) attached() [][]run {
	var out [][]run
	for _, l := range ch.Lines {
		number := plain("line " + strconv.Itoa(l.Number))
		if l.What != Came {
			out = append(out, []run{number, plain("-"), {l.Old, theOld, true}})
		}
		if l.What != Gone {
			out = append(out, []run{number, plain("+"), {l.New, theNew, true}})
		}
	}
	if more := ch.Count - len(ch.Lines); len(ch.Lines) > 0 && more > 0 {
		out = append(out, []run{plain("and " + counted(more, "line") + " more")})
	}
	return out
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}
