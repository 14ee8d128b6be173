package compose

import (
	"fmt"
	"math"

	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report"
	"lysark/report/locale"
	"lysark/report/scene"
)

const (
	dataPad       = 8    // between columns, each side
	dataRowPad    = 0.32 // of the size, above and below a row's text
	dataHead      = 0.2  // of the width: a column's head is broken rather than wider
	dataWord      = 120  // a word of the head is hyphenated rather than wider
	dataNames     = 0.36 // of the width: as much the names of the categories get, if they need it
	dataTitleGap  = 10   // between heading and table
	dataSourceGap = 8    // between table and source
)

// dataBlock is a chart's table, or the part of it that goes on one page, set: heading, link to the slide, table, source.
type dataBlock struct {
	table  report.ChartTable
	first  bool // it has the table's first row and column
	wide   bool // it takes the whole width
	width  float64
	height float64

	title, small face
	heading      []fonts.Line
	source       []fonts.Line // of the last part alone
	to           string       // the link's words
	grid         dataGrid
}

// dataBlocks sets a table: in half the width, in all of it, turned when it has more columns than rows, or split by
// columns into as few parts as go.
func (c *composer) dataBlocks(t report.ChartTable) ([]dataBlock, diag.List) {
	half, whole := columns(body(), 2)[0].W, body().W
	sizes := c.dataSizes()
	ways := []report.ChartTable{t}
	if len(t.Columns) > len(t.Categories) {
		ways = append(ways, t.Turned())
	}
	for _, way := range ways {
		if grids, ok := c.grids(way, 1, sizes[:1], half); ok {
			return c.byRows(way, grids, half)
		}
		if grids, ok := c.grids(way, 1, sizes, whole); ok {
			return c.byRows(way, grids, whole)
		}
	}
	for parts := 2; ; parts++ {
		if grids, ok := c.grids(t, parts, sizes, whole); ok || parts > len(t.Columns) {
			return c.byRows(t, grids, whole)
		}
	}
}

// grids sets a table in some parts, about as many columns in each, at the first size at which all fit. When none does
// they are at the floor.
func (c *composer) grids(t report.ChartTable, parts int, sizes []float64, width float64) (grids []dataGrid, ok bool) {
	all := c.dataColumns(t)
	parts = min(parts, len(all))
	for _, size := range sizes {
		grids, ok = nil, true
		for i := range parts {
			g := c.grid(t, all[i*len(all)/parts:(i+1)*len(all)/parts], size, width)
			grids, ok = append(grids, g), ok && g.fits()
		}
		if ok {
			return grids, true
		}
	}
	return grids, false
}

// dataSizes are the steps of the theme's tables that data pages may take.
func (c *composer) dataSizes() []float64 {
	ladder := c.theme.Sizes.Table
	for i, size := range ladder {
		if size <= dataLargest {
			return ladder[i:]
		}
	}
	return ladder[len(ladder)-1:]
}

// byRows splits grids that are longer than a page, and completes each part to a block.
func (c *composer) byRows(t report.ChartTable, grids []dataGrid, width float64) ([]dataBlock, diag.List) {
	var out []dataBlock
	var list diag.List
	for _, g := range grids {
		if over := g.over; over > 0 {
			list.Errorf(t.Pos, "overflow", "shorten the word, or put a soft hyphen (U+00AD) where it may break",
				"the chart's table has a word that is %s pt too wide at %s pt, the smallest size", points(over), points(g.cell.size))
		}
		empty := c.block(t, g.part(0, 0), width, false, true)
		room := body().H - empty.height
		for _, span := range g.spans(room) {
			begun := len(out) > 0
			last := span[1] == len(g.rows) && g.last
			b := c.block(t, g.part(span[0], span[1]), width, !begun, last)
			if b.height > body().H {
				list.Errorf(t.Pos, "overflow", "shorten the name of the category", "a row of the chart's table is %s pt too tall for a page", points(b.height-body().H))
			}
			out = append(out, b)
		}
	}
	return out, list
}

// block completes a part of a table.
func (c *composer) block(t report.ChartTable, g dataGrid, width float64, first, last bool) dataBlock {
	words := c.deck.Locale.Word
	b := dataBlock{
		table: t, first: first, wide: width > body().W/2, width: width, grid: g,
		title: c.face(scene.Semibold, math.Min(c.theme.Sizes.ChartTitle, 15), c.theme.Colors.Headline),
		small: c.face(scene.Regular, c.theme.Sizes.Source, c.theme.Colors.Muted),
		to:    fmt.Sprintf(words(locale.ToSlide), t.Slide),
	}
	b.title.leading, b.small.leading = 1.15, 1.2
	heading := t.Title
	if !first {
		heading = fmt.Sprintf(words(locale.Continued), heading)
	}
	b.heading = fonts.Wrap(heading, width-b.small.width(b.to)-2*dataPad, b.title.width, c.hyphens)
	b.height = b.top() + g.height()
	if last {
		b.source = fonts.Wrap(t.Source.S, width, b.small.width, c.hyphens)
	}
	if len(b.source) > 0 {
		b.height += dataSourceGap + b.small.height(len(b.source)) + b.small.descent()
	}
	return b
}

// top is where the table begins below the block's top.
func (b dataBlock) top() float64 {
	return b.title.height(len(b.heading)) + b.title.descent() + dataTitleGap
}

// dataBlock draws a block with its top left corner at x, y.
func (p *page) dataBlock(b dataBlock, x, y float64) {
	t := b.table
	p.add(scene.Group{Role: scene.H3, Items: b.title.lines(b.heading, x, y), Pos: t.Pos})
	at := b.small.at(b.to, x+b.width-b.small.width(b.to), y+b.title.capHeight())
	link := scene.Group{
		Role: scene.Link, To: scene.Target{Page: t.Slide}, Items: []scene.Item{at}, Pos: t.Pos,
		Alt: fmt.Sprintf("%s: %s", b.to, report.OneLine(t.Headline)),
	}
	p.add(scene.Group{Role: scene.P, Items: []scene.Item{link}, Pos: t.Pos})
	y += b.top()
	p.add(p.dataTable(b.grid, t.Pos, x, y))
	if len(b.source) > 0 {
		y += b.grid.height() + dataSourceGap
		p.add(scene.Group{Role: scene.P, Items: b.small.lines(b.source, x, y), Pos: t.Source.Pos})
	}
}
