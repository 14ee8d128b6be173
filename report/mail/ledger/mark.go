package ledger

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"time"
)

// mark tells how much of the ledger there was when a program last took it or let it go. It is kept in a file beside the
// ledger, as a ledger that has lost its end looks like one that is whole. It is written after the records that it
// counts are on the disk, so a program that is killed leaves an older mark, which still holds. Where there is none,
// nothing is known.
type mark struct {
	records int
	sum     string // the checksum of the last of them
}

func markOf(path string) string { return path + ".mark" }

func readMark(path string) (mark, error) {
	path = markOf(path)
	if err := regular(path); err != nil {
		if errors.Is(err, ErrMissing) {
			err = nil
		}
		return mark{}, err
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) { // a moment ago it was there: it is no ledger's any more
		return mark{}, nil
	}
	if err != nil {
		return mark{}, fmt.Errorf("reading the ledger's mark: %w", err)
	}
	records, sum, _ := strings.Cut(strings.TrimSuffix(string(data), "\n"), " ")
	n, err := strconv.Atoi(records)
	m := mark{n, sum}
	if err != nil || n < 1 || len(sum) != sumLen || m.text() != string(data) {
		return mark{}, &DamageError{Path: path, Line: 1, Why: "the ledger's mark cannot be understood", Hint: hintMark}
	}
	return m, nil
}

func (m mark) text() string { return fmt.Sprintf("%d %s\n", m.records, m.sum) }

// write puts the mark in the place of the one before. The lock keeps others off.
func (m mark) write(path string) error {
	made := markOf(path) + ".new" // one name, so that one that was left behind is found again
	f, err := os.OpenFile(made, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err == nil {
		err = writeOut(f, []byte(m.text()))
	}
	if err == nil {
		// Windows refuses while somebody reads it
		err = patiently(func() error { return os.Rename(made, markOf(path)) })
	}
	if err != nil {
		return fmt.Errorf("writing the ledger's mark: %w", err)
	}
	return nil
}

// forgetMark takes away the mark of a ledger that is gone.
func forgetMark(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return nil
	}
	if err := os.Remove(markOf(path)); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// patiently tries for a second what somebody who only looks may be in the way of, for a moment.
func patiently(try func() error) error {
	err := try()
	for range 50 {
		if err == nil {
			break
		}
		time.Sleep(20 * time.Millisecond)
		err = try()
	}
	return err
}
