// Package charts turns a chart and a box into a scene group.
//
// Draw is pure: one file per kind, sharing axis.go, label.go and legend.go; kinds.go is the table of kinds. It knows
// neither slides nor files. A chart that cannot be drawn well in its box says so as a diagnostic; it never drops or
// overlaps a label in silence. The package raster makes pictures of finished groups.
package charts

import (
	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report/locale"
	"lysark/report/scene"
)

// Chart is one figure, complete: every default is filled in but those that depend on the box.
type Chart struct {
	Kind       Kind
	Name       string   // for files and groups: "slide-03-1"
	Title      string   // drawn above the chart, may be empty
	Categories []string // statements for Likert, points in time for Line
	Series     []Series // each with one value per category; levels, low to high, for Likert
	Alt        string   // what the picture says; empty for the words of its figures, which the package alt finds

	About  string // for Alt: what a chart without a title is about
	Base   [2]int // for Alt: the least and the most answers that a value rests on; 0 when that is not known
	Source string // for Alt: where the figures come from, as the slide says it

	// For Alt: a respondent may be counted in several categories, so that the sum of counts means nothing.
	MultipleResponse bool

	Percent  bool // values are in percent and printed with the sign
	Decimals int  // of value labels
	Sum100   bool // labels of a whole are rounded so that they add up to 100 (whole.go)

	Center, CenterNote string // donut: figure in the hole and the words below it

	Full       bool   // stacked: every bar reaches 100 %
	Vertical   bool   // stacked: columns instead of bars
	Totals     bool   // stacked: print each bar's total (not when Full)
	Diverging  bool   // likert: the neutral level is centred on zero
	TopBox     int    // likert: levels counted from the high end that make the top box, whose share is summed
	TopName    string // likert: head of the column of those sums ("Enig"); empty for none
	BottomName string // likert, diverging: head over the low side ("Uenig")
	Excluded   string // likert: level ("Vet ikke") that is no part of the scale and its 100 %; empty for none

	Axis           bool                   // show the value axis with grid
	Min, Max, Step *float64               // of the value axis; nil for a round one
	Highlight      []string               // categories or series drawn in the accent colour, the others pale
	Colors         map[string]scene.Color // by category (one series) or series name

	Pos diag.Pos // the chart's table in the layout file
}

// Series is a named row of values, one per category.
type Series struct {
	Name   string
	Values []Value
}

// Value is a number or nothing. Missing is never drawn as 0.
type Value struct {
	V       float64
	Missing bool
	Hidden  bool // missing because it would tell of a small group
	Unasked bool // missing because the answer was not on offer
	Ref     int  // the caller's own number for the value; drawing does not look at it
}

// Style is how a deck's charts look. All sizes are points.
type Style struct {
	Fonts  fonts.Family
	Locale locale.Locale

	Hyphens fonts.Hyphenator // of labels; nil for that of the locale, which is slower as each chart loads its own

	Page    scene.Color   // what the chart stands on: gaps and separators
	Ink     scene.Color   // labels
	Strong  scene.Color   // value labels and titles
	Muted   scene.Color   // axis, notes, older series' labels
	Rule    scene.Color   // grid
	Accent  scene.Color   // the one strong fill
	Pale    scene.Color   // fill of what is not highlighted
	Palette []scene.Color // of categories and series, in order
	Scale   []scene.Color // of Likert levels, low to high, an odd number

	TitleSize float64 // of the chart's title
	LabelSize float64 // category labels, legend
	ValueSize float64 // value labels
	MinSize   float64 // no label is smaller
}

// Draw lays the chart out in the box. The group's Box is the box, its Role is Figure, every item lies inside. Texts are
// drawn in the order they are read in: title, legend and axis, then each category's label and its values.
// The list tells what could not be done; when it holds an error the group may be incomplete.
func Draw(c Chart, box scene.Rect, style Style) (scene.Group, diag.List) {
	group := scene.Group{Role: scene.Figure, Name: c.Name, Alt: c.Alt, Box: box, Pos: c.Pos}
	list := Validate(c)
	if list.HasErrors() {
		return group, list
	}
	style.Locale = style.Locale.InSigns()
	p := &plot{Chart: c, Style: style, box: box}
	p.title()
	c.Kind.traits().draw(p)
	group.Items = p.items
	p.reportClashes(group)
	return group, append(list, p.list...)
}
