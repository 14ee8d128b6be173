package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"lysark/report/mail/check"
	"lysark/report/mail/faulty"
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

func TestCheckTellsEachStepUpToTheFirstThatFails(t *testing.T) {
	answer := func(at faulty.Point, reply string) []faulty.Rule {
		return []faulty.Rule{{At: at, Do: faulty.Action{Reply: reply}}}
	}
	tests := []struct {
		name   string
		config faulty.Config
		lines  []string
		want   []string
		fine   bool
	}{
		{"all is well", faulty.Config{Size: 5_000_000}, nil, []string{"✓ connection", "✓ encryption: none", "✓ greeting", "✓ login: nobody", "✓ size: a mail has 47 kB of the 5.0 MB", "✓ sender: rapport@forening.example may send"}, true},
		{"the greeting", faulty.Config{Rules: answer(faulty.Greeting, "554 go away")}, nil, []string{"✓ connection", "✗ greeting: server answered 554", "hint: tls is none"}, false},
		{"the login", faulty.Config{Mechanisms: []string{"PLAIN"}, Rules: answer(faulty.Auth, "535 5.7.139 basic authentication is disabled")}, []string{`user = "rapport"`, `password_env = "LYSARK_TEST_SECRET"`}, []string{"✓ greeting", "✗ auth: server answered 535", "hint: this server takes no passwords any more"}, false},
		{"the size", faulty.Config{Size: 20_000}, nil, []string{"✓ login", "✗ size: a mail has 47 kB, and the server takes 20 kB", "✓ sender"}, false},
		{"the sender", faulty.Config{Rules: answer(faulty.MailFrom, "550 5.7.60 SendAsDenied")}, nil, []string{"✓ size", "✗ sender: mail: server answered 550", "hint: the server lets this user"}, false},
		{"no encryption", faulty.Config{}, []string{`tls = "starttls"`}, []string{"✓ connection", "✗ starttls", `hint: tls is starttls`}, false},
	}
	t.Setenv("LYSARK_TEST_SECRET", "hemmelig-9137")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := newMailing(t, 1, tt.config, tt.lines...)
			code, said := m.run("check", m.file("mail.toml"))
			if (code == exitFine) != tt.fine || code > exitDiagnostics {
				t.Errorf("exit code %d", code)
			}
			rest := said
			for _, want := range tt.want {
				_, after, ok := strings.Cut(rest, want)
				if !ok {
					t.Errorf("%q is not told, or not in its place: %s", want, said)
				}
				rest = after
			}
			if n := len(m.server.Accepted()); n > 0 {
				t.Errorf("%d mails were sent", n)
			}
		})
	}
}

func TestCheckKnowsAnUnknownAuthorityAndAnotherName(t *testing.T) {
	for name, hint := range map[string]string{"127.0.0.1": "hint: name the authority's certificate in ca_file", "mail.example": "hint: write the host as its certificate names it"} {
		authority, err := faulty.NewAuthority()
		if err != nil {
			t.Fatal(err)
		}
		certificate, err := authority.Issue(name, time.Now().Add(time.Hour))
		if err != nil {
			t.Fatal(err)
		}
		lines := []string{`tls = "starttls"`}
		if name != "127.0.0.1" {
			lines = append(lines, `ca_file = "ca.pem"`)
		}
		m := newMailing(t, 1, faulty.Config{TLS: certificate}, lines...)
		m.write("ca.pem", string(authority.PEM()))
		if code, said := m.run("check", m.file("prove.mail")); code != exitDiagnostics || !strings.Contains(said, hint) {
			t.Errorf("%s: exit code %d, told %s", name, code, said)
		}
	}
}

func TestCheckKnowsACertificateThatHasRunOut(t *testing.T) {
	authority, err := faulty.NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := authority.Issue("127.0.0.1", time.Now().Add(-time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	m := newMailing(t, 1, faulty.Config{TLS: certificate}, `tls = "starttls"`, `ca_file = "ca.pem"`)
	m.write("ca.pem", string(authority.PEM()))
	if code, said := m.run("check", m.file("mail.toml")); code != exitDiagnostics || !strings.Contains(said, "has to renew its certificate") {
		t.Errorf("exit code %d, told %s", code, said)
	}
}

func TestCheckLooksUpWhoMaySendForTheDomain(t *testing.T) {
	m := newMailing(t, 1, faulty.Config{})
	c, err := check.Of(m.file("mail.toml"), os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		dns  zone
		want string
		fine bool
	}{
		{zone{"forening.example": {"other", "v=spf1 mx -all"}, "_dmarc.forening.example": {"v=DMARC1; p=none"}}, "✓ SPF of forening.example: v=spf1 mx -all\n✓ DMARC of forening.example: v=DMARC1; p=none\n", true},
		{zone{}, "✗ SPF: forening.example has none", false},
	} {
		var said bytes.Buffer
		err := runMailCheck(t.Context(), newUI(&said, &said, os.Getenv), tt.dns, c, true)
		if (err == nil) != tt.fine || !strings.Contains(said.String(), tt.want) {
			t.Errorf("%v, told %s", err, said.String())
		}
	}
	c.Server.Host = "smpt.forening.example"
	var said bytes.Buffer
	if err := runMailCheck(t.Context(), newUI(&said, &said, os.Getenv), zone{}, c, false); err == nil || !strings.Contains(said.String(), "✗ name: smpt.forening.example is not found\n  hint: look for a typing mistake") {
		t.Errorf("%v, told %s", err, said.String())
	}
}
