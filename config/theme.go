package config

import (
	"slices"
	"strconv"

	"lysark/config/color"
	"lysark/config/diag"
)

// theme reads a theme file; what it does not set keeps the default.
func (r *reader) theme(name string, named Str) *Theme {
	t := DefaultTheme()
	root := r.open(name, named)
	if root == nil {
		return t
	}
	t.File, root.shape = name, themeShape()
	t.Name = root.str("name").Or(t.Name)
	c := &themeReader{reader: r, theme: t, places: map[string]diag.Pos{}, broken: map[string]bool{}}
	c.colors(root.sub("colors"))
	c.fonts(root.sub("fonts"), name)
	c.logo(root.sub("logo"), name)
	c.sizes(root.sub("sizes"))
	c.footer(root.sub("footer"))
	c.title(root.sub("title"))
	root.done()
	c.checkColors(named.Pos)
	return t
}

// themeReader is one theme being read. For the checks afterwards it keeps where its colours stand, and which are
// none: what those replace is not the author's.
type themeReader struct {
	*reader
	theme  *Theme
	places map[string]diag.Pos
	broken map[string]bool
}

func (c *themeReader) colors(n *node) {
	if n == nil {
		return
	}
	t := &c.theme.Colors
	for _, one := range []struct {
		key string
		to  *color.Color
	}{
		{"background", &t.Background}, {"headline", &t.Headline}, {"text", &t.Text}, {"muted", &t.Muted},
		{"rule", &t.Rule}, {"accent", &t.Accent}, {"pale", &t.Pale},
	} {
		c.color(n, one.key, one.key, one.to)
	}
	c.colorList(n, "palette", &t.Palette)
	c.scale(n)
	for _, p := range n.pairs("named") {
		if found, ok := c.parse(n, p.Value); ok {
			t.Named = append(t.Named, NamedColor{p.Key.V, found})
		}
	}
	n.done()
}

func (c *themeReader) scale(n *node) {
	scale := &c.theme.Colors.Scale
	before := *scale
	c.colorList(n, "scale", scale)
	if counts := n.shape.at("scale").counts(); !slices.Contains(counts, len(*scale)) {
		n.list.Errorf(c.places["scale"], diag.BadValue, "give it 3, 5 or 7 colours, the neutral one in the middle", "the scale has %d colours", len(*scale))
		*scale = before
	}
}

// color reads one colour; as is what the checks know it by.
func (c *themeReader) color(n *node, key, as string, to *color.Color) {
	s := n.str(key)
	if _, there := n.table[key]; !there {
		return
	}
	c.places[as] = s.Pos
	found, ok := c.parse(n, s)
	if ok {
		*to = found
	}
	c.broken[as] = !ok
}

func (c *themeReader) colorList(n *node, key string, to *[]color.Color) {
	list := n.strs(key)
	if v, there := n.table[key]; there && len(list) == 0 {
		if _, ok := elements(v); ok {
			n.list.Errorf(n.at.sub[key].value, diag.BadValue, "leave it out to have the built-in one", "%s of %s is empty", key, n.name)
		}
		return
	}
	var out []color.Color
	for i, s := range list {
		if i == 0 {
			c.places[key] = s.Pos
		}
		c.places[key+strconv.Itoa(i)] = s.Pos
		found, ok := c.parse(n, s)
		if !ok {
			c.broken[key] = true
		}
		out = append(out, found)
	}
	if len(out) > 0 && !c.broken[key] {
		*to = out
	}
}

func (c *themeReader) parse(n *node, s Str) (color.Color, bool) {
	found, ok := color.Parse(s.V)
	if s.Set && !ok {
		n.list.Errorf(s.Pos, diag.BadValue, `write it as "#13758A"`, "%q is not a colour", s.V)
	}
	return found, ok
}

// ParseColor reads #RRGGBB or #RGB.
func ParseColor(s string) (color.Color, bool) { return color.Parse(s) }

// fonts reads the theme's own faces. With a regular face there must be a bold one; semibold and italic fall back
// on those two.
func (c *themeReader) fonts(n *node, theme string) {
	if n == nil {
		return
	}
	f := &c.theme.Fonts
	f.Regular, f.Italic = c.asset(n, "regular", theme), c.asset(n, "italic", theme)
	f.Semibold, f.Bold = c.asset(n, "semibold", theme), c.asset(n, "bold", theme)
	if len(n.table) > 0 {
		for _, key := range []string{"regular", "bold"} {
			if _, there := n.table[key]; !there {
				n.missing(key, n.pos(), "name the static TTF files of both, semibold and italic as well if the family has them", "own fonts need at least regular and bold, there is no %s", key)
			}
		}
	}
	n.done()
}

func (c *themeReader) asset(n *node, key, theme string) *Asset {
	s := n.filled(key)
	if !s.Set {
		return nil
	}
	data, ok := c.bytes(beside(theme, s.V), s)
	if !ok {
		return nil
	}
	return &Asset{Name: s, Data: data}
}

func (c *themeReader) logo(n *node, theme string) {
	if n == nil {
		return
	}
	file := n.must("file")
	l := &Logo{Asset: Asset{Name: file}, Height: 12, Alt: n.str("alt").V}
	c.size(n, "height", &l.Height)
	n.done()
	if !file.Set {
		return
	}
	if l.Data, l.Format = c.picture(beside(theme, file.V), file); l.Data != nil {
		c.theme.Logo = l
	}
}

