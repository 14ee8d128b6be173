package main

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"lysark/report/mail/faulty"
	"lysark/report/mail/ledger"
)

// mostMemory is in MB, 15 less than a mailing may take in all.
const mostMemory = 65

// TestALargeMailingStaysSmallInMemory sends 40 mails of a plan with 10,000 members and a PDF of 5 MB, with four
// connections and TLS: the first ones, and the last ones with all others in the ledger. It looks at the most memory that
// the program's process has of its own. The pages of its file, of which it uses 15 MB and which the system reads in and
// drops as it likes, are told with it and do not count: 80 MB with them is what a mailing may take.
func TestALargeMailingStaysSmallInMemory(t *testing.T) {
	if _, err := os.Stat("/proc/self/status"); err != nil || testing.Short() {
		t.Skip("needs /proc, and some seconds")
	}
	program := builtOnce(t)
	m := newLargeMailing(t)
	for _, before := range []int{0, 9960} {
		m.pretend(before)
		cmd := m.program("send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0", "--limit", "40")
		cmd.Path = program
		var said strings.Builder
		cmd.Stdout, cmd.Stderr = &said, &said
		own, all := watched(t, cmd)
		if n := len(m.server.Accepted()); n != 40 && n != 80 {
			t.Fatalf("%d taken, told %q", n, said.String())
		}
		t.Logf("%d before: at most %.1f MB of its own, %.1f MB with its file", before, float64(own)/1000, float64(all)/1000)
		if own > mostMemory*1000 {
			t.Errorf("%d before: at most %d kB of its own, more than %d MB", before, own, mostMemory)
		}
	}
}

// TestALargePlanStaysSmallInMemory plans a mailing to 10,000 members with a PDF of 5 MB, and does all with the plan that
// is not sending. What counts is what each verb has of its own, as above.
func TestALargePlanStaysSmallInMemory(t *testing.T) {
	if _, err := os.Stat("/proc/self/status"); err != nil || testing.Short() {
		t.Skip("needs /proc, and some seconds")
	}
	m := newMailing(t, 3, faulty.Config{})
	if err := os.RemoveAll(m.file("prove.mail")); err != nil {
		t.Fatal(err)
	}
	var list strings.Builder
	list.WriteString("epost;navn;firma\n")
	for i := range 10_000 {
		fmt.Fprintf(&list, "medlem-%05d@firma%d.example;Bjørn Åsnes %d;Firmaet nummer %d på Sørlandet AS\n", i+1, i%97, i+1, i%700)
	}
	m.write("medlemmer.csv", list.String())
	m.write("mail.txt", "Hei, {navn}!\n\nHer er rapporten til {firma}.\n"+strings.Repeat("\nRapporten ligger ved, og vi håper at den er til nytte for dere.", 8))
	m.write("mail.html", "<p>Hei, {navn}! Her er rapporten til {firma}.</p>"+strings.Repeat("\n<p style=\"color:#333\">Rapporten ligger ved, og vi håper at den er til nytte for dere.</p>", 20))
	m.write("Rapport.pdf", string(onePicture(5_000_000)))
	mailing := strings.Replace(mailToml(m.server.Port()), "text =", "html = \"mail.html\"\npdf = \"Rapport.pdf\"\ntext =", 1)
	m.write("mail.toml", mailing)
	program := builtOnce(t)
	for _, args := range []string{"plan", "plan", "plan --extend", "preview", "check", "test --to rapport@forening.example", "status", "status --csv", "status --format json"} {
		verb, flags, _ := strings.Cut(args, " ")
		cmd := m.program(append([]string{verb, m.file("mail.toml")}, strings.Fields(flags)...)...)
		cmd.Path = program
		var said strings.Builder
		cmd.Stderr = &said
		own, all := watched(t, cmd)
		if code := cmd.ProcessState.ExitCode(); code != exitFine {
			t.Fatalf("%s: exit code %d, told %q", args, code, said.String())
		}
		t.Logf("%s: at most %.1f MB of its own, %.1f MB with its file", args, float64(own)/1000, float64(all)/1000)
		if own > mostMemory*1000 {
			t.Errorf("%s: at most %d kB of its own, more than %d MB", args, own, mostMemory)
		}
	}
}

// onePicture is a PDF whose one page shows a picture of so many bytes of chance.
func onePicture(n int) []byte {
	picture := make([]byte, n)
	random := rand.New(rand.NewPCG(1, 1))
	for i := range picture {
		picture[i] = byte(random.Uint32())
	}
	const shown = "q 960 0 0 540 0 0 cm /P Do Q"
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	var at []int
	for i, object := range []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] /Resources << /XObject << /P 4 0 R >> >> /Contents 5 0 R >>",
		fmt.Sprintf("<< /Type /XObject /Subtype /Image /Width %d /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length %d >>\nstream\n%s\nendstream", n, n, picture),
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(shown), shown),
	} {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return out.Bytes()
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
	m := newMailing(t, 3, faulty.Config{TLS: certificate, HashOnly: true}, "connections = 4", `tls = "starttls"`, `ca_file = "ca.pem"`)
	m.write("ca.pem", string(authority.PEM()))
	m.write("medlemmer.csv", madeUp(10_000))
	pdf := make([]byte, 5_000_000)
	random := rand.New(rand.NewPCG(1, 1))
	for i := range pdf {
		pdf[i] = byte(random.Uint32())
	}
	m.plan(append([]byte("%PDF-1.7\n"), pdf...))
	return m
}

// pretend writes into the ledger that all who are to be sent among the first n were sent.
func (m *mailing) pretend(n int) {
	m.t.Helper()
	p, _ := m.view()
	l, err := ledger.Open(m.file("prove.mail/ledger.jsonl"))
	if err != nil {
		m.t.Fatal(err)
	}
	defer l.Close()
	var done sync.WaitGroup
	const at = 1000 // once: one sync serves all who wait for it
	for c := range at {
		done.Go(func() {
			for i := c; i < n; i += at {
				if l.Entry(p.Recipients[i].Key).State != ledger.StatePending {
					continue
				}
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
