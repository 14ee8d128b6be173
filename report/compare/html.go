package compare

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
	"strings"
)

//go:embed page.html
var page string

// HTML writes the report as one page that needs no other file. What comes from layouts and answers is escaped.
func (r Report) HTML(w io.Writer) error {
	t, err := template.New("page").Parse(page)
	if err != nil {
		panic(fmt.Sprintf("compare: the embedded page does not parse: %v", err))
	}
	return t.Execute(w, r.htmlPage())
}

// htmlPage, htmlSection and htmlCell are what page.html shows.
type htmlPage struct {
	Title, Lang, Deck, Old, New string
	Lead                        []string
	Sections                    []htmlSection
}

type htmlSection struct {
	ID, Title, Note, None string
	Columns               []htmlColumn
	Rows                  [][]htmlCell
}

type htmlColumn struct {
	Name   string
	Number bool
}

type htmlCell struct {
	Text, Class, Lang  string
	Head               bool
	Bar                bool
	From, Length, Fill string
}

func (r Report) htmlPage() htmlPage {
	sides := r.sides()
	out := htmlPage{Title: r.title(), Lang: r.lang, Deck: r.New.Title, Old: sides[0], New: sides[1], Lead: r.lead()}
	for _, s := range r.sections() {
		one := htmlSection{ID: s.id, Title: s.title, Note: s.note, None: s.none}
		for _, c := range s.columns {
			one.Columns = append(one.Columns, htmlColumn{c.name, c.number})
		}
		for _, row := range s.rows {
			var cells []htmlCell
			for i, c := range row {
				cells = append(cells, r.htmlCell(s.columns[i], c, i == 0))
			}
			one.Rows = append(one.Rows, cells)
		}
		out.Sections = append(out.Sections, one)
	}
	return out
}

func (r Report) htmlCell(in column, c cell, head bool) htmlCell {
	out := htmlCell{Text: c.text, Head: head}
	var classes []string
	if in.number {
		classes = append(classes, "number")
	}
	if c.strong {
		classes = append(classes, "strong")
	}
	if c.deck && c.text != "" {
		out.Lang = r.lang
	}
	if c.bar != 0 {
		const middle, reach, least = 41, 40, 1
		length := max(least, reach*math.Abs(c.bar))
		out.Bar, out.From, out.Length, out.Fill = true, "41", fmt.Sprintf("%.1f", length), "#0b5c8a"
		if c.bar < 0 {
			out.From, out.Fill = fmt.Sprintf("%.1f", middle-length), "#b3541e"
		}
		classes = append(classes, "change")
	}
	out.Class = strings.Join(classes, " ")
	return out
}
