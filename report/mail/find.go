package mail

import (
	"errors"
	"fmt"

	"lysark/report/mail/address"
	"lysark/report/mail/ledger"
)

// Recipient finds who has the key.
func (p *Plan) Recipient(k ledger.Key) (Recipient, bool) {
	for _, r := range p.Recipients {
		if r.Key == k {
			return r, true
		}
	}
	return Recipient{}, false
}

// At finds who has the address. What is said of somebody who gets none is why.
func (p *Plan) At(a address.Address) (Recipient, error) {
	if r, ok := p.Recipient(ledger.KeyOf(p.Secret, a.Key())); ok {
		return r, nil
	}
	for _, s := range p.Skipped {
		if b, fault := address.Parse(s.Address); fault == nil && b.Key() == a.Key() {
			return Recipient{}, fmt.Errorf("the address gets no mail: row %d, %s", s.Row, s.Why)
		}
	}
	return Recipient{}, errors.New("the address is not in the plan")
}

// InRow finds who stands in the row of the list; the first of all in row 0.
func (p *Plan) InRow(row int) (Recipient, bool) {
	for _, r := range p.Recipients {
		if row == 0 || r.Row == row {
			return r, true
		}
	}
	return Recipient{}, false
}

// FileName is that of the recipient's mail as a file of its own. It does not tell who it is.
func (r Recipient) FileName() string {
	if r.Row == 0 {
		return "archive.eml"
	}
	return fmt.Sprintf("row-%05d.eml", r.Row)
}
