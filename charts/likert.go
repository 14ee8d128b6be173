package charts

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"lysark/config/diag"
	"lysark/report/scene"
)

const (
	statementShare = 0.36 // of the width
	likertRow      = 46.0 // highest row
	likertBar      = 0.62 // of the row
	thickestLikert = 28.0
	columnGap      = 18.0 // between statements, bars and totals
)

// drawLikert draws one bar per statement, its levels from low to high: filling 100 %, or with the neutral level
// centred on a common line. A column on the right has the sum of the top levels. Levels carry their value, in
// per cent without the sign, where 3.5 pt are to spare.
func drawLikert(p *plot) {
	l := &likert{plot: p}
	l.split()
	l.keys()
	if !l.shareOut() {
		return
	}
	l.heads()
	for i := range p.Categories {
		l.row(i)
	}
}

// likert is a scale of agreement laid out.
type likert struct {
	*plot
	levels   []int // indexes of the series on the scale, low to high
	excluded int   // index of the series that is no part of it, -1 for none

	statements []block
	step       float64    // from one row to the next
	bars       scene.Rect // where they lie
	left, unit float64    // x of the common zero, and points per per cent
	topBoxAt   float64    // right edge of the column of top boxes, 0 for none
	excludedAt float64    // right edge of the column of the level excluded, 0 for none
	value      font
	head       font    // of the two sides
	top        float64 // of the first row
}

func (l *likert) split() {
	l.levels = l.barOf(0)
	l.excluded = slices.IndexFunc(l.Series, func(s Series) bool { return s.Name == l.Excluded && l.Excluded != "" })
}

// fill is a level's colour on the scale.
func (l *likert) fill(level int) scene.Color {
	if c, ok := l.Colors[l.Series[l.levels[level]].Name]; ok {
		return c
	}
	if len(l.levels) == 1 || len(l.Scale) == 0 {
		return l.Accent
	}
	at := float64(level) / float64(len(l.levels)-1) * float64(len(l.Scale)-1)
	low := min(int(at), len(l.Scale)-2)
	return mix(l.Scale[low], l.Scale[low+1], at-float64(low))
}

// keys explains the levels above the bars. Diverging bars under their two heads need no key for bare numbers.
func (l *likert) keys() {
	words := false
	var entries []entry
	for i, s := range l.levels {
		name := l.Series[s].Name
		if _, err := strconv.Atoi(name); err != nil {
			words = true
		}
		entries = append(entries, entry{name, l.fill(i), l.Ink})
	}
	if words || !l.Diverging {
		l.legend(scene.Regular, entries)
	}
}

// shareOut shares the width between statements, bars and what stands beside them, and sets the statements.
func (l *likert) shareOut() bool {
	head := l.font(scene.Semibold, l.LabelSize)
	right := l.box.Right()
	if l.excluded >= 0 {
		l.excludedAt = right
		right -= math.Max(head.width(l.Excluded), l.widest(head, l.excludedLabel)) + columnGap
	}
	if l.TopName != "" {
		l.topBoxAt = right
		right -= math.Max(head.width(l.TopName), l.widest(l.valueFontOf(), l.topBoxLabel)) + columnGap
	}
	heads := 0.0
	if l.Diverging || l.topBoxAt > 0 || l.excludedAt > 0 {
		heads = l.LabelSize * 1.7
	}
	l.top = l.box.Y + heads
	l.step = math.Min((l.box.Bottom()-l.top)/float64(len(l.Categories)), likertRow)
	width := l.box.W * statementShare
	var misfit string
	l.statements, misfit = l.fit(setting{l.Categories, scene.Regular, l.LabelSize, width, func(b block) bool {
		return len(b.lines) <= 3 && b.around() <= l.step-2
	}})
	if misfit != "" {
		l.errorf(diag.Overflow, "shorten it, or split the chart",
			"the statement %q does not fit its row at %g pt", misfit, l.MinSize)
		return false
	}
	l.bars = scene.Rect{X: l.box.X + broadest(l.statements) + columnGap, Y: l.top}
	l.bars.W, l.bars.H = right-l.bars.X, l.step*float64(len(l.Categories))
	if l.bars.W < 80 {
		l.errorf(diag.Overflow, "give the chart the whole slide",
			"the bars have only %.0f pt beside their statements", l.bars.W)
		return false
	}
	l.value = l.valueFontOf()
	if !l.chooseHead() {
		return false
	}
	l.scale()
	return true
}

