package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"lysark/report/compare"
)

func newCompare(ui *ui) *cobra.Command {
	var o buildOptions
	var format string
	cmd := &cobra.Command{
		Use:   "compare FILE --data NAME=FILE | compare OLD NEW",
		Short: "Tell what this year's answers change in the deck",
		Long: `Compare holds a deck against itself with other answers (--data), or two layouts
against each other. It tells which figures moved and whether by more than chance, which
answers and columns came or went, which claims no longer hold, which numbers are typed,
and which figures only one of the two shows. With --data it also tells what the layout
still says of last year: the year, and how many were asked. The test for chance rests on
how many were asked, so the number must be that of the new answers.

What the new answers break is part of the report, and no failure: the exit code is 0
when the two could be compared, and 1 when a file has mistakes that keep it from being
read. Figures that are hidden because too few answered are not told.`,
		Example: `  lysark compare deck.toml --data svar=svar-2026.csv
  lysark compare 2025/deck.toml 2026/deck.toml --format html -o changes.html`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.layout = args[len(args)-1]
			if len(args) == 1 && len(o.data) == 0 {
				return usagef("compare %s with what? Name this year's answers with --data NAME=FILE, or a second "+
					"layout", args[0])
			}
			return runCompare(cmd.Context(), ui, args[0], o, format)
		},
	}
	addDataFlags(cmd, &o)
	addFormatFlag(cmd, &format, reportFormats())
	cmd.Flags().StringVarP(&o.out, "out", "o", "", "the file to write (default: standard output)")
	return cmd
}

// runCompare compares the layout before, as it is, with the new one, whose answers --data may replace.
func runCompare(ctx context.Context, ui *ui, before string, o buildOptions, format string) error {
	write, err := chooseFormat(reportFormats(), format)
	if err != nil {
		return err
	}
	old, err := makeDeck(ui, buildOptions{layout: before})
	if err != nil {
		return err
	}
	now, err := makeDeck(ui, o)
	if err != nil {
		return err
	}
	list := old.file.Silenced(old.read)
	list.Add(now.file.Silenced(now.read))
	if ui.problems(list); ui.stops(list) {
		return errDiagnostics
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	now.told.Add(unchanged(now.file, o))
	return hand(ui, o.out, write, compare.Compare(old.side(), now.side()))
}

func (r resolved) side() compare.Side {
	return compare.Side{File: r.file, Answers: r.answers, Deck: r.deck, Problems: r.file.Silenced(r.told)}
}

func reportFormats() []form[compare.Report] {
	return []form[compare.Report]{
		{"text", compare.Report.Text},
		{"markdown", func(r compare.Report, w io.Writer, _ int) error { return r.Markdown(w) }},
		{"json", func(r compare.Report, w io.Writer, _ int) error { return r.JSON(w) }},
		{"html", func(r compare.Report, w io.Writer, _ int) error { return r.HTML(w) }},
	}
}
