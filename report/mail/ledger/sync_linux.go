package ledger

import (
	"errors"
	"os"
	"syscall"
)

// dataFile saves what is in the file and its length, but not when it was changed, which costs a second write.
type dataFile struct{ *os.File }

func (f dataFile) Sync() error {
	for {
		err := syscall.Fdatasync(int(f.Fd()))
		if !errors.Is(err, syscall.EINTR) { // interrupted is not failed
			return os.NewSyscallError("fdatasync", err)
		}
	}
}