// widest is the width that a column of labels takes: that of 100 % at least.
func (l *likert) widest(f font, label func(category int) string) float64 {
	w := f.width("100\u00a0%")
	for i := range l.Categories {
		w = math.Max(w, f.width(label(i)))
	}
	return w
}

func (l *likert) topBoxLabel(category int) string { return l.plot.value(l.TopBoxShare(category)) }

func (l *likert) excludedLabel(category int) string {
	return l.written(l.Series[l.excluded].Values[category])
}

func (l *likert) valueFontOf() font {
	return l.font(scene.Semibold, math.Max(math.Min(l.LabelSize, l.ValueSize)-1, l.MinSize))
}

// scale finds the common zero: the left edge, or where the neutral levels are centred.
func (l *likert) scale() {
	below, above := 0.0, 0.0
	for i := range l.Categories {
		b, a := l.sides(i)
		below, above = math.Max(below, b), math.Max(above, a)
	}
	l.unit = l.bars.W / (below + above)
	l.left = l.bars.X + below*l.unit
	if !l.Diverging {
		return
	}
	// each side is at least as wide as the head above it
	toLow, toHigh := l.headWidths(l.head)
	switch {
	case below*l.unit < toLow:
		l.left, l.unit = l.bars.X+toLow, math.Min((l.bars.W-toLow)/above, l.unit)
	case above*l.unit < toHigh:
		l.left, l.unit = l.bars.Right()-toHigh, math.Min((l.bars.W-toHigh)/below, l.unit)
	}
}

// headWidths are what the heads of both sides take, from the line between them.
func (l *likert) headWidths(f font) (low, high float64) {
	return f.width(f.lowHead(l.BottomName)) + headGap, f.width(f.highHead(l.TopName)) + headGap
}

// chooseHead finds the largest type in which the heads of both sides fit over the bars.
func (l *likert) chooseHead() bool {
	for _, size := range l.sizes(l.LabelSize) {
		l.head = l.font(scene.Semibold, size)
		if low, high := l.headWidths(l.head); !l.Diverging || low+high <= l.bars.W {
			return true
		}
	}
	l.errorf(diag.Overflow, "shorten top_name and bottom_name, or give the chart the whole slide",
		"the heads %q and %q do not fit above the bars at %g pt", l.BottomName, l.TopName, l.MinSize)
	return false
}

// headGap is the distance of the heads to the line between them.
const headGap = 10

// lowHead points to where its side of the bars goes on, as highHead does, if the font has arrows: many have none.
func (f font) lowHead(name string) string {
	if !f.face.Has('←') {
		return name
	}
	return "← " + name
}

func (f font) highHead(name string) string {
	if !f.face.Has('→') {
		return name
	}
	return name + " →"
}

// sides is how far a statement's bar reaches to both sides of zero, in per cent of the bar.
func (l *likert) sides(category int) (below, above float64) {
	switch {
	case l.allMissing(category):
		return 0, 0
	case !l.Diverging:
		return 0, 100
	}
	middle := len(l.levels) / 2
	for i := range l.levels {
		v := l.share(category, i)
		switch {
		case len(l.levels)%2 == 1 && i == middle:
			below, above = below+v/2, above+v/2
		case i < middle:
			below += v
		default:
			above += v
		}
	}
	return below, above
}

// share is a level's part of the bar: of those on the scale, so that a bar has 100 whatever rounding it has suffered.
func (l *likert) share(category, level int) float64 {
	values := l.valuesOf(category, l.levels)
	return 100 * values[level].V / sum(values)
}

