package submission

import (
	"slices"
	"strings"
)

// Where the rows of the table come from.
const (
	rfc5321   = "RFC 5321 (SMTP), 4.2 and 4.3"
	rfc3463   = "RFC 3463 and the IANA registry of enhanced status codes"
	rfc4954   = "RFC 4954 (AUTH), 6"
	rfc7372   = "RFC 7372 (authentication failures), 3"
	microsoft = "learn.microsoft.com/exchange/troubleshoot/send-emails/smtp-submission-improvements"
	exchange  = "learn.microsoft.com/troubleshoot/exchange/email-delivery/ndr/non-delivery-reports-in-exchange-online"
	google    = "support.google.com/a/answer/3726730 (Gmail SMTP errors and codes)"
	amazon    = "docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html, manage-sending-quotas-errors.html"
	servers   = "the texts of Postfix, Exim, Sendmail and Exchange"
)

// row is what an answer means. What a row leaves empty fits all answers.
type row struct {
	at          []Phase
	least, most int      // of the code
	enhanced    []string // one of them; "5.1." is all that begin so
	words       []string // one of them in the text, in lower case
	kind        Kind
	reason      Reason
	source      string
}

// Classify is what an answer of the server means for a mail, or for a whole sending. A code that says neither yes nor
// no, and 0 for none at all, is Lost before the dot and Unknown after it.
func Classify(at Phase, code int, enhanced, text string) (Kind, Reason) {
	if code < 400 || code > 599 {
		switch {
		case at == AtDot && code/100 == 2:
			return Accepted, ""
		case at == AtDot:
			return Unknown, ""
		}
		return Lost, ""
	}
	text = strings.ToLower(text)
	for _, r := range slices.Concat(connectionRows(), accountRows(), senderRows(), mailRows()) {
		if !r.fits(at, code, enhanced, text) {
			continue
		}
		if r.kind == Lost && at == AtDot {
			return Deferred, "" // it is an answer: the mail was not taken, and may be tried again
		}
		return r.kind, r.reason
	}
	return Lost, "" // before MAIL, or between two mails
}

func (r row) fits(at Phase, code int, enhanced, text string) bool {
	return (r.at == nil || slices.Contains(r.at, at)) &&
		code >= r.least && code <= r.most &&
		(r.enhanced == nil || slices.ContainsFunc(r.enhanced, func(e string) bool {
			return e == enhanced || strings.HasSuffix(e, ".") && strings.HasPrefix(enhanced, e)
		})) &&
		(r.words == nil || slices.ContainsFunc(r.words, func(w string) bool { return strings.Contains(text, w) }))
}

// connectionRows are about the connection: too many, too fast, out of step.
func connectionRows() []row {
	transaction := []Phase{AtMail, AtRcpt, AtData, AtBody, AtDot}
	return []row{
		{least: 421, most: 421, kind: Lost, source: rfc5321},
		{least: 432, most: 432, kind: Lost, source: microsoft + " (three connections at once)"},
		{least: 400, most: 499, words: []string{"concurrent connection", "thread limit", "too many connections"}, kind: Lost, source: microsoft},
		{at: []Phase{AtLogin}, least: 400, most: 499, kind: Lost, source: google + " (454 4.7.0, too many login attempts)"},
		{at: transaction, least: 400, most: 499, words: []string{"peak smtp relay limit", "maximum sending rate", "per second", "per minute"}, kind: Deferred, source: google + "; " + amazon},
		{at: transaction, least: 503, most: 503, words: []string{"auth"}, kind: Stopped, reason: ByLogin, source: servers},
		{at: transaction, least: 500, most: 503, enhanced: []string{"", "5.5.0", "5.5.1", "5.5.2"},
			words: []string{"nested", "sequence", "need mail", "need rcpt", "unrecognized", "unknown command",
				"not implemented"}, kind: Lost, source: rfc5321 + " (out of step)"},
		{at: transaction, least: 503, most: 503, kind: Lost, source: rfc5321 + " (bad sequence of commands)"},
	}
}

