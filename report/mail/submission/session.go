package submission

import (
	"context"
	"fmt"
	"net"
	"strconv"
	"strings"

	"github.com/emersion/go-smtp"
)

// Session is a connection that has been greeted and logged in. One mail after another goes through it, and one
// goroutine at a time.
type Session struct {
	server Server
	link   *link
	wire   *wire
	client *smtp.Client
	secret string // of the login
	sender string // of what goes on; may be told in full
	member string // of what goes on; may not
	stale  bool   // a transaction may be open: RSET before the next
	broken bool
}

// Limits are what the server has told about itself.
type Limits struct {
	Size          int // most bytes of a mail; 0 when it sets no limit or tells none
	PerConnection int // most mails of a session (RFC 9422); 0 when it tells none
	Extensions    []string
	Mechanisms    []string // of login, of those that we know
	TLS           bool
}

// Limits reads what the server said last.
func (s *Session) Limits() Limits {
	out := Limits{TLS: s.server.TLS != None}
	out.Size, _ = s.client.MaxMessageSize()
	for _, name := range []string{"SIZE", "8BITMIME", "SMTPUTF8", "PIPELINING", "CHUNKING", "DSN", "ENHANCEDSTATUSCODES", "AUTH", "LIMITS"} {
		if ok, _ := s.client.Extension(name); ok {
			out.Extensions = append(out.Extensions, name)
		}
	}
	for _, name := range mechanisms() {
		if s.client.SupportsAuth(name) {
			out.Mechanisms = append(out.Mechanisms, name)
		}
	}
	_, limits := s.client.Extension("LIMITS")
	for _, word := range strings.Fields(limits) {
		if value, ok := strings.CutPrefix(strings.ToUpper(word), "MAILMAX="); ok {
			out.PerConnection, _ = strconv.Atoi(value)
		}
	}
	return out
}

// Verify asks whether mail may be sent from an address, and sends none.
func (s *Session) Verify(ctx context.Context, from string) error {
	if f := s.inadmissible(from, from, 0); f != nil {
		return f
	}
	free := s.bind(ctx)
	s.sender, s.member = from, ""
	err := s.begin(ctx, from, 0, !ascii(from))
	if err == nil {
		s.stale = true
		err = s.reset(ctx)
	}
	if !free() {
		s.Close()
	}
	return err
}

// Reset ends whatever transaction is open.
func (s *Session) Reset(ctx context.Context) error {
	free := s.bind(ctx)
	s.stale = true
	err := s.reset(ctx)
	if !free() {
		s.Close()
	}
	return err
}

// Quit says goodbye and closes. After a body that broke off nothing is said any more: the client would end the body
// first, and the server deliver half a mail.
func (s *Session) Quit() error {
	defer s.Close()
	if s.broken {
		return nil
	}
	s.client.CommandTimeout = s.server.Timeouts.Quit
	if err := s.client.Quit(); err != nil {
		return s.fault(context.Background(), AtQuit, err)
	}
	return nil
}

// Close ends the connection without a word.
func (s *Session) Close() error {
	s.broken = true
	return s.link.Close()
}

// bind makes the end of the context interrupt what goes on. free ends that; it is false when it has happened.
func (s *Session) bind(ctx context.Context) (free func() bool) {
	return context.AfterFunc(ctx, s.link.interrupt)
}

// begin opens a transaction.
func (s *Session) begin(ctx context.Context, from string, size int, utf8 bool) error {
	if err := s.reset(ctx); err != nil {
		return err
	}
	if err := s.listen(ctx, AtMail); err != nil {
		return err
	}
	s.client.CommandTimeout = s.server.Timeouts.Command
	if err := s.client.Mail(from, &smtp.MailOptions{Size: int64(size), UTF8: utf8}); err != nil {
		s.stale = true
		return s.fault(ctx, AtMail, err)
	}
	return nil
}

// reset is left until the session is used again, so that the outcome of a mail never waits for it. The client forgets
// with RSET that it has said EHLO.
func (s *Session) reset(ctx context.Context) error {
	if !s.stale {
		return nil
	}
	s.client.CommandTimeout = s.server.Timeouts.Command
	if err := s.client.Reset(); err != nil {
		s.Close()
		return s.fault(ctx, AtReset, err)
	}
	if err := s.hello(ctx); err != nil {
		s.Close()
		return err
	}
	s.stale = false
	return nil
}

// listen finds out whether the server has said something that nobody asked for. Whatever it is, answers and questions
// are out of step from then on, and the connection is of no further use.
func (s *Session) listen(ctx context.Context, at Phase) error {
	spoke, err := s.wire.early(s.server.Timeouts.Early)
	if err != nil {
		s.Close()
		return s.failure(ctx, at, err)
	}
	if !spoke && ctx.Err() == nil {
		return nil
	}
	defer s.Close()
	if !spoke {
		return s.failure(ctx, at, net.ErrClosed)
	}
	code, text, err := s.wire.unasked(s.server.Timeouts.Command)
	if err != nil {
		return s.failure(ctx, at, err)
	}
	if code == 421 || at == AtBody && code >= 400 && code <= 599 {
		return s.refusal(at, code, text)
	}
	return &Failure{at, Lost, "", fmt.Errorf("the server answered %d before it was asked", code)}
}
