package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"lysark/charts/raster"
)

func newCharts(ui *ui) *cobra.Command {
	var o buildOptions
	cmd := &cobra.Command{
		Use:   "charts FILE",
		Short: "Write each chart of the deck as a PNG file",
		Long: `Charts writes each chart of the deck as a PNG file into the folder --out, named by
slide and chart: slide-03-1.png.`,
		Args: one("the layout FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.layout = args[0]
			return runCharts(cmd.Context(), ui, o)
		},
	}
	cmd.Flags().StringVarP(&o.out, "out", "o", "charts", "the folder to write to, made when missing")
	addYearFlags(cmd, &o)
	addSlidesFlag(cmd, &o)
	return cmd
}

func runCharts(ctx context.Context, ui *ui, o buildOptions) error {
	laid, err := layOut(ctx, ui, o)
	if err != nil {
		return err
	}
	ui.progress("drawing %d charts", raster.CountCharts(laid.pages))
	pictures, err := raster.Pictures(laid.pages, laid.deck.Theme.Family, raster.DefaultScale)
	if err != nil {
		return fmt.Errorf("drawing the charts: %w", err)
	}
	if err := os.MkdirAll(o.out, 0o777); err != nil {
		return err
	}
	for _, p := range pictures {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := writeWhole(filepath.Join(o.out, p.Name+".png"), p.Data); err != nil {
			return err
		}
	}
	ui.done("%s: %d charts", o.out, len(pictures))
	return nil
}