// accountRows are about what our account may send: codes that say never and mean tomorrow.
func accountRows() []row {
	full := []string{"mailbox full", "mailbox is full", "mailbox for user", "over quota", "mailbox quota", "mailbox has exceeded"}
	theirs := []Phase{AtRcpt, AtData, AtBody, AtDot}
	after := []Phase{AtMail, AtRcpt, AtData, AtBody, AtDot}
	return []row{
		{at: after, least: 500, most: 599, enhanced: []string{"5.2.2"}, words: []string{"submission"}, kind: Stopped,
			reason: ByQuota, source: microsoft + " (our own mailbox is full of sent mail)"},
		{at: theirs, least: 500, most: 599, enhanced: []string{"5.2.2"}, kind: Failed, source: rfc3463 + " (the recipient's mailbox is full)"},
		{at: theirs, least: 400, most: 499, enhanced: []string{"4.2.2"}, kind: Deferred, source: rfc3463 + "; " + google},
		{at: theirs, least: 500, most: 599, words: full, kind: Failed, source: servers},
		{at: theirs, least: 400, most: 499, words: full, kind: Deferred, source: servers},
		{at: []Phase{AtRcpt}, least: 552, most: 552, kind: Failed, source: rfc5321 + " (exceeded storage allocation)"},
		{at: after, least: 500, most: 599, enhanced: []string{"5.4.5"}, kind: Stopped, reason: ByQuota, source: google},
		{at: after, least: 554, most: 554, enhanced: []string{"5.2.0"}, kind: Stopped, reason: ByQuota, source: microsoft},
		{at: after, least: 500, most: 599, enhanced: []string{"5.1.90", "5.7.232", "5.7.233"}, kind: Stopped, reason: ByQuota, source: exchange},
		{at: after, least: 452, most: 452, enhanced: []string{"4.5.3"}, kind: Stopped, reason: ByQuota, source: google + " (each mail has one recipient, so too many are too many in all)"},
		{at: after, least: 500, most: 599,
			words: []string{"limit exceeded", "sending limit", "daily limit", "daily message", "per hour", "per day",
				"quota", "rate limit"}, kind: Stopped, reason: ByQuota, source: google + "; " + exchange + "; " + servers},
		{at: after, least: 400, most: 499, words: []string{"daily", "per hour", "per day"}, kind: Stopped, reason: ByQuota, source: amazon + " (454, daily message quota exceeded)"},
	}
}

// senderRows are about us: who we are, and what we may send at all.
func senderRows() []row {
	return []row{
		{at: []Phase{AtLogin}, least: 500, most: 599, kind: Stopped, reason: ByLogin, source: rfc4954},
		{least: 530, most: 530, kind: Stopped, reason: ByLogin, source: rfc4954},
		{least: 534, most: 535, kind: Stopped, reason: ByLogin, source: rfc4954},
		{least: 538, most: 538, kind: Stopped, reason: ByLogin, source: rfc4954},
		{least: 500, most: 599, enhanced: []string{"5.7.30", "5.7.57", "5.7.139", "5.7.3"}, kind: Stopped, reason: ByLogin, source: exchange},
		{at: []Phase{AtGreeting, AtHello, AtStartTLS}, least: 500, most: 599, kind: Stopped, reason: ByPolicy,
			source: rfc5321},
		{least: 500, most: 599, enhanced: []string{"5.3.4"}, kind: Stopped, reason: ByPolicy, source: rfc3463 + " (too big for the system)"},
		{at: []Phase{AtMail}, least: 552, most: 552, kind: Stopped, reason: ByPolicy, source: "RFC 1870 (SIZE), 6.1"},
		{at: []Phase{AtMail}, least: 500, most: 599, kind: Stopped, reason: BySender, source: rfc5321 + " (nobody else is named yet)"},
		{least: 500, most: 599, enhanced: []string{"5.1.7", "5.1.8", "5.7.60", "5.2.252"}, kind: Stopped,
			reason: BySender, source: rfc3463 + "; " + exchange},
		{least: 500, most: 599, words: []string{"sendasdenied", "send as", "sender address rejected", "address is not verified"}, kind: Stopped, reason: BySender, source: servers + "; " + amazon},
		{least: 500, most: 599,
			enhanced: []string{"5.7.20", "5.7.21", "5.7.22", "5.7.23", "5.7.24", "5.7.25", "5.7.26", "5.7.515"},
			kind:     Stopped, reason: ByPolicy, source: rfc7372 + "; " + google + "; " + exchange},
		{least: 500, most: 599, enhanced: []string{"5.7.54", "5.7.705", "5.7.708", "5.7.750"}, kind: Stopped, reason: ByPolicy, source: exchange},
		{least: 500, most: 599, words: []string{"relay access denied", "relaying denied", "unable to relay", "relay not permitted", "not permitted to relay"}, kind: Stopped, reason: ByPolicy, source: servers},
	}
}

// mailRows are about one mail and its recipient.
func mailRows() []row {
	return []row{
		{at: []Phase{AtRcpt, AtData, AtBody, AtDot}, least: 500, most: 599, kind: Failed, source: rfc5321},
		{at: []Phase{AtMail, AtRcpt, AtData, AtBody, AtDot}, least: 400, most: 499, kind: Deferred, source: rfc5321},
	}
}
