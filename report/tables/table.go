package tables

import (
	"fmt"
	"slices"
	"strings"

	"lysark/charts"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/locale"
	"lysark/report/scene"
)

// Table is what a chart shows, as a table: a row per category, a column per series. Data pages and attachments
// are made of it, so that they tell the same, and nothing that the chart hides.
type Table struct {
	Name       string // the chart's: "slide-03-1"
	Slide      int
	Title      string      // the chart's, or else what it is about
	Headline   string      // the slide's
	Source     report.Text // the slide's, without a last sentence that only tells a base which the table tells
	Corner     string      // heads the categories
	Across     string      // heads the series of the table turned
	Categories []string
	Columns    []Column
	Percent    bool
	// by category, how many respondents its values are shares of; empty when the columns tell it, or nothing does
	Bases []int
	Pos   diag.Pos
}

// Column is a series of a chart, or the sums that it prints.
type Column struct {
	Head   string
	Base   int      // how many respondents its values are shares of; 0 when the rows tell it, or nothing does
	Texts  []string // by category, as the chart writes them; a dash where a value is missing or hidden
	Values []charts.Value
	IsSum  bool // the values are sums of those before them
}

// OfCharts are the tables of all charts that are drawn on slides, in their order.
func OfCharts(deck *report.Deck) []Table {
	var out []Table
	for _, s := range deck.Slides {
		if s.Out || s.Broken {
			continue
		}
		first := len(out)
		for _, c := range s.Charts {
			if charts.Validate(c).HasErrors() {
				continue // compose tells what is wrong
			}
			out = append(out, ofChart(deck, s, c))
		}
		tellApart(out[first:])
	}
	return out
}

// Figures is the table as a chart carries it to the writers.
func (t Table) Figures() *scene.Figures {
	out := &scene.Figures{Title: t.Title, Head: []string{t.Corner}, Rows: make([][]string, len(t.Categories))}
	for row, category := range t.Categories {
		out.Rows[row] = []string{category}
	}
	for _, c := range t.Columns {
		out.Head = append(out.Head, c.Head)
		for row, text := range c.Texts {
			out.Rows[row] = append(out.Rows[row], text)
		}
	}
	return out
}

// tellApart numbers the tables of a slide that would be called alike.
func tellApart(tables []Table) {
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

func ofChart(deck *report.Deck, s report.Slide, c charts.Chart) Table {
	t := Table{
		Name: c.Name, Slide: s.Number, Title: c.Title, Headline: s.Headline.S,
		Categories: c.Categories, Percent: c.Percent, Pos: c.Pos,
	}
	if t.Title == "" {
		t.Title = strings.Join(strings.Fields(c.About), " ")
	}
	if t.Title == "" { // a slide may go without
		t.Title = fmt.Sprintf(deck.Locale.Word(locale.Slide), s.Number)
	}
	labels := charts.ValueLabels(c, deck.Locale.InSigns())
	for i, one := range c.Series {
		head := one.Name
		if head == "" {
			head = deck.Locale.Word(unnamed(c))
		}
		t.Columns = append(t.Columns, Column{Head: head, Texts: labels[i], Values: one.Values})
	}
	t.tellBases(deck)
	t.Source = withoutBases(s.Source, t.told())
	t.addSums(deck, c)
	rows, across := headsOf(deck, c)
	t.Corner, t.Across = deck.Locale.Word(rows), deck.Locale.Word(across)
	return t
}

// headsOf are what a chart's categories and its series are.
func headsOf(deck *report.Deck, c charts.Chart) (categories, series locale.Word) {
	switch {
	case c.Kind.IsScale():
		return locale.Statement, locale.Answer
	case areAnswers(deck, c):
		return locale.Answer, locale.Category
	}
	return locale.Category, locale.Category
}

// areAnswers tells whether the categories are the answers of a question: each series counts those of one.
func areAnswers(deck *report.Deck, c charts.Chart) bool {
	for _, s := range c.Series {
		for _, v := range s.Values {
			source, counted := deck.SourceOf(v)
			if first, _ := deck.SourceOf(s.Values[0]); !counted || source.Column != first.Column {
				return false
			}
		}
	}
	return true
}

// addSums adds the column of sums that the chart prints.
func (t *Table) addSums(deck *report.Deck, c charts.Chart) {
	head, sums, texts, ok := charts.Sums(c, deck.Locale.InSigns())
	switch {
	case !ok:
		return
	case slices.ContainsFunc(t.Columns, func(other Column) bool { return other.Head == head }):
		head = deck.Locale.Word(locale.Total) + ": " + head
	}
	t.Columns = append(t.Columns, Column{Head: head, Texts: texts, Values: sums, IsSum: true})
}

// Turned is the table with its columns as rows. It has room where there are many series of few categories.
func (t Table) Turned() Table {
	out := t
	out.Categories, out.Columns, out.Bases = nil, nil, nil
	out.Corner, out.Across = t.Across, t.Corner
	for row, name := range t.Categories {
		c := Column{Head: name}
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
