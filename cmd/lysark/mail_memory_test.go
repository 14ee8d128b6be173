package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"lysark/report/mail/faulty"
	"lysark/report/mail/ledger"
)

// TestALargeMailingStaysSmallInMemory sends 150 mails of a plan with 10,000 members and a PDF of 5 MB, with four
// connections and TLS: the first ones, and the last ones with all others in the ledger. It looks at the most memory that
// the program's process has of its own. The pages of its file, which the system reads in and drops as it likes, are told
// with it and do not count.
func TestALargeMailingStaysSmallInMemory(t *testing.T) {
	if _, err := os.Stat("/proc/self/status"); err != nil || testing.Short() {
		t.Skip("needs /proc, and some seconds")
	}
	const limit = 40
	program := built(t)
	for _, before := range []int{0, 9850} {
		m := newLargeMailing(t)
		m.pretend(before)
		cmd := m.program("send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0", "--limit", "150")
		cmd.Path = program
		var said strings.Builder
		cmd.Stdout, cmd.Stderr = &said, &said
		own, all := watched(t, cmd)
		if n := len(m.server.Accepted()); n != 150 {
			t.Fatalf("%d taken, told %q", n, said.String())
		}
		t.Logf("%d before: at most %.1f MB of its own, %.1f MB with its file", before, float64(own)/1000, float64(all)/1000)
		if own > limit*1000 {
			t.Errorf("%d before: at most %d kB of its own, more than %d MB", before, own, limit)
		}
	}
}

func newLargeMailing(t *testing.T) *mailing {
	t.Helper()
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
	return m
}

// pretend writes into the ledger that the first n were sent.
func (m *mailing) pretend(n int) {
	m.t.Helper()
	p, _ := m.view()
	l, err := ledger.Open(m.file("prove.mail/ledger.jsonl"))
	if err != nil {
		m.t.Fatal(err)
	}
	defer l.Close()
	var done sync.WaitGroup
	for c := range 50 { // one sync serves all who wait for it
		done.Go(func() {
			for i := c; i < n; i += 50 {
				commit := ledger.Record{Time: time.Now(), Event: ledger.EventCommit, Key: p.Recipients[i].Key, Attempt: 1, Digest: p.Recipients[i].Words, Bytes: 6_900_000, Date: time.Now().Format(time.RFC1123Z)}
				accepted := ledger.Record{Time: time.Now(), Event: ledger.EventAccepted, Key: commit.Key, Attempt: 1, Phase: "dot", Code: 250, Enhanced: "2.0.0", Reply: "Ok: queued as 4F1C2B77A0", MS: 212}
				if err := errors.Join(l.Append(commit), l.Append(accepted)); err != nil {
					m.t.Error(err)
				}
			}
		})
	}
	done.Wait()
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

// watched runs a program and returns the most memory, in kB, that it was seen to have of its own and ever had in all.
func watched(t *testing.T, cmd *exec.Cmd) (own, all int) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	for {
		status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid)) // a process that has ended has none
		own, all = max(own, kB(status, "RssAnon:")), max(all, kB(status, "VmHWM:"))
		select {
		case <-done:
			return own, all
		case <-time.After(2 * time.Millisecond):
		}
	}
}

func kB(status []byte, name string) int {
	_, rest, _ := strings.Cut(string(status), name)
	var n int
	fmt.Sscan(rest, &n)
	return n
}
