package mail

import (
	"context"
	"crypto/x509"

	"lysark/config"
	"lysark/report/mail/submission"
)

// Pace is how fast the server may be used.
func (s Server) Pace() Pace {
	p := Pace{
		Connections: s.Connections, PerConnection: s.PerConnection, PerDomain: s.PerDomain, Daily: s.Daily,
		Retry: s.Retry, GiveUp: s.GiveUp,
	}
	if s.Rate.Count > 0 {
		p.Every = s.Rate.Interval()
	}
	return p
}

// Submission is the server as it is dialled. secret gives the password or the token; roots are who may have signed the
// server's certificate, nil for those whom the machine trusts.
func (s Server) Submission(secret func(context.Context) (string, error), roots *x509.CertPool) submission.Server {
	return submission.Server{
		Host: s.Host, Port: s.Port, TLS: submission.TLSMode(s.TLS), Roots: roots, Helo: s.Helo,
		Login:    submission.Login{Mechanism: s.Auth, User: s.User, Secret: secret},
		Timeouts: submission.Timeouts{Dot: s.FinalTimeout},
	}
}

// Dialer opens sessions with the server.
func Dialer(server submission.Server) func(context.Context) (Session, error) {
	server = server.Discreet()
	return func(ctx context.Context) (Session, error) {
		s, err := submission.Dial(ctx, server)
		if err != nil {
			return nil, err // not s: a nil session in an interface is one that is there
		}
		return s, nil
	}
}

// ServerOf is the server that a mail file names, before there is a plan.
func ServerOf(m config.Mail) Server { return server(m.SMTP, m.From.V.Domain) }
