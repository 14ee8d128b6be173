package difference

import (
	"slices"
	"strconv"
	"strings"

	"lysark/report/pdf/inspect"
)

// Line is a line of an attached text that differs.
type Line struct {
	What   What   `json:"what"`
	Number int    `json:"number"` // in the new text; of a line that is gone, in the old one
	Old    string `json:"old,omitempty"`
	New    string `json:"new,omitempty"`
}

const mostLines = 6 // told of one attachment

// attachments are known by their names and what is in them. A name may hold a slide's number, which others change.
func (c *comparer) attachments() []Change {
	newOf := slices.Repeat([]int{-1}, len(c.old.Attachments))
	oldOf := slices.Repeat([]int{-1}, len(c.new.Attachments))
	name := func(a inspect.Attachment) string { return "name " + a.Name }
	content := func(a inspect.Attachment) string { return "content " + a.Hash + " " + bytes(a.Bytes) }
	both := func(a inspect.Attachment) string { return name(a) + "\x00" + content(a) }
	c.attach(newOf, oldOf, both)
	c.attachNumbered(newOf, oldOf, func(a, b inspect.Attachment) bool { return content(a) == content(b) })
	c.attachNumbered(newOf, oldOf, func(a, b inspect.Attachment) bool { return true })
	c.attach(newOf, oldOf, name)
	c.attach(newOf, oldOf, content)
	var out []Change
	for i, j := range newOf {
		if a := c.old.Attachments[i]; j < 0 {
			out = append(out, Change{Part: Attachment, What: Gone, Name: a.Name, Old: bytes(a.Bytes)})
		} else {
			out = append(out, c.attachment(a, c.new.Attachments[j])...)
		}
	}
	for j, i := range oldOf {
		if b := c.new.Attachments[j]; i < 0 {
			out = append(out, Change{Part: Attachment, What: Came, Name: b.Name, New: bytes(b.Bytes)})
		}
	}
	return out
}

// attach pairs the attachments that are left over and have the same key.
func (c *comparer) attach(newOf, oldOf []int, key func(a inspect.Attachment) string) {
	keys := func(list []inspect.Attachment) (out []string) {
		for _, a := range list {
			out = append(out, key(a))
		}
		return out
	}
	for _, p := range swapped(keys(c.old.Attachments), keys(c.new.Attachments), newOf, oldOf) {
		newOf[p[0]], oldOf[p[1]] = p[1], p[0]
	}
}

// attachNumbered pairs those whose names differ by slides' numbers only.
func (c *comparer) attachNumbered(newOf, oldOf []int, same func(a, b inspect.Attachment) bool) {
	for i, a := range c.old.Attachments {
		for j, b := range c.new.Attachments {
			if newOf[i] >= 0 || oldOf[j] >= 0 {
				continue
			}
			if !c.spend(costly) {
				return
			}
			if c.follows(a.Name, b.Name) && same(a, b) {
				newOf[i], oldOf[j] = j, i
			}
		}
	}
}

// costly is what comparing names by their numbers takes, in simple comparisons.
const costly = 16

func (c *comparer) attachment(a, b inspect.Attachment) []Change {
	var out []Change
	for _, p := range []struct{ of, old, new string }{{"name", a.Name, b.Name}, {"type", a.Type, b.Type},
		{"relationship", a.Relationship, b.Relationship}, {"description", a.Description, b.Description}} {
		if p.old != p.new && !c.follows(p.old, p.new) {
			out = append(out, Change{Part: Attachment, What: Changed, Name: b.Name, Of: p.of, Old: p.old, New: p.new})
		}
	}
	if a.Hash == b.Hash && a.Bytes == b.Bytes {
		return out
	}
	ch := Change{Part: Attachment, What: Changed, Name: b.Name, Of: "content", Old: bytes(a.Bytes), New: bytes(b.Bytes)}
	if a.Content != "" && b.Content != "" {
		ch.Lines = c.lines(a.Content, b.Content)
		ch.Count = len(ch.Lines)
		ch.Lines = ch.Lines[:min(len(ch.Lines), mostLines)]
	}
	return append(out, ch)
}

// lines are the lines of a text that differ.
func (c *comparer) lines(old, new string) []Line {
	a, b := split(old), split(new)
	al := &aligner{old: [][]string{a}, new: [][]string{b}, exact: 1, room: &c.room}
	newOf := al.align()
	oldOf := reversed(newOf, len(b))
	var out []Line
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && newOf[i] == j:
			i, j = i+1, j+1
		case i < len(a) && newOf[i] < 0 && j < len(b) && oldOf[j] < 0:
			out = append(out, Line{Changed, j + 1, cut(a[i]), cut(b[j])})
			i, j = i+1, j+1
		case i < len(a) && newOf[i] < 0:
			out = append(out, Line{What: Gone, Number: i + 1, Old: cut(a[i])})
			i++
		default:
			out = append(out, Line{What: Came, Number: j + 1, New: cut(b[j])})
			j++
		}
	}
	return out
}

func split(text string) []string {
	return slices.Collect(strings.Lines(strings.ReplaceAll(text, "\r\n", "\n"))) // with their ends: none is empty
}

// cut shortens a line.
func cut(s string) string {
	const most = 200
	return first(strings.TrimSuffix(s, "\n"), most)
}

func bytes(n int) string { return strconv.Itoa(n) + " bytes" }
