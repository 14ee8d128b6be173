package submission

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"

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
		return "", &Failure{AtLogin, kind, ByLogin, fmt.Errorf("asking for the secret: %w", err)}
	}
	if refused != "" && secret == refused {
		return "", &Failure{AtLogin, Stopped, ByLogin, errSameToken}
	}
	s.secret = secret // to keep it out of what the server says
	defer func() { s.secret = "" }()
	s.client.CommandTimeout = s.server.Timeouts.Command
	if err := s.client.Auth(s.exchange(mechanism, secret)); err != nil {
		err = s.fault(ctx, AtLogin, err)
		if KindOf(err) == Stopped && (mechanism == "oauthbearer" || mechanism == "xoauth2") {
			stale = secret
		}
		return stale, err
	}
	return "", nil
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
	return "", &Failure{AtLogin, Stopped, ByLogin, fmt.Errorf("the server offers no %s login, but %s", login.Mechanism, listed(offered))}
}

func listed(offered []string) string {
	if len(offered) == 0 {
		return "none that we know"
	}
	return strings.Join(offered, ", ")
}

func (s *Session) exchange(mechanism, secret string) sasl.Client {
	user := s.server.Login.User
	switch mechanism {
	case "plain":
		return sasl.NewPlainClient("", user, secret)
	case "login":
		return &loginExchange{answers: []string{user, secret}}
	case "oauthbearer":
		return &bearerExchange{sasl.NewOAuthBearerClient(&sasl.OAuthBearerOptions{
			Username: user, Token: secret, Host: s.server.Host, Port: s.server.Port,
		})}
	}
	return &xoauth2Exchange{user, secret}
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
type bearerExchange struct{ sasl.Client }

func (b *bearerExchange) Next([]byte) ([]byte, error) { return []byte{1}, nil }

// xoauth2Exchange is OAuth before it had a standard, as Microsoft and Google have it:
// https://developers.google.com/workspace/gmail/imap/xoauth2-protocol
type xoauth2Exchange struct{ user, token string }

func (x *xoauth2Exchange) Start() (string, []byte, error) {
	return "XOAUTH2", []byte("user=" + x.user + "\x01auth=Bearer " + x.token + "\x01\x01"), nil
}

// Next answers the reason for a refusal with an empty line.
func (x *xoauth2Exchange) Next([]byte) ([]byte, error) { return []byte{}, nil }

// withoutSecret takes the secret out of what a server says, in the forms in which it was sent.
func withoutSecret(text, user, secret string) string {
	if secret == "" {
		return text
	}
	forms := []string{
		base64.StdEncoding.EncodeToString([]byte("\x00" + user + "\x00" + secret)),
		base64.StdEncoding.EncodeToString([]byte("user=" + user + "\x01auth=Bearer " + secret + "\x01\x01")),
		base64.StdEncoding.EncodeToString([]byte(secret)),
		secret,
	}
	for _, form := range forms {
		text = strings.ReplaceAll(text, form, "<secret>")
	}
	return text
}
