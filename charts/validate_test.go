package charts

import (
	"math"
	"strings"
	"testing"

	"lysark/config/diag"
	"lysark/report/scene"
)

func row(values ...float64) []Value {
	var out []Value
	for _, v := range values {
		out = append(out, Value{V: v, Missing: math.IsNaN(v)})
	}
	return out
}

// pair is a valid chart to spoil: two categories, one series.
func pair(kind Kind, values ...float64) Chart {
	return Chart{Kind: kind, Categories: []string{"Ja", "Nei"}, Series: []Series{{"", row(values...)}}, Percent: true}
}

func with(c Chart, change func(*Chart)) Chart {
	change(&c)
	return c
}

func number(v float64) *float64 { return &v }

type verdict struct {
	name  string
	chart Chart
	want  string // "error rule: part of the message", empty for none
}

func judge(t *testing.T, tests []verdict) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			list := Validate(tt.chart)
			var got []string
			for _, d := range list {
				got = append(got, string(d.Severity)+" "+d.Rule.String()+": "+d.Message)
				if d.Hint == "" && d.Rule != diag.UnknownAnswer {
					t.Errorf("%q has no hint", d.Message)
				}
			}
			switch all := strings.Join(got, "\n"); {
			case tt.want == "" && len(got) > 0:
				t.Errorf("got %s, want nothing", all)
			case tt.want != "" && (len(got) != 1 || !strings.Contains(got[0], tt.want)):
				t.Errorf("got %s, want only %s", all, tt.want)
			}
		})
	}
}

func TestValidateTheData(t *testing.T) {
	nan := math.NaN()
	judge(t, []verdict{
		{"two columns are fine", pair(Column, 60, 40), ""},
		{"an unknown kind is named", pair("colum", 60, 40), `error bad-value: there is no chart of type "colum"`},
		{"no categories", Chart{Kind: Column, Series: []Series{{}}}, "error bad-data: the chart has no categories"},
		{"no series", Chart{Kind: Column, Categories: []string{"Ja"}}, "error bad-data: the chart has no values"},
		{"too few values", pair(Column, 60), "error bad-data: series 1 has 1 values for 2 categories"},
		{"an empty name", with(pair(Column, 1, 2), func(c *Chart) { c.Categories[1] = " " }), "error bad-data: category 2 has no name"},
		{"a name twice", with(pair(Column, 1, 2), func(c *Chart) { c.Categories[1] = "Ja" }), `there are two of the category "Ja"`},
		{"a control character", with(pair(Column, 1, 2), func(c *Chart) { c.Categories[1] = "N\nei" }), "characters that cannot be drawn"},
		{"a series without a name", with(pair(Column, 1, 2), func(c *Chart) { c.Series = append(c.Series, Series{"b", row(1, 2)}) }), "error bad-data: series 1 has no name"},
		{"not a number", with(pair(Column, 1, 2), func(c *Chart) { c.Series[0].Values[0] = Value{V: nan} }), `error bad-data: the value of "Ja" is not a number`},
		{"infinity", pair(Column, 1, math.Inf(1)), `the value of "Nei" is not a number`},
		{"a value too large to draw", pair(Column, 1, 2e12), "error value-range: the value of \"Nei\" is 2e+12"},
		{"a negative column", pair(Column, 1, -2), ""},
		{"a negative slice", pair(Pie, 101, -1), `error value-range: the value of "Nei" is -1, but a pie chart cannot show less than zero`},
		{"a missing column", pair(Column, 1, nan), ""},
		{"a missing slice", pair(Pie, 100, nan), `error bad-data: the value of "Nei" is missing`},
		{"nothing but missing values", pair(Line, nan, nan), "error bad-data: every value of the chart is missing"},
	})
}

func TestValidateWholes(t *testing.T) {
	full := with(pair(Stacked, 60, 30), func(c *Chart) {
		c.Full = true
		c.Series[0].Name = "a"
		c.Series = append(c.Series, Series{"b", row(40, 70)})
	})
	likert := with(full, func(c *Chart) { c.Kind = Likert })
	judge(t, []verdict{
		{"a pie of 100", pair(Pie, 60, 40), ""},
		{"a pie rounded to 99", pair(Pie, 60, 39), ""},
		{"a pie of several answers per respondent", pair(Pie, 70, 60), "error not-parts: the shares of the chart add up to 130, not to 100"},
		{"a pie of counts", with(pair(Pie, 70, 60), func(c *Chart) { c.Percent = false }), ""},
		{"a pie of nothing", pair(Donut, 0, 0), "error bad-data: the values of the chart add up to nothing"},
		{"a pie with two series", with(pair(Pie, 60, 40), func(c *Chart) { c.Series = full.Series }), "error bad-data: a pie chart shows one series, this one has 2"},
		{"bars that reach 100", full, ""},
		{"a bar that does not reach 100", with(full, func(c *Chart) { c.Series = []Series{full.Series[0], {"b", row(40, 10)}} }), `error not-parts: the shares of "Nei" add up to 40`},
		{"bars cannot be stacked below zero", with(full, func(c *Chart) { c.Full, c.Series = false, []Series{{"a", row(-5, 10)}} }), "error value-range"},
		{"a missing part of an absolute stack", with(full, func(c *Chart) { c.Full, c.Series = false, []Series{{"a", row(math.NaN(), 10)}} }), ""},
		{"a likert chart", likert, ""},
		{"an excluded level on top of the 100", with(likert, func(c *Chart) {
			c.Excluded, c.Series = "Vet ikke", append(append([]Series{}, full.Series...), Series{"Vet ikke", row(8, 9)})
		}), ""},
		{"an excluded level that is part of the 100", with(likert, func(c *Chart) {
			c.Excluded, c.Series = "Vet ikke", []Series{full.Series[0], {"b", row(32, 61)}, {"Vet ikke", row(8, 9)}}
		}), ""},
		{"an excluded level that is not there", with(likert, func(c *Chart) { c.Excluded = "Vet ikke"; c.Series = append(c.Series, Series{"Vet ei", row(0, 0)}) }), `error unknown-answer: the chart has no level "Vet ikke"`},
		{"more agreement than levels", with(likert, func(c *Chart) { c.TopBox = 3 }), "error bad-value: top is 3, but the scale has 2 levels"},
	})
}

