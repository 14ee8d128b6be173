package charts

import (
	"math"

	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report/scene"
)

// pointLabel is a category's label below a line chart.
type pointLabel struct {
	block
	x float64 // its middle
}

func blocksOf(labels []pointLabel) []block {
	var out []block
	for _, l := range labels {
		out = append(out, l.block)
	}
	return out
}

// manyPoints is from where on the categories are taken for points in time, which a reader can fill in.
const manyPoints = 8

// pointLabels are the category labels below the points. Where they are too crowded, every second, third …
// is left out, never the first or the last; a few words are hyphenated before any is left out.
func (l lineChart) pointLabels(xs []float64, room scene.Rect) ([]pointLabel, bool) {
	n := len(xs)
	ways := []fonts.Hyphenator{nil, l.hyphenator()}
	if n < manyPoints {
		for _, h := range ways {
			if labels, ok := l.labelsEvery(1, h, xs, room); ok {
				return labels, true
			}
		}
	}
	for _, h := range ways {
		for stride := 1; stride < max(n, 2); stride++ {
			if labels, ok := l.labelsEvery(stride, h, xs, room); ok {
				return labels, true
			}
		}
	}
	l.errorf(diag.Overflow, "shorten the labels, or give the chart more room",
		"the labels %q and %q do not fit below the line at %g pt", l.Categories[0], l.Categories[n-1], l.MinSize)
	return nil, false
}

func (l lineChart) labelsEvery(stride int, h fonts.Hyphenator, xs []float64, room scene.Rect) ([]pointLabel, bool) {
	n := len(xs)
	var picked []int
	var texts []string
	for i := 0; i < n; i += stride {
		if n-1-i < stride {
			i = n - 1
		}
		picked, texts = append(picked, i), append(texts, l.Categories[i])
	}
	measure := room.W
	if n > 1 {
		measure = math.Min(measure, (xs[1]-xs[0])*float64(stride)-labelGap)
	}
	blocks, misfit := l.fitWith(h, l.sizes(l.LabelSize), setting{texts, scene.Regular, l.LabelSize, measure, atMost(2)})
	if misfit != "" {
		return nil, false
	}
	var out []pointLabel
	right := math.Inf(-1)
	for i, b := range blocks {
		half := b.wide() / 2
		x := math.Min(math.Max(xs[picked[i]], room.X+half), room.Right()-half)
		if x-half < right+labelGap {
			return nil, false
		}
		right = x + half
		out = append(out, pointLabel{b, x})
	}
	return out, true
}