// heads names the two sides and the columns on the right.
func (l *likert) heads() {
	f := l.font(scene.Semibold, l.LabelSize)
	y := l.box.Y + f.ascent()
	if l.Diverging {
		if l.BottomName != "" {
			l.add(l.head.atRight(l.head.lowHead(l.BottomName), l.left-headGap, y, l.textLike(l.fill(0))))
		}
		if l.TopName != "" {
			l.add(l.head.at(l.head.highHead(l.TopName), l.left+headGap, y, l.textLike(l.fill(len(l.levels)-1))))
		}
		top, bottom := scene.Point{X: l.left, Y: y - f.ascent()}, scene.Point{X: l.left, Y: l.bars.Bottom()}
		zero := scene.Line(0.75, l.Muted, top, bottom)
		zero.Dash = []float64{2, 3}
		l.add(zero)
	}
	if l.topBoxAt > 0 {
		l.add(f.atRight(l.TopName, l.topBoxAt, y, l.Strong))
	}
	if l.excludedAt > 0 {
		l.add(f.atRight(l.Excluded, l.excludedAt, y, l.Muted))
	}
}

func (l *likert) row(category int) {
	middle := l.top + l.step*(float64(category)+0.5)
	thick := math.Min(l.step*likertBar, thickestLikert)
	b := l.statements[category]
	l.add(b.from(l.box.X, middle+b.cap()/2-b.lead()*float64(len(b.lines)-1)/2, l.Ink)...)
	if l.allMissing(category) {
		l.dashes(middle)
		return
	}
	below, _ := l.sides(category)
	x := l.left - below*l.unit
	labels := l.levelLabels(category)
	for i, s := range l.levels {
		w := l.share(category, i) * l.unit
		if w > 0 {
			name := mark(l.Series[s].Name, l.Categories[category])
			l.level(i, name, labels[i], scene.Rect{X: x, Y: middle - thick/2, W: w, H: thick})
		}
		x += w
	}
	if l.topBoxAt > 0 {
		l.add(l.value.atRight(l.topBoxLabel(category), l.topBoxAt, l.value.middle(middle), l.Strong))
	}
	if l.excludedAt > 0 {
		f := l.font(scene.Regular, l.value.size)
		l.add(f.atRight(l.excludedLabel(category), l.excludedAt, f.middle(middle), l.Muted))
	}
}

// dashes stand where a statement's bar, top box and excluded level would: its values are not shown.
func (l *likert) dashes(middle float64) {
	y := l.value.middle(middle)
	l.add(l.value.at(missing, l.left+barEndGap, y, l.Muted))
	if l.topBoxAt > 0 {
		l.add(l.value.atRight(missing, l.topBoxAt, y, l.Muted))
	}
	if l.excludedAt > 0 {
		l.add(l.value.atRight(missing, l.excludedAt, y, l.Muted))
	}
}

// levelLabels are a statement's values without the sign.
func (l *likert) levelLabels(category int) []string {
	labels := l.labelsTogether(l.valuesOf(category, l.levels), l.Locale)
	for i, t := range labels {
		labels[i] = strings.TrimSuffix(strings.TrimSuffix(t, "%"), "\u00a0")
	}
	return labels
}

// level draws one segment, less its half of the gaps, and its label where that has room.
func (l *likert) level(i int, name, label string, box scene.Rect) {
	gap := math.Min(segmentGap/2, box.W/4)
	box.X, box.W = box.X+gap, box.W-2*gap
	path := scene.Box(box, l.fill(i))
	path.Mark = name
	l.add(path)
	if l.value.width(label)+2*segmentInset > box.W || l.value.cap()+4 > box.H {
		return
	}
	c := box.Center()
	l.add(on(l.value.atCenter(label, c.X, l.value.middle(c.Y), l.textOn(l.fill(i))), name))
}
