package main

import (
	"strings"

	"github.com/spf13/cobra"

	"lysark/config"
	"lysark/report/mail/mailfile"
)

func newSchema(ui *ui) *cobra.Command {
	return &cobra.Command{
		Use:   "schema [layout|theme|mail]",
		Short: "Print the JSON Schema of layout, theme or mail files, for editors",
		Long: `Schema prints the JSON Schema of layout files, or of theme or mail files. An editor
that knows it completes keys and marks mistakes while they are written:

  lysark schema > layout.schema.json

and, as the first line of the layout,

  #:schema layout.schema.json`,
		Args:      cobra.MatchAll(cobra.MaximumNArgs(1), cobra.OnlyValidArgs),
		ValidArgs: []string{"layout", "theme", "mail"},
		RunE: func(_ *cobra.Command, args []string) error {
			schema := config.LayoutSchema(mailfile.Keys())
			switch strings.Join(args, "") {
			case "theme":
				schema = config.ThemeSchema()
			case "mail":
				schema = mailfile.Schema()
			}
			_, err := ui.out.Write(schema)
			return err
		},
	}
}
