package mail

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lysark/report/mail/address"
	"lysark/report/mail/ledger"
	"lysark/report/mail/list"
)

// Suppression is somebody who is to get no mail any more.
type Suppression struct {
	Address address.Address
	Why     string
	File    string // of those who left, which the address is added to
	Column  string // of addresses in it, if it has a row of names
	Dir     string // of the plan; there may be none
	Now     time.Time
}

// Suppressed is what came of it.
type Suppressed struct {
	Already bool         // the file had the address
	Planned bool         // the plan has a message for the address
	State   ledger.State // how that stands now
}

// String is what it means for the plan.
func (s Suppressed) String() string {
	switch {
	case !s.Planned:
		return "the plan has no mail for it"
	case s.State == ledger.StateSkipped:
		return "its mail is taken out of the plan"
	case s.State == ledger.StateSent:
		return "its mail has been sent already"
	}
	return fmt.Sprintf("its mail stays as it is: %s", s.State)
}

// Suppress adds the address to the file, and takes its message out of what is still to be sent. What was sent or is
// unknown stays as it is.
func Suppress(s Suppression) (Suppressed, error) {
	plan, err := ReadPlan(s.Dir)
	if errors.Is(err, ErrNoPlan) || err == nil && plan.Forgotten {
		already, err := s.toFile()
		return Suppressed{Already: already}, err
	}
	if err != nil {
		return Suppressed{}, err
	}
	l, err := ledger.Open(filepath.Join(s.Dir, LedgerName)) // before anything is written: somebody may be sending
	if err != nil {
		return Suppressed{}, err
	}
	defer l.Close() // what was appended is on the disk
	if plan, err = ReadPlan(s.Dir); err != nil || plan.Forgotten {
		return Suppressed{}, cmp.Or(err, ErrForgotten) // by somebody else, before the ledger was ours
	}
	known := s.known(plan)
	out := Suppressed{}
	if out.Already, err = s.toFile(); err != nil {
		return out, err
	}
	k := ledger.KeyOf(plan.Secret, s.Address.Key())
	if _, out.Planned = plan.Recipient(k); out.Planned {
		if err := skip(l, k, s.Why, s.Now); err != nil {
			return out, err
		}
		out.State = l.Entry(k).State
	}
	if known == nil || out.Already {
		return out, nil
	}
	return out, s.note(plan, known)
}

// known is the file as a source of the plan; nil when it is none, or when somebody else has changed it: then there are
// others in it who left, of whom the plan knows nothing.
func (s Suppression) known(plan *Plan) *Source {
	data, err := os.ReadFile(s.File)
	for i, source := range plan.Sources {
		name := filepath.Join(filepath.Dir(s.Dir), filepath.FromSlash(source.Name))
		if source.Left && name == filepath.Clean(s.File) && err == nil && digest(data) == source.SHA256 {
			return &plan.Sources[i]
		}
	}
	return nil
}

// note keeps the plan from taking the file for one that somebody changed.
func (s Suppression) note(plan *Plan, source *Source) error {
	data, err := os.ReadFile(s.File)
	if err != nil {
		return err
	}
	source.SHA256 = digest(data)
	return plan.save(s.Dir)
}

// toFile adds the address to the file; already tells that it is in it.
func (s Suppression) toFile() (already bool, err error) {
	data, err := os.ReadFile(s.File)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	if len(data) > 0 && s.isIn(data) {
		return true, nil
	}
	data = s.added(data)
	if !s.isIn(data) {
		return false, fmt.Errorf("%s has a form that an address cannot be added to; add it by hand, or name a CSV "+
			"file first in suppress", s.File)
	}
	mode := fs.FileMode(0o600)
	if old, err := os.Stat(s.File); err == nil {
		mode = old.Mode().Perm()
	}
	if err := writePrivate(s.File, data); err != nil {
		return false, fmt.Errorf("writing %s: %w", s.File, err)
	}
	return false, os.Chmod(s.File, mode)
}

// isIn reads the file as a plan does, for a list of this one address.
func (s Suppression) isIn(data []byte) bool {
	const members = "members.csv"
	o := list.Options{
		File: list.Named{S: members}, Email: list.Named{S: s.Column}, Suppress: []list.Named{{S: s.File}},
		Delimiter: ";",
	}
	l, _ := list.Read(o, func(name string) ([]byte, error) {
		if name == members {
			return []byte(s.Column + "\n" + s.Address.String() + "\n"), nil
		}
		return data, nil
	})
	return len(l.Members) == 0 && len(l.Skipped) == 1
}

// added is the file with a row more, in which only the cell of addresses is filled.
func (s Suppression) added(data []byte) []byte {
	text := strings.TrimRight(string(data), "\r\n")
	end := "\n"
	if strings.Contains(text, "\r\n") {
		end = "\r\n"
	}
	if text == "" {
		return []byte(s.Address.String() + end)
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(text, "\ufeff"), "\n")
	cells, delimiter := splitRow(strings.TrimSpace(first))
	at := slices.IndexFunc(cells, func(c string) bool { return c == s.Column })
	if at < 0 {
		at = max(0, slices.IndexFunc(cells, func(c string) bool { return strings.Contains(c, "@") }))
	}
	row := make([]string, len(cells))
	row[at] = s.Address.String()
	return []byte(text + end + strings.Join(row, delimiter) + end)
}

// splitRow takes the first row apart by what separates most of it.
func splitRow(row string) (cells []string, delimiter string) {
	for _, d := range []string{";", "\t", ",", "|"} {
		if parts := strings.Split(row, d); len(parts) > len(cells) {
			cells, delimiter = parts, d
		}
	}
	for i := range cells {
		cells[i] = strings.Trim(strings.TrimSpace(cells[i]), `"`)
	}
	return cells, delimiter
}
