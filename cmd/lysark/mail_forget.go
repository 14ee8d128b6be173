package main

import (
	"context"

	"github.com/spf13/cobra"

	"lysark/report/mail"
	"lysark/report/mail/ledger"
	"lysark/report/mail/status"
)

func newMailForget(ui *ui) *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:   "forget FILE|DIR",
		Short: "Erase who the members are, and keep what happened",
		Long: `Forget erases from the plan's folder all that tells who the members are: addresses,
names, cells, texts, previews and the secret of the keys. The ledger stays; it tells
how many got the mail and when, and nobody's address. Nothing can be sent or settled
with the plan any more, and its id cannot be used again.`,
		Example: `  lysark mail forget mail.toml
  lysark mail forget q3-2026.mail --yes`,
		Args: one("the mail FILE or the plan's folder"),
		RunE: func(cmd *cobra.Command, args []string) error { return runMailForget(cmd.Context(), ui, args[0], yes) },
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "do not ask")
	return cmd
}

func runMailForget(ctx context.Context, ui *ui, name string, yes bool) error {
	s, err := status.Read(name)
	if err != nil {
		return err
	}
	if s.Plan.Forgotten {
		ui.print("%s is forgotten already", s.Dir)
		return nil
	}
	if !yes {
		if !ui.asks() {
			return usagef("nobody can be asked here; add --yes")
		}
		open := mail.Left(s.Counts) + s.Counts[ledger.StateUnknown]
		ui.print("%d members, of %d the sending is not settled; this cannot be undone", len(s.Plan.Recipients), open)
		answer, err := ui.ask(ctx, "type forget to go on: ")
		if err != nil {
			return err
		}
		if answer != "forget" {
			return mail.Refusef("nothing was forgotten")
		}
	}
	if err := mail.Forget(s.Dir); err != nil {
		return err
	}
	ui.print("%s: forgotten", s.Dir)
	return nil
}
