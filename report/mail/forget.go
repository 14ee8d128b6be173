package mail

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lysark/report/mail/ledger"
)

// PreviewName is the folder, within the plan's, that messages are written to for looking at.
const PreviewName = "preview"

// Forget takes out of a plan's folder whatever tells who the members are: addresses, names, cells, rows and their order,
// the texts, the messages that were written for looking at, and the secret, without which nobody can find out whether an
// address was among them. What stays is how many there were and, by their keys, what happened to each.
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
		plan.Recipients[i] = Recipient{Key: r.Key}
	}
	slices.SortFunc(plan.Recipients, func(a, b Recipient) int { return cmp.Compare(a.Key, b.Key) }) // the order was the list's
	for i, s := range plan.Skipped {
		why, _, _ := strings.Cut(s.Why, " ")
		plan.Skipped[i] = Skipped{Why: why}
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
