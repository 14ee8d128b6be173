package check

import (
	"strings"

	"lysark/report/mail"
	"lysark/report/mail/submission"
)

// hint is what may help.
func hint(err error, s mail.Server) string {
	text := err.Error()
	switch at := submission.PhaseOf(err); {
	case at == submission.AtConnect:
		return "587 is the port for starttls and 465 for implicit; networks often let only some out"
	case strings.Contains(text, "unknown authority"):
		return "name the authority's certificate in ca_file, if the server is your own"
	case strings.Contains(text, "expired or is not yet valid"):
		return "whoever keeps the server has to renew its certificate; until then nothing is sent. " +
			"Look at this machine's clock as well"
	case strings.Contains(text, "certificate is valid for"), strings.Contains(text, "not valid for any names"),
		strings.Contains(text, "cannot validate"):
		return "write the host as its certificate names it"
	case at == submission.AtHandshake || at == submission.AtStartTLS || at == submission.AtGreeting:
		return "tls is " + s.TLS + `; port 587 mostly wants "starttls" and 465 "implicit"`
	case at == submission.AtLogin && (strings.Contains(text, "5.7.30") || strings.Contains(text, "5.7.139")):
		return `this server takes no passwords any more: take auth = "xoauth2" and token_command`
	case at == submission.AtLogin && strings.Contains(text, "the server offers"):
		return "" // it says what to do
	case at == submission.AtLogin:
		return "check user, and where the password is; some services want one for apps"
	}
	return ""
}
