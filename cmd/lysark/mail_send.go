package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"lysark/report/mail"
	"lysark/report/mail/delivery"
)

// mailSendOptions are the flags of mail send.
type mailSendOptions struct {
	file, confirm, only, until string
	limit, first               int
	firstPause                 time.Duration
	noTest, keepGoing          bool
	withoutSources             bool
}

func newMailSend(ui *ui) *cobra.Command {
	var o mailSendOptions
	cmd := &cobra.Command{
		Use:   "send FILE|DIR",
		Short: "Send the plan's mails to all who have not got theirs",
		Long: `Send sends the plan's mails, each member's once, and writes down what becomes of
each. Run again it goes on with those who are left. Of whom it is unknown whether
they got the mail nobody gets it again: settle them with lysark mail resolve.

On a terminal it asks for the number of mails; elsewhere it wants the plan's code.
It refuses when a test mail of the plan was never sent, when anything has changed
since it was made, or when a file that the mail file names is gone. The first mails go alone, and the others follow unless most of
them were refused.

Ctrl-C finishes the mails that are under way; a second one drops those that the
server has not got whole.`,
		Example: `  lysark mail send mail.toml
  lysark mail send mail.toml --confirm K7F2-213 --until 18:00`,
		Args: one("the mail file FILE, or the plan's folder DIR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file = args[0]
			return runMailSend(cmd.Context(), ui, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.confirm, "confirm", "", "the plan's `CODE`; has to be there where nobody can be asked")
	f.IntVar(&o.limit, "limit", 0, "send to `N` members at most")
	f.StringVar(&o.only, "only", "", "send to the member with this `ADDRESS` alone")
	f.StringVar(&o.until, "until", "", "begin no mail after this `TIME` of today, such as 18:00")
	f.BoolVar(&o.noTest, "no-test", false, "send though nobody has got a test mail")
	f.BoolVar(&o.withoutSources, "without-sources", false, "send though files that the mail file names are gone")
	f.BoolVar(&o.keepGoing, "keep-going", false, "do not stop when mails in a row are refused alike")
	f.IntVar(&o.first, "first", 5, "how many go alone before the others follow; 0 for none")
	f.DurationVar(&o.firstPause, "first-pause", 30*time.Second, "how long the others wait then")
	return cmd
}

func runMailSend(ctx context.Context, ui *ui, o mailSendOptions) error {
	until, err := parseUntil(o.until, time.Now())
	if err != nil {
		return err
	}
	if o.limit < 0 || o.first < 0 || o.firstPause < 0 {
		return usagef("--limit, --first and --first-pause cannot be negative")
	}
	outlive()
	c, err := mail.OpenNamed(o.file)
	if err != nil {
		return err
	}
	if !o.withoutSources {
		if err := c.Complete(); err != nil {
			return err
		}
	}
	l, err := openMailLedger(ui, c.LedgerPath())
	if err != nil {
		return err
	}
	defer l.Close()
	if err := c.Owns(l, o.file); err != nil {
		return err
	}
	recipients := c.Plan.Recipients
	if o.only != "" {
		r, err := memberAt(c.Plan, o.only)
		if err != nil {
			return err
		}
		recipients = []mail.Recipient{r}
	}
	left := delivery.LeftOf(l, recipients, o.limit)
	if err := approve(ctx, ui, o, c, left); err != nil {
		return err
	}
	s, err := delivery.New(c, l, mailTool(), os.Getenv)
	if err != nil {
		return err
	}
	s.Recipients, s.Limit, s.Until, s.KeepGoing = recipients, o.limit, until, o.keepGoing
	s.First, s.FirstPause = o.first, o.firstPause
	s.Watch = watchMail(ui, left, ctx.Done())
	out, err := sendMail(ctx, ui, s)
	return reportMail(ui, o.file, out, err)
}

// parseUntil reads a time of today.
func parseUntil(s string, now time.Time) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	clock, err := time.Parse("15:04", s)
	if err != nil {
		return time.Time{}, usagef("--until is %q; write a time of today, such as 18:00", s)
	}
	t := time.Date(now.Year(), now.Month(), now.Day(), clock.Hour(), clock.Minute(), 0, 0, now.Location())
	if !t.After(now) {
		return time.Time{}, usagef("--until %s has passed today", s)
	}
	return t, nil
}

// approve makes sure that somebody wants exactly this to be sent.
func approve(ctx context.Context, ui *ui, o mailSendOptions, c *mail.Campaign, left int) error {
	ask, err := delivery.Approval{File: o.file, Code: o.confirm, Untested: o.noTest}.Check(c, left)
	switch {
	case err != nil || !ask:
		return err
	case !ui.asks():
		return mail.Refusef("nobody can be asked here; say --confirm and the code that lysark mail plan has told")
	}
	about, err := delivery.About(c, left)
	if err != nil {
		return err
	}
	ui.print("%s", about)
	said, err := ui.ask(ctx, fmt.Sprintf("type %d to send them: ", left))
	switch {
	case err != nil:
		return err
	case said != strconv.Itoa(left):
		return mail.Refusef("that is not %d: nothing was sent", left)
	}
	return nil
}
