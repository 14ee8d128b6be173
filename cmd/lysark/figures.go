package main

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"lysark/config/diag"
	"lysark/report/compare"
)

func newFigures(ui *ui) *cobra.Command {
	var o buildOptions
	var format string
	cmd := &cobra.Command{
		Use:   "figures FILE",
		Short: "List every number in the deck",
		Long: `Figures lists every number that the deck of the layout FILE prints, the sums beside the
bars of charts among them: where it stands, its value unrounded, and the answers it rests on. A figure that is hidden because too
few answered is listed as "–", without its value.

Count and base stand with a figure that is their share. Any other, such as 100 less a
share, a mean or a difference, tells its parts under "from": "Nei: 5 of 96". Weighted
shares are those of the weighted count and base, which stand beside. A number that
comes from no answers, such as a variable, has "(by hand)" in the place of its data set.

The list is a table, cut to the width of a terminal; CSV and JSON hold all of it.
CSV opens as it is in Excel of the deck's language: UTF-8 with a mark, of a deck in
nb or nn with semicolons and decimal commas, in en with commas and decimal points.
JSON always has points, and the parts of every figure under "sources".
Problems go to standard error, but for claims that do not hold and typed numbers, which
check and compare tell. When an expression cannot be worked out, the others are listed all
the same, and the exit code is 1; a file is then not written.`,
		Example: `  lysark figures deck.toml
  lysark figures deck.toml --format csv -o figures.csv`,
		Args: one("the layout FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.layout = args[0]
			return runFigures(ui, o, format)
		},
	}
	addDataFlags(cmd, &o)
	addFormatFlag(cmd, &format, figureFormats())
	cmd.Flags().StringVarP(&o.out, "out", "o", "", "the file to write (default: standard output)")
	return cmd
}

func runFigures(ui *ui, o buildOptions, format string) error {
	write, err := chooseFormat(figureFormats(), format)
	if err != nil {
		return err
	}
	in, err := makeDeck(ui, o)
	if err != nil {
		return err
	}
	list := slices.DeleteFunc(in.file.Silenced(in.problems()), aboutSentences)
	ui.problems(list)
	switch stops := ui.stops(list); {
	case stops && (ui.stops(in.read) || o.out != ""):
		return errDiagnostics // of what was not read as it is meant, and of a file, there is no half
	case stops:
		return errors.Join(hand(ui, o.out, write, compare.List(in.deck)), errDiagnostics)
	}
	return hand(ui, o.out, write, compare.List(in.deck))
}

// aboutSentences are the problems of a text that keep no figure from being right: check and compare tell them.
func aboutSentences(d diag.Diagnostic) bool { return d.Rule.AboutSentences() }

// form is one way of writing a result. width is that of the terminal, 0 where there is none.
type form[T any] struct {
	name  string
	write func(result T, w io.Writer, width int) error
}

func figureFormats() []form[compare.Figures] {
	return []form[compare.Figures]{
		{"table", compare.Figures.Table},
		{"csv", func(f compare.Figures, w io.Writer, _ int) error { return f.CSV(w) }},
		{"json", func(f compare.Figures, w io.Writer, _ int) error { return f.JSON(w) }},
	}
}

// addFormatFlag gives a verb a --format of its own, for its result, in place of the one for problems: the first form
// unless another is named. The problems of such a verb are text on standard error, and never mix with the result.
func addFormatFlag[T any](cmd *cobra.Command, format *string, forms []form[T]) {
	cmd.Flags().StringVar(format, "format", forms[0].name, "how the result is written: "+oneOf(names(forms)))
}

func names[T any](forms []form[T]) []string {
	var out []string
	for _, f := range forms {
		out = append(out, f.name)
	}
	return out
}

func chooseFormat[T any](forms []form[T], name string) (form[T], error) {
	i := slices.Index(names(forms), name)
	if i < 0 {
		return form[T]{}, usagef("--format is %q; use %s", name, oneOf(names(forms)))
	}
	return forms[i], nil
}

// oneOf lists names to choose from.
func oneOf(names []string) string {
	out := ""
	for i, n := range names {
		switch {
		case i == 0:
		case i == len(names)-1:
			out += " or "
		default:
			out += ", "
		}
		out += `"` + n + `"`
	}
	return out
}

// hand writes a result to a file, whole or not at all, or to standard output.
func hand[T any](ui *ui, target string, f form[T], result T) error {
	width := 0
	if target == "" {
		width = ui.width()
	}
	var out bytes.Buffer
	if err := f.write(result, &out, width); err != nil {
		return err
	}
	return ui.give(target, out.Bytes())
}
