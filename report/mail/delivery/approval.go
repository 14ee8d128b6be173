package delivery

import (
	"errors"
	"fmt"

	"lysark/report/locale"
	"lysark/report/mail"
	"lysark/report/mail/address"
	"lysark/report/mail/ledger"
)

// Approval is what somebody has said who wants a plan to be sent.
type Approval struct {
	File     string // that names the plan
	Code     string // of the plan; empty where somebody is to be asked
	Untested bool   // nobody has to have got a test mail
}

// Check makes sure that somebody wants exactly this to be sent. It tells whether somebody is still to be asked.
func (a Approval) Check(c *mail.Campaign, left int) (ask bool, err error) {
	if err := a.tested(c); err != nil {
		return false, err
	}
	if a.Code != "" && a.Code != c.Plan.Code {
		return false, mail.Refusef("--confirm %s is not the code of this plan: "+
			"look at it again, and at what has changed, before you take its code", a.Code)
	}
	return a.Code == "" && left > 0, nil
}

func (a Approval) tested(c *mail.Campaign) error {
	if a.Untested {
		return nil
	}
	v, err := ledger.Read(c.TestLedgerPath())
	if err != nil && !errors.Is(err, ledger.ErrMissing) {
		return mail.Refusef("%w", err)
	}
	if err != nil || !WasTried(c.Plan, v) {
		return mail.Refusef("nobody has got a test mail of this plan; "+
			"send one to yourself: lysark mail test %s --to ADDRESS", a.File)
	}
	return nil
}

// About tells in some lines what is about to be sent.
func About(c *mail.Campaign, left int) (string, error) {
	m, err := c.Compose(c.Plan.Recipients[0], c.Plan.Created)
	if err != nil {
		return "", err
	}
	s := c.Plan.Settings
	return fmt.Sprintf("%s: %d mails from %s by %s\n", c.Plan.ID, left, address.Shown(s.From.Address), s.Server.Host) +
		fmt.Sprintf("  subject       %s\n", s.Subject) +
		fmt.Sprintf("  attachment    %s; a mail has about %s\n", s.AttachName, locale.FileSize(m.Size())) +
		fmt.Sprintf("  takes         %s", s.Server.Takes(left, left*m.Size())), nil
}
