package config

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"lysark/config/color"
	"lysark/config/diag"
	"lysark/config/keys"
)

// readTheme reads a theme file; what it does not set keeps the default.
func readTheme(r *keys.Reader, name string, named Str) *Theme {
	theme := DefaultTheme()
	root := r.Open(name, named, themeShape())
	if root == nil {
		theme.Unread = true
		return theme
	}
	theme.File = name
	root.Fill(theme)
	if named := root.Sub("colors").Sub("named"); named != nil {
		theme.Doubtful = named.AllRefused()
	}
	if theme.Logo != nil && theme.Logo.Data == nil {
		theme.Logo = nil
	}
	c := contrasts{theme: theme, table: root, named: named.Pos}
	c.check()
	return theme
}

// themeForms are how the values of themes are written: all have a default, so that what cannot be used leaves that.
func themeForms() []keys.Form {
	number := func(f *keys.Field) *keys.Schema { return f.NumberSchema("number") }
	truth := func(*keys.Field) *keys.Schema { return &keys.Schema{Type: keys.Types{"boolean"}} }
	return []keys.Form{
		keys.FormOf(readName, (*keys.Field).TextSchema),
		keys.FormOf(readFlag, truth),
		keys.FormOf(readPoints, number),
		keys.FormOf(readLadder, ladderSchema),
		keys.FormOf(readColor, colorSchema),
		keys.FormOf(readColors, colorsSchema),
		keys.FormOf(readFace, (*keys.Field).TextSchema),
		keys.FormOf(func(k keys.Key, to *Asset) { to.Name = k.Written() }, (*keys.Field).TextSchema),
	}
}

func readName(k keys.Key, to *string) {
	if s := k.Written(); s.Set {
		*to = s.V
	}
}

func readFlag(k keys.Key, to *bool) {
	if b, ok := k.Truth(); ok {
		*to = b
	}
}

func readPoints(k keys.Key, to *float64) {
	v, ok := k.Finite()
	if !ok {
		return
	}
	if least, most := k.Bounds(); v < least || v > most {
		k.Errorf(diag.ValueRange, "", "is %g pt; it must be between %g and %g", v, least, most)
		return
	}
	*to = v
}

// readLadder reads one size, or several from large to small.
func readLadder(k keys.Key, to *[]float64) {
	if !k.IsList() {
		one := (*to)[0]
		readPoints(k, &one)
		*to = []float64{one}
		return
	}
	all, ok := numbers(k)
	switch {
	case !ok:
		return
	case len(all) == 0:
		k.Errorf(diag.BadValue, "leave it out to have the built-in sizes", "is empty")
		return
	}
	var out []float64
	least, most := k.Bounds()
	for i, x := range all {
		if x.Missing || x.V < least || x.V > most || i > 0 && x.V >= out[i-1] {
			k.At(x.Pos).Errorf(diag.ValueRange, "write sizes from large to small, such as [32, 28, 26]",
				"must fall from at most %g to at least %g pt", most, least)
			return
		}
		out = append(out, x.V)
	}
	*to = out
}

func ladderSchema(f *keys.Field) *keys.Schema {
	s := keys.OneOrMore(f.NumberSchema("number"))
	s.MinItems = 1
	return s
}

func readColor(k keys.Key, to *color.Color) {
	if c, ok := parseColor(k, k.Text()); ok {
		*to = c
	} else {
		k.Refuse()
	}
}

func parseColor(k keys.Key, s Str) (color.Color, bool) {
	c, ok := color.Parse(s.V)
	if s.Set && !ok {
		hint, known := ColorMeant(s.V)
		if !known {
			hint = `"#13758A"`
		}
		k.Table.Errorf(s.Pos, diag.BadValue, "write it as "+hint, "%q is not a colour", s.V)
	}
	return c, ok
}

func colorSchema(f *keys.Field) *keys.Schema {
	s := f.TextSchema()
	s.Pattern = color.Pattern
	return s
}

