package scene

import (
	"math"
	"testing"
)

// words is a label of 40 x 10 pt whose baseline starts at x, y.
func words(s string, x, y float64, on string) Text {
	return Text{S: s, At: Point{x, y}, Width: 40, Ascent: 8, Descent: 2, On: on}
}

func marked(p Path, name string) Path {
	p.Mark = name
	return p
}

func TestClashes(t *testing.T) {
	page := Rect{W: 300, H: 300}
	red := Color{R: 200, G: 0, B: 0}
	bar := marked(Box(Rect{100, 100, 60, 60}, red), "bar")
	slice := marked(Sector(Point{150, 150}, 0, 100, 0, math.Pi/2, red), "slice")
	ring := marked(Sector(Point{150, 150}, 60, 100, 0, 2*math.Pi, red), "ring")
	tests := []struct {
		name  string
		items []Item
		want  string // what the first clash is with
	}{
		{"two labels apart", []Item{words("a", 10, 20, ""), words("b", 10, 40, "")}, ""},
		{"two labels that touch edge to edge", []Item{words("a", 10, 20, ""), words("b", 50, 20, "")}, ""},
		{"two labels that overlap", []Item{words("a", 10, 20, ""), words("b", 45, 22, "")}, `the label "b"`},
		{"a label in another group", []Item{Group{Items: []Item{words("a", 10, 20, "")}}, words("b", 45, 22, "")}, `the label "b"`},
		{"a label over the edge", []Item{words("a", 270, 20, "")}, "the edge of the chart"},
		{"a label on its own mark", []Item{bar, words("a", 110, 130, "bar")}, ""},
		{"a label on a mark that is not its own", []Item{bar, words("a", 110, 130, "")}, "the mark of bar"},
		{"a label that reaches into a mark", []Item{bar, words("a", 70, 130, "")}, "the mark of bar"},
		{"a label that surrounds a small mark", []Item{marked(Box(Rect{110, 124, 4, 4}, red), "dot"), words("a", 100, 130, "")}, "the mark of dot"},
		{"a label on a rule, which is no mark", []Item{Box(Rect{0, 130, 300, 1}, red), words("a", 110, 130, "")}, ""},
		{"a label beside a slice, inside the box around it", []Item{slice, words("a", 226, 244, "")}, ""},
		{"a label on a slice", []Item{slice, words("a", 160, 180, "")}, "the mark of slice"},
		{"a label in the hole of a ring", []Item{ring, words("a", 130, 155, "")}, ""},
		{"a label across the ring", []Item{ring, words("a", 200, 155, "")}, "the mark of ring"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			if c := Clashes(Group{Box: page, Items: tt.items}); len(c) > 0 {
				got = c[0].With
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAPathsBoundsFollowItsArcs(t *testing.T) {
	tests := []struct {
		name string
		path Path
		want Rect
	}{
		{"a disc", Disc(Point{50, 60}, 10, Color{}), Rect{40, 50, 20, 20}},
		{"the lower right quarter", Sector(Point{0, 0}, 0, 10, 0, math.Pi/2, Color{}), Rect{0, 0, 10, 10}},
		{"the upper half of a ring", Sector(Point{0, 0}, 5, 10, math.Pi, math.Pi, Color{}), Rect{-10, -10, 20, 10}},
		{"a line", Line(2, Color{}, Point{3, 4}, Point{1, 9}), Rect{1, 4, 2, 5}},
		{"nothing", Path{}, Rect{}},
	}
	for _, tt := range tests {
		got := tt.path.Bounds()
		for _, d := range []float64{got.X - tt.want.X, got.Y - tt.want.Y, got.W - tt.want.W, got.H - tt.want.H} {
			if math.Abs(d) > 0.02 {
				t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
				break
			}
		}
	}
}

func TestRect(t *testing.T) {
	r := Rect{10, 20, 30, 40}
	if r.Right() != 40 || r.Bottom() != 60 || r.Center() != (Point{25, 40}) || r.Inset(5) != (Rect{15, 25, 20, 30}) {
		t.Errorf("the edges of %v are wrong", r)
	}
	if got := r.Union(Rect{0, 30, 15, 50}); got != (Rect{0, 20, 40, 60}) {
		t.Errorf("union %v", got)
	}
	if got := r.Union(Rect{}); got != r {
		t.Errorf("union with nothing %v", got)
	}
	if r.Intersects(Rect{40, 20, 5, 5}) || !r.Intersects(Rect{39, 59, 5, 5}) {
		t.Error("edges that touch share no area; those that overlap do")
	}
	if !r.Contains(r) || r.Contains(Rect{10, 20, 31, 40}) {
		t.Error("a box contains itself and nothing larger")
	}
}

func TestDump(t *testing.T) {
	label := words("å si \"ja\"", 10, 20.04, "")
	label.Style, label.Size = Semibold, 12.5
	page := Page{Number: 3, Title: "Tre", Size: Rect{W: 960, H: 540}, Background: Color{R: 255, G: 255, B: 255}, Items: []Item{
		Group{Role: Figure, Name: "slide-03-1", Alt: "Ja 60 %", Box: Rect{X: -0.01, Y: 1, W: 2, H: 3}, Items: []Item{
			label,
			marked(Box(Rect{1, 2, 3, 4}, Color{R: 1, G: 2, B: 3}), `"Ja"`),
			Line(1.5, Color{R: 9, G: 9, B: 9}, Point{0, 0}, Point{5, 0}),
			Image{Name: "logo.png", Format: "png", Box: Rect{1, 2, 3, 4}, Data: []byte("x")},
		}},
		Group{Role: Link, To: Target{Page: 2}, Alt: "Til side 2"},
		Group{Role: Link, To: Target{URL: "https://example.no"}, Items: []Item{Group{Role: Span, Lang: "en"}}},
	}}
	want := `page 3 "Tre" 960x540 on #FFFFFF
  Figure slide-03-1 [0,1 2x3] alt "Ja 60 %"
    text 10,20 40+12.5 semibold #000000 "å si \"ja\""
    path [1,2 3x4] fill #010203 mark "Ja"
    path [0,0 5x0] stroke #090909 1.5 in 2 steps
    image logo.png png [1,2 3x4]
  Link to page 2 alt "Til side 2"
  Link to https://example.no
    Span lang en
`
	if got := Dump(page); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
