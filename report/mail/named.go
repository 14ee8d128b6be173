package mail

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"lysark/report/mail/ledger"
	"lysark/report/mail/mailfile"
)

// Folder is the plan's folder beside a mail file.
func Folder(mailFile, id string) string { return filepath.Join(filepath.Dir(mailFile), id+".mail") }

// FolderNamed is the folder of the plan that somebody names: itself, or the one beside the mail file.
func FolderNamed(name string) (string, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return filepath.Clean(name), nil
	}
	f, list := mailfile.Read(name, os.ReadFile)
	if f.Mail.ID.V == "" {
		for _, d := range list {
			return "", fmt.Errorf("%s: %s", d.Pos, d.Message)
		}
		return "", fmt.Errorf("%s names no sending", name)
	}
	return Folder(name, f.Mail.ID.V), nil
}

// PlanNamed reads the plan that somebody names and verifies nothing: for looking at it.
func PlanNamed(name string) (plan *Plan, dir string, err error) {
	if dir, err = FolderNamed(name); err != nil {
		return nil, "", err
	}
	plan, err = ReadPlan(dir)
	return plan, dir, noPlanIn(dir, name, err)
}

// OpenNamed opens the plan that somebody names, and refuses one of which anything has changed, the files that it was
// made from among them.
func OpenNamed(name string) (*Campaign, error) {
	dir, err := FolderNamed(name)
	if err != nil {
		return nil, err
	}
	c, err := Open(dir)
	if err != nil {
		return nil, noPlanIn(dir, name, err)
	}
	if names := c.ChangedSources(); len(names) > 0 {
		return nil, Refusef("%w; plan once more: lysark mail plan %s", &ChangedError{names}, name+c.extending())
	}
	return c, nil
}

// noPlanIn says what to do where there is no plan.
func noPlanIn(dir, name string, err error) error {
	if errors.Is(err, ErrNoPlan) {
		return Refusef("there is no plan in %s; make one: lysark mail plan %s", dir, name)
	}
	return err
}

// extending is the flag that a plan needs once mail was sent with it.
func (c *Campaign) extending() string {
	v, err := ledger.Read(c.LedgerPath())
	if err == nil && v.Counts()[ledger.StateSent] > 0 {
		return " --extend"
	}
	return ""
}

// Complete refuses a campaign without the files that the mail file names.
func (c *Campaign) Complete() error {
	if gone := c.GoneSources(); len(gone) > 0 {
		return Refusef("%w; put it back, or send what was planned all the same: --without-sources", &GoneError{gone})
	}
	return nil
}

// Owns holds, once the ledger is ours, that it belongs to this plan, and that nobody has written another plan since
// this one was read.
func (c *Campaign) Owns(l *ledger.Ledger, name string) error {
	if err := c.Current(); err != nil {
		return err
	}
	if l.Opened().Plan != c.Plan.Digest {
		return Refusef("the ledger belongs to another plan; plan once more: lysark mail plan %s", name)
	}
	return nil
}

// OpenLedger takes a ledger for this program alone.
func OpenLedger(path string) (*ledger.Ledger, error) {
	l, err := ledger.Open(path)
	switch {
	case errors.Is(err, ledger.ErrLocked):
		return nil, Refusef("%s: another lysark is sending or settling; wait until it has ended", path)
	case errors.Is(err, ledger.ErrMissing):
		return nil, Refusef("%s is missing: without it nobody knows who got the mail already; put it back", path)
	}
	return l, err
}