func readColors(k keys.Key, to *[]color.Color) {
	list := k.Texts()
	if len(list) == 0 {
		if k.IsList() {
			k.Errorf(diag.BadValue, "leave it out to have the built-in one", "is empty")
		}
		return
	}
	var out []color.Color
	whole := true
	for _, s := range list {
		c, ok := parseColor(k, s)
		whole = whole && ok
		out = append(out, c)
	}
	switch counts := k.Counts(); {
	case !whole:
		k.Refuse()
	case counts != nil && !slices.Contains(counts, len(out)):
		k.Table.Errorf(list[0].Pos, diag.BadValue, "give it 3, 5 or 7 colours, the neutral one in the middle",
			"the scale has %d colours", len(out))
	default:
		*to = out
	}
}

// colorsSchema is a list of colours; where any number of them will do, one colour will.
func colorsSchema(f *keys.Field) *keys.Schema {
	counts := f.Counts()
	s := keys.OneOrMore(colorSchema(f))
	if counts == nil {
		s.MinItems = 1
		return s
	}
	s.Type, s.Pattern, s.Not = keys.Types{"array"}, "", &keys.Schema{}
	s.MinItems, s.MaxItems = slices.Min(counts), slices.Max(counts)
	for n := s.MinItems; n <= s.MaxItems; n++ {
		if !slices.Contains(counts, n) {
			s.Not.AnyOf = append(s.Not.AnyOf, &keys.Schema{MinItems: n, MaxItems: n})
		}
	}
	return s
}

func readFace(k keys.Key, to **Asset) {
	s := k.Written()
	if !s.Set {
		return
	}
	if data, ok := k.Table.Bytes(s); ok {
		*to = &Asset{Name: s, Data: data}
	}
}

// Check demands the two faces that the others fall back on.
func (f *FontFiles) Check(t *keys.Table) {
	for _, key := range []string{"regular", "bold"} {
		if !t.Empty() && !t.Has(key) {
			const hint = "name the static TTF files of both, semibold and italic as well if the family has them"
			t.Missing(key, t.Pos(), hint, "own fonts need at least regular and bold, there is no %s", key)
		}
	}
}

// Describe says the same.
func (*FontFiles) Describe(s *keys.Schema) {
	s.If, s.Then = &keys.Schema{MinProperties: 1}, keys.Need("regular", "bold")
}

// Check reads the picture.
func (l *Logo) Check(t *keys.Table) {
	const height = 12
	l.Height = cmp.Or(l.Height, height)
	if l.Name.Set {
		l.Data, l.Format = picture(t, l.Name)
	}
}

// Check holds the floor of charts below what it is the floor of.
func (s *Sizes) Check(t *keys.Table) {
	if smallest := min(s.ChartLabel, s.ChartValue); s.ChartMin > smallest {
		t.Errorf(t.Pos(), diag.ValueRange, "make chart_min smaller than the other two",
			"chart_min is %g pt, more than chart_label or chart_value, which is %g", s.ChartMin, smallest)
	}
}

// Check keeps the place of the text, which may turn out too long.
func (f *Footer) Check(t *keys.Table) {
	if f.Text != "" {
		f.Pos, _ = t.PosIn("text", 0)
	}
}

// ColorMeant is a colour that was written in another way, as it has to be written, in quotes.
func ColorMeant(s string) (string, bool) {
	c, ok := color.Parse("#" + strings.TrimLeft(strings.TrimPrefix(strings.TrimSpace(s), "0x"), "#"))
	return strconv.Quote(c.String()), ok
}

// ParseColor reads #RRGGBB or #RGB.
func ParseColor(s string) (color.Color, bool) { return color.Parse(s) }

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
			Background: hex("#0B2545"), Color: hex("#FFFFFF"), Subtitle: hex("#8FC1D4"), Accent: hex("#E3A94F"),
			Shape: hex("#1D3A60"), Motif: "ring",
		},
	}
}
