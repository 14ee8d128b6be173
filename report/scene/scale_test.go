package scene

import (
	"reflect"
	"testing"
)

// everything is one item of each kind with every measure it has.
func everything() []Item {
	label := words("a", 10, 20, "mark")
	label.Size, label.Joined = 12, true
	line := Line(2, Color{R: 1, G: 2, B: 3}, Point{1, 2}, Point{3, 4})
	line.Dash, line.Mark = []float64{4, 6}, "mark"
	return []Item{
		Group{Role: Figure, Name: "slide-01-1", Alt: "alt", Lang: "en", Span: 2, Scope: OfRow, To: Target{Page: 3}, Box: Rect{0, 0, 10, 20}, Items: []Item{
			label, line, Disc(Point{5, 6}, 3, Color{}), Image{Box: Rect{1, 2, 3, 4}, Data: []byte("x"), Format: "png", Name: "n"},
		}},
		Group{Role: P, Items: []Item{label}},
	}
}

func TestScaleMakesEveryMeasureLargerAndMovesIt(t *testing.T) {
	got := Scale(everything(), 2, 100, 200)[0].(Group)
	if want := (Rect{100, 200, 20, 40}); got.Box != want {
		t.Errorf("the group's room is %v, want %v", got.Box, want)
	}
	text := got.Items[0].(Text)
	if text.At != (Point{120, 240}) || text.Width != 80 || text.Ascent != 16 || text.Descent != 4 || text.Size != 24 {
		t.Errorf("the text is %+v", text)
	}
	line := got.Items[1].(Path)
	if line.Bounds() != (Rect{102, 204, 4, 4}) || line.Width != 4 || line.Dash[0] != 8 || line.Dash[1] != 12 {
		t.Errorf("the line is %+v", line)
	}
	if disc := got.Items[2].(Path).Bounds(); disc.W < 11.9 || disc.W > 12.01 {
		t.Errorf("the disc is %v", disc)
	}
	if image := got.Items[3].(Image); image.Box != (Rect{102, 204, 6, 8}) {
		t.Errorf("the image is in %v", image.Box)
	}
}

func TestScaleKeepsWhatItemsMean(t *testing.T) {
	before := everything()
	after := Scale(Scale(before, 2, 100, 200), 0.5, -50, -100)
	if !reflect.DeepEqual(after, everything()) {
		t.Errorf("there and back again is\n%+v", after)
	}
	if !reflect.DeepEqual(before, everything()) {
		t.Error("the given items have changed")
	}
	if box := Scale(before, 2, 100, 200)[1].(Group).Box; box != (Rect{}) {
		t.Errorf("a group without room of its own has got %v", box)
	}
}
