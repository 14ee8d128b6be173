package submission

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"

	"github.com/emersion/go-smtp"
)

// Body is a mail as bytes, with CRLF at the end of each line. It is written once.
type Body interface {
	io.WriterTo
	Size() int
}

// Send hands in one mail for one recipient. commit is called when all but the final dot has been written: when it
// fails, the dot is never sent. The end of the context closes the connection at once before the dot; after it the
// answer is still waited for, for a while.
func (s *Session) Send(ctx context.Context, from, to string, m Body, commit func() error) Outcome {
	if ctx.Err() != nil {
		return s.usable((&Failure{AtMail, Aborted, "", context.Cause(ctx)}).outcome())
	}
	if f := s.inadmissible(from, to, m.Size()); f != nil {
		return s.usable(f.outcome())
	}
	s.sender, s.member = from, to
	free := s.bind(ctx)
	o := s.transact(ctx, from, to, m, commit)
	if !free() {
		s.Close()
	}
	return s.usable(o)
}

func (s *Session) usable(o Outcome) Outcome {
	o.Usable = !s.broken
	return o
}

// inadmissible is why a mail cannot even be tried. The server hears nothing of it.
func (s *Session) inadmissible(from, to string, size int) *Failure {
	if s.broken {
		return &Failure{AtMail, Lost, "", net.ErrClosed}
	}
	if problem := addressProblem(from); problem != "" {
		return &Failure{AtMail, Stopped, BySender, errors.New("the sender's address " + problem)}
	}
	if problem := addressProblem(to); problem != "" {
		return &Failure{AtRcpt, Failed, "", errors.New("the recipient's address " + problem)}
	}
	utf8, _ := s.client.Extension("SMTPUTF8")
	if !utf8 && !ascii(from) {
		return &Failure{AtMail, Stopped, BySender, errors.New("the server takes no sender's address outside of ASCII")}
	}
	if !utf8 && !ascii(to) {
		return &Failure{AtRcpt, Failed, "", errors.New("the server takes no recipient's address outside of ASCII")}
	}
	if most, _ := s.client.MaxMessageSize(); most > 0 && size > most {
		return &Failure{AtMail, Stopped, ByPolicy, fmt.Errorf("the mail has %d bytes, and the server takes %d", size, most)}
	}
	return nil
}

func (s *Session) transact(ctx context.Context, from, to string, m Body, commit func() error) Outcome {
	if err := s.begin(ctx, from, m.Size(), !ascii(from) || !ascii(to)); err != nil {
		return s.outcome(err)
	}
	s.stale = true // until the end of the data has been answered
	if err := s.client.Rcpt(to, nil); err != nil {
		return s.outcome(s.fault(ctx, AtRcpt, err))
	}
	data, err := s.client.Data()
	if err != nil {
		return s.outcome(s.fault(ctx, AtData, err))
	}
	if err := s.body(ctx, m); err != nil {
		s.Close()
		return s.outcome(err)
	}
	if err := s.listen(ctx, AtBody); err != nil {
		s.Close()
		return s.outcome(err)
	}
	if err := commit(); err != nil {
		s.Close()
		return (&Failure{AtCommit, Aborted, "", err}).outcome()
	}
	if !s.link.allowDot() {
		s.Close()
		return s.failure(ctx, AtCommit, net.ErrClosed).outcome()
	}
	defer s.link.answered()
	return s.dot(ctx, data)
}

// body writes all of a mail but its last CRLF.
func (s *Session) body(ctx context.Context, m Body) error {
	out := newStuffing(s.wire)
	_, err := m.WriteTo(out)
	if err == nil {
		err = out.finish(m.Size())
	}
	switch {
	case err == nil:
		return nil
	case ctx.Err() == nil && out.failed == nil:
		return &Failure{AtBody, Aborted, "", err}
	case ctx.Err() != nil:
		return s.failure(ctx, AtBody, err)
	}
	if refusal := s.lastWords(); refusal != nil {
		return refusal
	}
	return s.failure(ctx, AtBody, out.failed)
}

// lastWords is what a server said before it closed on a body.
func (s *Session) lastWords() *Refusal {
	spoke, err := s.wire.early(s.server.Timeouts.Early)
	if err != nil || !spoke {
		return nil
	}
	code, text, err := s.wire.unasked(s.server.Timeouts.Command)
	if err != nil || code < 400 || code > 599 {
		return nil
	}
	return s.refusal(AtBody, code, text)
}

// dot ends the data and waits for what the server makes of the mail.
func (s *Session) dot(ctx context.Context, data *smtp.DataCommand) Outcome {
	s.client.SubmissionTimeout = s.server.Timeouts.Dot
	answer, err := data.CloseWithResponse()
	var said *smtp.SMTPError
	switch {
	case err == nil:
		return s.taken(250, answer.StatusText)
	case errors.As(err, &said) && said.Code/100 == 2:
		return s.taken(said.Code, said.Message)
	case errors.As(err, &said) && said.Code >= 400 && said.Code <= 599:
		return s.outcome(s.fault(ctx, AtDot, err))
	}
	s.Close()
	if !s.link.dotLeft() {
		return s.failure(ctx, AtDot, err).outcome()
	}
	return (&Failure{AtDot, Unknown, "", s.told(err)}).outcome()
}

func (s *Session) taken(code int, text string) Outcome {
	s.stale = false
	enhanced, text := splitEnhanced(text)
	return Outcome{Kind: Accepted, Phase: AtDot, Code: code, Enhanced: enhanced, Reply: s.presentable(text)}
}

// outcome of an error that is a *Refusal or a *Failure.
func (s *Session) outcome(err error) Outcome {
	var refusal *Refusal
	if errors.As(err, &refusal) {
		return refusal.outcome()
	}
	var failed *Failure
	errors.As(err, &failed)
	return failed.outcome()
}
