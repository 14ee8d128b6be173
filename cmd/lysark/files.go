package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// writeWhole writes a file whole or not at all: a temporary file beside it, synced, then renamed over it. A link is
// followed to the file it names, and what is no file, such as a pipe or a device, is written to as it is.
func writeWhole(name string, data []byte) error {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	old, err := os.Stat(name)
	switch {
	case err == nil && old.IsDir():
		return fmt.Errorf("writing %s: it is a folder", name)
	case err == nil && !old.Mode().IsRegular():
		return writeInto(name, data)
	}
	if _, err := os.Stat(filepath.Dir(name)); err != nil {
		return fmt.Errorf("writing %s: there is no folder %s", name, filepath.Dir(name))
	}
	return replace(name, data)
}

func writeInto(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

func replace(name string, data []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
			err = fmt.Errorf("writing %s: %w", name, err)
		}
	}()
	if _, err = f.Write(data); err != nil {
		return err
	}
	if err = f.Chmod(permissions(name)); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// permissions are those of the file that is replaced, else what a new file usually gets.
func permissions(name string) os.FileMode {
	if old, err := os.Stat(name); err == nil {
		return old.Mode().Perm()
	}
	return 0o644
}

// guard refuses to write over a file that the deck is made of.
func guard(out string, inputs ...string) error {
	target, err := os.Stat(out)
	if err != nil {
		return nil // it is not there yet
	}
	for _, name := range inputs {
		if in, err := os.Stat(name); err == nil && os.SameFile(target, in) {
			return usagef("--out %s would write over %s, which the deck is made of; choose another name", out, name)
		}
	}
	return nil
}
