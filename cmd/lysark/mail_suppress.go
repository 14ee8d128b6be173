package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"lysark/config/diag"
	"lysark/report/mail"
	"lysark/report/mail/address"
	"lysark/report/mail/ledger"
)

func newMailSuppress(ui *ui) *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use:   "suppress FILE ADDRESS",
		Short: "Take somebody out: of this sending, and of those to come",
		Long: `Suppress adds an address to the first file that suppress of [mail.list] names, and
takes its mail out of the plan if it has not been sent. The reason stands in the
ledger, where nobody's address is.`,
		Example: `  lysark mail suppress mail.toml kari@example.org --reason "asked by phone"`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef("name the mail FILE and one ADDRESS: %s", cmd.UseLine())
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return runMailSuppress(ui, args[0], args[1], reason) },
	}
	cmd.Flags().StringVar(&reason, "reason", "", "why, for the ledger")
	return cmd
}

func runMailSuppress(ui *ui, file, text, reason string) error {
	a, fault := address.Parse(text)
	if fault != nil {
		return usagef("the address %s", fault.Why)
	}
	if reason == "" {
		return usagef(`say why: --reason "asked by phone"`)
	}
	f, list := mailFile(file)
	if list.HasErrors() {
		ui.problems(list)
		return errDiagnostics
	}
	if len(f.Mail.List.Suppress) == 0 {
		list.Errorf(f.Mail.List.Pos, diag.Missing, `write suppress = "avmeldt.csv"; the file is made when it is missing`, "there is no file of those who left")
		ui.problems(list)
		return errDiagnostics
	}
	to := f.Beside(f.Mail.List.Suppress[0])
	out, err := mail.Suppress(mail.Suppression{
		Address: a, Why: reason, File: to, Column: f.Mail.List.Email.V, Dir: mail.Folder(file, f.Mail.ID.V), Now: time.Now(),
	})
	if err != nil {
		return refused(err)
	}
	if out.Already {
		ui.print("%s has the address already", to)
	} else {
		ui.print("%s: 1 address more", to)
	}
	ui.suppressed(out)
	return nil
}

// suppressed tells what it means for the plan.
func (u *ui) suppressed(out mail.Suppressed) {
	switch {
	case !out.Planned:
		u.print("the plan has no mail for it")
	case out.State == ledger.StateSkipped:
		u.print("its mail is taken out of the plan")
	case out.State == ledger.StateSent:
		u.print("its mail has been sent already")
	default:
		u.print("its mail stays as it is: %s", out.State)
	}
}

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
	s, err := readStatus(name)
	if err != nil {
		return err
	}
	if s.plan.Forgotten {
		ui.print("%s is forgotten already", s.dir)
		return nil
	}
	if !yes {
		if !ui.asks() {
			return usagef("nobody can be asked here; add --yes")
		}
		open := s.counts[ledger.StatePending] + s.counts[ledger.StateDeferred] + s.counts[ledger.StateUnknown]
		ui.print("%d members, of %d the sending is not settled; this cannot be undone", len(s.plan.Recipients), open)
		answer, err := ui.ask(ctx, "type forget to go on: ")
		if err != nil {
			return err
		}
		if answer != "forget" {
			return refusef("nothing was forgotten")
		}
	}
	if err := mail.Forget(s.dir); err != nil {
		return refused(err)
	}
	ui.print("%s: forgotten", s.dir)
	return nil
}
