package delivery

import (
	"fmt"
	"strings"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/ledger"
	"lysark/report/mail/message"
)

// Trial is a mail of the plan that goes to somebody who is to look at it. It is what the recipient will get, but for
// the address, the word [TEST] in the subject, and a Message-ID of its own.
type Trial struct {
	Campaign *mail.Campaign
	Of       mail.Recipient
	To       message.Address
}

// Compose makes the mail for the recipient that NextTrial gave.
func (t Trial) Compose(r mail.Recipient, date time.Time) (*message.Message, error) {
	l, err := t.Campaign.Letter(t.Of)
	if err != nil {
		return nil, err
	}
	_, domain, _ := strings.Cut(l.MessageID, "@")
	l.Date, l.To = date, t.To
	l.Subject = "[TEST] " + l.Subject
	l.MessageID = fmt.Sprintf("%s.test.%s@%s", t.Campaign.Plan.ID, r.Key, domain)
	l.Headers.Delivery = "test." + string(r.Key)
	// who looks at it shall not take the member off the list
	for _, text := range []*string{&l.Headers.Unsubscribe, &l.Text, &l.HTML} {
		*text = strings.ReplaceAll(*text, string(t.Of.Key), string(r.Key))
	}
	return t.Campaign.Shared.Compose(l)
}

// NextTrial is the recipient of the next trial of the plan, for the ledger of trials.
func NextTrial(p *mail.Plan, v *ledger.View, to string) mail.Recipient {
	n := 0
	for v.Entry(trialKey(p, n)).Attempts > 0 {
		n++
	}
	return mail.Recipient{Key: trialKey(p, n), Address: to}
}

// WasTried tells whether a trial of exactly this plan was taken by the server.
func WasTried(p *mail.Plan, v *ledger.View) bool {
	for n := 0; ; n++ {
		switch e := v.Entry(trialKey(p, n)); {
		case e.State == ledger.StateSent:
			return true
		case e.Attempts == 0:
			return false
		}
	}
}

func trialKey(p *mail.Plan, n int) ledger.Key {
	return ledger.KeyOf(p.Secret, fmt.Sprintf("test %s %d", p.Digest, n))
}
