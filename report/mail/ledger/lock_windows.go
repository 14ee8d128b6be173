package ledger

import (
	"errors"
	"os"
	"syscall"
)

// openLocked opens the file so that others may read it and nobody else may write to it, until this process ends.
func openLocked(path string) (*os.File, error) {
	return openAlone(path, syscall.GENERIC_READ|syscall.GENERIC_WRITE)
}

// inUse tells whether somebody has opened the ledger to write. It keeps such programs off itself for a moment. Where
// that cannot be told, it is not in use.
func inUse(path string) bool {
	f, err := openAlone(path, syscall.GENERIC_READ)
	if err == nil {
		f.Close() // nothing was written
	}
	return errors.Is(err, ErrLocked)
}

// openAlone opens the file unless somebody writes to it, and lets nobody open it to write.
func openAlone(path string, access uint32) (*os.File, error) {
	const sharingViolation = syscall.Errno(32) // ERROR_SHARING_VIOLATION
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, access, syscall.FILE_SHARE_READ, nil,
		syscall.OPEN_EXISTING, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, sharingViolation) {
		return nil, ErrLocked
	}
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	return os.NewFile(uintptr(h), path), nil
}

// SyncFolder does nothing: Windows has no such call, and NTFS keeps a journal of names.
func SyncFolder(string) error { return nil }
