package main

import (
	"io"

	"github.com/spf13/cobra"

	"lysark/report/mail/status"
	"lysark/report/tables"
)

func newMailStatus(ui *ui) *cobra.Command {
	var format, out string
	var asCSV bool
	cmd := &cobra.Command{
		Use:   "status FILE|DIR",
		Short: "Tell how the sending stands, and who has to be looked at",
		Long: `Status tells how many mails stand how, and lists those that failed and those of which
nobody knows whether they were delivered. It can be asked while mail is sent.

pending: to be sent. deferred: the server said later. sending: under way in the lysark
that is sending now. sent: the server took it. failed: the server said never.
unknown: the connection was lost before the answer, or the program was stopped; settle
it with lysark mail resolve. skipped: gets none.

--csv gives the rows of the list with state, reply, time and message ID.`,
		Example: `  lysark mail status mail.toml
  lysark mail status mail.toml --csv -o status.csv`,
		Args: one("the mail FILE or the plan's folder"),
		RunE: func(_ *cobra.Command, args []string) error {
			if asCSV {
				format = "csv"
			}
			return runMailStatus(ui, args[0], format, out)
		},
	}
	addFormatFlag(cmd, &format, statusFormats())
	cmd.Flags().BoolVar(&asCSV, "csv", false, "the same as --format csv")
	cmd.Flags().StringVarP(&out, "out", "o", "", "the file to write to instead of standard output")
	return cmd
}

func runMailStatus(ui *ui, name, format, out string) error {
	write, err := chooseFormat(statusFormats(), format)
	if err != nil {
		return err
	}
	s, err := status.Read(name)
	if err != nil {
		return err
	}
	s.File = out != "" && out != "-"
	s.Public = ui.public && !s.File
	s.Harmless = tables.Harmless
	return hand(ui, out, write, s)
}

func statusFormats() []form[status.Status] {
	return []form[status.Status]{
		{"text", func(s status.Status, w io.Writer, _ int) error { return s.Text(w) }},
		{"csv", func(s status.Status, w io.Writer, _ int) error { return s.CSV(w) }},
		{"json", func(s status.Status, w io.Writer, _ int) error { return s.JSON(w) }},
	}
}
