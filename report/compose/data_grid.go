package compose

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report"
	"lysark/report/scene"
	"lysark/report/tables"
)

// dataColumn is a column of values as they are printed.
type dataColumn struct {
	head  string
	texts []string
	isSum bool
	last  bool // no other follows, in this part or the next
}

// dataColumns are the table's columns of values, after them the bases of its rows where these differ.
func (c *composer) dataColumns(t tables.Table) []dataColumn {
	number := func(n int) string { return c.deck.Locale.Number(float64(n), 0) }
	var out []dataColumn
	for _, col := range t.Columns {
		out = append(out, dataColumn{head: c.withBase(col.Head, col.Base), texts: col.Texts, isSum: col.IsSum})
	}
	if len(t.Bases) > 0 && commonBase(t) == 0 {
		n := dataColumn{head: "n"}
		for _, base := range t.Bases {
			text := "–"
			if base > 0 {
				text = number(base)
			}
			n.texts = append(n.texts, text)
		}
		out = append(out, n)
	}
	out[len(out)-1].last = true
	return out
}

// withBase is a head with how many respondents what it heads is shares of, if that is told there.
func (c *composer) withBase(head string, base int) string {
	if base == 0 {
		return head
	}
	return fmt.Sprintf("%s (n\u00a0=\u00a0%s)", head, c.deck.Locale.Number(float64(base), 0))
}

// commonBase is the base of all rows; 0 when they differ.
func commonBase(t tables.Table) int {
	for _, base := range t.Bases {
		if base != t.Bases[0] {
			return 0
		}
	}
	if len(t.Bases) == 0 {
		return 0
	}
	return t.Bases[0]
}

// dataGrid is a table set at one size: the names of the categories, and columns of values as wide as they need.
type dataGrid struct {
	head, cell, sum face
	widths          []float64 // the names first
	sums            []bool    // which columns are sums, the names first
	heads           dataRow
	rows            []dataRow
	narrow          float64 // how much the names lack of the width they need
	over            float64 // how much too wide the widest unbreakable word is
	last            bool    // it has the table's last column
}

type dataRow struct {
	cells [][]fonts.Line
	most  int // lines of its longest cell
}

func (g dataGrid) fits() bool { return g.narrow <= 0 && g.over <= 0 }

// grid sets some columns of a table in the width.
func (c *composer) grid(t tables.Table, cols []dataColumn, size, width float64) dataGrid {
	g := dataGrid{
		head: c.face(scene.Semibold, size, c.theme.Colors.Headline),
		cell: c.face(scene.Regular, size, c.theme.Colors.Text),
		sum:  c.face(scene.Semibold, size, c.theme.Colors.Text),
		last: cols[len(cols)-1].last,
	}
	g.head.leading, g.cell.leading, g.sum.leading = 1.15, 1.15, 1.15
	heads := []string{c.withBase(t.Corner, commonBase(t))}
	g.sums = []bool{false}
	for _, col := range cols {
		heads, g.sums = append(heads, col.head), append(g.sums, col.isSum)
	}
	names := g.head.width(heads[0])
	for _, name := range t.Categories {
		names = math.Max(names, g.cell.width(name))
	}
	g.share(names+dataPad+rounding, cols, width)
	g.heads = g.row(heads, true, c.hyphens)
	for i, name := range t.Categories {
		texts := []string{name}
		for _, col := range cols {
			texts = append(texts, col.texts[i])
		}
		g.rows = append(g.rows, g.row(texts, false, c.hyphens))
	}
	return g
}

// share gives each column of values what it needs, all but the sums the same if that goes, and the names what they
// need of what is left.
func (g *dataGrid) share(names float64, cols []dataColumn, width float64) {
	needs := make([]float64, len(cols))
	sum, even, widest := 0.0, 0.0, 0.0
	for i, col := range cols {
		needs[i] = g.headWidth(col.head, width)
		for _, text := range col.texts {
			needs[i] = math.Max(needs[i], g.faceOf(false, i+1).width(text))
		}
		needs[i] += 2*dataPad + rounding
		if !col.isSum {
			widest = math.Max(widest, needs[i])
		}
	}
	for i, col := range cols {
		alike := widest
		if col.isSum {
			needs[i] += dataSumGap
			alike = needs[i]
		}
		sum, even = sum+needs[i], even+alike
	}
	if width-even >= math.Min(names, width/2) {
		for i, col := range cols {
			if !col.isSum {
				needs[i] = widest
			}
		}
		sum = even
	}
	g.widths = append([]float64{math.Min(names+dataNameGap, width-sum)}, needs...)
	g.narrow = math.Min(names, dataNames*width) - (width - sum)
}

// faceOf is what a column is set in.
func (g *dataGrid) faceOf(isHead bool, col int) face {
	switch {
	case isHead:
		return g.head
	case g.sums[col]:
		return g.sum
	}
	return g.cell
}

