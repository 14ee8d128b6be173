package scene

import (
	"fmt"
	"strconv"
	"strings"
)

// Dump is the page as text for reading and comparing: one line per item, groups indented, points to a tenth.
func Dump(p Page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "page %d %q %s on %s\n", p.Number, p.Title, size(p.Size), p.Background)
	dumpItems(&b, p.Items, "  ")
	return b.String()
}

func dumpItems(b *strings.Builder, items []Item, indent string) {
	for _, it := range items {
		switch it := it.(type) {
		case Group:
			fmt.Fprintf(b, "%s%s\n", indent, dumpGroup(it))
			dumpItems(b, it.Items, indent+"  ")
		case Text:
			fmt.Fprintf(b, "%s%s\n", indent, dumpText(it))
		case Path:
			fmt.Fprintf(b, "%s%s\n", indent, dumpPath(it))
		case Image:
			fmt.Fprintf(b, "%simage %s %s %s\n", indent, it.Name, it.Format, box(it.Box))
		}
	}
}

func dumpGroup(g Group) string {
	s := string(g.Role)
	if g.Name != "" {
		s += " " + g.Name
	}
	if g.Box != (Rect{}) {
		s += " " + box(g.Box)
	}
	if g.Scope != "" {
		s += " of its " + strings.ToLower(string(g.Scope))
	}
	switch {
	case g.To.Page > 0:
		s += fmt.Sprintf(" to page %d", g.To.Page)
	case g.To.URL != "":
		s += " to " + g.To.URL
	}
	if g.Lang != "" {
		s += " lang " + g.Lang
	}
	if g.Alt != "" {
		s += fmt.Sprintf(" alt %q", g.Alt)
	}
	return s
}

func dumpText(t Text) string {
	s := fmt.Sprintf("text %s %s+%s %s %s %s %q", point(t.At.X, t.At.Y), tenth(t.Width), tenth(t.Size), t.Style,
		t.Color, flags(t), t.S)
	return strings.ReplaceAll(s, "  ", " ")
}

func flags(t Text) string {
	if t.Joined {
		return "joined"
	}
	return ""
}

// dumpPath tells a path by its box, how it is painted and how many segments it has: exact coordinates of arcs
// would only add noise.
func dumpPath(p Path) string {
	s := fmt.Sprintf("path %s", box(p.Bounds()))
	if p.Fill != nil {
		s += fmt.Sprintf(" fill %s", *p.Fill)
	}
	if p.Stroke != nil {
		s += fmt.Sprintf(" stroke %s %s", *p.Stroke, tenth(p.Width))
	}
	if len(p.Segs) != 5 || p.Stroke != nil {
		s += fmt.Sprintf(" in %d steps", len(p.Segs))
	}
	if p.Mark != "" {
		s += " mark " + p.Mark
	}
	return s
}

func box(r Rect) string  { return "[" + point(r.X, r.Y) + " " + size(r) + "]" }
func size(r Rect) string { return tenth(r.W) + "x" + tenth(r.H) }

func point(x, y float64) string { return tenth(x) + "," + tenth(y) }

// tenth rounds to a tenth of a point; minus zero is zero.
func tenth(v float64) string {
	s := strconv.FormatFloat(v, 'f', 1, 64)
	s = strings.TrimSuffix(s, ".0")
	if s == "-0" {
		return "0"
	}
	return s
}
