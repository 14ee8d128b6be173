package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// writeWhole writes a file whole or not at all: a temporary file beside it, synced, then renamed over it.
func writeWhole(name string, data []byte) (err error) {
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
