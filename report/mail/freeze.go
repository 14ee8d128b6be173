package mail

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"lysark/report/mail/ledger"
)

var (
	// ErrSent tells that mail has gone out already, so that a plan may only be added to.
	ErrSent = errors.New("mail has been sent with this plan already")
	// ErrNotOurs tells that there is something in the folder's place that is no plan's.
	ErrNotOurs = errors.New("the folder is there already, and holds no whole plan")
)

// Freeze writes the plan into its folder. A plan that is there already is replaced if nothing was sent with it; a plan
// that was extended replaces the one that it extends. Nothing is changed when it fails, but for a machine that stops in
// the middle of replacing a plan: then Open finds files that do not belong together, and it is planned anew. tool is
// what the ledger names as its writer.
func (f *Frozen) Freeze(dir, tool string) error {
	first := ledger.Record{Time: f.Plan.Created, Event: ledger.EventOpen, Plan: f.Plan.Digest, Tool: tool}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && len(entries) == 0:
		return f.create(dir, first)
	case err != nil:
		return fmt.Errorf("writing the plan: %w", err)
	}
	return f.replace(dir, first)
}

// create makes the whole folder under another name and then gives it its own.
func (f *Frozen) create(dir string, first ledger.Record) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("writing the plan: %w", err)
		}
	}()
	made, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+".*") // for its owner alone
	if err != nil {
		return err
	}
	defer os.RemoveAll(made) // gone already when it was renamed
	if err := f.write(made); err != nil {
		return err
	}
	if err := ledger.Create(filepath.Join(made, LedgerName), first); err != nil {
		return err
	}
	if err := os.Rename(made, dir); err != nil {
		return err
	}
	return ledger.SyncFolder(filepath.Dir(dir))
}

// write writes the files, the plan last: a folder without a plan is none. All are on the disk under other names before
// the first of them takes its own, so that a full disk changes nothing.
func (f *Frozen) write(dir string) error {
	names := append([]string{".gitignore"}, slices.Sorted(maps.Keys(f.Files))...)
	var made []string
	defer func() {
		for _, name := range made {
			os.Remove(name) // gone already when it was renamed
		}
	}()
	for _, name := range append(names, planName) {
		content := f.Files[name]
		switch name {
		case planName:
			content = f.Plan.marshalled()
		case ".gitignore":
			content = []byte("*\n")
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		temporary, err := stage(path, content)
		if err != nil {
			return err
		}
		made = append(made, temporary)
	}
	for i, name := range append(names, planName) {
		if err := putInPlace(made[i], filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			return err
		}
	}
	return nil
}

// save writes plan.json alone.
func (p *Plan) save(dir string) error {
	return writePrivate(filepath.Join(dir, planName), p.marshalled())
}

// marshalled is what plan.json holds.
func (p *Plan) marshalled() []byte {
	data, err := json.MarshalIndent(p, "", " ")
	if err != nil {
		panic("mail: a plan cannot be written: " + err.Error())
	}
	return append(data, '\n')
}

// replace holds the ledger, so that nobody sends meanwhile.
func (f *Frozen) replace(dir string, first ledger.Record) error {
	if err := replaceable(dir); err != nil {
		return err
	}
	l, err := ledger.Open(filepath.Join(dir, LedgerName))
	if err != nil {
		return err
	}
	defer l.Close() // what was appended is on the disk
	write := f.write
	switch {
	case f.extends != nil:
		write = f.Plan.save
		if err := f.ready(dir, l); err != nil {
			return err
		}
	case Started(l.View()):
		return ErrSent
	}
	if err := write(dir); err != nil {
		return fmt.Errorf("writing the plan: %w", err)
	}
	return l.Append(first)
}

// ready holds that the plan is still the one that was extended, and takes those who left since they were planned out of
// what is still to be sent. That comes first: when the machine stops after it, the plan is still that of the files
// before, and nothing is sent; the other way round they would get mail.
func (f *Frozen) ready(dir string, l *ledger.Ledger) error {
	now, err := ReadOpening(dir)
	switch {
	case err != nil:
		return err
	case now.Digest != f.before:
		return &ChangedError{[]string{filepath.Join(dir, planName)}}
	}
	for _, r := range f.extends.Left {
		if err := skip(l, r.Key, "left", f.Plan.Created); err != nil {
			return err
		}
	}
	return nil
}

// skip marks who is not to get mail. Who got it stays as it is; so does who may have got it, but then the mail is not
// sent again either.
func skip(l *ledger.Ledger, k ledger.Key, why string, now time.Time) error {
	if e := l.Entry(k); e.Left || e.State == ledger.StateSent || e.State == ledger.StateSkipped {
		return nil
	}
	return l.Append(ledger.Record{Time: now, Event: ledger.EventSkipped, Key: k, Why: why})
}

// replaceable tells whether a plan may be put in the place of what there is: any plan but one that was forgotten, a
// damaged one, too. It does not read who is in it.
func replaceable(dir string) error {
	old, err := ReadOpening(dir)
	var changed *ChangedError
	switch {
	case errors.Is(err, ErrNoPlan):
		return ErrNotOurs
	case err != nil && !errors.As(err, &changed):
		return err
	case old.Forgotten:
		return ErrForgotten
	}
	return nil
}

// Started tells whether a message was ever on its way.
func Started(v *ledger.View) bool {
	return slices.ContainsFunc(v.Keys(), func(k ledger.Key) bool { return v.Entry(k).Commit != nil })
}

// writePrivate writes a file whole or not at all, for its owner alone.
func writePrivate(path string, data []byte) error {
	temporary, err := stage(path, data)
	if err != nil {
		return err
	}
	defer os.Remove(temporary) // gone already when it was renamed
	return putInPlace(temporary, path)
}

// stage writes a file beside its place, and gives its name there.
func stage(path string, data []byte) (temporary string, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}

// putInPlace gives a staged file its name.
func putInPlace(temporary, path string) error {
	if err := os.Rename(temporary, path); err != nil {
		return err
	}
	return ledger.SyncFolder(filepath.Dir(path))
}
