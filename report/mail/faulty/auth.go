package faulty

import (
	"encoding/base64"
	"strings"
)

// auth goes through the exchange of a mechanism. arguments are the mechanism and, if given, the initial response.
func (c *conversation) auth(arguments string) bool {
	mechanism, initial, given := strings.Cut(arguments, " ")
	mechanism = strings.ToUpper(mechanism)
	if !c.offers(mechanism) {
		return c.say("504 5.5.4 unknown mechanism")
	}
	if mechanism == "LOGIN" {
		return c.login(initial, given)
	}
	if !given && !c.ask("", &initial) {
		return false
	}
	user, secret := credentials(mechanism, decode(initial))
	// RFC 7628, 3.2.3: a reason, a reply to it, then the 535
	if !c.known(user, secret) && strings.Contains(mechanism, "OAUTH") {
		var ignored string
		if !c.ask(`{"status":"401","schemes":"bearer","scope":"https://mail.example/"}`, &ignored) {
			return false
		}
	}
	return c.conclude(mechanism, user, secret)
}

func (c *conversation) login(initial string, given bool) bool {
	var secret string
	if !given && !c.ask("Username:", &initial) || !c.ask("Password:", &secret) {
		return false
	}
	return c.conclude("LOGIN", decode(initial), decode(secret))
}

func (c *conversation) conclude(mechanism, user, secret string) bool {
	usual := "535 5.7.8 authentication credentials invalid"
	if c.known(user, secret) {
		usual = "235 2.7.0 welcome"
	}
	ok, alive := c.answer(Auth, mechanism, usual)
	if ok {
		c.user = user
	}
	return alive
}

func (c *conversation) ask(challenge string, response *string) bool {
	if !c.say("334 " + base64.StdEncoding.EncodeToString([]byte(challenge))) {
		return false
	}
	line, err := c.line()
	*response = line
	return err == nil
}

func (c *conversation) offers(mechanism string) bool {
	for _, m := range c.server.config.Mechanisms {
		if strings.EqualFold(m, mechanism) {
			return true
		}
	}
	return false
}

func (c *conversation) known(user, secret string) bool {
	if c.server.config.Users == nil {
		return user != ""
	}
	want, ok := c.server.config.Users[user]
	return ok && want == secret
}

func decode(s string) string {
	plain, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return ""
	}
	return string(plain)
}

// credentials are the user and the secret in the one response of a mechanism: RFC 4616, RFC 7628, and Google's
// description of XOAUTH2 (https://developers.google.com/workspace/gmail/imap/xoauth2-protocol).
func credentials(mechanism, response string) (user, secret string) {
	switch mechanism {
	case "PLAIN":
		parts := strings.Split(response, "\x00")
		if len(parts) == 3 {
			return parts[1], parts[2]
		}
	case "OAUTHBEARER", "XOAUTH2":
		for _, part := range strings.FieldsFunc(response, func(r rune) bool { return r == '\x01' || r == ',' }) {
			key, value, _ := strings.Cut(part, "=")
			switch key {
			case "a", "user":
				user = value
			case "auth":
				secret = strings.TrimPrefix(value, "Bearer ")
			}
		}
	}
	return user, secret
}
