package compose

import "lysark/report/scene"

// The grid all slides share, in points on a page of 960 x 540.
const (
	pageW, pageH = 960, 540
	edge         = 8 // width of the accent bar at the left edge
	left, right  = 56, 904
	bodyTop      = 124 // first line of text and chart alike
	bodyBottom   = 474
	footRule     = 497
	footBase     = 518 // baseline of the footer
	textW        = 344 // text column beside a chart
	gutter       = 44
)

func pageBox() scene.Rect { return scene.Rect{W: pageW, H: pageH} }

// body is the whole room between headline and footer.
func body() scene.Rect {
	return scene.Rect{X: left, Y: bodyTop, W: right - left, H: bodyBottom - bodyTop}
}

// textColumn and besideText are the two halves of a slide with text and something to look at.
func textColumn() scene.Rect {
	b := body()
	b.W = textW
	return b
}

func besideText() scene.Rect {
	b := body()
	b.X += textW + gutter
	b.W -= textW + gutter
	return b
}

// columns divides a box into n equal columns.
func columns(box scene.Rect, n int) []scene.Rect {
	w := (box.W - gutter*float64(n-1)) / float64(n)
	out := make([]scene.Rect, n)
	for i := range out {
		out[i] = scene.Rect{X: box.X + float64(i)*(w+gutter), Y: box.Y, W: w, H: box.H}
	}
	return out
}
