package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
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
	cmd.Flags().BoolVar(&o.verify, "verify", false,
		"build twice and compare: the same input has to give the same bytes")
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

// makePDF is the whole line, as docs/design.md draws it: files, model, pages, bytes.
func makePDF(ctx context.Context, ui *ui, o buildOptions) (data []byte, slides int, err error) {
	laid, err := layOut(ctx, ui, o)
	if err != nil {
		return nil, 0, err
	}
	data, err = laid.write(ctx, ui, o)
	return data, slideCount(laid.deck), err
}

// layOut is the part of the line that check shares. It prints every problem there is and fails when one is an error.
func layOut(ctx context.Context, ui *ui, o buildOptions) (laidOut, error) {
	laid, err := lay(ui, o)
	if err != nil {
		return laidOut{}, err
	}
	if ui.problems(laid.list); ui.stops(laid.list) {
		return laidOut{}, errDiagnostics
	}
	return laid, ctx.Err()
}

// lay is layOut without telling.
func lay(ui *ui, o buildOptions) (laidOut, error) {
	in, err := makeDeck(ui, o)
	if err != nil {
		return laidOut{}, err
	}
	return in.compose(ui, o)
}

// makeDeck is the part of the line that every verb shares: files, model.
func makeDeck(ui *ui, o buildOptions) (resolved, error) {
	in, err := read(ui, o)
	if err != nil {
		return resolved{}, err
	}
	return in.resolve(o)
}

// target is the file to write: as asked, or the layout's name with .pdf.
func (o buildOptions) target() string {
	if o.out != "" {
		return o.out
	}
	return strings.TrimSuffix(o.layout, filepath.Ext(o.layout)) + ".pdf"
}
