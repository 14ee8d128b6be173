package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lysark/charts/raster"
	"lysark/config/diag"
	"lysark/config/nearby"
	"lysark/report"
	"lysark/report/mail"
	"lysark/report/pdf/inspect"
)

// bring puts the PDF and its pictures in: the deck is built by the line of build, and a PDF that is named is taken as
// it is.
func (o mailPlanOptions) bring(ctx context.Context, ui *ui, in *mail.Inputs) (diag.List, error) {
	from, list := in.Origin(o.pdf)
	if from.PDF != "" {
		list.Add(finished(ui, in, from.PDF, from.At))
	}
	if !in.NeedsDeck(from) {
		return list, nil
	}
	more, err := o.build(ctx, ui, in, from.Layout, from.PDF == "")
	list.Add(more)
	return list, err
}

// finished takes a PDF, and tells when it is not there or not fit for everyone.
func finished(ui *ui, in *mail.Inputs, name string, at diag.Pos) diag.List {
	ui.progress("inspecting %s", name)
	var list diag.List
	data, err := nearby.Read(name)
	if err != nil {
		var failed *fs.PathError
		if errors.As(err, &failed) {
			err = failed.Err // the message names the file already
		}
		list.Errorf(at, diag.MissingFile,
			diag.HintOf(err, "check the name; in a mail file the path starts from the file's folder"),
			"cannot read the PDF %q: %v", name, err)
		return list
	}
	in.PDF, in.PDFName = data, filepath.Base(name)
	in.Sources = append(in.Sources, name)
	switch d, err := inspect.Read(data); {
	case err != nil:
		list.Errorf(diag.Pos{File: name}, diag.BadFile, "make it anew", "%v", err)
	case ui.breaks(d.Problems):
		list.Warnf(diag.Pos{File: name}, diag.BadFile, "look at it: lysark inspect "+name,
			"the PDF breaks rules of accessibility or archiving")
	}
	return list
}

// build makes the deck: the PDF unless there is one, and the pictures.
func (o mailPlanOptions) build(
	ctx context.Context, ui *ui, in *mail.Inputs, layout string, pdf bool,
) (diag.List, error) {
	b := o.deck
	b.layout, b.epoch = layout, os.Getenv("SOURCE_DATE_EPOCH")
	b.out = b.target() // is not written; files that the deck is made of are not to be it
	laid, err := lay(ui, b)
	if err != nil || ui.stops(laid.list) {
		return laid.list, err
	}
	in.Lang = laid.deck.Locale.Tag
	list := laid.list
	list.Add(inlined(ui, in, laid))
	if !pdf {
		return list, nil
	}
	in.Sources = append(in.Sources, layout)
	if theme := laid.file.Deck.Theme; theme.Set {
		in.Sources = append(in.Sources, beside(layout, theme.V))
	}
	in.Sources = append(in.Sources, answerFiles(laid)...)
	in.PDFName = filepath.Base(b.target())
	in.PDF, err = laid.write(ctx, ui, b)
	return list, err
}

// answerFiles are the files of answers, in order.
func answerFiles(laid laidOut) []string {
	var out []string
	for _, t := range laid.answers {
		out = append(out, t.File)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// inlined draws the pictures that the mail file asks for.
func inlined(ui *ui, in *mail.Inputs, laid laidOut) diag.List {
	ask := in.Mail.Mail.Inline
	if len(ask) == 0 {
		return nil
	}
	ui.progress("drawing %d pictures", len(ask))
	drawn, err := pictures(laid)
	if err != nil {
		var list diag.List
		list.Errorf(ask[0].Pos, diag.BadMail, "take inline out", "the pictures cannot be drawn: %v", err)
		return list
	}
	return in.Inline(drawn)
}

// pictures are the charts, and the title slide.
func pictures(laid laidOut) ([]mail.Drawn, error) {
	var out []mail.Drawn
	drawn, err := raster.Pictures(laid.pages, laid.deck.Theme.Family, raster.DefaultScale)
	if err != nil {
		return nil, err
	}
	for _, p := range drawn {
		out = append(out, mail.Drawn{Name: p.Name, Alt: p.Alt, PNG: p.Data})
	}
	for i, s := range laid.deck.Slides {
		if s.Layout != report.TitleLayout || i >= len(laid.pages) {
			continue
		}
		data, err := raster.Page(laid.pages[i], laid.deck.Theme.Family, 1)
		said := strings.TrimSuffix(s.Headline.S+". "+s.Subtitle.S, ". ")
		return append(out, mail.Drawn{Name: "title", Alt: said, PNG: data}), err
	}
	return out, nil
}
