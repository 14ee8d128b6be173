package main

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/spf13/cobra"

	"lysark/report/mail"
	"lysark/report/mail/address"
	"lysark/report/mail/delivery"
	"lysark/report/mail/ledger"
	"lysark/report/mail/message"
)

// mailTrialOptions are the flags of mail test.
type mailTrialOptions struct {
	file, to string
	row      int
}

func newMailTrial(ui *ui) *cobra.Command {
	var o mailTrialOptions
	cmd := &cobra.Command{
		Use:   "test FILE|DIR --to ADDRESS",
		Short: "Send one mail of the plan to yourself",
		Long: `Test sends a mail of the plan by the server that will send them all, to an address
of your own: what the first member will get, with [TEST] before the subject. It
touches no member. Send wants one to have been taken.`,
		Example: `  lysark mail test mail.toml --to meg@forening.example`,
		Args:    one("the mail file FILE, or the plan's folder DIR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file = args[0]
			return runMailTrial(cmd.Context(), ui, o)
		},
	}
	cmd.Flags().StringVar(&o.to, "to", "", "the `ADDRESS` that gets it")
	cmd.Flags().IntVar(&o.row, "row", 0, "take the mail of the member in this `ROW` of the list, not the first one's")
	return cmd
}

func runMailTrial(ctx context.Context, ui *ui, o mailTrialOptions) error {
	if o.to == "" {
		return usagef("say who is to get the mail: --to ADDRESS")
	}
	to, fault := address.Parse(o.to)
	if fault != nil {
		return usagef("--to: the address %s", fault.Why)
	}
	outlive()
	c, err := mail.OpenNamed(o.file)
	if err != nil {
		return err
	}
	of, found := c.Plan.InRow(o.row)
	if !found {
		return usagef("--row %d: nobody in that row of the list gets mail", o.row)
	}
	l, err := openTrialLedger(ui, c)
	if err != nil {
		return err
	}
	defer l.Close()
	s, err := delivery.New(c, l, mailTool(), os.Getenv)
	if err != nil {
		return err
	}
	s.Letters = delivery.Trial{Campaign: c, Of: of, To: message.Address{Addr: to.String()}}
	s.Recipients = []mail.Recipient{delivery.NextTrial(c.Plan, l.View(), to.String())}
	s.Pace.GiveUp = time.Second // somebody sits there and waits
	out, err := sendMail(ctx, ui, s)
	return reportTrial(ui, o.file, out, err)
}

// openTrialLedger takes the ledger of trials, which the first trial makes.
func openTrialLedger(ui *ui, c *mail.Campaign) (*ledger.Ledger, error) {
	path := c.TestLedgerPath()
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		first := ledger.Record{Time: time.Now(), Event: ledger.EventOpen, Plan: c.Plan.Digest, Tool: mailTool()}
		if err := ledger.Create(path, first); err != nil {
			return nil, err
		}
	}
	return openMailLedger(ui, path)
}

func reportTrial(ui *ui, file string, out delivery.Result, err error) error {
	ui.clearProgress()
	switch {
	case err != nil:
		return exitError{exitRefused, err}
	case out.Sent == 1:
		ui.print("the server took the test mail; look at it as its readers will, then: lysark mail send %s", file)
		return nil
	case out.Stop != nil:
		for _, note := range out.Stop.Notes(file) {
			ui.note("%s", note)
		}
	case out.LastError != "":
		ui.note("the server did not take the test mail: %s", out.LastError)
	}
	return exitError{code: out.Exit()}
}
