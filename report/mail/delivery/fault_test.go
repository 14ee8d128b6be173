package delivery

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"lysark/report/mail"
	"lysark/report/mail/faulty"
	"lysark/report/mail/ledger"
	"lysark/report/mail/submission"
)

// toFaulty is a run to a server that fails, in a time that goes a thousand times as fast.
func toFaulty(t testing.TB, config faulty.Config, recipients []mail.Recipient) (*faulty.Server, Sending) {
	t.Helper()
	server, err := faulty.Start(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	to := reached(server)
	if len(config.Mechanisms) > 0 {
		to.Login = submission.Login{User: "rapport", Secret: func(context.Context) (string, error) { return "hemmelig-7391", nil }}
	}
	return server, Sending{
		Plan: "digest", From: "rapport@forening.example", Letters: newLetters(t, 20_000), Recipients: recipients, Dial: Dialer(to),
		Ledger: openLedger(t, newLedger(t)), Clock: fast{time.Now(), 2000}, Pace: Pace{Connections: 2},
	}
}

// reached is the way to the server, with little patience.
func reached(server *faulty.Server) submission.Server {
	return submission.Server{
		Host: "127.0.0.1", Port: server.Port(), TLS: submission.None, Helo: "forening.example",
		Timeouts: submission.Timeouts{Connect: 200 * time.Millisecond, Command: 200 * time.Millisecond, Progress: 200 * time.Millisecond, Dot: 200 * time.Millisecond, Grace: 300 * time.Millisecond, Quit: 100 * time.Millisecond},
	}
}

// answers are what a server may do at any point.
func answers() map[string]faulty.Action {
	return map[string]faulty.Action{
		"4xx":     {Reply: "451 4.3.0 not now"},
		"5xx":     {Reply: "554 5.6.0 never"},
		"421":     {Reply: "421 4.3.2 closing", Close: faulty.FIN},
		"close":   {Close: faulty.FIN},
		"reset":   {Close: faulty.RST},
		"garbage": {Reply: "hello there"},
		"cut":     {Reply: "250", Cut: true, Close: faulty.FIN},
		"silence": {Delay: 400 * time.Millisecond},
		"quota":   {Reply: "550 5.4.5 Daily user sending limit exceeded"},
	}
}

// TestLedgerAndTruthNeverContradict fails twice at each point in each way, runs until nothing is left that a run can do,
// and holds what the ledger says against what the server took.
func TestLedgerAndTruthNeverContradict(t *testing.T) {
	for _, at := range faulty.Points() {
		for name, do := range answers() {
			t.Run(string(at)+" "+name, func(t *testing.T) {
				t.Parallel()
				rule := faulty.Rule{At: at, Nth: 2, Times: 2, Do: do, Bytes: 5000}
				server, in := toFaulty(t, faulty.Config{Rules: []faulty.Rule{rule}, Mechanisms: []string{"PLAIN"}}, members(7))
				for range 8 {
					out, err := Send(t.Context(), in)
					if err != nil {
						t.Fatal(err)
					}
					if left := out.Counts[ledger.StatePending] + out.Counts[ledger.StateDeferred]; left == 0 {
						break
					}
				}
				lies := at == faulty.AfterDot && (name == "4xx" || name == "5xx" || name == "421" || name == "quota") // it took the mail and says no
				compare(t, in, server, lies)
				if left := in.Ledger.Counts(); left[ledger.StatePending]+left[ledger.StateDeferred] > 0 {
					t.Errorf("somebody is left: %v", left)
				}
			})
		}
	}
}

// compare holds the ledger against the truth.
func compare(t *testing.T, in Sending, server *faulty.Server, lies bool) {
	t.Helper()
	got := map[string]int{}
	for _, m := range server.Accepted() {
		if len(m.To) != 1 {
			t.Fatalf("a mail has %d recipients", len(m.To))
		}
		got[m.To[0]]++
		if m.Data != nil && !bytes.Contains(m.Data, []byte("To: ")) {
			t.Error("half a mail was taken")
		}
	}
	for _, r := range in.Recipients {
		state, n := in.Ledger.Entry(r.Key).State, got[r.Address]
		switch {
		case lies:
		case n > 1:
			t.Errorf("row %d got %d mails", r.Row, n)
		case n == 0 && state == ledger.StateSent, n == 1 && state != ledger.StateSent && state != ledger.StateUnknown:
			t.Errorf("row %d is %s and got %d mails", r.Row, state, n)
		}
	}
}

func TestEveryMailTakenIsForOneMemberAloneAndWhole(t *testing.T) {
	all := members(40)
	for i := range all {
		all[i].Address = fmt.Sprintf("medlem-%02d@firma%d.example", i, i%7)
	}
	authority, err := faulty.NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := authority.Issue("127.0.0.1", time.Now().Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	server, in := toFaulty(t, faulty.Config{TLS: certificate, PerConnection: 5}, all)
	port := server.Port()
	in.Dial = Dialer(submission.Server{Host: "127.0.0.1", Port: port, Roots: authority.Roots(), Helo: "forening.example"})
	in.Pace.Connections = 4
	if out := send(t, in); out.Exit() != 0 {
		t.Fatalf("exit %d, %+v", out.Exit(), out.Stop)
	}
	taken := server.Accepted()
	if len(taken) != len(all) {
		t.Fatalf("%d mails for %d members", len(taken), len(all))
	}
	for _, m := range taken {
		if !m.TLS || len(m.To) != 1 {
			t.Errorf("TLS %v, recipients %v", m.TLS, m.To)
		}
		for _, r := range all {
			if strings.Contains(string(m.Data), r.Address) != (r.Address == m.To[0]) {
				t.Errorf("the mail to %s and the address %s", m.To[0], r.Address)
			}
		}
		if n := bytes.Count(m.Data, []byte("application/pdf")); n != 1 {
			t.Errorf("%d PDFs", n)
		}
	}
}

func TestNoConnectionAndNoGoroutineIsLeft(t *testing.T) {
	before := runtime.NumGoroutine()
	rules := []faulty.Rule{{At: faulty.Body, Bytes: 5000, Probability: 0.2, Do: faulty.Action{Close: faulty.RST}}, {At: faulty.Quit, Do: faulty.Action{Delay: time.Second}}}
	server, in := toFaulty(t, faulty.Config{Rules: rules, Seed: 1}, members(40))
	in.Pace.Connections = 4
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(30*time.Millisecond, cancel)
	if _, err := Send(ctx, in); err != nil {
		t.Fatal(err)
	}
	server.Close()
	for wait := time.Millisecond; runtime.NumGoroutine() > before && wait < 3*time.Second; wait *= 2 {
		time.Sleep(wait)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines, %d before", n, before)
	}
	compare(t, in, server, false)
}

func TestDroppingLosesNothingThatWasPastItsDot(t *testing.T) {
	rules := []faulty.Rule{{At: faulty.Dot, Do: faulty.Action{Delay: 150 * time.Millisecond}}}
	server, in := toFaulty(t, faulty.Config{Rules: rules}, members(20))
	in.Pace.Connections = 4
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(240*time.Millisecond, cancel)
	out, err := Send(ctx, in)
	if err != nil {
		t.Fatal(err)
	}
	if !out.Interrupted || out.Counts[ledger.StateUnknown] > 0 || out.Sent == 0 {
		t.Errorf("%+v", out)
	}
	compare(t, in, server, false)
}

func TestTwoRunsAtOnceAreRefusedByTheLedger(t *testing.T) {
	path := newLedger(t)
	openLedger(t, path)
	if _, err := ledger.Open(path); !errors.Is(err, ledger.ErrLocked) {
		t.Errorf("got %v", err)
	}
}

func TestTheSecretIsInNoErrorAndNoLedger(t *testing.T) {
	rules := []faulty.Rule{{At: faulty.Auth, Do: faulty.Action{Reply: "535 5.7.8 no: hemmelig-7391 AHJhcHBvcnQAaGVtbWVsaWctNzM5MQ== is wrong"}}}
	_, in := toFaulty(t, faulty.Config{Rules: rules, Mechanisms: []string{"PLAIN"}}, members(3))
	out, err := Send(t.Context(), in)
	if err != nil || out.Exit() != ExitStopped || out.cause() != StopLogin {
		t.Fatalf("%v, %+v", err, out)
	}
	if said := out.Stop.Why; strings.Contains(said, "hemmelig") || strings.Contains(said, "AHJh") {
		t.Errorf("told: %s", said)
	}
}

// TestChanceFindsNoContradiction fails at every point by chance, with four connections, run after run until all is
// settled.
func TestChanceFindsNoContradiction(t *testing.T) {
	for seed := range uint64(12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			var rules []faulty.Rule
			for _, at := range faulty.Points() {
				for name, do := range answers() {
					if name == "silence" || name == "quota" || at == faulty.AfterDot && do.Reply != "" {
						continue // slow, and lies
					}
					rules = append(rules, faulty.Rule{At: at, Bytes: 5000, Probability: 0.007, Do: do})
				}
			}
			server, in := toFaulty(t, faulty.Config{Rules: rules, Seed: seed, Mechanisms: []string{"PLAIN"}}, members(60))
			in.Pace = Pace{Connections: 4, PerConnection: 7, GiveUp: 30 * time.Minute}
			in.KeepGoing = true
			for range 40 {
				out, err := Send(t.Context(), in)
				if err != nil {
					t.Fatal(err)
				}
				if out.Counts[ledger.StatePending]+out.Counts[ledger.StateDeferred] == 0 {
					break
				}
			}
			compare(t, in, server, false)
			if left := in.Ledger.Counts(); left[ledger.StatePending]+left[ledger.StateDeferred] > 0 {
				t.Errorf("somebody is left: %v", left)
			}
		})
	}
}
