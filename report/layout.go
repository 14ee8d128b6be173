package report

import "slices"

// Layout is a named arrangement of placeholders on a slide.
type Layout string

const (
	TitleLayout   Layout = "title"
	SectionLayout Layout = "section"
	TextLayout    Layout = "text"
	ChartLayout   Layout = "chart"
	TextChart     Layout = "text-chart"
	TextTwoCharts Layout = "text-two-charts"
	TableLayout   Layout = "table"
	ImageLayout   Layout = "image"
	QuoteLayout   Layout = "quote"
	NumberLayout  Layout = "number"
)

// Content names what a slide may hold.
type Content string

const (
	HasText   Content = "text"
	HasChart  Content = "one chart"
	HasCharts Content = "two charts"
	HasTable  Content = "a table"
	HasImage  Content = "an image"
	HasQuote  Content = "a quote"
	HasNumber Content = "a number"
)

// Arrangement is what a layout has room for, and what else is true of it. A layout with room for one thing or another
// has several. Who draws slides says which there are.
type Arrangement struct {
	Layout   Layout
	Needs    []Content // must be there
	Takes    []Content // may be there
	Opens    bool      // it opens the deck or a part of it, and has a subtitle
	Wordless bool      // it may go without a headline of its own
}

// Fits tells whether the layout has a place for all that is held, and all it needs.
func (a Arrangement) Fits(held []Content) bool {
	return len(a.Missing(held)) == 0 && len(a.Homeless(held)) == 0
}

// Homeless is what is held and has no place in the layout.
func (a Arrangement) Homeless(held []Content) []Content {
	var out []Content
	for _, h := range held {
		if !slices.Contains(a.Needs, h) && !slices.Contains(a.Takes, h) {
			out = append(out, h)
		}
	}
	return out
}

// Missing is what the layout needs and is not held.
func (a Arrangement) Missing(held []Content) []Content {
	var out []Content
	for _, n := range a.Needs {
		if !slices.Contains(held, n) {
			out = append(out, n)
		}
	}
	return out
}
