package charts

import (
	"testing"

	"lysark/charts/raster"
	"lysark/report/golden"
	"lysark/report/scene"
)

// TestPictures holds pictures of each kind of chart, drawn by go-chart.
func TestPictures(t *testing.T) {
	set := golden.New(t, "testdata/pictures")
	kinds := map[Kind]bool{}
	for name, c := range examples() {
		kinds[c.Kind] = true
		c.Alt = "x"
		box := scene.Rect{W: 430, H: 350}
		if c.Kind.IsScale() {
			box.W = 700
		}
		g, list := Draw(c, box, houseStyle(t))
		if list.HasErrors() {
			t.Fatalf("%s: %v", name, list)
		}
		data, err := painter(t).PNG(g, scene.Color{R: 255, G: 255, B: 255}, 1)
		if err != nil {
			t.Fatal(err)
		}
		set.PNG(name+".png", data)
	}
	for _, k := range Kinds() {
		if !kinds[k] {
			t.Errorf("there is no picture of a %s chart", k)
		}
	}
}

func painter(t testing.TB) *raster.Painter {
	t.Helper()
	p, err := raster.NewPainter(houseFamily(t))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// examples are the charts whose pictures are held, by the pictures' names.
func examples() map[string]Chart {
	donut := round(Donut, []string{"Ja", "Nei", "Vet ikke"}, 25, 61.5, 13.5)
	donut.Center, donut.CenterNote = "61 %", "svarer nei"
	likert := agreement([]string{"Lederen min lytter", "Jeg har det jeg trenger for å gjøre jobben min", "Samarbeidet er godt"}, fiveLevels(),
		[]float64{2, 9, 30, 43, 16}, []float64{4, 18, 29, 38, 11}, []float64{10, 34, 32, 19, 5})
	diverging := likert
	diverging.Diverging = true
	days := []string{"1 dag", "2 dager", "3 dager"}
	values := func(name string, vs ...float64) Series {
		s := Series{Name: name}
		for _, v := range vs {
			s.Values = append(s.Values, Value{V: v})
		}
		return s
	}
	gap := values("Menn", 50, 49, 0, 48)
	gap.Values[2] = Value{Missing: true}
	shares := []Series{values("Svært", 40, 35, 20), values("Ganske", 30, 35, 40), values("Lite", 30, 30, 40)}
	return map[string]Chart{
		"pie":       round(Pie, []string{"Sparebank", "Finansbedrift", "Inkassoselskap", "Annet"}, 50, 34.4, 9.4, 6.2),
		"pie-list":  round(Pie, []string{"Ja, hele virksomheten og alle dens avdelinger i inn- og utland", "Ja, med noen unntak for enkelte", "Annet"}, 78, 12, 10),
		"donut":     donut,
		"column":    {Kind: Column, Percent: true, Categories: days, Series: []Series{values("", 6, 81, 13)}, Highlight: []string{"2 dager"}, Axis: true},
		"grouped":   {Kind: Column, Percent: true, Categories: days, Series: []Series{values("2022", 9, 76, 15), values("2025", 6, 81, -13)}},
		"bar":       {Kind: Bar, Percent: true, Categories: days, Series: []Series{values("", 6, 81, 13)}},
		"bars":      {Kind: Bar, Percent: true, Categories: days, Series: []Series{values("2022", 9, 76, 15), values("2025", 6, 81, 13)}},
		"stacked":   {Kind: Stacked, Full: true, Percent: true, Categories: days, Series: shares},
		"totals":    {Kind: Stacked, Totals: true, Categories: days, Series: shares},
		"line":      {Kind: Line, Categories: []string{"2019", "2020", "2021", "2022"}, Series: []Series{values("Kvinner", 40, 42, 46, 55), gap}},
		"likert":    likert,
		"diverging": diverging,
	}
}
