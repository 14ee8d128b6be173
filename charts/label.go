package charts

import (
	"math"
	"slices"

	"lysark/fonts"
	"lysark/report/locale"
	"lysark/report/scene"
)

// block is a label broken into lines, all in one font.
type block struct {
	font
	lines []fonts.Line
}

// wide and high are the size of the block from the first line's ascent to the last line's descent.
func (b block) wide() float64 {
	w := 0.0
	for _, l := range b.lines {
		w = math.Max(w, b.width(l.Text))
	}
	return w
}

func (b block) high() float64 {
	return b.ascent() + b.lead()*float64(len(b.lines)-1) + b.descent()
}

// around is the height that the block takes when its capitals are centred: the same above and below.
func (b block) around() float64 {
	return b.cap() + b.lead()*float64(len(b.lines)-1) + 2*math.Max(b.descent(), b.ascent()-b.cap())
}

func (f font) ascent() float64  { return f.face.Metrics().Ascender * f.size }
func (f font) descent() float64 { return f.face.Metrics().Descender * f.size }

// below sets the block centred on x, its top at y; beside sets it to end at x, centred on y.
func (b block) below(x, y float64, color scene.Color) []scene.Item {
	return b.set(y+b.ascent(), color, func(s string) float64 { return x - b.width(s)/2 })
}

func (b block) beside(x, y float64, color scene.Color) []scene.Item {
	first := y + b.cap()/2 - b.lead()*float64(len(b.lines)-1)/2
	return b.set(first, color, func(s string) float64 { return x - b.width(s) })
}

// from sets the block from x on, its first baseline at y.
func (b block) from(x, y float64, color scene.Color) []scene.Item {
	return b.set(y, color, func(string) float64 { return x })
}

func (b block) set(baseline float64, color scene.Color, left func(string) float64) []scene.Item {
	var out []scene.Item
	for _, l := range b.lines {
		t := b.at(l.Text, left(l.Text), baseline, color)
		t.Joined, t.Hyphen = l.Joined, l.Hyphen
		out = append(out, t)
		baseline += b.lead()
	}
	return out
}

// sizes is the ladder from a size down to the smallest there may be.
func (s *Style) sizes(from float64) []float64 {
	out := []float64{from}
	for size := from - 1; size > s.MinSize; size-- {
		out = append(out, size)
	}
	if from > s.MinSize {
		out = append(out, s.MinSize)
	}
	return out
}

// slightly is how far type may shrink to keep words whole or a legend in one row.
const slightly = 0.85

// setting is how a set of labels, all in one font, is to be broken into lines.
type setting struct {
	texts   []string
	style   scene.Style
	from    float64 // the largest size
	measure float64
	suits   func(block) bool // whether one of them is well set
}

// fit breaks every text into lines of at most the measure, all at the largest size at which each suits the
// caller. Words are hyphenated only when somewhat smaller type does not save them. When nothing suits, it
// returns the text that did not at the smallest size.
func (p *plot) fit(s setting) (blocks []block, misfit string) {
	sizes := p.sizes(s.from)
	near := slices.DeleteFunc(slices.Clone(sizes), func(size float64) bool { return size < slightly*s.from })
	if blocks, misfit = p.fitWith(nil, near, s); misfit == "" {
		return blocks, ""
	}
	return p.fitWith(p.hyphenator(), sizes, s)
}

// fitWith is fit with one way of hyphenating, at the first of the sizes that does.
func (p *plot) fitWith(h fonts.Hyphenator, sizes []float64, s setting) (blocks []block, misfit string) {
	for _, size := range sizes {
		if blocks, misfit = s.at(p.font(s.style, size), h); misfit == "" {
			return blocks, ""
		}
	}
	return nil, misfit
}

func (s setting) at(f font, h fonts.Hyphenator) (blocks []block, misfit string) {
	for _, text := range s.texts {
		b := block{f, fonts.Balance(text, s.measure, f.width, h)}
		if !s.suits(b) || b.wide() > s.measure {
			return nil, text
		}
		blocks = append(blocks, b)
	}
	return blocks, ""
}

func (p *plot) hyphenator() fonts.Hyphenator {
	if p.Hyphens == nil {
		p.Hyphens = fonts.ForLanguage(p.Locale.Tag)
	}
	return p.Hyphens
}

// atMost is a block's fitness of having no more than n lines.
func atMost(n int) func(block) bool {
	return func(b block) bool { return len(b.lines) <= n }
}

// tallest and broadest are the height of the highest and the width of the widest block.
func tallest(blocks []block) float64  { return greatest(blocks, block.high) }
func broadest(blocks []block) float64 { return greatest(blocks, block.wide) }

func greatest(blocks []block, size func(block) float64) float64 {
	most := 0.0
	for _, b := range blocks {
		most = math.Max(most, size(b))
	}
	return most
}

// missing stands where a value is missing: never a zero.
const missing = "–"

// shown is the value at which a label stands: zero when the value is missing.
func (v Value) shown() float64 {
	if v.Missing {
		return 0
	}
	return v.V
}

// Written is a value as its label shows it.
func (c Chart) Written(v Value, l locale.Locale) string {
	switch {
	case v.Missing:
		return missing
	case c.Percent:
		return l.Percent(v.V, c.Decimals)
	}
	return l.Number(v.V, c.Decimals)
}

func (p *plot) written(v Value) string { return p.Written(v, p.Locale) }
func (p *plot) value(v float64) string { return p.written(Value{V: v}) }

// valueFont is the largest font of value labels, from a size down, that suits, and whether there is one.
func (p *plot) valueFont(from float64, suits func(font) bool) (font, bool) {
	var f font
	for _, size := range p.sizes(from) {
		f = p.font(scene.Semibold, size)
		if suits(f) {
			return f, true
		}
	}
	return f, false
}

// widestValue is the value label that is widest, all being in the same font.
func (p *plot) widestValue(f font) (label string, width float64) {
	for _, s := range p.Series {
		for _, v := range s.Values {
			if t := p.written(v); f.width(t) > width {
				label, width = t, f.width(t)
			}
		}
	}
	return label, width
}
