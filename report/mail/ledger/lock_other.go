//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package ledger

import (
	"errors"
	"os"
)

// openLocked fails: without a lock two programs could send at once, and so twice.
func openLocked(string) (*os.File, error) {
	return nil, errors.New("lysark cannot lock files on this system; send from Linux, macOS or Windows")
}

func inUse(string) bool { return false }

// SyncFolder does nothing where it is not known how.
func SyncFolder(string) error { return nil }
