package submission

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-smtp"
)

// Dial connects, makes the connection secret and logs in. Its error is a *Refusal or a *Failure, and then no
// connection is left. The context holds for dialling only.
func Dial(ctx context.Context, server Server) (*Session, error) {
	server.Timeouts = server.Timeouts.complete()
	if server.known == nil {
		server = server.Discreet()
	}
	if err := server.check(); err != nil {
		return nil, err
	}
	s, stale, err := enter(ctx, server, "")
	if stale == "" {
		return s, err
	}
	s, _, again := enter(ctx, server, stale)
	if errors.Is(again, errSameToken) {
		return nil, err
	}
	return s, again
}

// check finds what no server has to be asked about.
func (s Server) check() error {
	var problem string
	switch {
	case s.Host == "":
		problem = "no server is named"
	case s.TLS != "" && s.TLS != StartTLS && s.TLS != Implicit && s.TLS != None:
		problem = fmt.Sprintf("no way to be secret is called %q", s.TLS)
	case s.Helo == "" || strings.ContainsFunc(s.Helo, func(r rune) bool { return r <= ' ' || r > '~' }):
		problem = fmt.Sprintf("we cannot introduce ourselves as %q", s.Helo)
	case s.unix() && s.TLS != None:
		problem = "a Unix socket has no name that a certificate could be for"
	default:
		return nil
	}
	return &Failure{AtConnect, Stopped, ByPolicy, errors.New(problem)}
}

func (s Server) unix() bool { return strings.HasPrefix(s.Host, "/") }

// enter opens a session and logs in. refused is a token that the server did not take before; one that it does not take
// now is returned with the error.
func enter(ctx context.Context, server Server, refused string) (_ *Session, stale string, _ error) {
	s, err := open(ctx, server)
	if err != nil {
		return nil, "", err
	}
	free := s.bind(ctx)
	stale, err = s.login(ctx, refused)
	if !free() && err == nil {
		err = s.failure(ctx, AtLogin, net.ErrClosed)
	}
	if err != nil {
		s.Close()
		return nil, stale, err
	}
	return s, "", nil
}

// open connects and says EHLO.
func open(ctx context.Context, server Server) (*Session, error) {
	s := &Session{server: server}
	conn, err := server.connect(ctx)
	if err != nil {
		return nil, s.failure(ctx, AtConnect, err)
	}
	s.link = newLink(conn, server.Timeouts)
	free := s.bind(ctx)
	err = s.greet(ctx)
	if !free() && err == nil {
		err = s.failure(ctx, AtHello, net.ErrClosed)
	}
	if err != nil {
		s.link.Close()
		return nil, err
	}
	return s, nil
}

func (s Server) connect(ctx context.Context) (net.Conn, error) {
	network, address := "tcp", net.JoinHostPort(s.Host, strconv.Itoa(s.Port))
	if s.unix() {
		network, address = "unix", s.Host
	}
	dialer := net.Dialer{Timeout: s.Timeouts.Connect}
	return dialer.DialContext(ctx, network, address)
}

// greet brings the connection to where EHLO has been answered, in secret.
func (s *Session) greet(ctx context.Context) error {
	conn := net.Conn(s.link)
	var greeting string
	switch s.server.TLS {
	case None:
		if !private(s.link.RemoteAddr()) {
			return &Failure{AtConnect, Stopped, ByPolicy, errors.New("plain text leaves this machine: set tls to starttls or implicit")}
		}
	case Implicit:
		secret, err := s.handshake(ctx)
		if err != nil {
			return err
		}
		conn = secret
	default:
		if err := s.startTLS(ctx); err != nil {
			return err
		}
		secret, err := s.handshake(ctx)
		if err != nil {
			return err
		}
		// the client waits for it; the server gives it once
		conn, greeting = secret, "220 as greeted before STARTTLS\r\n"
	}
	s.wire = newWire(conn, s.link)
	s.wire.ahead = []byte(greeting)
	s.client = smtp.NewClient(s.wire)
	return s.hello(ctx)
}

func (s *Session) hello(ctx context.Context) error {
	s.client.CommandTimeout = s.server.Timeouts.Command
	err := s.client.Hello(s.server.Helo)
	if err == nil {
		return nil
	}
	if !s.wire.said {
		return s.fault(ctx, AtGreeting, err)
	}
	return s.fault(ctx, AtHello, err)
}

// private tells whether nobody else can listen.
func private(address net.Addr) bool {
	switch a := address.(type) {
	case *net.TCPAddr:
		return a.IP.IsLoopback()
	case *net.UnixAddr:
		return true
	}
	return false
}

// handshake checks name, dates and chain of the certificate.
func (s *Session) handshake(ctx context.Context) (*tls.Conn, error) {
	conn := tls.Client(s.link,
		&tls.Config{ServerName: s.server.Host, RootCAs: s.server.Roots, MinVersion: tls.VersionTLS12})
	s.link.SetDeadline(time.Now().Add(s.server.Timeouts.Connect))
	defer s.link.SetDeadline(time.Time{})
	err := conn.HandshakeContext(ctx)
	switch {
	case err == nil:
		return conn, nil
	case ctx.Err() != nil || broken(err):
		return nil, s.failure(ctx, AtHandshake, err)
	}
	return nil, &Failure{AtHandshake, Stopped, ByPolicy, s.told(err)}
}

// broken tells a lost connection from one that works and says something that cannot be, which TLS calls a remote or a
// local error.
func broken(err error) bool {
	var operation *net.OpError
	if errors.As(err, &operation) {
		return operation.Op == "read" || operation.Op == "write"
	}
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed)
}
