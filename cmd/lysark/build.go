package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lysark/charts"
	"lysark/config"
	"lysark/config/diag"
	"lysark/report"
	"lysark/report/compose"
	"lysark/report/pdf"
	"lysark/report/scene"
	"lysark/report/survey"
)

// buildOptions are the flags of build; check and charts share some.
type buildOptions struct {
	layout string
	out    string
	data   []string // name=file
	set    []string // name=value
	allow  []string
	slides string
	notes  bool
	verify bool
	epoch  string // SOURCE_DATE_EPOCH
}

func newBuild(ui *ui) *cobra.Command {
	var o buildOptions
	cmd := &cobra.Command{
		Use:   "build FILE",
		Short: "Build the deck as a PDF",
		Long: `Build reads the layout FILE and everything it names, and writes the deck as a
PDF beside it, or to --out. The file is written whole or not at all.

The same input gives the same bytes, whatever the machine and the time of day: the
PDF's date is the layout's, or that of the environment variable SOURCE_DATE_EPOCH.`,
		Example: `  lysark build deck.toml
  lysark build deck.toml -o report.pdf --data svar=svar-2026.csv
  lysark build deck.toml --set year=2026 --allow 7
  lysark build deck.toml --slides 3,5-7 -o - | lpr
  lysark build deck.toml --notes -o notes.pdf`,
		Args: one("the layout FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.layout, o.epoch = args[0], os.Getenv("SOURCE_DATE_EPOCH")
			return runBuild(cmd.Context(), ui, o)
		},
	}
	cmd.Flags().StringVarP(&o.out, "out", "o", "", `where the PDF goes; "-" is standard output (default: FILE with .pdf)`)
	cmd.Flags().BoolVar(&o.verify, "verify", false, "build twice and compare: the same input has to give the same bytes")
	addYearFlags(cmd, &o)
	addSlidesFlag(cmd, &o)
	cmd.Flags().BoolVar(&o.notes, "notes", false, "A4 pages to print: each slide with its notes below")
	return cmd
}

func addSlidesFlag(cmd *cobra.Command, o *buildOptions) {
	cmd.Flags().StringVar(&o.slides, "slides", "", "only these slides, such as `3,5-7`")
}

func runBuild(ctx context.Context, ui *ui, o buildOptions) error {
	ui.pipe = o.out == "-"
	o.out = o.target()
	data, slides, err := makePDF(ctx, ui, o)
	if err != nil {
		return err
	}
	if o.verify {
		if err := verify(ctx, ui, o, data); err != nil {
			return err
		}
	}
	return ui.deliver(o.out, data, slides)
}

// makePDF is the whole line: files, model, pages, charts, bytes.
func makePDF(ctx context.Context, ui *ui, o buildOptions) (data []byte, slides int, err error) {
	deck, pages, err := layOut(ctx, ui, o)
	if err != nil {
		return nil, 0, err
	}
	data, err = writePDF(ctx, ui, o, deck, pages)
	return data, slideCount(deck), err
}

// writePDF is the end of the line: charts, bytes.
func writePDF(ctx context.Context, ui *ui, o buildOptions, deck *report.Deck, pages []scene.Page) (data []byte, err error) {
	if deck.Date, err = documentDate(deck.Date, o.epoch); err != nil {
		return nil, err
	}
	if !deck.Vector {
		ui.progress("drawing %d charts", charts.Count(pages))
		if pages, err = charts.Rasterize(pages, deck.Theme.Family, o.dots()); err != nil {
			return nil, fmt.Errorf("drawing the charts: %w", err)
		}
	}
	ui.progress("writing %d pages", len(pages))
	var out bytes.Buffer
	if err := pdf.Write(&out, pages, info(deck)); err != nil {
		return nil, fmt.Errorf("writing the PDF: %w", err)
	}
	return out.Bytes(), ctx.Err()
}

// dots is how many pixels a point gets: a slide that is printed smaller has as many in all.
func (o buildOptions) dots() float64 {
	if o.notes {
		return charts.DefaultScale / compose.NotesScale
	}
	return charts.DefaultScale
}

// layOut is the part of the line that check shares: files, model, pages. It prints every problem there is and
// fails when one is an error.
func layOut(ctx context.Context, ui *ui, o buildOptions) (*report.Deck, []scene.Page, error) {
	laid, err := lay(ui, o)
	if err != nil {
		return nil, nil, err
	}
	if ui.problems(laid.list); ui.stops(laid.list) {
		return nil, nil, errDiagnostics
	}
	return laid.deck, laid.pages, ctx.Err()
}

// laidOut is a deck with its pages, and all that is wrong with it.
type laidOut struct {
	resolved
	pages []scene.Page
	list  diag.List
}

// lay is layOut without telling.
func lay(ui *ui, o buildOptions) (laidOut, error) {
	in, err := resolve(ui, o)
	if err != nil {
		return laidOut{}, err
	}
	deck, list := in.deck, in.problems()
	list.Add(unchanged(in.file, o))
	wanted, err := chosen(o.slides, deck)
	if err != nil {
		return laidOut{}, err
	}
	ui.progress("laying out %d slides", len(deck.Slides))
	pages, more := compose.Pages(deck)
	list.Add(more.OnWholeSlides(list))
	pages = wanted.pages(pages)
	if o.notes {
		pages, more = compose.Notes(deck, pages)
		list.Add(more)
	}
	return laidOut{in, pages, wanted.about(in.file.Silenced(list))}, nil
}

// resolved is what the line has made so far: the files as read, and the deck.
type resolved struct {
	file    *config.File
	answers map[string]*survey.Table
	deck    *report.Deck
	read    diag.List // problems of reading
	told    diag.List // problems of resolving
}

// resolve is the part of the line that every verb shares: files, model.
func resolve(ui *ui, o buildOptions) (resolved, error) {
	ui.progress("reading %s", o.layout)
	file, list := config.Read(o.layout, os.ReadFile)
	if err := guard(o.out, o.layout, beside(o.layout, file.Deck.Theme.V)); err != nil {
		return resolved{}, err
	}
	if err := setVars(file, o.set); err != nil {
		return resolved{}, err
	}
	answers, more, err := readAnswers(file, o)
	if err != nil {
		return resolved{}, err
	}
	list.Add(more)
	deck, told := report.Resolve(file, answers)
	told, err = allowed(told, deck, o.allow)
	return resolved{file, answers, deck, list, told}, err
}

// problems are those of reading, and those of resolving that do not follow from them.
func (r resolved) problems() diag.List {
	return append(slices.Clone(r.read), r.told.Following(r.read)...)
}

// target is the file to write: as asked, or the layout's name with .pdf.
func (o buildOptions) target() string {
	if o.out != "" {
		return o.out
	}
	return strings.TrimSuffix(o.layout, filepath.Ext(o.layout)) + ".pdf"
}

func info(deck *report.Deck) pdf.Info {
	i := pdf.Info{
		Title: report.OneLine(deck.Title.S), Author: report.OneLine(deck.Author.S), Subject: report.OneLine(deck.Subject.S),
		Lang: deck.Locale.Tag, Date: deck.Date, Fonts: deck.Theme.Family,
	}
	for _, a := range report.Attachments(deck) {
		i.Attachments = append(i.Attachments, pdf.Attachment{
			Name: a.Name, MIME: a.MIME, Description: a.Description, Relationship: pdf.Relationship(a.Relationship), Data: a.Data,
		})
	}
	return i
}
