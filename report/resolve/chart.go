package resolve

import (
	"fmt"
	"slices"
	"strings"

	"lysark/charts"
	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/locale"
	"lysark/report/scene"
)

// chartResolver resolves one chart: its figures, then how it is drawn.
type chartResolver struct {
	*slideResolver
	in  config.Chart
	out *charts.Chart

	// of a chart of several questions
	answers []string // the series, by the answers' own names
	apart   []int    // those that are no level of a scale, such as "don't know"
	listed  bool     // the layout says which answers there are
}

// chart resolves one [[slide.chart]].
func (r *slideResolver) chart(number int, c config.Chart) charts.Chart {
	at := element("chart").number(number)
	one := &chartResolver{slideResolver: r, in: c, out: &charts.Chart{
		Kind: charts.Kind(c.Type.V), Name: fmt.Sprintf("slide-%02d-%d", r.number, number),
		Title: r.text(at+" title", c.Title).S, Alt: r.chartAlt(at+" alt", c.Alt).S, Pos: c.Pos,
		Percent: c.Unit.Or("percent") == "percent", Decimals: c.Decimals.Or(0), Sum100: c.Sum100.V,
		Center: r.text(at+" center", c.Center).S, CenterNote: r.text(at+" center_note", c.CenterNote).S,
		Full: c.Stack.Or("100") == "100", Vertical: c.Orientation.V == "vertical", Totals: c.Totals.V,
		Diverging: c.Diverging.V, Axis: c.Axis.V,
		Min: pointer(c.Min), Max: pointer(c.Max), Step: pointer(c.Step),
	}}
	one.resolve(at)
	return *one.out
}

func (r *chartResolver) resolve(at element) {
	out := r.out
	r.figures()
	shown := r.rename()
	for _, h := range r.named(r.in.Highlight) {
		out.Highlight = append(out.Highlight, shown.name(*out, h.V))
	}
	out.Colors = r.colors(r.in.Colors, func(name string) string { return shown.name(*out, name) })
	if out.Kind.IsScale() {
		r.scale()
	}
	r.sort()
	r.checkChartGlyphs()
	r.recordChart(at, *out)
	r.withhold()
}

func pointer(v config.Val[float64]) *float64 {
	if !v.Set {
		return nil
	}
	return &v.V
}

// shownAs is the names that categories and series are shown by, under the names that the answers have.
type shownAs map[string]string

// name is the label that an author means by a name: he may call an answer by its own name or by the one it is shown
// by, and cannot see whether a space is one that breaks.
func (s shownAs) name(c charts.Chart, name string) string {
	for _, label := range labels(c) {
		if softened(label) == softened(name) {
			return label
		}
	}
	if label, renamed := s[softened(name)]; renamed {
		return label
	}
	return name
}

func softened(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// rename gives categories and series the names they are shown by.
func (r *chartResolver) rename() shownAs {
	renamed := shownAs{}
	for _, p := range r.in.Rename {
		found := false
		label := r.text("chart label", p.Value).S
		renamed[softened(p.Key.V)] = label
		for i, name := range r.out.Categories {
			if softened(name) == softened(p.Key.V) {
				r.out.Categories[i], found = label, true
			}
		}
		for i := range r.out.Series {
			if softened(r.out.Series[i].Name) == softened(p.Key.V) {
				r.out.Series[i].Name, found = label, true
			}
		}
		if !found && len(r.out.Series) > 0 && !hides(*r.out) { // of a hidden group it would tell who is not in it
			r.list.Errorf(p.Key.Pos, diag.UnknownAnswer, diag.DidYouMean(p.Key.V, labels(*r.out)),
				"the chart has no %q to rename", p.Key.V)
		}
	}
	return renamed
}

// labels are the names that a chart shows.
func labels(c charts.Chart) []string {
	names := slices.Clone(c.Categories)
	for _, s := range c.Series {
		if s.Name != "" {
			names = append(names, s.Name)
		}
	}
	return names
}

// scale fills in what a scale of agreement needs.
func (r *chartResolver) scale() {
	r.out.TopBox = r.in.Top.Or(2)
	r.out.TopName, r.out.BottomName = r.deck.Locale.Word(locale.Agree), r.deck.Locale.Word(locale.Disagree)
	if r.in.TopName.Set {
		r.out.TopName = r.text("chart top_name", r.in.TopName).S
	}
	if r.in.BottomName.Set {
		r.out.BottomName = r.text("chart bottom_name", r.in.BottomName).S
	}
	r.out.Excluded = shownAs{}.name(*r.out, r.text(unprinted, r.in.Apart).S)
	r.setApart()
	levels := len(r.out.Series)
	if r.out.Excluded != "" {
		levels--
	}
	isScale := len(r.out.Series) > 0 && levels != 1 // of one level it is told when it is drawn
	if isScale && (r.out.TopBox < 1 || r.out.TopBox > levels) {
		r.list.Errorf(r.in.Top.Pos, diag.BadValue, "count the levels that mean agreement",
			"top is %d, but the scale has %d levels", r.out.TopBox, levels)
		r.out.TopBox = 1
	}
	if len(r.answers) > 0 {
		r.holdTop()
	}
}

// colors are by the labels that are shown.
func (r *chartResolver) colors(pairs []config.ColorPair, shown func(name string) string) map[string]scene.Color {
	out := map[string]scene.Color{}
	for _, p := range pairs {
		color, ok := r.color(p.Color.V)
		if !ok {
			r.noColor(p.Color)
			continue
		}
		out[shown(p.Key.V)] = color
	}
	return out
}

// noColor tells of what is no colour. Of a theme that could not be read nobody knows the names.
func (r *chartResolver) noColor(s config.Str) {
	if r.file.Theme.MayName(s.V) {
		return
	}
	hint := diag.DidYouMean(s.V, r.colorNames())
	if written, ok := config.ColorMeant(s.V); ok {
		hint = "write it as " + written
	}
	r.list.Errorf(s.Pos, diag.BadValue, hint, "%q is neither #RRGGBB nor a colour of the theme", s.V)
}

// color is a colour as authors write it: #RRGGBB, #RGB, or one of the theme's by name.
func (r *resolver) color(name string) (scene.Color, bool) {
	if c, ok := config.ParseColor(name); ok {
		return c, true
	}
	for _, n := range r.namedColors() {
		if n.Name == name {
			return n.Color, true
		}
	}
	return scene.Color{}, false
}

func (r *resolver) namedColors() []config.NamedColor {
	c := r.deck.Theme.Colors
	return append(slices.Clone(c.Named),
		config.NamedColor{Name: "accent", Color: c.Accent}, config.NamedColor{Name: "pale", Color: c.Pale},
		config.NamedColor{Name: "muted", Color: c.Muted}, config.NamedColor{Name: "headline", Color: c.Headline})
}

func (r *resolver) colorNames() []string {
	var names []string
	for _, n := range r.namedColors() {
		names = append(names, n.Name)
	}
	return names
}

func (r *chartResolver) checkChartGlyphs() {
	for _, name := range labels(*r.out) {
		if !r.undrawable[name] { // else it is told where the layout has it
			r.checkGlyphs(report.Text{S: name, Pos: r.in.Pos})
		}
	}
}
