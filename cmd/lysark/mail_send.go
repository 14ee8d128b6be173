package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"lysark/report/mail"
	"lysark/report/mail/address"
	"lysark/report/mail/ledger"
	"lysark/report/mail/submission"
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
	c, err := openCampaign(o.file)
	if err != nil {
		return err
	}
	if gone := c.GoneSources(); len(gone) > 0 && !o.withoutSources {
		return refusef("%w; put it back, or send what was planned all the same: --without-sources", &mail.GoneError{What: gone})
	}
	l, err := openMailLedger(ui, c.LedgerPath())
	if err != nil {
		return err
	}
	defer l.Close()
	if err := c.Current(); err != nil {
		return refused(err)
	}
	if l.Opened().Plan != c.Plan.Digest {
		return refusef("the ledger belongs to another plan; plan once more: lysark mail plan %s", o.file)
	}
	recipients, err := mailTo(c, o.only)
	if err != nil {
		return err
	}
	left := leftOf(l, recipients, o.limit)
	if err := approve(ctx, ui, o, c, left); err != nil {
		return err
	}
	s, err := newSending(c, l, os.Getenv)
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

// openMailLedger takes the ledger for this program alone.
func openMailLedger(ui *ui, path string) (*ledger.Ledger, error) {
	l, err := ledger.Open(path)
	var damage *ledger.DamageError
	switch {
	case errors.Is(err, ledger.ErrLocked):
		return nil, refusef("%s: another lysark is sending or settling; wait until it has ended", path)
	case errors.Is(err, ledger.ErrMissing):
		return nil, refusef("%s is missing: without it nobody knows who got the mail already; put it back", path)
	case errors.As(err, &damage):
		return nil, refusef("%w", err)
	case err != nil:
		return nil, err
	}
	if torn := l.Torn(); torn != nil {
		ui.note("%s: the last line was cut off when the machine stopped; nothing was sent on its strength", path)
	}
	return l, nil
}

// mailTo are the recipients that this run is about.
func mailTo(c *mail.Campaign, only string) ([]mail.Recipient, error) {
	if only == "" {
		return c.Plan.Recipients, nil
	}
	r, err := planned(c.Plan, only)
	if err != nil {
		return nil, err
	}
	return []mail.Recipient{r}, nil
}

// leftOf is how many mails a run would send.
func leftOf(l *ledger.Ledger, recipients []mail.Recipient, limit int) int {
	counts := mail.Counts(l.View(), recipients)
	left := counts[ledger.StatePending] + counts[ledger.StateDeferred]
	if limit > 0 {
		left = min(left, limit)
	}
	return left
}

// approve makes sure that somebody wants exactly this to be sent.
func approve(ctx context.Context, ui *ui, o mailSendOptions, c *mail.Campaign, left int) error {
	if err := approveTrial(o, c); err != nil {
		return err
	}
	switch {
	case o.confirm != "" && o.confirm != c.Plan.Code:
		return refusef("--confirm %s is not the code of this plan: look at it again, and at what has changed, before you take its code", o.confirm)
	case o.confirm != "" || left == 0:
		return nil
	case !ui.asks():
		return refusef("nobody can be asked here; say --confirm and the code that lysark mail plan has told")
	}
	if err := summary(ui, c, left); err != nil {
		return err
	}
	said, err := ui.ask(ctx, fmt.Sprintf("type %d to send them: ", left))
	switch {
	case err != nil:
		return err
	case said != strconv.Itoa(left):
		return refusef("that is not %d: nothing was sent", left)
	}
	return nil
}

// summary tells what is about to be sent.
func summary(ui *ui, c *mail.Campaign, left int) error {
	m, err := c.Compose(c.Plan.Recipients[0], c.Plan.Created)
	if err != nil {
		return refused(err)
	}
	s := c.Plan.Settings
	ui.print("%s: %d mails from %s by %s", c.Plan.ID, left, address.Shown(s.From.Address), s.Server.Host)
	ui.print("  subject       %s", s.Subject)
	ui.print("  attachment    %s; a mail has about %s", s.AttachName, size(m.Size()))
	ui.print("  takes         %s", duration(s.Server, left, left*m.Size()))
	return nil
}

func approveTrial(o mailSendOptions, c *mail.Campaign) error {
	if o.noTest {
		return nil
	}
	v, err := ledger.Read(c.TestLedgerPath())
	if err != nil && !errors.Is(err, ledger.ErrMissing) {
		return refusef("%w", err)
	}
	if err != nil || !mail.WasTried(c.Plan, v) {
		return refusef("nobody has got a test mail of this plan; send one to yourself: lysark mail test %s --to ADDRESS", o.file)
	}
	return nil
}

// newSending is a run of the campaign, but for who and when.
func newSending(c *mail.Campaign, l *ledger.Ledger, getenv func(string) string) (mail.Sending, error) {
	server, err := mailServer(c.Plan.Settings.Server, c.Beside, getenv)
	if err != nil {
		return mail.Sending{}, err
	}
	return mail.Sending{
		Plan: c.Plan.Digest, Tool: "lysark " + version(), From: c.Plan.Settings.EnvelopeFrom, Letters: c, Ledger: l,
		Dial: mail.Dialer(server), Pace: c.Plan.Settings.Server.Pace(), Clock: clock{},
	}, nil
}

// mailServer is the server as it is dialled.
func mailServer(s mail.Server, beside func(string) string, getenv func(string) string) (submission.Server, error) {
	roots, err := trusted(beside(s.CAFile))
	if err != nil {
		return submission.Server{}, err
	}
	secret := secretOf(s, beside, getenv)
	if s.PasswordEnv != "" || s.PasswordFile != "" { // a program is run at the login only
		if _, err := secret(context.Background()); err != nil {
			return submission.Server{}, err
		}
	}
	return s.Submission(secret, roots), nil
}

// clock is the time.
type clock struct{}

func (clock) Now() time.Time                         { return time.Now() }
func (clock) After(d time.Duration) <-chan time.Time { return time.After(d) }
