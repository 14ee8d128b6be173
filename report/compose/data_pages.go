package compose

import (
	"fmt"

	"lysark/config/diag"
	"lysark/report"
	"lysark/report/locale"
	"lysark/report/scene"
)

// Data pages: after the last slide, a table of each chart's figures.
//   - Tables stand in bands: two narrow ones side by side, or a wide one; a page takes as many bands as it has room for.
//   - All begin at one size. A table that is wider than the page is set smaller, down to the floor of the theme's
//     tables, then split by columns; one that is longer is split by rows. Each part has its heading and its head again.

const (
	bandGap     = 26 // between two bands
	dataLargest = 13 // the size that tables begin at
)

// band is what stands side by side on a data page.
type band []dataBlock

func (b band) height() float64 {
	h := 0.0
	for _, one := range b {
		h = max(h, one.height)
	}
	return h
}

// dataPage is one page's bands.
type dataPage struct {
	number int
	bands  []band
}

// planTables shares the tables of the deck's charts out to pages, before any slide is laid out: slides name the pages.
func (c *composer) planTables() ([]dataPage, diag.List) {
	if !c.deck.DataPages {
		return nil, nil
	}
	var blocks []dataBlock
	var all diag.List
	for _, t := range c.deck.ChartTables() {
		set, list := c.dataBlocks(t)
		blocks = append(blocks, set...)
		all.Add(list.OnSlide(t.Slide))
	}
	var pages []dataPage
	room := 0.0
	for _, b := range bands(blocks) {
		if len(pages) == 0 || b.height() > room {
			pages = append(pages, dataPage{number: len(c.deck.Slides) + len(pages) + 1})
			room = body().H
		}
		last := &pages[len(pages)-1]
		last.bands = append(last.bands, b)
		room -= b.height() + bandGap
	}
	return pages, all
}

// bands puts narrow blocks that follow each other side by side.
func bands(blocks []dataBlock) []band {
	var out []band
	for _, b := range blocks {
		if n := len(out); n > 0 && !b.wide && len(out[n-1]) == 1 && !out[n-1][0].wide {
			out[n-1] = append(out[n-1], b)
			continue
		}
		out = append(out, band{b})
	}
	return out
}

// pagesOf tells on which page the table of each chart begins.
func pagesOf(pages []dataPage) map[string]int {
	out := map[string]int{}
	for _, p := range pages {
		for _, band := range p.bands {
			for _, b := range band {
				if b.first {
					out[b.table.Name] = p.number
				}
			}
		}
	}
	return out
}

// dataPages draws the pages as they are planned.
func (c *composer) dataPages(plan []dataPage) []scene.Page {
	var out []scene.Page
	word := c.deck.Locale.Word(locale.Tables)
	for i, d := range plan {
		p := &page{composer: c, slide: report.Slide{Number: d.number, Headline: report.Text{S: word}, Pos: c.deck.Title.Pos}}
		p.frame()
		y := float64(bodyTop)
		for _, band := range d.bands {
			for k, box := range columns(scene.Rect{X: left, Y: y, W: right - left}, 2)[:len(band)] {
				p.dataBlock(band[k], box.X, y)
			}
			y += band.height() + bandGap
		}
		p.footer()
		done := p.finish()
		done.Outline = scene.Outline{}
		if i == 0 {
			done.Outline = scene.Outline{Title: word, Level: 1}
		}
		done.Below = d.entries()
		out = append(out, done)
	}
	return out
}

// entries are the outline's entries for the tables that begin on the page.
func (d dataPage) entries() []scene.Outline {
	var out []scene.Outline
	for _, band := range d.bands {
		for _, b := range band {
			if b.first {
				out = append(out, scene.Outline{Title: report.OneLine(b.table.Title), Level: 2})
			}
		}
	}
	return out
}

// tableLinks leads from the slide's charts to their tables: set to end before x, and where what stands before them has
// to end. Charts whose tables begin on one page share a link.
func (p *page) tableLinks(f face, x float64) (links []scene.Item, before float64) {
	type link struct {
		page   int
		titles string
	}
	var to []link
	for _, c := range p.slide.Charts {
		switch n := p.tablePages[c.Name]; {
		case n == 0:
		case len(to) > 0 && to[len(to)-1].page == n:
		default:
			to = append(to, link{n, p.chartTitle(c.Title)})
		}
	}
	words := p.deck.Locale.Word
	for i := len(to) - 1; i >= 0; i-- {
		text := fmt.Sprintf(words(locale.TablesOn), to[i].page)
		if i > 0 {
			text = fmt.Sprintf(words(locale.OnPage), to[i].page)
		}
		x -= f.width(text)
		one := scene.Group{
			Role: scene.Link, To: scene.Target{Page: to[i].page}, Items: []scene.Item{f.at(text, x, footBase)}, Pos: p.slide.Pos,
			Alt: fmt.Sprintf(words(locale.ToTables), to[i].page, to[i].titles),
		}
		links = append([]scene.Item{scene.Group{Role: scene.P, Items: []scene.Item{one}, Pos: p.slide.Pos}}, links...)
		x -= footGap / 2
	}
	if len(to) > 0 {
		x -= footGap / 2
	}
	return links, x
}

// chartTitle is what a chart is called: by its title, or by the slide's headline.
func (p *page) chartTitle(title string) string {
	if title == "" {
		title = p.outline(p.slide).Title
	}
	return report.OneLine(title)
}
