package mailfile

import (
	"net/netip"
	"slices"
	"strings"

	"lysark/config/diag"
	"lysark/config/keys"
	"lysark/report/mail/address"
)

// What no tag of a single key can say of mail.

// Check demands a file with HTML for pictures, and the two tables.
func (m *Mail) Check(t *keys.Table) {
	if t.Has("inline") && !t.Has("html") {
		t.Missing("html", t.Pos(), "name a file with HTML, or take inline out",
			"%s has pictures for HTML, but no html", t.Name())
	}
	for _, key := range []string{"list", "smtp"} {
		if !t.Has(key) {
			t.Missing(key, t.Pos(), "add the table "+t.Inner(key), "%s has no table %s", t.Name(), t.Inner(key))
		}
	}
}

// Describe says the same of pictures.
func (*Mail) Describe(s *keys.Schema) { s.If, s.Then = keys.Need("inline"), keys.Need("html") }

// Check makes domains alike.
func (l *List) Check(t *keys.Table) {
	for i, d := range l.AllowDomains {
		below := ""
		if strings.HasPrefix(d.V, "*.") {
			below = "*."
		}
		ascii, fault := address.Domain(strings.TrimPrefix(d.V, below))
		if fault != nil {
			t.Errorf(d.Pos, diag.BadValue, "write it as example.org, or *.example.org for all below it",
				"allow_domains of %s: %q is not a domain", t.Name(), d.V)
		}
		l.AllowDomains[i].V = below + ascii
	}
}

// Check demands a page for leaving with one click.
func (h *Headers) Check(t *keys.Table) {
	if h.OneClick.V && h.OneClick.Set && !strings.HasPrefix(h.Unsubscribe.V, "https:") {
		const hint = "name a page in unsubscribe that takes such a request, or take one_click out"
		t.Errorf(h.OneClick.Pos, diag.BadValue, hint, "one click needs a page: unsubscribe does not begin with https")
	}
}

// Check looks at the server, and at how one logs in there.
func (s *SMTP) Check(t *keys.Table) {
	s.checkServer(t)
	s.checkLogin(t)
}

// Describe says the same of user and password.
func (*SMTP) Describe(s *keys.Schema) {
	s.If, s.Then, s.Else = keys.Need("user"), &keys.Schema{}, &keys.Schema{Not: &keys.Schema{}}
	for _, k := range secrets() {
		s.Then.AnyOf, s.Else.Not.AnyOf = append(s.Then.AnyOf, keys.Need(k)), append(s.Else.Not.AnyOf, keys.Need(k))
	}
}

// checkServer holds host, port and encryption against each other.
func (s *SMTP) checkServer(t *keys.Table) {
	ip, err := netip.ParseAddr(s.Host.V)
	here := s.Host.V == "localhost" || err == nil && ip.IsLoopback()
	switch {
	case s.Host.Set && err != nil && strings.Contains(s.Host.V, ":"):
		t.Errorf(s.Host.Pos, diag.BadValue, "write the number under port", "host of %s holds a port", t.Name())
	case s.Host.Set && s.TLS.Set && s.TLS.V == "none" && !here:
		const message = "without encryption others can read mails and password; " +
			"only a server on this machine (localhost) may do without"
		t.Errorf(s.TLS.Pos, diag.OpenConnection, `take "starttls" or "implicit"`, message)
	}
	tls := s.TLS.Or("starttls")
	if s.Port.Set && (s.Port.V == 465 && tls == "starttls" || s.Port.V == 587 && tls == "implicit") {
		t.Warnf(s.Port.Pos, diag.BadValue, "take port 587 with starttls and 465 with implicit",
			"port %d of %s is not the one for tls %s", s.Port.V, t.Name(), tls)
	}
	if s.Helo.Set {
		if _, fault := address.Domain(s.Helo.V); fault != nil {
			t.Errorf(s.Helo.Pos, diag.BadValue, "write a domain of your own, such as example.org",
				"helo of %s: %q is not a domain", t.Name(), s.Helo.V)
		}
	}
}

// checkLogin demands that whoever logs in has one password or token, and the kind that the way of logging in takes.
func (s *SMTP) checkLogin(t *keys.Table) {
	var given []string
	for _, key := range secrets() {
		if t.Has(key) {
			given = append(given, key)
		}
	}
	user := t.Has("user")
	for _, key := range given[min(1, len(given)):] {
		t.Errorf(t.PosOf(key), diag.BadValue, "keep one of them", "%s has both %s and %s", t.Name(), given[0], key)
	}
	switch {
	case user && len(given) == 0 && !t.HoldsSecret():
		hint := "say where the password is: " + strings.Join(secrets(), ", ")
		t.Missing("password_env", t.Pos(), hint, "%s has a user but no password", t.Name())
	case !user && len(given) > 0:
		t.Missing("user", t.Pos(), `add user = "…"`, "%s has a password but no user", t.Name())
	}
	token := slices.Contains(given, "token_command")
	switch auth := s.Auth.V; {
	case !s.Auth.Set || auth == "auto":
	case auth == "none" && (user || len(given) > 0):
		t.Errorf(s.Auth.Pos, diag.BadValue, "take auth out, or the user and password",
			"auth of %s is none, but there is a user or password", t.Name())
	case auth != "none" && !user && len(given) == 0:
		t.Missing("user", s.Auth.Pos, "add a user, and where the password is",
			"auth of %s is %s, but there is no user", t.Name(), auth)
	case len(given) == 0:
	case (auth == "xoauth2" || auth == "oauthbearer") && !token:
		t.Errorf(s.Auth.Pos, diag.BadValue, "name the program that prints it in token_command",
			"%s takes an access token, not a password", auth)
	case (auth == "plain" || auth == "login") && token:
		t.Errorf(s.Auth.Pos, diag.BadValue, `take "xoauth2" or "oauthbearer"`, "%s takes a password, not an access token", auth)
	}
}
