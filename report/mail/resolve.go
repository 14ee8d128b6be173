package mail

import (
	"time"

	"lysark/report/mail/ledger"
)

// Resolve settles a recipient by a person's word: as ledger.AsSent, AsFailed or AsResend. A mail that is sent again has
// the bytes that it had, so that a mailbox that got it after all shows it once.
func Resolve(l *ledger.Ledger, k ledger.Key, as, by, note string, now time.Time) error {
	return l.Append(ledger.Record{Time: now, Event: ledger.EventResolved, Key: k, As: as, By: by, Note: note})
}

// Unknown are the recipients of whom it is unknown whether they got the mail.
func Unknown(v *ledger.View, recipients []Recipient) []Recipient {
	var out []Recipient
	for _, r := range recipients {
		if v.Entry(r.Key).State == ledger.StateUnknown {
			out = append(out, r)
		}
	}
	return out
}