// headWidth is what a column's head needs: all of its words side by side where they are short, else the widest of them.
func (g *dataGrid) headWidth(head string, width float64) float64 {
	widest := 0.0
	for _, word := range strings.Split(head, " ") {
		widest = math.Max(widest, g.head.width(word))
	}
	return math.Min(g.head.width(head), math.Max(dataHead*width, math.Min(widest, dataWord)))
}

// row breaks a row's texts. Values are one line: their columns are as wide as they are.
func (g *dataGrid) row(texts []string, isHead bool, h fonts.Hyphenator) dataRow {
	var r dataRow
	for col, s := range texts {
		f, measure := g.faceOf(isHead, col), g.widths[col]-dataPad
		if col > 0 {
			measure -= dataPad
		}
		lines := f.broken(s, measure, h)
		g.over = math.Max(g.over, f.overflow(lines, measure))
		r.cells = append(r.cells, lines)
		r.most = max(r.most, len(lines))
	}
	return r
}

// width is that of all columns.
func (g dataGrid) width() float64 {
	out := 0.0
	for _, w := range g.widths {
		out += w
	}
	return out
}

// widened is the grid in a width that is larger: it goes to the names.
func (g dataGrid) widened(width float64) dataGrid {
	g.widths = slices.Clone(g.widths)
	g.widths[0] += width - g.width()
	return g
}

// rowHeight is that of a row; a row of one line is loose times the size.
func (g dataGrid) rowHeight(r dataRow, loose float64) float64 {
	return loose*g.cell.size + float64(max(r.most, 1)-1)*g.cell.lead()
}

// height is from the capitals of the head to the rule below the last row.
func (g dataGrid) height(loose float64) float64 {
	h := g.rowHeight(g.heads, loose) - g.above(loose)
	for _, r := range g.rows {
		h += g.rowHeight(r, loose)
	}
	return h
}

// above is from a row's top to its first line's capitals: what looks like the middle of a line, between that of its
// capitals and that of its small letters, is midway between the rules.
func (g dataGrid) above(loose float64) float64 {
	m := g.cell.Metrics()
	return (loose/2 + (m.CapHeight+m.XHeight)/4 - m.CapHeight) * g.cell.size
}

// part is the grid with some of its rows.
func (g dataGrid) part(from, to int) dataGrid {
	g.rows = g.rows[from:to]
	return g
}

// spans shares the rows out to as few parts as their room allows, about as many to each.
func (g dataGrid) spans(room float64) [][2]int {
	filled := g.fill(room, len(g.rows))
	if even := g.fill(room, (len(g.rows)+len(filled)-1)/len(filled)); len(even) == len(filled) {
		return even
	}
	return filled
}

// fill puts rows into a part until it is full, or has as many as it may; one row at least.
func (g dataGrid) fill(room float64, most int) [][2]int {
	var out [][2]int
	from, h := 0, 0.0
	for i, r := range g.rows {
		tall := g.rowHeight(r, tightest)
		if i > from && (h+tall > room || i-from == most) {
			out = append(out, [2]int{from, i})
			from, h = i, 0
		}
		h += tall
	}
	return append(out, [2]int{from, len(g.rows)})
}

// dataTable draws a grid: the capitals of its head touch y from below.
func (p *page) dataTable(g dataGrid, at diag.Pos, x, y, loose float64) scene.Group {
	table := scene.Group{Role: scene.Table, Pos: at}
	y -= g.above(loose)
	for i, r := range append([]dataRow{g.heads}, g.rows...) {
		rule, thick := p.theme.Colors.Rule, 0.75
		if i == 0 {
			rule, thick = p.theme.Colors.Headline, 1
		}
		row := g.drawRow(r, i == 0, x, y, loose)
		y += g.rowHeight(r, loose)
		table.Items = append(table.Items, row,
			artifact(scene.Box(scene.Rect{X: x, Y: y - thick, W: g.width(), H: thick}, rule)))
	}
	return table
}

// drawRow sets a row below y. The heads stand on the row's bottom, as their columns begin there.
func (g dataGrid) drawRow(r dataRow, isHead bool, x, y, loose float64) scene.Group {
	row := scene.Group{Role: scene.Row}
	for col, lines := range r.cells {
		f, align := g.faceOf(isHead, col), report.Right
		cell := scene.Group{Role: scene.Cell}
		switch {
		case isHead:
			cell.Role, cell.Scope = scene.Header, scene.OfColumn
		case col == 0:
			cell.Role, cell.Scope = scene.Header, scene.OfRow
		}
		top := y + g.above(loose)
		if col == 0 {
			align = report.Left
		}
		if isHead {
			top += float64(r.most-len(lines)) * f.lead()
		}
		cell.Items = f.cell(lines, x, top, g.widths[col], align)
		row.Items = append(row.Items, cell)
		x += g.widths[col]
	}
	return row
}
