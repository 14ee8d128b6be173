package report

import (
	"fmt"
	"slices"
	"strings"

	"lysark/charts"
	"lysark/config/diag"
	"lysark/report/locale"
)

// ChartTable is what a chart shows, as a table: a row per category, a column per series. Data pages and attachments
// are made of it, so that they tell the same, and nothing that the chart hides.
type ChartTable struct {
	Name       string // the chart's: "slide-03-1"
	Slide      int
	Title      string // the chart's, or else what it is about
	Headline   string // the slide's
	Source     Text   // the slide's, without a last sentence that only tells a base which the table tells
	Corner     string // heads the categories
	Across     string // heads the series of the table turned
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
	IsSum  bool // the values are sums of those before them
}

// ChartTables are the tables of all charts that are drawn on slides, in their order.
func (d *Deck) ChartTables() []ChartTable {
	var out []ChartTable
	for _, s := range d.Slides {
		if s.Out || s.Broken {
			continue
		}
		first := len(out)
		for _, c := range s.Charts {
			if charts.Validate(c).HasErrors() {
				continue // compose tells what is wrong
			}
			out = append(out, d.chartTable(s, c))
		}
		tellApart(out[first:])
	}
	return out
}

// tellApart numbers the tables of a slide that would be called alike.
func tellApart(tables []ChartTable) {
	called := map[string]int{}
	for _, t := range tables {
		called[t.Title]++
	}
	for i := range tables {
		if t := &tables[i]; called[t.Title] > 1 {
			t.Title += fmt.Sprintf(" (%d)", i+1)
		}
	}
}

func (d *Deck) chartTable(s Slide, c charts.Chart) ChartTable {
	t := ChartTable{
		Name: c.Name, Slide: s.Number, Title: c.Title, Headline: s.Headline.S,
		Categories: c.Categories, Percent: c.Percent, Pos: c.Pos,
	}
	if t.Title == "" {
		t.Title = strings.Join(strings.Fields(c.About), " ")
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
	t.Source = withoutBases(s.Source, t.told())
	d.sums(&t, c)
	rows, across := d.rows(c)
	t.Corner, t.Across = d.Locale.Word(rows), d.Locale.Word(across)
	return t
}

// rows are what a chart's categories and its series are.
func (d *Deck) rows(c charts.Chart) (categories, series locale.Word) {
	switch {
	case c.Kind == charts.Likert:
		return locale.Statement, locale.Answer
	case d.areAnswers(c):
		return locale.Answer, locale.Category
	}
	return locale.Category, locale.Category
}

// areAnswers tells whether the categories are the answers of a question: each series counts those of one.
func (d *Deck) areAnswers(c charts.Chart) bool {
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v.Ref == 0 || d.sources[v.Ref-1].Column != d.sources[s.Values[0].Ref-1].Column {
				return false
			}
		}
	}
	return true
}

// sums adds the column of sums that the chart prints.
func (d *Deck) sums(t *ChartTable, c charts.Chart) {
	head, sums, texts, ok := charts.Sums(c, d.Locale)
	switch {
	case !ok:
		return
	case slices.ContainsFunc(t.Columns, func(other TableColumn) bool { return other.Head == head }):
		head = d.Locale.Word(locale.Total) + ": " + head
	}
	t.Columns = append(t.Columns, TableColumn{Head: head, Texts: texts, Values: sums, IsSum: true})
}

// Turned is the table with its columns as rows. It has room where there are many series of few categories.
func (t ChartTable) Turned() ChartTable {
	out := t
	out.Categories, out.Columns, out.Bases = nil, nil, nil
	out.Corner, out.Across = t.Across, t.Corner
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
