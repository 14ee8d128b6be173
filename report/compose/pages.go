// Package compose lays a deck out: lines broken, sizes chosen, charts drawn. It takes *report.Deck and returns
// []scene.Page, finished, and every text that does not fit and every label that would touch another.
//
// One file per kind of block; grid.go holds the measures that all slides share, fit.go the choice of sizes.
package compose

import (
	"slices"
	"sync"

	"lysark/charts"
	"lysark/config/diag"
	"lysark/fonts"
	"lysark/report"
	"lysark/report/scene"
	"lysark/report/tables"
)

// Pages lays out every slide of the deck, in parallel, then the data pages if the deck is to have them; the result
// does not depend on the order of work.
// Sizes that slides share are chosen over the whole deck, so a slide looks the same whichever others there are.
func Pages(deck *report.Deck) ([]scene.Page, diag.List) {
	c := newComposer(deck)
	c.charts = c.chartStyle()
	c.chooseSizes()
	c.figures = tables.OfCharts(deck)
	data, all := c.planTables()
	c.tables = placesOf(data)
	pages := make([]scene.Page, len(deck.Slides))
	lists := make([]diag.List, len(deck.Slides))
	var wg sync.WaitGroup
	for i, s := range deck.Slides {
		wg.Go(func() {
			p := &page{composer: c, slide: s}
			p.compose()
			p.checkGlyphs()
			pages[i], lists[i] = p.finish(), p.list.OnSlide(s.Number)
		})
	}
	wg.Wait()
	for _, l := range lists {
		all.Add(l)
	}
	more, list := c.dataPages(data)
	all.Add(list)
	return append(pages, more...), all
}

// composer is what all slides share; it is not changed once the slides are being laid out.
type composer struct {
	deck    *report.Deck
	theme   report.Theme
	family  fonts.Family
	hyphens fonts.Hyphenator
	charts  charts.Style
	sizes   sizes

	languages map[string]fonts.Hyphenator // of foreign phrases
	figures   []tables.Table              // of all charts
	tables    map[string]tablePlace       // by name of the chart
}

func newComposer(deck *report.Deck) *composer {
	own := fonts.ForLanguage(deck.Locale.Tag)
	return &composer{deck: deck, theme: deck.Theme, family: deck.Theme.Family, hyphens: own,
		languages: languages(deck.Locale.Tag, own)}
}

// page is one slide being laid out.
type page struct {
	*composer
	slide report.Slide
	items []scene.Item
	list  diag.List
	dark  bool // title and section slides stand on the title colour
}

func (p *page) add(items ...scene.Item) { p.items = append(p.items, items...) }

// compose calls the layout.
func (p *page) compose() {
	if p.slide.Broken {
		return
	}
	all := layouts()
	all[slices.IndexFunc(all, func(l layout) bool { return l.Layout == p.slide.Layout })].draw(p)
}

func (p *page) finish() scene.Page {
	background := p.theme.Colors.Background
	if p.dark {
		background = p.theme.Title.Background
	}
	return scene.Page{
		Number: p.slide.Number, ID: p.slide.ID, Title: p.slide.Headline.S, Size: pageBox(),
		Background: background, Items: p.items, Pos: p.slide.Pos, Outline: p.outline(p.slide),
		Notes: spoken(p.slide),
	}
}

// spoken are the paragraphs of a slide's notes.
func spoken(s report.Slide) []string {
	var out []string
	for _, p := range paragraphs(s.Notes) {
		if p.S != "" {
			out = append(out, p.S)
		}
	}
	return out
}

// chartStyle is the theme as charts need it.
func (co *composer) chartStyle() charts.Style {
	c, s := co.theme.Colors, co.theme.Sizes
	return charts.Style{
		Fonts: co.family, Locale: co.deck.Locale, Hyphens: co.hyphens,
		Page: c.Background, Ink: c.Text, Strong: c.Headline, Muted: c.Muted, Rule: c.Rule,
		Accent: c.Accent, Pale: c.Pale, Palette: c.Palette, Scale: c.Scale,
		TitleSize: s.ChartTitle, LabelSize: s.ChartLabel, ValueSize: s.ChartValue, MinSize: s.ChartMin,
	}
}
