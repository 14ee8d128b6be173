package submission

import (
	"slices"
	"strings"
	"testing"
)

func TestWhatAnAnswerMeans(t *testing.T) {
	tests := []struct {
		at       Phase
		code     int
		enhanced string
		text     string
		kind     Kind
		reason   Reason
	}{
		{AtDot, 250, "2.0.0", "Ok: queued as 4F1", Accepted, ""},
		{AtDot, 0, "", "", Unknown, ""},
		{AtDot, 354, "", "go on", Unknown, ""},
		{AtDot, 600, "", "what", Unknown, ""},
		{AtRcpt, 0, "", "", Lost, ""},
		{AtData, 250, "", "ok", Lost, ""},

		{AtGreeting, 421, "", "Too many concurrent SMTP connections", Lost, ""},
		{AtMail, 421, "4.7.0", "Try again later, closing connection.", Lost, ""},
		{AtDot, 421, "4.3.0", "Temporary System Problem", Deferred, ""},
		{AtMail, 432, "4.3.2", "Concurrent connections limit exceeded", Lost, ""},
		{AtData, 450, "4.3.2", "STOREDRV.ClientSubmit; sender thread limit exceeded.", Lost, ""},
		{AtRcpt, 450, "4.2.1", "Peak SMTP relay limit exceeded for customer. This is a temporary error.", Deferred, ""},
		{AtDot, 454, "", "Throttling failure: Maximum sending rate exceeded", Deferred, ""},
		{AtLogin, 454, "4.7.0", "Too many login attempts", Lost, ""},
		{AtRcpt, 503, "5.5.1", "nested MAIL command", Lost, ""},
		{AtData, 503, "5.5.1", "Bad sequence of commands", Lost, ""},
		{AtMail, 503, "5.5.1", "not now", Lost, ""},
		{AtRcpt, 500, "5.5.2", "Unrecognized command", Lost, ""},
		{AtDot, 503, "5.5.1", "Bad sequence of commands", Deferred, ""},
		{AtMail, 503, "5.5.1", "Error: authenticate first", Stopped, ByLogin},

		{AtDot, 554, "5.2.2", "mailbox full; STOREDRV.Submission.Exception:QuotaExceededException", Stopped, ByQuota},
		{AtRcpt, 552, "5.2.2", "Quota exceeded (mailbox for user is full)", Failed, ""},
		{AtDot, 452, "4.2.2", "The email account that you tried to reach is over quota", Deferred, ""},
		{AtRcpt, 550, "", "Mailbox is full", Failed, ""},
		{AtRcpt, 450, "", "user over quota", Deferred, ""},
		{AtRcpt, 552, "", "exceeded storage allocation", Failed, ""},
		{AtDot, 550, "5.4.5", "Daily user sending limit exceeded", Stopped, ByQuota},
		{AtDot, 554, "5.2.0", "STOREDRV.Submission.Exception:SubmissionQuotaExceededException", Stopped, ByQuota},
		{AtDot, 550, "5.1.90", "Your message can't be sent because you've reached your daily limit for message recipients", Stopped, ByQuota},
		{AtDot, 550, "5.7.233", "Your message can't be sent because your tenant exceeded its daily limit", Stopped, ByQuota},
		{AtRcpt, 452, "4.5.3", "Too many recipients", Stopped, ByQuota},
		{AtDot, 550, "5.7.1", "Daily SMTP relay limit exceeded for customer", Stopped, ByQuota},
		{AtRcpt, 554, "5.7.1", "You have exceeded your Outmail quota", Stopped, ByQuota},
		{AtRcpt, 550, "", "Domain forening.example has exceeded the max emails per hour (300/300)", Stopped, ByQuota},
		{AtDot, 454, "", "Throttling failure: Daily message quota exceeded", Stopped, ByQuota},

		{AtLogin, 535, "5.7.8", "Username and Password not accepted", Stopped, ByLogin},
		{AtLogin, 550, "5.7.30", "Basic authentication is not supported for Client Submission", Stopped, ByLogin},
		{AtMail, 530, "5.7.57", "Client not authenticated to send mail", Stopped, ByLogin},
		{AtMail, 534, "5.7.9", "Application-specific password required", Stopped, ByLogin},
		{AtMail, 538, "5.7.11", "Encryption required for requested authentication mechanism", Stopped, ByLogin},
		{AtMail, 550, "5.7.30", "Basic authentication is not supported", Stopped, ByLogin},
		{AtGreeting, 554, "5.7.1", "No SMTP service here", Stopped, ByPolicy},
		{AtHello, 550, "5.7.1", "Access denied, bad HELO", Stopped, ByPolicy},
		{AtGreeting, 450, "4.3.2", "later", Lost, ""},
		{AtStartTLS, 454, "", "TLS not available due to temporary reason", Lost, ""},
		{AtDot, 552, "5.3.4", "Message size exceeds fixed limit", Stopped, ByPolicy},
		{AtMail, 552, "", "Message too big", Stopped, ByPolicy},
		{AtMail, 550, "5.7.1", "not yours", Stopped, BySender},
		{AtDot, 554, "5.2.252", "SendAsDenied; deck@forening.example not allowed to send as boss@forening.example", Stopped, BySender},
		{AtRcpt, 553, "5.7.1", "<a@forening.example>: Sender address rejected: not owned by user deck", Stopped, BySender},
		{AtDot, 554, "", "Message rejected: Email address is not verified. The following identities failed the check", Stopped, BySender},
		{AtDot, 550, "5.7.26", "This mail is unauthenticated, which poses a security risk", Stopped, ByPolicy},
		{AtDot, 550, "5.7.705", "Access denied, tenant has exceeded threshold", Stopped, ByPolicy},
		{AtRcpt, 554, "5.7.1", "<x>: Relay access denied", Stopped, ByPolicy},
		{AtRcpt, 550, "5.7.54", "SMTP; Unable to relay recipient in non-accepted domain", Stopped, ByPolicy},

		{AtRcpt, 550, "5.1.1", "User unknown", Failed, ""},
		{AtRcpt, 550, "5.1.10", "RESOLVER.ADR.RecipientNotFound", Failed, ""},
		{AtRcpt, 550, "5.2.1", "mailbox disabled", Failed, ""},
		{AtRcpt, 550, "5.7.703", "blocked by your organization using Tenant Allow Block List", Failed, ""},
		{AtData, 554, "5.7.1", "no", Failed, ""},
		{AtDot, 550, "5.7.1", "this looks like spam", Failed, ""},
		{AtDot, 550, "5.2.3", "message length exceeds administrative limit", Failed, ""},
		{AtMail, 451, "4.3.0", "local error", Deferred, ""},
		{AtRcpt, 450, "4.7.1", "Greylisted, please try again in 300 seconds", Deferred, ""},
		{AtDot, 451, "4.7.1", "try again", Deferred, ""},
		{AtReset, 550, "", "no", Lost, ""},
		{AtQuit, 450, "", "no", Lost, ""},
	}
	rows := slices.Concat(connectionRows(), accountRows(), senderRows(), mailRows())
	used := make([]bool, len(rows))
	for _, tt := range tests {
		kind, reason := Classify(tt.at, tt.code, tt.enhanced, tt.text)
		if kind != tt.kind || reason != tt.reason {
			t.Errorf("%s: %d %s %s: got %s %s, want %s %s", tt.at, tt.code, tt.enhanced, tt.text, kind, reason, tt.kind, tt.reason)
		}
		first := slices.IndexFunc(rows, func(r row) bool { return r.fits(tt.at, tt.code, tt.enhanced, strings.ToLower(tt.text)) })
		if first >= 0 {
			used[first] = true
		}
	}
	for i, r := range rows {
		if !used[i] {
			t.Errorf("no example needs the row %+v", r)
		}
		if r.source == "" || r.kind == "" || (r.kind == Stopped) != (r.reason != "") || r.least == 0 || r.most < r.least {
			t.Errorf("the row %+v is not complete", r)
		}
	}
}

func TestEveryCodeAtEveryPhaseMeansSomethingPossible(t *testing.T) {
	before := []Phase{AtGreeting, AtHello, AtStartTLS, AtLogin, AtMail, AtRcpt, AtData, AtBody, AtReset, AtQuit}
	for code := range 1000 {
		for _, at := range before {
			if kind, _ := Classify(at, code, "", ""); kind == Accepted || kind == Unknown || kind == Aborted {
				t.Errorf("%d at %s is %s", code, at, kind)
			}
		}
		kind, _ := Classify(AtDot, code, "", "")
		answered := code >= 200 && code < 300 || code >= 400 && code < 600
		if kind == Lost || kind == Aborted || (kind == Accepted) != (code/100 == 2) || (kind == Unknown) == answered {
			t.Errorf("%d at the dot is %s", code, kind)
		}
	}
}
