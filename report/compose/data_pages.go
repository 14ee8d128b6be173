package compose

import (
	"fmt"

	"lysark/config/diag"
	"lysark/report"
	"lysark/report/locale"
	"lysark/report/scene"
)

// Data pages: after the last slide, a table of each chart's figures.
//   - Narrow tables stand in two columns, wide ones across both. Pages are as few as go, and about as full
//     as each other.
//   - Tables are as wide as they need; those below each other in a column are all as wide as the widest.
//   - Rows of a page are as loose as its room allows.
//   - All begin at one size. A table that is wider than the page is set smaller, down to the floor of the theme's
//     tables, then split by columns; one that is longer is split by rows. Each part has its heading and its head again.

const (
	dataGap     = 28  // between two tables, one below the other
	dataLargest = 13  // the size that tables begin at
	tightest    = 1.6 // of the size: the least height of a row
	loosest     = 1.9
)

// dataPage is one page's tables.
type dataPage struct {
	number int
	flows  []flow
	loose  float64 // of the size: the height of a row
}

// planTables shares the tables of the deck's charts out to pages, before any slide is laid out: slides name the pages.
func (c *composer) planTables() ([]dataPage, diag.List) {
	if !c.deck.DataPages {
		return nil, nil
	}
	var blocks []dataBlock
	var all diag.List
	for _, t := range c.figures {
		set, list := c.dataBlocks(t)
		blocks = append(blocks, set...)
		all.Add(list.OnSlide(t.Slide))
	}
	var pages []dataPage
	for i, on := range shared(blocks) {
		pages = append(pages, loosened(on, len(c.deck.Slides)+i+1))
	}
	return pages, all
}

// loosened is the page with its rows as loose as they fit.
func loosened(blocks []dataBlock, number int) dataPage {
	const steps = 6
	for i := range steps {
		loose := loosest - float64(i)/steps*(loosest-tightest)
		if all := flows(blocks, loose); heightOf(all, loose) <= body().H {
			return dataPage{number, all, loose}
		}
	}
	return dataPage{number, flows(blocks, tightest), tightest}
}

// blocks are the page's tables in the order they are read in.
func (d dataPage) blocks() []dataBlock {
	var out []dataBlock
	for _, f := range d.flows {
		for _, column := range f {
			out = append(out, column...)
		}
	}
	return out
}

// tablePlace is where a chart's table is found.
type tablePlace struct {
	page  int // the one that it begins on
	title string
}

// placesOf are the places of the tables, by name of the chart.
func placesOf(pages []dataPage) map[string]tablePlace {
	out := map[string]tablePlace{}
	for _, p := range pages {
		for _, b := range p.blocks() {
			if b.first {
				out[b.table.Name] = tablePlace{p.number, report.OneLine(b.table.Title)}
			}
		}
	}
	return out
}

// dataPages draws the pages as they are planned.
func (c *composer) dataPages(plan []dataPage) ([]scene.Page, diag.List) {
	var out []scene.Page
	var all diag.List
	word := c.deck.Locale.Word(locale.Tables)
	for i, d := range plan {
		headline := word
		if len(plan) > 1 {
			headline = fmt.Sprintf(c.deck.Locale.Word(locale.Numbered), word, i+1, len(plan))
		}
		p := &page{composer: c,
			slide: report.Slide{Number: d.number, Headline: report.Text{S: headline}, Pos: c.deck.Title.Pos}}
		p.frame()
		y := float64(bodyTop)
		for _, f := range d.flows {
			p.flow(f, y, d.loose)
			y += f.height(d.loose) + dataGap
		}
		p.footer()
		p.checkGlyphs()
		all.Add(p.list)
		done := p.finish()
		done.Outline = scene.Outline{}
		if i == 0 {
			done.Outline = scene.Outline{Title: word, Level: 1}
		}
		done.Below = d.entries()
		out = append(out, done)
	}
	return out, all
}

// entries are the outline's entries for the tables that begin on the page.
func (d dataPage) entries() []scene.Outline {
	var out []scene.Outline
	for _, b := range d.blocks() {
		if b.first {
			out = append(out, scene.Outline{Title: report.OneLine(b.table.Title), Level: 2})
		}
	}
	return out
}

// tableLinks leads from the slide's charts to their tables: set to end before x, and where what stands before them has
// to end. Charts whose tables begin on one page share a link.
func (p *page) tableLinks(f face, x float64) (links []scene.Item, before float64) {
	var to []tablePlace
	for _, c := range p.slide.Charts {
		if t, ok := p.tables[c.Name]; ok && (len(to) == 0 || to[len(to)-1].page != t.page) {
			to = append(to, t)
		}
	}
	words := p.deck.Locale.Word
	for i := len(to) - 1; i >= 0; i-- {
		full := fmt.Sprintf(words(locale.TablesOn), to[i].page)
		text := full
		if i > 0 {
			text = fmt.Sprintf(words(locale.OnPage), to[i].page)
		}
		x -= f.width(text)
		one := scene.Group{
			Role: scene.Link, To: scene.Target{Page: to[i].page}, Items: f.linked(text, x, footBase), Pos: p.slide.Pos,
			Alt: full + ": " + to[i].title,
		}
		links = append([]scene.Item{scene.Group{Role: scene.P, Items: []scene.Item{one}, Pos: p.slide.Pos}}, links...)
		x -= footGap / 2
	}
	if len(to) > 0 {
		x -= footGap / 2
	}
	return links, x
}
