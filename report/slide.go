package report

import (
	"bytes"
	"image"
	_ "image/jpeg" // slide images may be either
	_ "image/png"
	"regexp"
	"slices"

	"lysark/charts"
	"lysark/config"
	"lysark/config/diag"
)

// slide resolves one [[slide]].
func (r *resolver) slide(number int, s config.Slide) Slide {
	before := len(r.list)
	r.slideNumber, r.hides, r.undrawable = number, false, map[string]bool{}
	out := Slide{
		Number: number, ID: s.ID.V, Pos: s.Pos, Layout: chooseLayout(s, &r.list),
		Headline: r.running("headline", s.Headline), Subtitle: r.running("subtitle", s.Subtitle),
		Prose:  Prose{Lead: r.running("lead", s.Lead), Paragraphs: r.runningTexts("text", s.Text), Bullets: r.runningTexts("bullet", s.Bullets)},
		Source: r.running("source", s.Source), Notes: r.running("notes", s.Notes),
		Table: r.table(s.Table), Image: r.image(s.Image), Quote: r.quote(s.Quote), Big: r.bigNumber(s.Number),
	}
	for i, c := range s.Charts {
		out.Charts = append(out.Charts, r.chart(number, i+1, c))
	}
	r.headline(&out)
	r.describe(s, &out)
	r.footnote(&out)
	for i := before; i < len(r.list); i++ {
		r.list[i].Slide = number
	}
	out.Broken = r.list[before:].HasErrors() || slices.ContainsFunc(out.Charts, func(c charts.Chart) bool { return len(c.Series) == 0 })
	return out
}

// headline fills in the title slide from the deck and asks for the headlines that are missing.
func (r *resolver) headline(s *Slide) {
	if s.Layout == TitleLayout {
		if s.Headline.S == "" {
			s.Headline = r.deck.Title
			r.checkGlyphs(s.Headline)
		}
		if s.Subtitle.S == "" {
			s.Subtitle = r.deck.Subtitle
		}
		r.checkGlyphs(r.deck.Author)
	}
	if s.Headline.S == "" && s.Layout != QuoteLayout && s.Layout != TitleLayout { // the deck has to have a title
		r.list.Errorf(s.Pos, diag.Missing, `add headline = "…"`, "the slide has no headline")
	}
	if s.Subtitle.S != "" && s.Layout != TitleLayout && s.Layout != SectionLayout {
		r.list.Errorf(s.Subtitle.Pos, diag.BadLayout, "make it the lead or a bullet", "the layout %q has no place for a subtitle", s.Layout)
	}
}

func (r *resolver) table(t *config.Table) *Table {
	if t == nil {
		return nil
	}
	out := &Table{Pos: t.Pos, Columns: r.runningTexts("table column", t.Columns)}
	for i, row := range t.Rows {
		out.Rows = append(out.Rows, r.runningTexts(place("table row").number(i+1)+", column", row))
	}
	if t.Range.Set {
		r.tableFromRange(t, out)
	}
	numeric := regexp.MustCompile(`^[−-]?[\d\x{a0} ]+([,.]\d+)?[\x{a0} ]?%?$|^–$|^$`)
	for col := range out.Columns {
		out.Align = append(out.Align, columnAlign(t, out, col, numeric))
	}
	return out
}

// columnAlign is what the author says, else right for a column of numbers.
func columnAlign(t *config.Table, out *Table, col int, numeric *regexp.Regexp) Align {
	if col < len(t.Align) {
		return Align(t.Align[col].V)
	}
	if len(out.Rows) == 0 {
		return Left
	}
	for _, row := range out.Rows {
		if col < len(row) && !numeric.MatchString(row[col].S) {
			return Left
		}
	}
	return Right
}

func (r *resolver) image(i *config.Image) *Image {
	if i == nil {
		return nil
	}
	out := &Image{
		Data: i.Data, Format: i.Format, Name: i.File.V, Pos: i.Pos,
		Alt: r.imageAlt(i), Decorative: i.Decorative.V, Caption: r.running("caption", i.Caption),
	}
	if size, _, err := image.DecodeConfig(bytes.NewReader(i.Data)); err == nil {
		out.W, out.H = size.Width, size.Height
	}
	return out
}

func (r *resolver) quote(q *config.Quote) *Quote {
	if q == nil {
		return nil
	}
	return &Quote{Words: r.running("quote", q.Text), By: r.running("by", q.By)}
}

func (r *resolver) bigNumber(n *config.Number) *BigNumber {
	if n == nil {
		return nil
	}
	return &BigNumber{Value: r.text("number", n.Value), Words: r.running("number text", n.Text)}
}
