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

// Forget takes out of a plan's folder whatever tells who the members are: addresses, names, cells, rows and their
// order, the texts, the messages that were written for looking at, and the secret, without which nobody can find out
// whether an address was among them. What stays is how many there were and, by their keys, what happened to each.
func Forget(dir string) error {
	if _, err := ReadPlan(dir); err != nil {
		return err
	}
	l, err := ledger.Open(filepath.Join(dir, LedgerName)) // somebody may be sending
	if err != nil {
		return err
	}
	defer l.Close()            // nothing was written
	plan, err := ReadPlan(dir) // once more, as somebody may have changed it before the ledger was ours
	if err != nil {
		return err
	}
	if err := removePersonal(dir); err != nil {
		return err
	}
	plan.Forgotten, plan.Secret, plan.Columns = true, nil, nil
	for i, r := range plan.Recipients {
		plan.Recipients[i] = Recipient{Key: r.Key}
	}
	// the order was the list's
	slices.SortFunc(plan.Recipients, func(a, b Recipient) int { return cmp.Compare(a.Key, b.Key) })
	for i, s := range plan.Skipped {
		why, _, _ := strings.Cut(s.Why, " ")
		plan.Skipped[i] = Skipped{Why: why}
	}
	return plan.save(dir)
}

// removePersonal comes before the plan is changed, as one that says that it was forgotten is believed. What a program
// that was killed has left half done goes, too.
func removePersonal(dir string) error {
	dir = filepath.Clean(dir)
	left := []string{filepath.Join(dir, "templates"), filepath.Join(dir, "pictures"), filepath.Join(dir, PreviewName)}
	halfDone := map[string]string{dir: "." + planName + ".", filepath.Dir(dir): "." + filepath.Base(dir) + "."}
	for folder, begin := range halfDone {
		entries, err := os.ReadDir(folder)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), begin) {
				left = append(left, filepath.Join(folder, e.Name()))
			}
		}
	}
	for _, name := range left {
		if err := os.RemoveAll(name); err != nil {
			return err
		}
	}
	return nil
}
