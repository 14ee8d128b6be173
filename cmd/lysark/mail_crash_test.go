package main

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"lysark/report/mail/delivery"
	"lysark/report/mail/faulty"
	"lysark/report/mail/ledger"
)

// TestKilledAgainAndAgainNobodyGetsTwoMails kills the program at moments that chance chooses, while the server fails at
// every point. LYSARK_CRASH="recipients kills" makes it long; LYSARK_SEED repeats one.
func TestKilledAgainAndAgainNobodyGetsTwoMails(t *testing.T) {
	t.Parallel()
	recipients, kills := 200, 10
	if long := strings.Fields(os.Getenv("LYSARK_CRASH")); len(long) == 2 {
		recipients, _ = strconv.Atoi(long[0])
		kills, _ = strconv.Atoi(long[1])
	}
	seed := uint64(time.Now().UnixNano())
	if given, err := strconv.ParseUint(os.Getenv("LYSARK_SEED"), 10, 64); err == nil {
		seed = given
	}
	t.Logf("LYSARK_SEED=%d", seed)
	m := newMailing(t, recipients, faulty.Config{Rules: crashRules(0.02), Seed: seed, HashOnly: true}, "connections = 4")
	random := rand.New(rand.NewPCG(seed, 3))
	start := time.Now()
	killed, runs, unknowns := 0, 0, 0
	for {
		after := 3 * time.Second // one that waits for a minute because of the faults is not waited for
		if killed < kills {
			after = time.Duration(20+random.IntN(9*recipients/kills)) * time.Millisecond // about 5 ms a mail
		}
		code, dead := m.killedAfter(after)
		runs++
		if dead {
			killed++
		}
		counts := m.judge()
		unknowns = counts[ledger.StateUnknown]
		if left := counts[ledger.StatePending] + counts[ledger.StateDeferred]; left == 0 && !dead {
			break
		}
		if t.Failed() || runs > 20*kills+200 {
			t.Fatalf("after %d runs, the last with exit code %d: %v", runs, code, counts)
		}
	}
	counts := m.judge()
	t.Logf("%d recipients, %d runs, %d kills, %d unknown, %d taken, %v, in %v", recipients, runs, killed, unknowns, len(m.server.Accepted()), counts, time.Since(start).Round(time.Millisecond))
	if killed < kills {
		t.Logf("it was done after %d of %d kills", killed, kills)
	}
	m.settle(t)
}

// crashRules fail with a probability at every point in every way, but for servers that lie: those that take a mail and
// say no.
func crashRules(p float64) []faulty.Rule {
	var rules []faulty.Rule
	for _, at := range faulty.Points() {
		all := []faulty.Action{{Close: faulty.FIN}, {Close: faulty.RST}, {Reply: "421 4.3.2 closing", Close: faulty.FIN}, {Reply: "451 4.3.0 not now"}, {Reply: "garbage"}}
		if at == faulty.AfterDot {
			all = all[:2]
		}
		if at == faulty.Rcpt || at == faulty.MailFrom {
			all = append(all, faulty.Action{Reply: "550 5.1.1 never"})
		}
		for _, do := range all {
			rules = append(rules, faulty.Rule{At: at, Bytes: 5000, Probability: p / float64(len(all)), Do: do})
		}
	}
	slow := faulty.Action{Delay: 8 * time.Millisecond}
	return append(rules, faulty.Rule{At: faulty.Data, Do: slow}, faulty.Rule{At: faulty.Dot, Do: slow})
}

// killedAfter runs the program and kills it after a time, unless it has ended.
func (m *mailing) killedAfter(after time.Duration) (code int, killed bool) {
	m.t.Helper()
	cmd := m.program("send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0", "--keep-going")
	if err := cmd.Start(); err != nil {
		m.t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { cmd.Process.Kill() })
	err := cmd.Wait()
	timer.Stop()
	var left *exec.ExitError
	if errors.As(err, &left) && left.Sys().(syscall.WaitStatus).Signaled() {
		return 0, true
	}
	return cmd.ProcessState.ExitCode(), false
}

// program is lysark as a process of its own: the test's binary, which is the program when it is called so.
func (m *mailing) program(args ...string) *exec.Cmd {
	m.t.Helper()
	exe, err := os.Executable()
	if err != nil {
		m.t.Fatal(err)
	}
	if built := os.Getenv("LYSARK_PROGRAM"); built != "" {
		exe = built
	}
	cmd := exec.Command(exe)
	cmd.Args = append([]string{"lysark", "mail"}, args...)
	return cmd
}

