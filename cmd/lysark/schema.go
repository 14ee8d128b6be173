package main

import (
	"github.com/spf13/cobra"

	"lysark/config"
)

func newSchema(ui *ui) *cobra.Command {
	return &cobra.Command{
		Use:   "schema [layout|theme]",
		Short: "Print the JSON Schema of layout or theme files, for editors",
		Long: `Schema prints the JSON Schema of layout files, or of theme files. An editor that
knows it completes keys and marks mistakes while they are written:

  lysark schema > layout.schema.json

and, as the first line of the layout,

  #:schema layout.schema.json`,
		Args:      cobra.MatchAll(cobra.MaximumNArgs(1), cobra.OnlyValidArgs),
		ValidArgs: []string{"layout", "theme"},
		RunE: func(_ *cobra.Command, args []string) error {
			schema := config.LayoutSchema()
			if len(args) == 1 && args[0] == "theme" {
				schema = config.ThemeSchema()
			}
			_, err := ui.out.Write(schema)
			return err
		},
	}
}
