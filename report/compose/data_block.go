package compose

import (
	"fmt"
	"math"

	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report"
	"lysark/report/locale"
	"lysark/report/scene"
	"lysark/report/tables"
)

const (
	dataPad       = 8    // between columns, each side
	dataNameGap   = 12   // more, between the names of the categories and their values
	dataSumGap    = 18   // more, before a column of sums
	dataHead      = 0.2  // of the width: a column's head is broken rather than wider
	dataWord      = 120  // a word of the head is hyphenated rather than wider
	dataNames     = 0.36 // of the width: as much the names of the categories get, if they need it
	dataTitleGap  = 10   // between heading and table
	dataSourceGap = 9    // between table and source
	dataLinkGap   = 18   // between source and link
)

// dataBlock is a chart's table, or the part of it that goes on one page, set: heading, table, source, link to the
// slide.
type dataBlock struct {
	table tables.Table
	first bool // it has the table's first row and column
	wide  bool // it takes the whole width

	title, small face
	heading      []fonts.Line
	source       []fonts.Line // of the last part alone
	to           string       // the link's words
	beside       bool         // the link stands on the source's last line
	grid         dataGrid
}

// dataBlocks sets a table: in half the width, in all of it, turned when it has more columns than rows, or split by
// columns into as few parts as go.
func (c *composer) dataBlocks(t tables.Table) ([]dataBlock, diag.List) {
	half, whole := columns(body(), 2)[0].W, body().W
	sizes := c.dataSizes()
	ways := []tables.Table{t}
	if len(t.Columns) > len(t.Categories) {
		ways = append(ways, t.Turned())
	}
	for _, way := range ways {
		if grids, ok := c.grids(way, 1, sizes[:1], half); ok &&
			c.block(way, grids[0], half, true, true).over(half) <= 0 {
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
func (c *composer) grids(t tables.Table, parts int, sizes []float64, width float64) (grids []dataGrid, ok bool) {
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
func (c *composer) byRows(t tables.Table, grids []dataGrid, width float64) ([]dataBlock, diag.List) {
	var out []dataBlock
	var list diag.List
	for _, g := range grids {
		if over := g.over; over > 0 {
			list.Errorf(t.Pos, diag.Overflow, "shorten the word, or put a soft hyphen (U+00AD) where it may break",
				"the chart's table has a word that is %s pt too wide at %s pt, the smallest size",
				points(over), points(g.cell.size))
		}
		empty := c.block(t, g.part(0, 0), width, false, true)
		room := body().H - empty.height(tightest)
		for _, span := range g.spans(room) {
			begun := len(out) > 0
			last := span[1] == len(g.rows) && g.last
			b := c.block(t, g.part(span[0], span[1]), width, !begun, last)
			if over := b.height(tightest) - body().H; over > 0 {
				list.Errorf(t.Pos, diag.Overflow, "shorten the name of the category",
					"a row of the chart's table is %s pt too tall for a page", points(over))
			}
			if over := b.over(width); over > 0 {
				list.Errorf(t.Pos, diag.Overflow,
					"give the chart a title, or put a soft hyphen (U+00AD) where the word may break",
					"the heading or the source of the chart's table has a word that is %s pt too wide for a page",
					points(over))
			}
			out = append(out, b)
		}
	}
	return out, list
}

// over is how much too wide the widest unbreakable word around the table is.
func (b dataBlock) over(width float64) float64 {
	return math.Max(b.title.overflow(b.heading, width), b.small.overflow(b.source, width))
}

// block completes a part of a table.
func (c *composer) block(t tables.Table, g dataGrid, width float64, first, last bool) dataBlock {
	words := c.deck.Locale.Word
	b := dataBlock{
		table: t, first: first, wide: width > body().W/2, grid: g,
		title: c.face(scene.Semibold, math.Min(c.theme.Sizes.ChartTitle, 15), c.theme.Colors.Headline),
		small: c.face(scene.Regular, c.theme.Sizes.Source, c.theme.Colors.Muted),
		to:    fmt.Sprintf(words(locale.ToSlide), t.Slide),
	}
	b.title.leading, b.small.leading = 1.15, 1.2
	heading := t.Title
	if !first {
		heading = fmt.Sprintf(words(locale.Continued), heading)
	}
	b.heading = b.title.broken(heading, width, c.hyphens)
	if last {
		b.source = fonts.Wrap(t.Source.S, width, b.small.width, c.hyphensOf(t.Source))
	}
	if n := len(b.source); n > 0 {
		b.beside = b.small.width(b.source[n-1].Text)+dataLinkGap+b.small.width(b.to) <= width
	}
	return b
}

// top is where the table begins below the block's top.
func (b dataBlock) top() float64 {
	return b.title.height(len(b.heading)) + b.title.descent() + dataTitleGap
}

// height is that of the block, with rows as loose as they are to be.
func (b dataBlock) height(loose float64) float64 {
	lines := len(b.source)
	if !b.beside {
		lines++
	}
	return b.top() + b.grid.height(loose) + dataSourceGap + b.small.height(lines) + b.small.descent()
}

// dataBlock draws a block with its top left corner at x, y, its table as wide as those above and below it.
func (p *page) dataBlock(b dataBlock, x, y, width, loose float64) {
	t := b.table
	p.add(scene.Group{Role: scene.H3, Items: b.title.lines(b.heading, x, y), Pos: t.Pos})
	y += b.top()
	p.add(p.dataTable(b.grid.widened(width), t.Pos, x, y, loose))
	y += b.grid.height(loose) + dataSourceGap
	if n := len(b.source); n > 0 {
		p.add(scene.Group{Role: scene.P, Items: p.running(b.small, t.Source, b.source, x, y), Pos: t.Source.Pos})
		y += float64(n) * b.small.lead()
		if b.beside {
			y -= b.small.lead()
			x += b.small.width(b.source[n-1].Text) + dataLinkGap
		}
	}
	link := scene.Group{
		Role: scene.Link, To: scene.Target{Page: t.Slide}, Items: b.small.linked(b.to, x, y+b.small.capHeight()),
		Pos: t.Pos,
		Alt: fmt.Sprintf("%s: %s", b.to, report.OneLine(t.Headline)),
	}
	p.add(scene.Group{Role: scene.P, Items: []scene.Item{link}, Pos: t.Pos})
}
