package raster

import (
	"runtime"
	"sync"

	"lysark/fonts"
	"lysark/report/scene"
)

// DefaultScale is how many pixels a point gets: 2 is 144 dots per inch, crisp on a projector and a laptop.
const DefaultScale = 2

// Picture is one chart as a PNG file.
type Picture struct {
	Name string // the chart's: "slide-03-1"
	Alt  string // what it shows, in words
	Data []byte
}

// position is where a chart stands: the i-th item of a page.
type position struct{ page, item int }

// Charts is the pages with each chart's marks and letters replaced by one image of them. Role, alternative
// text and place stay with the group. The given pages are not changed.
func Charts(pages []scene.Page, family fonts.Family, scale float64) ([]scene.Page, error) {
	places := find(pages)
	pictures, err := rasterizeAll(pages, places, family, scale)
	if err != nil {
		return nil, err
	}
	out := make([]scene.Page, len(pages))
	for i, p := range pages {
		out[i] = p
		out[i].Items = append([]scene.Item(nil), p.Items...)
	}
	for i, at := range places {
		g := out[at.page].Items[at.item].(scene.Group)
		image := scene.Image{Box: pictured(g, scale), Data: pictures[i].Data, Format: "png", Name: g.Name}
		g.Items = []scene.Item{image}
		out[at.page].Items[at.item] = g
	}
	return out, nil
}

// Pictures is every chart of the pages as a PNG file, in the order of the slides.
func Pictures(pages []scene.Page, family fonts.Family, scale float64) ([]Picture, error) {
	return rasterizeAll(pages, find(pages), family, scale)
}

// CountCharts is how many charts the pages hold.
func CountCharts(pages []scene.Page) int { return len(find(pages)) }

// find are the places of the charts: figures with a name.
func find(pages []scene.Page) []position {
	var out []position
	for p := range pages {
		for i, it := range pages[p].Items {
			if g, ok := it.(scene.Group); ok && g.Role == scene.Figure && g.Name != "" {
				out = append(out, position{p, i})
			}
		}
	}
	return out
}

// rasterizeAll draws the charts in parallel; the result does not depend on who is done first.
func rasterizeAll(pages []scene.Page, places []position, family fonts.Family, scale float64) ([]Picture, error) {
	p, err := NewPainter(family)
	if err != nil {
		return nil, err
	}
	pictures, errs := make([]Picture, len(places)), make([]error, len(places))
	var wg sync.WaitGroup
	turns := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, at := range places {
		wg.Add(1)
		turns <- struct{}{}
		go func() {
			defer func() { <-turns; wg.Done() }()
			g := pages[at.page].Items[at.item].(scene.Group)
			pictures[i].Name, pictures[i].Alt = g.Name, g.Alt
			pictures[i].Data, errs[i] = p.PNG(g, pages[at.page].Background, scale)
		}()
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return pictures, nil
}
