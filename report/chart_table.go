package report

import (
	"fmt"
	"slices"

	"lysark/charts"
	"lysark/config/diag"
	"lysark/report/locale"
)

// ChartTable is what a chart shows, as a table: a row per category, a column per series. Data pages and attachments
// are made of it, so that they tell the same, and nothing that the chart hides.
type ChartTable struct {
	Name       string // the chart's: "slide-03-1"
	Slide      int
	Title      string // the chart's, or else the slide's headline
	Headline   string // the slide's
	Source     Text   // the slide's
	Corner     string // heads the categories
	Categories []string
	Columns    []TableColumn
	Percent    bool
	Bases      []int // by category, how many respondents its values are shares of; empty when the columns tell it, or nothing does
	Pos        diag.Pos
}

// TableColumn is a series of a chart, or the sums that it prints.
type TableColumn struct {
	Head   string
	Base   int      // how many respondents its values are shares of; 0 when the rows tell it, or nothing does
	Texts  []string // by category, as the chart writes them; a dash where a value is missing or hidden
	Values []charts.Value
}

// ChartTables are the tables of all charts that are drawn on slides, in their order.
func (d *Deck) ChartTables() []ChartTable {
	var out []ChartTable
	for _, s := range d.Slides {
		if s.Out || s.Broken {
			continue
		}
		for i, c := range s.Charts {
			if charts.Validate(c).HasErrors() {
				continue // compose tells what is wrong
			}
			t := d.chartTable(s, c)
			if c.Title == "" && len(s.Charts) > 1 {
				t.Title += fmt.Sprintf(" (%d)", i+1) // or both would be called alike
			}
			out = append(out, t)
		}
	}
	return out
}

func (d *Deck) chartTable(s Slide, c charts.Chart) ChartTable {
	t := ChartTable{
		Name: c.Name, Slide: s.Number, Title: c.Title, Headline: s.Headline.S, Source: s.Source,
		Corner: d.Locale.Word(locale.Category), Categories: c.Categories, Percent: c.Percent, Pos: c.Pos,
	}
	if t.Title == "" {
		t.Title = t.Headline
	}
	if t.Title == "" { // a slide may go without
		t.Title = fmt.Sprintf(d.Locale.Word(locale.Slide), s.Number)
	}
	labels := charts.ValueLabels(c, d.Locale)
	for i, one := range c.Series {
		head := one.Name
		if head == "" {
			head = d.Locale.Word(unnamed(c))
		}
		t.Columns = append(t.Columns, TableColumn{Head: head, Texts: labels[i], Values: one.Values})
	}
	d.bases(&t)
	d.sums(&t, c)
	return t
}

// sums adds the column of sums that the chart prints, unless it is the last series once more: the top level alone.
func (d *Deck) sums(t *ChartTable, c charts.Chart) {
	head, sums, texts, ok := charts.Sums(c, d.Locale)
	last := t.Columns[len(t.Columns)-1]
	switch {
	case !ok || head == last.Head && slices.Equal(texts, last.Texts):
		return
	case slices.ContainsFunc(t.Columns, func(other TableColumn) bool { return other.Head == head }):
		head = d.Locale.Word(locale.Total) + ": " + head
	}
	t.Columns = append(t.Columns, TableColumn{Head: head, Texts: texts, Values: sums})
}

// Turned is the table with its columns as rows. It has room where there are many series of few categories.
func (t ChartTable) Turned() ChartTable {
	out := t
	out.Categories, out.Columns, out.Bases = nil, nil, nil
	for row, name := range t.Categories {
		c := TableColumn{Head: name}
		if t.Bases != nil {
			c.Base = t.Bases[row]
		}
		for _, from := range t.Columns {
			c.Texts, c.Values = append(c.Texts, from.Texts[row]), append(c.Values, from.Values[row])
		}
		out.Columns = append(out.Columns, c)
	}
	told := false
	for _, c := range t.Columns {
		out.Categories, out.Bases = append(out.Categories, c.Head), append(out.Bases, c.Base)
		told = told || c.Base > 0
	}
	if !told {
		out.Bases = nil
	}
	return out
}

// unnamed heads the values of a chart's only series: what they count.
func unnamed(c charts.Chart) locale.Word {
	switch {
	case c.Percent:
		return locale.Share
	case c.Series[0].Values[0].Ref > 0:
		return locale.Count
	}
	return locale.Value
}

// bases tells how many respondents the values are shares of, where that is one number for each column, or for each row.
func (d *Deck) bases(t *ChartTable) {
	columns, uniform := make([]int, len(t.Columns)), true
	for i, c := range t.Columns {
		columns[i] = d.base(c.Values[0])
		for _, v := range c.Values {
			uniform = uniform && d.base(v) == columns[i]
		}
	}
	differ := false
	for _, n := range columns {
		differ = differ || n != columns[0]
	}
	if uniform && (len(columns) == 1 || differ) {
		for i, n := range columns {
			t.Columns[i].Base = n
		}
		return
	}
	rows := make([]int, len(t.Categories))
	told := false
	for row := range rows {
		rows[row] = d.base(t.Columns[0].Values[row])
		for _, c := range t.Columns {
			if d.base(c.Values[row]) != rows[row] {
				return
			}
		}
		told = told || rows[row] > 0
	}
	if told {
		t.Bases = rows
	}
}

// base is how many respondents a value is a share of; 0 when it comes from no answers, or is not shown: then its base
// could tell how small the group is.
func (d *Deck) base(v charts.Value) int {
	if v.Ref == 0 || v.Hidden {
		return 0
	}
	return d.sources[v.Ref-1].Base
}
