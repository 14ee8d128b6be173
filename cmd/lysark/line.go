package main

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"lysark/charts/raster"
	"lysark/config"
	"lysark/config/diag"
	"lysark/config/nearby"
	"lysark/report"
	"lysark/report/compose"
	"lysark/report/figures"
	"lysark/report/mail/mailfile"
	"lysark/report/output"
	"lysark/report/resolve"
	"lysark/report/scene"
	"lysark/report/survey"
	"lysark/report/tables"
)

// The stages of the line, each from the value before it to the next, with what it found wrong. build.go puts them
// together.

// asWritten is the layout and its answers.
type asWritten struct {
	file    *config.File
	answers map[string]*survey.Table
	read    diag.List // problems of reading
}

func read(ui *ui, o buildOptions) (asWritten, error) {
	ui.progress("reading %s", o.layout)
	file, list := config.Read(o.layout, nearby.Read)
	list.Add(mailfile.CheckIn(file.Mail))
	if err := guard(o.out, o.layout, beside(o.layout, file.Deck.Theme.V)); err != nil {
		return asWritten{}, err
	}
	if err := setVars(file, o.set); err != nil {
		return asWritten{}, err
	}
	answers, more, err := readAnswers(file, o)
	list.Add(more)
	return asWritten{file, answers, list}, err
}

// resolved is the deck.
type resolved struct {
	asWritten
	deck *report.Deck
	told diag.List // problems of resolving
}

func (in asWritten) resolve(o buildOptions) (resolved, error) {
	deck, told := resolve.Deck(in.file, figures.New(in.file, in.answers), compose.Layouts(), o.format().Limits)
	told, err := allowed(told, deck, o.allow)
	return resolved{in, deck, told}, err
}

// problems are those of reading, and those of resolving that do not follow from them.
func (r resolved) problems() diag.List {
	return append(slices.Clone(r.read), r.told.Following(r.read)...)
}

// laidOut is the deck's pages, and all that is wrong with it.
type laidOut struct {
	resolved
	pages []scene.Page
	list  diag.List
}

func (r resolved) compose(ui *ui, o buildOptions) (laidOut, error) {
	list := r.problems()
	list.Add(unchanged(r.file, o))
	wanted, err := chosen(o.slides, r.deck)
	if err != nil {
		return laidOut{}, err
	}
	ui.progress("laying out %d slides", len(r.deck.Slides))
	pages, more := compose.Pages(r.deck)
	list.Add(more.OnWholeSlides(list))
	pages = wanted.pages(pages)
	if o.notes {
		pages, more = compose.Notes(r.deck, pages)
		list.Add(more)
	}
	return laidOut{r, pages, wanted.about(r.file.Silenced(list))}, nil
}

// write is the end of the line: charts, bytes.
func (l laidOut) write(ctx context.Context, ui *ui, o buildOptions) (data []byte, err error) {
	deck, pages := l.deck, l.pages
	if deck.Date, err = documentDate(deck.Date, o.epoch); err != nil {
		return nil, err
	}
	if !deck.Vector {
		ui.progress("drawing %d charts", raster.CountCharts(pages))
		if pages, err = raster.Charts(pages, deck.Theme.Family, o.dots()); err != nil {
			return nil, fmt.Errorf("drawing the charts: %w", err)
		}
	}
	ui.progress("writing %d pages", len(pages))
	var out bytes.Buffer
	if err := o.format().Write(&out, pages, info(deck)); err != nil {
		return nil, fmt.Errorf("writing the deck: %w", err)
	}
	return out.Bytes(), ctx.Err()
}

func info(deck *report.Deck) output.Info {
	return output.Info{
		Title: report.OneLine(deck.Title.S), Author: report.OneLine(deck.Author.S),
		Subject: report.OneLine(deck.Subject.S),
		Lang:    deck.Locale.Tag, Date: deck.Date, Fonts: deck.Theme.Family, Attachments: tables.Attachments(deck),
	}
}

// dots is how many pixels a point gets: a slide that is printed smaller has as many in all.
func (o buildOptions) dots() float64 {
	if o.notes {
		return raster.DefaultScale / compose.NotesScale
	}
	return raster.DefaultScale
}
