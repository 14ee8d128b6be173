package main

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lysark/report/mail"
	"lysark/report/mail/address"
	"lysark/report/mail/submission"
)

// resolver is what a check asks of DNS.
type resolver interface {
	LookupHost(ctx context.Context, host string) ([]string, error)
	LookupTXT(ctx context.Context, name string) ([]string, error)
}

func newMailCheck(ui *ui) *cobra.Command {
	var dns bool
	cmd := &cobra.Command{
		Use:   "check FILE|DIR",
		Short: "Try the mail server without sending anything",
		Long: `Check goes all the way to the mail server that a mail would go, and sends none: the
server's name, the connection, its certificate, the login, the largest mail that it
takes, and whether it lets this sender write. Each step is told.

--dns looks up as well what the sender's domain tells of who may send for it.`,
		Example: `  lysark mail check mail.toml --dns`,
		Args:    one("the mail file FILE, or the plan's folder DIR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			to, err := mailCheckOf(args[0])
			if err != nil {
				return err
			}
			return runMailCheck(cmd.Context(), ui, net.DefaultResolver, to, dns)
		},
	}
	cmd.Flags().BoolVar(&dns, "dns", false, "look up SPF and DMARC of the sender's domain")
	return cmd
}

// mailCheck is what is checked.
type mailCheck struct {
	server mail.Server
	from   string // of the envelope
	shown  string // in the mail
	size   int    // of a mail; 0 while there is no plan
	beside func(string) string
}

// mailCheckOf is the plan's, or the mail file's while there is no plan.
func mailCheckOf(name string) (mailCheck, error) {
	dir, err := planFolder(name)
	if err != nil {
		return mailCheck{}, err
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return plannedCheck(dir)
	}
	f, list := mailFile(name)
	if list.HasErrors() {
		d := list.Sorted()[0]
		return mailCheck{}, fmt.Errorf("%s: %s", d.Pos, d.Message)
	}
	c := mailCheck{server: mail.ServerOf(f.Mail), from: f.Mail.From.V.Address, shown: f.Mail.From.V.Address}
	if f.Mail.EnvelopeFrom.Set {
		c.from = f.Mail.EnvelopeFrom.V.Address
	}
	c.beside = func(path string) string { return (&mail.Campaign{Dir: dir}).Beside(path) }
	if planned, err := plannedCheck(dir); err == nil {
		c.size = planned.size
	}
	return c, nil
}

func plannedCheck(dir string) (mailCheck, error) {
	c, err := mail.Open(dir)
	if err != nil {
		return mailCheck{}, refusef("%w", err)
	}
	s := c.Plan.Settings
	out := mailCheck{server: s.Server, from: s.EnvelopeFrom, shown: s.From.Address, beside: c.Beside}
	if len(c.Plan.Recipients) > 0 {
		m, err := c.Compose(c.Plan.Recipients[0], c.Plan.Created)
		if err != nil {
			return mailCheck{}, refusef("%w", err)
		}
		out.size = m.Size()
	}
	return out, nil
}

func runMailCheck(ctx context.Context, ui *ui, r resolver, c mailCheck, dns bool) error {
	steps := &mailSteps{ui: ui}
	c.reach(ctx, steps, r)
	if dns {
		c.policies(ctx, steps, r)
	}
	if steps.bad {
		return errDiagnostics
	}
	return nil
}

// mailSteps tells step by step how it went.
type mailSteps struct {
	ui  *ui
	bad bool
}

func (s *mailSteps) good(format string, args ...any) { s.ui.print("✓ "+format, args...) }

func (s *mailSteps) fail(hint, format string, args ...any) {
	s.bad = true
	s.ui.print("✗ "+format, args...)
	if hint != "" {
		s.ui.print("  hint: %s", hint)
	}
}

// reach goes to the server as far as it gets.
func (c mailCheck) reach(ctx context.Context, steps *mailSteps, r resolver) {
	if !c.named(ctx, steps, r) {
		return
	}
	server, err := mailServer(c.server, c.beside, os.Getenv)
	if err != nil {
		steps.fail("", "%v", err)
		return
	}
	server.Timeouts.Connect, server.Timeouts.Command = 15*time.Second, 30*time.Second
	session, err := submission.Dial(ctx, server)
	c.dialled(steps, err)
	if err != nil {
		return
	}
	defer session.Quit()
	c.fits(steps, session.Limits())
	if err := session.Verify(ctx, c.from); err != nil {
		steps.fail("the server lets this user send as another address only; take that as from or envelope_from, or have the right granted", "sender: %v", err)
		return
	}
	steps.good("sender: %s may send", address.Shown(c.from))
}

