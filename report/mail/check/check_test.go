package check

import (
	"context"
	"errors"
	"strings"
	"testing"

	"lysark/report/mail"
	"lysark/report/mail/faulty"
	"lysark/report/mail/submission"
)

// zone is a DNS of a few names.
type zone map[string][]string

func (z zone) LookupHost(_ context.Context, host string) ([]string, error) {
	if found, ok := z[host]; ok {
		return found, nil
	}
	return nil, errors.New("no such host")
}

func (z zone) LookupTXT(ctx context.Context, name string) ([]string, error) {
	return z.LookupHost(ctx, name)
}

func TestWhoMaySendForTheDomainIsLookedUp(t *testing.T) {
	server, err := faulty.Start(faulty.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	c := Check{
		Server: mail.Server{Host: "127.0.0.1", Port: server.Port(), TLS: "none", Auth: "none", Helo: "forening.example"},
		From:   "rapport@post.forening.example", Shown: "rapport@post.forening.example",
		Beside: func(path string) string { return path }, Getenv: func(string) string { return "" },
	}
	for _, tt := range []struct {
		dns  zone
		want string
		fine bool
	}{
		{zone{"post.forening.example": {"other", "v=spf1 mx -all"}, "_dmarc.forening.example": {"v=DMARC1; p=none"}},
			"✓ SPF of post.forening.example: v=spf1 mx -all\n✓ DMARC of post.forening.example: v=DMARC1; p=none\n", true},
		{zone{}, "✗ SPF: post.forening.example has none\n  hint: have the one who keeps the domain", false},
	} {
		var said strings.Builder
		fine := c.Run(t.Context(), tt.dns, true, func(s Step) { said.WriteString(s.String() + "\n") })
		if fine != tt.fine || !strings.Contains(said.String(), tt.want) {
			t.Errorf("fine %v, told %s", fine, said.String())
		}
	}
}

func TestEachFailureOnTheWayHasItsHint(t *testing.T) {
	fails := func(at submission.Phase, text string) error {
		return &submission.Failure{Phase: at, Kind: submission.Lost, Err: errors.New(text)}
	}
	for _, tt := range []struct {
		err  error
		want string
	}{
		{fails(submission.AtConnect, "connection refused"), "587 is the port for starttls"},
		{fails(submission.AtHandshake, "x509: certificate signed by unknown authority"), "name the authority's certificate in ca_file"},
		{fails(submission.AtHandshake, "x509: certificate has expired or is not yet valid"), "has to renew its certificate"},
		{fails(submission.AtHandshake, "x509: certificate is valid for a, not b"), "write the host as its certificate names it"},
		{fails(submission.AtStartTLS, "EOF"), `tls is starttls; port 587 mostly wants`},
		{fails(submission.AtLogin, "535 5.7.139 disabled"), "takes no passwords any more"},
		{fails(submission.AtLogin, "535 5.7.8 wrong"), "check user, and where the password is"},
		{fails(submission.AtLogin, "the server offers no login that lysark can do"), ""},
		{fails(submission.AtHello, "EOF"), ""},
	} {
		if got := hint(tt.err, mail.Server{TLS: "starttls"}); tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%v: %q", tt.err, got)
		}
	}
}
