package main

import (
	"time"

	"github.com/spf13/cobra"

	"lysark/config/diag"
	"lysark/report/mail"
	"lysark/report/mail/address"
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
		list.Errorf(f.Mail.List.Pos, diag.Missing, `write suppress = "avmeldt.csv"; the file is made when it is missing`,
			"there is no file of those who left")
		ui.problems(list)
		return errDiagnostics
	}
	to := f.Beside(f.Mail.List.Suppress[0])
	out, err := mail.Suppress(mail.Suppression{
		Address: a, Why: reason, File: to, Column: f.Mail.List.Email.V,
		Dir: mail.Folder(file, f.Mail.ID.V), Now: time.Now(),
	})
	if err != nil {
		return err
	}
	if out.Already {
		ui.print("%s has the address already", to)
	} else {
		ui.print("%s: 1 address more", to)
	}
	ui.print("%s", out)
	return nil
}