func (c *themeReader) sizes(n *node) {
	if n == nil {
		return
	}
	s := &c.theme.Sizes
	c.ladder(n, "headline", &s.Headline)
	c.ladder(n, "body", &s.Body)
	c.ladder(n, "table", &s.Table)
	c.ladder(n, "quote", &s.Quote)
	c.ladder(n, "title", &s.Title)
	c.ladder(n, "subtitle", &s.Subtitle)
	c.ladder(n, "section", &s.Section)
	c.ladder(n, "number", &s.Number)
	c.size(n, "source", &s.Source)
	c.size(n, "chart_title", &s.ChartTitle)
	c.size(n, "chart_label", &s.ChartLabel)
	c.size(n, "chart_value", &s.ChartValue)
	c.size(n, "chart_min", &s.ChartMin)
	if smallest := min(s.ChartLabel, s.ChartValue); s.ChartMin > smallest {
		n.list.Errorf(n.pos(), diag.ValueRange, "make chart_min smaller than the other two", "chart_min is %g pt, more than chart_label or chart_value, which is %g", s.ChartMin, smallest)
	}
	n.done()
}

func (c *themeReader) size(n *node, key string, to *float64) {
	v := n.number(key)
	if !v.Set {
		return
	}
	least, most := n.shape.at(key).bounds()
	if v.V < least || v.V > most {
		n.list.Errorf(v.Pos, diag.ValueRange, "", "%s of %s is %g pt; it must be between %g and %g", key, n.name, v.V, least, most)
		return
	}
	*to = v.V
}

// ladder is one size, or several from large to small.
func (c *themeReader) ladder(n *node, key string, to *[]float64) {
	v, there := n.table[key]
	items, list := elements(v)
	switch {
	case !there:
		n.asked = append(n.asked, key)
		return
	case list && len(items) == 0:
		n.list.Errorf(n.at.sub[key].value, diag.BadValue, "leave it out to have the built-in sizes", "%s of %s is empty", key, n.name)
	case !list:
		one := (*to)[0]
		c.size(n, key, &one)
		*to = []float64{one}
		return
	}
	var out []float64
	before := len(*n.list)
	least, most := n.shape.at(key).bounds()
	for i, x := range n.numbers(key) {
		if len(*n.list) > before {
			return // it is no list of numbers
		}
		if x.Missing || x.V < least || x.V > most || (i > 0 && len(out) > 0 && x.V >= out[len(out)-1]) {
			n.list.Errorf(x.Pos, diag.ValueRange, "write sizes from large to small, such as [32, 28, 26]", "%s of %s must fall from at most %g to at least %g pt", key, n.name, most, least)
			return
		}
		out = append(out, x.V)
	}
	if len(out) > 0 {
		*to = out
	}
}

func (c *themeReader) footer(n *node) {
	if n == nil {
		return
	}
	f := &c.theme.Footer
	if text := n.str("text"); text.V != "" {
		f.Text, f.Pos = text.V, text.Pos
	}
	f.Number, f.Rule = n.boolean("number").Or(f.Number), n.boolean("rule").Or(f.Rule)
	n.done()
}

func (c *themeReader) title(n *node) {
	if n == nil {
		return
	}
	t := &c.theme.Title
	for _, one := range []struct {
		key string
		to  *color.Color
	}{{"background", &t.Background}, {"color", &t.Color}, {"subtitle", &t.Subtitle}, {"accent", &t.Accent}, {"shape", &t.Shape}} {
		c.color(n, one.key, "title."+one.key, one.to)
	}
	t.Motif = n.one("motif").Or(t.Motif)
	n.done()
}

// DefaultTheme is the look of a deck that names no theme, and of everything a theme does not set.
func DefaultTheme() *Theme {
	hex := func(s string) color.Color { c, _ := color.Parse(s); return c }
	hexes := func(list ...string) []color.Color {
		out := make([]color.Color, len(list))
		for i, s := range list {
			out[i] = hex(s)
		}
		return out
	}
	return &Theme{
		Name: "lysark",
		Colors: Colors{
			Background: hex("#FFFFFF"), Headline: hex("#0B2545"), Text: hex("#1B2733"), Muted: hex("#5B6B7A"),
			Rule: hex("#D5DDE3"), Accent: hex("#13758A"), Pale: hex("#C9D3DA"),
			Palette: hexes("#13758A", "#C4761B", "#5F3B82", "#D1495B", "#7A8894", "#0B2545"),
			Scale:   hexes("#B23A48", "#E4A2A6", "#DDE3E7", "#8FC1D4", "#13758A"),
		},
		Sizes: Sizes{
			Headline: []float64{32, 28, 26}, Body: []float64{20, 18, 16, 14}, Table: []float64{17, 15, 13, 12, 11},
			Quote: []float64{34, 30, 26, 22}, Source: 11, ChartTitle: 16, ChartLabel: 14, ChartValue: 16, ChartMin: 10,
			Title: []float64{46, 40, 36, 32}, Subtitle: []float64{20, 18, 16}, Section: []float64{40, 36, 32, 28},
			Number: []float64{120, 104, 88, 72, 60},
		},
		Footer: Footer{Number: true, Rule: true},
		Title: TitleLook{
			Background: hex("#0B2545"), Color: hex("#FFFFFF"), Subtitle: hex("#8FC1D4"), Accent: hex("#E3A94F"), Shape: hex("#1D3A60"), Motif: "ring",
		},
	}
}
