package mail

import (
	"errors"
	"time"

	"lysark/report/mail/ledger"
)

// Verdict is a person's word on what became of a mail. A mail that is sent again has the bytes that it had, so that a
// mailbox that got it after all shows it once.
type Verdict struct {
	As   string // ledger.AsSent, AsFailed or AsResend
	By   string
	Note string // how it is known
	Now  time.Time
}

// Settle settles a recipient, and tells how that stood and stands.
func (v Verdict) Settle(l *ledger.Ledger, r Recipient) (before, after ledger.State, err error) {
	before = l.Entry(r.Key).State
	if err := v.meant(r.Row, before); err != nil {
		return before, before, err
	}
	err = l.Append(ledger.Record{Time: v.Now, Event: ledger.EventResolved, Key: r.Key, As: v.As, By: v.By,
		Note: v.Note})
	switch {
	case errors.Is(err, ledger.ErrRefused):
		return before, before, Refusef("row %d is %s: there is nothing to settle", r.Row, before)
	case err != nil:
		return before, before, Refusal{err}
	}
	return before, l.Entry(r.Key).State, nil
}

// meant refuses what a mistyped address could do: a second mail, or one to somebody who was taken out.
func (v Verdict) meant(row int, before ledger.State) error {
	switch {
	case v.As != ledger.AsResend || v.Note != "":
		return nil
	case before == ledger.StateSent:
		return Refusef("row %d is sent, and would get the mail twice; if that is meant, say why: --note TEXT", row)
	case before == ledger.StateSkipped:
		return Refusef("row %d was taken out, and would get the mail after all; if that is meant, say why: --note TEXT",
			row)
	}
	return nil
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
