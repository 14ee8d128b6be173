package submission

import (
	"context"
	"crypto/x509"
	"time"
)

// TLSMode is how a connection is made secret.
type TLSMode string

const (
	StartTLS TLSMode = "starttls" // by a command, and never left out; the usual of port 587
	Implicit TLSMode = "implicit" // from the first byte; the usual of port 465
	None     TLSMode = "none"     // not at all: only to this machine
)

// Server is where mail is handed in, and how.
type Server struct {
	Host     string // a name, an address, or the path of a Unix socket
	Port     int
	TLS      TLSMode        // empty is StartTLS
	Roots    *x509.CertPool // who may have signed the certificate; nil are the machine's
	Helo     string         // how we introduce ourselves; never this machine's own name
	Login    Login
	Timeouts Timeouts

	known *secrets // by other sessions, too; Dial sees to it
}

// Login is who we are to the server.
type Login struct {
	Mechanism string // auto, plain, login, oauthbearer, xoauth2 or none; empty is auto
	User      string
	// Secret gives the password, or the token of oauthbearer and xoauth2. It is asked when the server wants it, and
	// once more when it refuses a token, which may have expired. What it gives is kept in memory only, to
	// keep it out of all that the server says.
	Secret func(context.Context) (string, error)
}

// Timeouts are the longest waits. A zero is the default, which is what RFC 5321, 4.5.3.2 asks for, or close to it.
type Timeouts struct {
	Connect  time.Duration // until the connection stands, and until it is secret; 30 s
	Command  time.Duration // for an answer; 5 min
	Progress time.Duration // while a part of the body is taken; 5 min
	Dot      time.Duration // for the answer to the final dot; 10 min
	Early    time.Duration // for looking whether an answer has come before the dot; 200 µs
	Grace    time.Duration // for the answer to the dot once the context is done; 10 s
	Quit     time.Duration // for the answer to QUIT; 5 s
}

func (t Timeouts) complete() Timeouts {
	return Timeouts{
		Connect:  either(t.Connect, 30*time.Second),
		Command:  either(t.Command, 5*time.Minute),
		Progress: either(t.Progress, 5*time.Minute),
		Dot:      either(t.Dot, 10*time.Minute),
		Early:    either(t.Early, 200*time.Microsecond),
		Grace:    either(t.Grace, 10*time.Second),
		Quit:     either(t.Quit, 5*time.Second),
	}
}

func either(given, usual time.Duration) time.Duration {
	if given > 0 {
		return given
	}
	return usual
}