// named looks the server's name up, if it has one.
func (c mailCheck) named(ctx context.Context, steps *mailSteps, r resolver) bool {
	host := c.server.Host
	if _, err := netip.ParseAddr(host); err == nil {
		return true
	}
	all, err := r.LookupHost(ctx, host)
	if err != nil {
		steps.fail("look for a typing mistake in host of [mail.smtp]", "name: %s is not found", host)
		return false
	}
	steps.good("name: %s is %s", host, strings.Join(all, ", "))
	return true
}

// dialled tells of each step on the way in, the last of which failed when there is an error.
func (c mailCheck) dialled(steps *mailSteps, err error) {
	s := c.server
	way := []struct {
		phases []submission.Phase
		good   string
	}{
		{[]submission.Phase{submission.AtConnect}, fmt.Sprintf("connection: %s port %d answers", s.Host, s.Port)},
		{[]submission.Phase{submission.AtGreeting, submission.AtStartTLS, submission.AtHandshake}, "encryption: the certificate is good for " + s.Host},
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
			steps.fail(mailHint(err, s), "%v", err)
			return
		}
		steps.good("%s", step.good)
	}
	if err != nil {
		steps.fail("", "%v", err)
	}
}

// mailHint is what may help.
func mailHint(err error, s mail.Server) string {
	text := err.Error()
	switch at := submission.PhaseOf(err); {
	case at == submission.AtConnect:
		return "587 is the port for starttls and 465 for implicit; networks often let only some out"
	case strings.Contains(text, "unknown authority"):
		return "name the authority's certificate in ca_file, if the server is your own"
	case strings.Contains(text, "expired or is not yet valid"):
		return "whoever keeps the server has to renew its certificate; until then nothing is sent. Look at this machine's clock as well"
	case strings.Contains(text, "certificate is valid for"), strings.Contains(text, "not valid for any names"), strings.Contains(text, "cannot validate"):
		return "write the host as its certificate names it"
	case at == submission.AtHandshake || at == submission.AtStartTLS || at == submission.AtGreeting:
		return "tls is " + s.TLS + `; port 587 mostly wants "starttls" and 465 "implicit"`
	case at == submission.AtLogin && (strings.Contains(text, "5.7.30") || strings.Contains(text, "5.7.139")):
		return `this server takes no passwords any more: take auth = "xoauth2" and token_command`
	case at == submission.AtLogin && strings.Contains(text, "the server offers"):
		return "" // it says what to do
	case at == submission.AtLogin:
		return "check user, and where the password is; some services want one for apps"
	}
	return ""
}

// fits holds the size of a mail against what the server takes.
func (c mailCheck) fits(steps *mailSteps, l submission.Limits) {
	switch {
	case l.Size > 0 && c.size > l.Size:
		steps.fail("make the PDF smaller, or put it on a page and link to it", "size: a mail has %s, and the server takes %s", size(c.size), size(l.Size))
	case c.size > 0 && l.Size > 0:
		steps.good("size: a mail has %s of the %s that the server takes", size(c.size), size(l.Size))
	case l.Size > 0:
		steps.good("size: the server takes mails of %s", size(l.Size))
	default:
		steps.good("size: the server tells no limit")
	}
}

// policies looks up what the sender's domain tells the receivers.
func (c mailCheck) policies(ctx context.Context, steps *mailSteps, r resolver) {
	domain := domainOf(c.from)
	if found := lookFor(ctx, r, domain, "v=spf1"); found != "" {
		steps.good("SPF of %s: %s", domain, found)
	} else {
		steps.fail("have the one who keeps the domain publish which servers send for it; many receivers refuse mail without", "SPF: %s has none", domain)
	}
	domain = domainOf(c.shown)
	if found := dmarc(ctx, r, domain); found != "" {
		steps.good("DMARC of %s: %s", domain, found)
	} else {
		steps.fail("have it published; large receivers want it from those who send much", "DMARC: %s has none", domain)
	}
}

// dmarc is that of the domain, or else of the one above it.
func dmarc(ctx context.Context, r resolver, domain string) string {
	for strings.Contains(domain, ".") {
		if found := lookFor(ctx, r, "_dmarc."+domain, "v=DMARC1"); found != "" {
			return found
		}
		_, domain, _ = strings.Cut(domain, ".")
	}
	return ""
}

func lookFor(ctx context.Context, r resolver, name, begin string) string {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	all, _ := r.LookupTXT(ctx, name) // none is none, whatever the reason
	for _, text := range all {
		if strings.HasPrefix(text, begin) {
			return text
		}
	}
	return ""
}

func domainOf(address string) string { return address[strings.LastIndexByte(address, '@')+1:] }
