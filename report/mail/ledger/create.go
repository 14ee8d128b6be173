package ledger

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Create makes a new ledger that begins with the open record. The file is there whole or not at all, so that one
// without its first record is always damage, and one that is there already is never touched.
func Create(path string, first Record) error {
	first = first.tidy()
	first.Prev = ""
	line, err := first.line()
	if err == nil {
		_, err = new(View).admit(first)
	}
	if err != nil {
		return fmt.Errorf("%w: %v", ErrRefused, err)
	}
	if err := create(path, line); err != nil {
		return fmt.Errorf("making the ledger: %w", err)
	}
	return nil
}

func create(path string, line []byte) error {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, ".ledger-*") // readable by its owner alone
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone already when it was renamed
	if err := writeOut(f, line); err != nil {
		return err
	}
	if err := forgetMark(path); err != nil {
		return err
	}
	if err := claimName(f.Name(), path); err != nil {
		return err
	}
	return SyncFolder(dir)
}

// writeOut writes, saves and closes.
func writeOut(f *os.File, line []byte) error {
	_, err := f.Write(line)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// claimName gives the file its name unless the name is taken. A link refuses a taken name by itself; file systems
// without links get the name looked up before.
func claimName(from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return &fs.PathError{Op: "create", Path: to, Err: fs.ErrExist}
	}
	return os.Rename(from, to)
}

const perRecipient = 600 // bytes: two records and some attempts

// Reserve makes sure, before anything is sent, that the disk has room for the records of n recipients. It writes them
// beside the ledger and takes them away again.
func (l *Ledger) Reserve(n int) error {
	path := l.path + ".room" // one name, so that one that was left behind is found again; the lock keeps others off
	err := tryRoom(path, n)
	if gone := os.Remove(path); err == nil && !errors.Is(gone, fs.ErrNotExist) {
		err = gone
	}
	if err != nil {
		return fmt.Errorf("no room for the ledger of %d recipients, %d KiB: %w", n, (n*perRecipient+1023)>>10, err)
	}
	return nil
}

func tryRoom(path string, n int) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	block := bytes.Repeat([]byte("lysark "), 10*perRecipient) // text, as some disks give zeros no room
	for left := n * perRecipient; left > 0 && err == nil; left -= len(block) {
		_, err = f.Write(block[:min(left, len(block))])
	}
	if err == nil {
		err = f.Sync() // some give room only then
	}
	return errors.Join(err, f.Close())
}
