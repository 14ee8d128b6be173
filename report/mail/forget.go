package mail

import (
	"os"
	"path/filepath"

	"lysark/report/mail/ledger"
)

// PreviewName is the folder, within the plan's, that messages are written to for looking at.
const PreviewName = "preview"

// Forget takes out of a plan's folder whatever tells who the members are: addresses, names and cells, the texts, the
// messages that were written for looking at, and the secret, without which nobody can find out whether an address was
// among them. What stays is how many there were and, by their keys, what happened to each.
func Forget(dir string) error {
	plan, err := ReadPlan(dir)
	if err != nil {
		return err
	}
	l, err := ledger.Open(filepath.Join(dir, LedgerName)) // somebody may be sending
	if err != nil {
		return err
	}
	defer l.Close() // nothing was written
	plan.Forgotten, plan.Secret, plan.Columns = true, nil, nil
	for i, r := range plan.Recipients {
		plan.Recipients[i] = Recipient{Key: r.Key, Row: r.Row}
	}
	for i, s := range plan.Skipped {
		plan.Skipped[i] = Skipped{Row: s.Row, Why: s.Why}
	}
	if err := plan.save(dir); err != nil {
		return err
	}
	for _, name := range []string{"templates", "pictures", PreviewName} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return syncFolder(dir)
}
