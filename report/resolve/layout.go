package resolve

import (
	"slices"
	"strings"

	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
)

// content names what a slide may hold.
type content string

const (
	hasText   content = "text"
	hasChart  content = "one chart"
	hasCharts content = "two charts"
	hasTable  content = "a table"
	hasImage  content = "an image"
	hasQuote  content = "a quote"
	hasNumber content = "a number"
)

// layoutRule is what a layout has room for. A new layout is one line in layoutRules and one file in compose.
type layoutRule struct {
	layout report.Layout
	needs  []content // must be there
	takes  []content // may be there
}

func layoutRules() []layoutRule {
	return []layoutRule{
		{report.TitleLayout, nil, nil},
		{report.SectionLayout, nil, nil},
		{report.TextLayout, []content{hasText}, nil},
		{report.ChartLayout, []content{hasChart}, nil},
		{report.ChartLayout, []content{hasCharts}, nil},
		{report.TextChart, []content{hasText, hasChart}, nil},
		{report.TextTwoCharts, []content{hasText, hasCharts}, nil},
		{report.TableLayout, []content{hasTable}, []content{hasText}},
		{report.ImageLayout, []content{hasImage}, []content{hasText}},
		{report.QuoteLayout, []content{hasQuote}, nil},
		{report.NumberLayout, []content{hasNumber}, []content{hasText}},
		{report.NumberLayout, []content{hasNumber, hasChart}, nil}, // in the place of the text
	}
}

// fits tells whether the layout has a place for all that is held, and all it needs.
func (r layoutRule) fits(held []content) bool {
	for _, n := range r.needs {
		if !slices.Contains(held, n) {
			return false
		}
	}
	return len(r.homeless(held)) == 0
}

// homeless is what is held and has no place in the layout.
func (r layoutRule) homeless(held []content) []content {
	var out []content
	for _, h := range held {
		if !slices.Contains(r.needs, h) && !slices.Contains(r.takes, h) {
			out = append(out, h)
		}
	}
	return out
}

// chooseLayout is the layout the author named, or the one that has a place for all the slide holds.
func chooseLayout(s config.Slide, list *diag.List) report.Layout {
	if len(s.Charts) > 2 {
		list.Errorf(s.Charts[2].Pos, diag.TooMany, "split the slide in two", "a slide has room for two charts, this is number 3")
		return report.TextTwoCharts
	}
	held := contents(s)
	if !s.Layout.Set {
		return layoutFor(s, held, list)
	}
	named := report.Layout(s.Layout.V)
	var nearest layoutRule
	for _, r := range layoutRules() {
		if r.layout != named {
			continue
		}
		if r.fits(held) {
			return named
		}
		if nearest.layout == "" || len(r.homeless(held)) < len(nearest.homeless(held)) {
			nearest = r
		}
	}
	reportMisfit(s, nearest, held, list)
	return named
}

func layoutFor(s config.Slide, held []content, list *diag.List) report.Layout {
	if len(held) == 0 {
		return report.SectionLayout
	}
	for _, r := range layoutRules() {
		if r.fits(held) {
			return r.layout
		}
	}
	list.Errorf(s.Pos, diag.BadLayout, "split the slide in two", "no layout has room for %s together", join(held))
	return report.TextLayout
}

func reportMisfit(s config.Slide, r layoutRule, held []content, list *diag.List) {
	hint := "leave layout out to have it chosen from what the slide holds"
	if h := r.homeless(held); len(h) > 0 {
		list.Errorf(s.Layout.Pos, diag.BadLayout, hint, "the layout %q has no place for %s", s.Layout.V, join(h))
		return
	}
	var missing []content
	for _, n := range r.needs {
		if !slices.Contains(held, n) {
			missing = append(missing, n)
		}
	}
	list.Errorf(s.Layout.Pos, diag.Missing, hint, "the layout %q needs %s", s.Layout.V, join(missing))
}

func contents(s config.Slide) []content {
	var held []content
	if s.Lead.Set || len(s.Bullets) > 0 || len(s.Text) > 0 {
		held = append(held, hasText)
	}
	switch len(s.Charts) {
	case 0:
	case 1:
		held = append(held, hasChart)
	default:
		held = append(held, hasCharts)
	}
	for _, c := range []struct {
		there bool
		what  content
	}{{s.Table != nil, hasTable}, {s.Image != nil, hasImage}, {s.Quote != nil, hasQuote}, {s.Number != nil, hasNumber}} {
		if c.there {
			held = append(held, c.what)
		}
	}
	return held
}

func join(held []content) string {
	words := make([]string, len(held))
	for i, h := range held {
		words[i] = string(h)
	}
	return enumerated(words, "and")
}

// enumerated is words as a message lists them, with "and" or "or" before the last.
func enumerated(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + last + " " + words[len(words)-1]
}
