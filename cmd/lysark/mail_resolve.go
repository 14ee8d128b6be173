package main

import (
	"time"

	"github.com/spf13/cobra"

	"lysark/report/mail"
	"lysark/report/mail/ledger"
)

// mailResolveOptions are the flags of mail resolve.
type mailResolveOptions struct {
	file, address, note, by   string
	sent, resend, failed, all bool
}

func newMailResolve(ui *ui, getenv func(string) string) *cobra.Command {
	var o mailResolveOptions
	cmd := &cobra.Command{
		Use:   "resolve FILE|DIR [ADDRESS]",
		Short: "Settle members of whom it is unknown whether they got their mail",
		Long: `Resolve settles what the program cannot know: a connection was lost after the mail
had been ended and before the server had answered. Look into the server's log or
ask the member, then say --sent or --resend. A mail that is sent again has the
same bytes, so that mailboxes that know it show it once.

--failed gives a member up; --resend also takes one back who had failed. For one who
got the mail, or who was taken out, it wants a --note as well: it may be a mistyped
address.`,
		Example: `  lysark mail resolve mail.toml kari@firma.example --sent --note "in the log of the server"
  lysark mail resolve mail.toml --all-unknown --resend`,
		Args: cobra.RangeArgs(0, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("name the mail file FILE, or the plan's folder DIR")
			}
			o.file = args[0]
			if len(args) == 2 {
				o.address = args[1]
			}
			o.by = getenv("USER")
			return runMailResolve(ui, o)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.sent, "sent", false, "the member got it")
	f.BoolVar(&o.resend, "resend", false, "the member did not get it, and the next run sends it")
	f.BoolVar(&o.failed, "failed", false, "the member did not get it, and will not")
	f.BoolVar(&o.all, "all-unknown", false, "all of whom it is unknown")
	f.StringVar(&o.note, "note", "", "how you know, for the ledger; a `TEXT` without addresses")
	return cmd
}

func runMailResolve(ui *ui, o mailResolveOptions) error {
	as, err := o.as()
	if err != nil {
		return err
	}
	dir, err := mail.FolderNamed(o.file)
	if err != nil {
		return err
	}
	plan, err := mail.ReadPlan(dir)
	if err != nil {
		return mail.Refusef("%w", err)
	}
	l, err := openMailLedger(ui, (&mail.Campaign{Dir: dir}).LedgerPath())
	if err != nil {
		return err
	}
	defer l.Close()
	who, err := o.who(plan, l.View())
	if err != nil {
		return err
	}
	if len(who) == 0 {
		ui.print("of nobody it is unknown")
	}
	verdict := mail.Verdict{As: as, By: o.by, Note: o.note, Now: time.Now()}
	for _, r := range who {
		before, after, err := verdict.Settle(l, r)
		if err != nil {
			return err
		}
		ui.print("row %d was %s and is %s", r.Row, before, after)
	}
	return nil
}

// as is what the flags say of the members.
func (o mailResolveOptions) as() (string, error) {
	var said []string
	for _, flag := range []struct {
		set bool
		as  string
	}{{o.sent, ledger.AsSent}, {o.resend, ledger.AsResend}, {o.failed, ledger.AsFailed}} {
		if flag.set {
			said = append(said, flag.as)
		}
	}
	switch {
	case len(said) != 1:
		return "", usagef("say one of --sent, --resend and --failed")
	case o.all == (o.address != ""):
		return "", usagef("name a member by the address, or say --all-unknown")
	}
	return said[0], nil
}

func (o mailResolveOptions) who(p *mail.Plan, v *ledger.View) ([]mail.Recipient, error) {
	if o.all {
		return mail.Unknown(v, p.Recipients), nil
	}
	r, err := memberAt(p, o.address)
	return []mail.Recipient{r}, err
}
