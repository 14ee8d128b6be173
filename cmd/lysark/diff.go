package main

import (
	"fmt"
	"io"
	"sync"

	"github.com/spf13/cobra"

	pdfdiff "lysark/report/pdf/difference"
	"lysark/report/pdf/inspect"
)

func newDiff(ui *ui) *cobra.Command {
	var format, target string
	cmd := &cobra.Command{
		Use:   "diff OLD.pdf NEW.pdf",
		Short: "Tell which slides differ between two PDFs, and how",
		Long: `Diff tells which slides of a PDF came, went, moved or changed in another one. Of each
that changed it tells what it says first: headings, texts, what they are (structure,
language), alternative texts, links; then what it shows: pictures, places, colours, sizes.
At last it tells what changed of the document: title, dates, outline, fonts, attachments,
broken rules. A slide is known again by what it says, so that one that is inserted is one
that is new; other numbers for the slides after it are no change. Pictures are the same when
what is seen of them is, however they are compressed; of one that changed it tells how much
of it, and where on the slide. Photographs (JPEG, JPEG 2000) and scans (CCITT, JBIG2) are not
decoded: they are the same when their bytes are.

Text and Markdown tell the first changes of each slide, JSON all of them.

It takes any two PDFs, and "-" for standard input in place of one. Of files that are the
same, byte for byte, it says nothing; of files that say and show the same, what else they
differ in.

Exit codes: 0 nothing differs but the files' identifiers and how they are written, such as
compression and the order of objects; 1 something does, or one cannot be read or is no PDF,
which standard error tells; 2 the command line is wrong.`,
		Example: `  lysark diff old.pdf new.pdf
  lysark build deck.toml -o - | lysark diff rapport.pdf - --format markdown`,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) != 2:
				return usagef("name two PDFs: the old one and the new one")
			case args[0] == "-" && args[1] == "-":
				return usagef("only one of the two can be standard input")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return runDiff(ui, args[0], args[1], target, format) },
	}
	addFormatFlag(cmd, &format, diffFormats(false))
	cmd.Flags().StringVarP(&target, "out", "o", "", "the file to write (default: standard output)")
	return cmd
}

func runDiff(ui *ui, before, after, target, format string) error {
	toTerminal := target == "" && ui.width() > 0
	write, err := chooseFormat(diffFormats(toTerminal && ui.color), format)
	if err != nil {
		return err
	}
	docs, errs := inspectBoth(ui, before, after)
	for _, err := range errs {
		if err != nil {
			ui.failure(err)
		}
	}
	if errs[0] != nil || errs[1] != nil {
		return errDiagnostics
	}
	d := pdfdiff.Compare(docs[0], docs[1])
	d.Old.File, d.New.File = before, after
	if err := hand(ui, target, write, d); err != nil {
		return err
	}
	if !d.Same() {
		return errDiagnostics
	}
	return nil
}

// inspectBoth reads the two files at the same time.
func inspectBoth(ui *ui, names ...string) (docs [2]*inspect.Document, errs [2]error) {
	ui.progress("comparing %s with %s", names[0], names[1])
	var both sync.WaitGroup
	for i, name := range names {
		both.Go(func() {
			data, err := readInput(name)
			if err == nil {
				docs[i], err = inspect.Read(data)
				if err != nil {
					err = fmt.Errorf("%s: %w", name, err)
				}
			}
			errs[i] = err
		})
	}
	both.Wait()
	return docs, errs
}

func diffFormats(color bool) []form[pdfdiff.Difference] {
	return []form[pdfdiff.Difference]{
		{"text", func(d pdfdiff.Difference, w io.Writer, width int) error {
			return d.Text(w, pdfdiff.Style{Width: width, Color: color})
		}},
		{"markdown", func(d pdfdiff.Difference, w io.Writer, _ int) error { return d.Markdown(w) }},
		{"json", func(d pdfdiff.Difference, w io.Writer, _ int) error { return d.JSON(w) }},
	}
}