// settle resolves what is unknown by what the server took, as a person would by its log, and sends the rest.
func (m *mailing) settle(t *testing.T) {
	t.Helper()
	p, v := m.view()
	got := map[string]bool{}
	for _, a := range m.server.Accepted() {
		got[a.To[0]] = true
	}
	for _, r := range p.Recipients {
		if v.Entry(r.Key).State != ledger.StateUnknown {
			continue
		}
		as := "--resend"
		if got[r.Address] {
			as = "--sent"
		}
		if code, said := m.run("resolve", m.file("mail.toml"), r.Address, as); code != exitFine {
			t.Fatalf("exit code %d, told %q", code, said)
		}
	}
	m.server.Rules()
	if code, said := m.send(); code != exitFine && code != delivery.ExitFailed {
		t.Fatalf("exit code %d, told %q", code, said)
	}
	counts := m.judge()
	if counts[ledger.StateSent]+counts[ledger.StateFailed] != len(p.Recipients) || len(m.server.Accepted()) != counts[ledger.StateSent] {
		t.Errorf("%v, and %d taken", counts, len(m.server.Accepted()))
	}
}

func TestAReaderThatGoesAwayStopsNothing(t *testing.T) {
	m := newMailing(t, 20, faulty.Config{Rules: []faulty.Rule{
		{At: faulty.Rcpt, Nth: 3, Times: 1, Do: faulty.Action{Reply: "550 5.1.1 no such mailbox"}},
	}}, "connections = 2")
	gone, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	gone.Close()
	cmd := m.program("send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0")
	cmd.Stdout, cmd.Stderr = out, out
	cmd.Run() // its exit code is looked at
	counts := m.judge()
	if code := cmd.ProcessState.ExitCode(); code != delivery.ExitFailed || counts[ledger.StateSent] != 19 {
		t.Errorf("%v, %v", cmd.ProcessState, counts)
	}
}

func TestCtrlCAndAClosedTerminalFinishWhatIsUnderWay(t *testing.T) {
	for _, ends := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if signal.Ignored(ends) { // by nohup
			continue
		}
		t.Run(ends.String(), func(t *testing.T) {
			t.Parallel()
			slow := []faulty.Rule{{At: faulty.Dot, Do: faulty.Action{Delay: 200 * time.Millisecond}}}
			m := newMailing(t, 60, faulty.Config{Rules: slow}, "connections = 4")
			cmd := m.program("send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0")
			var said bytes.Buffer
			cmd.Stdout, cmd.Stderr = &said, &said
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			for m.server.Heard("DATA") < 10 {
				time.Sleep(time.Millisecond)
			}
			cmd.Process.Signal(ends)
			cmd.Wait() // its exit code is looked at
			counts, taken := m.judge(), len(m.server.Accepted())
			if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || counts[ledger.StateUnknown] > 0 ||
				counts[ledger.StatePending] == 0 || counts[ledger.StateSent] != taken {
				t.Errorf("exit code %d, %v, %d taken, told %q", code, counts, taken, said.String())
			}
		})
	}
}

func TestTheSecondCtrlCDropsWhatTheServerHasNotGotWhole(t *testing.T) {
	stalled := []faulty.Rule{{At: faulty.Rcpt, Nth: 6, Do: faulty.Action{Delay: time.Minute}}}
	m := newMailing(t, 60, faulty.Config{Rules: stalled}, "connections = 2")
	cmd := m.program("send", m.file("mail.toml"), "--confirm", m.code, "--no-test", "--first", "0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for m.server.Heard("RCPT") < 7 {
		time.Sleep(time.Millisecond)
	}
	cmd.Process.Signal(os.Interrupt)
	for before := -1; before != len(m.server.Accepted()); time.Sleep(100 * time.Millisecond) {
		before = len(m.server.Accepted()) // until no mail is taken any more
	}
	cmd.Process.Signal(os.Interrupt)
	said, _ := io.ReadAll(out)
	cmd.Wait() // its exit code is looked at
	counts := m.judge()
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || counts[ledger.StateUnknown] > 0 {
		t.Errorf("exit code %d, %v, told %q", code, counts, said)
	}
	if begun, taken := m.server.Heard("RCPT"), len(m.server.Accepted()); begun == taken {
		t.Errorf("%d mails were begun and all taken: the one that stalled was waited for", begun)
	}
}
