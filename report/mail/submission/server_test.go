package submission

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"lysark/report/mail/faulty"
)

// A server and what is needed to dial it. Waits are long, as the machine may be busy; a test that waits for one to
// pass shortens that one.
type fixture struct {
	*faulty.Server
	dial Server
}

func patient() Timeouts {
	return Timeouts{
		Connect: 10 * time.Second, Command: 10 * time.Second, Progress: 10 * time.Second, Dot: 10 * time.Second,
		Early: time.Millisecond, Grace: 10 * time.Second, Quit: 10 * time.Second,
	}
}

// plain is a server on loopback without TLS.
func plain(t *testing.T, config faulty.Config) fixture {
	t.Helper()
	s, err := faulty.Start(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return fixture{s, Server{Host: "127.0.0.1", Port: s.Port(), TLS: None, Helo: "forening.example", Timeouts: patient()}}
}

// secret is a server with a certificate that the client trusts, which wants a login.
func secret(t *testing.T, config faulty.Config) fixture {
	t.Helper()
	roots, certificate := certificates(t)
	config.TLS = certificate
	if config.Mechanisms == nil {
		config.Mechanisms = []string{"PLAIN"}
		config.Users = map[string]string{"deck": "s3cret"}
	}
	f := plain(t, config)
	f.dial.Host, f.dial.TLS, f.dial.Roots = "localhost", StartTLS, roots
	if config.Implicit {
		f.dial.TLS = Implicit
	}
	f.dial.Login = Login{User: "deck", Secret: always("s3cret")}
	return f
}

func certificates(t testing.TB) (*x509.CertPool, *tls.Config) {
	t.Helper()
	authority, err := faulty.NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := authority.Issue("localhost", time.Now().Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	return authority.Roots(), certificate
}

func always(secret string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) { return secret, nil }
}

func (f fixture) session(t *testing.T) *Session {
	t.Helper()
	s, err := Dial(t.Context(), f.dial)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// nobodyLeft waits until the server has noticed that all connections are closed.
func (f fixture) nobodyLeft(t *testing.T) {
	t.Helper()
	for range 1000 {
		if f.Open() == 0 {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Errorf("%d connections are left open", f.Open())
}

// letter is a mail.
type letter string

func (l letter) Size() int { return len(l) }

func (l letter) WriteTo(w io.Writer) (int64, error) {
	n, err := io.WriteString(w, string(l))
	return int64(n), err
}

const (
	sender = "rapport@forening.example"
	member = "kari.nordmann@medlem.example"
	short  = letter("Subject: hei\r\n\r\n.Hei\r\n")
)

func long(size int) letter {
	line := strings.Repeat("A", 76) + "\r\n"
	return letter(strings.Repeat(line, size/len(line)))
}

func committed() error { return nil }

func send(t *testing.T, s *Session) Outcome {
	t.Helper()
	return s.Send(t.Context(), sender, member, short, committed)
}

func refused(err error) *Refusal {
	var r *Refusal
	errors.As(err, &r)
	return r
}
