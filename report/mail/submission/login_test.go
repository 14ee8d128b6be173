package submission

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"

	"lysark/report/mail/faulty"
)

func users() map[string]string { return map[string]string{"deck": "s3cret"} }

func TestEveryMechanismLogsIn(t *testing.T) {
	tests := []struct {
		offered []string
		wanted  string
		used    string
	}{
		{[]string{"PLAIN", "LOGIN"}, "plain", "AUTH PLAIN"},
		{[]string{"PLAIN", "LOGIN"}, "login", "AUTH LOGIN"},
		{[]string{"OAUTHBEARER", "XOAUTH2"}, "oauthbearer", "AUTH OAUTHBEARER"},
		{[]string{"OAUTHBEARER", "XOAUTH2"}, "XOAUTH2", "AUTH XOAUTH2"},
		{[]string{"LOGIN", "PLAIN"}, "auto", "AUTH PLAIN"},
		{[]string{"XOAUTH2", "LOGIN"}, "", "AUTH LOGIN"}, // as Microsoft 365 offers them
		{[]string{"XOAUTH2"}, "auto", "AUTH XOAUTH2"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%q of %s", tt.wanted, tt.offered), func(t *testing.T) {
			t.Parallel()
			f := secret(t, faulty.Config{Mechanisms: tt.offered, Users: users()})
			f.dial.Login.Mechanism = tt.wanted
			if o := send(t, f.session(t)); o.Kind != Accepted || f.Accepted()[0].User != "deck" || f.Heard(tt.used) != 1 {
				t.Errorf("got %s (%v), after %v", o.Kind, o.Err, f.Commands())
			}
		})
	}
}

func TestAWrongPasswordIsSaidOnceAndStopsTheSending(t *testing.T) {
	for _, mechanism := range []string{"PLAIN", "LOGIN"} {
		t.Run(mechanism, func(t *testing.T) {
			t.Parallel()
			f := secret(t, faulty.Config{Mechanisms: []string{mechanism}, Users: users()})
			asked := 0
			f.dial.Login.Secret = func(context.Context) (string, error) { asked++; return "wrong", nil }
			_, err := Dial(t.Context(), f.dial)
			if r := refused(err); r == nil || r.Kind != Stopped || r.Reason != ByLogin || r.Code != 535 || r.Phase != AtLogin {
				t.Errorf("got %v", err)
			}
			if asked != 1 || f.Dialled() != 1 {
				t.Errorf("the secret was asked for %d times, and %d connections made", asked, f.Dialled())
			}
			f.nobodyLeft(t)
		})
	}
}

func TestATokenThatHasExpiredIsAskedForOnceMore(t *testing.T) {
	tests := []struct {
		name   string
		tokens []string
		asked  int
		said   int
		ok     bool
	}{
		{"the first is good", []string{"s3cret"}, 1, 1, true},
		{"the second is good", []string{"old", "s3cret"}, 2, 2, true},
		{"the second is no better", []string{"old", "older", "s3cret"}, 2, 2, false},
		{"there is no other", []string{"old", "old", "s3cret"}, 2, 1, false},
	}
	for _, mechanism := range []string{"XOAUTH2", "OAUTHBEARER"} {
		for _, tt := range tests {
			t.Run(mechanism+": "+tt.name, func(t *testing.T) {
				t.Parallel()
				f := secret(t, faulty.Config{Mechanisms: []string{mechanism}, Users: users()})
				asked := 0
				f.dial.Login.Secret = func(context.Context) (string, error) { asked++; return tt.tokens[asked-1], nil }
				s, err := Dial(t.Context(), f.dial)
				if (err == nil) != tt.ok || asked != tt.asked || f.Heard("AUTH") != tt.said {
					t.Errorf("asked %d times, said %d times: %v", asked, f.Heard("AUTH"), err)
				}
				if s != nil {
					s.Close()
				} else if r := refused(err); r == nil || r.Code != 535 || r.Reason != ByLogin {
					t.Errorf("got %v", err)
				}
				f.nobodyLeft(t)
			})
		}
	}
}

func TestALoginThatCannotBe(t *testing.T) {
	down := errors.New("the vault is closed")
	tests := []struct {
		name    string
		offered []string
		login   Login
		reason  Reason
		words   string
	}{
		{"a mechanism that is not offered", []string{"PLAIN", "NTLM"}, Login{"xoauth2", "deck", always("t")}, ByLogin, `the server offers no xoauth2 login; it offers plain (set auth = "plain" or "auto")`},
		{"a mechanism that nobody has", []string{"PLAIN"}, Login{"magic", "deck", always("t")}, ByLogin, `lysark can do no magic login; the server offers plain (set auth = "plain" or "auto")`},
		{"all that is offered is strange", []string{"CRAM-MD5", "NTLM"}, Login{"auto", "deck", always("t")}, ByLogin, "offers no login that lysark can do: it offers CRAM-MD5, NTLM; lysark can do plain, login, oauthbearer, xoauth2"},
		{"one is wanted, and all that is offered is strange", []string{"CRAM-MD5"}, Login{"plain", "deck", always("t")}, ByLogin, "it offers CRAM-MD5; lysark can do"},
		{"no login is offered", []string{}, Login{"auto", "deck", always("t")}, ByLogin, `offers no login at all; most do on port 587 with tls = "starttls"`},
		{"no user", []string{"PLAIN"}, Login{"plain", "", always("t")}, ByLogin, "needs a user"},
		{"no secret", []string{"PLAIN"}, Login{"auto", "deck", nil}, ByLogin, "needs a user and a secret"},
		{"no answer to the question for the secret", []string{"PLAIN"}, Login{"plain", "deck", func(context.Context) (string, error) { return "", down }}, BySecret, "the vault is closed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := secret(t, faulty.Config{Mechanisms: tt.offered})
			f.dial.Login = tt.login
			if got := dialled(t, f); got.Kind != Stopped || got.Reason != tt.reason || !strings.Contains(got.Error(), tt.words) {
				t.Errorf("got %s by %s: %v", got.Kind, got.Reason, got)
			}
		})
	}
}

func TestTheSecretIsNotInWhatAServerSaysBack(t *testing.T) {
	forms := map[string]string{
		"as it is":    "s3cret-token",
		"as PLAIN":    base64.StdEncoding.EncodeToString([]byte("\x00deck\x00s3cret-token")),
		"as LOGIN":    base64.StdEncoding.EncodeToString([]byte("s3cret-token")),
		"as a bearer": base64.StdEncoding.EncodeToString([]byte("user=deck\x01auth=Bearer s3cret-token\x01\x01")),
	}
	for name, form := range forms {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := secret(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.Auth, Do: faulty.Action{Reply: "535 5.7.8 what is " + form + " to me"}}}})
			f.dial.Login.Secret = always("s3cret-token")
			_, err := Dial(t.Context(), f.dial)
			if r := refused(err); r == nil || r.Reply != "what is <secret> to me" || strings.Contains(err.Error(), form) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestTooManyLoginsAreALostConnection(t *testing.T) {
	t.Parallel()
	f := secret(t, faulty.Config{Rules: []faulty.Rule{{At: faulty.Auth, Do: faulty.Action{Reply: "454 4.7.0 Too many login attempts, please try again later"}}}})
	if _, err := Dial(t.Context(), f.dial); KindOf(err) != Lost || refused(err).Code != 454 {
		t.Errorf("got %v", err)
	}
}
