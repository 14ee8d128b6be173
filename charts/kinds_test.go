package charts

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lysark/report/scene"
)

// drawn draws a chart that has to succeed, in half a slide.
func drawn(t *testing.T, c Chart) scene.Group {
	t.Helper()
	c.Alt = "x"
	g, list := Draw(c, scene.Rect{X: 500, Y: 100, W: 400, H: 350}, houseStyle(t))
	if len(list) > 0 {
		t.Fatalf("not drawn: %v", list)
	}
	return g
}

func texts(g scene.Group) []scene.Text {
	var out []scene.Text
	for _, it := range g.Items {
		if t, ok := it.(scene.Text); ok {
			out = append(out, t)
		}
	}
	return out
}

// label is the text of that wording, without regard to hard spaces.
func label(t *testing.T, g scene.Group, s string) scene.Text {
	t.Helper()
	for _, x := range texts(g) {
		if strings.ReplaceAll(x.S, "\u00a0", " ") == s {
			return x
		}
	}
	t.Fatalf("no label %q", s)
	return scene.Text{}
}

func has(g scene.Group, s string) bool {
	return slices.ContainsFunc(texts(g), func(x scene.Text) bool { return strings.ReplaceAll(x.S, "\u00a0", " ") == s })
}

// bars are the marks of the values, by name.
func bars(g scene.Group) map[string]scene.Rect {
	out := map[string]scene.Rect{}
	for _, it := range g.Items {
		if p, ok := it.(scene.Path); ok && p.Mark != "" {
			out[p.Mark] = p.Bounds()
		}
	}
	return out
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

func TestColumnsAreAsHighAsTheirUnroundedValues(t *testing.T) {
	c := pair(Column, 65.4, 0.4)
	b := bars(drawn(t, c))
	if got, want := b[`"Nei"`].H/b[`"Ja"`].H, 0.4/65.4; !near(got, want) {
		t.Errorf("heights are as %v, want %v", got, want)
	}
	if b[`"Ja"`].W > columnCap {
		t.Errorf("a column is %v pt wide", b[`"Ja"`].W)
	}
}

func TestTheTallestColumnReachesTheTopWithItsLabel(t *testing.T) {
	g := drawn(t, pair(Column, 60, 40))
	if top := label(t, g, "60 %").Bounds().Y; !near(top, g.Box.Y) {
		t.Errorf("the label begins at %v, the box at %v", top, g.Box.Y)
	}
}

func TestALabelStandsBeyondTheEndOfItsColumn(t *testing.T) {
	g := drawn(t, pair(Column, 60, -40))
	b := bars(g)
	if got := b[`"Ja"`].Y - label(t, g, "60 %").At.Y; !near(got, labelGap) {
		t.Errorf("%v pt above the column, want %v", got, labelGap)
	}
	below := label(t, g, "−40 %")
	if got := below.At.Y - b[`"Nei"`].Bottom(); got < labelGap {
		t.Errorf("the label of a negative value stands %v pt below its column's end", got)
	}
	if name := label(t, g, "Nei"); name.Bounds().Y < below.Bounds().Bottom() {
		t.Error("the category's name is not at the foot of the plot area")
	}
}

func TestAMissingValueIsADashAndNoBar(t *testing.T) {
	for _, kind := range []Kind{Column, Bar} {
		g := drawn(t, pair(kind, 60, math.NaN()))
		if !has(g, missing) {
			t.Errorf("%s: no %q", kind, missing)
		}
		if _, ok := bars(g)[`"Nei"`]; ok {
			t.Errorf("%s: a bar for a missing value", kind)
		}
	}
}

func TestValueLabelsHideTheGridBehindThem(t *testing.T) {
	c := pair(Column, 60, 40)
	c.Axis = true
	g := drawn(t, c)
	at := slices.IndexFunc(g.Items, func(it scene.Item) bool {
		x, ok := it.(scene.Text)
		return ok && x.S == "60\u00a0%" && x.Style == scene.Semibold
	})
	if at < 1 {
		t.Fatal("no value label")
	}
	knock, ok := g.Items[at-1].(scene.Path)
	if !ok || knock.Mark != "" || *knock.Fill != houseStyle(t).Page || !knock.Bounds().Contains(g.Items[at].Bounds()) {
		t.Errorf("before the label comes %+v, not a box in the page's colour", g.Items[at-1])
	}
}

func TestBarsShareTheTextColumnsTopAndKeepTheirLabelsInOneColumn(t *testing.T) {
	c := Chart{Kind: Bar, Categories: []string{"Uendret", "Enklere", "Vanskeligere"}, Series: []Series{{"", row(77, 20, 3)}}, Percent: true}
	g := drawn(t, c)
	b := bars(g)
	if h := b[`"Uendret"`].H; h != barCap {
		t.Errorf("with room to spare a bar is %v pt thick, want %v", h, barCap)
	}
	if gap := b[`"Enklere"`].Y - b[`"Uendret"`].Bottom(); !near(gap, barCap/2) {
		t.Errorf("the gap is %v pt, want half a bar", gap)
	}
	for _, name := range c.Categories {
		if end := label(t, g, name).Bounds().Right(); !near(end, label(t, g, "Enklere").Bounds().Right()) {
			t.Errorf("%q does not end where the other labels end", name)
		}
	}
	if end := label(t, g, "77 %").Bounds().Right(); !near(end, g.Box.Right()) {
		t.Errorf("the longest bar and its label end at %v, the box at %v", end, g.Box.Right())
	}
}

func TestASegmentIsLabelledOnlyWhereItsLabelHasRoom(t *testing.T) {
	c := Chart{Kind: Stacked, Full: true, Percent: true, Categories: []string{"Ja"}, Series: []Series{{"a", row(97)}, {"b", row(3)}}}
	g := drawn(t, c)
	if has(g, "3 %") {
		t.Error("3 % is printed in a segment too narrow for it")
	}
	l := label(t, g, "97 %")
	if l.On != `"a", "Ja"` || !bars(g)[l.On].Contains(l.Bounds()) {
		t.Errorf("the label lies on %q, at %+v", l.On, l.Bounds())
	}
}

func TestAStackTo100FillsItsBarWhateverTheRounding(t *testing.T) {
	c := Chart{Kind: Stacked, Full: true, Percent: true, Categories: []string{"x", "y"}, Series: []Series{{"a", row(50, 49)}, {"b", row(50, 50)}}}
	b := bars(drawn(t, c))
	if x, y := b[`"b", "x"`].Right(), b[`"b", "y"`].Right(); !near(x, y) {
		t.Errorf("a bar of 100 ends at %v, one of 99 at %v", x, y)
	}
}

func TestTotalsStandAtTheEnds(t *testing.T) {
	for _, vertical := range []bool{false, true} {
		c := Chart{Kind: Stacked, Totals: true, Vertical: vertical, Categories: []string{"x", "y"}, Series: []Series{{"a", row(50, 40)}, {"b", row(70, 50)}}}
		g := drawn(t, c)
		end, l := bars(g)[`"b", "x"`], label(t, g, "120").Bounds()
		if !vertical && !near(l.X, end.Right()+barEndGap) || vertical && l.Bottom() > end.Y {
			t.Errorf("vertical %v: the total is at %+v, the bar's end at %+v", vertical, l, end)
		}
	}
}

func TestALineHasAGapWhereAValueIsMissing(t *testing.T) {
	c := Chart{Kind: Line, Categories: []string{"2021", "2022", "2023", "2024", "2025"}, Series: []Series{{"", row(40, 45, math.NaN(), 50, 60)}}, Percent: true}
	lines := 0
	for _, it := range drawn(t, c).Items {
		if p, ok := it.(scene.Path); ok && p.Stroke != nil && p.Width == lineWidth {
			lines++
		}
	}
	if lines != 2 {
		t.Errorf("%d pieces of line, want 2", lines)
	}
}

func TestALineKeepsItsFirstAndLastYear(t *testing.T) {
	c := Chart{Kind: Line, Series: []Series{{"Enig", nil}}, Percent: true}
	for year := range 60 {
		c.Categories = append(c.Categories, strconv.Itoa(1966+year))
		c.Series[0].Values = append(c.Series[0].Values, Value{V: float64(year)})
	}
	g := drawn(t, c)
	label(t, g, c.Categories[0])
	label(t, g, c.Categories[59])
	if n := len(texts(g)); n < 10 || n > 40 {
		t.Errorf("%d labels: the years are not thinned", n)
	}
	label(t, g, "Enig 59 %")
}

func TestASinglePointIsDrawn(t *testing.T) {
	g := drawn(t, Chart{Kind: Line, Categories: []string{"2025"}, Series: []Series{{"Enig", row(40)}}, Percent: true})
	if b := bars(g)[`"Enig", "2025"`]; !near(b.W, 2*markerRadius) {
		t.Errorf("the marker is %v pt wide", b.W)
	}
	label(t, g, "Enig 40 %")
}

func TestALegendThatIsTooWideTakesMoreRows(t *testing.T) {
	c := Chart{Kind: Bar, Percent: true, Categories: []string{"x"}}
	for _, name := range []string{"Helt enig i påstanden", "Litt enig i påstanden", "Litt uenig i påstanden", "Helt uenig i påstanden"} {
		c.Series = append(c.Series, Series{name, row(25)})
	}
	g := drawn(t, c)
	first, last := label(t, g, c.Series[0].Name), label(t, g, c.Series[3].Name)
	if last.At.Y <= first.At.Y {
		t.Error("the legend is on one row")
	}
	if first.At.X > g.Box.X+30 {
		t.Errorf("the legend starts at %v, not at the left", first.At.X)
	}
}