func TestValidateHowMany(t *testing.T) {
	slices := func(n int) Chart {
		c := Chart{Kind: Pie}
		c.Series = []Series{{}}
		for i := range n {
			c.Categories = append(c.Categories, string(rune('a'+i)))
			c.Series[0].Values = append(c.Series[0].Values, Value{V: 1})
		}
		return c
	}
	judge(t, []verdict{
		{"six slices", slices(6), ""},
		{"seven slices are hard to read", slices(7), "warning too-many: a pie chart with 7 slices is hard to read"},
		{"nine slices", slices(9), "error too-many: a pie chart with 9 slices cannot be read; the most is 8"},
	})
}

func TestValidateTheAxis(t *testing.T) {
	axis := func(kind Kind, min, max, step *float64) Chart {
		return with(pair(kind, 60, 40), func(c *Chart) { c.Min, c.Max, c.Step = min, max, step })
	}
	judge(t, []verdict{
		{"the reference deck's axis", axis(Column, number(0), number(70), number(10)), ""},
		{"bars start at zero", axis(Bar, number(20), nil, nil), "error bad-value: min is 20, but bars start at zero"},
		{"lines need not", axis(Line, number(20), nil, nil), ""},
		{"a line below its axis", axis(Line, number(50), nil, nil), "error bad-value: min is 50, above the smallest value, 40"},
		{"a bar beyond its axis", axis(Bar, nil, number(50), nil), "error bad-value: max is 50, below the largest value, 60"},
		{"min above max", axis(Line, number(50), number(10), nil), "error bad-value: min is 50, not below max, which is 10"},
		{"a step of nothing", axis(Bar, nil, nil, number(0)), "error bad-value: step is 0, not above zero"},
		{"hundreds of steps", axis(Bar, nil, nil, number(0.1)), "error bad-value: step 0.1 makes more than 20 steps"},
		{"an axis without end", axis(Bar, nil, number(math.Inf(1)), nil), "error bad-value: max is +Inf"},
		{"a pie has no axis", axis(Pie, nil, number(70), nil), "warning bad-value: a pie chart always runs from 0 to 100"},
	})
}

func TestValidateNames(t *testing.T) {
	two := with(pair(Column, 1, 2), func(c *Chart) { c.Series = []Series{{"2022", row(1, 2)}, {"2025", row(1, 2)}} })
	judge(t, []verdict{
		{"a category is highlighted", with(pair(Bar, 1, 2), func(c *Chart) { c.Highlight = []string{"Nei"} }), ""},
		{"a category that is not there", with(pair(Bar, 1, 2), func(c *Chart) { c.Highlight = []string{"Nej"} }), `error unknown-answer: the chart has no "Nej"`},
		{"a colour for a series", with(two, func(c *Chart) { c.Colors = map[string]scene.Color{"2025": {}} }), ""},
		{"a colour for a category that colour does not tell apart", with(two, func(c *Chart) { c.Colors = map[string]scene.Color{"Ja": {}} }), `error unknown-answer: the chart has no "Ja"`},
	})
	list := Validate(with(pair(Bar, 1, 2), func(c *Chart) { c.Highlight = []string{"Nej"} }))
	if want := `did you mean "Nei"?`; len(list) != 1 || list[0].Hint != want {
		t.Errorf("got %v, want the hint %s", list, want)
	}
}

func TestValidateReportsAllMistakesAtOnceAndAtTheChart(t *testing.T) {
	c := pair(Pie, -1, math.Inf(1))
	c.Pos = diag.Pos{File: "deck.toml", Line: 41}
	c.Decimals = 9
	c.Highlight = []string{"Kanskje"}
	list := Validate(c)
	if len(list) != 4 {
		t.Errorf("%d mistakes were reported, want 4: %v", len(list), list)
	}
	for _, d := range list {
		if d.Pos != c.Pos {
			t.Errorf("%q is reported at %v", d.Message, d.Pos)
		}
	}
}
