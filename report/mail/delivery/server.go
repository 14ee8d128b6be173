package delivery

import (
	"context"
	"crypto/x509"
	"fmt"
	"os"

	"lysark/report/mail"
	"lysark/report/mail/submission"
)

// PaceOf is how fast the server may be used.
func PaceOf(s mail.Server) Pace {
	p := Pace{
		Connections: s.Connections, PerConnection: s.PerConnection, PerDomain: s.PerDomain, Daily: s.Daily,
		Retry: s.Retry, GiveUp: s.GiveUp,
	}
	if s.Rate.Count > 0 {
		p.Every = s.Rate.Interval()
	}
	return p
}

// ServerOf is the server as it is dialled. beside gives the path of a file that the settings name, getenv an
// environment variable. A secret that is there already is looked for now: a program is run at the login only.
func ServerOf(s mail.Server, beside, getenv func(string) string) (submission.Server, error) {
	roots, err := trusted(beside(s.CAFile))
	if err != nil {
		return submission.Server{}, err
	}
	secret := secretOf(s, beside, getenv)
	if s.PasswordEnv != "" || s.PasswordFile != "" {
		if _, err := secret(context.Background()); err != nil {
			return submission.Server{}, err
		}
	}
	return submission.Server{
		Host: s.Host, Port: s.Port, TLS: submission.TLSMode(s.TLS), Roots: roots, Helo: s.Helo,
		Login:    submission.Login{Mechanism: s.Auth, User: s.User, Secret: secret},
		Timeouts: submission.Timeouts{Dot: s.FinalTimeout},
	}, nil
}

// trusted are the machine's certificates and those of the file, nil for the machine's alone.
func trusted(caFile string) (*x509.CertPool, error) {
	if caFile == "" {
		return nil, nil
	}
	data, err := os.ReadFile(caFile)
	if err != nil {
		return nil, fmt.Errorf("reading ca_file: %w", err)
	}
	pool, err := x509.SystemCertPool()
	if err != nil {
		pool = x509.NewCertPool()
	}
	if !pool.AppendCertsFromPEM(data) {
		return nil, fmt.Errorf("ca_file %s holds no certificate in PEM", caFile)
	}
	return pool, nil
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
