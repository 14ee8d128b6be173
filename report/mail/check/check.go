// Package check goes all the way to the mail server that a mail would go, and sends none. Each step is told, up to the
// first that fails, with what may help.
package check

import (
	"context"
	"fmt"
	"net/netip"
	"os"
	"slices"
	"strings"
	"time"

	"lysark/report/locale"
	"lysark/report/mail"
	"lysark/report/mail/address"
	"lysark/report/mail/delivery"
	"lysark/report/mail/mailfile"
	"lysark/report/mail/submission"
)

// Check is what is checked.
type Check struct {
	Server mail.Server
	From   string // of the envelope
	Shown  string // in the mail
	Size   int    // of a mail; 0 while there is no plan
	Beside func(path string) string
	Getenv func(name string) string
}

// Of is the plan's, or the mail file's while there is no plan.
func Of(name string, getenv func(string) string) (Check, error) {
	dir, err := mail.FolderNamed(name)
	if err != nil {
		return Check{}, err
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return ofPlan(dir, getenv)
	}
	f, list := mailfile.Read(name, os.ReadFile)
	if list.HasErrors() {
		d := list.Sorted()[0]
		return Check{}, fmt.Errorf("%s: %s", d.Pos, d.Message)
	}
	c := Check{Server: mail.NamedServer(f.Mail), From: f.Mail.From.V.Address, Shown: f.Mail.From.V.Address,
		Getenv: getenv}
	if f.Mail.EnvelopeFrom.Set {
		c.From = f.Mail.EnvelopeFrom.V.Address
	}
	c.Beside = (&mail.Campaign{Dir: dir}).Beside
	if planned, err := ofPlan(dir, getenv); err == nil {
		c.Size = planned.Size
	}
	return c, nil
}

func ofPlan(dir string, getenv func(string) string) (Check, error) {
	c, err := mail.Open(dir)
	if err != nil {
		return Check{}, mail.Refusef("%w", err)
	}
	s := c.Plan.Settings
	out := Check{Server: s.Server, From: s.EnvelopeFrom, Shown: s.From.Address, Beside: c.Beside, Getenv: getenv}
	if len(c.Plan.Recipients) > 0 {
		m, err := c.Compose(c.Plan.Recipients[0], c.Plan.Created)
		if err != nil {
			return Check{}, mail.Refusef("%w", err)
		}
		out.Size = m.Size()
	}
	return out, nil
}

// Step is how a step went.
type Step struct {
	Fine bool
	Text string
	Hint string // what may help; empty when nothing is known to
}

// String is the step for people.
func (s Step) String() string {
	switch {
	case s.Fine:
		return "✓ " + s.Text
	case s.Hint == "":
		return "✗ " + s.Text
	}
	return "✗ " + s.Text + "\n  hint: " + s.Hint
}

// Resolver is what a check asks of DNS.
type Resolver interface {
	LookupHost(ctx context.Context, host string) ([]string, error)
	LookupTXT(ctx context.Context, name string) ([]string, error)
}

// Run goes to the server as far as it gets, and tells each step; false when one failed. dns asks as well what the
// sender's domain tells of who may send for it.
func (c Check) Run(ctx context.Context, r Resolver, dns bool, tell func(Step)) bool {
	t := &teller{tell: tell}
	c.reach(ctx, t, r)
	if dns {
		c.policies(ctx, t, r)
	}
	return !t.bad
}

// teller tells step by step how it went.
type teller struct {
	tell func(Step)
	bad  bool
}

func (t *teller) good(format string, args ...any) {
	t.tell(Step{Fine: true, Text: fmt.Sprintf(format, args...)})
}

func (t *teller) fail(hint, format string, args ...any) {
	t.bad = true
	t.tell(Step{Text: fmt.Sprintf(format, args...), Hint: hint})
}

func (c Check) reach(ctx context.Context, t *teller, r Resolver) {
	if !c.named(ctx, t, r) {
		return
	}
	server, err := delivery.ServerOf(c.Server, c.Beside, c.Getenv)
	if err != nil {
		t.fail("", "%v", err)
		return
	}
	server.Timeouts.Connect, server.Timeouts.Command = 15*time.Second, 30*time.Second
	session, err := submission.Dial(ctx, server)
	c.dialled(t, err)
	if err != nil {
		return
	}
	defer session.Quit()
	c.fits(t, session.Limits())
	if err := session.Verify(ctx, c.From); err != nil {
		t.fail("the server lets this user send as another address only; take that as from or envelope_from, "+
			"or have the right granted", "sender: %v", err)
		return
	}
	t.good("sender: %s may send", address.Shown(c.From))
}

// named looks the server's name up, if it has one.
func (c Check) named(ctx context.Context, t *teller, r Resolver) bool {
	host := c.Server.Host
	if _, err := netip.ParseAddr(host); err == nil {
		return true
	}
	all, err := r.LookupHost(ctx, host)
	if err != nil {
		t.fail("look for a typing mistake in host of [mail.smtp]", "name: %s is not found", host)
		return false
	}
	t.good("name: %s is %s", host, strings.Join(all, ", "))
	return true
}

// dialled tells of each step on the way in, the last of which failed when there is an error.
func (c Check) dialled(t *teller, err error) {
	s := c.Server
	way := []struct {
		phases []submission.Phase
		good   string
	}{
		{[]submission.Phase{submission.AtConnect}, fmt.Sprintf("connection: %s port %d answers", s.Host, s.Port)},
		{[]submission.Phase{submission.AtGreeting, submission.AtStartTLS, submission.AtHandshake},
			"encryption: the certificate is good for " + s.Host},
		{[]submission.Phase{submission.AtHello}, "greeting: the server takes us as " + s.Helo},
		{[]submission.Phase{submission.AtLogin}, "login: the server knows " + s.User},
	}
	if s.TLS == "none" {
		way[1].good = "encryption: none, which is fine on this machine"
	}
	if s.User == "" {
		way[3].good = "login: nobody logs in"
	}
	at := submission.PhaseOf(err)
	for _, step := range way {
		if err != nil && slices.Contains(step.phases, at) {
			t.fail(hint(err, s), "%v", err)
			return
		}
		t.good("%s", step.good)
	}
	if err != nil {
		t.fail("", "%v", err)
	}
}

// fits holds the size of a mail against what the server takes.
func (c Check) fits(t *teller, l submission.Limits) {
	size, most := locale.FileSize(c.Size), locale.FileSize(l.Size)
	switch {
	case l.Size > 0 && c.Size > l.Size:
		t.fail("make the PDF smaller, or put it on a page and link to it",
			"size: a mail has %s, and the server takes %s", size, most)
	case c.Size > 0 && l.Size > 0:
		t.good("size: a mail has %s of the %s that the server takes", size, most)
	case l.Size > 0:
		t.good("size: the server takes mails of %s", most)
	default:
		t.good("size: the server tells no limit")
	}
}
