package submission

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net/textproto"
	"strings"
	"time"
)

// startTLS speaks in plain text up to the answer that TLS may begin. Nothing that is heard here counts afterwards
// (RFC 3207, 4.2).
func (s *Session) startTLS(ctx context.Context) error {
	plain := newWire(s.link, s.link)
	if _, err := s.plainly(ctx, AtGreeting, plain, "", 220); err != nil {
		return err
	}
	offers, err := s.plainly(ctx, AtHello, plain, "EHLO "+s.server.Helo, 250)
	if err != nil {
		return err
	}
	if !offersStartTLS(offers) {
		return &Failure{AtStartTLS, Stopped, ByPolicy, errors.New("the server offers no TLS, or somebody between has taken the offer away")}
	}
	if _, err := s.plainly(ctx, AtStartTLS, plain, "STARTTLS", 220); err != nil {
		return err
	}
	if len(plain.ahead) > 0 {
		return &Failure{AtStartTLS, Stopped, ByPolicy, errors.New("plain text was put in before the TLS handshake")}
	}
	return nil
}

// plainly says a line, unless it is empty, and hears an answer.
func (s *Session) plainly(ctx context.Context, at Phase, plain *wire, line string, want int) (string, error) {
	s.link.SetDeadline(time.Now().Add(s.server.Timeouts.Command))
	defer s.link.SetDeadline(time.Time{})
	if line != "" {
		if _, err := fmt.Fprintf(plain, "%s\r\n", line); err != nil {
			return "", s.failure(ctx, at, err)
		}
	}
	code, text, err := textproto.NewReader(bufio.NewReader(plain)).ReadResponse(want)
	var refused *textproto.Error
	switch {
	case err == nil:
		return text, nil
	case errors.As(err, &refused):
		return "", s.refusal(at, code, text)
	}
	return "", s.failure(ctx, at, err)
}

func offersStartTLS(answer string) bool {
	for i, line := range strings.Split(answer, "\n") {
		if i > 0 && strings.EqualFold(strings.TrimSpace(line), "STARTTLS") {
			return true
		}
	}
	return false
}
