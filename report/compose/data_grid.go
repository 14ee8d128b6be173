package compose

import (
	"fmt"
	"math"
	"strings"

	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report"
	"lysark/report/scene"
)

// dataColumn is a column of values as they are printed.
type dataColumn struct {
	head  string
	texts []string
	last  bool // no other follows, in this part or the next
}

// dataColumns are the table's columns of values, the bases of its rows after them.
func (c *composer) dataColumns(t report.ChartTable) []dataColumn {
	number := func(n int) string { return c.deck.Locale.Number(float64(n), 0) }
	var out []dataColumn
	for _, col := range t.Columns {
		head := col.Head
		if col.Base > 0 {
			head += fmt.Sprintf(" (n\u00a0=\u00a0%s)", number(col.Base))
		}
		out = append(out, dataColumn{head: head, texts: col.Texts})
	}
	if len(t.Bases) > 0 {
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

// dataGrid is a table set at one size: the names of the categories, and columns of values as wide as they need.
type dataGrid struct {
	head, name, cell face
	widths           []float64 // the names first
	heads            dataRow
	rows             []dataRow
	narrow           float64 // how much the names lack of the width they need
	over             float64 // how much too wide the widest unbreakable word is
	last             bool    // it has the table's last column
}

type dataRow struct {
	cells [][]fonts.Line
	h     float64
}

func (g dataGrid) fits() bool { return g.narrow <= 0 && g.over <= 0 }

// grid sets some columns of a table in the width.
func (c *composer) grid(t report.ChartTable, cols []dataColumn, size, width float64) dataGrid {
	g := dataGrid{
		head: c.face(scene.Semibold, size, c.theme.Colors.Headline),
		name: c.face(scene.Regular, size, c.theme.Colors.Text),
		cell: c.face(scene.Regular, size, c.theme.Colors.Text),
		last: cols[len(cols)-1].last,
	}
	g.head.leading, g.name.leading, g.cell.leading = 1.15, 1.15, 1.15
	g.share(t, cols, width)
	heads := []string{t.Corner}
	for _, col := range cols {
		heads = append(heads, col.head)
	}
	g.heads = g.row(g.head, heads, c.hyphens)
	for i, name := range t.Categories {
		texts := []string{name}
		for _, col := range cols {
			texts = append(texts, col.texts[i])
		}
		g.rows = append(g.rows, g.row(g.cell, texts, c.hyphens))
	}
	return g
}

// share gives each column of values what it needs, all the same if that goes, and the names what is left.
func (g *dataGrid) share(t report.ChartTable, cols []dataColumn, width float64) {
	names := g.head.width(t.Corner)
	for _, name := range t.Categories {
		names = math.Max(names, g.name.width(name))
	}
	need := math.Min(names+dataPad+rounding, dataNames*width)
	needs := make([]float64, len(cols))
	sum, widest := 0.0, 0.0
	for i, col := range cols {
		needs[i] = g.headWidth(col.head, width)
		for _, text := range col.texts {
			needs[i] = math.Max(needs[i], g.cell.width(text))
		}
		needs[i] += 2*dataPad + rounding
		sum, widest = sum+needs[i], math.Max(widest, needs[i])
	}
	if all := widest * float64(len(cols)); width-all >= math.Min(names+dataPad+rounding, width/2) {
		for i := range needs {
			needs[i] = widest
		}
		sum = all
	}
	g.widths = append([]float64{width - sum}, needs...)
	g.narrow = need - (width - sum)
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
func (g *dataGrid) row(f face, texts []string, h fonts.Hyphenator) dataRow {
	var r dataRow
	for col, s := range texts {
		measure := g.widths[col] - dataPad
		if col > 0 {
			measure -= dataPad
		}
		lines := fonts.Wrap(s, measure, f.width, h)
		g.over = math.Max(g.over, f.overflow(lines, measure))
		r.cells = append(r.cells, lines)
		r.h = math.Max(r.h, f.height(len(lines))+f.descent()+2*dataRowPad*f.size)
	}
	return r
}

// height is from the capitals of the head to the rule below the last row.
func (g dataGrid) height() float64 {
	h := g.heads.h - dataRowPad*g.head.size
	for _, r := range g.rows {
		h += r.h
	}
	return h
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
		if i > from && (h+r.h > room || i-from == most) {
			out = append(out, [2]int{from, i})
			from, h = i, 0
		}
		h += r.h
	}
	return append(out, [2]int{from, len(g.rows)})
}

// dataTable draws a grid: the capitals of its head touch y from below.
func (p *page) dataTable(g dataGrid, at diag.Pos, x, y float64) scene.Group {
	table := scene.Group{Role: scene.Table, Pos: at}
	width := 0.0
	for _, w := range g.widths {
		width += w
	}
	y -= dataRowPad * g.head.size
	for i, r := range append([]dataRow{g.heads}, g.rows...) {
		f, rule, thick := g.cell, p.theme.Colors.Rule, 0.75
		if i == 0 {
			f, rule, thick = g.head, p.theme.Colors.Headline, 1
		}
		y += r.h
		table.Items = append(table.Items, g.drawRow(r, f, i == 0, x, y-r.h), artifact(scene.Box(scene.Rect{X: x, Y: y - thick, W: width, H: thick}, rule)))
	}
	return table
}

// drawRow sets a row below y. The heads stand on the row's bottom, as their columns begin there.
func (g dataGrid) drawRow(r dataRow, f face, isHead bool, x, y float64) scene.Group {
	row := scene.Group{Role: scene.Row}
	for col, lines := range r.cells {
		cell := scene.Group{Role: scene.Cell}
		align := report.Right
		switch {
		case isHead:
			cell.Role, cell.Scope = scene.Header, scene.OfColumn
		case col == 0:
			cell.Role, cell.Scope = scene.Header, scene.OfRow
		}
		w, top := g.widths[col], y+dataRowPad*f.size
		if col == 0 {
			align = report.Left
		}
		if isHead {
			top = y + r.h - dataRowPad*f.size - f.descent() - f.height(len(lines))
		}
		cell.Items = f.cell(lines, x, top, w, align)
		row.Items = append(row.Items, cell)
		x += w
	}
	return row
}
