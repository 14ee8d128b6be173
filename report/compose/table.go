package compose

import (
	"fmt"
	"math"

	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report"
	"lysark/report/scene"
)

const (
	cellPad  = 10  // between columns, each side
	rowPad   = 0.5 // of the size, above and below a row's text
	tableMin = 40  // narrowest column
	rounding = 0.01
)

// tableSlide: a table over the whole width, or beside text.
func tableSlide(p *page) {
	p.frame()
	p.prose()
	box := body()
	if !p.slide.Prose.Empty() {
		box = besideText()
	}
	p.table(p.slide.Table, box)
	p.footer()
}

func (p *page) table(t *report.Table, box scene.Rect) {
	if len(t.Columns) == 0 && len(t.Rows) == 0 {
		return // its file or its range could not be read, which has been told
	}
	for i, row := range t.Rows {
		if len(row) != len(t.Columns) {
			p.list.Errorf(t.Pos, diag.BadData, "give each row one cell per column",
				"row %d has %d cells, the table has %d columns", i+1, len(row), len(t.Columns))
			return
		}
	}
	ladder := p.theme.Sizes.Table
	var set *tableSetting
	step, a, ok := fit(ladder, 0, func(size float64) attempt {
		set = p.setTable(t, box, size)
		return attempt{tall: set.height - box.H, wide: set.over, lead: size * 1.3}
	})
	if !ok {
		where := t.Pos
		if a.wide <= 0 {
			p.list.Errorf(where, diag.Overflow, "split the table, or take out rows",
				"the table with %d rows is %s too tall at %s pt, the smallest size", len(t.Rows), fmt.Sprintf("%s pt",
					points(a.tall)), points(ladder[step]))
			return
		}
		p.tooLong("the table", where, ladder[step], a, 0, 1)
		return
	}
	p.add(set.draw(p, t, box))
}

// tableSetting is a table set at one size.
type tableSetting struct {
	head, cell face
	widths     []float64
	indents    []float64  // of the columns' texts, within their widths
	rows       []tableRow // the head first
	height     float64
	over       float64
}

type tableRow struct {
	texts []report.Text
	cells [][]fonts.Line
	h     float64
}

func (p *page) setTable(t *report.Table, box scene.Rect, size float64) *tableSetting {
	s := &tableSetting{
		head: p.face(scene.Semibold, size, p.theme.Colors.Headline),
		cell: p.face(scene.Regular, size, p.theme.Colors.Text),
	}
	s.head.leading, s.cell.leading = 1.25, 1.25
	s.indents = indents(t.Align)
	s.widths = s.columnWidths(t, box.W)
	s.row(p, s.head, t.Columns)
	for _, r := range t.Rows {
		s.row(p, s.cell, r)
	}
	return s
}

// indents keep a column of texts apart from one of numbers before it, which ends where it begins.
func indents(align []report.Align) []float64 {
	out := make([]float64, len(align))
	for col := 1; col < len(align); col++ {
		if align[col-1] == report.Right && align[col] == report.Left {
			out[col] = 2 * cellPad
		}
	}
	return out
}

// columnWidths gives each column its natural width, or shares the room by how much text each holds.
func (s *tableSetting) columnWidths(t *report.Table, room float64) []float64 {
	widths := make([]float64, len(t.Columns))
	total := 0.0
	for col := range t.Columns {
		widths[col] = s.head.width(t.Columns[col].S)
		for _, row := range t.Rows {
			widths[col] = math.Max(widths[col], s.cell.width(row[col].S))
		}
		widths[col] = math.Max(widths[col]+2*cellPad+rounding, tableMin) + s.indents[col]
		total += widths[col]
	}
	if total <= room {
		widths[0] += room - total
		return widths
	}
	narrow := 0.0 // columns that need less than an even share keep what they need
	wide := 0.0
	even := room / float64(len(widths))
	for _, w := range widths {
		if w <= even {
			narrow += w
		} else {
			wide += w
		}
	}
	for col, w := range widths {
		if w > even {
			widths[col] = w / wide * (room - narrow)
		}
	}
	return widths
}

func (s *tableSetting) row(p *page, f face, cells []report.Text) {
	r := tableRow{texts: cells}
	for col, c := range cells {
		measure := s.widths[col] - s.indents[col] - 2*cellPad
		lines := f.broken(c.S, measure, p.hyphensOf(c))
		s.over = math.Max(s.over, f.overflow(lines, measure))
		r.cells = append(r.cells, lines)
		r.h = math.Max(r.h, f.height(len(lines))+f.descent()+2*rowPad*f.size)
	}
	s.rows = append(s.rows, r)
	s.height += r.h
}

func (s *tableSetting) draw(p *page, t *report.Table, box scene.Rect) scene.Group {
	table := scene.Group{Role: scene.Table, Pos: t.Pos}
	y := box.Y - rowPad*s.head.size // the head's capitals touch the body's top line
	for i, r := range s.rows {
		f, role := s.cell, scene.Cell
		rule := p.theme.Colors.Rule
		thick := 0.75
		if i == 0 {
			f, role, rule, thick = s.head, scene.Header, p.theme.Colors.Headline, 1
		}
		row := scene.Group{Role: scene.Row}
		x := box.X
		for col, lines := range r.cells {
			indent := s.indents[col]
			row.Items = append(row.Items, scene.Group{Role: role, Items: p.cell(
				f, r.texts[col], lines, x+indent, y+rowPad*f.size, s.widths[col]-indent, t.Align[col])})
			x += s.widths[col]
		}
		y += r.h
		table.Items = append(table.Items, row,
			artifact(scene.Box(scene.Rect{X: box.X, Y: y - thick, W: box.W, H: thick}, rule)))
	}
	return table
}

// cell sets a cell's running text.
func (p *page) cell(f face, t report.Text, lines []fonts.Line, x, y, w float64, align report.Align) []scene.Item {
	if len(t.Marks) == 0 {
		return f.cell(lines, x, y, w, align)
	}
	return p.runningFrom(f, t, lines, y, func(width float64) float64 { return aligned(x, w, width, align) })
}

// cell sets a cell's lines in a column that starts at x. The first column's text starts at the table's edge.
func (f face) cell(lines []fonts.Line, x, y, w float64, align report.Align) []scene.Item {
	items := f.lines(lines, x, y)
	for i, it := range items {
		t := it.(scene.Text)
		t.At.X = aligned(x, w, t.Width, align)
		items[i] = t
	}
	return items
}

// aligned is where a line begins.
func aligned(x, w, width float64, align report.Align) float64 {
	switch align {
	case report.Right:
		return x + w - width
	case report.Middle:
		return x + (w-width)/2
	}
	return x
}
