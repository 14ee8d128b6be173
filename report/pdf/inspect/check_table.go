package inspect

import (
	"fmt"
	"slices"
	"strings"
)

// nesting says what an element must be in, and what it may hold; nil is anything.
type nesting struct {
	role  string
	in    []string
	holds []string
}

func tableNesting() []nesting {
	cells, rows := []string{"TH", "TD"}, []string{"TR"}
	return []nesting{
		{"Table", nil, []string{"TR", "THead", "TBody", "TFoot", "Caption"}},
		{"THead", []string{"Table"}, rows},
		{"TBody", []string{"Table"}, rows},
		{"TFoot", []string{"Table"}, rows},
		{"TR", []string{"Table", "THead", "TBody", "TFoot"}, cells},
		{"TH", rows, nil},
		{"TD", rows, nil},
	}
}

func listNesting() []nesting {
	return []nesting{
		{"L", nil, []string{"LI", "L", "Caption"}},
		{"LI", []string{"L"}, []string{"Lbl", "LBody"}},
		{"LBody", []string{"LI"}, nil},
	}
}

func contentsNesting() []nesting {
	return []nesting{
		{"TOC", nil, []string{"TOC", "TOCI", "Caption"}},
		{"TOCI", []string{"TOC"}, []string{"Lbl", "Reference", "NonStruct", "P", "TOC", "Link", "Span"}},
	}
}

func rubyNesting() []nesting {
	return []nesting{
		{"Ruby", nil, []string{"RB", "RT", "RP"}},
		{"RB", []string{"Ruby"}, nil},
		{"RT", []string{"Ruby"}, nil},
		{"RP", []string{"Ruby"}, nil},
	}
}

func warichuNesting() []nesting {
	return []nesting{
		{"Warichu", nil, []string{"WP", "WT"}},
		{"WT", []string{"Warichu"}, nil},
		{"WP", []string{"Warichu"}, nil},
	}
}

// wronglyNested holds elements against the nesting they must have. Elements without a meaning of their own are looked
// through.
func wronglyNested(rules []nesting) func(*checker) {
	return func(c *checker) {
		for _, n := range c.tree.all {
			i := slices.IndexFunc(rules, func(r nesting) bool { return r.role == n.role })
			if i < 0 {
				continue
			}
			r := rules[i]
			if around := meaningful(n.parent); r.in != nil && (around == nil || !slices.Contains(r.in, around.role)) {
				c.report(c.where(n), "%s stands in %s instead of %s", n.role, roleOf(around),
					strings.Join(r.in, " or "))
			}
			for _, k := range n.kids() {
				if r.holds != nil && !transparent(k.role) && !slices.Contains(r.holds, k.role) &&
					!hasOwn(rules, k.role, n.role) {
					c.report(c.where(k), "%s stands in %s, which holds %s only", printable(k.role), n.role,
						strings.Join(r.holds, ", "))
				}
			}
			if r.holds != nil && n.content {
				c.report(c.where(n), "%s holds text itself, not in %s", n.role, strings.Join(r.holds, ", "))
			}
		}
		if rules[0].role == "Table" {
			c.tableParts()
		}
	}
}

// hasOwn tells whether a misplaced kid is told as such by itself, so that one slip is one problem.
func hasOwn(rules []nesting, role, around string) bool {
	for _, r := range rules {
		if r.role == role {
			return r.in != nil && !slices.Contains(r.in, around)
		}
	}
	return false
}

// transparent are elements that stand for nothing (ISO 32000-1, table 333).
func transparent(role string) bool { return role == "NonStruct" || role == "Private" || role == "Div" }

// meaningful is the nearest element around that stands for something.
func meaningful(n *node) *node {
	for n != nil && transparent(n.role) {
		n = n.parent
	}
	return n
}

func roleOf(n *node) string {
	if n == nil {
		return "nothing"
	}
	return printable(n.role)
}

