package resolve

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
	"lysark/report"
)

// slideResolver resolves one slide.
type slideResolver struct {
	*textResolver
	in config.Slide
}

// slide resolves one [[slide]].
func (r *resolver) slide(number int, s config.Slide) report.Slide {
	one := &slideResolver{r.texts(number), s}
	out := one.resolve()
	one.list.Add(r.book.Told())
	list := one.list.OnSlide(number)
	out.Broken = list.HasErrors() ||
		slices.ContainsFunc(out.Charts, func(c charts.Chart) bool { return len(c.Series) == 0 })
	r.list.Add(list)
	return out
}

func (r *slideResolver) resolve() report.Slide {
	s, layout := r.in, r.layout()
	out := report.Slide{
		Number: r.number, ID: s.ID.V, Pos: s.Pos, Layout: layout.Layout,
		Headline: r.running("headline", s.Headline), Subtitle: r.running("subtitle", s.Subtitle),
		Prose:  r.prose(),
		Source: r.running("source", s.Source), Notes: r.running("notes", s.Notes),
		Table: r.table(s.Table), Image: r.image(s.Image), Quote: r.quote(s.Quote), Big: r.bigNumber(s.Number),
	}
	for i, c := range s.Charts {
		out.Charts = append(out.Charts, r.chart(i+1, c))
	}
	r.headline(&out, layout)
	r.describe(&out)
	r.footnote(&out)
	return out
}

// prose is the running text, with paragraphs and bullets in the order of the file.
func (r *slideResolver) prose() report.Prose {
	s := r.in
	out := report.Prose{Lead: r.running("lead", s.Lead)}
	out.BulletsFirst = len(s.Text) > 0 && len(s.Bullets) > 0 && before(s.Bullets[0].Pos, s.Text[0].Pos)
	if !out.BulletsFirst {
		out.Paragraphs = r.runningTexts("text", s.Text)
	}
	out.Bullets = r.runningTexts("bullet", s.Bullets)
	if out.BulletsFirst {
		out.Paragraphs = r.runningTexts("text", s.Text)
	}
	return out
}

// before tells which of two places of a file comes first.
func before(a, b diag.Pos) bool { return a.Line < b.Line || a.Line == b.Line && a.Col < b.Col }

// headline fills in the title slide from the deck and asks for the headlines that are missing.
func (r *slideResolver) headline(s *report.Slide, layout report.Arrangement) {
	if s.Layout == report.TitleLayout {
		if s.Headline.S == "" {
			s.Headline = r.deck.Title
			r.checkGlyphs(s.Headline)
		}
		if s.Subtitle.S == "" {
			s.Subtitle = r.deck.Subtitle
		}
		r.checkGlyphs(r.deck.Author)
	}
	if s.Headline.S == "" && !layout.Wordless {
		r.list.Errorf(s.Pos, diag.Missing, `add headline = "…"`, "the slide has no headline")
	}
	if s.Subtitle.S != "" && !layout.Opens {
		r.list.Errorf(s.Subtitle.Pos, diag.BadLayout, "make it the lead or a bullet",
			"the layout %q has no place for a subtitle", s.Layout)
	}
}

func (r *slideResolver) table(t *config.Table) *report.Table {
	if t == nil {
		return nil
	}
	out := &report.Table{Pos: t.Pos, Columns: r.runningTexts("table column", t.Columns)}
	for i, row := range t.Rows {
		out.Rows = append(out.Rows, r.runningTexts(element("table row").number(i+1)+", column", row))
	}
	if t.Range.Set {
		r.tableFromRange(t, out)
	}
	for col := range out.Columns {
		out.Align = append(out.Align, columnAlign(t, out, col))
	}
	return out
}

// numeric is a number as a table writes it, a dash or nothing.
var numeric = regexp.MustCompile(`^(?:[Oo]ver\x{a0}|[Uu]nder\x{a0})?[−-]?[\d\x{a0} ]+([,.]\d+)?[\x{a0} ]?%?$|^–$|^$`)

// columnAlign is what the author says, else right for a column of numbers.
func columnAlign(t *config.Table, out *report.Table, col int) report.Align {
	if col < len(t.Align) {
		return report.Align(t.Align[col].V)
	}
	if len(out.Rows) == 0 {
		return report.Left
	}
	for _, row := range out.Rows {
		if col < len(row) && !numeric.MatchString(row[col].S) {
			return report.Left
		}
	}
	return report.Right
}

func (r *slideResolver) image(i *config.Image) *report.Image {
	if i == nil {
		return nil
	}
	out := &report.Image{
		Data: i.Data, Format: i.Format, Name: i.File.V, Pos: i.Pos,
		Alt: r.imageAlt(i), Decorative: i.Decorative.V, Caption: r.running("caption", i.Caption),
	}
	if size, _, err := image.DecodeConfig(bytes.NewReader(i.Data)); err == nil {
		out.W, out.H = size.Width, size.Height
	}
	return out
}

func (r *slideResolver) quote(q *config.Quote) *report.Quote {
	if q == nil {
		return nil
	}
	return &report.Quote{Words: r.running("quote", q.Text), By: r.running("by", q.By)}
}

func (r *slideResolver) bigNumber(n *config.Number) *report.BigNumber {
	if n == nil {
		return nil
	}
	return &report.BigNumber{Value: r.text("number", n.Value), Words: r.running("number text", n.Text)}
}
