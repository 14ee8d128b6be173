package ledger

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"time"
)

// View is the ledger as it was at one moment.
type View struct {
	Opened  Record // the latest open record: by which plan and tool
	Records int
	Torn    *Torn // nil when the file ended with a whole line

	InUse bool      // another program holds the ledger
	Since time.Time // when that program began to send; zero when it does not send

	trails  map[Key]trail
	keys    []Key
	session int
	opened  int    // the number of the latest open record
	sum     string // the checksum of the last record
	unended bool   // the last record has no LF yet
}

// Torn is the end of a file that holds no whole record. It is left by a stop in the middle of writing; to Read it may
// also be a record that is being written.
type Torn struct {
	Line  int
	Bytes int64
}

// Entry is how one recipient stands.
type Entry struct {
	State    State
	Attempts int
	Left     bool      // is not to be sent again, though it may be unknown or failed
	Last     Record    // zero when there is none
	Commit   *Record   // the first; a message sent again has its Date and Digest
	Next     time.Time // not to be tried again before; zero for at once
}

// Read looks at a ledger that somebody else may be writing to. It keeps no lock and never changes the file.
func Read(path string) (*View, error) {
	if err := regular(path); err != nil {
		return nil, err
	}
	used := inUse(path)
	m, err := readMark(path) // before the ledger, which only grows
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading the ledger: %w", err)
	}
	defer f.Close() // nothing was written
	v, _, err := replay(f, path, m)
	if err != nil {
		return nil, err
	}
	v.InUse = used || inUse(path) // a program that has begun meanwhile has written some of it
	if v.InUse && v.opened > m.records {
		v.Since = v.Opened.Time
	}
	return v, nil
}

// regular looks before opening, as opening a pipe waits for ever.
func regular(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w", path, ErrMissing)
	case err != nil:
		return fmt.Errorf("reading the ledger: %w", err)
	case !info.Mode().IsRegular():
		return fmt.Errorf("reading the ledger: %s is no file", path)
	}
	return nil
}

// Entry is how the recipient stands; one that the ledger does not know is pending.
func (v *View) Entry(k Key) Entry {
	t := v.trails[k]
	return Entry{State: v.shown(t), Attempts: t.attempts, Left: t.left, Last: t.last, Commit: t.commit,
		Next: t.last.Next}
}

func (v *View) shown(t trail) State {
	switch s := t.stateIn(v.session); {
	case s == stateCommitted && v.InUse:
		return StateSending
	case s == stateCommitted, s == stateLost:
		return StateUnknown
	default:
		return s
	}
}

// Keys are the recipients that the ledger knows, in order of their first record.
func (v *View) Keys() []Key { return slices.Clone(v.keys) }

// Counts are how many of the recipients that the ledger knows stand how. States of nobody are left out.
func (v *View) Counts() map[State]int {
	counts := map[State]int{}
	for _, t := range v.trails {
		counts[v.shown(t)]++
	}
	return counts
}

func (v *View) clone() *View {
	c := *v
	c.trails, c.keys = maps.Clone(v.trails), slices.Clone(v.keys)
	if v.Torn != nil {
		torn := *v.Torn
		c.Torn = &torn
	}
	return &c
}

// admit tells whether the record may come next, and the trail of its recipient if it does.
func (v *View) admit(r Record) (trail, error) {
	if err := r.check(); err != nil {
		return trail{}, err
	}
	if v.Records == 0 && r.Event != EventOpen {
		return trail{}, fmt.Errorf("%q comes first, where an open record belongs", r.Event)
	}
	if r.Key == "" {
		return trail{}, nil
	}
	return v.trails[r.Key].after(r, v.session)
}

// add takes in a record that was admitted.
func (v *View) add(r Record, t trail, sum string) {
	v.Records++
	v.sum = sum
	if r.Event == EventOpen {
		v.Opened, v.opened = r, v.Records
		v.session++ // the commits of sessions before are settled by nobody
	}
	if r.Key == "" {
		return
	}
	if _, ok := v.trails[r.Key]; !ok {
		v.keys = append(v.keys, r.Key)
	}
	v.trails[r.Key] = t
}