// tableParts tells of tables with two heads or feet, or with rows beside them.
func (c *checker) tableParts() {
	c.each("Table", func(n *node) {
		count := map[string]int{}
		for _, k := range n.kids() {
			count[k.role]++
		}
		grouped := count["THead"] + count["TBody"] + count["TFoot"]
		switch {
		case count["THead"] > 1 || count["TFoot"] > 1:
			c.report(c.where(n), "the table has more than one THead or TFoot")
		case grouped > 0 && count["TR"] > 0:
			c.report(c.where(n), "the table has rows beside its THead, TBody or TFoot")
		case grouped > 0 && count["TBody"] == 0:
			c.report(c.where(n), "the table has a THead or TFoot and no TBody")
		}
	})
}

// rows are the rows of a table, each as its cells.
func (c *checker) rows(table *node) [][]*node {
	var out [][]*node
	var walk func(n *node)
	walk = func(n *node) {
		for _, k := range n.kids() {
			switch {
			case k.role == "TR":
				var cells []*node
				for _, cell := range k.kids() {
					if cell.role == "TH" || cell.role == "TD" {
						cells = append(cells, cell)
					}
				}
				out = append(out, cells)
			case k.role == "THead" || k.role == "TBody" || k.role == "TFoot" || transparent(k.role):
				walk(k)
			}
		}
	}
	walk(table)
	return out
}

func noScope(c *checker) {
	c.each("Table", func(table *node) {
		var without []*node
		named := false
		for _, row := range c.rows(table) {
			for _, cell := range row {
				scope := c.pdf.Name(c.attribute(cell, "Table", "Scope"))
				if cell.role == "TH" && !slices.Contains([]string{"Row", "Column", "Both"}, string(scope)) {
					without = append(without, cell)
				}
				named = named || len(c.pdf.Array(c.attribute(cell, "Table", "Headers"))) > 0
			}
		}
		if len(without) == 0 || named {
			return
		}
		message := "the header cell does not say what it heads"
		if n := len(without); n > 1 {
			message += fmt.Sprintf("; nor do %d more of the table", n-1)
		}
		c.report(c.where(without[0]), "%s", message)
	})
}

// span is how many rows or columns a cell takes.
func (c *checker) span(cell *node, key string) int {
	n, ok := c.pdf.Int(c.attribute(cell, "Table", nameOf(key)))
	if !ok || n < 1 {
		return 1
	}
	return min(n, 1000)
}

// grid lays a table out. It gives the width of each row, and the first cell that reaches into another.
func (c *checker) grid(table *node) (widths []int, crossing *node) {
	rows := c.rows(table)
	taken := make([]map[int]bool, len(rows))
	for i := range taken {
		taken[i] = map[int]bool{}
	}
	for i, row := range rows {
		column := 0
		for _, cell := range row {
			for taken[i][column] {
				column++
			}
			columns := c.span(cell, "ColSpan")
			for y := i; y < min(i+c.span(cell, "RowSpan"), len(rows)); y++ {
				for x := column; x < column+columns; x++ {
					if taken[y][x] && crossing == nil {
						crossing = cell
					}
					if !c.spend(1) {
						return nil, nil
					}
					taken[y][x] = true
				}
			}
			column += columns
		}
	}
	for _, row := range taken {
		widths = append(widths, len(row))
	}
	return widths, crossing
}

func cellsCross(c *checker) {
	c.each("Table", func(table *node) {
		if _, crossing := c.grid(table); crossing != nil {
			c.report(c.where(crossing), "the cell reaches into another")
		}
	})
}

func unequalRows(c *checker) {
	c.each("Table", func(table *node) {
		widths, crossing := c.grid(table)
		for i, w := range widths {
			if w != widths[0] && crossing == nil {
				c.report(c.where(table), "row 1 has %d cells and row %d has %d", widths[0], i+1, w)
				return
			}
		}
	})
}
