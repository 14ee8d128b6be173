package submission

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-sasl"
)

// errSameToken ends the second try when there is no other token than the one that was refused.
var errSameToken = errors.New("the token is still the one that was refused")

// mechanisms are what we can do. Where a secret may be a password, auto takes it for one.
func mechanisms() []string { return []string{"plain", "login", "oauthbearer", "xoauth2"} }

// login says who we are. A token that the server did not take is returned, as it may have expired; refused is one
// that it did not take before.
func (s *Session) login(ctx context.Context, refused string) (stale string, err error) {
	mechanism, err := s.mechanism()
	if err != nil || mechanism == "none" {
		return "", err
	}
	secret, err := s.server.Login.Secret(ctx)
	if err != nil {
		kind := Stopped
		if ctx.Err() != nil {
			kind = Aborted
		}
		return "", &Failure{AtLogin, kind, BySecret, fmt.Errorf("asking for the secret: %w", err)}
	}
	if refused != "" && secret == refused {
		return "", &Failure{AtLogin, Stopped, ByLogin, errSameToken}
	}
	if err := s.say(ctx, mechanism, secret); err != nil {
		if KindOf(err) == Stopped && (mechanism == "oauthbearer" || mechanism == "xoauth2") {
			stale = secret
		}
		return stale, err
	}
	return "", nil
}

// say goes through the exchange. It has one deadline in all, however many questions the server asks.
func (s *Session) say(ctx context.Context, mechanism, secret string) error {
	s.remember(secret)
	most := s.server.Timeouts.Command
	s.client.CommandTimeout = most
	late := time.AfterFunc(most, func() { s.link.Close() })
	err := s.client.Auth(s.exchange(mechanism, secret))
	switch {
	case !late.Stop():
		s.Close()
		return s.failure(ctx, AtLogin, fmt.Errorf("the login was not over within %v", most))
	case err != nil:
		return s.fault(ctx, AtLogin, err)
	}
	return nil
}

// mechanism chooses. none means that there is nothing to do.
func (s *Session) mechanism() (string, error) {
	login := s.server.Login
	wanted := strings.ToLower(login.Mechanism)
	if wanted == "none" || (wanted == "" || wanted == "auto") && login.User == "" {
		return "none", nil
	}
	if login.User == "" || login.Secret == nil {
		return "", &Failure{AtLogin, Stopped, ByLogin, errors.New("a login needs a user and a secret")}
	}
	var offered []string
	for _, m := range mechanisms() {
		if s.client.SupportsAuth(m) {
			offered = append(offered, m)
		}
	}
	switch {
	case (wanted == "" || wanted == "auto") && len(offered) > 0:
		return offered[0], nil
	case slices.Contains(offered, wanted):
		return wanted, nil
	}
	return "", &Failure{AtLogin, Stopped, ByLogin, errors.New(s.notOffered(wanted, offered))}
}

// notOffered is why there is no login, and what to set instead. offered are those that we can do, too.
func (s *Session) notOffered(wanted string, offered []string) string {
	ok, all := s.client.Extension("AUTH")
	theirs, ours := strings.Join(strings.Fields(s.presentable(all)), ", "), strings.Join(mechanisms(), ", ")
	switch {
	case len(offered) > 0 && !slices.Contains(mechanisms(), wanted):
		return fmt.Sprintf("lysark can do no %s login; the server offers %s", wanted, instead(offered))
	case len(offered) > 0:
		return fmt.Sprintf("the server offers no %s login; it offers %s", wanted, instead(offered))
	case ok && theirs != "":
		return fmt.Sprintf("the server offers no login that lysark can do: it offers %s; lysark can do %s", theirs,
			ours)
	case s.server.TLS != None && s.server.Port == 587:
		return "the server offers no login at all; if it wants none, leave out user"
	}
	return `the server offers no login at all; most do on port 587 with tls = "starttls"`
}

func instead(offered []string) string {
	return fmt.Sprintf(`%s (set auth = "%s" or "auto")`, strings.Join(offered, ", "), offered[0])
}

func (s *Session) exchange(mechanism, secret string) sasl.Client {
	user := s.server.Login.User
	switch mechanism {
	case "plain":
		return sasl.NewPlainClient("", user, secret)
	case "login":
		return &loginExchange{answers: []string{user, secret}}
	case "oauthbearer":
		return &bearerExchange{Client: sasl.NewOAuthBearerClient(&sasl.OAuthBearerOptions{
			Username: user, Token: secret, Host: s.server.Host, Port: s.server.Port,
		})}
	}
	return &xoauth2Exchange{user: user, token: secret}
}

// loginExchange gives name and password to two questions, whatever they are called. The library's sends the name
// before it is asked for and wants to hear exactly "Password:"; servers say other things, too.
type loginExchange struct{ answers []string }

func (l *loginExchange) Start() (string, []byte, error) { return "LOGIN", nil, nil }

func (l *loginExchange) Next([]byte) ([]byte, error) {
	if len(l.answers) == 0 {
		return nil, sasl.ErrUnexpectedServerChallenge
	}
	answer := l.answers[0]
	l.answers = l.answers[1:]
	return []byte(answer), nil
}

// bearerExchange answers the reason for a refusal as RFC 7628, 3.2.3 wants it, to hear the refusal itself. The
// library's breaks the exchange off instead, and its code is lost.
type bearerExchange struct {
	sasl.Client
	reason reason
}

func (b *bearerExchange) Next([]byte) ([]byte, error) { return b.reason.answer([]byte{1}) }

// reason tells whether the one for a refusal has been heard. There is no further question: some would be asked for
// ever.
type reason bool

func (r *reason) answer(with []byte) ([]byte, error) {
	if *r {
		return nil, sasl.ErrUnexpectedServerChallenge
	}
	*r = true
	return with, nil
}

// xoauth2Exchange is OAuth before it had a standard, as Microsoft and Google have it:
// https://developers.google.com/workspace/gmail/imap/xoauth2-protocol
type xoauth2Exchange struct {
	user, token string
	reason      reason
}

func (x *xoauth2Exchange) Start() (string, []byte, error) {
	return "XOAUTH2", []byte("user=" + x.user + "\x01auth=Bearer " + x.token + "\x01\x01"), nil
}

// Next answers the reason for a refusal with an empty line.
func (x *xoauth2Exchange) Next([]byte) ([]byte, error) { return x.reason.answer([]byte{}) }
