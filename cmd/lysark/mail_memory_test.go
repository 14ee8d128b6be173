package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lysark/report/mail/faulty"
)

// TestALargeMailingStaysSmallInMemory sends some mails of a plan with 10,000 members and a PDF of 5 MB, with four
// connections and TLS, and looks at the most memory that the program's process ever had.
func TestALargeMailingStaysSmallInMemory(t *testing.T) {
	if _, err := os.Stat("/proc/self/status"); err != nil || testing.Short() {
		t.Skip("needs /proc, and some seconds")
	}
	authority, err := faulty.NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := authority.Issue("127.0.0.1", time.Now().Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	m := newMailing(t, 10_000, faulty.Config{TLS: certificate, HashOnly: true}, "connections = 4", `tls = "starttls"`, `ca_file = "ca.pem"`)
	m.write("ca.pem", string(authority.PEM()))
	pdf := make([]byte, 5_000_000)
	random := rand.New(rand.NewPCG(1, 1))
	for i := range pdf {
		pdf[i] = byte(random.Uint32())
	}
	m.plan(append([]byte("%PDF-1.7\n"), pdf...))
	const limit = 40
	cmd := m.program("send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0", "--limit", "150")
	cmd.Args[0] = built(t)
	cmd.Path = cmd.Args[0]
	var said strings.Builder
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	most := 0
	for ended := false; !ended; {
		most = max(most, highWater(cmd.Process.Pid))
		select {
		case <-done:
			ended = true
		case <-time.After(5 * time.Millisecond):
		}
	}
	if n := len(m.server.Accepted()); n != 150 {
		t.Fatalf("%d taken, told %q", n, said.String())
	}
	t.Logf("at most %.1f MB", float64(most)/1000)
	if most > limit*1000 {
		t.Errorf("at most %d kB, more than %d MB", most, limit)
	}
}

// built is the program without what tests add to it.
func built(t *testing.T) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "lysark")
	if said, err := exec.Command("go", "build", "-o", out, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return out
}

// highWater is the most memory that a process had in its life, in kB.
func highWater(pid int) int {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid)) // a process that has ended has none
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kB int
	fmt.Sscan(rest, &kB)
	return kB
}
