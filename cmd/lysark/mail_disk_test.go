package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

func TestADiskThatDoesNotTakeAFileIsToldWithWhatToDo(t *testing.T) {
	only := &fs.PathError{Op: "open", Path: "/mnt/q3.mail/ledger.jsonl", Err: syscall.EROFS}
	for _, tt := range []struct {
		name string
		err  error
		code int
		want string
	}{
		{"can only be read", only, exitDiagnostics, "ledger.jsonl: " + syscall.EROFS.Error() + "\n  hint: the disk can only be read"},
		{"while sending", exitError{exitRefused, fmt.Errorf("nothing more is sent: %w", only)}, exitRefused, "nothing more is sent: open /mnt/q3.mail/ledger.jsonl: " + syscall.EROFS.Error() + "\n  hint: the disk can only be read"},
		{"may not be written to by you", &fs.PathError{Op: "open", Path: "q3.mail/ledger.jsonl", Err: syscall.EACCES}, exitDiagnostics, "hint: see to it that you may read the file, and write to the folder"},
		{"is full", &fs.PathError{Op: "write", Path: "plan.json", Err: syscall.ENOSPC}, exitDiagnostics, "hint: the disk is full: make room"},
		{"is in order", errors.New("else"), exitDiagnostics, "lysark: else\n"},
	} {
		var said bytes.Buffer
		code := exitCode(t.Context(), advised(tt.err), newUI(&said, &said, func(string) string { return "" }))
		if code != tt.code || !strings.Contains(said.String(), tt.want) {
			t.Errorf("%s: exit code %d, told %q", tt.name, code, said.String())
		}
	}
	if advised(nil) != nil {
		t.Error("where nothing is wrong there is advice")
	}
}
