package main

import (
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newCheck(ui *ui) *cobra.Command {
	var o buildOptions
	cmd := &cobra.Command{
		Use:   "check FILE",
		Short: "Tell everything that is wrong with a deck, and write nothing",
		Long: `Check reads the layout FILE and everything it names and lays the deck out, text
and charts included, so that it finds all that build would find. It writes nothing.`,
		Args: one("the layout FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.layout = args[0]
			defer debug.SetGCPercent(debug.SetGCPercent(garbage))
			laid, err := layOut(cmd.Context(), ui, o)
			if err == nil {
				ui.done("%s: %d slides, no errors", o.layout, slideCount(laid.deck))
			}
			return err
		},
	}
	addYearFlags(cmd, &o)
	addSlidesFlag(cmd, &o)
	return cmd
}
