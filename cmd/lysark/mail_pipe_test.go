package main

import (
	"os"
	"testing"

	"lysark/report/mail/faulty"
)

// TestNobodyHasToReadAlong sends with a standard output and a standard error that nobody reads any more, as of a pipe
// into head.
func TestNobodyHasToReadAlong(t *testing.T) {
	m := newMailing(t, 3, faulty.Config{})
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	in.Close()
	defer out.Close()
	cmd := m.program("send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0")
	cmd.Stdout, cmd.Stderr = out, out
	if err := cmd.Run(); err != nil || len(m.server.Accepted()) != 3 {
		t.Errorf("%d of 3 taken: %v", len(m.server.Accepted()), err)
	}
}
