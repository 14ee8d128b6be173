package charts

import "lysark/report/locale"

// Kind is the type of a chart, as authors write it.
type Kind string

const (
	Pie     Kind = "pie"
	Donut   Kind = "donut"
	Column  Kind = "column" // vertical; grouped when there are several series
	Bar     Kind = "bar"    // horizontal; grouped when there are several series
	Stacked Kind = "stacked"
	Likert  Kind = "likert"
	Line    Kind = "line"
)

// kinds is the table of kinds, in the order of the manual. A new kind is one line here and one file that draws it;
// nothing else in the program asks for a kind by its name.
func kinds() [7]traits { // by value: every label asks it, and nothing has to be allocated for that
	return [...]traits{
		{
			name: Pie, draw: drawPie, series: alone, whole: always, most: 8, readable: 6,
			words: words{nb: "Kakediagram", nn: "Kakediagram", en: "Pie chart"},
		}, {
			name: Donut, draw: drawDonut, series: alone, whole: always, most: 8, readable: 6,
			words: words{nb: "Hjuldiagram", nn: "Hjuldiagram", en: "Donut chart"},
		}, {
			name: Column, draw: drawColumns, series: sideBySide, whole: never, signed: true, fromZero: true, most: 40,
			words: words{nb: "Stolpediagram", nn: "Stolpediagram", en: "Column chart"},
		}, {
			name: Bar, draw: drawBars, series: sideBySide, whole: never, signed: true, fromZero: true, most: 40,
			words: words{nb: "Liggende stolpediagram", nn: "Liggjande stolpediagram", en: "Bar chart"},
		}, {
			name: Stacked, draw: drawStacked, series: endToEnd, whole: whenFull, fromZero: true, most: 40,
			sums:  Chart.stackSums,
			words: words{nb: "Stablet stolpediagram", nn: "Stabla stolpediagram", en: "Stacked column chart"},
			lying: words{nb: "Liggende, stablet stolpediagram", nn: "Liggjande, stabla stolpediagram", en: "Stacked bar chart"},
		}, {
			name: Likert, draw: drawLikert, series: endToEnd, whole: always, most: 40, scale: true,
			sums:  Chart.topBoxSums,
			words: words{nb: "Likert-diagram", nn: "Likert-diagram", en: "Likert chart"},
		}, {
			name: Line, draw: drawLine, series: lines, whole: never, signed: true, most: 400, overTime: true,
			words: words{nb: "Linjediagram", nn: "Linjediagram", en: "Line chart"},
		},
	}
}

// traits is all that is true of a kind of chart.
type traits struct {
	name   Kind
	draw   func(*plot)
	series arrangement
	whole  wholeness

	most     int  // categories it has room for
	readable int  // of them, those that can be read well; 0 for all
	signed   bool // it can show less than zero
	fromZero bool // its value axis has the zero, as it is lengths that are read
	overTime bool // its categories are points in time, over which nobody adds up
	scale    bool // its categories are statements, its series the levels of a scale

	// What it prints of each category beside the values, under which head; no sum where it prints none.
	sums func(Chart) (head string, of func(category int) []Value)

	// What it is called in alternative texts, and what when its bars lie, of a kind whose bars may do either.
	words, lying words
}

// arrangement is where a kind puts the series of one category. Labels of a whole are rounded over what lies together.
type arrangement int

const (
	alone      arrangement = iota + 1 // there is one series; its categories lie together
	sideBySide                        // each series has a bar of its own
	endToEnd                          // the series of a category lie together in one bar
	lines                             // each series is a line
)

// wholeness is when the values that lie together are the parts of a whole.
type wholeness int

const (
	never wholeness = iota + 1
	always
	whenFull // when every bar reaches 100 %
)

// words are one expression in each language.
type words struct{ nb, nn, en string }

func (w words) in(tag string) string {
	switch tag {
	case "nn":
		return w.nn
	case "en":
		return w.en
	}
	return w.nb
}

// Kinds are all there are, in the order of the manual.
func Kinds() []Kind {
	var names []Kind
	for _, t := range kinds() {
		names = append(names, t.name)
	}
	return names
}

func kindNames() []string {
	var names []string
	for _, k := range Kinds() {
		names = append(names, string(k))
	}
	return names
}

// traits are what the table says of the kind, nothing of one that is not there.
func (k Kind) traits() traits {
	for _, t := range kinds() {
		if t.name == k {
			return t
		}
	}
	return traits{}
}

// IsScale tells whether the kind's categories are statements and its series the levels of a scale, low to high.
func (k Kind) IsScale() bool { return k.traits().scale }

// StacksSeries tells whether the kind draws the series of a category end to end in one bar.
func (k Kind) StacksSeries() bool { return k.traits().series == endToEnd }

// IsOverTime tells whether the kind's categories are points in time.
func (k Kind) IsOverTime() bool { return k.traits().overTime }

// Called is what a chart of this kind is called.
func (c Chart) Called(l locale.Locale) string {
	if t := c.Kind.traits(); c.Vertical || t.lying == (words{}) {
		return t.words.in(l.Tag)
	}
	return c.Kind.traits().lying.in(l.Tag)
}

// IsWhole tells whether the values of each pie or bar are the parts of one whole.
func (c Chart) IsWhole() bool {
	switch c.Kind.traits().whole {
	case always:
		return true
	case whenFull:
		return c.Full
	}
	return false
}

func (k Kind) hasOneSeries() bool { return k.traits().series == alone }

// fillsBars tells whether the author chose that every bar reaches 100 %, in a kind that leaves him the choice.
func (c Chart) fillsBars() bool { return c.Full && c.Kind.traits().whole == whenFull }

// categories is what messages call the categories.
func (t traits) categories() string {
	if t.series == alone {
		return "slices"
	}
	return "categories"
}
